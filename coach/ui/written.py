"""What a model writes beside the offline plan: when it is asked, what came, and which of the two is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from coach.model import CoachingPlan, IStatement, PlanPart, SafetyScreen, Slot, Wish
from coach.ui.connection import AGREED, connection
from coach.ui.worker import Job

if TYPE_CHECKING:
    from coach.service import CoachService
    from coach.ui.state import Work
    from coach.wiring import Connection

WORDS = "model_words"
_JOB, _PARTS, _FOR, _VERSION, _SHOWN, _WISH_SCREEN = (
    "model_job",
    "model_parts",
    "model_for",
    "model_version",
    "model_shown",
    "model_wish_screen",
)
_SECONDS_TO_STOP = 0.5


def offered(work: Work) -> Connection | None:
    """The model that may be asked about this text: there is one, and the text is one that may be sent."""
    from coach.engines.llm import may_be_sent

    known = connection()
    return known if known is not None and may_be_sent(work.reading) else None


def agreed() -> bool:
    """Whether the person switched on that texts are sent."""
    return bool(st.session_state.get(AGREED))


def job() -> Job | None:
    """The request at work, or the last one."""
    known: Job | None = st.session_state.get(_JOB)
    return known


def begin(service: CoachService, work: Work) -> None:
    """Ask the model about this text, once, as soon as the person agreed."""
    situation = work.reading.situation
    if st.session_state.get(_FOR) != situation:  # another text: nothing of the last one is shown beside it
        stop()
        st.session_state[_FOR], st.session_state[_PARTS], st.session_state[_JOB] = situation, {}, None
        st.session_state[_WISH_SCREEN], st.session_state[_VERSION] = SafetyScreen(), 0
    known = offered(work)
    if known is not None and agreed() and job() is None:
        _ask(service, work, known, Wish())


def ask(service: CoachService, work: Work, words: str | None = None) -> None:
    """Ask again: for all of it, or with a wish for other words, for the drafts alone."""
    known = offered(work)
    if known is not None and agreed():
        stop()
        _ask(service, work, known, Wish(words=words))


def vary(service: CoachService, work: Work, name: str) -> None:
    """Ask for drafts in one of the ways that the prompt knows."""
    from coach.wiring import prompts

    ask(service, work, prompts()["plan"].wishes[name])


def wish(service: CoachService, work: Work) -> None:
    """Ask for drafts as the person wishes. A wish that tells of danger is not sent; the page shows help instead."""
    words = (st.session_state.get(WORDS) or "").strip()
    st.session_state[_WISH_SCREEN] = service.screen(words) if words else SafetyScreen()
    if words and wish_screen().severity == "none":
        ask(service, work, words)


def wish_screen() -> SafetyScreen:
    """What the safety screen saw in the last wish."""
    seen: SafetyScreen = st.session_state.get(_WISH_SCREEN, SafetyScreen())
    return seen


def stop() -> None:
    """Stop what is at work; what came until now stays."""
    if (known := job()) is not None:
        known.stop()
        known.wait(_SECONDS_TO_STOP)


def take(may_show: bool) -> tuple[IStatement, ...]:
    """Put what came beside the offline plan; gives the drafts among it.

    New drafts are shown at once where ``may_show``; else the person keeps their own and switches when they like.
    """
    known = job()
    new = known.take() if known is not None else []
    parts: dict[Slot, PlanPart] = st.session_state.setdefault(_PARTS, {})
    parts.update({part.slot: part for part in new})
    drafts = tuple(draft for part in new for draft in part.items if isinstance(draft, IStatement))
    if drafts:
        st.session_state[_VERSION] = st.session_state.get(_VERSION, 0) + 1
    if new:
        st.session_state[_SHOWN] = "model" if may_show else "offline"
    return drafts


def there_is_some() -> bool:
    """Whether a model wrote anything for this text."""
    return bool(st.session_state.get(_PARTS))


def shown() -> Literal["model", "offline"]:
    """Which version is on the page."""
    return "model" if there_is_some() and st.session_state.get(_SHOWN) == "model" else "offline"


def show(which: Literal["model", "offline"]) -> None:
    """Show the other version; every draft stays in its box."""
    st.session_state[_SHOWN] = which


def version() -> str:
    """What tells the boxes of the drafts that are shown from those of other versions."""
    parts: dict[Slot, PlanPart] = st.session_state.get(_PARTS) or {}
    return newest() if shown() == "model" and "drafts" in parts else ""


def versions() -> list[str]:
    """The same for all versions there are, the offline one first."""
    count = st.session_state.get(_VERSION, 0) if there_is_some() else 0
    return ["", *(f"_{number}" for number in range(1, count + 1))]


def newest() -> str:
    """The same for the drafts that came last."""
    return f"_{st.session_state.get(_VERSION, 0)}"


def plan(work: Work) -> CoachingPlan:
    """The plan as it is shown."""
    if shown() == "offline":
        return work.plan
    parts: dict[Slot, PlanPart] = st.session_state[_PARTS]
    return work.plan.model_copy(
        update={
            **{slot: part.items for slot, part in parts.items()},
            "written_by": {**work.plan.written_by, **{slot: part.written_by for slot, part in parts.items()}},
            "stand_ins": {slot: part.stand_ins for slot, part in parts.items()},
        }
    )


def _ask(service: CoachService, work: Work, known: Connection, wish: Wish) -> None:
    coach = known.writing(service)
    begun = Job(wish, lambda cancel: coach.parts(work.reading, wish, cancel))
    st.session_state[_JOB] = begun
    _at_work()[:] = [begun]


def _stop_all(jobs: list[Job]) -> None:
    for one in jobs:
        one.stop()


@st.cache_resource(scope="session", on_release=_stop_all, show_spinner=False)
def _at_work() -> list[Job]:
    """The request of this session; when the session ends, because its page was left, the request is cut."""
    return []
