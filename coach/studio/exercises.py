"""Exercises, marked with the one reading of language: right, close, or not yet, and always why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from rapidfuzz.fuzz import ratio

from coach.library.teaching import (
    ExerciseItem,
    FeelingOrThoughtItem,
    FixReplyItem,
    OpenQuestionItem,
    ReflectBackItem,
    RewriteItem,
    SpotBlameItem,
)
from coach.model import Finding, ReplyLabel, Situation, Span
from coach.studio.checks import PRIVATE, UNHELPFUL, Check, Checker, check, landed
from coach.studio.places import place, touch, words_of
from coach.suggest.own_words import own_words

if TYPE_CHECKING:
    from coach.studio.study import Study

Level = Literal["right", "close", "not_yet"]
_HALF = 0.5  # of the words of an answer: from here on it counts as found
_PARROT = 92  # of 100: an answer as like what was said as this repeats it word for word
_GIVES_BACK = 2.0  # what the rules find of a reflection in words that do something else besides
_LIGHT = frozenset(
    "you your you're i i'm me my we he she they it it's is are was were be been a an the so such just and or but to of".split()
)
_REPLIES: dict[ReplyLabel, str] = {
    **UNHELPFUL,
    "reflective": "It gives back what they said.",
    "validating": "It says that the feeling makes sense.",
    "responsibility": "It owns a part.",
    "curious": "It asks them to tell more.",
    "neutral": "It takes note, and shows nothing of what they feel.",
}


@dataclass(frozen=True)
class Mark:
    """How an answer was marked. ``checks`` are the things looked for, where the exercise looks for several."""

    level: Level
    reasons: tuple[str, ...]
    checks: tuple[Check, ...] = ()


def mark(checker: Checker, item: ExerciseItem, answer: str) -> Mark:
    """Mark a written answer, or for feeling or thought the one that was chosen. Raises TextTooLong."""
    if isinstance(item, SpotBlameItem):
        raise TypeError("words are picked, not written; use mark_picked")
    if not answer.strip():
        return Mark("not_yet", ("There is nothing here yet.",))
    if isinstance(item, FeelingOrThoughtItem):
        return Mark("right" if answer == item.answer else "not_yet", (item.why,))
    study = checker.study(answer, _said(item))
    if study.reading.screen.severity != "none":
        return Mark("not_yet", (PRIVATE,))
    return _MARKED[item.kind](study, item)


def mark_picked(checker: Checker, item: SpotBlameItem, picked: Sequence[Span]) -> Mark:
    """Mark the words picked as blame. Words the author named must be found; others that the engine finds too may be."""
    texts = (item.text, *item.answers)  # by itself, a sentence is heard more clearly than among others
    findings, *alone = (
        one.analysis.findings for one in checker.service.readings(Situation(text=text) for text in texts)
    )
    named = [place(item.text, answer) for answer in item.answers]
    if not named:
        if picked:
            return Mark(
                "not_yet", ("Nothing in it blames. It tells what happened, or how it is for the one who speaks.",)
            )
        return Mark("right", ("Right: nothing in it blames.",))
    shares = [_share(item.text, one, picked) for one in named]
    found = [share >= _HALF for share in shares]
    spare = [one for one in picked if not any(touch(one, other) for other in (*named, *findings))]
    reasons = [_why(one, was, findings, more) for one, was, more in zip(named, found, alone, strict=True)]
    if spare:
        reasons.append(f"“{' … '.join(one.text for one in spare)}” can stay: nobody would mind it.")
    if len(spare) > sum(touch(word, one) for word in words_of(item.text) for one in named):
        return Mark("not_yet", tuple(reasons))
    if all(found):
        return Mark("close" if spare else "right", tuple(reasons))
    return Mark("close" if any(shares) else "not_yet", tuple(reasons))


def _said(item: ExerciseItem) -> str:
    return item.said if isinstance(item, ReflectBackItem | FixReplyItem) else ""


def _open_question(study: Study, item: OpenQuestionItem) -> Mark:
    answer = study.reading.situation.text
    if _same(answer, item.text):
        return Mark("not_yet", ("These are the words of the first question. Ask it so that they can tell.",))
    (opened,) = check(study, ("open_question",))
    words = f"“{opened.words}”: " if opened.words else ""
    if not opened.met:
        return Mark("not_yet", (f"{words}{opened.reason}",))
    if len(study.reading.analysis.questions) > 1:
        return Mark("close", ("It is open, and it is more than one question. Ask one, and wait.",))
    return Mark("right", (opened.reason,))


def _reflect_back(study: Study, item: ReflectBackItem) -> Mark:
    if _parrots(study.reading.situation.text, item.said):
        return Mark("close", ("These are their own words. Say the heart of it in yours.",))
    does = landed(study)
    if does == "reflective":
        return Mark("right", (_REPLIES["reflective"],))
    if does in UNHELPFUL or does == "neutral":
        return Mark("not_yet", (_REPLIES[does],))
    if study.scores["reflective"] >= _GIVES_BACK or len(study.shared) > 1:
        return Mark("right", (_REPLIES["reflective"], _REPLIES[does]))
    return Mark("close", (_REPLIES[does], "Give back first what you heard: “So for you …”."))


def _fix_reply(study: Study, item: FixReplyItem) -> Mark:
    does = landed(study)
    before = f"The first reply: {_lower(_REPLIES[item.label])}"
    now = f"Yours: {_lower(_REPLIES[does])}"
    if does in UNHELPFUL or _same(study.reading.situation.text, item.reply):
        return Mark("not_yet", (now, before))
    return Mark("close" if does == "neutral" else "right", (now, before))


def _rewrite(study: Study, item: RewriteItem) -> Mark:
    found = check(study, ("no_blame", "feeling", "observation", "need", "request"))
    there = {one.look_for for one in found if one.met}
    if "no_blame" not in there:
        return Mark("not_yet", ("Something in it may still be heard as blame.",), found)
    kept = own_words(study.reading.situation.text, item.text).spans
    note = () if kept else ("None of the first words are left: see that it is still about the same matter.",)
    parts = there & {"feeling", "observation", "need", "request"}
    if len(parts) > 1 and parts & {"feeling", "need"}:
        return Mark("right", ("It speaks for you, and leaves them room.", *note), found)
    return Mark("close", ("It blames nobody. One more part would make it clearer.", *note), found)


_MARKED: dict[str, Callable[[Study, Any], Mark]] = {
    "open_question": _open_question,
    "reflect_back": _reflect_back,
    "fix_reply": _fix_reply,
    "rewrite": _rewrite,
}


def _why(words: Span, found: bool, findings: Sequence[Finding], alone: Sequence[Finding]) -> str:
    touching = [one.why for one in findings if touch(one, words)] or [one.why for one in alone]
    why = touching[0] if touching else "It speaks about them, and against them."
    return f"{'Found' if found else 'Missed'}: “{words.text}”. {why}"


def _share(text: str, answer: Span, picked: Sequence[Span]) -> float:
    """How many of the words at a place were picked, of those that carry the blame: "lazy" in "You're so lazy"."""
    at = [word for word in words_of(text) if touch(word, answer)]
    words = [word for word in at if _plain(word.text) not in _LIGHT] or at
    return sum(any(touch(word, one) for one in picked) for word in words) / max(1, len(words))


def _same(answer: str, text: str) -> bool:
    return _plain(answer) == _plain(text)


def _parrots(answer: str, said: str) -> bool:
    turned = re.sub(r"\b(?:you|your|you're|you are)\b", "", _plain(answer))
    return ratio(turned, re.sub(r"\b(?:i|me|my|i'm|i am)\b", "", _plain(said))) >= _PARROT


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold().replace("’", "'")))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
