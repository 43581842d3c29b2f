"""Our own components, their scripts served as files: the policy of the page allows no script that stands anywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def component(folder: str) -> ComponentRenderer:
    """The component whose ``<folder>.js`` and ``<folder>.css`` stand in a folder of this name beside this module."""
    name = f"coach.{folder}"
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(name) is None:
        manifest = ComponentManifest("coach", "1", [ComponentConfig(folder, folder)])
        manager.register_from_manifest(manifest, Path(__file__).parent)
    return st.components.v2.component(name, js=f"{folder}.js", css=f"{folder}.css")
