"""What stands right beside the main point in a message and is told with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.language.clauses import Clause
    from coach.suggest.recast import Observation
    from coach.suggest.things import Unsaid

_BARE = 3  # tokens of "you didn't"
_SOON_SAID = 12  # words


def follows(one: Unsaid, main: Sequence[Observation]) -> bool:
    """The next words after the main point, about the writer or a thing: "you bought a drone and we can't pay for the braces"."""
    short = len(one.words.split()) <= _SOON_SAID
    return (
        short and bool(main) and one.order == main[-1].order + 1 and one.words.startswith(("I ", "We ", "It ", "It's "))
    )


def is_told(one: Observation, already: Sequence[Observation]) -> bool:
    """All its words stand in what is told already."""
    return any(one.tokens <= other.tokens for other in already)


def goes_on(one: Observation, main: Sequence[Observation]) -> bool:
    """It makes sense right after the main point: "you said seven and it was half past nine", "you sold it. That was my grandad's"."""
    near = 1 if one.text.startswith(("that was ", "it was ", "that's ", "it's ")) else 0
    return not one.to_you and any(
        one.sentence - told.sentence in range(near + 1) and one.order > told.order for told in main
    )


def with_undone(main: Sequence[Observation], found: Sequence[Clause]) -> tuple[Observation, ...]:
    """With "and you didn't" where that is all the next sentence says."""
    done = []
    for one in main:
        after = found[one.order + 1] if one.order + 1 < len(found) else None
        words = [token.lower_ for token in after.tokens] if after is not None else []
        bare = one.to_you and len(words) == _BARE and words[0] == "you" and words[1] in {"did", "do"}
        if bare and after is not None:
            said = replace(
                one, text=f"{one.text} and you {words[1]}n't", tokens=one.tokens | {t.i for t in after.tokens}
            )
        done.append(said if bare else one)
    return tuple(done)
