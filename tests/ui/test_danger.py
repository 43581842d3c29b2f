"""Every text that a person can type is screened, and a story of abuse gets help, and nothing for two, on every page."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from ui_support import COACH, HELP, HOME, Open, html, seen

from coach import paths
from coach.model import IStatement, PlanPart, Question, Reading, Response

if TYPE_CHECKING:
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from coach.service import CoachService

UI = paths.ROOT / "coach" / "ui"
# Everything of Streamlit that takes words, a file, a picture or a voice from a person.
TAKES_WORDS = {
    *(
        "text_area",
        "text_input",
        "chat_input",
        "data_editor",
        "file_uploader",
        "audio_input",
        "camera_input",
        "feedback",
    ),
    "accept_new_options",
}
# Every such call there is: module → the keys of its boxes. A new box is written here and screened below, or with the model
# (tests/ui/test_model_pages.py: the free wish). What is typed on the Settings page is a server's address, name and key.
BOXES = {
    "views/start.py": ["state.TEXT"],
    "views/drafts.py": ["f'draft_{style}{one}'", "state.draft_key(draft.style)"],
    "views/model.py": ["written.WORDS"],
    "views/model_settings.py": ["ADDRESS", "KEY", "NAME"],
    "views/draw.py": [
        "_name_key(seat)",
        "key",
    ],  # a name is short and stays on this device; tests/ui/test_draw_pages.py hands over what stands in these, and is shown help
    "views/answers.py": ["key", "key"],
    "views/room.py": ["_CODE", "answering.THANKS"],  # a code is read as a code or not at all
    "own_files.py": ["box"],  # a file holds what whoever chose it practises with, draws or shows
    # tests/ui/test_studio_pages.py: what stands in these is screened, and is neither marked nor put on a screen then
    "views/exercises.py": ["_NAMES", "f'ex_words_{key}'"],  # names of those who take turns; nothing reads them
    "views/own_material.py": ["_LINES"],
    "views/presenter.py": ["_SECOND", "_TEXT"],
    "views/techniques.py": ["f'try_{shown.id}'"],
    # tests/ui/test_rehearse_page.py: a turn and a situation are screened before anything answers; speech becomes text in the same box
    "box/__init__.py": ["key"],
    "views/rehearse.py": ["rehearsing.BOX"],
    "views/rehearse_setup.py": ["rehearsing.MATTER", "rehearsing.SITUATION"],
    "views/speak.py": ["key"],
    "views/review.py": [
        "reviewing.TEXT",
        "reviewing.file_key()",
    ],  # each turn is screened, and named on the page where it tells of danger
}
DANGER = "He choked me last night and said he would kill me."
AFRAID = "You always shout and I'm afraid of you."
STORY = (
    "I dread him finding this.",
    "It was just a hand on my neck that one time.",
    "He checks my phone every night and won't let me see my sister.",
    "I said no and he did it anyway.",
    "He waits outside my work although I told him to stop.",
    DANGER,
)
HARMONY = ("You both played a part.", "What do the two of you enjoy?", "You are tired, and I see that.")


def calls(module: Path) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.Call))


def test_all_boxes_are_known() -> None:
    """No page takes words by a box that is not listed here."""
    found: dict[str, list[str]] = {}
    for module in sorted(UI.rglob("*.py")):
        for call in calls(module):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            given = {word.arg: ast.unparse(word.value) for word in call.keywords}
            if isinstance(call.func, ast.Name) and call.func.id == "box":
                found.setdefault(module.relative_to(UI).as_posix(), []).append(ast.unparse(call.args[1]))
            if name in TAKES_WORDS or "accept_new_options" in given:
                found.setdefault(module.relative_to(UI).as_posix(), []).append(given["key"])
    assert {module: sorted(keys) for module, keys in found.items()} == BOXES


def boxes(app: AppTest) -> list[Any]:
    """Every box on the page."""
    return [*app.text_area, *app.text_input, *app.chat_input]


def ask(app: AppTest, text: str) -> AppTest:
    """Type a text and press the button."""
    app.text_area(key="coach_text").input(text).run()
    app.button(key="coach_go").click().run()
    assert not app.exception
    return app


def went_on(app: AppTest) -> AppTest:
    """After a concern, the person goes on."""
    return ask(app, AFRAID).button(key="coach_go_on").click().run()


STATES = {
    "empty": lambda app: app,
    "a plan": lambda app: ask(app, "You always leave the dishes."),
    "after a concern": went_on,
    "after danger": lambda app: ask(app, DANGER),
}


@pytest.fixture
def screened(real: CoachService, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that the one screen has read."""
    texts: list[str] = []
    screen = real._screener.screen

    def noted(parsed: Any) -> Any:
        texts.append(parsed.text)
        return screen(parsed)

    monkeypatch.setattr(real._screener, "screen", noted)
    return texts


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("page", [HOME, COACH, HELP])
def test_every_box_is_screened(open_page: Open, screened: list[str], page: str, state: str) -> None:
    """What is typed into each box of each page, in each of its states, is read by the screen, and help is shown."""
    if page != COACH:
        assert boxes(open_page(page)) == []
        return
    keys = [box.key for box in boxes(STATES[state](open_page(page)))]
    assert keys[0] == "coach_text"
    assert len(keys) == {"empty": 1, "a plan": 4, "after a concern": 3, "after danger": 1}[state]
    for key in keys:
        app = STATES[state](open_page(page))
        text = f"{DANGER} ({key})"
        next(box for box in boxes(app) if box.key == key).input(text).run()
        if key == "coach_text":
            app.button(key="coach_go").click().run()
        assert text in screened
        assert "Your safety comes first" in [header.value for header in app.header]
        assert next(box for box in boxes(app) if box.key == key).value == text, "and it is kept"


class Harmonious:
    """An engine that writes what nobody in danger should read."""

    name = "harmonious"

    def parts(self, reading: Reading, *_: Any) -> Iterator[PlanPart]:
        """Blame shared, a question for two, soothing."""
        for style in ("gentle", "direct", "brief"):
            yield PlanPart(slot="drafts", items=(IStatement(style=style, text="I feel sad.", perspective=HARMONY[0]),))
        yield PlanPart(slot="other_view", items=(HARMONY[0],))
        yield PlanPart(slot="questions", items=(Question(text=HARMONY[1]),))
        said = {"they_say": "x", "technique": "validation", "avoid": "y", "avoid_why": "z"}
        yield PlanPart(slot="responses", items=(Response(text=HARMONY[2], **said),))


class Broken:
    """An engine with a fault that nobody foresaw."""

    name = "broken"

    def parts(self, *_: Any) -> Iterator[PlanPart]:
        """Nothing but an error."""
        raise RuntimeError("a bug")
        yield


@pytest.mark.parametrize("engine", [None, Harmonious(), Broken()], ids=["offline", "harmonious", "broken"])
@pytest.mark.parametrize("text", STORY)
def test_a_story_of_abuse(
    open_page: Open, real: CoachService, monkeypatch: pytest.MonkeyPatch, text: str, engine: Any
) -> None:
    """With any engine, in any fault: help every time, no joint exercise, no blame shared; other pages show no sign of it."""
    if engine is not None:
        monkeypatch.setattr(real, "_engine", engine)
    app = ask(open_page(COACH), text)
    _helped(app)
    if "coach_go_on" in [button.key for button in app.button]:
        _helped(app.button(key="coach_go_on").click().run())
        assert "Words you can use" in [header.value for header in app.header]
    for page in (HOME, HELP):
        shown = app.switch_page(page).run()
        assert html(shown) == html(open_page(page)), "the same page as for anybody"
    _helped(app.switch_page(COACH).run())


def _helped(app: AppTest) -> None:
    assert not app.exception
    assert app.selectbox(key="help_region")
    words = " ".join(
        [seen(html(app)), *(fold.label for fold in app.expander), *(str(box.value) for box in app.text_area)]
    )
    for phrase in (*HARMONY, "Their side", "talk about together", "may land", "What they may say", "out of 100"):
        assert phrase not in words
    assert "draft_gentle" not in [box.key for box in app.text_area]
    assert not app.get("download_button")
