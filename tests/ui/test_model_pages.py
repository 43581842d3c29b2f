"""A language model on the pages: nothing is sent before the person agrees, and the offline plan is always there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from fault_server import GOOD, GOOD_TEXT, MODEL, Behaviour, FaultServer
from ui_support import COACH, REHEARSE, SETTINGS, Open, html

from coach.llm.reasons import SENTENCES
from coach.ui.words import VARIATIONS
from coach.wiring import _learned, prompts

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

DISHES = "You always leave the dishes in the sink, and I have to wash them when I am tired."
KEY = "sk-canary-key"
Serve = Callable[[Behaviour], FaultServer]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers that behave as asked."""
    _learned.cache_clear()
    with ExitStack() as running:
        yield lambda behaviour: running.enter_context(FaultServer(behaviour).serving())


@pytest.fixture
def good(serve: Serve) -> FaultServer:
    """A server that answers well."""
    return serve(lambda wire, n: wire.say(GOOD_TEXT if "check" not in str(wire.asked.body) else '{"word": "hello"}'))


def connected(open_page: Open, server: FaultServer, key: str = KEY, seconds: float = 3.0) -> AppTest:
    """The Settings page with a model in use."""
    app = open_page(SETTINGS)
    app.text_input(key="model_url").input(server.address)
    app.text_input(key="model_name").input(MODEL)
    app.text_input(key="model_key").input(key)
    app.number_input(key="model_seconds").set_value(seconds)
    app.button(key="model_use").click().run()
    assert not app.exception
    return app


def asked(app: AppTest, text: str = DISHES, agree: bool = True) -> AppTest:
    """The Coach page after a text was read, and after the person agreed."""
    app.switch_page(COACH).run()
    app.text_area(key="coach_text").input(text).run()
    app.button(key="coach_go").click().run()
    if agree:
        app.toggle(key="model_agreed").set_value(True).run()
        finish(app)
    assert not app.exception
    return app


def finish(app: AppTest) -> None:
    """Wait until the model is done, and look again, as the page does by itself."""
    app.session_state["model_job"].wait(10)
    app.run()
    app.run()
    assert not app.exception


def box(app: AppTest, style: str) -> str:
    """What stands in the box of a draft that is shown; the others are hidden by their style."""
    hidden = " ".join(item.proto.body for item in app.get("html") if "<style>.st-key-box" in item.proto.body)
    areas = [area for area in app.text_area if (area.key or "").startswith(f"draft_{style}")]
    shown = [area for area in areas if f".st-key-box_{area.key.removeprefix('draft_')}:" not in hidden]
    assert len(shown) == 1
    return str(shown[0].value)


def model_draft(style: str) -> str:
    """What the good server writes."""
    return str(next(draft["text"] for draft in GOOD["drafts"] if draft["style"] == style))


def test_without_a_model_the_page_says_nothing_of_one(open_page: Open, real: object) -> None:
    """No box, no switch, no request."""
    app = open_page(COACH)
    app.text_area(key="coach_text").input(DISHES).run()
    app.button(key="coach_go").click().run()
    assert [toggle.key for toggle in app.toggle] == []
    assert "Written with" not in html(app)


def test_nothing_is_sent_before_the_person_agrees(open_page: Open, real: object, good: FaultServer) -> None:
    """The offline plan is whole, the page says what would be sent and where, and no request was made."""
    app = asked(connected(open_page, good), agree=False)
    assert box(app, "gentle")
    assert "your words stay here" in html(app)
    assert good.asked == []


def test_the_models_version_comes_with_a_quiet_mark(open_page: Open, real: object, good: FaultServer) -> None:
    """Its parts replace the offline ones, each says who wrote it, one press brings the offline version back, and one the model's."""
    app = asked(connected(open_page, good), agree=False)
    offline = box(app, "gentle")
    app.toggle(key="model_agreed").set_value(True).run()
    finish(app)
    assert box(app, "gentle") == model_draft("gentle")
    assert html(app).count(f"Written with {MODEL}.") >= 3
    assert len(good.asked) == 1
    app.button(key="model_offline").click().run()
    assert box(app, "gentle") == offline
    assert f"Written with {MODEL}." not in html(app)
    app.button(key="model_show").click().run()
    assert box(app, "gentle") == model_draft("gentle")
    assert len(good.asked) == 1, "a text is sent once"


def test_a_draft_changed_by_hand_is_never_replaced(open_page: Open, real: object, good: FaultServer) -> None:
    """What the person wrote stays in its box when the model's drafts come; they are one press away, and so is the way back."""
    app = asked(connected(open_page, good), agree=False)
    app.text_area(key="draft_direct").input("My own words.").run()
    app.toggle(key="model_agreed").set_value(True).run()
    finish(app)
    assert box(app, "direct") == "My own words."
    app.button(key="model_show").click().run()
    assert box(app, "direct") == model_draft("direct")
    app.button(key="model_offline").click().run()
    assert box(app, "direct") == "My own words."


def test_switching_off_brings_the_offline_version_back(open_page: Open, real: object, good: FaultServer) -> None:
    """Off: the offline version, and nothing more is sent. On again: what came is still there, and is not asked for twice."""
    app = asked(connected(open_page, good))
    app.toggle(key="model_agreed").set_value(False).run()
    assert box(app, "gentle") != model_draft("gentle")
    app.toggle(key="model_agreed").set_value(True).run()
    assert box(app, "gentle") == model_draft("gentle")
    assert len(good.asked) == 1


@pytest.mark.parametrize(("status", "reason"), [(401, "key"), (429, "busy"), (503, "busy"), (404, "missing")])
def test_a_failure_is_one_calm_line(open_page: Open, real: object, serve: Serve, status: int, reason: str) -> None:
    """The plan stays, one line says why and what to do, and trying again is one press."""
    server = serve(lambda wire, n: wire.reply(status, {"error": {"message": KEY}}))
    app = asked(connected(open_page, server))
    assert SENTENCES[reason] in html(app)  # type: ignore[index]
    assert KEY not in html(app)
    assert box(app, "gentle")
    before = len(server.asked)
    app.button(key="model_again").click().run()
    finish(app)
    assert len(server.asked) > before


def test_it_can_be_stopped(open_page: Open, real: object, serve: Serve) -> None:
    """A server that says nothing is left at once, the plan stays, and the page says so."""
    server = serve(lambda wire, n: time.sleep(8))
    app = asked(connected(open_page, server, seconds=8), agree=False)
    app.toggle(key="model_agreed").set_value(True).run()
    assert "is writing" in html(app)
    began = time.monotonic()
    app.button(key="model_stop").click().run()
    assert time.monotonic() - began < 5
    assert "Stopped." in html(app)
    assert box(app, "gentle")
    assert app.button(key="model_again")


@pytest.mark.parametrize("name", VARIATIONS)
def test_a_variation_is_one_press(open_page: Open, real: object, good: FaultServer, name: str) -> None:
    """Each sends its wish, for the drafts alone."""
    app = asked(connected(open_page, good))
    app.button(key=f"model_{name}").click().run()
    finish(app)
    sent = good.asked[-1].body
    assert prompts()["plan"].wishes[name][:20] in sent["messages"][1]["content"]
    assert list(sent["response_format"]["json_schema"]["schema"]["properties"]) == ["drafts"]
    assert box(app, "gentle") == model_draft("gentle")


def test_a_free_wish_is_sent_and_a_dangerous_one_is_not(open_page: Open, real: object, good: FaultServer) -> None:
    """The person's own wish travels as data; one that tells of danger gets help, and stays here."""
    app = asked(connected(open_page, good))
    app.text_input(key="model_words").input("with a little humour").run()
    app.button(key="model_ask").click().run()
    finish(app)
    assert "with a little humour" in good.asked[-1].body["messages"][1]["content"]
    before = len(good.asked)
    app.text_input(key="model_words").input("I want to kill myself").run()
    app.button(key="model_ask").click().run()
    assert len(good.asked) == before
    assert "This sounds heavy" in [header.value for header in app.header]


def test_a_text_that_tells_of_danger_offers_no_model(open_page: Open, real: object, good: FaultServer) -> None:
    """Neither at once nor after going on to the wording."""
    app = asked(connected(open_page, good), "I'm afraid of him. You always shout.", agree=False)
    app.button(key="coach_go_on").click().run()
    assert [toggle.key for toggle in app.toggle] == []
    assert good.asked == []


def test_another_text_begins_anew(open_page: Open, real: object, good: FaultServer) -> None:
    """Nothing of the last text's version is shown beside the new one, and the new text is asked about once."""
    app = asked(connected(open_page, good))
    app.text_area(key="coach_text").input("You spend all evening on your phone.").run()
    app.button(key="coach_go").click().run()
    finish(app)
    assert "dishes" not in box(app, "gentle")
    assert len({asked.body["messages"][1]["content"] for asked in good.asked}) == len(good.asked)


def test_the_key_is_for_its_own_server(open_page: Open, real: object, good: FaultServer, serve: Serve) -> None:
    """The key box is empty after use, the key is kept for its server, and no other server ever gets it."""
    other = serve(lambda wire, n: wire.say('{"word": "hello"}'))
    app = connected(open_page, good)
    assert app.text_input(key="model_key").value == ""
    assert KEY not in html(app)
    app.button(key="model_use").click().run()
    app.button(key="model_test").click().run()
    assert good.asked[-1].headers["authorization"] == f"Bearer {KEY}"
    app.text_input(key="model_url").input(other.address)
    app.button(key="model_use").click().run()
    app.button(key="model_test").click().run()
    assert KEY not in str(other.asked[-1].headers)


def test_the_test_says_what_the_server_can_do(open_page: Open, real: object, serve: Serve) -> None:
    """It learns the dialect, and says it, with the tokens used; it sends nothing that a person wrote."""
    server = serve(
        lambda wire, n: (
            wire.reply(400, {"error": {}}) if wire.asked.form == "json_schema" else wire.say('{"word": "hello"}')
        )
    )
    app = connected(open_page, server)
    app.button(key="model_test").click().run()
    said = html(app)
    assert "with the form as a hint" in said
    assert "did as it was asked" in said
    assert "wrote 300" in said
    asked(app)
    assert server.asked[-1].form == "json_object"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("model_name", "", "Type the name of a model"), ("model_name", "![x](https://evil.example)", "The name of a model has"), ("model_url", "ftp://x", "must begin with http"), ("model_url", "http://me:pw@host/v1", "must begin")],
)  # fmt: skip
def test_what_cannot_be_right_is_told(
    open_page: Open, real: object, good: FaultServer, field: str, value: str, words: str
) -> None:
    """A wrong address or no name changes nothing and says what to type."""
    app = connected(open_page, good)
    app.text_input(key=field).input(value)
    app.button(key="model_use").click().run()
    assert words in app.warning[0].value
    assert f"In use: {MODEL}" in [header.value for header in app.header]


def test_a_shared_app_lets_nobody_type_a_server(open_page: Open, real: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a shared computer a visitor cannot make it ask any address."""
    monkeypatch.setattr("coach.ui.connection.may_be_typed", lambda: False)
    app = open_page(SETTINGS)
    assert [box.key for box in app.text_input] == []
    assert "only the person who started it" in html(app)


def test_no_model_can_be_used_again(open_page: Open, real: object, good: FaultServer) -> None:
    """One press, and the Coach page is as without one."""
    app = connected(open_page, good)
    app.button(key="model_forget").click().run()
    app = asked(app, agree=False)
    assert [toggle.key for toggle in app.toggle] == []


def test_a_model_plays_the_other_and_the_script_steps_in(open_page: Open, serve: Serve) -> None:
    """Nothing is sent before the person agrees; what fails costs no turn, and the page says why."""
    server = serve(
        lambda wire, n: wire.say('{"say": "Okay. I was tired, and I said nothing."}') if n == 1 else wire.reply(500, {})
    )
    app = connected(open_page, server).switch_page(REHEARSE).run()
    app.button(key="rehearse_begin").click().run()

    def say(text: str) -> str:
        app.text_area(key="rehearse_box").input(text).run()
        app.button(key="rehearse_say").click().run()
        assert not app.exception
        return html(app)

    say("I felt lonely on Sunday.")
    assert server.asked == []
    app.toggle(key="model_agreed").set_value(True).run()
    assert "Okay. I was tired, and I said nothing." in say("What was that like for you?")
    assert f"Played by {MODEL}" in html(app)
    said = say("I can see why you were tired.")
    assert SENTENCES["server"] in said
    assert said.count('class="cc-answer"') == 4
