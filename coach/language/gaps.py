"""A token pattern with gaps, matched in time that grows with the text alone.

spaCy's ``Matcher`` follows every way to fill ``{OP = "{0,12}"}`` with any tokens, and two such gaps in one pattern can cost it a third of a second
a sentence. Here what stands between gaps is matched piece by piece, and the pieces are joined where the gap fits. What is found is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.vocab import Vocab

_REPEATED = re.compile(r"\{(\d+),(\d+)\}")
_OPTIONAL = re.compile(r"[?*]|\{0?,")
_WIDE = 3  # tokens; a smaller gap costs the Matcher little


@dataclass(frozen=True)
class _Gap:
    """Between ``least`` and ``most`` tokens of any kind, or of any kind but punctuation."""

    least: int
    most: int
    plain: bool

    def fits(self, stretch: DocSpan, first: int, last: int) -> bool:
        """The tokens from ``first`` up to and without ``last`` are such a gap."""
        if not self.least <= last - first <= self.most:
            return False
        return not (self.plain and any(token.is_punct for token in stretch[first:last]))


class GapMatcher:
    """One token pattern, compiled; of matches that overlap the longest stands, as with ``greedy="LONGEST"``."""

    def __init__(self, vocab: Vocab, tokens: Sequence[dict[str, Any]]) -> None:
        from spacy.matcher import Matcher

        pieces, self._gaps = _pieces(tokens)
        self._matcher: Any = Matcher(vocab)
        self._numbers = {vocab.strings.add(f"piece {number}"): number for number in range(len(pieces))}
        for name, number in self._numbers.items():
            self._matcher.add(name, [pieces[number]])

    def __call__(self, stretch: DocSpan) -> list[tuple[int, int]]:
        """The token ranges, counted from the start of ``stretch``: first, and one after the last."""
        places: list[list[tuple[int, int]]] = [[] for _ in self._numbers]
        for name, first, last in self._matcher(stretch):
            places[self._numbers[name]].append((first, last))
        found = set(places[0])
        for gap, following in zip(self._gaps, places[1:], strict=True):
            found = {
                (first, end)
                for first, last in found
                for start, end in following
                if start >= last and gap.fits(stretch, last, start)
            }
        return list(_longest(found))


def _pieces(tokens: Sequence[dict[str, Any]]) -> tuple[list[list[dict[str, Any]]], list[_Gap]]:
    """The tokens between wide gaps, and the gaps; all in one piece where a piece could be empty, since only the Matcher finds nothing."""
    pieces: list[list[dict[str, Any]]] = [[]]
    gaps: list[_Gap] = []
    for token in tokens:
        gap = _gap(token)
        if gap is None:
            pieces[-1].append(token)
        else:
            gaps.append(gap)
            pieces.append([])
    if all(any(not _OPTIONAL.match(token.get("OP", "1")) for token in piece) for piece in pieces):
        return pieces, gaps
    return [list(tokens)], []


def _gap(token: dict[str, Any]) -> _Gap | None:
    """The gap that a token pattern stands for; None where it asks for more than no punctuation, or is narrow."""
    repeated = _REPEATED.fullmatch(token.get("OP", ""))
    rest = {name: value for name, value in token.items() if name != "OP"}
    if repeated is None or rest not in ({}, {"IS_PUNCT": False}):
        return None
    least, most = int(repeated[1]), int(repeated[2])
    return _Gap(least, most, bool(rest)) if most >= _WIDE else None


def _longest(found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of places that overlap the longest, and of those of one length the first."""
    taken: set[int] = set()
    for first, last in sorted(found, key=lambda place: (place[0] - place[1], place[0])):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            yield first, last
