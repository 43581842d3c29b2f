"""The path of the Coach page, by the keys of its widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ui_support import COACH, HELP, Open, html

if TYPE_CHECKING:
    from scripted_coach import ScriptedCoach
    from streamlit.testing.v1 import AppTest

DISHES = "You always leave the dishes and you never even say thanks. I feel like your maid."


@pytest.fixture
def asked(open_page: Open, scripted: ScriptedCoach) -> AppTest:
    """The Coach page after the dishes were read."""
    return ask(open_page(COACH), DISHES.replace("thanks", "a word"))


def ask(app: AppTest, text: str) -> AppTest:
    """Type a text and press the button."""
    app.text_area(key="coach_text").input(text).run()
    app.button(key="coach_go").click().run()
    assert not app.exception
    return app


def test_stinging_words_are_marked_numbered_and_explained(asked: AppTest) -> None:
    """Each mark carries the number of the line that quotes it, names its kind and says why."""
    said = html(asked)
    assert '<mark class="cc-mark">You always<sup class="cc-number"> [1]</sup></mark>' in said
    assert "<strong>“<bdi>You always</bdi>”</strong> Always or never. <span>Rarely true.</span>" in said
    assert said.count("<mark") == 2


def test_the_score_is_said_in_words(asked: AppTest) -> None:
    """The heard score is text beside its bar."""
    assert [bar.proto.text for bar in asked.get("progress")] == ["This is hard to hear as it stands. 30 out of 100"]


def test_three_drafts_with_their_parts(asked: AppTest) -> None:
    """Gentle, direct and brief, each editable and with its parts below."""
    for style in ("gentle", "direct", "brief"):
        assert asked.text_area(key=f"draft_{style}").value.startswith(f"({style})")
    assert html(asked).count("<dt>How I feel</dt>") == 3
    assert html(asked).count("<dt>Their side</dt>") == 1


def test_another_feeling_changes_the_drafts_at_once(asked: AppTest) -> None:
    """Picking a feeling or a need rewrites every draft."""
    asked.selectbox(key="coach_feeling").select("lonely").run()
    asked.selectbox(key="coach_need").select("fairness").run()
    for style in ("gentle", "direct", "brief"):
        assert "I feel lonely. I need fairness." in asked.text_area(key=f"draft_{style}").value


def test_a_changed_draft_is_read_again_and_kept(asked: AppTest, scripted: ScriptedCoach) -> None:
    """A changed draft shows what may sting in it, survives another feeling, and can be put back."""
    mine = "You never help, and I feel worn out."
    asked.text_area(key="draft_direct").input(mine).run()
    assert "In your version, this may sting:" in html(asked)
    readings = scripted.readings
    asked.selectbox(key="coach_feeling").select("lonely").run()
    assert asked.text_area(key="draft_direct").value == mine
    assert "lonely" in asked.text_area(key="draft_gentle").value
    assert scripted.readings == readings, "the same words are read once"
    asked.button(key="restore_direct").click().run()
    assert "lonely" in asked.text_area(key="draft_direct").value


def test_own_words_are_named(asked: AppTest) -> None:
    """Each draft says which words are still the person's."""
    assert html(asked).count("of the words that matter are still yours: <bdi>dishes</bdi>.") == 3


def test_what_comes_after_the_drafts(asked: AppTest) -> None:
    """Questions with two follow-ups each, responses, getting ready, their side, another time, and saving."""
    said = html(asked)
    assert said.count('class="cc-question"') == 3
    assert said.count("If they say they are tired") == 3
    for words in ("So do I!", "Put them away.", "They may be tired.", "The maid."):
        assert words in said
    assert asked.get("download_button")


def test_an_invitation_has_no_drafts(open_page: Open, scripted: ScriptedCoach) -> None:
    """A message that wants closeness gets an opening, a story and a line that asks permission."""
    app = ask(open_page(COACH), "We only talk about schedules; I miss us")
    said = html(app)
    assert all(words in said for words in ("A warm way to open", "A story of your own", "Ask first"))
    assert [box.key for box in app.text_area] == ["coach_text"]


def test_a_thanks_is_told_that_it_is_good(open_page: Open, scripted: ScriptedCoach) -> None:
    """The note comes, and no drafts."""
    assert "This is good as it is." in html(ask(open_page(COACH), "I want to thank you"))


def test_another_language_is_said_and_kept(open_page: Open, scripted: ScriptedCoach) -> None:
    """The analysis's note is shown, and the text stays."""
    app = ask(open_page(COACH), "nunca me ayudas")
    assert [info.value for info in app.info] == ["This does not look like English."]
    assert app.text_area(key="coach_text").value == "nunca me ayudas"


def test_immediate_danger_puts_help_first(open_page: Open, scripted: ScriptedCoach) -> None:
    """Help stands first, no wording is offered, nothing is blocked, and the text stays."""
    app = ask(open_page(COACH), "He hits me when I am late")
    said = html(app)
    assert "not your fault" in said
    assert app.selectbox(key="help_region").value is None
    assert [box.key for box in app.text_area] == ["coach_text"]
    assert "<mark" not in said
    assert not app.get("download_button")
    assert not app.button(key="coach_go").disabled


def test_a_concern_gets_a_small_panel_and_the_coach_goes_on(open_page: Open, scripted: ScriptedCoach) -> None:
    """A concern never blocks."""
    app = ask(open_page(COACH), "You always shout and I am afraid")
    assert "there are people you can talk to" in html(app)
    assert app.text_area(key="draft_gentle").value


def test_danger_in_a_changed_draft_is_seen(asked: AppTest) -> None:
    """What is written into a draft is screened like any other text."""
    asked.text_area(key="draft_brief").input("He hits me").run()
    assert "not your fault" in html(asked)
    assert asked.text_area(key="draft_brief").value == "He hits me"


def test_text_and_choices_survive_other_pages(asked: AppTest) -> None:
    """Going to Help and back loses nothing, a draft changed by hand least of all."""
    asked.text_area(key="draft_gentle").input("My own words").run()
    asked.selectbox(key="coach_feeling").select("lonely").run()
    asked.switch_page(HELP).run()
    asked.switch_page(COACH).run()
    assert asked.text_area(key="coach_text").value.startswith("You always leave")
    assert asked.text_area(key="draft_gentle").value == "My own words"
    assert asked.selectbox(key="coach_feeling").value == "lonely"
    assert not asked.exception


def test_a_text_is_read_once(asked: AppTest, scripted: ScriptedCoach) -> None:
    """Reruns do not read again."""
    asked.run()
    asked.run()
    assert scripted.readings == 1


def test_a_changed_text_is_said(asked: AppTest) -> None:
    """The old plan stays until the button is pressed again, and the page says so."""
    asked.text_area(key="coach_text").input("Something else").run()
    assert "Press the button to read it again" in html(asked)
    assert asked.text_area(key="draft_gentle").value
