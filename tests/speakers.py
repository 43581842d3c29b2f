"""Simulated people who practise: one who hears, owns and asks, one who only blames, one who only says sorry."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from coach.language.parse import parse
from coach.rehearsal.feedback import hearing
from coach.rehearsal.rehearser import Rehearser
from coach.rehearsal.slots import told_clause
from coach.rehearsal.state import Rehearsal

Speaker = Callable[[Rehearsal], str]
OWNING = (
    "I snapped at you when you came in. That wasn't fair of me.",
    "I felt lonely on Sunday, and I didn't know how to say it.",
    "I should have asked you before I decided. That's on me.",
    "I was worried, and it came out as anger. I'm sorry for how I said it.",
)
ASKING = (
    "What was that like for you?",
    "What matters most to you in this?",
    "How have you been with all of it?",
    "What did you need from me then?",
)
BLAMING = (
    "You never listen to a word I say.",
    "You only ever think about yourself.",
    "You always have an excuse.",
    "Why can't you just do what you promised?",
    "You don't care about any of us.",
    "You're so selfish, it's unbelievable.",
    "It's your fault that we're in this mess.",
    "Everyone else manages it, only you can't.",
    "You ruin everything you touch.",
    "You make me feel like a servant.",
    "How could you be so careless?",
    "You never once thought of me.",
)
SORRY = (
    "I'm sorry.",
    "I said I'm sorry.",
    "Sorry about that.",
    "I'm really sorry.",
    "I'm so sorry.",
    "I apologise.",
    "Sorry again.",
    "I am sorry, I really am.",
    "I'm sorry, I don't know what else to say.",
    "Sorry. Truly.",
    "I'm very sorry.",
    "All I can say is sorry.",
)


def listener() -> Speaker:
    """Takes up what was told, else owns a part or asks, in turns."""
    rest = cycle(line for pair in zip(ASKING, OWNING, strict=True) for line in pair)

    def speak(rehearsal: Rehearsal) -> str:
        told = rehearsal.last.answer.told if rehearsal.last.answer else ""
        said, technique = hearing(told_clause(parse(told)), len(rehearsal.turns))
        known = {turn.said for turn in rehearsal.turns}
        return said if technique == "Reflection" and said not in known else next(rest)

    return speak


def only(lines: tuple[str, ...]) -> Speaker:
    """Says these lines one after the other."""
    rest = cycle(lines)
    return lambda _: next(rest)


def talk(rehearser: Rehearser, rehearsal: Rehearsal, speaker: Speaker, turns: int) -> Rehearsal:
    """So many turns of one speaker."""
    for _ in range(turns):
        rehearsal = rehearser.say(rehearsal, speaker(rehearsal))
    return rehearsal
