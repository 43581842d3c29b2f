"""The language model engine: a model's parts, each checked before it is yielded, and one repair that names what failed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coach.engines.masking import Mask
from coach.engines.port import Cancel
from coach.errors import ModelError
from coach.language.parse import parse
from coach.library.prompt import Prompt
from coach.llm.outputs import PARTS, items, schema
from coach.llm.prompts import turns
from coach.llm.reasons import model_error
from coach.model import IStatement, Item, PlanPart, Reading, Response, Slot, Wish
from coach.suggest.guard import Guard

if TYPE_CHECKING:
    from coach.llm.retry import Call, Caller

LESS: tuple[Slot, ...] = ("drafts", "other_view", "your_part")  # asked for when a model had no room for more
_ENOUGH: dict[Slot, int] = {"drafts": 3, "other_view": 1, "your_part": 1, "questions": 2, "responses": 2}
_MOST: dict[Slot, int] = {"drafts": 3, "other_view": 3, "your_part": 1, "questions": 4, "responses": 3}
_SHINGLE = 7  # words in a row; fewer can be shared by chance
_WORD = re.compile(r"[a-z’']+")


class LlmEngine:
    """Implements :class:`coach.engines.port.Engine`.

    A text in which the screen saw danger is never sent to a model, and neither is an empty one or one that is not English:
    the guard could not judge what comes back.
    """

    def __init__(self, caller: Caller, guard: Guard, prompt: Prompt, masks: bool) -> None:
        self._caller, self._guard, self._prompt, self._masks = caller, guard, prompt, masks
        self.name = caller.name
        self._secret = _shingles(f"{prompt.system} {prompt.user}")

    def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
        """The parts that pass the guard. A wish for other words asks for drafts alone."""
        if not may_be_sent(reading) or (cancel is not None and cancel.is_set()):
            return
        task = _Task(reading, wish or Wish(), self._mask(reading, wish))
        call = self._caller.call(cancel)
        failure = None
        try:
            yield from self._answer(task, call, task.wanted)
        except ModelError as error:
            failure = error
        asked_less = failure is not None and failure.reason == "too_long"
        if (failure is None or asked_less) and task.missing and call.may_ask:
            wanted = [slot for slot in task.missing if slot in LESS] if asked_less else task.missing
            try:
                yield from self._answer(task, call, wanted)
                failure = None
            except ModelError as error:
                failure = failure or error
        if call.stopped:
            return
        yield from (self._part(slot, task.good[slot]) for slot in task.missing if task.good.get(slot))
        if failure is not None:
            raise failure
        if not any(task.good.values()):
            raise model_error("unfit")

    def _answer(self, task: _Task, call: Call, wanted: Sequence[Slot]) -> Iterator[PlanPart]:
        given = turns(self._prompt, task.values(wanted))
        for key, value in call.ask(given, schema(wanted)):
            if call.stopped:
                return
            slot = next((known for known in wanted if known == key), None)
            if slot is None or slot in task.done:
                continue
            self._take(task, slot, task.mask.show(value) if task.mask else value)
            if len(task.good[slot]) >= _ENOUGH[slot]:
                task.done.add(slot)
                yield self._part(slot, task.good[slot])
            elif task.good[slot]:
                yield self._part(slot, task.good[slot], partial=True)

    def _take(self, task: _Task, slot: Slot, value: Any) -> None:
        """Check what came for a part; keep what is good, and what is wrong with the rest for the repair."""
        sent = items(slot, value)
        faults = self._guard.faults(task.reading, slot, sent)
        known = task.good.setdefault(slot, [])
        task.failed = [one for one in task.failed if one["part"] != slot]
        for item, fault in zip(sent, faults, strict=True):
            problems = (*fault, *(["it repeats the instructions"] if self._leaks(item) else []))
            if problems:
                task.failed.append({"part": slot, "item": _brief(item), "reasons": list(problems)[:4]})
            elif len(known) < _MOST[slot] and _is_new(item, known):
                known.append(item)
        if slot == "drafts":
            order = {"gentle": 0, "direct": 1, "brief": 2}
            known.sort(key=lambda draft: order[draft.style] if isinstance(draft, IStatement) else 0)

    def _mask(self, reading: Reading, wish: Wish | None) -> Mask | None:
        if not self._masks:
            return None
        if wish is None or not wish.words or wish.words in self._prompt.wishes.values():
            return Mask(reading.parsed)
        return Mask(parse(f"{reading.situation.text}\n{wish.words}"))  # a wish may name somebody whom the text does not

    def _leaks(self, item: Item) -> bool:
        said = item if isinstance(item, str) else " ".join(map(str, _strings(item.model_dump())))
        return not self._secret.isdisjoint(_shingles(said))

    def _part(self, slot: Slot, good: Sequence[Item], partial: bool = False) -> PlanPart:
        return PlanPart(slot=slot, items=tuple(good), written_by=self.name, partial=partial)


def may_be_sent(reading: Reading) -> bool:
    """Whether a model may see this text at all."""
    quiet = reading.screen.severity == "none" and reading.analysis.language == "en"
    return quiet and bool(reading.situation.text.strip())


@dataclass
class _Task:
    """What one plan needs and has so far."""

    reading: Reading
    wish: Wish
    mask: Mask | None
    good: dict[Slot, list[Item]] = field(default_factory=dict)
    done: set[Slot] = field(default_factory=set)
    failed: list[dict[str, Any]] = field(default_factory=list)

    @property
    def wanted(self) -> tuple[Slot, ...]:
        return ("drafts",) if self.wish.words else PARTS

    @property
    def missing(self) -> list[Slot]:
        return [slot for slot in self.wanted if slot not in self.done]

    def values(self, wanted: Sequence[Slot]) -> dict[str, Any]:
        situation = self.reading.situation
        hide = self.mask.hide if self.mask else str
        return {
            "message": hide(situation.text),
            "relation": situation.relation,
            "who_said": {"me": "the person", "them": "the other"}[situation.who_said],
            "feeling": self.wish.feeling,
            "need": self.wish.need,
            "wish": hide(self.wish.words) if self.wish.words else None,
            "parts": list(wanted),
            "mend": [{**one, "item": hide(one["item"])} for one in self.failed if one["part"] in wanted][:6],
        }


def _is_new(item: Item, known: Sequence[Item]) -> bool:
    if isinstance(item, IStatement):
        return all(isinstance(one, IStatement) and one.style != item.style for one in known)
    if isinstance(item, Response):  # three answers to one line are one answer
        return all(
            isinstance(one, Response) and (one.they_say, one.avoid) != (item.they_say, item.avoid) for one in known
        )
    return item not in known


def _brief(item: Item) -> str:
    text = item if isinstance(item, str) else str(getattr(item, "text", ""))
    return text[:300]


def _strings(value: Any) -> Iterator[str]:
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict | list | tuple):
            yield from _strings(one)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return frozenset(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))
