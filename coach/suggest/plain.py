"""Whether a recast clause says plainly what somebody does, even where the ear for facts is in doubt."""

from __future__ import annotations

import re

from coach.suggest.recast import Observation

_FIGURE = re.compile(
    r"\b(the victim|the martyr|the saint|the hero|the boss|the card|behind (my|your) back|behind the scenes|running to|all over me|under the bus|in my face|"
    r"my back|the line|the ball|the moon|the wall|a wall|eggshells|your way|the world|my heart|the same|my head|my nerves|the rug|the sand|"
    r"mountain|molehill|blind eye|(?:first|second) place|mind games|games with|the life out|your life|my life|for granted|circles)\b"
)
_VERDICT = re.compile(
    r"\b(sulk|whine|moan|nag|waste|ruin|spoil|destroy|betray|abandon|neglect|abuse|bully|manipulat|control|sabotag|twist|twis)\w*\b"
)
_WORDS = 24


def is_plain(one: Observation) -> bool:
    """An act of the other's or one's own with something particular in it, and neither a figure of speech nor a verdict."""
    acts = one.text.startswith(("you ", "I ", "we ", "when I ", "when we ")) and not one.text.startswith(
        ("I feel ", "I felt ")
    )
    short = 3 <= len(one.text.split()) <= _WORDS
    return (
        acts
        and short
        and one.facts
        and one.tense != "state"
        and not _FIGURE.search(one.text)
        and not _VERDICT.search(one.text)
    )
