"""Setting up a rehearsal in a minute: about what, with whom, how hard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.rehearsal.own import to_toml
from coach.rehearsal.state import Hardness
from coach.ui import own_files, rehearsing
from coach.ui.markup import element, say, show
from coach.ui.views import safety
from coach.ui.words import RELATIONS

if TYPE_CHECKING:
    from coach.library.practice import Persona, Scene

HARDNESS: dict[Hardness, str] = {"gentle": "Gentle", "real": "As it may be", "hard": "Hard"}


def setup() -> None:
    """Everything on one page, each with something picked already."""
    say(
        "Practise with a partner who is played by this software. They answer what you say: words that blame make them tense, "
        "words that show you heard them calm them. You can always go back and say it another way."
    )
    rehearsing.carry_over()
    st.radio(
        "What is it about?",
        [rehearsing.OWN, rehearsing.SCENES],
        key=rehearsing.FROM,
        horizontal=True,
        persist_state="session",
    )
    scene = None
    if st.session_state.get(rehearsing.FROM) == rehearsing.SCENES:
        scene = _scene()
    else:
        _own()
    persona = _persona(scene)
    st.radio(
        "How hard should it be?",
        list(HARDNESS),
        format_func=lambda one: HARDNESS[one],
        key=rehearsing.HARDNESS,
        horizontal=True,
        persist_state="session",
    )
    if scene is not None:
        st.button("Begin", type="primary", key="rehearse_begin", on_click=rehearsing.begin_scene, args=(scene, persona))
    else:
        st.button("Begin", type="primary", key="rehearse_begin", on_click=rehearsing.begin_own, args=(persona,))
    if said := rehearsing.message():
        st.warning(said)
    if rehearsing.screen().severity != "none":
        safety.panel(rehearsing.screen())
    _files(scene, persona)


def _files(scene: Scene | None, persona: Persona) -> None:
    """Scenes and partners of one's own, as files that can be shared."""
    with st.expander("Bring your own scene or partner", key="rehearse_files", type="compact"):
        say(
            "Save one as a file, change it in any text editor, and choose it here. It is kept like the rest of what is yours."
        )
        with st.container(horizontal=True, gap="small"):
            for entry, name in ((scene, "this scene"), (persona, "this partner")):
                if entry is not None:
                    st.download_button(
                        f"Save {name}",
                        to_toml(entry),
                        file_name=f"{entry.id.removeprefix('own.')}.toml",
                        mime="text/plain",
                        key=f"rehearse_save_{name[5:]}",
                        on_click="ignore",
                    )
        own_files.uploader("A scene or a partner as TOML", "rehearse_file")


def _own() -> None:
    st.text_area(
        "What happened, or what do you want to say? It stays with you.",
        key=rehearsing.SITUATION,
        height="content",
        persist_state="session",
    )
    st.text_input(
        "What is it about, in two or three words?",
        key=rehearsing.MATTER,
        placeholder="the dishes",
        max_chars=40,
        persist_state="session",
    )
    st.selectbox(
        "Who will you talk with?",
        list(RELATIONS),
        index=None,
        format_func=lambda relation: RELATIONS[relation],
        placeholder="You can skip this",
        key=rehearsing.RELATION,
        persist_state="session",
    )


def _scene() -> Scene:
    scenes = rehearsing.scenes()
    picked = st.selectbox(
        "Which scene?",
        list(scenes),
        format_func=lambda name: _named(scenes[name]),
        key=rehearsing.SCENE,
        persist_state="session",
    )
    scene = scenes[picked]
    show(
        element("p", scene.what_happened, cls="cc-quote", dir="auto"),
        element("p", scene.stakes, cls="cc-soft", dir="auto"),
    )
    return scene


def _named(scene: Scene) -> str:
    return f"{scene.title}: {scene.matter} ({RELATIONS[scene.relation].lower()})"


def _persona(scene: Scene | None) -> Persona:
    known = rehearsing.personas()
    fit = [name for name in scene.personas if name in known] if scene else []
    order = [*fit, *(name for name in known if name not in fit)]
    picked = st.selectbox(
        "What are they like when it gets hard?",
        order,
        format_func=lambda name: known[name].name,
        key=rehearsing.PERSONA,
        persist_state="session",
    )
    say(known[picked].about, "cc-soft")
    return known[picked]
