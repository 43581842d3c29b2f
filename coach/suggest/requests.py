"""Requests: specific, positive, doable and refusable; the person's own wish first, else one that fits the concern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from coach.library.wording import Concern, Deed
from coach.model import Style
from coach.suggest.message import Message
from coach.suggest.own_asks import own_asks
from coach.suggest.recast import Observation
from coach.suggest.wishes import doable

_BOUND_TO_PAST = re.compile(
    r"\s*,?\s*\b((?:for|in) (?:\w+ )?(?:days?|weeks?|months?|years?|ages)|one more time|once more|since|until now|so far|yesterday|last (?:night|week|month|year|time|\w+day))\b.*$|\s+(again|once)$",
    re.IGNORECASE,
)
_MERE_WILL = re.compile(r"^(?:offer|think|bother|manage|remember|care|try|take the time) to (?=\w)")
_BEST = 5  # of a concern's requests, how many may come first
_STYLED: dict[Style, str] = {
    "gentle": "Would you be willing to {act}?",
    "direct": "Would you {act}?",
    "brief": "could you {act}?",
}


def requests(
    text: str, message: Message, source: Concern | Deed, fill: dict[str, str], *, unclear: bool, guessed: bool = False
) -> dict[Style, str]:
    """One request for each style, out of what fits the message.

    ``fill`` maps slot names to the person's noun phrases; ``unclear``: the source stands in for a matter that has no name here; ``guessed``: the
    main point is a moment of the source's, in which nothing is asked for.
    """
    act = wanted(message)
    if act:
        return {style: _capital(frame.format(act=act)) for style, frame in _STYLED.items()}
    known = {slot: noun for slot, noun in fill.items() if isinstance(source, Concern) and belongs(noun, source)}
    options = filled_templates(source.requests, known)
    first = crc32(text.encode()) % (min(len(options), _BEST) if isinstance(source, Concern) else len(options))
    chosen = [options[(first + step) % len(options)] for step in range(3)]
    own = None if guessed else own_asks(message, unclear=unclear)
    if own:
        gentle = chosen[0] if own.loose and not unclear else own.gentle
        return {"gentle": gentle, "direct": own.direct, "brief": own.brief}
    return {"gentle": chosen[0], "direct": chosen[1], "brief": min(chosen, key=len)}


def belongs(noun: str, concern: Concern) -> bool:
    """A noun may stand in a concern's request only when it is one of the concern's own words: no one returns "the main course"."""
    head = noun.lower().split()[-1].rstrip("s")
    return any(head == word.rstrip("s") for word in (*concern.words, *concern.things))


def filled_templates(templates: Sequence[str], fill: dict[str, str]) -> list[str]:
    """Templates whose slots can all be filled; those that name the person's own thing first."""
    named, plain = [], []
    for template in templates:
        slots = re.findall(r"\{(\w+)\}", template)
        if not slots:
            plain.append(template)
        elif all(slot in fill for slot in slots):
            named.append(_capital(template.format(**fill)))
    return (
        [option for pair in zip(named, plain, strict=False) for option in pair]
        + named[len(plain) :]
        + plain[len(named) :]
    )


def wanted(message: Message) -> str:
    """The bare verb phrase the person asks for, or the doing of what they miss; empty when there is none."""
    asked = next((act for act in message.wants if doable(act)), "")
    return asked or next((act for one in (*message.main, *message.beside) if (act := missing(one))), "")


def missing(one: Observation) -> str:
    """What an observation says is not being done, as something to ask for: "you don't help with the kids" → "help with the kids"."""
    if not one.negated or one.tense == "past" or not one.base:
        return ""
    act = _MERE_WILL.sub("", _BOUND_TO_PAST.sub("", one.base))
    return act if doable(act) else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
