"""Coding and review: acts, questions, figures, moments, corrections."""

from __future__ import annotations

import pytest

from coach.service import CoachService
from coach.studio.coding import Coder, Stopped
from coach.studio.moments import suggestions
from coach.studio.review import Review
from coach.studio.transcript import Turn, read
from coach.studio.turns import Asked, CodedTurn
from coach.ui.review_export import to_csv, to_markdown

TALK = (
    ("Ana", "You never listen to me, you're always on that phone."),
    ("Ben", "That's not true, I was only answering one message."),
    ("Ana", "When you look at it while I talk, I feel lonely."),
    ("Ben", "So you feel alone with it when I'm looking at the phone."),
    ("Ana", "Yes."),
    ("Ben", "I'm sorry, I should have put it away. What would help you most?"),
)


@pytest.fixture(scope="module")
def coder(service: CoachService) -> Coder:
    """The coder over the real coach."""
    return Coder(service)


@pytest.fixture(scope="module")
def review(coder: Coder) -> Review:
    """A short talk that turns."""
    return Review(coder.code([Turn(speaker=who, text=text) for who, text in TALK]))


def test_a_talk_is_coded(review: Review) -> None:
    """Blame, defence, an own feeling, a reflection and an open question are told apart."""
    assert [turn.act for turn in review.turns][:4] == ["blame", "defence", "disclosure", "reflection"]
    assert review.turns[4].act == "information"
    assert review.turns[5].question == "open"
    assert [bool(turn.findings) for turn in review.turns] == [True, False, False, False, False, False]


def test_words_in_another_language_are_not_judged(coder: Coder) -> None:
    """What the coach cannot read is neither blame nor brushing off, and holds nothing that stings."""
    said = ("Nunca me escuchas, siempre estás con el teléfono y no te importa nada.", "Và tôi cũng vậy, không là gì.")
    coded = coder.code([Turn(speaker=who, text=text) for who, text in zip("AB", said, strict=True)])
    assert [(turn.act, turn.findings) for turn in coded] == [("information", ()), ("information", ())]


def test_a_stop_is_heard_to_the_end(coder: Coder) -> None:
    """Once every turn is read it is asked again before they are weighed."""
    turns = [Turn(speaker=who, text=text) for who, text in TALK]
    asked: list[int] = []

    def go_on(done: int, _: int) -> bool:
        asked.append(done)
        return len(asked) <= len(TALK)

    with pytest.raises(Stopped):
        coder.code(turns, go_on)
    assert asked == [1, 2, 3, 4, 5, 6, 6]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("How was that for you?", "open"),
        ("Tell me more about the week before.", "open"),
        ("Mm. And what happened then", "open"),
        ("If you woke up and it was gone, what would you notice first?", "open"),
        ("Could you tell me what that was like?", "open"),
        ("So you feel stuck?", "closed"),
        ("Did you take the tablets?", "closed"),
        ("Is now a good time to talk about it?", "closed"),
        ("Who do you think you are?", "closed"),
        ("What's left is missing her.", "none"),
        ("You know exactly what it means.", "none"),
        ("I don't know what to say.", "none"),
        ("Mm-hmm.", "none"),
    ],
)
def test_a_question_is_told_by_what_it_asks_for(coder: Coder, text: str, question: Asked) -> None:
    """Open, closed or none, whatever the first word and the last sign."""
    assert coder.code([Turn(speaker="A", text=text)])[0].question == question


def test_the_figures_add_up(review: Review) -> None:
    """Turns, words and acts of all speakers are those of the talk."""
    assert sum(one.turns for one in review.speakers) == len(TALK)
    assert sum(one.talk_share for one in review.speakers) == pytest.approx(1)
    assert sum(sum(one.acts.values()) for one in review.speakers) == len(TALK)
    ben = review.speakers[1]
    assert (ben.reflections, ben.questions, ben.reflections_to_questions, ben.open_share) == (1, 1, 1.0, 1.0)
    assert review.speakers[0].reflections_to_questions is None


def test_a_correction_moves_every_sum(review: Review) -> None:
    """What is set by hand counts everywhere, and the first review stays as it was."""
    after = review.corrected(3, act="dismissal")
    assert (review.speakers[1].reflections, after.speakers[1].reflections) == (1, 0)
    assert after.score < review.score
    assert after.turns[3].by_hand
    assert not review.turns[3].by_hand
    assert review.corrected(3, act="reflection") is review


def test_the_moments_turn_the_talk(review: Review, service: CoachService) -> None:
    """Each moment has a reason; one that cools has other words, and no blame is in them."""
    found = suggestions(review, service)
    assert found
    assert all(one.why for one in found)
    cold = [one for one in found if one.moment.change < 0]
    assert cold
    for one in cold:
        assert "One to try: “" in one.text
        assert not service.recheck(one.text.removeprefix("One to try: ")).analysis.findings


def test_better_turns_raise_the_score() -> None:
    """Listening beats blaming, and a talk without either is in the middle."""
    assert (
        _score("blame", "defence", "blame") < _score("information", "disclosure") < _score("reflection", "validation")
    )
    assert _score("information") == 50
    assert Review(()).score == 50


def test_it_can_be_stopped(coder: Coder) -> None:
    """Who watches is told how far it is, and can end it."""
    seen: list[int] = []

    def watch(done: int, total: int) -> bool:
        seen.append(done)
        return done < 3

    with pytest.raises(Stopped):
        coder.code([Turn(speaker="A", text=f"Line {n}.") for n in range(50)], watch)
    assert seen == [1, 2, 3]


@pytest.mark.parametrize("text", ["", " ", "…", "😀", "?!", "Hola, ¿qué tal?", "a" * 3000])
def test_what_is_odd_is_coded(coder: Coder, text: str) -> None:
    """Nothing raises, and every turn gets an act."""
    assert len(coder.code([Turn(speaker="A", text="I'm tired."), Turn(speaker="B", text=text)])) == 2


def test_the_files_hold_the_talk_and_no_danger(review: Review, service: CoachService) -> None:
    """The CSV can be read back, a formula is no formula, markup is none, and that a turn may tell of danger is in no file."""
    odd = CodedTurn(speaker="=SUM(A1)", text="<b>-5</b> [x](http://y)", act="information", question="none", danger=True)
    told = Review((*review.turns, odd))
    table, page = to_csv(told), to_markdown(told, suggestions(told, service))
    assert [turn.text for turn in read(table).turns] == [turn.text for turn in told.turns]
    assert "'=SUM(A1)" in table
    assert r"\<b\>" in page
    assert "danger" not in (table + page).lower()


def _score(*acts: str) -> int:
    turns = [CodedTurn(speaker="A", text="x", act=act, question="none") for act in acts]  # type: ignore[arg-type]
    return Review(tuple(turns)).score
