"""The partner's port, and the scripted partner: it composes an answer from frames by act, tension, what was told and what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from coach.library.practice import Act, Level, Point
from coach.rehearsal.facts import plain_fact, scene_fact
from coach.rehearsal.finer import BROADER
from coach.rehearsal.state import Answer, level
from coach.rehearsal.story import HURT, TOLD_BY, Moment, about_it, asks_again, next_to_tell, opens

if TYPE_CHECKING:
    from coach.library.practice import PersonaFrame, PlainAnswer

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
_BARE = "{fact}"
_ALWAYS_TELLS: frozenset[Act] = frozenset({"curious", "reflective"})
_ANSWERED_AS: dict[Point, Point] = {"raises": "may_i", "more": "again", **BROADER}
_ON: frozenset[Point | None] = frozenset({"more", "detail", "does"})  # what may ask on about a line that was told


class Partner(Protocol):
    """Whoever plays the other."""

    def answer(self, moment: Moment) -> Answer:
        """What they say."""
        ...


class ScriptedPartner:
    """Implements :class:`Partner` from the persona's frames. The same talk gets the same answers; no frame comes twice in it.

    ``answers``: what questions of fact are answered with where the scene holds nothing.
    """

    def __init__(self, answers: Sequence[PlainAnswer] = ()) -> None:
        self._answers = answers

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
        told, fact = next_to_tell(moment), scene_fact(moment)
        if not fact and (option := moment.turn.slots.get("option", "")) and option not in spent:
            return Answer(text=option, frame=option)
        if fact := fact or ("" if told and about_it(moment, told) else plain_fact(moment, self._answers)):
            if (plain := _plainly(fact, spent, moment)).text not in spent:
                return plain
        for frames in _frames(moment):
            fitting = [
                (frame, filled)
                for frame in frames
                if frame.text not in spent and (filled := _filled(frame.text, moment, told)) and filled not in spent
            ]
            if told and moment.turn.point in TOLD_BY and not any("{reveal}" in frame.text for frame, _ in fitting):
                return Answer(text=told, frame=told, told=told)
            if fitting:
                frame, text = max(fitting, key=lambda pair: _fitness(pair[0], pair[1], moment, told))
                return Answer(text=text, frame=frame.text, told=told if "{reveal}" in frame.text else "")
        return _line((told or _out_of_words(moment),), set(), moment)


def _plainly(fact: str, spent: set[str], moment: Moment) -> Answer:
    """The fact, every other time in a manner of the persona's that is new."""
    fresh = [manner for manner in moment.setup.persona.manners if manner not in spent and _draw(moment, "manner") % 2]
    manner = max(fresh, key=lambda one: _draw(moment, one), default=_BARE)
    return Answer(text=manner.replace(_BARE, fact), frame=manner, fact=fact)


def _frames(moment: Moment) -> Iterator[list[PersonaFrame]]:
    """Frames for the point and the act at this tension; when they are spent, at others; then those for acts of its kin."""
    now, turn = level(moment.turn.tension), moment.turn
    known = moment.setup.persona.frames
    if turn.point and not (now == "hot" and turn.act in HURT):
        points = (turn.point, _ANSWERED_AS.get(turn.point))
        for point in ("again", *points) if turn.point in _ON and asks_again(moment) else points:
            to_the_point = [frame for frame in known if point and frame.to == point]
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
    wanted = act in _ALWAYS_TELLS or point == "charges" or opens(moment.turn) and _draw(moment, "tells") % 2 == 0
    echoes = 2 * bool(names & {"clause", "deed", "asked", "time", "short"}) + bool(
        names & {"thing", "feeling", "quote"}
    )
    often = _draw(moment, "echoes") % 4 > 0 or bool(
        names & {"asked", "time", "short"}
    )  # people don't take up every word
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
