"""The counselor's pages: a technique by its address, a sentence for the stage, an exercise solved and failed, own material."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from ui_support import EXERCISES, PRESENTER, TECHNIQUES, Open, html, seen

from coach import paths
from coach.library.load import Library
from coach.service import CoachService
from coach.studio.checks import PRIVATE
from coach.studio.presenter import present
from coach.ui.markup import displayable, label
from coach.ui.stage import _data
from coach.ui.views.exercises import in_order
from coach.wiring import library as content

pytestmark = pytest.mark.usefixtures("real")
ALL = {one.id: one for one in content().techniques}


def technique(name: str) -> AppTest:
    """The page of one technique, by its address."""
    app = AppTest.from_file(str(paths.APP), default_timeout=60)
    app.query_params["technique"] = name
    app.run()
    return app.switch_page(TECHNIQUES).run()


def test_all_techniques_are_listed(open_page: Open, library: Library) -> None:
    """Every technique has a link, under its group."""
    links = [link.proto.label for link in open_page(TECHNIQUES).get("page_link")]
    assert set(links) >= {label(one.name) for one in library.techniques}


@pytest.mark.parametrize("name", ALL)
def test_a_technique_has_its_page(name: str) -> None:
    """What, when, when not, steps, examples with marked words, a box to try it, the source."""
    app, shown = technique(name), ALL[name]
    assert not app.exception
    said = seen(html(app))
    assert app.title[0].value == label(shown.name)
    for words in (shown.what, shown.when, shown.when_not, *shown.steps, shown.source, shown.try_it.ask):
        assert words in said
    for example in shown.examples:
        assert example.weak in said
        assert example.strong in said
    assert html(app).count("<mark") >= len(shown.examples)


def test_a_wrong_address_shows_the_list() -> None:
    """An id that does not exist is no error."""
    app = technique("no-such-thing")
    assert not app.exception
    assert app.title[0].value == "Techniques"


def test_a_try_is_read(open_page: Open) -> None:
    """What is there and what is not, with the words."""
    app = technique("i-message")
    app.text_input(key="try_i-message").set_value("When you came in at nine, I felt worried.").run()
    said = seen(html(app))
    assert "✓ There: A feeling." in said
    assert "○ Not yet: Something you ask for." in said


def test_a_try_that_tells_of_danger_is_not_coached(open_page: Open) -> None:
    """No checks there, and nothing that says what was seen."""
    app = technique("i-message")
    app.text_input(key="try_i-message").set_value("He choked me last night.").run()
    assert PRIVATE in seen(html(app))
    assert "There:" not in seen(html(app))


@pytest.mark.parametrize(
    "typed",
    [
        "You <b>never</b> call.",
        "You never call 🙂 me.\nNever.",
        "You never\x00call.",
        "אתה never תמיד call. You never call.",
    ],
)
def test_the_stage_gets_the_words_as_they_are(typed: str, real: CoachService) -> None:
    """The pieces are the sentence again, with what cannot be shown replaced; each mark has its reason."""
    data = _data(present(real, typed), 1)
    pieces = data["said"]["pieces"]
    assert "".join(piece["text"] for piece in pieces) == displayable(typed)
    numbers = {number for piece in pieces for number in piece["marks"]}
    assert numbers == set(range(1, len(data["said"]["reasons"]) + 1))


def test_the_presenter_asks_for_a_sentence(open_page: Open) -> None:
    """An empty box and one that is too long are told; the words stay."""
    app = open_page(PRESENTER)
    app.button(key="presenter_go").click().run()
    assert "There is no sentence yet" in app.warning[0].value
    app.text_area(key="presenter_text").set_value("a" * 400)
    app.button(key="presenter_go").click().run()
    assert "back of a room" in app.warning[0].value
    assert app.text_area(key="presenter_text").value == "a" * 400


def test_danger_is_not_put_on_a_screen(open_page: Open) -> None:
    """The sentence goes back into its box with one discreet line."""
    app = open_page(PRESENTER)
    app.text_area(key="presenter_text").set_value("He choked me last night.")
    app.button(key="presenter_go").click().run()
    assert app.warning[0].value == PRIVATE


def test_an_example_fills_both_boxes(open_page: Open) -> None:
    """Weak and strong, to be set side by side."""
    app = open_page(PRESENTER)
    box = app.selectbox(key="presenter_example")
    box.select_index(0).run()
    assert app.text_area(key="presenter_text").value
    assert app.text_area(key="presenter_second").value


def test_an_exercise_is_solved_and_failed(open_page: Open) -> None:
    """A wrong answer, then a right one; the last try counts."""
    app = open_page(EXERCISES)
    app.selectbox(key="ex_which").select("feeling-or-thought").run()
    item = next(one for one in content().exercises if one.id == "feeling-or-thought").items[0]
    wrong, right = ("feeling", "thought") if item.answer == "thought" else ("thought", "feeling")
    for answer, level in ((wrong, "○ Not yet"), (right, "✓ Right")):
        app.get("button_group")[0].set_value(answer).run()
        app.button(key=f"ex_check_feeling-or-thought_{item.id}").click().run()
        assert not app.exception
        assert level in seen(html(app))
        assert item.why in seen(html(app))
    assert "So far: 1 right." in seen(html(app))


def test_an_exercise_leads_to_its_technique(open_page: Open) -> None:
    """What is practised can be read about."""
    first = in_order(content().exercises)[0]
    links = [link.proto.label for link in open_page(EXERCISES).get("page_link")]
    assert label(f"The technique behind it: {ALL[first.technique].name}") in links


def test_turns_go_round_the_table(open_page: Open) -> None:
    """The names come in turn, and stand nowhere else."""
    app = open_page(EXERCISES)
    first = in_order(content().exercises)[0]
    app.text_input(key="ex_names").set_value("Ana, Ben,").run()
    assert "Ana’s turn. 1 of" in seen(html(app))
    app.button(key=f"ex_next_{first.id}_{first.items[0].id}").click().run()
    assert "Ben’s turn. 2 of" in seen(html(app))


def test_own_sentences_become_an_exercise(open_page: Open) -> None:
    """Mistakes first, each with its line; then the exercise stands above, and can be forgotten."""
    app = open_page(EXERCISES)
    app.selectbox(key="own_kind").select("open_question").run()
    app.text_area(key="own_lines").set_value("How was it?\nThe bin is full.")
    app.button(key="own_make").click().run()
    said = seen(html(app))
    assert "line 1: is an open question already" in said
    assert "line 2: is no question" in said
    app.text_area(key="own_lines").set_value("Did you like it?")
    app.button(key="own_make").click().run()
    assert app.selectbox(key="ex_which").value == "own.open-question"
    assert "Did you like it?" in seen(html(app))
    app.button(key="own_forget").click().run()
    assert not app.exception
    assert app.selectbox(key="ex_which").value != "own.open-question"
