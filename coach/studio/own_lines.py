"""One line that a counselor typed → one item of an exercise, with an answer by the language engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.errors import BadInput
from coach.library.teaching import (
    ExerciseItem,
    ExerciseKind,
    FeelingOrThoughtItem,
    FixReplyItem,
    OpenQuestionItem,
    ReflectBackItem,
    RewriteItem,
    SpotBlameItem,
)
from coach.model import IStatement
from coach.studio.checks import PRIVATE, UNHELPFUL, Checker, check

if TYPE_CHECKING:
    from coach.studio.study import Study

LONGEST, MOST = 300, 50  # characters of a line; lines
BETWEEN = "|"  # stands between what was said and the reply


def item_of(checker: Checker, kind: ExerciseKind, number: int, line: str) -> ExerciseItem:
    """The item. Raises BadInput with the reason why this line makes none."""
    study = checker.study(line)
    if study.reading.screen.severity != "none":
        raise BadInput(PRIVATE)
    return _ITEMS[kind](checker, study, f"line-{number}")


def _spot_blame(checker: Checker, study: Study, name: str) -> ExerciseItem:
    findings = [one for one in study.reading.analysis.findings if one.kind != "third_person"]
    words = dict.fromkeys(one.text for one in findings)
    return SpotBlameItem(id=name, kind="spot_blame", text=study.reading.situation.text, answers=tuple(words))


def _feeling_or_thought(checker: Checker, study: Study, name: str) -> ExerciseItem:
    (felt,) = check(study, ("feeling",))
    if not felt.met and not felt.words:
        raise BadInput("tells neither a feeling nor a thought that sounds like one; begin with “I feel …”")
    why = f"“{felt.words}” is a feeling, and it belongs to the one who speaks." if felt.met else felt.reason
    return FeelingOrThoughtItem(
        id=name,
        kind="feeling_or_thought",
        text=_text(study),
        answer="feeling" if felt.met else "thought",
        why=why,
    )


def _open_question(checker: Checker, study: Study, name: str) -> ExerciseItem:
    read = checker.service.question(_text(study))
    if read.open:
        raise BadInput("is an open question already; write one that yes or no would answer")
    if not (study.reading.analysis.questions and read.open_version):
        raise BadInput("is no question; write one that yes or no would answer")
    return OpenQuestionItem(id=name, kind="open_question", text=_text(study), example=read.open_version)


def _reflect_back(checker: Checker, study: Study, name: str) -> ExerciseItem:
    return ReflectBackItem(id=name, kind="reflect_back", said=_text(study), example=_better(checker, _text(study)))


def _fix_reply(checker: Checker, study: Study, name: str) -> ExerciseItem:
    said, found, reply = (part.strip() for part in _text(study).partition(BETWEEN))
    if not (said and found and reply):
        raise BadInput(f"needs what was said, then {BETWEEN}, then the reply")
    read = checker.service.reply(said, reply)
    if read.label not in UNHELPFUL and read.label != "neutral":
        raise BadInput("holds a reply that helps already; write one that does not")
    return FixReplyItem(
        id=name, kind="fix_reply", said=said, reply=reply, label=read.label, example=_better(checker, said)
    )


def _rewrite(checker: Checker, study: Study, name: str) -> ExerciseItem:
    if not study.reading.analysis.findings:
        raise BadInput("holds nothing that would be heard as blame")
    drafts = [
        item
        for part in checker.service.parts(study.reading)
        if part.slot == "drafts"
        for item in part.items
        if isinstance(item, IStatement)
    ]
    return RewriteItem(id=name, kind="rewrite", text=_text(study), example=drafts[1].text)


def _text(study: Study) -> str:
    return study.reading.situation.text


def _better(checker: Checker, said: str) -> str:
    """A reply that helps, by the language engine; what it gives for a bare nod."""
    return checker.service.reply(said, "Okay.").better or "It sounds as if this weighs on you."


_ITEMS: dict[ExerciseKind, Callable[[Checker, Study, str], ExerciseItem]] = {
    "spot_blame": _spot_blame,
    "feeling_or_thought": _feeling_or_thought,
    "open_question": _open_question,
    "reflect_back": _reflect_back,
    "fix_reply": _fix_reply,
    "rewrite": _rewrite,
}
