"""The page that holds the app: Streamlit's own, with the way out in it before anything is loaded."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).resolve().parent
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SKIP = '<a class="skip" href="#stMain">Skip to main content</a>'  # Streamlit's own would no longer be the first link
_NO_SCRIPT = """<noscript>
      <p>This page needs JavaScript, which is switched off or blocked in this browser.</p>
      <p>If you or someone else may be in danger, please call your local emergency number.</p>
    </noscript>"""


def page(away: str) -> str:
    """The whole page: a neutral title from the first byte on, and a plain link to ``away`` that needs no script and no server.

    Raises ValueError when Streamlit's page is not built as expected.
    """
    html = Path(st.__file__).with_name("static").joinpath("index.html").read_text(encoding="utf-8")
    script = (_HERE / "leave.js").read_text(encoding="utf-8").replace("AWAY", json.dumps(away))
    style = (_HERE / "leave.css").read_text(encoding="utf-8")
    link = f'<a href="{escape(away)}" rel="noreferrer">Leave this page</a>'
    for old, new in (
        (r"<title>.*?</title>", "<title>Coach</title>"),
        (r"<noscript>.*?</noscript>", _NO_SCRIPT),
        (r'<meta charset="UTF-8" />', f'<meta charset="UTF-8" />\n<style>{style}</style>\n<script>{script}</script>'),
        (r"<body>", f'<body>\n    {_SKIP}\n    <nav class="way-out" aria-label="Way out">{link}</nav>'),
    ):
        places = list(re.finditer(old, html, re.DOTALL))
        if len(places) != 1:
            raise ValueError(f"Streamlit's page has {len(places)} places for {old!r}, and the way out needs one")
        html = html[: places[0].start()] + new + html[places[0].end() :]
    return html


def inline_scripts(html: str) -> list[str]:
    """The digest of each script that stands in the page, as a Content-Security-Policy names it."""
    return [
        "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
        for script in _SCRIPT.findall(html)
    ]
