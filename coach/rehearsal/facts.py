"""What a question of fact is answered with: what the scene holds, what was answered before, else something small and plain."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from coach.rehearsal.story import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.library.practice import PlainAnswer, Point
    from coach.rehearsal.story import Moment

_BEYOND: frozenset[Point | None] = frozenset(
    {"us", "okay", "upset", "dreads", "silence", "check", "touch", "treat", "we_do", "you_do", "may_i", "me"}
)  # what asks for more than a fact
_SMALL: frozenset[Point | None] = frozenset({"yes_no", "assent", "either"})  # what a word answers
_BEGINS = re.compile(
    r"(?:^|[,;:] )(?:(?!(?:if|when|since|because|after) )[\w' ]{1,24}? )??(?P<asks>(?:(?:by|since|until) )?(?:who|what|when(?! (?:you|i|we|he|she|they|it|the|my|your)\b)|where|which|how|why|whose)(?:'re|'d|'ll)?|is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|or)\b"
)  # where a question begins: after "and", "so", "on Sunday," or a clause
_TAG = re.compile(r",? (?:do you (?:know|think|remember|reckon)|by the way|then|though|again)(?= ?[?]+$)")
_IS = re.compile(r"\b(who|what|what time|when|where|how|how \w+)'s\b")
_AGAIN = "As I said. {fact}"


def scene_fact(moment: Moment) -> str:
    """What the scene holds about the very thing that is asked, or nothing."""
    question = _question(moment)
    found = next((fact for fact in moment.setup.facts if _rule(fact.asks).match(question)), None) if question else None
    return _once(moment, found.text) if found else ""


def plain_fact(moment: Moment, answers: Sequence[PlainAnswer]) -> str:
    """A small answer of the kind that is asked for, or nothing; to the same question the same."""
    question = _question(moment)
    if not question or moment.turn.point in _SMALL:
        return ""
    entry = next((entry for entry in answers if _rule(entry.asks).match(question)), None)
    if entry is None:
        return ""
    given = {turn.answer.fact: turn for turn in moment.before if turn.answer and turn.answer.fact in entry.texts}
    about = stems(moment.turn.slots["question"])
    for text, turn in given.items():
        if stems(turn.slots.get("question", "")) == about:
            return _once(moment, text)
    fresh = [text for text in entry.texts if text not in given]
    return min(fresh, key=lambda text: crc32(f"{moment.setup.seed}|{text}".encode()), default="")


def _question(moment: Moment) -> str:
    """What is asked, in lower case from the word that asks, where it asks for a fact."""
    turn = moment.turn
    if turn.point in _BEYOND:
        return ""
    words = _TAG.sub("", turn.slots.get("question", "").lower().replace("’", "'"))
    words = _IS.sub(r"\1 is", words)
    begins = [found.start("asks") for found in _BEGINS.finditer(words)]
    return words[begins[-1] :] if begins else words


def _once(moment: Moment, text: str) -> str:
    told = any(turn.answer and turn.answer.fact == text for turn in moment.before)
    return _AGAIN.format(fact=text) if told else text


@lru_cache(maxsize=1024)
def _rule(asks: str) -> re.Pattern[str]:
    return re.compile(asks)
