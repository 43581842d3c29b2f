"""What no draft of a message tells, in the person's own words, for another time. Nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.language.people import ROLES
from coach.suggest.account import OTHERS, TO_COME, orders
from coach.suggest.as_said import as_said
from coach.suggest.choose_cards import stems
from coach.suggest.kinds import passages
from coach.suggest.set_aside import listed
from coach.suggest.spoken import SECRET

if TYPE_CHECKING:
    from coach.language.parse import Parsed
    from coach.suggest.message import Message

_ALONE, _IN_PLACE = 3.0, 0.5  # odds of blame, heard alone and in its place, below which a passage may wait
_ABOUT_SAYING = re.compile(
    r"\b(?:i (?:haven't|have not)|i've not|(?:have|need|got|want|wanted|like|going|'ve) to) (?:told|tell|said|say|word|mention|ask|ring|thank|apologi[sz]e)\b|\bi'm (?:going to|gonna) say\b",
    re.IGNORECASE,
)
_LEAST = 3  # words of a passage that tells something
_NEW = 0.3  # of the words of a line: below, and with no number among them, it is told already
_SMALL = frozenset({"the", "a", "my", "your"})
_DETERMINED = re.compile(r"^(?:the|an?) ")
_LIST = "I'd also like to talk about "
_ASKS = re.compile(
    r"(?:so |and |but |or )?(?:how|what|why|do|does|did|are|is|should|shall|can|could|any)\b", re.IGNORECASE
)
_VERBS = frozenset({"VERB", "AUX"})


def quiet(
    parsed: Parsed, stinging: frozenset[int], message: Message, odds: Sequence[tuple[float, float]]
) -> tuple[str, ...]:
    """The passages that may wait for another time, as they were said; ``odds`` as in :func:`coach.suggest.account.account`."""
    kept = []
    for (words, span), (alone, in_place) in zip(passages(parsed), odds, strict=True):
        told = [token for token in span if token.is_alpha or token.like_num]
        tells = len(told) >= _LEAST and any(token.pos_ in _VERBS for token in told)
        line = as_said(span, message.target, frozenset())
        asks = words.rstrip().endswith("?") or _ASKS.match(words) or _ASKS.match(line) or orders(span)
        stings = not stinging.isdisjoint(range(span.start, span.end))
        if (
            tells
            and not (asks or stings or any(form.search(words) for form in (TO_COME, SECRET, _ABOUT_SAYING)))
            and alone < _ALONE
            and in_place < _IN_PLACE
        ):
            kept.append(line)
    return tuple(filter(None, kept))


def another_time(later: Sequence[str], waiting: Sequence[str], told: str, named: Sequence[str]) -> tuple[str, ...]:
    """Lines set aside and those ``waiting``, but for what is ``told``; ``named``: noun phrases, in a list if nothing else holds them."""
    known, lines = _words(told), []
    for line in (*(one for one in later if not (one.startswith(_LIST) or _ABOUT_SAYING.search(one))), *waiting):
        words = _words(line)
        new = words - known
        if len(new) > _NEW * len(words) or any(one[0].isdigit() for one in new):
            lines.append(line)
            known |= words
    said = stems(" ".join((told, *lines)))
    matters = [one for one in named if not _words(one) - _SMALL <= known and _DETERMINED.sub("", one) not in ROLES]
    matters = [
        one for one in matters if not stems(one) or stems(one.removeprefix("having ")) - said or re.search(r"\d", one)
    ]
    return (*lines, *([f"{_LIST}{listed(matters)}."] if matters else []))


def _words(text: str) -> frozenset[str]:
    """Those of a text but for the persons, who change when it is told."""
    return frozenset(re.findall(r"[\w']+", OTHERS.sub("", text.lower())))
