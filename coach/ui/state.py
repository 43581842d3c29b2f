"""What one person's session knows. Everything sits in the session state; nothing a person typed is shared or cached."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from coach.engines.port import collect
from coach.errors import CoachError, TextTooLong
from coach.model import CoachingPlan, IStatement, Proposals, Reading, SafetyScreen, Situation, Style, Wish
from coach.ui import written

if TYPE_CHECKING:
    from coach.service import CoachService  # not at run time: it would load the parser before there is a text

TEXT, RELATION, FEELING, NEED = "coach_text", "coach_relation", "coach_feeling", "coach_need"
_ASKED, _WORK, _MESSAGE, _RECHECKED = "coach_asked", "coach_work", "coach_message", "coach_rechecked"
_GOES_ON, _SAID, _DANGER, _GRAVE = "coach_goes_on", "coach_said", "coach_danger", "coach_grave"
_BEGAN, _PLANS = "coach_began", "coach_plans"
_LONG, _MANY = 3600, 10  # seconds and plans after which the coach says again what it is
_GRAVITY = {"none": 0, "concern": 1, "immediate": 2}
# Said in turn, so that a second plan is announced too: a live region is read out when its words change.
_READY = ("Your plan is ready below.", "Your new plan is ready below.")
_WRITTEN = ("The model’s drafts are there.", "New drafts by the model are there.")
_FIRST = ("Please read what stands below first.", "Please read first what stands below.")
EMPTY = "The box is still empty. Write a sentence or two, just as you would say it, and press the button again."
PUT_AWAY = "Questions for two are put away for now. They come back when you open the app anew."
NO_REHEARSAL = "Rehearsals are put away for now. They come back when you open the app anew."


@dataclass(frozen=True)
class Work:
    """One text, read once: its reading, what can be picked, and the plan for what was picked."""

    reading: Reading
    proposals: Proposals
    plan: CoachingPlan


def ask() -> None:
    """The button was pressed: remember what to read, or say why there is nothing to read."""
    text = st.session_state.get(TEXT) or ""
    st.session_state[_MESSAGE] = None if text.strip() else EMPTY
    if text.strip():
        st.session_state[_ASKED] = Situation(text=text, relation=st.session_state.get(RELATION))


def message() -> str | None:
    """A sentence for the person about their last try, if there is one."""
    said: str | None = st.session_state.get(_MESSAGE)
    return said


def work(service: CoachService) -> Work | None:
    """The work on what was asked last, computed once. An error becomes the message; the text stays in its box."""
    asked: Situation | None = st.session_state.get(_ASKED)
    known: Work | None = st.session_state.get(_WORK)
    if asked is None or (known is not None and known.reading.situation == asked):
        return known
    try:
        known = _begin(service, asked)
    except CoachError as error:
        st.session_state[_MESSAGE] = str(error)
        known = None
    if known is None:
        st.session_state[_ASKED] = None
    st.session_state[_WORK] = known
    return known


def line() -> Callable[[], bool]:
    """Tells, now and later and in any thread, whether the browser that shows this page is still connected."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        return lambda: True
    return partial(runtime.get_instance().is_active_session, context.session_id)


def waiting() -> bool:
    """Whether there is anything to read or to show."""
    return st.session_state.get(_ASKED) is not None


def draft_key(style: Style) -> str:
    """The key of the box that holds a draft; each version of the drafts has boxes of its own."""
    return f"draft_{style}{written.version()}"


def choose(service: CoachService) -> None:
    """Another feeling or need was picked: write the drafts again, and keep every draft the person changed."""
    before: Work = st.session_state[_WORK]
    wish = Wish(feeling=st.session_state.get(FEELING), need=st.session_state.get(NEED))
    after = replace(before, plan=collect(before.reading, service.parts(before.reading, wish)))
    written.show("offline")
    changed = {draft.style for draft in before.plan.drafts if was_changed(draft)}
    _fill(draft for draft in after.plan.drafts if draft.style not in changed)
    st.session_state[_WORK] = after


def bring(service: CoachService, known: Work) -> None:
    """Ask a model where there is one and the person agreed, and put what came from it beside the offline plan."""
    written.begin(service, known)
    untouched = not any(was_changed(draft) for draft in written.plan(known).drafts)
    if drafts := written.take(untouched):
        for draft in drafts:
            st.session_state[f"draft_{draft.style}{written.newest()}"] = draft.text
        _announce(_WRITTEN)


def was_changed(draft: IStatement) -> bool:
    """Whether the person changed this draft in its box."""
    return current_text(draft) != draft.text


def current_text(draft: IStatement) -> str:
    """A draft as it stands in its box."""
    text: str = st.session_state.get(draft_key(draft.style), draft.text)
    return text


def restore(draft: IStatement) -> None:
    """Put the coach's own draft back into its box."""
    _fill((draft,))


def recheck(service: CoachService, text: str) -> Reading:
    """Read a draft changed by hand; the same text is read once. Raises TextTooLong."""
    known: dict[str, Reading] = st.session_state.setdefault(_RECHECKED, {})
    if text not in known:
        st.session_state[_RECHECKED] = known = {**dict(list(known.items())[-5:]), text: service.recheck(text)}
    return known[text]


def screen(service: CoachService, known: Work) -> SafetyScreen:
    """The gravest of what the text, the last wish and the drafts changed by hand tell; that there was any danger is remembered."""
    screens = [known.reading.screen, written.wish_screen()]
    for draft in written.plan(known).drafts:
        if was_changed(draft):
            with suppress(TextTooLong):
                screens.append(recheck(service, current_text(draft)).screen)
    gravest = max(screens, key=lambda seen: _GRAVITY[seen.severity])
    note_danger(gravest)
    return gravest


def note_danger(seen: SafetyScreen) -> None:
    """Remember what words of this session told of danger, if they did."""
    if seen.severity != "none":
        st.session_state[_DANGER] = True
    if seen.severity == "immediate":
        st.session_state[_GRAVE] = True


def danger_seen() -> bool:
    """Whether any text of this session told of danger: nothing for two is offered from then on."""
    return bool(st.session_state.get(_DANGER))


def grave_seen() -> bool:
    """Whether any text of this session told of immediate danger: no rehearsal is offered from then on."""
    return bool(st.session_state.get(_GRAVE))


def goes_on() -> bool:
    """Whether the person chose, for this text, to go on after a concern."""
    return bool(st.session_state.get(_GOES_ON))


def been_long() -> bool:
    """Whether this session has gone on for an hour or for ten plans."""
    began: float = st.session_state.setdefault(_BEGAN, time.monotonic())
    plans: int = st.session_state.get(_PLANS, 0)
    return plans >= _MANY or time.monotonic() - began >= _LONG


def go_on(service: CoachService, *, drafts: bool) -> None:
    """The person chose to go on to the wording for safety, for this text only. ``drafts``: own ones may follow it."""
    st.session_state[_GOES_ON] = True
    _announce(_READY)
    known: Work = st.session_state[_WORK]
    if drafts and not known.plan.drafts:
        with suppress(Exception):  # whatever fails in an engine, the words for safety stand
            st.session_state[_WORK] = _written(service, known.reading)


def announcement() -> str:
    """One short sentence for screen readers; it changes once for each plan, never on a rerun."""
    return str(st.session_state.get(_SAID, ""))


def text_moved_on(known: Work) -> bool:
    """Whether the box no longer holds the text that was read."""
    text: str = st.session_state.get(TEXT) or ""
    return text != known.reading.situation.text


def _begin(service: CoachService, asked: Situation) -> Work:
    reading = service.reading(asked)
    st.session_state[_GOES_ON] = False
    st.session_state[_PLANS] = st.session_state.get(_PLANS, 0) + 1
    _announce(_READY if reading.screen.severity == "none" else _FIRST)
    if reading.screen.severity != "none":  # no engine is asked before the person goes on
        return Work(reading, Proposals(), collect(reading, ()))
    return _written(service, reading)


def _written(service: CoachService, reading: Reading) -> Work:
    written.show("offline")
    proposals = service.proposals(reading)
    plan = collect(reading, service.parts(reading))
    st.session_state[FEELING] = proposals.feelings[0].id if proposals.feelings else None
    st.session_state[NEED] = proposals.needs[0].id if proposals.needs else None
    _fill(plan.drafts)
    return Work(reading, proposals, plan)


def _announce(sentences: tuple[str, str]) -> None:
    first, second = sentences
    st.session_state[_SAID] = second if announcement() == first else first


def _fill(drafts: Iterable[IStatement]) -> None:
    for draft in drafts:
        st.session_state[draft_key(draft.style)] = draft.text
