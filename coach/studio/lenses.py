"""One sentence in the forms of several techniques: pure functions over the parts of an I-statement."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from coach.model import IStatement

UNSEEN = "[One moment that a camera could have caught.]"
_I_WORD = re.compile(r"I\b")


@dataclass(frozen=True)
class Line:
    """One step of a form; ``said`` unless it tells how to say the rest."""

    name: str
    text: str
    said: bool = True


@dataclass(frozen=True)
class Lens:
    """A form, and the sentence in it."""

    id: str
    name: str
    lines: tuple[Line, ...]


def lenses(draft: IStatement) -> tuple[Lens, ...]:
    """The draft in every form; none for one without a feeling, a need and a request, such as a thank-you."""
    if not (draft.feeling and draft.need and draft.request):
        return ()
    draft = draft if draft.observation else draft.model_copy(update={"observation": UNSEEN})
    return tuple(Lens(name, title, build(draft)) for name, (title, build) in _LENSES.items())


def parts(draft: IStatement) -> tuple[Line, ...]:
    """Facts, feeling, need, request and the other's side, as far as the draft has them."""
    named = (
        ("Facts", draft.observation or UNSEEN),
        ("Feeling", draft.feeling and _feel(draft)),
        ("Need", draft.need and _need(draft)),
        ("Request", draft.request),
        ("Their side", draft.perspective),
    )
    return tuple(Line(name, text) for name, text in named if text)


def _i_message(draft: IStatement) -> tuple[Line, ...]:
    clause = _clause(draft.observation)
    told = f"when {clause}" in draft.text.replace("When ", "when ")  # the coach's own grammar: some facts stand alone
    return (
        *(() if told else (Line("What it is about", draft.observation),)),
        Line("I feel …", _feel(draft, end="" if told else ".")),
        *((Line("when …", f"when {clause},"),) if told else ()),
        Line("because …", f"{'because' if told else 'Because'} I need {draft.need}."),
        Line("I’d like …", draft.request),
    )


def _ofnr(draft: IStatement) -> tuple[Line, ...]:
    return (
        Line("Observation", draft.observation),
        Line("Feeling", _feel(draft)),
        Line("Need", _need(draft)),
        Line("Request", draft.request),
    )


def _dear_man(draft: IStatement) -> tuple[Line, ...]:
    return (
        Line("Describe", draft.observation),
        Line("Express", _feel(draft)),
        Line("Assert", draft.request),
        Line("Reinforce", f"That would mean a lot. It matters to me {draft.need}."),
        Line("Mindful", "Stay with this one matter. Say it again, calmly, if the talk wanders off.", said=False),
        Line("Appear confident", "Sit or stand straight, look up, and keep your voice even.", said=False),
        Line("Negotiate", "If that doesn’t suit you, what would?"),
    )


def _softened(draft: IStatement) -> tuple[Line, ...]:
    kind = (Line("Begin kindly", draft.perspective),) if draft.perspective else ()
    return (
        *kind,
        Line("About what", draft.observation),
        Line("I feel …", _feel(draft)),
        Line("I need …", _need(draft)),
        Line("Ask, politely", draft.request),
    )


def _feel(draft: IStatement, end: str = ".") -> str:
    felt = "felt" if re.search(r"\bI felt\b", draft.text) else "feel"
    return f"I {felt} {draft.feeling}{end}"


def _need(draft: IStatement) -> str:
    return f"I need {draft.need}."


def _clause(observation: str) -> str:
    """Whole sentences as one clause: "You were late. You didn't call." → "you were late and you didn't call"."""
    sentences = re.split(r"(?<=[.!?])\s+", observation)
    return " and ".join(
        (one if _I_WORD.match(one) else f"{one[:1].lower()}{one[1:]}").rstrip(".!?") for one in sentences
    )


_LENSES: dict[str, tuple[str, Callable[[IStatement], tuple[Line, ...]]]] = {
    "i_message": ("I-message", _i_message),
    "ofnr": ("Observation, feeling, need, request", _ofnr),
    "dear_man": ("DEAR MAN", _dear_man),
    "softened": ("Softened start-up", _softened),
}
