"""The path of the Coach page, by the keys of its widgets."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, get_args

import pytest
from ui_support import COACH, HELP, Open, html, seen

from coach.model import Risk, SafetyScreen, Severity
from coach.safety.help import lines
from coach.safety.panel import panel, safe_words
from coach.ui.resources import content

if TYPE_CHECKING:
    from scripted_coach import ScriptedCoach
    from streamlit.testing.v1 import AppTest

    from coach.library.shown import SafetyPanel

DISHES = "You always leave the dishes and you never even say thanks. I feel like your maid."


@pytest.fixture
def asked(open_page: Open, scripted: ScriptedCoach) -> AppTest:
    """The Coach page after the dishes were read."""
    return ask(open_page(COACH), DISHES.replace("thanks", "a word"))


def shown_for(risk: Risk, severity: Severity) -> SafetyPanel:
    """The fixed panel for a danger."""
    shown = panel(content().panels, SafetyScreen(risk=risk, severity=severity))
    assert shown is not None
    return shown


def ask(app: AppTest, text: str) -> AppTest:
    """Type a text and press the button."""
    app.text_area(key="coach_text").input(text).run()
    app.button(key="coach_go").click().run()
    assert not app.exception
    return app


def test_stinging_words_are_marked_numbered_and_explained(asked: AppTest) -> None:
    """Each mark carries a number; the list quotes both under their numbers, names the kind and says why once."""
    said = html(asked)
    assert '<mark class="cc-mark">You always<sup class="cc-number"> [1]</sup></mark>' in said
    assert '<mark class="cc-mark">you never<sup class="cc-number"> [2]</sup></mark>' in said
    assert said.count("<mark") == 2
    assert seen(said).count("[1] “You always”, [2] “you never”: Always or never. Rarely true.") == 1
    assert said.count("Rarely true.") == 1


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
    """The note comes before anything else, the drafts name no feeling or need, and none can be picked."""
    app = ask(open_page(COACH), "I want to thank you")
    said = html(app)
    assert 0 <= said.find("This is good as it is.") < said.find('class="cc-own"')
    assert app.text_area(key="draft_gentle").value == "I want to thank you"
    assert "<dt>How I feel</dt>" not in said
    assert not [fold.label for fold in app.expander if fold.label == "What it is made of"]
    assert [box.key for box in app.selectbox] == ["coach_relation"]
    assert "All the words that matter are still yours" in said


def test_brackets_get_one_hint_until_they_are_filled(open_page: Open, scripted: ScriptedCoach) -> None:
    """A draft with a gap says what belongs there; brackets of the person's own are no gap."""
    app = ask(open_page(COACH), "nothing was seen [09:14]")
    assert html(app).count("Replace what is in [brackets] with one moment") == 3
    app.text_area(key="draft_brief").input("I felt lonely when the phone rang at dinner [09:14].").run()
    assert html(app).count("Replace what is in [brackets] with one moment") == 2
    app = ask(app, "You always leave [09:14]")
    assert "in [brackets]" not in html(app)


def test_another_language_is_said_and_kept(open_page: Open, scripted: ScriptedCoach) -> None:
    """The analysis's note is shown, and the text stays."""
    app = ask(open_page(COACH), "nunca me ayudas")
    said = html(app)
    assert 0 <= said.find("This does not look like English.") < said.find('class="cc-own"')
    assert app.text_area(key="coach_text").value == "nunca me ayudas"


def test_immediate_danger_puts_help_first(open_page: Open, scripted: ScriptedCoach) -> None:
    """The fixed words stand alone: no wording, nothing for two, nothing to go on to, nothing blocked, and the text stays."""
    app = ask(open_page(COACH), "He hits me when I am late")
    shown = shown_for("partner_violence", "immediate")
    assert shown.title in [header.value for header in app.header]
    assert all(escape(line) in html(app) for line in (*shown.lines, shown.question, shown.call))
    assert "“<bdi>hits me</bdi>”" in html(app)
    assert app.selectbox(key="help_region").value is None
    assert [box.key for box in app.text_area] == ["coach_text"]
    assert "<mark" not in html(app)
    assert not app.get("download_button")
    assert [button.key for button in app.button] == ["coach_go"]
    assert not app.button(key="coach_go").disabled
    app.selectbox(key="help_region").select("us").run()
    fitting = lines(content().helplines, "us", shown.helps, today=datetime.now(tz=UTC).date())
    names = re.findall(r"<strong>([^<]*)</strong></p><dl", html(app))
    assert names[: len(fitting)] == [escape(line.name) for line in fitting]


@pytest.mark.parametrize("risk", [risk for risk in get_args(Risk) if risk != "none"])
def test_a_concern_waits_for_the_person(open_page: Open, scripted: ScriptedCoach, risk: Risk) -> None:
    """The fixed panel comes alone; one press away is wording for safety, and nothing that works for harmony."""
    scripted.risk = risk
    app = ask(open_page(COACH), "You always shout and I am afraid")
    shown = shown_for(risk, "concern")
    words = safe_words(content().safe_words, SafetyScreen(risk=risk, severity="concern"))
    assert words is not None
    assert shown.title in [header.value for header in app.header]
    assert all(escape(line) in html(app) for line in (*shown.lines, shown.question, shown.call))
    assert [box.key for box in app.text_area] == ["coach_text"]
    assert escape(words.first[0]) not in html(app)
    app.button(key="coach_go_on").click().run()
    said = html(app)
    assert shown.title in [header.value for header in app.header], "help stays first"
    assert all(escape(line) in said for line in words.first)
    assert all(escape(sentence.text) in said for sentence in words.say)
    for harmony in ("<mark", "They may be tired.", "What is it like", "You are tired.", "Put them away.", "The maid."):
        assert harmony not in said
    assert not app.get("download_button")
    assert not app.get("progress")
    boxes = ["draft_direct", "draft_brief"] if words.drafts_if else []
    assert [box.key for box in app.text_area] == ["coach_text", *boxes]
    assert "coach_go_on" not in [button.key for button in app.button]


def test_nothing_for_two_after_danger(open_page: Open, scripted: ScriptedCoach) -> None:
    """Once a text told of danger, no question for two is offered in this session, whatever is typed next."""
    app = ask(open_page(COACH), "I am afraid")
    assert [fold.label for fold in app.expander] == ["Emergency numbers", "Anywhere else"]
    app = ask(app, "You always leave the dishes")
    assert app.text_area(key="draft_gentle").value
    assert not [fold.label for fold in app.expander if "question to talk about together" in fold.label]


def test_going_on_holds_for_one_text(open_page: Open, scripted: ScriptedCoach) -> None:
    """It outlasts a visit to Help and loses no draft; the next text that tells of danger waits again."""
    app = ask(open_page(COACH), "You always shout and I am afraid")
    app.button(key="coach_go_on").click().run()
    app.text_area(key="draft_direct").input("My own words").run()
    app.switch_page(HELP).run()
    app.switch_page(COACH).run()
    assert app.text_area(key="draft_direct").value == "My own words"
    app = ask(app, "You never listen and I am afraid")
    assert [box.key for box in app.text_area] == ["coach_text"]
    app.button(key="coach_go_on").click().run()
    assert app.text_area(key="draft_direct").value.startswith("(direct)")


def test_a_plan_is_announced_once(open_page: Open, scripted: ScriptedCoach) -> None:
    """One polite region, always there; its sentence changes with each plan and with nothing else."""
    app = open_page(COACH)
    assert [said.value for said in app.success] == [""]
    ask(app, "You always leave the dishes")
    first = app.success[0].value
    app.selectbox(key="coach_feeling").select("lonely").run()
    app.text_area(key="draft_brief").input("My own words").run()
    assert [said.value for said in app.success] == [first]
    ask(app, "You never call")
    second = app.success[0].value
    ask(app, "You always shout and I am afraid")
    third = app.success[0].value
    app.button(key="coach_go_on").click().run()
    assert first.endswith("ready below.")
    assert second.endswith("ready below.")
    assert "first" in third
    assert "afraid" not in third
    assert len({first, second, third}) == 3
    assert app.success[0].value.endswith("ready below.")


@pytest.mark.parametrize(("words", "button"), [("He hits me", False), ("I am afraid", True)])
def test_danger_in_a_changed_draft_is_seen(asked: AppTest, words: str, button: bool) -> None:
    """What is written into a draft is screened like any other text: the plan stands back, and what was typed stays in its box."""
    asked.text_area(key="draft_gentle").input(words).run()
    assert next(header.value for header in asked.header).startswith("Your safety")
    assert [box.key for box in asked.text_area] == ["coach_text", "draft_gentle"]
    assert asked.text_area(key="draft_gentle").value == words
    assert "They may be tired." not in html(asked)
    assert ("coach_go_on" in [one.key for one in asked.button]) is button
    asked.text_area(key="draft_gentle").input("I feel worn out").run()
    assert "They may be tired." in html(asked), "nothing is blocked"


def test_after_long_use_it_says_again_what_it_is(open_page: Open, scripted: ScriptedCoach) -> None:
    """One quiet line after ten plans, or after an hour."""
    app = open_page(COACH)
    for number in range(10):
        assert "You have been here for a while." not in html(app)
        ask(app, f"You always leave {number}")
    assert "You have been here for a while. This is software, not therapy" in html(app)
    app = open_page(COACH)
    app.session_state["coach_began"] -= 3600
    assert "You have been here for a while." in html(app.run())


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
