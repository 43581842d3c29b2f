"""Which help lines to show: of the region the person picked, fit for the need first, none that is out of date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coach.library.shown import Helpline, Region

INTERNATIONAL = "international"


def lines(
    helplines: Iterable[Helpline], region: str, helps: Iterable[str] = (), *, today: date
) -> tuple[Helpline, ...]:
    """The current lines of one region. Those that serve a word of ``helps`` come first, by the order of ``helps``."""
    wanted = tuple(helps)
    current = [line for line in helplines if line.region == region and line.expires >= today]
    return tuple(sorted(current, key=lambda line: _rank(line, wanted)))


def directory(helplines: Iterable[Helpline], *, today: date) -> tuple[Helpline, ...]:
    """The lines that lead on anywhere in the world."""
    return lines(helplines, INTERNATIONAL, today=today)


def expired(helplines: Iterable[Helpline], *, today: date) -> tuple[Helpline, ...]:
    """Lines past their date: never shown, and a test fails while there is one."""
    return tuple(line for line in helplines if line.expires < today)


def emergency(regions: Iterable[Region], region: str) -> str | None:
    """The emergency number of a region, or None when the region is unknown."""
    return next((known.emergency for known in regions if known.id == region), None)


def _rank(line: Helpline, helps: tuple[str, ...]) -> int:
    return min((helps.index(word) for word in line.serves if word in helps), default=len(helps))
