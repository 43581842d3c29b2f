"""Own decks: every mistake by its row, and a file that was saved is read again as it was."""

from __future__ import annotations

import pytest

from coach.errors import ContentError
from coach.together.decks import LONGEST, example_csv, read_deck, to_csv, to_toml


def mistakes(name: str, text: str | bytes) -> list[str]:
    """What is said about a file."""
    with pytest.raises(ContentError) as raised:
        read_deck(name, text if isinstance(text, bytes) else text.encode())
    return list(raised.value.mistakes)


def test_the_example_is_a_deck() -> None:
    """The table to begin with can be chosen as it is."""
    deck = read_deck("My first deck.csv", example_csv().encode())
    assert deck.id == "own.my-first-deck"
    assert deck.title == "My first deck"
    assert deck.cards[0].text == "What made you smile this week?"


def test_only_the_text_is_needed() -> None:
    """A list of questions under the word "text" is a deck."""
    deck = read_deck(
        "ours.csv",
        'text\nWhat was the best hour of today?\n"Where, of all places, would you go?"\n'.encode("utf-8-sig"),
    )
    assert [card.text for card in deck.cards] == [
        "What was the best hour of today?",
        "Where, of all places, would you go?",
    ]
    assert all(len(card.follow_ups) == 2 for card in deck.cards)


def test_every_mistake_is_named_with_its_row() -> None:
    """Rows count as a spreadsheet counts them, the names of the columns being row 1."""
    said = mistakes(
        "ours.csv",
        "text,depth,tone,topics,ask_permission\nWhat is new?,1,warm,money,\n,1,warm,money,\nWhat else?,7,grumpy,cars,\nHow deep?,3,tender,money,\n",
    )
    assert [one.split(":")[0].split(",")[0] for one in said] == ["row 3", "row 4", "row 4", "row 4", "row 5"]
    assert "row 3, text" in said[0]
    assert "'grumpy'" in " ".join(said)
    assert "of depth 3, needs ask_permission" in said[-1]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("deck.csv", "", "there is no column named text"),
        ("deck.csv", "question\nWhat?\n", "unknown columns question"),
        ("deck.csv", "text\n", "the deck"),
        ("deck.csv", "text\nWhat?,and more\n", "row 2"),
        ("deck.csv", b"\xff\xfe\x00bad", "UTF-8"),
        ("deck.toml", "title = ", "is not valid TOML"),
        ("deck.toml", "title = 'x'", "cards: is missing"),
        ("deck.toml", "[[cards]]\nid = 'a'\nflavour = 'b'\n", "card 1, flavour"),
        ("deck.txt", "text\nWhat?", "neither a .csv nor a .toml"),
        ("deck.csv", "text\n" + "x" * LONGEST, "longer than"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, text: str | bytes, words: str) -> None:
    """A sentence for each, and never anything but ContentError."""
    assert words in " ".join(mistakes(name, text))


def test_what_is_saved_is_read_again(library: object) -> None:
    """Every deck of the project, through TOML whole, and through CSV but for what a table has no column for."""
    for deck in library.decks:  # type: ignore[attr-defined]
        assert read_deck("any.toml", to_toml(deck).encode()) == deck
        again = read_deck(f"{deck.title}.csv", to_csv(deck).encode())
        assert [_told(card) for card in again.cards] == [_told(card) for card in deck.cards]


def test_a_spreadsheet_runs_nothing() -> None:
    """A cell that begins like a formula is saved as text, and read again as it was."""
    deck = read_deck("ours.csv", b'text\n"=HYPERLINK(""http://evil.example"")"\n')
    assert deck.cards[0].text.startswith("=HYPERLINK")
    saved = to_csv(deck)
    assert "'=HYPERLINK" in saved
    assert read_deck("ours.csv", saved.encode()).cards == deck.cards


def test_quotes_and_newlines_survive_toml() -> None:
    """Whatever somebody types, the saved file says the same."""
    deck = read_deck("ours.csv", b'text\n"A ""quoted"" \\ word\nand a line\x07?"\n')
    assert read_deck("ours.toml", to_toml(deck).encode()) == deck


def _told(card: object) -> dict[str, object]:
    raw: dict[str, object] = card.model_dump(exclude={"id", "presumes", "follow_ups"})  # type: ignore[attr-defined]
    return raw | {"follow_ups": [step.model_dump() for step in card.follow_ups[:2]]}  # type: ignore[attr-defined]
