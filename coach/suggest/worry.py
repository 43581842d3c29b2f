"""A worry about somebody, which is no complaint: what was seen is said as it is, and nothing they do is asked to stop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.suggest.spoken import ToSay

if TYPE_CHECKING:
    from coach.language.parse import Parsed
    from coach.suggest.account import Account

_THEM = r"(?:you|him|her|them|(?:my|our) \w+)"
_WORRIED = re.compile(
    rf"\b(?:i|we)(?: 'm| am| 're| are| 've been| have been)? (?:\w+ ){{0,2}}(?:worried|worry|worrying|concerned|scared|frightened) (?:\w+ )?(?:about|for) {_THEM}\b(?! (?:\w+ing|not|being)\b)"
    rf"|\bdo n't want to (?:(?:frighten|scare|worry|crowd) {_THEM}|push|pry|nag|intrude)\b|\b(?:know|knows|see|sees) (?:that )?i 'm here\b"
    r"|\b(?:is|are|'s|'re|been|be) (?:really |clearly )?(?:struggling (?:with|since)|having a hard time|drinking (?:more|a lot|too much))\b"
    r"|\b(?:not|n't) (?:\w+ ){0,2}(?:himself|herself|themselves|yourself)\b(?! to)"
    r"|\b(?:lost|losing|loses) (?:so much|(?:a )?(?:lot|load|loads)(?: of)?|too much|\w+ (?:kilos?|kg|pounds|lbs|stone)(?: of)?) ?weight\b"
    r"|\b(?:hardly|barely|stopped|not|n't) (?:\w+ )?(?:eats?|eating|sleeps?|sleeping|gets? out of bed|leaves? (?:his|her|their) room)\b(?! (?:the|my|our|all|with|in|on|at|here)\b)"
    r"|\b(?:seem|seems|seemed|looked|looks|been) (?:so |really |very |a bit |pretty )?(?:low|withdrawn|lost|depressed|unhappy)\b",
    re.IGNORECASE,
)


def worry(parsed: Parsed, told: Account | None) -> ToSay | None:
    """What somebody has seen and worries about, to be said to the one it is about; None where no worry is told, or nothing of them."""
    words = " ".join(token.lower_ for token in parsed.doc)
    if told is None or not told.speaks_of_you or not _WORRIED.search(words):
        return None
    pieces = tuple(one.text for one in told.pieces if not one.asks)
    asked = next((one.text for one in told.pieces if one.asks), "")
    key = " ".join(one.text for one in told.briefly())
    return ToSay("worry", pieces, request=asked, key=key) if pieces else None
