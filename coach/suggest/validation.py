"""Three validating responses for what the other may say, and what to leave out (DBT's levels of validation; HEAR)."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from coach.library.wording import ResponseEntry
from coach.model import Intent, Relation, Response, Topic

_LIKELY: dict[Intent, tuple[tuple[str, ...], ...]] = {
    "complaint": (("defends", "denies", "counterattacks"), ("explains", "minimises", "withdraws", "overwhelmed"), ("apologises", "hurt", "promises", "agrees")),
    "invitation": (("agrees", "hurt"), ("withdraws", "jokes", "overwhelmed"), ("asks", "explains")),
    "reassurance": (("agrees", "asks"), ("minimises", "jokes"), ("hurt", "overwhelmed", "withdraws")),
}  # fmt: skip
_OTHERWISE = (("explains", "agrees"), ("asks", "jokes"), ("hurt", "overwhelmed", "withdraws"))


def responses(
    text: str,
    intent: Intent,
    topics: Sequence[Topic],
    relation: Relation | None,
    concern: str,
    entries: Sequence[ResponseEntry],
) -> tuple[Response, ...]:
    """Three responses, each for another kind of answer and with another technique where possible.

    An entry that holds a particular fact names its concerns, and is taken only when ``concern`` is one of them.
    """
    chosen: list[ResponseEntry] = []
    for group in _LIKELY.get(intent, _OTHERWISE):
        fitting = [entry for entry in entries if entry.they in group and _fits(entry, topics, relation, concern)]
        fresh = [entry for entry in fitting if entry.technique not in {other.technique for other in chosen}] or fitting
        if fresh:
            chosen.append(
                max(
                    fresh,
                    key=lambda entry: (concern in entry.concerns, crc32(f"{text}{entry.id}".encode())),
                )
            )
    return tuple(
        Response(
            they_say=entry.they_say,
            text=entry.text,
            technique=entry.technique,
            avoid=entry.avoid,
            avoid_why=entry.avoid_why,
        )
        for entry in chosen
    )


def _fits(entry: ResponseEntry, topics: Sequence[Topic], relation: Relation | None, concern: str) -> bool:
    if entry.concerns and concern not in entry.concerns:
        return False
    return (not entry.topics or topics[0] in entry.topics) and (
        not entry.relations or (relation is not None and relation in entry.relations)
    )
