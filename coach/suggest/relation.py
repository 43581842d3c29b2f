"""Who the other is, when the person did not say: from how they are called in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import Relation

if TYPE_CHECKING:
    from coach.language.parse import Parsed
    from coach.suggest.target import Target

_CALLED: dict[str, Relation] = {
    **dict.fromkeys("husband wife partner boyfriend girlfriend fiance fiancé fiancée babe darling love spouse".split(), "partner"),
    **dict.fromkeys("mum mom mam mummy mother ma amma dad daddy father papa appa".split(), "parent"),
    **dict.fromkeys("son daughter stepson stepdaughter teenager".split(), "child"),
    **dict.fromkeys("brother sister sis bro bhaiya didi stepbrother stepsister".split(), "sibling"),
    **dict.fromkeys("roommate flatmate housemate".split(), "roommate"),
    **dict.fromkeys("boss manager colleague coworker co-worker supervisor teammate lead intern".split(), "colleague"),
    **dict.fromkeys("friend bestie mate".split(), "friend"),
    "ex": "co_parent",
}  # fmt: skip


def likely_relation(parsed: Parsed, target: Target) -> Relation | None:
    """The relation told by the one described ("my flatmate …") or called at the beginning ("Mum, …"); None when neither is."""
    described = next((_CALLED[noun] for noun in target.nouns if noun in _CALLED), None)
    first = parsed.doc[0] if len(parsed.doc) > 1 else None
    called = first is not None and (first.nbor().text == "," or first.nbor().ent_type_ == "YOU")
    return described or (_CALLED.get(first.lower_) if first is not None and called else None)
