"""The local safety screen: parsed text → SafetyScreen, before any engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coach.language.masks import MASKS
from coach.language.parse import pipeline
from coach.language.rules import RuleMatch, RuleSet
from coach.library.schema import SafetyRule
from coach.model import SafetyScreen, Severity
from coach.safety.leet import plain
from coach.safety.weigh import weighed

if TYPE_CHECKING:
    from coach.language.parse import Parsed

GRAVITY: dict[Severity, int] = {"none": 0, "concern": 1, "immediate": 2}


@dataclass(frozen=True)
class _Gate:
    """One rule and, for each of its patterns, the sets of words of which the text must hold one each."""

    rules: RuleSet[SafetyRule]
    needed: tuple[tuple[frozenset[str], ...], ...]

    def opens(self, words: frozenset[str]) -> bool:
        return any(not any(words.isdisjoint(these) for these in pattern) for pattern in self.needed)


class Screener:
    """Runs the library's safety rules over parsed texts. A rule is looked at only when its words stand in the text."""

    def __init__(self, rules: tuple[SafetyRule, ...]) -> None:
        vocab = pipeline().vocab
        self._gates = tuple(_Gate(RuleSet((rule,), vocab, MASKS), _needed(rule)) for rule in rules)

    def screen(self, parsed: Parsed) -> SafetyScreen:
        """The gravest risk found, with the words that tell it. Reported speech counts: a threat is a threat."""
        spelled = plain(parsed)
        words = frozenset(token.lower_ for token in spelled.doc)
        found = [
            match for gate in self._gates if gate.opens(words) for match in gate.rules.matches(spelled, include_reported=True)
        ]
        if not found:
            return SafetyScreen()
        severities = weighed(spelled, found)
        ranked = sorted(zip(severities, found, strict=True), key=lambda pair: (-GRAVITY[pair[0]], *_fullest(pair[1])))
        severity, gravest = ranked[0]
        evidence = {(match.first, match.last): spelled.span(match.first, match.last) for _, match in ranked}
        return SafetyScreen(risk=gravest.rule.risk, severity=severity, evidence=tuple(evidence.values()))


def _fullest(match: RuleMatch[SafetyRule]) -> tuple[int, int, str]:
    return match.first - match.last, match.first, match.rule.id


def _needed(rule: SafetyRule) -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(
        tuple(words for token in (*match.token, *(node["RIGHT_ATTRS"] for node in match.dependency)) if (words := _words(token)))
        for match in rule.match
    )


def _words(token: dict[str, Any]) -> frozenset[str]:
    """The words one of which a token pattern demands; none when it is optional or told by something else."""
    if token.get("OP", "1")[0] in "?*!{":
        return frozenset()
    lower = token.get("LOWER")
    if isinstance(lower, str):
        return frozenset({lower})
    return frozenset(lower.get("IN", ())) if isinstance(lower, dict) else frozenset()
