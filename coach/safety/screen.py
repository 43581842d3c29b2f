"""The local safety screen: parsed text → SafetyScreen, before any engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coach.language.masks import MASKS
from coach.language.parse import pipeline
from coach.language.rules import RuleMatch, RuleSet
from coach.library.schema import Match, SafetyRule
from coach.model import SafetyScreen, Severity
from coach.safety.leet import plain
from coach.safety.weigh import weighed

if TYPE_CHECKING:
    from coach.language.parse import Parsed

GRAVITY: dict[Severity, int] = {"none": 0, "concern": 1, "immediate": 2}
_SMALL = frozenset(
    """i me my we us he she they him her his you your it that this to a an the is 's 'm am are was be been not n't no never and or but if when
    in on at of for with up out do does did have has had will 'll would 'd so all . , one""".split()
)


class _Gate:
    """One pattern of one rule, compiled when first needed, and the sets of words of which a text must hold one each."""

    def __init__(self, rule: SafetyRule, match: Match) -> None:
        self._rule = rule.model_copy(update={"match": (match,)})
        tokens = (*match.token, *(node["RIGHT_ATTRS"] for node in match.dependency))
        self.needed = tuple(words for token in tokens if (words := _words(token)))

    @property
    def key(self) -> frozenset[str]:
        """The set that opens the gate most rarely: no small words, few words."""
        return min(self.needed, key=lambda words: (len(words & _SMALL), len(words)), default=frozenset())

    def opens(self, words: frozenset[str]) -> bool:
        """Whether each needed set has a word in the text."""
        return not any(words.isdisjoint(these) for these in self.needed)

    @cached_property
    def rules(self) -> RuleSet[SafetyRule]:
        """The compiled pattern with the rule's exceptions."""
        return RuleSet((self._rule,), pipeline().vocab, MASKS)


class Screener:
    """Runs the library's safety rules over parsed texts. A pattern is looked at only when its words stand in the text."""

    def __init__(self, rules: Iterable[SafetyRule]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._gates: dict[str, list[_Gate]] = defaultdict(list)
        self._always: list[_Gate] = []
        for rule in self._rules.values():
            for match in rule.match:
                gate = _Gate(rule, match)
                for word in gate.key:
                    self._gates[word].append(gate)
                if not gate.key:
                    self._always.append(gate)

    def screen(self, parsed: Parsed) -> SafetyScreen:
        """The gravest risk found, with the words that tell it. Reported speech counts: a threat is a threat."""
        spelled = plain(parsed)
        found = self._found(spelled)
        if not found:
            return SafetyScreen()
        ranked = sorted(
            zip(weighed(spelled, found), found, strict=True), key=lambda pair: (-GRAVITY[pair[0]], *_fullest(pair[1]))
        )
        severity, gravest = ranked[0]
        places = dict.fromkeys((match.first, match.last) for _, match in ranked)
        return SafetyScreen(
            risk=gravest.rule.risk, severity=severity, evidence=tuple(parsed.span(first, last) for first, last in places)
        )

    def _found(self, parsed: Parsed) -> list[RuleMatch[SafetyRule]]:
        words = frozenset(token.lower_ for token in parsed.doc)
        candidates = {id(gate): gate for word in words if word in self._gates for gate in self._gates[word] if gate.opens(words)}
        return [
            match
            for gate in (*candidates.values(), *self._always)
            for match in gate.rules.matches(parsed, include_reported=True)
        ]


def _fullest(match: RuleMatch[SafetyRule]) -> tuple[int, int, str]:
    return match.first - match.last, match.first, match.rule.id


def _words(token: dict[str, Any]) -> frozenset[str]:
    """The words one of which a token pattern demands; none when it is optional or told by something else."""
    if token.get("OP", "1")[0] in "?*!{":
        return frozenset()
    lower = token.get("LOWER")
    if isinstance(lower, str):
        return frozenset({lower})
    return frozenset(lower.get("IN", ())) if isinstance(lower, dict) else frozenset()
