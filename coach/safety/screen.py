"""The local safety screen: parsed text → SafetyScreen, before any engine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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


class Screener:
    """Runs the library's safety rules over parsed texts."""

    def __init__(self, rules: Iterable[SafetyRule]) -> None:
        self._rules: RuleSet[SafetyRule] = RuleSet(rules, pipeline().vocab, MASKS)

    def screen(self, parsed: Parsed) -> SafetyScreen:
        """The gravest risk found, with the words that tell it. Reported speech counts: a threat is a threat."""
        spelled = plain(parsed)
        found = self._rules.matches(spelled, include_reported=True)
        if not found:
            return SafetyScreen()
        ranked = sorted(
            zip(weighed(spelled, found), found, strict=True), key=lambda pair: (-GRAVITY[pair[0]], *_fullest(pair[1]))
        )
        severity, gravest = ranked[0]
        places = dict.fromkeys((match.first, match.last) for _, match in ranked)
        return SafetyScreen(
            risk=gravest.rule.risk,
            severity=severity,
            evidence=tuple(parsed.span(first, last) for first, last in places),
        )


def _fullest(match: RuleMatch[SafetyRule]) -> tuple[int, int, str]:
    return match.first - match.last, match.first, match.rule.id
