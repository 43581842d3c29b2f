"""Marking: a right, a close and a wrong answer for each exercise, each with a reason."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import Any

import pytest

from coach import paths
from coach.library.teaching import (
    ExerciseItem,
    FeelingOrThoughtItem,
    FixReplyItem,
    OpenQuestionItem,
    ReflectBackItem,
    RewriteItem,
    SpotBlameItem,
)
from coach.studio.checks import PRIVATE, UNHELPFUL, Checker
from coach.studio.exercises import Level, mark, mark_picked
from coach.studio.places import words_of

FEELING = FeelingOrThoughtItem(
    id="f", kind="feeling_or_thought", text="I feel ignored.", answer="thought", why="It tells what someone else did."
)
QUESTION = OpenQuestionItem(id="q", kind="open_question", text="Did you have a good day?", example="How was your day?")
REFLECT = ReflectBackItem(
    id="r",
    kind="reflect_back",
    said="I've asked three times for a day off. Nobody even answers my mails.",
    example="You've asked again and again, and you get silence back.",
)
FIX = FixReplyItem(
    id="x",
    kind="fix_reply",
    said="I think I failed the exam.",
    reply="You'll be fine.",
    label="minimising",
    example="You worked so hard for it, and now you're scared it wasn't enough.",
)
REWRITE = RewriteItem(
    id="w",
    kind="rewrite",
    text="You're always on your phone when I talk to you.",
    example="When you look at your phone while I talk, I feel lonely. Could you put it away for ten minutes?",
)
BLAME = SpotBlameItem(
    id="b",
    kind="spot_blame",
    text="You never help, and the bins are full. You're so lazy.",
    answers=("You never", "You're so lazy"),
)
PLAIN = SpotBlameItem(id="p", kind="spot_blame", text="I missed your call at lunch.", answers=())
ANSWERS: list[tuple[ExerciseItem, str, Level, str]] = [
    (FEELING, "thought", "right", "someone else did"),
    (FEELING, "feeling", "not_yet", "someone else did"),
    (QUESTION, "How was your day?", "right", "cannot be answered"),
    (QUESTION, "Tell me about your day.", "right", "cannot be answered"),
    (QUESTION, "What happened today? How did it feel?", "close", "more than one question"),
    (QUESTION, "Was your day good?", "not_yet", "Yes, no or one word"),
    (QUESTION, "did you have a good day", "not_yet", "words of the first question"),
    (QUESTION, "Why didn't you call?", "not_yet", "charge"),
    (REFLECT, REFLECT.example, "right", "gives back"),
    (REFLECT, "You've asked three times for a day off. Nobody even answers your mails.", "close", "own words"),
    (REFLECT, "No wonder you're fed up.", "close", "makes sense"),
    (REFLECT, "That must be so frustrating.", "close", "makes sense"),
    (REFLECT, "What would you like to happen?", "close", "tell more"),
    (REFLECT, "Have you tried calling them?", "not_yet", "advice"),
    (REFLECT, "Ok.", "not_yet", "takes note"),
    (FIX, FIX.example, "right", "gives back"),
    (FIX, "What was the hardest part?", "right", "tell more"),
    (FIX, "Okay.", "close", "takes note"),
    (FIX, "You'll be fine!", "not_yet", "smaller"),
    (FIX, "You should have studied more.", "not_yet", "blame"),
    (REWRITE, REWRITE.example, "right", "speaks for you"),
    (REWRITE, "Could you put the phone away?", "close", "One more part"),
    (REWRITE, "I felt sad last night.", "close", "same matter"),
    (REWRITE, "I feel lonely. Could we have ten minutes without screens?", "right", "same matter"),
    (REWRITE, "I feel ignored when you're on your phone.", "not_yet", "heard as blame"),
    (REWRITE, "You never listen.", "not_yet", "heard as blame"),
]


@pytest.mark.parametrize(("item", "answer", "level", "why"), ANSWERS)
def test_an_answer_is_marked_with_a_reason(
    checker: Checker, item: ExerciseItem, answer: str, level: Level, why: str
) -> None:
    """Right, close or not yet; the reason names what the language engine saw."""
    marked = mark(checker, item, answer)
    assert marked.level == level, marked.reasons
    assert any(why in reason for reason in marked.reasons), marked.reasons


@pytest.mark.parametrize("item", [FEELING, QUESTION, REFLECT, FIX, REWRITE])
@pytest.mark.parametrize("answer", ["", "  ", "\n"])
def test_nothing_is_not_yet_an_answer(checker: Checker, item: ExerciseItem, answer: str) -> None:
    """An empty box is told kindly."""
    assert mark(checker, item, answer).level == "not_yet"


def test_words_of_danger_are_not_marked(checker: Checker) -> None:
    """No wording is coached where there may be danger."""
    assert mark(checker, REWRITE, "When he choked me last night I felt sad.").reasons == (PRIVATE,)


@pytest.mark.parametrize(
    ("picked", "level"),
    [
        ("You never You're so lazy", "right"),
        ("never lazy", "right"),
        ("You never You're so lazy help", "close"),
        ("never", "close"),
        ("You're so", "not_yet"),
        ("bins full", "not_yet"),
        ("You never help and the bins are full You're so lazy", "not_yet"),
        ("", "not_yet"),
    ],
)
def test_picked_words_are_marked(checker: Checker, picked: str, level: Level) -> None:
    """All the words that carry the blame, some of them, none, and everything at once."""
    chosen = [one for one in words_of(BLAME.text) if one.text in picked.split()]
    assert mark_picked(checker, BLAME, chosen).level == level


def test_each_missed_word_has_its_reason(checker: Checker) -> None:
    """What was missed is named, with why it stings."""
    reasons = mark_picked(checker, BLAME, ()).reasons
    assert [reason.partition("”")[0] for reason in reasons] == ["Missed: “You never", "Missed: “You're so lazy"]
    assert all(len(reason) > 40 for reason in reasons)


def test_a_sentence_without_blame(checker: Checker) -> None:
    """Picking nothing is right there, and picking anything is not."""
    assert mark_picked(checker, PLAIN, ()).level == "right"
    assert mark_picked(checker, PLAIN, words_of(PLAIN.text)[:1]).level == "not_yet"


def test_words_keep_their_places() -> None:
    """Every word is cut where it stands, with its apostrophe and without the full stop."""
    text = "“You're late,” she said — again. Ça va?"
    assert [one.text for one in words_of(text)] == ["You're", "late", "she", "said", "again", "Ça", "va"]
    assert all(text[one.start : one.end] == one.text for one in words_of(text))


def labelled(name: str) -> list[dict[str, Any]]:
    """Every third labelled example."""
    lines = (paths.ROOT / "tests" / "data" / "heldout" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[::3]]


def test_labelled_replies_are_marked_as_their_labels_say(checker: Checker) -> None:
    """Of replies that nobody wrote for these pages: reflections are right, what turns away or advises never is."""
    levels: dict[str, Counter[Level]] = defaultdict(Counter)
    for one in labelled("replies.jsonl"):
        item = REFLECT.model_copy(update={"said": one["partner_said"]})
        levels[one["label"]][mark(checker, item, one["response"]).level] += 1
    assert levels["reflective"]["right"] >= 0.8 * levels["reflective"].total()
    assert sum(levels[label]["right"] for label in UNHELPFUL) == 0


def test_labelled_questions_are_marked_as_their_labels_say(checker: Checker) -> None:
    """Open questions pass, closed and blaming ones don't, in nine of ten."""
    right = [
        (mark(checker, QUESTION, one["text"]).level != "not_yet") == one["open"] for one in labelled("questions.jsonl")
    ]
    assert sum(right) >= 0.9 * len(right)
