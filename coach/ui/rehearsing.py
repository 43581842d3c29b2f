"""What one person's session knows of a rehearsal: the talk itself, what stands in the box, and what the last press of a button came to."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError
from coach.library.practice import Persona, Scene
from coach.model import SafetyScreen
from coach.rehearsal import debrief
from coach.rehearsal.kept import Kept
from coach.rehearsal.state import FULL, Hardness, Rehearsal, Setup
from coach.ui import connection, own, owner, state
from coach.ui.resources import content, rehearser, service, things

if TYPE_CHECKING:
    from coach.rehearsal.acts import Said
    from coach.rehearsal.partner import Partner

BOX, SITUATION, MATTER = "rehearse_box", "rehearse_situation", "rehearse_matter"
RELATION, PERSONA, SCENE = "rehearse_relation", "rehearse_persona", "rehearse_scene"
FROM, HARDNESS, HINTS = "rehearse_from", "rehearse_hardness", "rehearse_hints"
_TALK, _MESSAGE, _SCREEN = "rehearse_talk", "rehearse_message", "rehearse_screen"
NOTHING_SAID = "The box is still empty. Write what you would say to them, and press the button again."
OWN, SCENES = "My own situation", "A ready-made scene"
_CARRIED, _LOOKED = "rehearse_carried", "rehearse_looked"
_NO_MATTER = "Say in a few words what it is about, such as the dishes or Mum’s care."
_OPENING = "You wanted to talk. What is it?"


def now() -> Rehearsal | None:
    """The talk, if one has begun; a turn that still waits for its answer gets it here."""
    if st.session_state.get(_TALK) is None and st.session_state.get(_LOOKED) != owner.me():
        st.session_state[_LOOKED], st.session_state[_TALK] = owner.me(), _kept().talk()
    talk: Rehearsal | None = st.session_state.get(_TALK)
    if talk is not None and talk.last.answer is None:
        talk = _keep(rehearser().answer(talk, _partner()))
    return talk


def begin_scene(scene: Scene, persona: Persona) -> None:
    """Begin with a scene of the library."""
    _begin(
        Setup(
            persona=persona,
            scene=scene.id,
            relation=scene.relation,
            matter=scene.matter,
            what_happened=scene.what_happened,
            opening_line=scene.opening_line,
            other_side=scene.other_side,
            facts=scene.facts,
            hardness=_hardness(),
            seed=_seed(),
        )
    )


def begin_own(persona: Persona) -> None:
    """Begin with the person's own situation. Words that tell of danger begin nothing: the page shows help."""
    told = (st.session_state.get(SITUATION) or "").strip()
    matter = " ".join((st.session_state.get(MATTER) or "").split()).strip(" .!?")
    if not matter:
        st.session_state[_MESSAGE] = _NO_MATTER
    elif _safe(f"{told}\n{matter}"):
        _begin(
            Setup(
                persona=persona,
                relation=st.session_state.get(RELATION),
                matter=matter,
                what_happened=told,
                opening_line=_OPENING,
                hardness=_hardness(),
                seed=_seed(),
            )
        )


def say() -> None:
    """The button was pressed: say what stands in the box. Danger is not said, but answered with help; a plain "stop" ends it."""
    text, talk = (st.session_state.get(BOX) or "").strip(), st.session_state.get(_TALK)
    if talk is None or not text:
        st.session_state[_MESSAGE] = NOTHING_SAID
        return
    from coach.rehearsal.acts import asks_to_stop

    if asks_to_stop(text):
        st.session_state[BOX] = ""
        end()
    elif _safe(text):
        _keep(rehearser().hear(talk, text))  # kept before it is answered: nothing that happens meanwhile can lose it
        st.session_state[BOX] = ""


def hint() -> Said | None:
    """What stands in the box as it would be heard; nothing for an empty box or a text that is too long."""
    text, talk = (st.session_state.get(BOX) or "").strip(), st.session_state.get(_TALK)
    if talk is None or not text:
        return None
    try:
        return rehearser().hints(talk, text)
    except CoachError:
        return None


def rest() -> None:
    """Twenty minutes later."""
    _change(lambda talk: rehearser().rest(talk))


def go_back(turn: int) -> None:
    """Back to just before a turn; what was said there stands in the box, to be said another way."""
    talk = _talk()
    st.session_state[BOX] = talk.turn(turn).said
    _keep(rehearser().go_back(talk, turn))


def go_on(end: int) -> None:
    """Go on from the end of another try."""
    _change(lambda talk: rehearser().stand_at(talk, end))


def prefer(end: int) -> None:
    """Keep one try as the best."""
    _change(lambda talk: rehearser().keep(talk, end))


def end() -> None:
    """Stop, kindly, and count what was practised."""
    talk = _keep(rehearser().end(_talk()))
    if len(talk.path()) > 1:
        _kept().add_session(debrief.session(talk, datetime.now().astimezone().date().isoformat()))


def resume() -> None:
    """Go on with a talk that was stopped."""
    _change(lambda talk: rehearser().stand_at(talk, talk.at))


def carry_over() -> None:
    """What was typed on the Coach page stands ready here, once."""
    session = st.session_state
    text = session.get(state.TEXT) or ""
    if text.strip() and session.get(_CARRIED) != text and not session.get(SITUATION):
        session[SITUATION], session[_CARRIED] = text, text
        session.setdefault(RELATION, session.get(state.RELATION))
    session.setdefault(FROM, SCENES if content().scenes and not session.get(SITUATION) else OWN)
    session.setdefault(HARDNESS, "real")


def announcement(talk: Rehearsal | None) -> str:
    """What a screen reader says after a turn."""
    if screen().severity != "none":
        return "Please read what stands above the box first."
    if talk is None or talk.last.answer is None:
        return ""
    if talk.ended:
        return f"They say: {talk.goodbye} You can look back now."
    return f"They say: {talk.last.answer.text} Tension {talk.last.tension} out of {FULL}."


def another() -> None:
    """Put this talk away and set up another."""
    st.session_state[_TALK], st.session_state[BOX] = None, ""
    _kept().keep_talk(None)


def past_sessions() -> tuple[debrief.Session, ...]:
    """The sessions that were finished, this one among them once it is."""
    return _kept().sessions()


def personas() -> dict[str, Persona]:
    """Who there is to talk with, the person's own first."""
    return {one.id: one for one in (*_kept().own(), *content().personas) if isinstance(one, Persona)}


def scenes() -> dict[str, Scene]:
    """What there is to talk about, the person's own first."""
    return {one.id: one for one in (*_kept().own(), *content().scenes) if isinstance(one, Scene)}


def add_own(entry: Persona | Scene) -> None:
    """Keep a scene or a persona of the person's own, and choose it."""
    _kept().add_own(entry)
    if isinstance(entry, Scene):
        st.session_state[SCENE], st.session_state[FROM] = entry.id, SCENES
    else:
        st.session_state[PERSONA] = entry.id


def message() -> str | None:
    """A sentence about the last try, if there is one."""
    said: str | None = st.session_state.get(_MESSAGE)
    return said


def tell(sentence: str) -> None:
    """Say this beside the box."""
    st.session_state[_MESSAGE] = sentence


def screen() -> SafetyScreen:
    """What the safety screen saw in the last words."""
    seen: SafetyScreen = st.session_state.get(_SCREEN, SafetyScreen())
    return seen


def _partner() -> Partner | None:
    """The model that plays the other, where there is one and the person agreed."""
    known = connection.connection()
    return known.partner(service()) if known is not None and st.session_state.get(connection.AGREED) else None


class _Here:
    """Things of this session alone, while the store cannot be opened."""

    def get(self, _token: str, name: str) -> str | None:
        """One thing."""
        text: str | None = st.session_state.get(f"thing_{name}")
        return text

    def change(self, token: str, name: str, changed: Callable[[str | None], str | None]) -> None:
        """Change one thing."""
        st.session_state[f"thing_{name}"] = changed(self.get(token, name))


def _kept() -> Kept:
    return Kept(_Here() if own.trouble() else things(), owner.me())


def _hardness() -> Hardness:
    picked: Hardness = st.session_state.get(HARDNESS) or "real"
    return picked


def _seed() -> int:
    return secrets.randbelow(2**31)


def _begin(setup: Setup) -> None:
    _keep(rehearser().begin(setup))


def _talk() -> Rehearsal:
    talk: Rehearsal = st.session_state[_TALK]
    return talk


def _change(changed: Callable[[Rehearsal], Rehearsal]) -> None:
    _keep(changed(_talk()))


def _keep(talk: Rehearsal) -> Rehearsal:
    st.session_state[_TALK], st.session_state[_MESSAGE], st.session_state[_SCREEN] = talk, None, SafetyScreen()
    _kept().keep_talk(talk)
    return talk


def _safe(text: str) -> bool:
    st.session_state[_MESSAGE], st.session_state[_SCREEN] = None, SafetyScreen()
    try:
        seen = rehearser().screen(text)
    except CoachError as error:
        st.session_state[_MESSAGE] = str(error)
        return False
    st.session_state[_SCREEN] = seen
    state.note_danger(seen)
    return seen.severity == "none"
