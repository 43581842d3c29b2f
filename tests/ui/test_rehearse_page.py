"""The Rehearse page: set up, talk, go back, take a break, stop, look back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import streamlit as st
from ui_support import COACH, REHEARSE, Open, html, seen

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from coach.service import CoachService

BLAME = "You never help with anything, you're so selfish."
KIND = "It sounds like you've had a hard week."
DANGER = "If you leave me I will kill myself tonight."


@pytest.fixture
def talking(open_page: Open, real: CoachService) -> AppTest:
    """A talk about the dishes has begun."""
    app = open_page(REHEARSE)
    app.radio(key="rehearse_from").set_value("My own situation").run()
    app.text_input(key="rehearse_matter").input("the dishes").run()
    return app.button(key="rehearse_begin").click().run()


def say(app: AppTest, text: str) -> AppTest:
    """Type a turn and press the button."""
    app.text_area(key="rehearse_box").input(text).run()
    app = app.button(key="rehearse_say").click().run()
    assert not app.exception
    return app


def test_every_turn_gets_an_answer_and_feedback(talking: AppTest) -> None:
    """Blame is quoted with its reason and another wording; a reflection has landed; the box is empty again."""
    app = say(talking, BLAME)
    assert "May sting" in html(app)
    assert "so selfish</bdi>" in html(app).split("May sting")[1]
    assert "You could try" in html(app)
    app = say(app, KIND)
    assert "You said back what you heard" in html(app)
    assert app.text_area(key="rehearse_box").value == ""
    assert html(app).count('class="cc-answer"') == 3


def test_an_empty_box_is_said_kindly(talking: AppTest) -> None:
    """Nothing is said, and the page says what to do."""
    app = say(talking, "   ")
    assert "still empty" in app.warning[0].value
    assert html(app).count('class="cc-answer"') == 1


def test_a_situation_needs_a_name(open_page: Open, real: CoachService) -> None:
    """Without a word on what it is about, nothing begins and the page says so."""
    app = open_page(REHEARSE)
    app.radio(key="rehearse_from").set_value("My own situation").run()
    app.button(key="rehearse_begin").click().run()
    assert "in a few words" in app.warning[0].value


def test_going_back_compares_the_tries(talking: AppTest) -> None:
    """What was said stands in the box again; another try is shown beside the first, and one of them can be kept."""
    app = say(say(talking, BLAME), BLAME)
    app = app.button(key="rehearse_back_1").click().run()
    assert app.text_area(key="rehearse_box").value == BLAME
    app = say(app, KIND)
    assert "Try 1" in html(app)
    assert "Try 2" in html(app)
    app = app.button(key="rehearse_keep_3").click().run()
    assert "your best" in seen(html(app))
    app = app.button(key="rehearse_go_on_2").click().run()
    assert not app.exception
    assert html(app).count('class="cc-said"') == 2


def test_a_break_when_it_floods(talking: AppTest) -> None:
    """Blame alone floods; a break is offered, and they come back calmer."""
    app = talking
    for _ in range(8):
        app = say(app, BLAME)
    assert "too much for them" in seen(html(app))
    app = app.button(key="rehearse_rest").click().run()
    assert "Twenty minutes later" in seen(html(app))
    assert "too much for them" not in seen(html(app))


@pytest.mark.parametrize("word", ["stop", "Stop, please."])
def test_stop_ends_it_kindly(talking: AppTest, word: str) -> None:
    """The word ends it as the button does, with a kind last line and the debrief; and the talk can go on."""
    app = say(say(talking, KIND), word)
    assert "How it was for them" in [one.value for one in app.header]
    assert "Keep:" in seen(html(app))
    app = app.button(key="rehearse_resume").click().run()
    assert app.text_area(key="rehearse_box")


def test_danger_is_not_said(talking: AppTest) -> None:
    """Words that tell of danger are answered with help for their writer, and stay in the box."""
    app = say(talking, DANGER)
    assert html(app).count('class="cc-said"') == 0
    assert app.text_area(key="rehearse_box").value == DANGER
    assert (
        any("safety_" in str(one.proto) for one in app.get("flex_container")) or "emergency" in seen(html(app)).lower()
    )


def test_a_situation_of_danger_begins_nothing(open_page: Open, real: CoachService) -> None:
    """A practice partner is no answer to fear."""
    app = open_page(REHEARSE)
    app.radio(key="rehearse_from").set_value("My own situation").run()
    app.text_area(key="rehearse_situation").input("He hit me again last night and I am scared of him.").run()
    app.text_input(key="rehearse_matter").input("last night").run()
    app.button(key="rehearse_begin").click().run()
    assert not app.exception
    assert 'class="cc-answer"' not in html(app)


def test_the_situation_is_carried_over(open_page: Open, real: CoachService) -> None:
    """What was typed on the Coach page stands ready."""
    app = open_page(COACH)
    app.text_area(key="coach_text").input("You left the dishes again.").run()
    app = app.switch_page(REHEARSE).run()
    assert app.text_area(key="rehearse_situation").value == "You left the dishes again."


def test_progress_after_two_talks(talking: AppTest) -> None:
    """The second debrief compares with the first."""
    app = say(talking, BLAME).button(key="rehearse_end").click().run()
    app = app.button(key="rehearse_again").click().run()
    app.text_input(key="rehearse_matter").input("the dishes").run()
    app = app.button(key="rehearse_begin").click().run()
    app = say(app, KIND).button(key="rehearse_end").click().run()
    assert "before: 1.0 on average" in html(app)
    assert "Over your sessions" in [one.label for one in app.expander]


def test_hints_before_sending(talking: AppTest) -> None:
    """With hints on, what may sting is shown before it is said."""
    app = talking
    app.toggle(key="rehearse_hints").set_value(True).run()
    app.text_area(key="rehearse_box").input(BLAME).run()
    assert "May sting" in html(app)
    assert html(app).count('class="cc-said"') == 0


def test_speech_is_hidden_unless_set_up(talking: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a model for it nothing is recorded; with one the page first says where the sound goes."""
    assert not talking.get("audio_input")
    monkeypatch.setenv("COACH_SPEECH_MODEL", "whisper-1")
    monkeypatch.setenv("COACH_MODEL_URL", "http://localhost:8080/v1")
    st.cache_resource.clear()
    app = talking.run()
    assert app.get("audio_input")
    assert "is sent to localhost" in seen(html(app))
