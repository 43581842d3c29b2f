"""Whatever is pasted: no traceback, no markup, no lost word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ui_support import COACH, Open, html

from coach.service import CoachService
from coach.ui.state import EMPTY

if TYPE_CHECKING:
    from scripted_coach import ScriptedCoach

BAD = {
    "one word": "dishes",
    "emoji": "You always 😡😡 leave the dishes 🍽️👨‍👩‍👧",
    "html": "You always <script>alert(1)</script><img src=x onerror=alert(1)> leave",
    "markdown image": "You never ![x](http://127.0.0.1:9/a.png) [a](javascript:alert(1)) :material/home: $x$ **b**",
    "control characters": "You\x00 always\x07\x1b[31m leave\x7f the\x85dishes",
    "bidi marks": "You always \u202egnitirw\u202c \u2066x\u2069 leave \u05d0\u05d1",
    "lines": "You always\r\nleave\r\r\n\n\tthe dishes",
    "entities": "You always &lt;b&gt; &amp; &#x41;",
    "capitals": "YOU ALWAYS LEAVE EVERYTHING",
    "chat": "[09:14] Ana: you never call\n[09:15] Sam: you always say that",
    "path": "/etc/passwd",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_input_is_shown_as_text(open_page: Open, scripted: ScriptedCoach, text: str) -> None:
    """Scripted coach: the text stays in the box, and nothing of it becomes markup."""
    app = open_page(COACH)
    app.text_area(key="coach_text").input(text).run()
    app.button(key="coach_go").click().run()
    assert not app.exception
    assert app.text_area(key="coach_text").value == text
    said = html(app)
    assert "<script" not in said
    assert "<img" not in said
    assert not [item for item in app.markdown if "![" in item.value or "<img" in item.value]


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_input_is_read_by_the_real_coach(open_page: Open, real: CoachService, text: str) -> None:
    """The real coach: no traceback whatever was typed, and the text stays."""
    app = open_page(COACH)
    app.text_area(key="coach_text").input(text).run()
    app.button(key="coach_go").click().run()
    assert not app.exception
    assert app.text_area(key="coach_text").value == text


@pytest.mark.parametrize("text", ["", "   \n\t "])
def test_nothing_to_read_gets_a_kind_sentence(open_page: Open, text: str) -> None:
    """Nothing is loaded, and the sentence says what to do."""
    app = open_page(COACH)
    app.text_area(key="coach_text").input(text).run()
    app.button(key="coach_go").click().run()
    assert [warning.value for warning in app.warning] == [EMPTY]
    assert not app.exception


def test_too_long_is_said_and_kept(open_page: Open, scripted: ScriptedCoach) -> None:
    """20,000 characters: a clear sentence, the text stays, and a shorter one works."""
    text = "You always leave. " * 1112
    app = open_page(COACH)
    app.text_area(key="coach_text").input(text).run()
    app.button(key="coach_go").click().run()
    assert "reads up to 10,000" in app.warning[0].value
    assert app.text_area(key="coach_text").value == text
    app.text_area(key="coach_text").input("You always leave.").run()
    app.button(key="coach_go").click().run()
    assert not app.warning
    assert app.text_area(key="draft_gentle").value


def test_a_draft_too_long_is_said_and_kept(open_page: Open, scripted: ScriptedCoach) -> None:
    """The same holds for a draft changed by hand."""
    app = open_page(COACH)
    app.text_area(key="coach_text").input("You always leave.").run()
    app.button(key="coach_go").click().run()
    app.text_area(key="draft_gentle").input("x" * 20_000).run()
    assert not app.exception
    assert "reads up to 10,000" in app.warning[0].value
    assert len(app.text_area(key="draft_gentle").value) == 20_000
