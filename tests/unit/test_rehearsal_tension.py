"""What moves a partner's tension: rules by which a better turn is never punished."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.library.load import Library
from coach.library.practice import Act, Persona
from coach.model import Analysis, Finding, Heard, Kind, Reading, SafetyScreen, Situation
from coach.rehearsal.acts import Said
from coach.rehearsal.state import Hardness, Turn
from coach.rehearsal.tension import moved

GOOD: tuple[Act, ...] = (
    "validating", "reflective", "responsibility", "repair", "apology", "curious", "owned_feeling", "request",
)  # fmt: skip
BAD: tuple[Act | None, ...] = (
    None,
    "fixing",
    "defensive",
    "minimising",
    "interrogating",
    "dismissive",
    "blaming",
    "blame",
)
READING = Reading(
    situation=Situation(text=""),
    analysis=Analysis(
        text="",
        intent="plain",
        findings=(),
        questions=(),
        heard=Heard(score=50, reasons=("a", "b")),
        topics=("communication",),
    ),
    screen=SafetyScreen(),
)
kinds = st.lists(st.sampled_from(get_args(Kind)), max_size=4)
goods = st.frozensets(st.sampled_from(GOOD), max_size=4)


def said(found: list[Kind], good: frozenset[Act], bad: Act | None, *, owns: bool = False, closed: bool = False) -> Said:
    """A turn with this in it."""
    findings = tuple(Finding(start=0, end=1, text="x", pattern="a.b", kind=kind, why="w") for kind in found)
    return Said(READING, bad or "neutral", findings, good, bad, owns, closed, {})


def before(tension: int, *past: frozenset[Act]) -> tuple[Turn, ...]:
    """Turns that came before."""
    return tuple(
        Turn(id=i, parent=i - 1 if i else None, kind="said" if i else "opening", goods=tuple(acts), tension=tension)
        for i, acts in enumerate((frozenset(), *past))
    )


@settings(max_examples=3000)
@given(
    st.integers(0, 100), st.lists(goods, max_size=3), kinds, goods, st.sampled_from(BAD), goods, st.integers(0, 4),
    st.booleans(), st.sampled_from(get_args(Hardness)), st.data(),
)  # fmt: skip
def test_a_better_turn_is_never_punished(
    library: Library,
    now: int,
    past: list[frozenset[Act]],
    found: list[Kind],
    good: frozenset[Act],
    bad: Act | None,
    more: frozenset[Act],
    fewer: int,
    owns: bool,
    hardness: Hardness,
    data: st.DataObject,
) -> None:
    """With less that stings, or with more good in it, no turn leaves any partner tenser, wherever the talk stands."""
    persona: Persona = data.draw(st.sampled_from(library.personas))
    milder = BAD[: BAD.index(bad) + 1]
    path = before(now, *past)
    worse = moved(path, said(found, good, bad, owns=owns), persona, hardness)
    better = moved(
        path, said(found[fewer:], good | more, data.draw(st.sampled_from(milder)), owns=True), persona, hardness
    )
    assert better <= worse


@pytest.mark.parametrize("now", [40, 55, 80])
def test_what_each_does(library: Library, now: int) -> None:
    """Blame raises, good turns lower, small talk hardly moves, sorry without anything else stops short of calm."""
    for persona in library.personas:
        assert moved(before(now), said(["absolute"], frozenset(), "blame"), persona, "real") > now
        for act in GOOD:
            assert moved(before(now), said([], frozenset({act}), None), persona, "real") < now
        assert now - 2 <= moved(before(now), said([], frozenset(), None), persona, "real") <= now
        sorry = frozenset[Act]({"apology"})
        assert moved(before(now, sorry, sorry), said([], sorry, None), persona, "real") >= 35


def test_triggers_and_softeners_count(library: Library) -> None:
    """What sets a persona off costs more than the like; what softens them soothes more."""
    for persona in library.personas:
        touchy = persona.triggers[0].kinds[0]
        plain = persona.model_copy(
            update={"triggers": (persona.triggers[0].model_copy(update={"kinds": ("third_person",)}),)}
        )
        blow = said([touchy], frozenset(), "fixing")
        assert moved(before(40), blow, persona, "real") > moved(before(40), blow, plain, "real")
        dear = persona.softeners[0].acts[0]
        cold = persona.model_copy(
            update={"softeners": (persona.softeners[0].model_copy(update={"acts": ("neutral",)}),)}
        )
        kind = said([], frozenset({dear}), None)
        assert moved(before(60), kind, persona, "real") < moved(before(60), kind, cold, "real")
