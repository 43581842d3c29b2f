"""Three to five open questions that fit what was said, each with two to go on with (follow-up questions raise liking: Huang 2017)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar
from zlib import crc32

from coach.language.inflect import inflected, verb_lemma
from coach.library.cards import Card, CardFollowUp
from coach.library.wording import ActQuestion, CardQuestion, Concern
from coach.model import FollowUp, Question
from coach.suggest.message import Message
from coach.suggest.recast import Observation
from coach.suggest.requests import belongs, wanted

EntryT = TypeVar("EntryT")
_COUNT = 5
_ABOUT_THE_ACT = 2  # of the five, how many name what was said
_FEWEST, _ACT_WORDS = 2, 11  # words of an act that a question can quote and be followed
_OF_YOU = re.compile(r"you(r|rs)?\b")
_FURTHER = re.compile(r",? (?:and|while|because|so|when|after|before|instead)\b|, ")
_KEEP = re.compile(r"^(you) (keep|kept) (\w+ing)\b(.*?)(?: and \w+ing\b.*)?$")


def follow_ups(
    text: str,
    message: Message,
    concerns: Sequence[Concern],
    acts: Sequence[ActQuestion],
    cards: Sequence[Card],
    fits: Callable[[str], bool],
) -> tuple[Question, ...]:
    """Questions about the act, those of the best concerns, and some that fit whatever it is about; where there are none, cards of the bank.

    ``fits``: whether a line names nothing that nobody spoke of; those of a concern's questions that do come last.
    """
    named = _about_the_act(text, message, acts)
    thing = message.things[0] if message.things else ""
    fitting = [
        _question(entry, thing)
        for concern in concerns[:2]
        for entry in sorted(
            concern.questions, key=lambda entry: (not fits(entry.text), crc32(f"{text}{entry.text}".encode()))
        )
        if "{thing}" not in entry.text or (thing and belongs(thing, concern))
    ]
    fitting.sort(key=lambda question: thing == "" or thing not in question.text)
    whatever = [
        Question(text=act.text, follow_ups=_pairs(act.follow_ups, ""))
        for act in sorted(acts, key=lambda act: crc32(f"{text}{act.id}".encode()))
        if act.use == "any"
    ]
    from_cards = [from_card(card) for card in cards]
    return tuple(_distinct([*named, *fitting[: _COUNT - 1 - len(named)], *whatever, *from_cards])[:_COUNT])


def from_card(card: Card) -> Question:
    """A card of the bank as a question."""
    return Question(text=card.text, follow_ups=_pairs(card.follow_ups[:2], ""), card=card.id)


def _about_the_act(text: str, message: Message, acts: Sequence[ActQuestion]) -> list[Question]:
    """At most one that quotes what was done, one that names the doing, and one about what is wished for; two in all."""
    wish = wanted(message)
    wish = wish if len(wish.split()) <= _ACT_WORDS else ""
    told = next((one for one in message.main if one.to_you and _OF_YOU.match(one.text) and not one.tells_news), None)
    act = _soon_said(_KEEP.sub(_kept_up, told.text)) if told else ""
    fill = {"act": act, "doing": _doing(told) if told and told.base else "", "wish": wish}
    use = _use(told, wish) if told and act else ""
    done = _rotated([one for one in acts if one.use == use], text)
    wished = _rotated([one for one in acts if one.use == "wish" and wish], text)
    quoting = [one for one in done if "{act}" in one.text][:1]
    naming = [one for one in done if "{doing}" in one.text and fill["doing"]][:1]
    return [
        Question(text=one.text.format(**fill), follow_ups=_pairs(one.follow_ups, ""))
        for one in [*quoting, *(wished[:_ABOUT_THE_ACT] or naming)][:_ABOUT_THE_ACT]
    ]


def _use(told: Observation, wish: str) -> str:
    if told.promises:
        return "promise"
    if told.negated:
        return "" if wish and told.tense == "habit" else "undone"
    return told.tense


def _kept_up(found: re.Match[str]) -> str:
    """You keep borrowing it and bringing it back empty → you borrow it."""
    return f"{found[1]} {inflected(verb_lemma(found[3]), 'VBD' if found[2] == 'kept' else 'VBP')}{found[4]}"


def _doing(told: Observation) -> str:
    """The doing of an act, as in "borrowing my car"; empty where it is too long for a question."""
    verb, _, rest = _soon_said(_FURTHER.split(told.base, maxsplit=1)[0]).partition(" ")
    if verb == "keep" and rest.split(" ")[0].endswith("ing"):
        return rest
    return f"{inflected(verb, 'VBG')} {rest}" if rest else ""


def _soon_said(act: str) -> str:
    """An act, or its first part where the whole is too long for a question; empty where that is too long as well."""
    short = _FURTHER.split(act, maxsplit=1)[0] if len(act.split()) > _ACT_WORDS else act
    return short if _FEWEST <= len(short.split()) <= _ACT_WORDS else ""


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
