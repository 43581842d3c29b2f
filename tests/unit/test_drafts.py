"""The drafts of every labelled message: no blame, real feelings, facts kept, nothing invented, good grammar.

Each promise has a floor: the share that holds now, measured over both halves of the labelled rewrites. It may only rise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import harper
import pytest
from lemminflect import getAllLemmas

from coach.bench import PARTS, rows_of
from coach.bench_figures import facts_kept
from coach.language.analyse import Analyser
from coach.language.parse import parse_many
from coach.library.load import Library
from coach.model import CoachingPlan, IStatement, Situation
from coach.service import CoachService

FREE_OF_BLAME = 1.0  # the guard replaces what fails, so every draft passes
FACTS_KEPT = 0.95
NOTHING_INVENTED = 0.99
GRAMMATICAL = 0.96
ROWS = [row for part in PARTS for row in rows_of(part, "rewrites")]
# What the checker says about taste, dialect and the person's own words, and what it gets wrong.
NO_FAULT = {
    "SpellCheck": "names and text-speak are the person's own",
    "MissingTo": "takes 'my needs count' for 'need to count'",
    "QuiteQuiet": "takes 'in quite another way' for 'quiet'",
    "CompoundNouns": "takes 'a fair way' for 'fairway'",
    "Everyone": "takes 'every one of them' for 'everyone'",
    "OrthographicConsistency": "takes Nan for NaN",
    "Regionalisms": "petrol is no fault",
    "OxfordComma": "a taste",
    "OkToOkay": "a taste",
    "ExpandTimeShorthands": "the person's own 'hr'",
    "LongSentences": "the person's own sentence",
}
_CONTENT = {"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"}


@pytest.fixture(scope="module")
def plans(service: CoachService) -> list[CoachingPlan]:
    """A plan for every labelled message."""
    return list(service.plans(Situation(text=row["text"], relation=row["relation"]) for row in ROWS))


@pytest.fixture(scope="module")
def drafts(plans: list[CoachingPlan]) -> list[tuple[dict[str, Any], IStatement]]:
    """Every draft with the row it answers."""
    return [(row, draft) for row, plan in zip(ROWS, plans, strict=True) for draft in plan.drafts]


def share(faults: Sequence[object], whole: int) -> float:
    """How many of all have no fault; the first faults are printed, to be seen when a test fails."""
    for fault in faults[:20]:
        print(fault)
    return 1 - len(faults) / whole


def test_there_are_enough_messages() -> None:
    """At least two hundred varied messages with hand-labelled facts."""
    assert len(ROWS) >= 200


def test_every_message_gets_three_drafts(plans: list[CoachingPlan]) -> None:
    """Gentle, direct and brief, each time."""
    assert [
        plan.situation.text for plan in plans if [d.style for d in plan.drafts] != ["gentle", "direct", "brief"]
    ] == []


def test_no_draft_holds_blame(drafts: list[tuple[dict[str, Any], IStatement]], library: Library) -> None:
    """The coach's own reading finds nothing in what the coach writes."""
    analyser = Analyser(library)
    read = parse_many(draft.text for _, draft in drafts)
    faults = [
        (draft.text, found[0].text)
        for (_, draft), one in zip(drafts, read, strict=True)
        if (found := analyser.findings(one))
    ]
    assert share(faults, len(drafts)) >= FREE_OF_BLAME


def test_every_feeling_is_a_feeling(drafts: list[tuple[dict[str, Any], IStatement]], library: Library) -> None:
    """What a draft calls a feeling is one of the real ones, never a look-alike, and it is said in the draft."""
    real = {feeling.word for feeling in library.feelings}
    assert [
        draft.text
        for _, draft in drafts
        if draft.feeling and (draft.feeling not in real or draft.feeling not in draft.text)
    ] == []


def test_labelled_facts_survive(plans: list[CoachingPlan]) -> None:
    """Gentle, direct and what is set aside keep the facts that a person labelled by hand."""
    faults, whole = [], 0
    for row, plan in zip(ROWS, plans, strict=True):
        answer = {"drafts": [draft.model_dump() for draft in plan.drafts], "later": list(plan.later)}
        kept = facts_kept(row["must_keep"], answer)
        whole += len(kept)
        faults += [(row["id"], fact) for fact, found in zip(row["must_keep"], kept, strict=True) if not found]
    assert share(faults, whole) >= FACTS_KEPT


def test_nothing_is_invented(drafts: list[tuple[dict[str, Any], IStatement]], library: Library) -> None:
    """Every content word is, by its lemma, the person's or a template's: frames, concerns, feelings, needs."""
    known = lemmas_of(templates(library))
    said = dict(zip((row["id"] for row in ROWS), parse_many(row["text"] for row in ROWS), strict=True))
    theirs = {name: lemmas_of([" ".join(token.text for token in one.doc), one.text]) for name, one in said.items()}
    faults = []
    for (row, draft), one in zip(drafts, parse_many(draft.text for _, draft in drafts), strict=True):
        words = (token for token in one.doc if token.pos_ in _CONTENT and not token.is_stop and token.text[0].isalnum())
        foreign = [token.text for token in words if not forms(token.text, token.lemma_) & (known | theirs[row["id"]])]
        if foreign:
            faults.append((row["id"], draft.style, foreign))
    assert share(faults, len(drafts)) >= NOTHING_INVENTED


def test_the_grammar_holds(drafts: list[tuple[dict[str, Any], IStatement]]) -> None:
    """An independent checker finds no true fault: agreement, articles, doubled words, missing capitals."""
    linter = harper.Linter()
    faults = []
    for row, draft in drafts:
        told = [rule for rule, lints in linter.organized_lints(draft.text).items() if lints and rule not in NO_FAULT]
        doubled = re.findall(r"\b(\w+) \1\b", re.sub(r"\b(had had|that that|bye bye)\b", "", draft.text.lower()))
        if told or doubled:
            faults.append((row["id"], draft.style, told + doubled, draft.text))
    assert share(faults, len(drafts)) >= GRAMMATICAL


def templates(library: Library) -> Iterable[str]:
    """Every sentence from which drafts are made."""
    yield from (frame.text for frame in library.frames)
    yield from (opening.text for opening in library.openings)
    yield from (feeling.word for feeling in library.feelings)
    yield from (need.clause for need in library.needs)
    for deed in library.deeds:
        yield from (*deed.requests, *deed.perspectives)
    for concern in library.concerns:
        yield from concern.requests
        yield from concern.perspectives
        yield from (*concern.moments.habit, *concern.moments.past)


def lemmas_of(texts: Iterable[str]) -> set[str]:
    """All lemmas and forms of the words of texts."""
    return {form for one in parse_many(texts) for token in one.doc for form in forms(token.text, token.lemma_)}


def forms(word: str, lemma: str) -> set[str]:
    """A word, its lemma in this sentence, and its lemmas in any."""
    everywhere = {one for lemmas in getAllLemmas(word.lower()).values() for one in lemmas}
    return {word.lower(), lemma.lower(), *everywhere}
