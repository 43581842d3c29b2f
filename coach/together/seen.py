"""What one person sees of a room. The other's answer is not in it before both are open: what is not here cannot be shown."""

from __future__ import annotations

from typing import Literal

from coach.library.cards import Card
from coach.model import Frozen
from coach.together.room import Room, Round, Said, Seat, other

Progress = Literal["thinking", "answered", "shows"]


class RoundView(Frozen):
    """One question as one person sees it. ``theirs`` and the replies are there once both answers are open."""

    card: Card
    number: int
    my_turn_first: bool
    mine: Said | None
    shown: bool
    they: Progress
    revealed: bool
    theirs: Said | None = None
    my_reply: Said | None = None
    their_reply: Said | None = None


class RoomView(Frozen):
    """A room as one person sees it."""

    code: str
    alone: bool
    they_left: bool
    level: int
    can_deepen: bool
    time_is_full: bool
    i_wish_deeper: bool
    closing: bool
    my_thanks: Said | None
    their_thanks: Said | None
    now: RoundView | None
    before: tuple[RoundView, ...]


def view(room: Room, seat: Seat) -> RoomView:
    """What the one on this seat sees. Earlier questions are there if both answers were opened."""
    rounds = tuple(_round(one, seat, number) for number, one in enumerate(room.rounds, 1))
    return RoomView(
        code=room.code,
        alone=not room.joined,
        they_left=room.joined and other(seat) not in room.here,
        level=room.evening.level,
        can_deepen=room.evening.can_deepen,
        time_is_full=room.evening.time_is_full,
        i_wish_deeper=seat in room.deeper,
        closing=room.closing,
        my_thanks=room.thanks.get(seat),
        their_thanks=room.thanks.get(other(seat)),
        now=rounds[-1] if rounds else None,
        before=tuple(one for one in rounds[:-1] if one.revealed),
    )


def _round(one: Round, seat: Seat, number: int) -> RoundView:
    across = other(seat)
    open_ = one.revealed
    they: Progress = "shows" if across in one.show else "answered" if across in one.answers else "thinking"
    return RoundView(
        card=one.card,
        number=number,
        my_turn_first=one.first == seat,
        mine=one.answers.get(seat),
        shown=seat in one.show,
        they=they,
        revealed=open_,
        theirs=one.answers[across] if open_ else None,
        my_reply=one.replies.get(seat),
        their_reply=one.replies.get(across) if open_ else None,
    )
