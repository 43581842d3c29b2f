"""Of all that a turn does, the one thing that the partner answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.rehearsal.moves import Move

if TYPE_CHECKING:
    from coach.library.practice import Act, Point

_WEIGHTS: dict[Act, float] = {
    "repair": 10, "apology": 9, "responsibility": 8, "request": 7.5, "reflective": 6.5, "validating": 6, "curious": 6,
    "owned_feeling": 5.5, "neutral": 2,
}  # fmt: skip
_BY_POINT: dict[Point, float] = {
    "offers": 7,
    "warm": 6.2,
    "closes": 7.2,
    "refuses": 6.4,
    "learns": 4,
    "thanks": 4.2,
    "raises": 1.5,
    "charges": 3.8,
    "tells": 2,
    "greets": 3,
    "agrees": 1,
    "praise": 6.1,
    "glad": 6.2,
    "reassures": 4.15,
    "cares": 6.6,
    "touch": 7.3,
    "meets": 6.9,
    "wished": 5.5,
    "limits": 4.1,
    "jokes": 3,
    "shared": 3.9,
    "together": 3.4,
    "explains": 3.6,
    "news": 2.2,
    "answers": 1.5,
}
_NODS: frozenset[Point | None] = frozenset(
    {"check", "assent", "guess"}
)  # asked after something else was said, it wants no more than a nod
NARROW: frozenset[Point | None] = frozenset(
    {"check", "assent", "yes_no", "guess"}
)  # after an open question they only help it along
_OPEN_ASKED = 7.1  # an open question is answered also where more is said after it
_STRONG = 6
WHOLE = -1  # the place of an act that no single sentence shows
_LABELLED = frozenset({"reflective", "validating", "responsibility"})
_VAGUE = 4.5  # what it weighs less where only the encoder and a cue speak for it


def main_move(goods: frozenset[Act], done: tuple[Move, ...], *, closed: bool) -> Move:
    """What is answered: a question at the end goes first, else what weighs most; of two alike the later."""
    answered = {"curious"} if "repair" in goods else {"curious", "request"}  # whatever else the turn does
    known = [move for move in done if move.act in goods | {"neutral"} or move.asked and move.act in answered]
    known += [Move(act, None, WHOLE) for act in goods if act not in {move.act for move in known}]
    if not known:
        return Move("curious", "yes_no", WHOLE) if closed else Move("neutral", None, WHOLE)
    strongest = max(known, key=lambda move: (_weight(move), move.place))
    asked = [move for move in known if move.asked]
    if not asked or done[-1] not in asked:
        return strongest
    last = next((move for move in reversed(asked) if move.point not in NARROW), asked[-1])
    return (
        last
        if last.point not in _NODS
        or _weight(strongest) < _STRONG
        or last.point == "assent"
        and strongest.act == "request"
        else strongest
    )


def _weight(move: Move) -> float:
    weight = _BY_POINT.get(move.point, _WEIGHTS[move.act]) if move.point else _WEIGHTS[move.act]
    if move.asked and move.act == "curious" and move.point not in NARROW:
        weight = _OPEN_ASKED
    return weight - _VAGUE if move.place == WHOLE and move.act in _LABELLED else weight
