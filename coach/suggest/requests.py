"""Requests: specific, positive, doable and refusable; the person's own wish first, else one that fits the concern."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.library.wording import Concern
from coach.model import Style
from coach.suggest.message import Message
from coach.suggest.own_asks import WOULD_NOT, own_asks
from coach.suggest.recast import Observation
from coach.suggest.wishes import doable

_BOUND_TO_PAST = re.compile(
    r"\s*,?\s*\b((?:for|in) (?:\w+ )?(?:days?|weeks?|months?|years?|ages)|one more time|once more|since|because|until now|so far|yesterday|last (?:night|week|month|year|time|\w+day))\b.*$|\s+(again|once)$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:and|but|so) (?:I|you|we|he|she|they)\b")  # a clause of its own
_MERE_WILL = re.compile(r"^(?:offer|think|bother|manage|remember|care|try|take the time) to (?=\w)")
_DOUBLY = re.compile(  # "you don't say nothing to me", "you haven't washed one cup"
    r"\b(?:nothing|nobody|no one|none|nowhere|no|one (?!of\b|day\b|evening\b|hour\b|thing\b)\w+)\b"
)
_TOGETHER = re.compile(r"(?:could|can) we\b|when would\b|is there\b", re.IGNORECASE)
_STYLED: dict[Style, str] = {
    "gentle": "Would you be willing to {act}?",
    "direct": "Would you {act}?",
    "brief": "could you {act}?",
}


def requests(
    message: Message, lines: Sequence[str], *, unclear: bool, guessed: bool = False, blamed: bool = True
) -> dict[Style, str]:
    """One request for each style: what the person wants or asked for before, else the first of ``lines``, best first and at least two.

    ``unclear``: the lines stand in for a matter that has no name here; ``guessed``: the main point is a moment of the matter's, in which nothing is asked for;
    ``blamed``: the message blames, so that what the other does may be asked to stop.
    """
    act = wanted(message)
    if act:
        return {style: _capital(frame.format(act=act)) for style, frame in _STYLED.items()}
    own = None if guessed else own_asks(message, unclear=unclear and blamed)
    if own:
        gentle = lines[0] if own.loose and not unclear else own.gentle
        return {"gentle": gentle, "direct": own.direct, "brief": own.brief}
    if unclear:  # a time to talk for the gentle draft, their side of it for the others
        together = [line for line in lines if _TOGETHER.match(line)] or lines
        hearing = [line for line in lines if line not in together] or lines
        return {"gentle": together[0], "direct": hearing[0], "brief": min(hearing[1:3] or hearing, key=len)}
    return {"gentle": lines[0], "direct": lines[1], "brief": min(lines[:2], key=len)}


def belongs(noun: str, concern: Concern) -> bool:
    """A noun may stand in a concern's request only when it is one of the concern's own words: no one returns "the main course"."""
    head = noun.lower().split()[-1].rstrip("s")
    return any(head == word.rstrip("s") for word in (*concern.words, *concern.things))


def filled_templates(templates: Sequence[str], thing: str) -> list[str]:
    """Templates with the person's own noun phrase for ``{thing}``; without one, those that need none."""
    return [_capital(line.replace("{thing}", thing)) for line in templates if thing or "{thing}" not in line]


def wanted(message: Message) -> str:
    """The bare verb phrase the person asks for, or the doing of what they miss; empty when there is none."""
    asked = next((act for act in message.wants if doable(act) and not _ANOTHER.search(act)), "")
    return asked or next((act for one in (*message.main, *message.beside) if (act := missing(one))), "")


def missing(one: Observation) -> str:
    """What an observation says is not being done, as something to ask for: "you don't help with the kids" → "help with the kids"."""
    if not one.negated or one.tense == "past" or not one.base or WOULD_NOT.match(one.text):
        return ""
    act = _ANOTHER.split(_MERE_WILL.sub("", _BOUND_TO_PAST.sub("", one.base)))[0].rstrip(" ,")
    return act if doable(act) and not _DOUBLY.search(act) else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
