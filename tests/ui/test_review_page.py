"""The Review page without a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ui_support import HANDOUTS, REVIEW, Open, html, seen

from coach.ui import reviewing
from coach.ui.views.review import EXAMPLE, ON_A_PAGE

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from coach.service import CoachService


def reviewed(app: AppTest, text: str) -> AppTest:
    """Paste a text, press the button, and wait until the work is done."""
    app.text_area(key=reviewing.TEXT).input(text)
    app.button(key="review_go").click().run()
    app.session_state["review_job"].wait(60)
    return app.run()


def test_the_example_is_reviewed(open_page: Open, real: CoachService) -> None:
    """Every turn of the example is there, and so are the figures."""
    app = reviewed(open_page(REVIEW), EXAMPLE)
    assert not app.exception
    words = re.sub(r" \[\d\]", "", seen(html(app)))
    assert all(line.split(": ", 1)[1] in words for line in EXAMPLE.splitlines())
    assert app.table[0].value.columns.tolist() == ["What", "Ana", "Ben"]


def test_an_empty_box_is_told(open_page: Open, real: CoachService) -> None:
    """Without words there is no review, and the page says how to write a turn."""
    app = open_page(REVIEW)
    app.button(key="review_go").click().run()
    assert "There are no words in it yet" in html(app)
    assert not app.exception


def test_a_long_talk_has_pages_and_danger_is_told_quietly(open_page: Open, real: CoachService) -> None:
    """No more turns than fit a page are drawn; a turn that may tell of danger is named above them all."""
    text = "\n".join(["A: He choked me last night."] + [f"B: Line {n}." for n in range(ON_A_PAGE + 5)])
    app = reviewed(open_page(REVIEW), text)
    assert f"Line {ON_A_PAGE + 4}." not in seen(html(app))
    assert "Turn 1 may tell of danger" in html(app)
    app.number_input(key=reviewing.PAGE).set_value(2).run()
    assert f"Line {ON_A_PAGE + 4}." in seen(html(app))


def test_clear_forgets(open_page: Open, real: CoachService) -> None:
    """After Clear neither the session nor the page holds a word."""
    app = reviewed(open_page(REVIEW), EXAMPLE)
    app.button(key="review_clear").click().run()
    assert "lonely" not in html(app)
    assert not app.text_area(key=reviewing.TEXT).value
    for key in ("review_read", "review_job", "review_done"):
        assert key not in app.session_state or app.session_state[key] is None


def test_the_handouts_page_opens(open_page: Open) -> None:
    """Three things can be printed."""
    app = open_page(HANDOUTS)
    assert not app.exception
    assert len(app.get("download_button")) == 3
