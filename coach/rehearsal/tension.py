"""How a turn moves the partner's tension, 0 to 100. Rules alone: the same for the scripted partner and for a model.

What stings raises it, by kind, by the persona's heat, more where a trigger is touched. What is good lowers it, by the persona's way of
soothing, more where a softener is met. So a turn with less blame or more good in it is never worse (a test proves it).
The order of weights follows the heard score (four horsemen; Rogers 2018) and what tells good sessions from poor ones: reflections more
than questions (AnnoMI). The sizes are ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coach.rehearsal.state import CALM, FULL, HOT, Hardness, Turn

if TYPE_CHECKING:
    from coach.library.practice import Act, Persona
    from coach.model import Kind
    from coach.rehearsal.acts import Said

START: dict[Hardness, int] = {"gentle": 45, "real": 55, "hard": 65}
_HARDER: dict[Hardness, float] = {"gentle": 0.9, "real": 1.0, "hard": 1.15}
AFTER_BREAK = 42  # or less: twenty minutes apart let a flooded body come down
STINGS: dict[Kind, float] = {
    "contempt_or_sarcasm": 18, "threat_or_ultimatum": 18, "label": 17, "comparison": 13, "invalidation": 13, "stonewalling": 13,
    "fault": 12, "rhetorical_question": 12, "you_make_me": 11, "mind_reading": 11, "absolute": 11, "command_or_should": 10,
    "disguised_blame": 10, "defensiveness": 10, "past_dredging": 10, "third_person": 0,
}  # fmt: skip
_HURTS: dict[Act, float] = {
    "blame": 11, "blaming": 11, "dismissive": 10, "minimising": 9, "interrogating": 9, "defensive": 8, "fixing": 4,
}  # fmt: skip
_SOOTHES: dict[Act, float] = {
    "validating": 8, "reflective": 7.5, "responsibility": 8.5, "repair": 7.5, "apology": 6.5, "curious": 6.5, "owned_feeling": 6.5, "request": 5,
}  # fmt: skip
_CLOSED = 3.0  # a question that a word answers shows some interest
_FURTHER = (1.0, 0.5, 0.25)  # the first, the second and each further thing in one turn
_TRIGGER, _SOFTENER = 1.4, 1.35
_WARY = 0.8  # how much of a good turn reaches somebody who is hot
_BESIDE_BLAME = 0.5  # how much of the good in a turn is heard beside blame
_BARE = 0.35  # an apology that names nothing and changes nothing
_AGAIN = 0.4  # what is left of an apology each time it is said again with nothing in between
_STILL = 0.45  # how much a good turn still soothes somebody who is quite calm already
_MOST = 18.0  # what one turn can cost, before heat; more where a trigger is touched
_DRIFT = 1.0  # what ordinary talk lowers


def moved(path: Iterable[Turn], said: Said, persona: Persona, hardness: Hardness) -> int:
    """The tension after a turn, given the turns before it."""
    before = tuple(path)
    now = before[-1].tension
    cost = raised(said, persona) * _HARDER[hardness]
    gain = lowered(before, said, persona) * (_BESIDE_BLAME if cost else 1.0) * (_WARY if now >= HOT else 1.0)
    after = now + cost - gain * (_STILL + (1 - _STILL) * now / START["real"])
    if said.goods <= {"apology"} and not _met(before):  # sorry alone calms nobody for good
        after = max(after, min(now, CALM))
    return round(max(0.0, min(float(FULL), after)))


def raised(said: Said, persona: Persona) -> float:
    """What the turn costs."""
    touchy = {kind for trigger in persona.triggers for kind in trigger.kinds}
    stings = sorted(
        (STINGS[one.kind] * (_TRIGGER if one.kind in touchy else 1.0) for one in said.findings), reverse=True
    )
    hurt = _HURTS.get(said.bad, 0.0) if said.bad else 0.0
    most = _MOST * (_TRIGGER if any(one.kind in touchy for one in said.findings) else 1.0)
    return min(max(_weighed(stings), hurt), most) * persona.heat


def lowered(before: tuple[Turn, ...], said: Said, persona: Persona) -> float:
    """What the turn soothes."""
    dear = {act for softener in persona.softeners for act in softener.acts}
    goods = []
    for act in said.goods:
        weight = _SOOTHES.get(act, 0.0) * (_SOFTENER if act in dear else 1.0)
        if act == "apology":
            owned = said.owns or "responsibility" in said.goods
            weight = (weight if owned else _SOOTHES[act] * _BARE) * _AGAIN ** _sorries(before)
        goods.append(weight)
    if said.closed and not said.bad:
        goods.append(_CLOSED)
    return _weighed(sorted(goods, reverse=True)) * persona.soothe + (0.0 if said.bad else _DRIFT * (not goods))


def _weighed(sizes: list[float]) -> float:
    return sum(size * _FURTHER[min(place, 2)] for place, size in enumerate(sizes))


def _sorries(before: tuple[Turn, ...]) -> int:
    """How often sorry was said since anything else good was."""
    count = 0
    for turn in reversed(before):
        if set(turn.goods) - {"apology"} or turn.kind != "said":
            break
        count += "apology" in turn.goods
    return count


def _met(before: tuple[Turn, ...]) -> bool:
    """Whether anything but an apology was offered so far."""
    return any(set(turn.goods) - {"apology"} for turn in before)
