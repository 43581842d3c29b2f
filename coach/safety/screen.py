"""The local safety screen: parsed text → SafetyScreen, before any engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.language.masks import MASKS
from coach.language.parse import pipeline
from coach.language.rules import RuleSet
from coach.library.schema import SafetyRule
from coach.model import SafetyScreen

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_GRAVITY = {"none": 0, "concern": 1, "immediate": 2}


class Screener:
    """Runs the library's safety rules over parsed texts."""

    def __init__(self, rules: tuple[SafetyRule, ...]) -> None:
        self._rules: RuleSet[SafetyRule] = RuleSet(rules, pipeline().vocab, MASKS)

    def screen(self, parsed: Parsed) -> SafetyScreen:
        """The gravest risk found, with the words that tell it."""
        matches = self._rules.matches(parsed)
        if not matches:
            return SafetyScreen()
        gravest = max(matches, key=lambda match: _GRAVITY[match.rule.severity]).rule
        evidence = tuple(parsed.span(match.first, match.last) for match in matches)
        return SafetyScreen(risk=gravest.risk, severity=gravest.severity, evidence=evidence)
