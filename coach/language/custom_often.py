"""Custom patterns of how often: "every single time", "all the time", "day after day"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.language.quarrel import sore, whole
from coach.language.tone import tone_at

if TYPE_CHECKING:
    from coach.language.parse import Parsed


def every_time(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "Every single time I open my mouth you …", "you do this every time", "every weekend you …": with an unkind tone."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in {"every", "each"} or token.i + 1 >= token.sent.end:
            continue
        here = token.i + 1
        single = doc[here].lower_ in {
            "single",
            "bloody",
            "damn",
            "fucking",
            "goddamn",
            "freaking",
            "fricking",
            "blasted",
            "flipping",
        }
        here += single or doc[here].lower_ == "blessed"
        if (
            here >= token.sent.end
            or doc[here].lower_ not in _TIMES
            and not (single and here + 1 < token.sent.end and doc[here + 1].ent_type_ == "YOU")
        ):
            continue
        if here + 1 < token.sent.end and doc[here + 1].lower_ in {"this", "last", "next"}:
            continue  # "every night this month" can be counted
        tone = tone_at(parsed, token.i)
        unkind = sore(parsed, token.sent.start, token.sent.end) or (
            tone.unkind > tone.kind and (single or doc[here].lower_ not in _DATES)
        )
        if not (unkind or (single and tone.kind == 0)):
            continue
        end = min(token.sent.end, here + 12)
        person = next(
            (
                i
                for i in range(here + 1, end)
                if doc[i].ent_type_ in {"YOU", "OTHER"} and doc[i].dep_ in {"nsubj", "nsubjpass"}
            ),
            None,
        )
        before = next(
            (
                i
                for i in range(max(token.sent.start, token.i - 9), token.i)
                if doc[i].ent_type_ in {"YOU", "OTHER"} and doc[i].dep_ == "nsubj"
            ),
            None,
        )
        if before is not None and (person is None or doc[person].lower_ == "you" or doc[before].ent_type_ == "YOU"):
            if doc[before].ent_type_ == "YOU" or tone.unkind:
                yield whole(doc, before), here + 1
        elif person is not None and (doc[person].ent_type_ == "YOU" or tone.unkind):
            yield token.i, person + 1


_TIMES = frozenset(
    "time day night morning evening weekend week month meal conversation argument sunday saturday friday monday holiday birthday christmas".split()
)


# "You leave towels on the floor every day" is an observation; "every single day" is not.
_DATES = frozenset("day night morning evening weekend week month sunday saturday friday monday".split())


_ALL_THE_TIME: tuple[tuple[str, ...], ...] = (
    ("all", "the", "time"), ("all", "the", "bloody", "time"), ("24/7",), ("non", "-", "stop"), ("non-stop",), ("nonstop",), ("day", "and", "night"), ("day", "in"),
    ("night", "and", "day"), ("morning", ",", "noon"), ("all", "day", "long"), ("all", "day", "every", "day"), ("half", "the", "time"), ("at", "all", "hours"),
    ("all", "the", "damn", "time"), ("all", "the", "fucking", "time"), ("time", "and", "again"), ("time", "after", "time"), ("day", "after", "day"),
    ("night", "after", "night"), ("week", "after", "week"), ("year", "after", "year"), ("again", "and", "again"), ("over", "and", "over"), ("every", "waking"),
)  # fmt: skip


ENDLESS = frozenset(phrase[0] for phrase in _ALL_THE_TIME)


def all_the_time(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "You're on that phone all the time": a person, an unkind tone, and no end to it."""
    doc = parsed.doc
    for token in doc:
        lower = token.lower_
        if lower not in ENDLESS:
            continue
        for phrase in _ALL_THE_TIME:
            if phrase[0] == lower and all(
                token.i + k < len(doc) and doc[token.i + k].lower_ == word for k, word in enumerate(phrase)
            ):
                start = max(token.sent.start, token.i - 12)
                person = next(
                    (
                        i
                        for i in range(token.i - 1, start - 1, -1)
                        if doc[i].ent_type_ in {"YOU", "OTHER"} and doc[i].dep_ in {"nsubj", "nsubjpass"}
                    ),
                    None,
                )
                if person is None and lower in {
                    "day",
                    "night",
                    "morning",
                    "24/7",
                    "time",
                    "week",
                    "year",
                    "again",
                    "over",
                }:
                    person = next(
                        (
                            i
                            for i in range(token.i, min(token.sent.end, token.i + 10))
                            if doc[i].ent_type_ == "YOU" and doc[i].dep_ == "nsubj"
                        ),
                        None,
                    )
                    if person is not None and tone_at(parsed, person).kind == 0:
                        yield token.i, person + 1
                    continue
                if person is None or any(
                    doc[i].dep_ == "nsubj" and doc[i].ent_type_ == "SELF" for i in range(person + 1, token.i)
                ):
                    continue
                tone = tone_at(parsed, token.i)
                if doc[person].ent_type_ == "OTHER" and not tone.unkind:
                    continue
                if tone.unkind > tone.kind or sore(parsed, person, token.sent.end):
                    if doc[person + 1].lower_ not in {"can", "could", "may", "might"}:
                        yield whole(doc, person), token.i + len(phrase)
                break
