"""What stands on a handout, before it has a form: blocks of text that :mod:`coach.studio.paper` prints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 to 3."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Words:
    """A paragraph: plain, ``soft`` (smaller), ``strong``, or a ``quote`` with a line beside it."""

    text: str
    manner: str = "plain"


@dataclass(frozen=True)
class Points:
    """A list, with bullets or numbers."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Blank:
    """Lines to write on by hand."""

    lines: int = 2


@dataclass(frozen=True)
class Table:
    """Rows under a head; ``widths`` are shares of the page."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Timeline:
    """A bar for each turn, up where it warms and down where it cools, and a number under each that is marked."""

    values: tuple[float, ...]
    marked: tuple[int, ...]
    alt: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


@dataclass(frozen=True)
class Together:
    """What stays on one page, with a little room after it."""

    blocks: tuple[Words | Blank, ...]


Block = Heading | Words | Points | Blank | Table | Timeline | NewPage | Together


@dataclass(frozen=True)
class Sheet:
    """A handout: its title and its blocks."""

    title: str
    blocks: tuple[Block, ...]


def texts(sheet: Sheet) -> list[str]:
    """Every text on the sheet, in order."""
    found = [sheet.title]
    for block in sheet.blocks:
        match block:
            case Heading() | Words():
                found.append(block.text)
            case Points():
                found += block.items
            case Table():
                found += [*block.head, *(cell for row in block.rows for cell in row)]
            case Timeline():
                found.append(block.alt)
            case Together():
                found += [inner.text for inner in block.blocks if isinstance(inner, Words)]
            case _:
                pass
    return found
