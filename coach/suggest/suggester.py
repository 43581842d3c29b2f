"""Reading → the items of every slot, in the order a person needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from zlib import crc32

from coach.language.analyse import Analyser
from coach.library.load import Library
from coach.library.wording import FrameUse
from coach.model import (
    Choice,
    Intent,
    Invitation,
    IStatement,
    Item,
    Proposals,
    Reading,
    Slot,
    Style,
    Wish,
)
from coach.suggest import as_it_is
from coach.suggest.another_time import another_time
from coach.suggest.choose_cards import CardChooser
from coach.suggest.facts import Facts
from coach.suggest.feelings import FeelingWords
from coach.suggest.fitting import LIKELY, Fitting, Lines
from coach.suggest.follow_ups import follow_ups, from_card
from coach.suggest.i_statement import Drafter, Parts
from coach.suggest.kinds import Kind
from coach.suggest.message import Message
from coach.suggest.notes import note_uses
from coach.suggest.preparation import preparation
from coach.suggest.requests import requests, wanted
from coach.suggest.study import Studies, Study
from coach.suggest.validation import responses

_CHOICES = 8
_AS_IT_IS: frozenset[Intent] = frozenset({"thanks", "apology", "invitation", "logistics"})
_BEFORE: dict[Kind, str] = {
    "news": "own_news",
    "boundary": "boundary",
}  # fixed lines around what stands in its own words
_AFTER: dict[Kind, str] = {"news": "own_news_end", "boundary": "boundary_end"}
_CLOSENESS_INTENTS: frozenset[Intent] = frozenset({"invitation", "reassurance", "logistics"})
_THANKS = re.compile(
    r"\b(?:thank|thanks|thx|ty|tysm|cheers|ta|grateful|appreciate)\b", re.IGNORECASE
)  # for what the writer got
_ON_TELLING = frozenset("nervous anxious torn scared worried sad ashamed uneasy hopeful excited".split())
_FRAME_USE: dict[Intent, FrameUse] = {"invitation": "invite", "reassurance": "reassure"}


class Suggester:
    """Composes suggestions from a reading and the library. ``analyser`` tells which recast facts are free of blame."""

    def __init__(self, analyser: Analyser, library: Library) -> None:
        self._library = library
        self._words = FeelingWords(library)
        self._studies = Studies(Facts(analyser), self._words, library)
        self._fitting = Fitting((*library.concerns, *library.deeds))
        self._cards = CardChooser(library.decks)
        self._drafter = Drafter(library.frames)

    def proposals(self, reading: Reading) -> Proposals:
        """Feelings and needs that fit, best first."""
        study = self._studies.of(reading)
        return Proposals(
            feelings=tuple(Choice(id=one, word=self._words.feelings[one].word) for one in study.feelings[:_CHOICES]),
            needs=tuple(Choice(id=one, word=self._words.needs[one].name) for one in study.needs[:_CHOICES]),
        )

    def message(self, reading: Reading) -> Message:
        """What a text holds, sorted; nothing is taken from one in another language."""
        return self._studies.message(reading)

    def suggest(self, reading: Reading, wish: Wish) -> Iterator[tuple[Slot, tuple[Item, ...]]]:
        """Slots with their items; drafts first."""
        text, intent = reading.situation.text, reading.analysis.intent
        study = self._studies.of(reading)
        yield "note", self._notes(reading, study)
        if not text.strip():
            return
        drafts = self._drafts(reading, study, wish)
        yield "drafts", drafts
        yield "later", self._later(reading, study, drafts)
        cards = self._cards.choose(
            text,
            study.topics,
            study.relation,
            5,
            (1, 2, 3) if intent == "invitation" else (1, 2),
            heavy=not self._words.feelings[study.feelings[0]].pleasant,
            beneath=() if intent == "invitation" else study.concerns,
        )
        cards.sort(key=lambda card: card.depth)
        if intent in _CLOSENESS_INTENTS:
            invitation = Invitation(
                opening=self._line(text, "invite"),
                own_story=cards[0].go_first,
                permission=self._line(text, "permission"),
            )
            yield "invitation", (invitation,)
        if intent == "invitation":
            yield "questions", tuple(from_card(card) for card in cards)
        else:
            acts = () if intent in _AS_IT_IS else self._library.act_questions
            yield (
                "questions",
                follow_ups(
                    text,
                    study.message,
                    study.concerns,
                    acts,
                    cards,
                    partial(self._fitting.fits, heard=study.heard),
                ),
            )
        concern = study.concerns[0].id if study.concerns and intent in {"complaint", "plain"} else ""
        yield "responses", responses(text, intent, study.topics, study.relation, concern, self._library.responses)
        yield "preparation", preparation(text, study.topics, study.relation, self._library.tips)
        views = dict.fromkeys(view for one in (study.source, *study.concerns) for view in one.perspectives[:2])
        yield "other_view", tuple(views)[:3]
        if intent == "complaint" and reading.screen.severity == "none":  # never where there may be danger
            yield "your_part", (self._line(text, "your_part"),)

    def _later(self, reading: Reading, study: Study, drafts: Sequence[IStatement]) -> tuple[str, ...]:
        """What was said and stands in no draft but the brief one, for another time."""
        if reading.analysis.intent in _AS_IT_IS or (study.standing and not study.to_say):
            return ()
        told = " ".join(one.text for one in drafts if one.style != "brief")
        if study.to_say and study.to_say.kind != "worry":
            return another_time(self._studies.left_out(reading, study.to_say), study.waiting, told, ())
        rest = [one.text for one in study.account.rest] if study.account else []
        return another_time((*rest, *study.message.later), study.waiting, told, study.message.named)

    def _drafts(self, reading: Reading, study: Study, wish: Wish) -> tuple[IStatement, ...]:
        text, intent = reading.situation.text, reading.analysis.intent
        if study.to_say:
            return as_it_is.said(
                study.to_say,
                self._words.feelings[next((one for one in study.feelings if one in _ON_TELLING), "nervous")].word,
                lambda use: self._line(text, use),
            )
        lines = self._fitting.lines(study.source, study.other, study.message.things[:1], study.heard, study.sure)
        if study.standing and study.standing.kind == "concern":
            asked = {} if wanted(study.message) else self._requests(study, lines)
            return as_it_is.concerned(study.standing, asked)
        if study.standing:
            kind = study.standing.kind
            before = self._line(text, _BEFORE[kind]) if kind in _BEFORE else ""
            after = "praise" if kind == "thanks" and not _THANKS.search(text) else _AFTER.get(kind, kind)
            return as_it_is.kept(study.standing, before, self._line(text, after))
        if intent == "logistics":
            return as_it_is.toward_feeling(reading.analysis, next(iter(study.things), ""))
        feeling = wish.feeling if wish.feeling in self._words.feelings else study.feelings[0]
        need = wish.need if wish.need in self._words.needs else study.needs[0]
        use = study.message.main[0].tense if study.guessed else "doubt" if study.doubt else _FRAME_USE.get(intent)
        parts = Parts(
            feeling=self._words.feelings[str(feeling)].word,
            need=self._words.needs[str(need)].clause,
            requests=self._invitations(text) if use == "invite" else self._requests(study, lines),
            perspective=lines.perspectives[0],
            opening=self._line(text, use) if use in {"invite", "reassure"} else "",
            statement=self._invited(reading, study) if use == "invite" else study.doubt,
            guessed=study.guessed,
        )
        if study.account and use is None:
            past = bool(study.message.main) and study.message.main[-1].tense == "past"
            sure = study.sure >= LIKELY and not study.unclear or bool(wish.feeling or wish.need)
            theirs = any(one.to_you for one in study.message.main) or study.account.speaks_of_you
            chosen = bool(wish.feeling or wish.need)
            felt = frozenset[int]() if chosen else study.felt
            if intent == "plain" and not (theirs or sure or chosen):  # nothing tells what was felt
                felt = study.account.tokens
                parts = replace(parts, requests=dict.fromkeys(parts.requests, self._line(text, "news_end")))
            told = study.account.without_ask() if chosen else study.account
            if told.ask is not None and not sure:
                parts = replace(parts, perspective=self._line(text, "request"))
            return self._drafter.accounts(text, study.message, told, parts, past=past, felt=felt, sure=sure)
        return self._drafter.drafts(text, study.message, parts, use)

    @staticmethod
    def _invited(reading: Reading, study: Study) -> str:
        """What is told before a wish for closeness, said to whom it concerns."""
        if study.account and study.message.target.described:
            return " ".join(one.text for one in study.account.pieces)
        return as_it_is.own_sentences(reading.parsed, reading.analysis)

    @staticmethod
    def _requests(study: Study, lines: Lines) -> dict[Style, str]:
        return requests(
            study.message, lines.requests, unclear=study.unclear, guessed=study.guessed, blamed=study.blamed
        )

    def _invitations(self, text: str) -> dict[Style, str]:
        """A wish for time together, one for each style."""
        lines = [opening.text for opening in self._library.openings if opening.use == "wish"]
        first = crc32(text.encode())
        styles: tuple[Style, ...] = ("gentle", "direct", "brief")
        return {style: lines[(first + step) % len(lines)] for step, style in enumerate(styles)}

    def _line(self, text: str, use: str) -> str:
        lines = [opening.text for opening in self._library.openings if opening.use == use]
        return lines[crc32(text.encode()) % len(lines)]

    def _notes(self, reading: Reading, study: Study) -> tuple[str, ...]:
        kept = study.to_say or study.standing
        feels = bool(study.message.feeling_words or self._words.own(reading.parsed))
        kind = kept.kind if kept else "doubted" if study.doubt else None
        seen = any((study.account, study.message.main, study.message.wants, study.message.context))
        uses = note_uses(reading, study.message, kind, seen=seen, guessed=study.guessed, feels=feels)
        return tuple(note.text for use in uses for note in self._library.notes if note.when == use)
