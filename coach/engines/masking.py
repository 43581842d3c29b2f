"""Names and places → stand-ins before a text leaves this computer, and back in what comes.

There is no model for named entities here (decision 001), so a name is what the tagger takes for a proper noun, or a word with
a capital inside a sentence; a few more are masked than needed, and one written small may be missed. The page says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from coach.language.people import PEOPLE
from coach.suggest.words import VOCATIVES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed

# What begins with a capital and tells nobody who it is about.
_NO_NAME = frozenset(
    """i i'm i'll i'd i've monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may
    june july august september october november december christmas easter diwali ramadan eid hanukkah halloween thanksgiving new year ok okay
    tv pc whatsapp instagram facebook tiktok netflix youtube google god xmas uncle aunt auntie grandma grandpa nan gran lol omg idk tbh btw
    im dont cant wont didnt ive u ur pls plz english covid""".split()
)
_CONTACT = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|@\w{2,}|\+?\d[\d ()/.-]{6,}\d|\b\d{1,4}[a-z]? (?:[A-Z]\w+ )+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Way|Court|Square)\b"
)
_FEWEST = 2  # letters of a name


class Mask:
    """The stand-ins of one text. ``hide`` and ``show`` undo each other."""

    def __init__(self, parsed: Parsed) -> None:
        names = dict.fromkeys([match[0] for match in _CONTACT.finditer(parsed.text)])
        names.update(dict.fromkeys(_names(parsed)))
        self._stand_ins: dict[str, str] = {}
        taken = parsed.text.lower()
        number = 0
        for name in names:
            number += 1
            while f"name{number}" in taken:
                number += 1
            self._stand_ins[name] = f"Name{number}"
        self._hidden = _any_of(self._stand_ins)
        self._back = {stand_in: name for name, stand_in in self._stand_ins.items()}
        self._shown = _any_of(self._back)

    def hide(self, text: str) -> str:
        """The text with every known name masked."""
        return self._hidden.sub(lambda match: self._stand_ins[match[0]], text) if self._hidden else text

    def show(self, value: Any) -> Any:
        """The same value, of any JSON shape, with the names put back into its texts."""
        if isinstance(value, str):
            return self._shown.sub(lambda match: self._back[match[0]], value) if self._shown else value
        if isinstance(value, list):
            return [self.show(one) for one in value]
        if isinstance(value, dict):
            return {key: self.show(one) for key, one in value.items()}
        return value


def _any_of(words: dict[str, str]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)") if words else None


def _names(parsed: Parsed) -> Iterator[str]:
    for token in parsed.doc:
        if _is_name(token):
            yield parsed.text[parsed.starts[token.i] : parsed.ends[token.i]]


def _is_name(token: Token) -> bool:
    word = token.lower_
    if len(word) < _FEWEST or not token.text[0].isalpha() or word in _NO_NAME or word in PEOPLE or word in VOCATIVES:
        return False
    if token.pos_ == "PROPN":
        return True
    capital = token.text[0].isupper() and token.text[1:].islower()
    return (
        capital
        and token.i > token.sent.start
        and token.nbor(-1).text not in {".", "!", "?", "“", '"', "‘", "'", ":", "…"}
    )
