"""Three to five open questions that fit what was said, each with two to go on with (follow-up questions raise liking: Huang 2017)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

from coach.library.cards import Card, CardFollowUp
from coach.library.wording import ActQuestion, CardQuestion, Concern
from coach.model import FollowUp, Question
from coach.suggest.message import Message
from coach.suggest.requests import belongs, wanted

EntryT = TypeVar("EntryT")
_COUNT = 5
_ABOUT_THE_ACT = 2  # of the five, how many name what was said
_ACT_WORDS = 14  # an act longer than this makes a question nobody can follow


def follow_ups(
    text: str, message: Message, concerns: Sequence[Concern], acts: Sequence[ActQuestion], cards: Sequence[Card]
) -> tuple[Question, ...]:
    """Questions about the act, those of the best concerns, and some that fit whatever it is about; where there are none, cards of the bank."""
    named = _about_the_act(text, message, acts)
    thing = message.things[0] if message.things else ""
    fitting = [
        _question(entry, thing)
        for concern in concerns[:2]
        for entry in sorted(concern.questions, key=lambda entry: crc32(f"{text}{entry.text}".encode()))
        if "{thing}" not in entry.text or (thing and belongs(thing, concern))
    ]
    fitting.sort(key=lambda question: thing == "" or thing not in question.text)
    whatever = [
        Question(text=act.text, follow_ups=_pairs(act.follow_ups, ""))
        for act in _rotated([act for act in acts if act.use == "any"], text)
    ]
    from_cards = [from_card(card) for card in cards]
    return tuple(_distinct([*named, *fitting[: _COUNT - 1 - len(named)], *whatever, *from_cards])[:_COUNT])


def from_card(card: Card) -> Question:
    """A card of the bank as a question."""
    return Question(text=card.text, follow_ups=_pairs(card.follow_ups[:2], ""), card=card.id)


def _about_the_act(text: str, message: Message, acts: Sequence[ActQuestion]) -> list[Question]:
    wish = wanted(message)
    told = [
        one
        for one in message.main
        if one.to_you and one.text.startswith("you ") and len(one.text.split()) <= _ACT_WORDS
    ]
    past = [act for act in acts if act.use == "past" and told and told[0].tense == "past"]
    habit = [act for act in acts if act.use == "habit" and told and told[0].tense == "habit" and not told[0].negated]
    wished = [act for act in acts if act.use == "wish" and wish and len(wish.split()) <= _ACT_WORDS]
    fill = {"act": told[0].text if told else "", "wish": wish}
    chosen = [*_rotated(past or habit, text)[:_ABOUT_THE_ACT], *_rotated(wished, text)[:_ABOUT_THE_ACT]]
    return [
        Question(text=act.text.format(**fill), follow_ups=_pairs(act.follow_ups, ""))
        for act in (chosen if len(chosen) <= _ABOUT_THE_ACT else [chosen[0], chosen[-1]])
    ]


def _question(entry: CardQuestion, thing: str) -> Question:
    return Question(text=_filled(entry.text, thing), follow_ups=_pairs(entry.follow_ups, thing))


def _pairs(pairs: Sequence[CardFollowUp], thing: str) -> tuple[FollowUp, ...]:
    return tuple(
        FollowUp(when=pair.when, ask=_filled(pair.ask, thing)) for pair in pairs if thing or "{thing}" not in pair.ask
    )


def _filled(template: str, thing: str) -> str:
    text = template.replace("{thing}", thing)
    return text[:1].upper() + text[1:]


def _rotated(entries: Sequence[EntryT], text: str) -> list[EntryT]:
    """Another order for another text, so that two messages on one topic don't get one list."""
    start = crc32(text.encode()) % len(entries) if entries else 0
    return [*entries[start:], *entries[:start]]


def _distinct(questions: Sequence[Question]) -> list[Question]:
    kept: dict[str, Question] = {}
    for question in questions:
        kept.setdefault(re.sub(r"\W+", " ", question.text.lower()), question)
    return list(kept.values())
