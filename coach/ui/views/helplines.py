"""Help lines for a region that the person picks; it is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from coach.safety import help as known
from coach.ui.markup import Markup, element, link, say, show
from coach.ui.resources import content

if TYPE_CHECKING:
    from coach.library.shown import Helpline, Region

_REGION = "help_region"
_PLAIN_NUMBER = re.compile(r"\+?\d[\d -]{1,18}")


def helplines(helps: Sequence[str] = (), most: int | None = None) -> None:
    """The picker, then the region's emergency number and lines, fit for ``helps`` first.

    With ``most``, what comes after so many lines is folded, and so is all that is shown before a region is picked.
    """
    library, today = content(), datetime.now(tz=UTC).date()
    regions = {region.id: region for region in library.regions if region.id != known.INTERNATIONAL}
    if not regions:
        say("The list of help lines is missing from this copy of the app. Please call your local emergency number.")
        return
    picked = st.selectbox(
        "Where are you?",
        list(regions),
        index=None,
        format_func=lambda name: regions[name].name if name in regions else name,
        placeholder="Choose a country or region",
        key=_REGION,
        width=360,
        persist_state="session",
    )
    directory = known.directory(library.helplines, today=today)
    if picked in regions:
        number = known.emergency(library.regions, picked) or ""
        show(element("p", "In an emergency: ", element("strong", number), cls="cc-text"))
        lines = known.lines(library.helplines, picked, helps, today=today)
        _some(lines, len(lines) if most is None else most)
        _fold("Anywhere else", directory, "help_elsewhere")
        return
    _numbers(regions.values())
    if most is not None:
        _fold("Anywhere else", directory, "help_elsewhere")
        return
    say("Anywhere else, these directories know lines in most countries:")
    for line in directory:
        _line(line)


def _some(lines: Sequence[Helpline], most: int) -> None:
    for line in lines[:most]:
        _line(line)
    _fold("More lines", lines[most:], "help_more")


def _fold(title: str, lines: Sequence[Helpline], key: str) -> None:
    if lines:
        with st.expander(title, key=key, type="compact"):
            for line in lines:
                _line(line)


def _numbers(regions: Iterable[Region]) -> None:
    pairs = [(element("dt", region.name), element("dd", region.emergency)) for region in regions]
    with st.expander("Emergency numbers", key="help_numbers", type="compact"):
        show(element("dl", *(item for pair in pairs for item in pair), cls="cc-parts"))


def _line(line: Helpline) -> None:
    with st.container(border=True):
        show(
            element("p", element("strong", line.name), cls="cc-text"),
            element("dl", *(item for pair in _facts(line) for item in pair), cls="cc-parts"),
        )


def _number(call: str | None) -> Markup | str | None:
    """A number that a phone can dial as it is becomes a link; one with words around it stays text."""
    if call is None or not _PLAIN_NUMBER.fullmatch(call):
        return call
    return link(call, "tel:" + re.sub(r"[ -]", "", call))


def _site(url: str) -> Markup:
    """In a new tab: what was typed here is lost when its page is left."""
    return link(f"{url.removeprefix('https://').rstrip('/')} (new tab)", url, target="_blank")


def _checked(line: Helpline) -> str:
    if line.status == "recalled":
        return "Not yet confirmed. If it does not answer, try another line."
    where = line.source if line.status == "official" else f"{line.source} (not its own site)"
    return f"on {line.checked.day} {line.checked:%B %Y}, from {where}"


def _facts(line: Helpline) -> Iterator[tuple[Markup, Markup]]:
    facts: tuple[tuple[str, Markup | str | None], ...] = (
        ("For", ", ".join(line.serves).replace("-", " ")),
        ("Call", _number(line.call)),
        ("Text", line.text),
        ("Online", _site(line.url) if line.url else None),
        ("Open", line.hours or ("See its own site" if line.call or line.text else None)),
        ("Languages", ", ".join(line.languages)),
        ("Note", line.note),
        ("Checked", _checked(line)),
    )
    for name, words in facts:
        if words:
            yield element("dt", name), element("dd", words)
