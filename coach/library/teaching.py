"""Schemas of the counselor's studio: techniques and exercises."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from coach.library.entry import Entry, Id, Line
from coach.model import ReplyLabel

TechniqueGroup = Literal["say", "hear", "mend", "deepen", "care"]
LookFor = Literal[
    "no_blame",
    "feeling",
    "observation",
    "need",
    "request",
    "other_view",
    "open_question",
    "reflection",
    "validation",
    "responsibility",
    "appreciation",
    "one_matter",
    "permission",
]
ExerciseKind = Literal["spot_blame", "feeling_or_thought", "open_question", "reflect_back", "fix_reply", "rewrite"]


class WeakStrong(Entry):
    """One sentence said badly and said well. ``marks`` are the words of the weak one that sting or miss, ``why`` what they do."""

    weak: Line
    marks: tuple[Line, ...] = Field(min_length=1, max_length=3)
    why: Line
    strong: Line

    @model_validator(mode="after")
    def _marks_inside(self) -> WeakStrong:
        for mark in self.marks:
            if mark not in self.weak:
                raise ValueError(f"mark {mark!r} does not stand in the weak sentence")
        return self


class TryIt(Entry):
    """What to write, a sentence to change or to answer, and what the language engine looks for in it."""

    ask: Line
    start: Line
    look_for: tuple[LookFor, ...] = Field(min_length=1)


class TechniqueEntry(Entry):
    """A technique a counselor can show: one file in ``content/techniques``."""

    id: Id
    name: Line
    group: TechniqueGroup
    origin: Line
    what: Line
    when: Line
    when_not: Line
    steps: tuple[Line, ...] = Field(min_length=3, max_length=7)
    examples: tuple[WeakStrong, ...] = Field(min_length=3)
    try_it: TryIt
    source: Line


class SpotBlameItem(Entry):
    """A text and the words in it that blame; none where nothing does."""

    id: Id
    kind: Literal["spot_blame"]
    text: Line
    answers: tuple[Line, ...]

    @model_validator(mode="after")
    def _answers_inside(self) -> SpotBlameItem:
        for answer in self.answers:
            if answer not in self.text:
                raise ValueError(f"answer {answer!r} does not stand in the text")
        return self


class FeelingOrThoughtItem(Entry):
    """A sentence that tells a feeling, or a thought that sounds like one."""

    id: Id
    kind: Literal["feeling_or_thought"]
    text: Line
    answer: Literal["feeling", "thought"]
    why: Line


class OpenQuestionItem(Entry):
    """A closed or leading question, and an open version of it."""

    id: Id
    kind: Literal["open_question"]
    text: Line
    example: Line


class ReflectBackItem(Entry):
    """What somebody said, and words that give it back."""

    id: Id
    kind: Literal["reflect_back"]
    said: Line
    example: Line


class FixReplyItem(Entry):
    """What somebody said, a reply that does not help, what it does (``label``), and one that helps."""

    id: Id
    kind: Literal["fix_reply"]
    said: Line
    reply: Line
    label: ReplyLabel
    example: Line


class RewriteItem(Entry):
    """Blame, and the same matter as an I-statement."""

    id: Id
    kind: Literal["rewrite"]
    text: Line
    example: Line


ExerciseItem = SpotBlameItem | FeelingOrThoughtItem | OpenQuestionItem | ReflectBackItem | FixReplyItem | RewriteItem


class Exercise(Entry):
    """A task the language engine can mark: one file for each kind in ``content/exercises``. Items are of the kind of their file."""

    id: Id
    kind: ExerciseKind
    title: Line
    ask: Line
    technique: Id
    items: tuple[Annotated[ExerciseItem, Field(discriminator="kind")], ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _items_are_of_its_kind(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("items"), list | tuple):
            return data
        kind = {"kind": data.get("kind")}
        return {**data, "items": [{**kind, **item} if isinstance(item, dict) else item for item in data["items"]]}

    @model_validator(mode="after")
    def _ids_differ(self) -> Exercise:
        ids = [item.id for item in self.items]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            raise ValueError(f"used for more than one item: {', '.join(twice)}")
        return self
