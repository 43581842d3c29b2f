"""A deck → a PDF of cards to cut out: nine to a page, the back of each behind its front when the sheet is turned on its long edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.library.cards import Card, Deck
from coach.studio.fonts import printable
from coach.studio.paper import FAMILY, Paper

_INSET = 5.0  # millimetres between the edge of a card and its words
_LEAST = 4.0  # points; the type shrinks until the words fit
_LEADING = 1.3
_POINT = 0.3528
_DOTS = {1: "Light", 2: "Warmer", 3: "Deep"}


class _Sheets(Paper):
    """Pages of cards have no numbers: they would be cut off."""

    _numbered = False


def cut_cards(deck: Deck, *, big: bool = False) -> bytes:
    """The deck as fronts and backs, page by page; ``big`` puts four to a page."""
    columns, rows, size = (2, 2, 20.0) if big else (3, 3, 12.5)
    faces = [(card.text, deck.title, _DOTS[card.depth], list(_back(card))) for card in deck.cards]
    letters = "".join(printable(text) for front, title, dot, back in faces for text in (front, title, dot, *back))
    paper = _Sheets(f"{deck.title}: cards", letters, size)
    for first in range(0, len(faces), columns * rows):
        sheet = faces[first : first + columns * rows]
        paper.add_page()
        for place, (front, title, dot, _) in enumerate(sheet):
            left, top, width, height = _place(paper, place, columns, rows)
            _edges(paper, left, top, width, height)
            _fitted(paper, [front], left, top, width, height - 6, size, style="B")
            _foot(paper, f"{title}  ·  {dot}", left, top, width, height, size)
        paper.add_page()
        for place, (_, _, _, back) in enumerate(sheet):
            mirrored = place - place % columns + columns - 1 - place % columns
            left, top, width, height = _place(paper, mirrored, columns, rows)
            _edges(paper, left, top, width, height)
            _fitted(paper, back, left, top, width, height, size * 0.8)
    return bytes(paper.output())


def _back(card: Card) -> Iterator[str]:
    if card.ask_permission:
        yield f"Ask first: {card.ask_permission}"
    yield f"To go first: {card.go_first}"
    for step in card.follow_ups:
        yield f"If {step.when}: {step.ask}"


def _place(paper: Paper, place: int, columns: int, rows: int) -> tuple[float, float, float, float]:
    width, height = (paper.w - 18) / columns, (paper.h - 24) / rows
    return 9 + place % columns * width, 12 + place // columns * height, width, height


def _edges(paper: Paper, left: float, top: float, width: float, height: float) -> None:
    """A fine dashed line to cut along."""
    paper.set_line_width(0.15)
    paper.set_dash_pattern(dash=1.2, gap=1.2)
    paper.rect(left, top, width, height)
    paper.set_dash_pattern()


def _fitted(
    paper: Paper,
    texts: Sequence[str],
    left: float,
    top: float,
    width: float,
    height: float,
    size: float,
    style: str = "",
) -> None:
    """Paragraphs in the middle of a card, in type as large as fits."""
    room = height - 2 * _INSET
    while True:
        paper.set_font(FAMILY, style, size)
        lines = [paper.lines(printable(text), width - 2 * _INSET) for text in texts]
        line, gap = size * _POINT * _LEADING, size * _POINT * 0.6
        tall = sum(map(len, lines)) * line + gap * (len(lines) - 1)
        if tall <= room or size <= _LEAST:
            break
        size -= 0.25
    y = top + (height - tall) / 2
    for paragraph in lines:
        with paper.tagged("/P"):
            for words in paragraph:
                paper.set_xy(left + _INSET, y)
                paper.cell(width - 2 * _INSET, line, words, align="L")
                y += line
        y += gap


def _foot(paper: Paper, text: str, left: float, top: float, width: float, height: float, size: float) -> None:
    points = size * 0.55
    paper.set_font(FAMILY, "", points)
    with paper.tagged("/P"):
        for line in reversed(paper.lines(printable(text), width - 2 * _INSET)):
            height -= points * _POINT * 1.2
            paper.set_xy(left + _INSET, top + height - 3)
            paper.cell(width - 2 * _INSET, points * _POINT * 1.2, line)
