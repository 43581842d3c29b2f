"""Two engines as one: the second stands in for whatever the first could not write."""

from __future__ import annotations

from collections.abc import Iterator

from coach.engines.port import Cancel, Engine
from coach.errors import EngineError
from coach.model import IStatement, Item, PlanPart, Reading, Slot, Style, Wish

_FULL = 3
_STYLES: tuple[Style, ...] = ("gentle", "direct", "brief")


class FallbackEngine:
    """Parts of ``first``, filled up where they are short, and those of ``second`` for every slot it left open.

    When ``first`` failed, those parts say why. A part is short when a draft of some style is missing, or when it holds fewer
    than three questions or responses and ``second`` has more. Other parts wait for the drafts, whoever writes them.
    """

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first, self._second = first, second
        self.name = first.name

    def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
        """The first engine's final parts, completed by the second's."""
        if cancel is not None and cancel.is_set():
            return
        spare = {part.slot: part for part in self._second.parts(reading, wish)}
        done: set[Slot] = set()
        waiting: list[PlanPart] = []
        reason = None
        try:
            for part in self._first.parts(reading, wish, cancel):
                whole = _filled_up(part, spare.get(part.slot))
                if part.partial:
                    yield whole
                    continue
                done.add(part.slot)
                waiting.append(whole)
                if "drafts" in done or "drafts" not in spare:
                    waiting.sort(key=lambda one: one.slot != "drafts")
                    while waiting and not (cancel is not None and cancel.is_set()):
                        yield waiting.pop(0)
        except EngineError as error:
            reason = str(error)
        if cancel is not None and cancel.is_set():
            return
        rest = [part.model_copy(update={"fallback_reason": reason}) for slot, part in spare.items() if slot not in done]
        for part in sorted((*rest, *waiting), key=lambda part: part.slot not in {"note", "drafts"}):
            if cancel is not None and cancel.is_set():
                return
            yield part


def _filled_up(part: PlanPart, spare: PlanPart | None) -> PlanPart:
    items: list[tuple[Item, bool]] = [(item, False) for item in part.items]
    for item in spare.items if spare is not None else ():
        if isinstance(item, IStatement):
            if all(isinstance(one, IStatement) and one.style != item.style for one, _ in items):
                items.append((item, True))
        elif part.slot in {"questions", "responses"} and len(items) < _FULL:
            items.append((item, True))
    items.sort(key=lambda one: _STYLES.index(one[0].style) if isinstance(one[0], IStatement) else 0)
    stand_ins = tuple(place for place, (_, ours) in enumerate(items) if ours)
    return part.model_copy(update={"items": tuple(item for item, _ in items), "stand_ins": stand_ins})
