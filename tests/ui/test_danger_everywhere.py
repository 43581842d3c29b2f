"""The story of abuse told on every page that takes words: help or a quiet line for its writer, and nothing goes on as if it were a quarrel."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from test_danger import DANGER, HARMONY, STORY, Harmonious, ask
from test_draw_pages import press, visit, write
from test_rehearse_page import say
from test_review_page import reviewed
from test_studio_pages import technique
from ui_support import COACH, DRAW, EXERCISES, PRESENTER, REHEARSE, REVIEW, Open, html, seen

from coach.studio.checks import PRIVATE
from coach.ui import state

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    from coach.service import CoachService


def helped(app: AppTest) -> bool:
    """A panel stands on the page, with the help lines' region to pick."""
    return any("safety_" in str(one.proto) for one in app.get("flex_container")) and bool(
        app.selectbox(key="help_region")
    )


def situation(open_page: Open, text: str) -> None:
    """To rehearse what is a danger begins nothing."""
    app = open_page(REHEARSE)
    app.radio(key="rehearse_from").set_value("My own situation").run()
    app.text_area(key="rehearse_situation").input(text).run()
    app.text_input(key="rehearse_matter").input("last night").run()
    app.button(key="rehearse_begin").click().run()
    assert helped(app)
    assert 'class="cc-answer"' not in html(app)


def turn(open_page: Open, text: str) -> None:
    """A practice partner doesn't answer it."""
    app = open_page(REHEARSE)
    app.radio(key="rehearse_from").set_value("My own situation").run()
    app.text_input(key="rehearse_matter").input("the dishes").run()
    app = say(app.button(key="rehearse_begin").click().run(), text)
    assert helped(app)
    assert html(app).count('class="cc-said"') == 0


def answer(open_page: Open, text: str) -> None:
    """An answer to a drawn question is met with help."""
    alone = press(visit(DRAW, secrets.token_hex(16)), "Draw a question")
    assert helped(write(alone, "answer_1_1", text))


def stage(open_page: Open, text: str) -> None:
    """It is not put on a screen before a group."""
    app = open_page(PRESENTER)
    app.text_area(key="presenter_text").set_value(text)
    app.button(key="presenter_go").click().run()
    assert app.warning[0].value == PRIVATE


def attempt(_: Open, text: str) -> None:
    """It is not marked as an exercise in wording."""
    app = technique("i-message")
    app.text_input(key="try_i-message").set_value(text).run()
    assert PRIVATE in seen(html(app))
    assert "There:" not in seen(html(app))


def lines(open_page: Open, text: str) -> None:
    """It becomes no exercise for others."""
    app = open_page(EXERCISES)
    app.selectbox(key="own_kind").select("open_question").run()
    app.text_area(key="own_lines").set_value(f"How was it?\n{text}")
    app.button(key="own_make").click().run()
    assert "Taken over" not in " ".join(one.value for one in app.success)


def transcript(open_page: Open, text: str) -> None:
    """It is named to the one who reads the transcript."""
    app = reviewed(open_page(REVIEW), f"A: {text}\nB: I see.")
    assert "Turn 1 may tell of danger" in html(app)


PLACES = (situation, turn, answer, stage, attempt, lines, transcript)


@pytest.mark.parametrize("harmonious", [False, True], ids=["offline", "harmonious"])
@pytest.mark.parametrize("place", PLACES)
def test_a_story_of_abuse_on_every_page(
    open_page: Open,
    real: CoachService,
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[Open, str], None],
    harmonious: bool,
) -> None:
    """Each part of the story, told there, with either engine."""
    if harmonious:
        monkeypatch.setattr(real, "_engine", Harmonious())
    for text in STORY:
        place(open_page, text)


def test_after_immediate_danger_rehearsals_and_questions_for_two_stand_back(
    open_page: Open, real: CoachService
) -> None:
    """On the pages that offer them there is one calm line, which doesn't say why; after a concern a rehearsal is still there."""
    app = ask(open_page(COACH), DANGER)
    app = app.switch_page(REHEARSE).run()
    assert state.NO_REHEARSAL in seen(html(app))
    assert "rehearse_begin" not in [button.key for button in app.button]
    app = app.switch_page(DRAW).run()
    assert state.PUT_AWAY in seen(html(app))
    assert not any(phrase in seen(html(app)) for phrase in HARMONY)
    concerned = ask(open_page(COACH), STORY[0]).switch_page(REHEARSE).run()
    assert "rehearse_begin" in [button.key for button in concerned.button]
