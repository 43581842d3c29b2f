"""Findings → stretches of the text, cut where any finding begins or ends, so that overlapping ones can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coach.model import Finding, Kind, Span
from coach.ui.markup import Markup, element, join


@dataclass(frozen=True)
class Stretch:
    """A piece of the text. ``numbers`` are the findings over it, from 1; ``ends`` those whose last piece it is."""

    text: str
    numbers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def stretches(text: str, spans: Sequence[Span]) -> tuple[Stretch, ...]:
    """Cut the text; joined, the pieces are the text again."""
    known = [(number, span) for number, span in enumerate(spans, 1) if 0 <= span.start < span.end <= len(text)]
    cuts = sorted({0, len(text)} | {place for _, span in known for place in (span.start, span.end)})
    return tuple(
        Stretch(
            text=text[start:end],
            numbers=tuple(number for number, span in known if span.start <= start and end <= span.end),
            ends=tuple(number for number, span in known if span.end == end),
        )
        for start, end in pairwise(cuts)
    )


def marked(text: str, spans: Sequence[Span], *, numbered: bool = True) -> Markup:
    """The text with every marked stretch in ``<mark>`` and, if ``numbered``, the number of each finding where it ends."""
    return join(*(_piece(stretch, numbered) for stretch in stretches(text, spans)))


def places(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Where each of the words first stands in the text."""
    found = ((text.find(one), one) for one in words)
    return tuple(Span(start=start, end=start + len(one), text=one) for start, one in found if start >= 0)


@dataclass(frozen=True)
class Group:
    """Findings with one reason: each quote once, with the numbers of its marks."""

    kind: Kind
    why: str
    quotes: tuple[tuple[tuple[int, ...], str], ...]


def grouped(findings: Sequence[Finding]) -> tuple[Group, ...]:
    """The findings by reason, in the order of the first of each."""
    groups: dict[tuple[Kind, str], dict[str, tuple[list[int], str]]] = {}
    for number, found in enumerate(findings, 1):
        quotes = groups.setdefault((found.kind, found.why), {})
        quotes.setdefault(found.text.casefold(), ([], found.text))[0].append(number)
    return tuple(
        Group(kind, why, tuple((tuple(numbers), words) for numbers, words in quotes.values()))
        for (kind, why), quotes in groups.items()
    )


def _piece(stretch: Stretch, numbered: bool) -> Markup:
    if not stretch.numbers:
        return element("span", stretch.text)
    numbers = join(*(element("sup", f" [{number}]", cls="cc-number") for number in stretch.ends if numbered))
    return element("mark", stretch.text, numbers, cls="cc-mark")
