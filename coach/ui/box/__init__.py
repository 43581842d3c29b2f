"""A box for several lines that tells what is in it while somebody types, with a copy button. Where scripts are blocked it is a plain box.

The box is Streamlit's own, so that it looks, grows and is read out like every other; ``box.js`` sends what was typed a moment after
the last key, by the key press with which a person would send it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.components.v2.types import ComponentRenderer

_NAME = "coach-box.box"


def box(
    label: str,
    key: str,
    *,
    live: bool,
    turn: int = 0,
    follow: str = "",
    on_change: Callable[..., None] | None = None,
    args: tuple[object, ...] = (),
) -> str:
    """A text area of this key, and what stands in it; ``live`` runs its part of the page again while somebody types.

    When ``turn`` changes, the last element that ``follow`` selects comes into view.
    """
    text = st.text_area(label, key=key, height="content", on_change=on_change, args=args, persist_state="session")
    words = {"copy": "Copy", "copied": "Copied."}
    _component()(key=f"script_{key}", data={"key": key, "live": live, "turn": turn, "follow": follow, **words})
    return text


def _component() -> ComponentRenderer:
    """Its script is served as a file: the policy of the page allows no script that stands anywhere else."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(_NAME) is None:
        manifest = ComponentManifest("coach-box", "1", [ComponentConfig("box", "box")])
        manager.register_from_manifest(manifest, Path(__file__).parents[1])
    return st.components.v2.component(_NAME, js="box.js", html='<p class="box-tools"></p>', css="box.css")
