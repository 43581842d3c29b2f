"""The stage: a presentation on a full page, in large type, led by keys and buttons. All text in it is text, never markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coach.studio.presenter import Presentation, Version
from coach.ui.marks import stretches
from coach.ui.markup import displayable
from coach.ui.served import component
from coach.ui.words import KINDS, STYLES

if TYPE_CHECKING:
    from coach.studio.lenses import Line

_KEY = "presenter_stage"
_TITLES = {
    "said": "What was said",
    "heard": "What is heard",
    "parts": "What lies beneath",
    "lens": "In the form of a technique",
    "draft": "One way to say it",
    "beside": "Side by side",
}


def stage(shown: Presentation, number: int, *, on_clear: Callable[[], None], on_change: Callable[[], None]) -> None:
    """Show it over the whole page. A new ``number`` begins at the first step; ``on_change`` goes back to the sentence."""
    component("stage")(key=_KEY, data=_data(shown, number), on_clear_change=on_clear, on_edit_change=on_change)


def _data(shown: Presentation, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "note": displayable(shown.note),
        "steps": [{"name": step.name, "title": _TITLES[step.name], "count": step.count} for step in shown.steps],
        "said": _version(shown.said),
        "beside": _version(shown.beside) if shown.beside else None,
        "parts": [_line(line) for line in shown.parts],
        "lenses": [{"name": lens.name, "lines": [_line(line) for line in lens.lines]} for lens in shown.lenses],
        "drafts": [{"name": STYLES[draft.style], "text": displayable(draft.text)} for draft in shown.drafts],
    }


def _version(version: Version) -> dict[str, Any]:
    return {
        "pieces": [
            {"text": displayable(piece.text), "marks": piece.numbers, "ends": piece.ends}
            for piece in stretches(version.text, [one.place for one in version.stings])
        ],
        "reasons": [
            {"kind": KINDS[one.kind] if one.kind else one.place.text, "why": one.why} for one in version.stings
        ],
    }


def _line(line: Line) -> dict[str, Any]:
    return {"name": line.name, "text": displayable(line.text), "said": line.said}
