"""Transcripts: three formats, every mistake said with its row, and no word lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.studio.transcript import NOBODY, Transcript, read, read_file

FORMS = {
    "lines": "Ana: Hello, you.\nBen: Oh.\nAna: So: what now?",
    "lines with times": "[09:14] Ana: Hello, you.\n[09:15] Ben: Oh.\n[09:16] Ana: So: what now?",
    "a chat": "12/03/26, 21:05 - Ana: Hello, you.\n12/03/26, 21:06 - Ben: Oh.\n12/03/26, 21:07 - Ana: So: what now?",
    "times after names": "Ana (00:01:10): Hello, you.\nBen (00:01:12): Oh.\nAna (00:01:15): So: what now?",
    "bold names": "**Ana:** Hello, you.\n**Ben:** Oh.\n**Ana**: So: what now?",
    "Windows lines": "Ana: Hello, you.\r\nBen: Oh.\r\nAna: So: what now?\r\n",
    "WebVTT": "WEBVTT\n\nNOTE made by hand\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ana>Hello,\n\n00:02.000 --> 00:03.000\n<v Ana><i>you</i>.</v>\n\n"
    "00:03.000 --> 00:04.000\nBen: Oh.\n\n00:04.000 --> 00:05.000\nAna: So: what now?",
    "SRT": "1\n00:00:01,000 --> 00:00:02,000\nAna: Hello, you.\n\n2\n00:00:03,000 --> 00:00:04,000\nBen: Oh.\n\n3\n00:00:05,000 --> 00:00:06,000\nAna: So: what now?\n",
    "CSV": 'speaker,text\nAna,"Hello, you."\nBen,Oh.\nAna,So: what now?\n',
    "CSV with more columns": 'id;Interlocutor;utterance_text\n1;Ana;Hello, you.\n2;Ben;Oh.\n3;Ana;"So: what now?"\n',
}


@pytest.mark.parametrize("form", FORMS)
def test_a_format_is_read(form: str) -> None:
    """The same three turns come out of each form, with nothing to complain about."""
    found = read(FORMS[form])
    assert [(turn.speaker, " ".join(turn.text.split())) for turn in found.turns] == [
        ("Ana", "Hello, you."),
        ("Ben", "Oh."),
        ("Ana", "So: what now?"),
    ]
    assert found.mistakes == ()
    assert found.speakers == ("Ana", "Ben")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello there.\nAna: Hi.", "Row 1: nobody is named"),
        ("Ana: Hi.\nBen:\nAna: You?", "Row 2: Ben says nothing here"),
        ("WEBVTT\n\n00:01 --> later\nAna: Hi.", "Row 3: “00:01 --> later” is no time"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHi.", "Row 4: nobody is named"),
        ("speaker,text\nAna,Hi, you\nBen,Oh", "Row 2: this row has 3 columns"),
        ("speaker,text\n,Hi\nBen,Oh", "Row 2: nobody is named"),
        ("speaker,text\nAna,\nBen,Oh", "Row 2: Ana says nothing"),
        ("", "There are no words in it yet"),
        (" \n\n", "There are no words in it yet"),
    ],
)
def test_a_mistake_is_said_with_its_row(text: str, said: str) -> None:
    """Each mistake names its row and says what was done."""
    assert any(one.startswith(said) for one in read(text).mistakes), read(text).mistakes


def test_all_mistakes_are_said_at_once() -> None:
    """A broken file shows everything that is wrong with it, in the order of its rows."""
    found = read("speaker,text\n,Hi\nBen\nAna,a,b\nBen,Oh")
    assert [one.split(":")[0] for one in found.mistakes] == ["Row 2", "Row 3", "Row 3", "Row 4"]
    assert [turn.text for turn in found.turns] == ["Hi", "a,b", "Oh"]


def test_lines_without_a_name_go_on() -> None:
    """A turn may have many lines, one with a colon in it too, and an address is no name."""
    found = read("Ana: One.\nand I told him: no.\nhttps://example.org/x\n\nBen: Two.")
    assert [turn.text for turn in found.turns] == ["One.\nand I told him: no.\nhttps://example.org/x", "Two."]


def test_bytes_that_are_no_text_are_shown() -> None:
    """A file in an old encoding is read all the same, and the row is named."""
    found = read_file("Ana: Hi\nBen: caf\u00e9".encode("latin-1"))
    assert found.mistakes[0].startswith("Row 2: the file is not UTF-8")
    assert found.turns[1].text == "caf\ufffd"
    assert read_file("Ana: Hi".encode("utf-16")).turns[0].text == "Hi"


@given(st.text(max_size=200) | st.text(alphabet='aA: ,;\n"<>v-1\t', max_size=200))
def test_no_word_is_lost(text: str) -> None:
    """Whatever is pasted, every word of it stands in a turn, a name or a mistake, and nothing raises."""
    found = read(text)
    assert isinstance(found, Transcript)
    if "WEBVTT" in text or "-->" in text or any(mark in text for mark in ('"', ",", ";", "\t")):
        return  # marks of a format are no words
    kept = " ".join([*(f"{turn.speaker} {turn.text}" for turn in found.turns), *found.mistakes])
    for word in text.replace("\ufeff", "").split():
        bare = word.strip("*_:：")
        assert not bare.isalpha() or bare in kept


def test_whoever_is_not_named_has_a_name() -> None:
    """A text without any name is kept as one turn of somebody."""
    assert [(turn.speaker, turn.text) for turn in read("just words").turns] == [(NOBODY, "just words")]
