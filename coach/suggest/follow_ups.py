"""Three to five open questions that fit what was said, each with two to go on with (follow-up questions raise liking: Huang 2017)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from coach.library.schema import Card, CardQuestion, Concern
from coach.model import FollowUp, Question

_COUNT = 5
_NAMED = 3  # of the five, how many should name the person's own words


def follow_ups(
    text: str, concerns: Sequence[Concern], things: Sequence[str], cards: Sequence[Card]
) -> tuple[Question, ...]:
    """Questions of the best concerns, those that can name something said first, completed by cards of the bank."""
    named: list[Question] = []
    plain: list[Question] = []
    for concern in concerns:
        for entry in _rotated(concern.questions, text):
            if "{thing}" not in entry.text:
                plain.append(_question(entry, ""))
            elif things:
                named.append(_question(entry, things[len(named) % len(things)]))
    chosen = [*named[:_NAMED], *plain][: _COUNT - 1] or named[:_COUNT]
    from_cards = [from_card(card) for card in cards]
    return tuple(_distinct([*chosen, *from_cards])[:_COUNT])


def from_card(card: Card) -> Question:
    """A card of the bank as a question."""
    pairs = tuple(FollowUp(when=follow.when, ask=follow.ask) for follow in card.follow_ups[:2])
    return Question(text=card.text, follow_ups=pairs, card=card.id)


def _question(entry: CardQuestion, thing: str) -> Question:
    pairs = tuple(
        FollowUp(when=pair.when, ask=_filled(pair.ask, thing))
        for pair in entry.follow_ups
        if thing or "{thing}" not in pair.ask
    )
    return Question(text=_filled(entry.text, thing), follow_ups=pairs)


def _filled(template: str, thing: str) -> str:
    text = template.replace("{thing}", thing)
    return text[:1].upper() + text[1:]


def _rotated(questions: Sequence[CardQuestion], text: str) -> list[CardQuestion]:
    """Another order for another text, so that two messages on one topic don't get one list."""
    start = crc32(text.encode()) % len(questions)
    return [*questions[start:], *questions[:start]]


def _distinct(questions: Sequence[Question]) -> list[Question]:
    kept: dict[str, Question] = {}
    for question in questions:
        kept.setdefault(re.sub(r"\W+", " ", question.text.lower()), question)
    return list(kept.values())
