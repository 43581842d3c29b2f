"""The local safety screen: parsed text → SafetyScreen, before any engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, get_args

import numpy as np

from coach.language.encoder import encoder
from coach.language.masks import MASKS
from coach.language.parse import pipeline
from coach.language.rules import RuleMatch, RuleSet
from coach.library.rules import SafetyRule
from coach.model import Risk, SafetyScreen, Severity, Span
from coach.safety.leet import plain
from coach.safety.weigh import is_grave_here, is_over, is_settled, is_told_at_work, weighed

if TYPE_CHECKING:
    from coach.language.encoder import Encoder, Encoding
    from coach.language.parse import Parsed

RISKS: tuple[Risk, ...] = get_args(Risk)
_ALL_BUT_SURE = -9.5  # below these log odds of danger, even what a rule calls immediate is an idiom or a game
_MAYBE_NOW = -3.0  # above these log odds of now, grave words make a danger immediate
_LEANING = -3.0  # above these log odds the encoder leans to danger enough for a hint to tip it
GRAVITY: dict[Severity, int] = {"none": 0, "concern": 1, "immediate": 2}


class Screener:
    """Runs the library's safety rules over parsed texts."""

    def __init__(self, rules: Iterable[SafetyRule]) -> None:
        self._rules: RuleSet[SafetyRule] = RuleSet(rules, pipeline().vocab, MASKS)

    def screen(self, parsed: Parsed) -> SafetyScreen:
        """The gravest risk found, with the words that tell it: by the rules and the encoder together, or by what it alone hears."""
        seen = self._seen(parsed)
        return SafetyScreen() if seen.severity == "concern" and is_settled(parsed) else seen

    def _seen(self, parsed: Parsed) -> SafetyScreen:
        found = self._found(parsed)
        ruled = _gravest(parsed, found)
        if not parsed.sentences:
            return ruled
        told = [match.rule for _, match in found if not match.rule.hint]
        if told:
            return joined(parsed, ruled, certain=any(one.certain or one.risk == "acute_medical" for one in told))
        heard = heard_danger(parsed)
        return hinted(parsed, ruled, heard) if found else heard

    def rules_say(self, parsed: Parsed) -> SafetyScreen:
        """What the rules alone find. Reported speech counts: a threat is a threat."""
        return _gravest(parsed, self._found(parsed))

    def _found(self, parsed: Parsed) -> list[tuple[Severity, RuleMatch[SafetyRule]]]:
        spelled = plain(parsed)
        found = self._rules.matches(spelled, include_reported=True)
        graded = zip(weighed(spelled, found), found, strict=True) if found else ()
        return sorted(graded, key=lambda pair: (pair[1].rule.hint, -GRAVITY[pair[0]], *_fullest(pair[1])))


def _gravest(parsed: Parsed, found: Sequence[tuple[Severity, RuleMatch[SafetyRule]]]) -> SafetyScreen:
    if not found:
        return SafetyScreen()
    severity, gravest = found[0]
    places = dict.fromkeys((match.first, match.last) for _, match in found)
    return SafetyScreen(
        risk=gravest.rule.risk,
        severity=severity,
        evidence=tuple(parsed.span(first, last) for first, last in places),
    )


def joined(parsed: Parsed, ruled: SafetyScreen, *, certain: bool) -> SafetyScreen:
    """What the rules found, unless it is not ``certain`` and the encoder hears an idiom or a game; immediate where it hears that it is now."""
    read = encoder()
    doubt = _ALL_BUT_SURE if ruled.severity == "immediate" else read.setting("risk.doubt")
    if not certain and surest(read, parsed.encoding, told_in(parsed, ruled)) < doubt:
        return SafetyScreen()
    return ruled.model_copy(update={"severity": "immediate"}) if is_now(parsed, ruled.risk) else ruled


def hinted(parsed: Parsed, ruled: SafetyScreen, heard: SafetyScreen) -> SafetyScreen:
    """What hints alone found, where the encoder leans to danger; where it is sure, it names the danger, and a hint may say that it is grave."""
    if heard.risk != "none":
        return heard.model_copy(update={"severity": max(heard.severity, ruled.severity, key=GRAVITY.__getitem__)})
    leans = surest(encoder(), parsed.encoding, told_in(parsed, ruled)) > _LEANING
    if not leans:
        return heard
    return ruled.model_copy(update={"severity": "immediate"}) if is_now(parsed, ruled.risk) else ruled


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
        severity="immediate" if is_now(parsed, RISKS[risk]) else "concern",
        evidence=(Span(start=first, end=last, text=parsed.text[first:last]),),
    )


def is_now(parsed: Parsed, risk: Risk) -> bool:
    """The encoder hears that ``risk`` is now, or does not rule it out and the words are grave; neither over nor told at work."""
    read = encoder()
    odds = read.head("now", parsed.encoding.whole)[0]
    heard = odds > read.setting("risk.now") or (odds > _MAYBE_NOW and is_grave_here(parsed, risk))
    return bool(heard) and not is_over(parsed) and not is_told_at_work(parsed)


def told_in(parsed: Parsed, ruled: SafetyScreen) -> list[int]:
    """The numbers of the sentences that hold the evidence."""
    return [
        number
        for number, (first, last) in enumerate(parsed.sentence_places)
        if any(span.start < last and first < span.end for span in ruled.evidence)
    ]


def surest(read: Encoder, encoding: Encoding, sentences: Sequence[int]) -> float:
    """By how much danger is likelier than none (log odds), in the whole text or in one of its sentences, whichever tells more."""
    odds = read.head("risk", np.vstack((encoding.whole, encoding.sentences[list(sentences)])))
    return float((odds[:, 1:].max(1) - odds[:, 0]).max())


def _fullest(match: RuleMatch[SafetyRule]) -> tuple[int, int, str]:
    return match.first - match.last, match.first, match.rule.id
