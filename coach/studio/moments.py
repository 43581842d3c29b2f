"""What to keep or to try at the moments that turned a talk: one suggestion each, from the same engine that writes everything else."""

from __future__ import annotations

from dataclasses import dataclass

from coach.model import Situation
from coach.service import CoachService
from coach.studio.review import Moment, Review
from coach.studio.turns import Act, CodedTurn

_KEEP: dict[Act, str] = {
    "reflection": "It gives back what the other said, so they can feel heard and go on.",
    "validation": "It says that what the other feels makes sense.",
    "responsibility": "It owns a part, which takes the heat out.",
    "repair": "It reaches out in the middle of the fight.",
    "question": "It asks to be told, and leaves room for any answer.",
}
_STINGS: dict[Act, str] = {
    "blame": "It is heard as an attack, and most people answer an attack with another.",
    "defence": "It guards before it hears, so the other says it again, louder.",
    "dismissal": "It closes the door on what the other brought.",
    "advice": "It gives an answer before the other has been heard.",
    "question": "It leaves little room for the other’s own answer.",
}


@dataclass(frozen=True)
class Suggestion:
    """One moment: ``why`` it turned the talk, and ``text``, what to keep or a wording to try."""

    moment: Moment
    why: str
    text: str


def suggestions(review: Review, service: CoachService) -> tuple[Suggestion, ...]:
    """One for each moment, in order."""
    return tuple(_suggestion(review, moment, service) for moment in review.moments)


def _suggestion(review: Review, moment: Moment, service: CoachService) -> Suggestion:
    turn = review.turns[moment.place]
    if moment.change > 0:
        return Suggestion(moment, _KEEP.get(turn.act, "It opens the talk."), "Keep this.")
    why, words = _STINGS.get(turn.act, "It cools the talk."), _wording(review, moment.place, service)
    return Suggestion(moment, why, f"One to try: “{words}”" if words else "")


def _wording(review: Review, place: int, service: CoachService) -> str | None:
    """Other words for a turn that cooled the talk: an open question, an I-statement, or a reply that hears."""
    turn = review.turns[place]
    if turn.act == "question":
        return service.question(turn.text).open_version
    said = _answered(review, place)
    if turn.act != "blame" and said is not None:
        return service.reply(said.text, turn.text).better
    drafts = service.plan(Situation(text=turn.text)).drafts
    return next((draft.text for draft in drafts if draft.style == "brief"), None)


def _answered(review: Review, place: int) -> CodedTurn | None:
    """The last turn of anybody else before this one that says something."""
    speaker = review.turns[place].speaker
    earlier = (turn for turn in reversed(review.turns[:place]) if turn.speaker != speaker)
    return next((turn for turn in earlier if len(turn.text.split()) > 2), None)
