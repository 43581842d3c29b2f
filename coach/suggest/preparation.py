"""How to prepare: a few tips for each part, those for the topic or the relation first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args
from zlib import crc32

from coach.library.wording import Tip, TipPart
from coach.model import Preparation, Relation, Topic

_PARTS: tuple[TipPart, ...] = get_args(TipPart)
_EACH = 2


def preparation(
    text: str, topics: Sequence[Topic], relation: Relation | None, tips: Sequence[Tip]
) -> tuple[Preparation, ...]:
    """Two tips for each part, in the order of a talk."""
    parts = []
    for part in _PARTS:
        fitting = [tip for tip in tips if tip.part == part and _fits(tip, topics, relation)]
        fitting.sort(key=lambda tip: (-_points(tip, topics, relation), crc32(f"{text}{tip.text}".encode())))
        if fitting:
            parts.append(Preparation(part=part, tips=tuple(tip.text for tip in fitting[:_EACH])))
    return tuple(parts)


def _fits(tip: Tip, topics: Sequence[Topic], relation: Relation | None) -> bool:
    return (not tip.topics or bool(set(tip.topics) & set(topics[:2]))) and (
        not tip.relations or (relation is not None and relation in tip.relations)
    )


def _points(tip: Tip, topics: Sequence[Topic], relation: Relation | None) -> int:
    return 2 * (topics[0] in tip.topics) + (relation is not None and relation in tip.relations)
