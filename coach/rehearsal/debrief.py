"""After the talk: what was practised, against earlier sessions; one thing to keep, one to try; how it was for the other."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal, get_args
from zlib import crc32

from coach.library.practice import Outcome
from coach.model import Frozen
from coach.rehearsal.feedback import heaviest, shortened
from coach.rehearsal.state import CALM, FULL, Rehearsal, Turn

Skill = Literal[
    "reflections", "validations", "open_questions", "owned_feelings", "requests", "own_part", "repair", "blame"
]
SKILLS: tuple[Skill, ...] = get_args(Skill)
_FIRST: tuple[Skill, ...] = (
    "reflections",
    "validations",
    "own_part",
    "open_questions",
    "owned_feelings",
    "requests",
)  # by their weight


class Session(Frozen):
    """One finished rehearsal, without a word that was said. ``day`` is a date as ISO 8601 writes it."""

    day: str
    persona: str
    scene: str | None
    turns: int
    counts: dict[Skill, int]
    start: int
    end: int
    outcome: Outcome


class Debrief(Frozen):
    """What a person sees at the end: the turn to keep, the one to say another way, and the skill they did not use, where there is one."""

    counts: dict[Skill, int]
    earlier: dict[Skill, float]
    turns: int
    outcome: Outcome
    keep: Turn | None
    improve: Turn | None
    missing: Skill | None
    view: str


def counts(path: tuple[Turn, ...]) -> dict[Skill, int]:
    """How often each skill was used on a way through the talk."""
    own = [turn for turn in path if turn.kind == "said"]

    def using(*acts: str) -> int:
        return sum(bool({*acts} & set(turn.goods)) for turn in own)

    return {
        "reflections": using("reflective"),
        "validations": using("validating"),
        "open_questions": sum(turn.open_questions for turn in own),
        "owned_feelings": using("owned_feeling"),
        "requests": using("request"),
        "own_part": sum("responsibility" in turn.goods or "apology" in turn.goods and turn.owns for turn in own),
        "repair": using("repair"),
        "blame": sum(bool(turn.findings) or turn.act in {"blame", "blaming"} for turn in own),
    }


def outcome(path: tuple[Turn, ...]) -> Outcome:
    """How it ended."""
    if path[-1].tension < CALM:
        return "calm"
    return "flooded" if any(turn.tension >= FULL for turn in path) else "mixed"


def debrief(rehearsal: Rehearsal, earlier: tuple[Session, ...]) -> Debrief:
    """The debrief of the branch that was kept, or of the one the talk stands at."""
    path = rehearsal.path(rehearsal.kept)
    own = [(turn, before.tension - turn.tension) for before, turn in pairwise(path) if turn.kind == "said"]
    keep = max((pair for pair in own if pair[0].goods and not pair[0].findings), key=lambda pair: pair[1], default=None)
    worst = min((pair for pair in own if pair[0].feedback.attempt), key=lambda pair: pair[1], default=None)
    used = counts(path)
    return Debrief(
        counts=used,
        earlier=_usual(earlier),
        turns=len(own),
        outcome=outcome(path),
        keep=keep[0] if keep else None,
        improve=worst[0] if worst else None,
        missing=next((skill for skill in _FIRST if not used[skill]), None),
        view=_view(rehearsal, path, keep[0].said if keep else ""),
    )


def session(rehearsal: Rehearsal, day: str) -> Session:
    """What is kept of a rehearsal for the chart of progress."""
    path = rehearsal.path(rehearsal.kept)
    return Session(
        day=day,
        persona=rehearsal.setup.persona.id,
        scene=rehearsal.setup.scene,
        turns=sum(turn.kind == "said" for turn in path),
        counts=counts(path),
        start=path[0].tension,
        end=path[-1].tension,
        outcome=outcome(path),
    )


def in_ten(one: Session, skill: Skill) -> float:
    """How often a skill was used in ten turns."""
    return 10 * one.counts.get(skill, 0) / max(1, one.turns)


def _usual(earlier: tuple[Session, ...]) -> dict[Skill, float]:
    """For each skill how often it was used in a session before, on average."""
    if not earlier:
        return {}
    return {skill: sum(one.counts.get(skill, 0) for one in earlier) / len(earlier) for skill in SKILLS}


def _view(rehearsal: Rehearsal, path: tuple[Turn, ...], landed: str) -> str:
    """How it was for the other; a view that quotes is told only where there is something to quote."""
    stings = tuple(one for turn in path for one in turn.findings)
    quotes = {"landed": _quoted(landed), "stung": _quoted(heaviest(stings).text) if stings else ""}
    how = outcome(path)
    views = [one.text for one in rehearsal.setup.persona.views if one.outcome == how]
    fitting = [text for text in views if all(quotes[name] for name in re.findall(r"{(\w+)}", text))]
    if not fitting:
        fitting = [text for view in rehearsal.setup.persona.views if "{" not in (text := view.text)] or [""]
    chosen = max(fitting, key=lambda text: (text.count("{"), crc32(f"{rehearsal.setup.seed}{text}".encode())))
    return chosen.format(**quotes)


def _quoted(text: str) -> str:
    sentence = re.split(r"(?<=[.!?])\s", text.strip())[0]
    return shortened(sentence).strip(' .,!?…“”"')
