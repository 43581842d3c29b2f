"""A presentation: its steps, the forms of techniques, and what is not shown to a group."""

from __future__ import annotations

import pytest

from coach.errors import BadInput
from coach.library.teaching import WeakStrong
from coach.model import IStatement
from coach.service import CoachService
from coach.studio.checks import PRIVATE
from coach.studio.lenses import UNSEEN, lenses, parts
from coach.studio.presenter import LONGEST, present

LATE = IStatement(
    style="gentle",
    text="When you were late and you didn't call, I felt worried. I need to rest. Maybe the bus was slow. Would you text me?",
    observation="You were late. You didn't call.",
    feeling="worried",
    need="to rest",
    request="Would you text me?",
    perspective="Maybe the bus was slow.",
)


def said(draft: IStatement, name: str) -> list[str]:
    """The lines of one form."""
    return [line.text for lens in lenses(draft) if lens.id == name for line in lens.lines]


def test_an_i_message_joins_the_facts() -> None:
    """I felt … when … because … and a request, in the draft's own tense."""
    assert said(LATE, "i_message") == [
        "I felt worried",
        "when you were late and you didn't call,",
        "because I need to rest.",
        "Would you text me?",
    ]


def test_facts_that_stand_alone_come_first() -> None:
    """Where the draft does not say "when …", neither does the I-message."""
    draft = LATE.model_copy(update={"text": "You were late. I feel worried.", "observation": "You were late."})
    assert said(draft, "i_message")[:2] == ["You were late.", "I feel worried."]


def test_ofnr_has_four_parts() -> None:
    """Observation, feeling, need, request."""
    assert said(LATE, "ofnr") == [
        "You were late. You didn't call.",
        "I felt worried.",
        "I need to rest.",
        "Would you text me?",
    ]


def test_dear_man_says_how_as_well_as_what() -> None:
    """Seven steps; two of them are manners and not words."""
    lens = next(one for one in lenses(LATE) if one.id == "dear_man")
    assert [line.name[0] for line in lens.lines] == list("DEARMAN")
    assert [line.name for line in lens.lines if not line.said] == ["Mindful", "Appear confident"]


def test_a_softened_start_begins_kindly() -> None:
    """The other's side comes first, the request last; without their side the facts begin."""
    assert said(LATE, "softened")[0] == "Maybe the bus was slow."
    assert said(LATE, "softened")[-1] == "Would you text me?"
    assert said(LATE.model_copy(update={"perspective": ""}), "softened")[0] == "You were late. You didn't call."


def test_a_thank_you_has_no_forms() -> None:
    """A draft without feeling, need and request is shown as it is."""
    thanks = IStatement(style="gentle", text="Thank you for the soup.")
    assert lenses(thanks) == ()


def test_where_nothing_was_seen_the_gap_shows() -> None:
    """A label has no facts; the form says what is missing instead of making it up."""
    draft = LATE.model_copy(update={"observation": ""})
    assert parts(draft)[0].text == UNSEEN
    assert UNSEEN in said(draft, "ofnr")


def test_each_mark_is_a_step(service: CoachService) -> None:
    """Said, then mark by mark, part by part, the forms, three drafts, side by side."""
    shown = present(service, "You never help with the dishes, and you make me feel like your maid.")
    names = [step.name for step in shown.steps]
    assert names == [
        "said",
        *["heard"] * len(shown.said.stings),
        *["parts"] * len(shown.parts),
        "lens",
        *["draft"] * 3,
        "beside",
    ]
    assert len(shown.said.stings) >= 2
    assert [step.count for step in shown.steps if step.name == "heard"] == list(range(1, len(shown.said.stings) + 1))


def test_a_sentence_without_blame_has_one_step_that_says_so(service: CoachService) -> None:
    """Nothing to mark is a step too."""
    shown = present(service, "I missed you at dinner yesterday.")
    assert [step.count for step in shown.steps if step.name == "heard"] == [0]


def test_an_author_s_marks_are_shown_too(service: CoachService) -> None:
    """An example that holds advice or a closed question is not called harmless; the engine's own finds stand first."""
    example = WeakStrong(
        weak="You never listen. Have you tried patches?",
        marks=("You never", "Have you tried patches?"),
        why="Advice comes too early.",
        strong="You've stopped twice before.",
    )
    stings = present(service, example.weak, "", [example]).said.stings
    assert [(one.place.text, one.kind) for one in stings] == [
        ("You never", "absolute"),
        ("Have you tried patches?", None),
    ]
    assert stings[1].why == example.why
    assert len(present(service, example.weak).said.stings) == 1


def test_advice_is_not_put_into_the_form_of_a_complaint(service: CoachService) -> None:
    """An example that holds no blame has marks and a better version, and no feeling or need made up for it."""
    example = WeakStrong(
        weak="Have you tried patches?",
        marks=("Have you tried patches?",),
        why="Advice comes too early.",
        strong="You've stopped twice before.",
    )
    shown = present(service, example.weak, example.strong, [example])
    assert [step.name for step in shown.steps] == ["said", "heard", "beside"]


def test_the_second_version_stands_beside(service: CoachService) -> None:
    """Their own second sentence, with its own marks; else the first draft."""
    shown = present(service, "You never call.", "You forgot me, as always.")
    assert shown.beside is not None
    assert shown.beside.text == "You forgot me, as always."
    assert shown.beside.stings
    alone = present(service, "You never call.")
    assert alone.beside is not None
    assert alone.beside.text == alone.drafts[0].text


@pytest.mark.parametrize(
    ("text", "second", "why"),
    [
        (" ", "", "no sentence yet"),
        ("a" * (LONGEST + 1), "", "back of a room"),
        ("You never call.", "a" * (LONGEST + 1), "back of a room"),
        ("He choked me last night.", "", PRIVATE),
        ("You never call.", "He choked me last night.", PRIVATE),
    ],
)
def test_what_is_not_shown(service: CoachService, text: str, second: str, why: str) -> None:
    """Nothing, too much, and what tells of danger: a sentence says so, and nothing is put on a screen."""
    with pytest.raises(BadInput, match=why.replace(".", r"\.")):
        present(service, text, second)


def test_another_language_is_shown_with_a_note(service: CoachService) -> None:
    """The words are shown as they are, and the note says that the coach reads English."""
    assert present(service, "Nunca me ayudas con los platos y estoy cansada de todo esto.").note
