"""Every pattern and safety example, every content file, and the permanent ids."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import get_args

import pytest

from coach import paths
from coach.language import custom
from coach.language.analyse import Analyser
from coach.language.masks import MASKS
from coach.language.parse import Parsed, parse_many, pipeline
from coach.language.rules import RuleSet
from coach.library.load import Library, load_library, load_prompts, read_library
from coach.library.rules import Rule, SafetyRule
from coach.library.teaching import ExerciseKind, TechniqueGroup
from coach.safety.screen import Screener
from coach.studio.checks import Checker
from coach.studio.material import faults

LIBRARY, _, MISTAKES = read_library(paths.CONTENT)
RULES: dict[str, Rule] = {rule.id: rule for rule in (*LIBRARY.patterns, *LIBRARY.safety_rules)}
FLAGS = [
    pytest.param(rule.id, flag.text, flag.span, id=f"{rule.id}-{i}")
    for rule in RULES.values()
    for i, flag in enumerate(rule.flag)
]
ALLOWS = [
    pytest.param(rule.id, allow.text, id=f"{rule.id}-{i}")
    for rule in RULES.values()
    for i, allow in enumerate(rule.allow)
]
FILES = sorted(path.relative_to(paths.CONTENT).as_posix() for path in paths.CONTENT.rglob("*.toml"))


@lru_cache(maxsize=1)
def parsed() -> dict[str, Parsed]:
    """All examples of all rules, in one batch."""
    texts = list(dict.fromkeys(one.text for rule in RULES.values() for one in (*rule.flag, *rule.allow)))
    return dict(zip(texts, parse_many(texts, batch_size=256), strict=True))


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """The analyser with all patterns."""
    return Analyser(LIBRARY)


@pytest.fixture(scope="module")
def screener() -> Screener:
    """The screener with all safety rules."""
    return Screener(LIBRARY.safety_rules)


def spans(rule: str, text: str) -> list[str]:
    """What one rule marks in a text."""
    one, read = RULES[rule], parsed()[text]
    if isinstance(one, SafetyRule):
        return [span.text for span in _screener(rule).rules_say(read).evidence]
    return [read.span(match.first, match.last).text for match in _rules(rule).matches(read)]


@cache
def _rules(rule: str) -> RuleSet[Rule]:
    return RuleSet([RULES[rule]], pipeline().vocab, MASKS, custom.CUSTOMS)


@cache
def _screener(rule: str) -> Screener:
    return Screener(tuple(one for one in LIBRARY.safety_rules if one.id == rule))


@pytest.mark.parametrize(("rule", "text", "span"), FLAGS)
def test_a_rule_flags_its_example(rule: str, text: str, span: str) -> None:
    """The rule marks exactly the words that its author named."""
    assert span in spans(rule, text)


@pytest.mark.parametrize(("rule", "text"), ALLOWS)
def test_a_rule_leaves_its_counterexample_alone(rule: str, text: str) -> None:
    """The rule marks nothing in a sentence that its author allows."""
    assert spans(rule, text) == []


@pytest.mark.parametrize(
    ("rule", "text", "span"), [flag for flag in FLAGS if flag.values[0] in {one.id for one in LIBRARY.patterns}]
)
def test_all_rules_together_still_flag_it(rule: str, text: str, span: str, analyser: Analyser) -> None:
    """With every other rule at work, a finding of the rule's kind still touches the words that its author named."""
    kind = next(one.kind for one in LIBRARY.patterns if one.id == rule)
    start = text.index(span)
    found = [one for one in analyser.findings(parsed()[text]) if one.kind == kind]
    assert any(one.start < start + len(span) and start < one.end for one in found)


@pytest.mark.parametrize(
    ("rule", "text", "span"), [flag for flag in FLAGS if flag.values[0] in {one.id for one in LIBRARY.safety_rules}]
)
def test_all_safety_rules_together_see_the_danger(rule: str, text: str, span: str, screener: Screener) -> None:
    """With every other safety rule at work, the example is not passed over."""
    assert screener.rules_say(parsed()[text]).risk != "none"


def test_all_content_is_in_order() -> None:
    """All content files and prompts load, with every reference and id right."""
    assert MISTAKES == []
    load_library(paths.CONTENT)
    load_prompts(paths.PROMPTS)


@pytest.mark.parametrize("name", FILES)
def test_a_content_file_has_no_mistake(name: str) -> None:
    """Every content file fits its schema."""
    assert [mistake for mistake in MISTAKES if mistake.startswith(name)] == []


@pytest.mark.parametrize(
    "name", [name for name in FILES if name.startswith(("patterns/", "safety/", "decks/", "techniques/"))]
)
def test_a_file_is_named_after_its_id(name: str) -> None:
    """The tree of files is the tree of ids; what is shown for a danger is in a file of its name."""
    entries = {entry.id.replace(".", "-") for entry in (*LIBRARY.patterns, *LIBRARY.safety_rules, *LIBRARY.decks)}
    entries |= {entry.id for entry in LIBRARY.techniques}
    entries |= {entry.risk.replace("_", "-") for entry in LIBRARY.panels}
    assert name.rpartition("/")[2].removesuffix(".toml").replace(".", "-") in entries


def test_a_pattern_is_named_after_its_kind() -> None:
    """A pattern's id begins with its kind."""
    assert [one.id for one in LIBRARY.patterns if not one.id.startswith(f"{one.kind}.")] == []


def test_the_first_set_is_full(library: Library) -> None:
    """The counts that were promised: patterns of every kind, feelings, needs, topics, responses, cards for every topic."""
    kinds = {pattern.kind for pattern in library.patterns}
    cards = [card for deck in library.decks for card in deck.cards]
    by_topic = {topic.id: sum(topic.id in card.topics for card in cards) for topic in library.topics}
    assert len(kinds) >= 15
    assert len(library.patterns) >= 60
    assert len(library.feelings) >= 150
    assert len(library.lookalikes) >= 70
    assert len(library.needs) >= 50
    assert len(library.topics) == 23
    assert len(library.responses) >= 120
    assert len(cards) >= 300
    assert min(by_topic.values()) >= 10


def test_the_studio_is_full(library: Library) -> None:
    """At least 32 techniques, some in each group; an exercise of each kind, with at least 16 items."""
    assert len(library.techniques) >= 32
    assert {one.group for one in library.techniques} == set(get_args(TechniqueGroup))
    assert {one.kind for one in library.exercises} == set(get_args(ExerciseKind))
    assert [one.id for one in library.exercises if len(one.items) < 16] == []


def test_no_strong_sentence_stings(library: Library, analyser: Analyser) -> None:
    """What a technique holds up as an example is free of blame."""
    strong = [example.strong for one in library.techniques for example in one.examples]
    found = zip(strong, parse_many(strong, encode=True), strict=True)
    assert [text for text, read in found if analyser.analyse(read).findings] == []


def test_every_item_of_an_exercise_can_be_solved(library: Library, checker: Checker) -> None:
    """No example would itself be marked as not yet there."""
    assert [f"{one.id}.{fault}" for one in library.exercises for fault in faults(checker, one)] == []


def test_every_risk_has_a_rule(library: Library) -> None:
    """Each of the eight risks is looked for."""
    assert len({rule.risk for rule in library.safety_rules}) == 8


def test_no_rule_names_its_source_as_a_shrug(library: Library) -> None:
    """A source and a reason are words, never a placeholder."""
    assert [
        rule.id
        for rule in (*library.patterns, *library.safety_rules)
        if len(rule.source) < 4 or "?" in rule.source or rule.source == "tbd"
    ] == []


def test_a_reason_is_one_plain_sentence(library: Library) -> None:
    """The reason that a stressed person reads is at most 30 words, one or two sentences, and ends with a full stop."""
    long = [rule.id for rule in library.patterns if len(rule.why.split()) > 30 or not rule.why.endswith((".", "!"))]
    assert long == []
