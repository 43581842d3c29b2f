"""The partner's port, and the scripted partner: it composes an answer from frames by act, tension, what was told and what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from coach.library.practice import Act, Level, Point
from coach.rehearsal.state import FULL, Answer, Setup, Turn, level

if TYPE_CHECKING:
    from coach.library.practice import PersonaFrame

_SLOT = re.compile(r"{(\w+)}")
_BEGINS = re.compile(r"(?:^|[.?!…] )[“‘]?$")
_NEAR: dict[Level, tuple[Level, ...]] = {"calm": ("tense", "hot"), "tense": ("calm", "hot"), "hot": ("tense", "calm")}
_KIN: dict[Act, tuple[Act, ...]] = {
    "validating": ("reflective", "responsibility"), "reflective": ("validating", "curious"), "responsibility": ("apology", "validating"),
    "curious": ("reflective", "validating"), "dismissive": ("minimising", "blaming"), "defensive": ("blaming", "dismissive"),
    "fixing": ("request", "neutral"), "minimising": ("dismissive", "fixing"), "interrogating": ("blaming", "defensive"),
    "blaming": ("blame", "defensive"), "neutral": ("request", "owned_feeling"), "blame": ("blaming", "defensive"),
    "owned_feeling": ("request", "validating"), "request": ("owned_feeling", "repair"), "apology": ("responsibility", "repair"),
    "repair": ("apology", "validating"),
}  # fmt: skip
OPENS: frozenset[Act] = frozenset(
    {"curious", "reflective", "validating", "responsibility", "owned_feeling", "repair", "apology"}
)
_ALWAYS_TELLS: frozenset[Act] = frozenset({"curious", "reflective"})
_OPENING: frozenset[Point | None] = frozenset(
    {"tells", "charges", "learns", "check"}
)  # who tells of themselves, or takes it in, is told more
_TELLING_OF: dict[Point, re.Pattern[str]] = {
    "need": re.compile(r"\b(?:I'd like|I want|I need|I wish|I only wanted|I was hoping|I hoped)\b"),
    "feeling": re.compile(r"\b(?:scared|frightened|afraid|ashamed|lonely|alone|tired|glad|sad|happy|hurt|cry|cried|feel|felt|worried|embarrass\w+|half a guest)\b"),
    "reason": re.compile(r"\b(?:because|since|so that|thought|was raised|grew up|growing up|when I was|learned|in case|meant)\b"),
    "view": re.compile(r"\b(?:I think|I thought|I know|I still|I've noticed)\b"),
}  # fmt: skip
_HURT: frozenset[Act] = frozenset({"blame", "blaming", "interrogating"})
_ANSWERED_AS: dict[Point, Point] = {"raises": "may_i"}
_TOLD_BY: frozenset[Point | None] = frozenset({*_TELLING_OF, "more"})  # what a line of the story answers by itself
_EXACT: frozenset[Point | None] = frozenset(
    {"need", "check", "yes_no", "me", "idea", "since", "date", "who", "count", "us", "okay", "upset", "assent"}
)  # what only a line about the same thing would answer
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    """that this with what when your have been were they them there then than just like about would could really from into know think
    want need thing things time ever never always will said tell feel felt very much more some because only over even being make made
    doing done going where which while here still back well good come came take took most mean does didn dont that's it's""".split()
)
_DEPTH: dict[Level, float] = {"hot": 0.3, "tense": 0.7, "calm": 1.0}  # how much of the story comes out at a tension


@dataclass(frozen=True)
class Moment:
    """What a partner answers: the turns before, and the turn itself, whose tension is what it left the partner with."""

    setup: Setup
    before: tuple[Turn, ...]
    turn: Turn

    @property
    def flooded(self) -> bool:
        """Too much to go on."""
        return self.turn.tension >= FULL


class Partner(Protocol):
    """Whoever plays the other."""

    def answer(self, moment: Moment) -> Answer:
        """What they say."""
        ...


class ScriptedPartner:
    """Implements :class:`Partner` from the persona's frames. The same talk gets the same answers; no frame comes twice in it."""

    def answer(self, moment: Moment) -> Answer:
        """A frame that fits, with its slots filled."""
        spent = {turn.answer.frame for turn in moment.before if turn.answer} | {
            turn.answer.text for turn in moment.before if turn.answer
        }
        persona = moment.setup.persona
        if moment.turn.kind == "break":
            return _line(persona.returns, spent, moment)
        if moment.flooded and (fresh := [line for line in persona.breaks if line not in spent]):
            return _line(fresh, spent, moment)
        told = next_to_tell(moment)
        for frames in _frames(moment):
            fitting = [
                (frame, filled)
                for frame in frames
                if frame.text not in spent and (filled := _filled(frame.text, moment, told)) and filled not in spent
            ]
            if told and moment.turn.point in _TOLD_BY and not any("{reveal}" in frame.text for frame, _ in fitting):
                return Answer(text=told, frame=told, told=told)
            if fitting:
                frame, text = max(fitting, key=lambda pair: _fitness(pair[0], pair[1], moment, told))
                return Answer(text=text, frame=frame.text, told=told if "{reveal}" in frame.text else "")
        return _line((told or _out_of_words(moment),), set(), moment)


def next_to_tell(moment: Moment) -> str:
    """The line of the story that this tension lets out and that the turn is about; empty when there is none, or nothing invites one."""
    lines = story(moment.setup)
    told = {turn.answer.told for turn in moment.before if turn.answer}
    deepest = _DEPTH[level(moment.turn.tension)] * len(lines)
    rest = [line for place, line in enumerate(lines) if line not in told and place < deepest]
    turn, own = moment.turn, set(moment.setup.other_side)
    if not _opens(turn):
        return ""
    asked = stems(turn.said)
    fits = _TELLING_OF.get(turn.point) if turn.point else None

    def about(line: str) -> float:
        return (
            2.0 * len(asked & stems(line))
            + (1.0 if fits and fits.search(line) else 0.0)
            + 1.5 * (line in own and turn.point != "need")
        )

    best = max(rest, key=about, default="")
    return best if best and (turn.point not in _EXACT or asked & stems(best) or fits and fits.search(best)) else ""


def _opens(turn: Turn) -> bool:
    return turn.act in OPENS or turn.point in _OPENING or turn.act in _HURT and turn.point in _TOLD_BY


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning, by which two lines are about the same thing."""
    return frozenset(word[:5] for word in _WORD.findall(text.lower()) if word not in _COMMON)


def story(setup: Setup) -> tuple[str, ...]:
    """What the partner lived in this very matter and what lies beneath it, in turns, from the surface to the depth."""
    own, persona = setup.other_side, setup.persona.reveals
    longest = max(len(own), len(persona))
    pairs = ((*own[i : i + 1], *persona[i : i + 1]) for i in range(longest))
    return tuple(line for pair in pairs for line in pair)


def _frames(moment: Moment) -> Iterator[list[PersonaFrame]]:
    """Frames for the point and the act at this tension; when they are spent, at others; then those for acts of its kin."""
    now, turn = level(moment.turn.tension), moment.turn
    known = moment.setup.persona.frames
    if turn.point and not (now == "hot" and turn.act in _HURT):
        point = _ANSWERED_AS.get(turn.point, turn.point)
        to_the_point = [frame for frame in known if frame.to == point]
        yield [frame for frame in to_the_point if frame.at in {None, now}]
        yield [frame for frame in to_the_point if frame.at == _NEAR[now][0] and now != "hot"]
    for act in (turn.act, *_KIN[turn.act]):
        own = [frame for frame in known if frame.act == act and frame.to is None]
        yield [frame for frame in own if frame.at in {None, now}]
        for other in _NEAR[now]:
            yield [frame for frame in own if frame.at == other]


def _fitness(frame: PersonaFrame, text: str, moment: Moment, told: str) -> tuple[int, int, int, int, int]:
    """Telling comes first where somebody asked or listened; then taking up what was said; then what names no mere matter, and is made for this tension."""
    names = {name.lower() for name in _SLOT.findall(frame.text)}
    act = moment.turn.act
    tells = "reveal" in names and bool(told)
    point = moment.turn.point
    wanted = act in _ALWAYS_TELLS or point == "charges" or _opens(moment.turn) and _draw(moment, "tells") % 2 == 0
    echoes = 2 * bool(names & {"clause", "deed"}) + bool(names & {"thing", "feeling", "quote"})
    often = _draw(moment, "echoes") % 4 > 0  # people don't take up every word
    return (
        1 if tells == wanted or not told else 0,
        echoes if often else 0,
        int("matter" not in names),
        int(frame.at is not None and _draw(moment, "fits") % 3 > 0),
        _draw(moment, frame.text),
    )


def _filled(template: str, moment: Moment, told: str) -> str:
    """The frame with its slots, or nothing when one of them cannot be filled."""
    known = {**moment.turn.slots, "matter": moment.setup.matter, "reveal": told}
    for name in _SLOT.findall(template):
        if not known.get(name.lower()):
            return ""

    def fill(found: re.Match[str]) -> str:
        words = known[found[1].lower()]
        begins = found[1][0].isupper() or _BEGINS.search(template[: found.start()])
        return words[:1].upper() + words[1:] if begins else words

    return _SLOT.sub(fill, template)


def _line(lines: tuple[str, ...] | list[str], spent: set[str], moment: Moment) -> Answer:
    fresh = [line for line in lines if line not in spent] or list(lines)
    text = max(fresh, key=lambda line: _draw(moment, line))
    return Answer(text=text, frame=text)


def _out_of_words(moment: Moment) -> str:
    return f"I don't know what else to say about {moment.setup.matter}. Give me a minute."


def _draw(moment: Moment, what: str) -> int:
    """A number that looks like chance and is the same for the same talk."""
    said = "|".join(turn.said for turn in (*moment.before, moment.turn))
    return crc32(f"{moment.setup.seed}|{said}|{what}".encode())
