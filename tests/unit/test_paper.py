"""What is printed: every character is there, headings are tagged and in the outline, and the backs of cards stand behind their fronts."""

from __future__ import annotations

import io
import unicodedata
from typing import Any

import pytest
from pypdf import PdfReader

from coach.library.load import Library
from coach.model import Situation
from coach.service import CoachService
from coach.studio.cut_cards import cut_cards
from coach.studio.fonts import printable
from coach.studio.handouts import exercise_sheet, plan_sheet, review_sheet, technique_sheet
from coach.studio.moments import suggestions
from coach.studio.paper import printed
from coach.studio.review import Review
from coach.studio.sheet import Blank, Heading, NewPage, Points, Sheet, Table, Timeline, Words, texts
from coach.studio.turns import CodedTurn

LATIN = "".join(
    char for char in map(chr, (*range(0x20, 0x250), *range(0x1E00, 0x1F00))) if unicodedata.category(char)[0] in "LNPS"
)
EVERYTHING = Sheet(
    "Łódź, Phú Quốc and Ɔkɔmfo",
    (
        Words("One. " * 400),
        Heading("Second"),
        Points(("first " * 60, "second")),
        Points(("step",), numbered=True),
        Words("Quoted 😀 and ❤️.\nAnother line.", "quote"),
        Heading("Third", 3),
        Blank(3),
        Table(
            ("No.", "Said"), tuple((str(number), "Long words here. " * (number % 9)) for number in range(60)), (1, 6)
        ),
        Timeline((1.0, -1.0, 0.0, 0.5), (1,), "It cools and warms."),
        NewPage(),
        Words("End.", "strong"),
    ),
)


def words_of(pdf: bytes) -> str:
    """All text of a PDF, white space apart."""
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def bare(text: str) -> str:
    """A text as it is printed, white space apart."""
    return "".join(printable(text).split())


@pytest.mark.parametrize("big", [False, True])
def test_every_word_is_there(big: bool) -> None:
    """What was given is what can be read back, in ordinary and in big print."""
    read = words_of(printed(EVERYTHING, big=big))
    for text in texts(EVERYTHING):
        assert bare(text)[:40] in read
    assert "[grinningface]" in read
    assert "[heavyblackheart]" in read


def test_every_latin_letter_is_drawn() -> None:
    """No letter of any Latin script is named instead of drawn, and each is read back."""
    assert printable(LATIN) == unicodedata.normalize("NFC", LATIN)
    lines = tuple(LATIN[start : start + 40] for start in range(0, len(LATIN), 40))
    read = words_of(printed(Sheet("Letters", (Points(lines),))))
    assert {char for char in unicodedata.normalize("NFC", LATIN) if char not in read} == set()


def test_headings_are_tagged_and_in_the_outline() -> None:
    """A screen reader finds title and headings, the language and the title of the document."""
    reader = PdfReader(io.BytesIO(printed(EVERYTHING)))
    root: Any = reader.trailer["/Root"]
    kinds = [str(element.get_object()["/S"]) for element in root["/StructTreeRoot"]["/K"][0].get_object()["/K"]]
    assert kinds[0] == "/H1"
    assert {"/H1", "/H2", "/H3", "/P", "/LI", "/TH", "/TD", "/Figure"} <= set(kinds)
    assert root["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == EVERYTHING.title
    assert _titles(reader.outline) == [EVERYTHING.title, "Second", "Third"]


@pytest.mark.parametrize("lines", range(24, 38))
def test_a_heading_stands_with_what_follows(lines: int) -> None:
    """However far down a page it comes, the first words under it are on the same page."""
    sheet = Sheet("Long", (*[Words("A line.")] * lines, Heading("Second"), Words("It goes on for some lines. " * 20)))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(printed(sheet))).pages]
    (one,) = [page for page in pages if "Second" in page]
    assert "It goes on" in one


def test_all_fonts_are_inside() -> None:
    """No font is left to the reader's computer."""
    for page in PdfReader(io.BytesIO(printed(EVERYTHING))).pages:
        for font in page["/Resources"]["/Font"].values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in below["/FontDescriptor"].get_object()


def test_a_deck_becomes_cards(library: Library) -> None:
    """Nine to a page, and each back lies behind its front when the sheet is turned on its long edge."""
    deck = library.decks[0]
    pages = PdfReader(io.BytesIO(cut_cards(deck))).pages
    assert len(pages) == 2 * -(-len(deck.cards) // 9)
    for number, card in enumerate(deck.cards[:9]):
        front = _place(pages[0], card.text.split()[0:4])
        back = _place(pages[1], ["first:", *card.go_first.split()[0:2]])
        third = float(pages[0].mediabox.width) / 3
        assert int(front[0] / third) == number % 3, card.text
        assert int(back[0] / third) == 2 - number % 3, card.text
    read = words_of(cut_cards(deck, big=True))
    assert all(bare(text) in read for card in deck.cards for text in (card.text, card.go_first))
    assert len(PdfReader(io.BytesIO(cut_cards(deck, big=True))).pages) == 2 * -(-len(deck.cards) // 4)


def test_every_deck_can_be_printed(library: Library) -> None:
    """All words of all cards of the longest deck are there."""
    deck = max(library.decks, key=lambda one: max(len(card.text) for card in one.cards))
    read = words_of(cut_cards(deck))
    assert all(bare(step.ask) in read for card in deck.cards for step in card.follow_ups)


def test_a_plan_a_technique_and_an_exercise(library: Library, service: CoachService) -> None:
    """Each handout holds what it is made from; the safety screen is on none."""
    plan = service.plan(Situation(text="You always leave the dishes. I'm afraid of him. 😀"))
    sheets = [plan_sheet(plan, {})]
    sheets += [technique_sheet(one) for one in library.techniques[:2]]
    sheets += [exercise_sheet(one) for one in library.exercises[:2]]
    for sheet in sheets:
        read = words_of(printed(sheet))
        assert all(bare(text)[:30] in read for text in texts(sheet))
    assert "partner_violence" not in words_of(printed(sheets[0]))


def test_a_review_on_paper(service: CoachService) -> None:
    """Every turn is there, with what it was heard as, and no word of danger."""
    turns = tuple(
        CodedTurn(speaker="Ana" if n % 2 else "Ben", text=f"Turn {n} said.", act=act, question="none", danger=True)
        for n, act in enumerate(["blame", "reflection", "validation"] * 30)  # type: ignore[arg-type]
    )
    review = Review(turns)
    read = words_of(printed(review_sheet(review, suggestions(review, service))))
    assert all(bare(turn.text) in read for turn in turns)
    assert "danger" not in read.lower()


def _place(page: Any, words: list[str]) -> tuple[float, float]:
    """Where words stand on a page, in points from the left and from the bottom."""
    found: list[tuple[float, float]] = []

    def visit(text: str, _: Any, matrix: Any, *rest: Any) -> None:
        if "".join(printable(" ".join(words)).split()) in "".join(text.split()):
            found.append((matrix[4], matrix[5]))

    page.extract_text(visitor_text=visit)
    assert found, words
    return found[0]


def _titles(outline: Any) -> list[str]:
    return [title for one in outline for title in (_titles(one) if isinstance(one, list) else [str(one.title)])]
