"""Our own components, their scripts served as files: the policy of the page allows no script that stands anywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def component(folder: str, html: str = "") -> ComponentRenderer:
    """The component whose ``<folder>.js``, and ``<folder>.css`` if it has a look, stand in a folder of this name beside this module."""
    name, root = f"coach.{folder}", Path(__file__).parent
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(name) is None:
        manager.register_from_manifest(ComponentManifest("coach", "1", [ComponentConfig(folder, folder)]), root)
    css = f"{folder}.css" if (root / folder / f"{folder}.css").exists() else None
    return st.components.v2.component(name, js=f"{folder}.js", html=html or None, css=css)
