"""Settings of a language model: the boxes, the test of the connection, and what was used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import connection
from coach.ui.connection import ADDRESS, KEY, MASKS, NAME, SECONDS
from coach.ui.markup import element, say, show
from coach.ui.views.model import what_leaves

if TYPE_CHECKING:
    from coach.wiring import Connection

_KEPT = "The key is kept in memory for this visit only. It is never shown again, stored or logged."
_LOCAL = (
    ("Ollama", "http://localhost:11434/v1"),
    ("LM Studio", "http://localhost:1234/v1"),
    ("llama.cpp", "http://localhost:8080/v1"),
    ("vLLM", "http://localhost:8000/v1"),
)
_FORMS = {
    "schema": "It keeps to a given form for its answers (JSON schema).",
    "object": "It keeps to JSON for its answers, with the form as a hint.",
    "words": "It takes the form of its answers from the instructions alone.",
}


def boxes(known: Connection | None) -> None:
    """The address, the name, the key, and how long to wait."""
    with st.form("model_form", border=True):
        st.text_input("Address of the server", key=ADDRESS, persist_state="session")
        st.text_input("Name of the model", key=NAME, placeholder="for example llama3.2", persist_state="session")
        st.text_input("Key", key=KEY, type="password", help=_KEPT, placeholder="Leave it empty to keep the one in use")
        st.number_input(
            "Seconds to wait for an answer", 2.0, 600.0, step=1.0, format="%.0f", key=SECONDS, persist_state="session"
        )
        st.toggle("Hide names and places before sending", key=MASKS, persist_state="session")
        st.form_submit_button("Use this model", type="primary", key="model_use", on_click=connection.use)
    with st.expander("A model on this computer", key="model_local", type="compact"):
        say("Nothing leaves your computer then, and no key is needed. Start one of these, and use its address:")
        pairs = [(element("dt", name), element("dd", address)) for name, address in _LOCAL]
        show(element("dl", *(item for pair in pairs for item in pair), cls="cc-parts"))
        say("A small model may take a minute, so let it have more seconds.")


def in_use(known: Connection) -> None:
    """The model in use: where texts go, the test, what was used, and the way back to none."""
    st.header(f"In use: {known.model.name}", anchor=False)
    say(what_leaves(known))
    if known.model.place.startswith("http://") and not connection.stays_here(known):
        say("This address begins with http, so your text would travel unencrypted.", "cc-text cc-hint")
    with st.container(horizontal=True, gap="small"):
        st.button("Test the connection", key="model_test", on_click=connection.test)
        if connection.may_be_typed():
            st.button("Use no model", key="model_forget", on_click=connection.forget)
    if (told := connection.probed()) is not None:
        lines = [
            f"The server answered in {told.seconds:.1f} seconds.",
            _FORMS[told.form],
            "The model did as it was asked."
            if told.obeys
            else "The model did not quite do as it was asked; small ones often don’t.",
            "It tells how many tokens were used." if told.counts else "It does not tell how many tokens were used.",
        ]
        show(element("ul", *(element("li", line) for line in lines), cls="cc-list"))
    say(used(known), "cc-soft")


def used(known: Connection) -> str:
    """What this visit used, in a sentence."""
    use = known.model.meter.use
    if not use.requests:
        return "Nothing was sent in this visit."
    times = "once" if use.requests == 1 else f"{use.requests} times"
    tokens = (
        f" It read {use.tokens_in:,} tokens and wrote {use.tokens_out:,}." if use.tokens_in or use.tokens_out else ""
    )
    missing = f" {use.uncounted} of the answers came without a count of tokens." if use.uncounted else ""
    return f"The model was asked {times} in this visit and took {use.seconds:.0f} seconds in all.{tokens}{missing}"
