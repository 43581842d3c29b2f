"""The counselor's pages in a browser: the stage by keyboard, from afar and on a tablet; exercises solved and failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect
from steps import settle, unfold
from test_access import violations
from test_keyboard import tab_to

from coach.library.teaching import ExerciseKind, FeelingOrThoughtItem, SpotBlameItem
from coach.rehearsal.own import to_toml
from coach.studio.material import EXAMPLE, EXAMPLE_SENTENCES
from coach.studio.places import words_of
from coach.wiring import library

if TYPE_CHECKING:
    from pathlib import Path

    from chromium import NewPage

pytestmark = pytest.mark.browser
SENTENCE = "You never help with the dishes, and you make me feel like your maid."
ALL = {one.kind: one for one in library().exercises}
WRONG: dict[ExerciseKind, str] = {
    "open_question": "Was it good?",
    "reflect_back": "Ok.",
    "fix_reply": "You should just stop worrying.",
    "rewrite": "You never listen.",
}


def present(page: Page, server: str, text: str = SENTENCE) -> None:
    """Put a sentence on the stage."""
    page.goto(f"{server}presenter")
    page.get_by_label("One sentence").fill(text)
    page.get_by_role("button", name="Show it").click()
    page.get_by_role("heading", name="What was said").wait_for()
    settle(page)


def title(page: Page) -> str:
    """The heading of the step."""
    return page.locator(".stage h1").inner_text()


def overhang(page: Page) -> int:
    """How many pixels a view or the page is wider than its place."""
    pixels: int = page.evaluate(
        """() => Math.max(document.documentElement.scrollWidth - innerWidth, ...[...document.querySelectorAll('*')]
            .flatMap(e => e.shadowRoot ? [...e.shadowRoot.querySelectorAll('.stage, .view, .bar, .forms')] : [])
            .map(e => e.scrollWidth - e.clientWidth))"""
    )
    return pixels


def test_the_stage_by_keyboard_alone(new_page: NewPage, server: str) -> None:
    """Type, show, go on and back, hide, another form, side by side, to the end and the start, clear: no mouse."""
    page = new_page(1920, 1080)
    page.goto(f"{server}presenter")
    page.get_by_label("One sentence").wait_for()
    settle(page)
    tab_to(page, "One sentence")
    page.keyboard.type(SENTENCE)
    tab_to(page, "Show it")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What was said").wait_for()
    settle(page)
    marks = page.locator(".stage mark")
    assert marks.count() == 0
    for count, key in enumerate(("ArrowRight", "Space"), 1):
        page.keyboard.press(key)
        assert title(page) == "What is heard"
        assert marks.count() == count
        expect(page.locator(".stage .why")).to_contain_text(f"[{count}]")
    page.keyboard.press("ArrowLeft")
    assert marks.count() == 1
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowDown")
    assert title(page) == "What lies beneath"
    expect(page.locator(".stage dt")).to_have_text(["Facts"])
    page.keyboard.press("h")
    assert title(page) == "Hidden"
    assert "dishes" not in page.locator(".stage").inner_text()
    page.keyboard.press("h")
    page.keyboard.press("3")
    expect(page.get_by_role("button", name="DEAR MAN")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".stage dt").first).to_have_text("Describe")
    page.keyboard.press("1")
    expect(page.locator(".stage dt").first).to_have_text("I feel …")
    page.keyboard.press("s")
    assert title(page) == "Side by side"
    assert page.locator(".stage .pair > div").count() == 2
    page.keyboard.press("s")
    assert title(page) == "In the form of a technique"
    page.keyboard.press("End")
    assert title(page) == "Side by side"
    page.keyboard.press("Home")
    assert title(page) == "What was said"
    while page.evaluate("document.activeElement.shadowRoot?.activeElement?.textContent") != "Clear":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_label("One sentence").wait_for()
    settle(page)
    assert "dishes" not in page.content()
    expect(page.locator(".stage")).to_have_count(0)  # it stands in a shadow, where content() does not look
    expect(page.get_by_label("One sentence")).to_have_value("")


def test_clear_leaves_nothing(new_page: NewPage, server: str) -> None:
    """Neither in the page, nor in its address or title, nor in what the browser stores, nor on the way back."""
    page = new_page()
    present(page, server, "You never call, Ottoline.")
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("One sentence").wait_for()
    settle(page)
    assert "Ottoline" not in page.content() + page.url + page.title()
    expect(page.locator(".stage")).to_have_count(0)
    expect(page.get_by_text("Ottoline")).to_have_count(0)
    assert "Ottoline" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    page.reload()
    page.get_by_label("One sentence").wait_for()
    expect(page.get_by_label("One sentence")).to_have_value("")


def test_change_keeps_the_sentence(new_page: NewPage, server: str) -> None:
    """Back to the boxes, to mend a word."""
    page = new_page()
    present(page, server)
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_label("One sentence")).to_have_value(SENTENCE)


def test_the_sentence_is_text(new_page: NewPage, server: str) -> None:
    """Markup in a sentence is shown as it was typed, and asks for nothing."""
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    typed = "<img src='https://example.org/x.png'> You never <b>call</b>."
    present(page, server, typed)
    assert typed in page.locator(".stage").inner_text()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert page.locator(".stage img, .stage b").count() == 0
    assert not [url for url in asked if not url.startswith(server)]


@pytest.mark.parametrize(("width", "height", "least"), [(1920, 1080, 40), (1024, 768, 22), (768, 1024, 22)])
def test_readable_from_afar(new_page: NewPage, server: str, width: int, height: int, least: int) -> None:
    """On every step the words are as large as the room allows, and nothing is cut off; the way out stays in view."""
    page = new_page(width, height)
    present(page, server)
    for _ in range(20):
        view = page.locator(".stage .view")
        pixels = view.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        cut = view.evaluate("e => e.scrollHeight - e.clientHeight")
        assert pixels >= least, title(page)
        assert cut <= 1, title(page)
        assert overhang(page) <= 0
        if page.locator(".stage").get_by_role("button", name="Next").is_disabled():
            break
        page.keyboard.press("ArrowRight")
    assert title(page) == "Side by side"
    top = page.evaluate("document.elementFromPoint(innerWidth - 90, 28)?.closest('a, .way-out') !== null")
    assert top


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_stage(new_page: NewPage, server: str, theme: str, width: int) -> None:
    """Every step, in both themes; nothing scrolls sideways."""
    page = new_page(width, 900, theme, bypass_csp=True)
    present(page, server)
    for key in ("Home", "ArrowRight", "2", "ArrowRight", "s"):
        page.keyboard.press(key)
        assert violations(page) == [], title(page)
        assert overhang(page) <= 0, title(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_pages(new_page: NewPage, server: str, theme: str, width: int) -> None:
    """The list, one technique with a try, the boxes of the Presenter, an exercise with its result and own sentences."""
    page = new_page(width, 6000, theme, bypass_csp=True)
    for path in ("counselors", "techniques", "techniques?technique=i-message", "presenter", "exercises"):
        page.goto(server + path)
        page.locator("h1").wait_for()
        settle(page)
        if "=" in path:
            page.get_by_label("Your words").fill("You never call, and I feel sad")
            page.get_by_text("Not yet: No blame").wait_for()
        if path == "exercises":
            page.get_by_role("button", name="Check").click()
            page.locator(".st-key-ex_result_not_yet, .st-key-ex_result_right").wait_for()
        unfold(page)
        # Streamlit's own box for files gives its section a role that its name contradicts
        assert [one for one in violations(page) if "stFileUploaderDropzone" not in one] == [], path
        assert overhang(page) <= 0, path


def test_a_technique_has_an_address(new_page: NewPage, server: str) -> None:
    """A link leads to it, the address names it, and an example goes from it to the big screen."""
    page = new_page()
    page.goto(f"{server}techniques")
    page.get_by_role("link", name="I-message", exact=True).click()
    page.get_by_role("heading", name="I-message", exact=True).wait_for()
    settle(page)
    assert page.url == f"{server}techniques?technique=i-message"
    page.get_by_role("button", name="Show it on the big screen").first.click()
    page.get_by_role("heading", name="What was said").wait_for()
    assert page.url == f"{server}presenter"


def test_a_try_is_read_while_it_is_typed(new_page: NewPage, server: str) -> None:
    """No button: what is there stands below the box a moment after the last key."""
    page = new_page()
    page.goto(f"{server}techniques?technique=i-message")
    box = page.get_by_label("Your words")
    box.fill("")
    box.press_sequentially("I felt worried last night.", delay=5)
    page.get_by_text("✓ There: A feeling.").wait_for()
    expect(box).to_be_focused()


@pytest.mark.parametrize("kind", ALL)
def test_each_exercise_is_failed_and_solved(new_page: NewPage, server: str, kind: ExerciseKind) -> None:
    """A wrong answer is told why, and a right one too."""
    page = new_page(1280, 1400)
    page.goto(f"{server}exercises")
    page.get_by_role("combobox", name="Exercise").click()
    page.get_by_role("option", name=ALL[kind].title).click()
    page.get_by_text(ALL[kind].ask).wait_for()
    settle(page)
    item = ALL[kind].items[0]
    for right in (False, True):
        if isinstance(item, SpotBlameItem):
            if right:
                _pick(page, item)
        elif isinstance(item, FeelingOrThoughtItem):
            answer = item.answer if right else ("thought" if item.answer == "feeling" else "feeling")
            page.get_by_test_id("stButtonGroup").get_by_text(f"A {answer}").click()
        else:
            page.get_by_label("Your words").fill(item.example if right else WRONG[kind])
        settle(page)
        page.get_by_role("button", name="Check").click()
        page.locator(f".st-key-ex_result_{'right' if right else 'not_yet'}").wait_for()
        settle(page)
    expect(page.get_by_text("So far: 1 right.")).to_be_visible()


def _pick(page: Page, item: SpotBlameItem) -> None:
    places = [(item.text.index(one), item.text.index(one) + len(one)) for one in item.answers]
    for number, word in enumerate(words_of(item.text)):
        if any(start <= word.start < end for start, end in places):
            page.get_by_test_id("stButtonGroup").locator("button").nth(number).click()


def test_a_broken_file_shows_all_its_mistakes(new_page: NewPage, server: str) -> None:
    """Nothing is taken over, and everything that is wrong is listed at once; a good file then stands above."""
    page = new_page(1280, 1600)
    page.goto(f"{server}exercises")
    page.get_by_text("Use your own sentences").click()
    settle(page)
    broken = 'kind = "open_question"\nid = "A B"\ntitle = "t"\ncolour = "red"\ntechnique = "x"\n[[items]]\nid = "a"\ntext = "Did you?"\n'
    page.locator("input[type=file]").set_input_files(
        {"name": "ours.toml", "mimeType": "application/toml", "buffer": broken.encode()}
    )
    page.get_by_text("Nothing was added").wait_for()
    for words in (
        "String should match pattern",
        "ask: Field required",
        "colour: Extra inputs",
        "example: Field required",
    ):
        expect(page.get_by_text(words)).to_be_visible()
    page.locator("input[type=file]").set_input_files(
        {"name": "mine.toml", "mimeType": "application/toml", "buffer": EXAMPLE.encode()}
    )
    page.get_by_text("Added: 1 exercise").wait_for()
    expect(page.get_by_text("Did you have a nice weekend?")).to_be_visible()
    expect(page.get_by_text("Nothing was added")).to_have_count(0)


def test_every_kind_of_file_is_taken_in_one_place(new_page: NewPage, server: str, tmp_path: Path) -> None:
    """On the counselors' page a deck, a scene, a partner, an exercise and sentences each go where they belong; broken ones list all mistakes."""
    page = new_page(1280, 2400)
    page.goto(f"{server}counselors")
    page.get_by_role("heading", name="Bring your own").wait_for()
    settle(page)
    known = library()
    broken_deck = 'title = "Ours"\ncolour = "red"\n[[cards]]\ntext = "Did you?"\ndepth = 9\n'
    broken_scene = 'title = "The shed"\nopening_line = "Well?"\nrelation = "aunt"\n'
    for name, text, said in (
        ("ours.toml", broken_deck, ("the deck, colour", "card 1, depth")),
        ("ours.csv", "text,depth\nWhat was it?,9\n,1\n", ("row 2, depth", "row 3, text: is empty")),
        ("shed.toml", broken_scene, ("relation: Input should be", "stakes: Field required")),
        ("ours.csv", "text\nWhat was it like?\n", ("“ours” is added.",)),
        ("scene.toml", to_toml(known.scenes[0]), (f"“{known.scenes[0].title}” is added.",)),
        ("partner.toml", to_toml(known.personas[0]), (f"“{known.personas[0].name}” is added.",)),
        ("mine.toml", EXAMPLE, ("Added: 1 exercise (on the Exercises page).",)),
        ("said.toml", EXAMPLE_SENTENCES, ("Added: 1 example (on the Presenter page).",)),
    ):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        page.locator("input[type=file]").set_input_files(file)
        for words in said:
            page.get_by_text(words).first.wait_for()
        settle(page)
    page.get_by_role("link", name="Handouts").click()
    page.get_by_role("heading", name="Cards to cut out").wait_for()
    settle(page)
    page.get_by_role("combobox", name="Which one?").nth(2).click()
    page.get_by_role("option", name="ours", exact=True).wait_for()


def test_the_way_to_the_tools(new_page: NewPage, server: str) -> None:
    """The menu names one page; it leads to each tool, and each tool to the others."""
    page = new_page()
    page.goto(server)
    page.get_by_role("link", name="For counselors").click()
    page.get_by_role("heading", name="For counselors").wait_for()
    settle(page)
    page.get_by_role("link", name="Presenter").click()
    page.get_by_role("heading", name="Show one sentence").wait_for()
    settle(page)
    page.get_by_role("link", name="Exercises").click()
    page.get_by_role("heading", name="Exercises", exact=True).wait_for()
