"""The one way from text to HTML, the marks, the own words and the saved file."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some
from scripted_coach import ScriptedCoach

from coach.engines.port import collect
from coach.model import Finding, Kind, Situation, Span
from coach.suggest.own_words import own_words
from coach.ui.export import escaped, to_markdown
from coach.ui.marks import grouped, marked, stretches
from coach.ui.markup import Markup, displayable, element, label, link


@given(some.text())
def test_text_never_becomes_markup(text: str) -> None:
    """Whatever the text, the element holds it as text: escaped, nothing lost, nothing added."""
    made = element("p", text)
    inner = made.removeprefix("<p>").removesuffix("</p>")
    assert not set(inner) & set("<>\"'")
    assert unescape(inner) == displayable(text)


@pytest.mark.parametrize("tag", ["script", "img", "style", "iframe", "p onload=x", "svg"])
def test_other_tags_are_refused(tag: str) -> None:
    """Only tags on the list."""
    with pytest.raises(ValueError, match="not on the list"):
        element(tag, "x")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "http://example.org", 'https://a.b/"onclick=x', "data:text/html,x", "//a.b", "https://a b"],
)
def test_unsafe_addresses_are_text(address: str) -> None:
    """A link to anything but https, tel or sms is no link."""
    assert "<a" not in link("words", address)


def test_only_our_own_markup_passes() -> None:
    """A plain string that looks like markup is escaped."""
    assert element("p", "<b>x</b>", Markup("<b>x</b>")) == "<p>&lt;b&gt;x&lt;/b&gt;<b>x</b></p>"


@pytest.mark.parametrize(
    "text",
    [
        "![x](http://a.b/c.png)",
        ":red[hot]",
        ":material/delete:",
        "$x$",
        "**b**",
        "[a](https://b)",
        "`c`",
        "<b>",
        "a_b_",
        ":-)",
        "~~x~~",
    ],
)
def test_words_on_a_button_are_words(text: str) -> None:
    """Every character that Streamlit would read as Markdown is escaped; plain words and a colon before a space stay."""
    assert re.search(r"(?<!\\)[!\[\]()*_`$<>~]|(?<!\\):(?!\s)", label(text)) is None
    assert re.sub(r"\\(.)", r"\1", label(text)) == text
    assert label("Ann’s: show\nmine?") == "Ann’s: show mine?"


@some.composite
def text_and_spans(draw: some.DrawFn) -> tuple[str, list[Span]]:
    """A text and spans anywhere in it, overlapping or not."""
    text = draw(some.text(min_size=1, max_size=60))
    ends = draw(some.lists(some.tuples(some.integers(0, len(text)), some.integers(0, len(text))), max_size=5))
    return text, [Span(start=min(a, b), end=max(a, b), text=text[min(a, b) : max(a, b)]) for a, b in ends if a != b]


@given(text_and_spans())
def test_stretches_are_the_text_again(case: tuple[str, list[Span]]) -> None:
    """Overlapping findings: the pieces joined are the text, each finding's pieces are its words, each ends once."""
    text, spans = case
    pieces = stretches(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    for number, span in enumerate(spans, 1):
        assert "".join(piece.text for piece in pieces if number in piece.numbers) == span.text
        assert sum(number in piece.ends for piece in pieces) == 1


@given(text_and_spans())
def test_marked_text_reads_as_the_text(case: tuple[str, list[Span]]) -> None:
    """With tags and numbers taken out, the marked text is the text."""
    text, spans = case
    without_numbers = re.sub(r'<sup class="cc-number"> \[\d+\]</sup>', "", marked(text, spans))
    assert unescape(re.sub(r"<[^>]*>", "", without_numbers)) == displayable(text)


def test_a_reason_is_said_once() -> None:
    """Findings of one kind and reason come together, each quote once, with the numbers of all its marks."""
    text = "You always shout. you always sulk, you never ask, maid"

    def found(words: str, start: int, kind: Kind = "absolute") -> Finding:
        return Finding(start=start, end=start + len(words), text=words, pattern="a.b", kind=kind, why="Rarely true.")

    findings = [found("You always", 0), found("maid", 50, "label"), found("you always", 18), found("you never", 35)]
    assert all(text[one.start : one.end] == one.text for one in findings)
    first, second = grouped(findings)
    assert first.quotes == (((1, 3), "You always"), ((4,), "you never"))
    assert (second.kind, second.quotes) == ("label", (((2,), "maid"),))


def test_own_words_ignore_case_and_function_words() -> None:
    """Only words of meaning count; their places in the draft are told."""
    draft = "When the Dishes are left, I feel tired. Could you say thanks?"
    own = own_words(draft, "you always leave the dishes and you never say thanks")
    assert [span.text for span in own.spans] == ["Dishes", "say", "thanks"]
    assert all(draft[span.start : span.end] == span.text for span in own.spans)
    assert own.share == pytest.approx(3 / 5)


@given(some.text(), some.text())
def test_own_words_never_fail(draft: str, original: str) -> None:
    """A share is between none and all, on any text."""
    own = own_words(draft, original)
    assert 0 <= own.share <= 1
    assert all(draft[span.start : span.end] == span.text for span in own.spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![x](http://a.b)", r"\!\[x\](http://a.b)"),
        ("<img src=x>", r"\<img src=x\>"),
        ("# not a heading", r"\# not a heading"),
        ("1. not a list", r"1\. not a list"),
        ("- no\n- list", r"\- no - list"),
        ("a_b*c`d`", r"a\_b\*c\`d\`"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
    ],
)
def test_saved_text_is_never_markdown(text: str, expected: str) -> None:
    """Images, headings, lists, tags and entities in a text stay text."""
    assert escaped(text) == expected


def test_the_saved_file_holds_the_plan_and_never_the_screen() -> None:
    """The drafts as changed by hand, the rest of the plan, and no word of a risk."""
    coach = ScriptedCoach()
    reading = coach.reading(Situation(text="You always leave the dishes. I am afraid."))
    plan = collect(reading, coach.parts(reading))
    saved = to_markdown(plan, {"gentle": "My *own* words"})
    assert "> You always leave the dishes. I am afraid." in saved
    assert r"> My \*own\* words" in saved
    for words in (
        "(direct) When",
        "What is it like, a?",
        "So do I\\!",
        "Put them away.",
        "They may be tired.",
        "The maid.",
    ):
        assert words in saved
    assert not re.search("violence|concern|immediate|severity", saved)
