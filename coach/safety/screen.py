"""The local safety screen: parsed text → SafetyScreen, before any engine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from coach.language.encoder import encoder
from coach.language.masks import MASKS
from coach.language.parse import pipeline
from coach.language.rules import RuleMatch, RuleSet
from coach.library.rules import SafetyRule
from coach.model import Risk, SafetyScreen, Severity, Span
from coach.safety.leet import plain
from coach.safety.weigh import weighed

if TYPE_CHECKING:
    from coach.language.parse import Parsed

RISKS: tuple[Risk, ...] = get_args(Risk)
GRAVITY: dict[Severity, int] = {"none": 0, "concern": 1, "immediate": 2}


class Screener:
    """Runs the library's safety rules over parsed texts."""

    def __init__(self, rules: Iterable[SafetyRule]) -> None:
        self._rules: RuleSet[SafetyRule] = RuleSet(rules, pipeline().vocab, MASKS)

    def screen(self, parsed: Parsed) -> SafetyScreen:
        """The gravest risk found, with the words that tell it: by the rules, or else by what the encoder hears."""
        found = self.rules_say(parsed)
        return found if found.risk != "none" or not parsed.sentences else heard_danger(parsed)

    def rules_say(self, parsed: Parsed) -> SafetyScreen:
        """What the rules alone find. Reported speech counts: a threat is a threat."""
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


def heard_danger(parsed: Parsed) -> SafetyScreen:
    """The danger that the head ``risk`` is sure enough of; its evidence is the sentence that tells most of it."""
    read, encoding = encoder(), parsed.encoding
    odds = read.head("risk", encoding.whole)
    if odds[1:].max() - odds[0] <= read.setting("risk.threshold"):
        return SafetyScreen()
    risk = int(odds[1:].argmax()) + 1
    told = read.head("risk", encoding.sentences)
    first, last = parsed.sentence_places[int((told[:, risk] - told[:, 0]).argmax())]
    return SafetyScreen(
        risk=RISKS[risk],
        severity="immediate" if read.head("now", encoding.whole)[0] > 0 else "concern",
        evidence=(Span(start=first, end=last, text=parsed.text[first:last]),),
    )


def _fullest(match: RuleMatch[SafetyRule]) -> tuple[int, int, str]:
    return match.first - match.last, match.first, match.rule.id
