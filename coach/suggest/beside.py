"""What stands right beside the main point in a message and is told with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.language.clauses import Clause
    from coach.suggest.recast import Observation
    from coach.suggest.things import Unsaid

_BARE = 3  # tokens of "you didn't"
_SOON_SAID = 12  # words
_OF_ME = ("I'm ", "I am ", "I feel ", "I felt ")
_WITH_PROMISE = 38  # words of a promise and what became of it
_ABOUT_IT = ("I ", "We ", "It ", "It's ", "That was ", "That's ", "There's ", "They're ", "Now ")
_JOINED = 22  # words of two statements that are still said in one breath
_AGAIN = re.compile(
    r"(?:yet )?again|twice|(?:two|three|four|five|six) times|for the (?:second|third|fourth|fifth) time", re.IGNORECASE
)


def follows(one: Unsaid, main: Sequence[Observation]) -> bool:
    """The next words after the main point, about the writer or a thing: "you bought a drone and we can't pay for the braces"; or "you knew …" before it."""
    short = len(one.words.split()) <= _SOON_SAID
    if short and main and one.order == main[0].order - 1 and one.words.startswith("You knew "):
        return True
    return short and bool(main) and one.order == main[-1].order + 1 and one.words.startswith(_ABOUT_IT)


def is_told(one: Observation, already: Sequence[Observation]) -> bool:
    """All its words stand in what is told already."""
    return any(one.tokens <= other.tokens for other in already)


def goes_on(one: Observation, main: Sequence[Observation]) -> bool:
    """It makes sense right after the main point: "you said seven and it was half past nine", "you sold it. That was my grandad's"."""
    near = 1 if one.text.startswith(("that was ", "it was ", "that's ", "it's ")) else 0
    if one.to_you and one.link == "and" and any(one.order == told.order + 1 for told in main):
        return True
    return (
        not one.to_you
        and not one.text.startswith(_OF_ME)
        and any(one.sentence - told.sentence in range(near + 1) and one.order > told.order for told in main)
    )


def with_outcome(main: Sequence[Observation], told: Sequence[Observation]) -> tuple[Observation, ...]:
    """With what became of a promise: "you said you'd ring on Monday" is true and unfair without "it's Friday now"."""
    done = list(main)
    for promise in (one for one in main if one.promises):
        for step in (1, 2):
            known = any(one.order == promise.order + step for one in done)
            after = next((one for one in told if one.order == promise.order + step and not one.framed), None)
            if known or after is None or after.text.startswith(_OF_ME) or after.sentence - promise.sentence > step:
                continue
            if sum(len(one.text.split()) for one in (*done, after)) <= _WITH_PROMISE:
                done.append(after)
    return tuple(sorted(done, key=lambda one: one.order))


def granted(told: Sequence[Observation], main: Sequence[Observation]) -> list[Observation]:
    """What is granted right before the main point: "I know work is mad, but …"."""
    return [one for one in told if one.grants and main and one.order == main[0].order - 1][:1]


def sentences(told: Sequence[Observation]) -> list[str]:
    """The statements as sentences, those in one where the person said them in one breath."""
    done: list[str] = []
    before: Observation | None = None
    joined = False
    for one in told:
        near = before is not None and one.order == before.order + 1
        long = not done or len(f"{done[-1]} {one.text}".split()) > _JOINED
        apart = (
            before is None
            or before.grants
            or (before.promises and one.link == "and")
            or one.text.startswith(("when ", "then "))
        )
        joined = bool(near and one.link and not long and not apart and not (joined and one.link == "and"))
        if joined:
            close = one.link == "and" and "," not in done[-1] and " and " not in done[-1]
            done[-1] = f"{done[-1]}{'' if close else ','} {one.link} {one.text}"
        else:
            done.append(one.text)
        before = one
    return [text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".") for text in done]


def with_undone(main: Sequence[Observation], found: Sequence[Clause]) -> tuple[Observation, ...]:
    """With "and you didn't" or "again" where that is all the next sentence says."""
    done = []
    for one in main:
        after = found[one.order + 1] if one.order + 1 < len(found) else None
        words = [token.lower_ for token in after.tokens] if after is not None else []
        bare = one.to_you and len(words) == _BARE and words[0] == "you" and words[1] in {"did", "do"}
        if bare and after is not None:
            said = replace(
                one, text=f"{one.text} and you {words[1]}n't", tokens=one.tokens | {t.i for t in after.tokens}
            )
        undone = one.says and len(words) == _BARE and words[2] == "n't" and words[0] in {"it", "he", "she", "they"}
        if undone and after is not None:  # "you told me it was insured. It wasn't"
            said = replace(
                one, text=f"{one.text} and {words[0]} {words[1]}n't", tokens=one.tokens | {t.i for t in after.tokens}
            )
        again = _AGAIN.fullmatch(" ".join(words))
        if again and after is not None:
            said = replace(one, text=f"{one.text}, {again[0]}", tokens=one.tokens | {t.i for t in after.tokens})
        done.append(said if bare or undone or again else one)
    return tuple(done)
