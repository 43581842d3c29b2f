"""The pages for drawing: alone, with one phone and its cover, with two devices, and what is kept."""

from __future__ import annotations

import hashlib

import pytest
from streamlit.testing.v1 import AppTest
from ui_support import CARDS, COACH, DRAW, ROOM, html

import coach.wiring
from coach import paths
from coach.errors import StoreError

LONELY = "I felt so lonely when you were away in March and nobody called."
DANGER, SAFETY = "He choked me last night and said he would kill me.", "Your safety comes first"
PROUD = "The day my brother was born I was the proudest kid in town."


def visit(page: str, token: str) -> AppTest:
    """A page as the tab with this token opens it."""
    app = AppTest.from_file(str(paths.APP), default_timeout=60)
    app.session_state["owner_token"], app.session_state["owner_answered"] = token, True
    return app.run().switch_page(page).run()


def press(app: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    [button] = [one for one in app.button if one.label == label]
    button.click().run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    """What every button says."""
    return [one.label for one in app.button]


def write(app: AppTest, key: str, text: str) -> AppTest:
    """Type into a box."""
    app.text_area(key=key).input(text).run()
    assert not app.exception
    return app


@pytest.fixture
def token(request: pytest.FixtureRequest) -> str:
    """A token that no other test uses."""
    return hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:32]


def other(token: str) -> str:
    """The other one's token."""
    return token[::-1]


def card(app: AppTest) -> str:
    """The question on the page."""
    return next(part for part in html(app).split("<p ") if "cc-card" in part)


def test_alone(token: str) -> None:
    """Draw, go on, another like this, deeper, keep, and a warm end; nothing counts anything."""
    app = press(visit(DRAW, token), "Draw a question")
    seen = {card(app)}
    for label in ("Next question", "Another like this", "Go a little deeper", "Next question"):
        seen.add(card(press(app, label)))
    assert len(seen) == 4
    assert "Pass" not in labels(app), "alone, the next one is a pass"
    press(app, "Keep this question")
    press(app, "End here")
    assert "Before you go" in [one.value for one in app.header]
    press(app, "Put the evening away")
    assert "Draw a question" in labels(app)
    kept = visit(CARDS, token)
    assert "Erase everything of mine" in labels(kept)
    press(kept, "Take it off")
    assert "Take it off" not in labels(visit(CARDS, token))


def test_a_reload_brings_the_question_and_the_words_back(token: str) -> None:
    """Another session of the same tab goes on where the first stopped; another tab finds nothing."""
    app = press(visit(DRAW, token), "Draw a question")
    write(app, "answer_1_1", LONELY)
    again = visit(DRAW, token)
    assert card(again) == card(app)
    assert again.text_area(key="answer_1_1").value == LONELY
    assert "Draw a question" in labels(visit(DRAW, other(token)))


def test_the_coach_page_brings_words_back_too(token: str, scripted: object) -> None:
    """What stood in the box before a reload stands in it again."""
    write(visit(COACH, token), "coach_text", LONELY)
    assert visit(COACH, token).text_area(key="coach_text").value == LONELY
    assert not visit(COACH, other(token)).text_area(key="coach_text").value


def begin_with_one_phone(token: str) -> AppTest:
    """Two people, one phone, the first question."""
    app = visit(DRAW, token)
    app.radio(key="draw_mode").set_value("phone").run()
    return press(app, "Draw a question")


def shown(app: AppTest) -> str:
    """All text and every box of the page."""
    return html(app) + " ".join(str(area.value) for area in app.text_area)


def test_one_phone_keeps_the_first_answer_from_the_second(token: str, real: object) -> None:
    """Cover, second answer, both say show; only then can anything be read; then each is helped to reply."""
    app = begin_with_one_phone(token)
    press(write(app, "answer_1_1", LONELY), "Seal my answer")
    assert "Pass the phone" in [one.value for one in app.header]
    assert LONELY not in shown(app)
    assert LONELY not in shown(visit(DRAW, token)), "nor after a reload"
    press(app, "I have the phone")
    assert LONELY not in shown(app)
    press(write(app, "answer_1_2", PROUD), "Seal my answer")
    assert LONELY not in shown(app)
    assert PROUD not in shown(app)
    press(app, "The first of you: show mine")
    assert LONELY not in shown(app)
    press(app, "The second of you: show mine")
    assert LONELY in shown(app)
    assert PROUD in shown(app)
    assert "when I was away in March" in " ".join(labels(app))


def test_one_phone_with_names_and_words_taken_back(token: str, real: object) -> None:
    """Whoever takes an answer back finds no word of it in the box, nor does the other; then one replies after the other, by name."""
    app = visit(DRAW, token)
    app.radio(key="draw_mode").set_value("phone").run()
    for key, name in (("draw_name_1", "Ann"), ("draw_name_2", "*Ben*")):
        app.text_input(key=key).input(name).run()
    press(app, "Draw a question")
    assert "This one is for Ann" in html(app)
    press(write(app, "answer_1_1", LONELY), "Seal my answer")
    press(app, "Take the sealed answer back")
    assert LONELY not in shown(app)
    press(press(write(app, "answer_1_1", "Another"), "Seal my answer"), "I have the phone")
    press(write(app, "answer_1_2", PROUD), "Seal my answer")
    press(app, "Ann: take mine back")
    assert "Another" not in shown(app)
    press(app, "I have the phone")
    press(press(write(app, "answer_1_1", LONELY), "Seal my answer"), "Ann: show mine")
    press(app, r"\*Ben\*: show mine")
    assert [box.label for box in app.text_area] == [r"\*Ben\*, your reply to Ann"]
    press(app, "I said it out loud")
    assert [box.label for box in app.text_area] == [r"Ann, your reply to \*Ben\*"]
    press(app, "I said it out loud")
    assert "*Ben* replied" in html(app)
    assert not app.text_area


def test_one_phone_out_loud(token: str) -> None:
    """Talking is as good as typing: both say so, and it goes on."""
    app = press(begin_with_one_phone(token), "We talked about it out loud")
    press(press(app, "I have the phone"), "We talked about it out loud")
    assert "You talked about it out loud." in html(app)
    press(app, "Next question")
    assert "We talked about it out loud" in labels(app)


def test_what_one_was_writing_survives_the_others_end_and_leaving(token: str, real: object) -> None:
    """An evening that one of them ended can go on where it was; who stays behind finds their own words, and no box to nobody."""
    ann, ben = two(token)
    press(ann, "Draw a question")
    write(ann, "answer_1_1", "Half a thought")
    press(ben.run(), "End the evening")
    press(ann.run(), "Go on after all")
    assert ann.text_area(key="answer_1_1").value == "Half a thought"
    press(ben.run(), "Leave the room")
    ann.run()
    assert "Half a thought" in html(ann)
    assert not ann.text_area


def test_danger_in_an_answer_is_shown_to_its_writer_and_seals_nothing(token: str, real: object) -> None:
    """Help comes first; the other's screen tells nothing; the writer decides; nothing new for two is offered in this session."""
    ann, ben = two(token)
    press(ann, "Draw a question")
    press(write(ann, "answer_1_1", "Honestly, you hit me again last week and I'm scared of you."), "Seal my answer")
    assert "Nobody else is told" in html(ann)
    ben.run()
    assert "still thinking" in html(ben)
    assert SAFETY not in headers(ben)
    press(ann, "Seal it anyway")
    assert "Your answer is sealed" in html(ann)
    press(ann, "Leave the room")
    assert "put away for now" in html(ann)
    ben.run()
    assert "The other has left" in html(ben)


def test_danger_in_any_other_box(token: str, real: object) -> None:
    """A note to oneself, a reply, a thanks: help for the writer first, and nothing of it goes to the other."""
    alone = press(visit(DRAW, token), "Draw a question")
    assert SAFETY in headers(write(alone, "answer_1_1", DANGER))
    ann, ben = two(token)
    press(ann, "Draw a question")
    for app in (ann, ben):
        press(app.run(), "We talked about it out loud")
    ann.run()
    for key, label in (("reply_1_1", "Send my reply"), ("thanks", "Send it")):
        press(write(ann, key, f"{DANGER} {key}"), label)
        assert SAFETY in headers(ann)
        ben.run()
        assert DANGER not in shown(ben)
        assert SAFETY not in headers(ben)
        if key == "reply_1_1":
            press(ann, "End the evening")


def headers(app: AppTest) -> list[str]:
    """The headings of a page."""
    return [one.value for one in app.header]


def two(token: str) -> tuple[AppTest, AppTest]:
    """Two devices in one room."""
    ann = press(visit(ROOM, token), "Open a room")
    code = next(part for part in html(ann).split("<p ") if "cc-code" in part).split(">")[1].split("<")[0]
    ben = visit(ROOM, other(token))
    ben.text_input(key="room_code").input(code.lower()).run()
    press(ben, "Join")
    return ann.run(), ben


def test_two_devices_play(token: str, real: object) -> None:
    """Sealed answers, a retraction, both show, a hint about a reply, a suggestion taken, thanks, and erasing for both."""
    ann, ben = two(token)
    press(ben, "Draw a question")
    ann.run()
    assert card(ann) == card(ben)
    press(write(ann, "answer_1_1", "too soon"), "Seal my answer")
    press(ann, "Take it back")
    press(press(write(ann, "answer_1_1", LONELY), "Seal my answer"), "Show my answer")
    ben.run()
    assert "ready to show" in html(ben)
    assert LONELY not in shown(ben)
    press(press(write(ben, "answer_1_2", PROUD), "Seal my answer"), "Show my answer")
    assert LONELY in shown(ben)
    press(write(ben, "reply_1_2", "You should just call your sister next time."), "Send my reply")
    assert "Want to show you heard it first?" in html(ben)
    [better] = [label for label in labels(ben) if label.startswith("Use this: ")]
    press(press(ben, better), "Send my reply")
    assert "Your reply is with them" in html(ben)
    ann.run()
    assert "They replied" in html(ann)
    press(ann, "End the evening")
    press(write(ann, "thanks", "Thank you for March."), "Send it")
    ben.run()
    assert "Thank you for March." in html(ben)
    press(ben, "Erase everything for both")
    ann.run()
    assert "Open a room" in labels(ann)


def test_a_wrong_code_says_what_to_do(token: str) -> None:
    """A sentence for a code that is none and for one that opens nothing; the box keeps it."""
    app = visit(ROOM, token)
    for typed, words in (("12", "eight letters and numbers"), ("0000 0000", "No open room has this code")):
        app.text_input(key="room_code").input(typed).run()
        press(app, "Join")
        assert words in app.warning[0].value
        assert app.text_input(key="room_code").value == typed


def test_a_room_waits_for_the_tab_to_say_who_it_is() -> None:
    """Before, nothing is shown: the address may still hold the secret of a link."""
    app = AppTest.from_file(str(paths.APP), default_timeout=60).run().switch_page(ROOM).run()
    assert labels(app) == []
    assert "One moment" in html(app)


def test_erasing_everything_leaves_nothing(token: str) -> None:
    """Kept questions, the evening and drafts are gone, and the tab gets another token."""
    app = press(visit(DRAW, token), "Draw a question")
    press(write(app, "answer_1_1", LONELY), "Keep this question")
    cards = press(visit(CARDS, token), "Erase everything of mine")
    assert "Nothing yet" in html(cards)
    assert cards.session_state["owner_token"] != token
    assert "Draw a question" in labels(visit(DRAW, token))


def test_a_store_that_is_shut_says_so(monkeypatch: pytest.MonkeyPatch, scripted: object) -> None:
    """The pages that need it say what is wrong; the Coach page works."""

    def shut() -> None:
        raise StoreError("The coach could not open its store.")

    monkeypatch.setattr(coach.wiring, "stores", shut)
    for page in (DRAW, ROOM, CARDS):
        app = visit(page, "a" * 32)
        assert not app.exception
        assert "could not open" in app.warning[0].value
    app = write(visit(COACH, "a" * 32), "coach_text", LONELY)
    assert app.text_area(key="coach_text").value == LONELY
