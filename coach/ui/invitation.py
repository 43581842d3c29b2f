"""The address that a second phone opens, as a link and as a QR code."""

from __future__ import annotations

import io
from urllib.parse import urlsplit

import segno
import streamlit as st
from streamlit.net_util import get_internal_ip

from coach.ui.resources import settings

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def address() -> str:
    """Where others open the app; empty when it is open on this computer only."""
    if public := settings().public_url:
        return public.rstrip("/")
    if st.get_option("server.address") not in _LOOPBACK and (own := get_internal_ip()):
        return f"http://{own}:{st.get_option('server.port')}"
    return ""


def here() -> str:
    """The address by which this browser opened the app."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}"


def link(secret: str) -> str:
    """The address of the room page with the secret behind ``#``, which browsers send to nobody."""
    return f"{address() or here()}/room#join={secret}"


def qr(text: str) -> str:
    """A QR code as SVG, dark on light whatever the theme."""
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="svg", scale=5, border=3, dark="#2B2622", light="#FFFFFF", xmldecl=False)
    return out.getvalue().decode()
