"""Every page opens, and says what every page must say."""

from __future__ import annotations

import subprocess
import sys

import pytest
from ui_support import (
    CARDS,
    COACH,
    COUNSELORS,
    DRAW,
    EXERCISES,
    HANDOUTS,
    HELP,
    HOME,
    PRESENTER,
    REHEARSE,
    REVIEW,
    ROOM,
    SETTINGS,
    TECHNIQUES,
    Open,
    html,
)

from coach import paths
from coach.settings import Settings
from coach.ui import shell

FILES = (
    shell.HOME,
    shell.COACH,
    shell.REHEARSE,
    shell.DRAW,
    shell.ROOM,
    shell.CARDS,
    shell.SETTINGS,
    shell.HELP,
    shell.COUNSELORS,
    *(page for page, _, _ in shell.STUDIO),
)
COUNSELORS_PAGES = [COUNSELORS, TECHNIQUES, PRESENTER, EXERCISES, REVIEW, HANDOUTS]
PAGES = [HOME, COACH, REHEARSE, DRAW, ROOM, CARDS, SETTINGS, HELP, *COUNSELORS_PAGES]


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_with_help_and_a_way_out(open_page: Open, page: str) -> None:
    """Every page opens without an error, and has the same link to Help and the same plain link away."""
    app = open_page(page)
    assert not app.exception
    assert [title.value for title in app.title] != []
    assert f'<a href="{Settings().leave_to}"' in html(app)
    assert next(link.proto.label for link in app.get("page_link")) == "Help"


def test_every_page_file_is_in_the_menu() -> None:
    """No page is forgotten, and none is named that does not exist."""
    files = {path for path in (paths.APP.parent / "coach" / "ui" / "pages").glob("*.py") if path.name != "__init__.py"}
    assert set(FILES) == files


def test_pages_are_short() -> None:
    """A page reads state, calls one service and draws views: under 60 lines."""
    assert all(len(path.read_text().splitlines()) < 60 for path in FILES)


def test_home_says_what_it_is_not(open_page: Open) -> None:
    """Software, not therapy, not for emergencies; what is typed stays here."""
    said = html(open_page(HOME))
    for words in (
        "software, not therapy",
        "not for emergencies",
        "What you type stays on the computer that runs this app, unless a model is set up.",
        "Shift three times",
        "Your browser’s history stays.",
    ):
        assert words in said


def test_home_leads_each_kind_of_user_on(open_page: Open) -> None:
    """A person, a couple and a counselor each find a link to a page that exists."""
    links = [link.proto.label for link in open_page(HOME).get("page_link")]
    assert links == ["Help", "Start with your words", "Draw a question", "See the tools"]


def test_first_look_loads_no_parser() -> None:
    """Home and the empty Coach page do not import spaCy: it takes a second that nobody should wait for.

    The warm-up, which begins once a page is out, is put off.
    """
    script = (
        "import sys; from streamlit.testing.v1 import AppTest; from coach.ui import resources\n"
        "resources._WARM_UP_AFTER = 3600\n"
        f"app = AppTest.from_file({str(paths.APP)!r}, default_timeout=60).run()\n"
        f"app.switch_page({COACH!r}).run()\n"
        "assert not app.exception; sys.exit('spacy' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", script], cwd=paths.ROOT, check=False, capture_output=True).returncode == 0
    )


def test_help_shows_no_lines_before_a_region_is_picked(open_page: Open) -> None:
    """The region is never guessed."""
    app = open_page(HELP)
    assert app.selectbox(key="help_region").value is None


def test_help_says_what_leaving_leaves_behind(open_page: Open) -> None:
    """How to leave in a hurry, that the browser remembers, and how sure each line is."""
    said = html(open_page(HELP))
    for words in ("Shift three times", "Your browser still remembers", "could not confirm"):
        assert words in said


def test_help_lists_the_lines_of_the_region(open_page: Open) -> None:
    """Each region shows its emergency number and at least two lines, each with what it is for, its source and its date."""
    from coach.ui.resources import content

    regions = [region for region in content().regions if region.id != "international"]
    app = open_page(HELP)
    for region in regions:
        app.selectbox(key="help_region").select(region.id).run()
        said = html(app)
        assert not app.exception
        assert region.emergency.split()[0] in said
        assert said.count("<dt>Checked</dt>") >= 2, region.id


def test_examples_start_the_coach(open_page: Open, scripted: object) -> None:
    """An example fills the box and is read at once."""
    app = open_page(COACH)
    app.session_state["coach_examples"] = True
    app.run()
    app.button(key="example_dishes").click().run()
    assert app.text_area(key="coach_text").value.startswith("You always leave the dishes")
    assert "<mark" in html(app)
