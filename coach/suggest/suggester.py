"""Reading → the items of every slot, in the order a person needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from zlib import crc32

from coach.language.analyse import Analyser
from coach.language.encoder import encoder
from coach.language.parse import Parsed
from coach.library.load import Library
from coach.library.wording import Concern, Deed, FrameUse
from coach.model import (
    Analysis,
    Choice,
    Intent,
    Invitation,
    IStatement,
    Item,
    Proposals,
    Reading,
    Relation,
    Slot,
    Style,
    Topic,
    Wish,
)
from coach.suggest import as_it_is
from coach.suggest.choose_cards import CardChooser
from coach.suggest.concerns import ConcernChooser, log_chances
from coach.suggest.deeds import DeedChooser
from coach.suggest.facts import Facts
from coach.suggest.feelings import FeelingWords, unique
from coach.suggest.fitting import Fitting, Said, said
from coach.suggest.follow_ups import follow_ups, from_card
from coach.suggest.i_statement import Drafter, Parts
from coach.suggest.kinds import Kind, Standing, standing
from coach.suggest.message import Message, exact, sort_message, unseen, unsorted
from coach.suggest.moments import moment
from coach.suggest.notes import note_uses
from coach.suggest.preparation import preparation
from coach.suggest.relation import likely_relation
from coach.suggest.requests import belongs, requests
from coach.suggest.set_aside import sentence
from coach.suggest.things import all_things
from coach.suggest.to_say import ToSay, to_say
from coach.suggest.validation import responses
from coach.suggest.wondering import Doubt, wondering

_CHOICES = 8
_FOND = ("lonely", "wistful", "hopeful", "tender", "fond", "curious")
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
_TOLD: frozenset[Intent] = frozenset({"complaint", "plain"})
_NO_MOMENT = frozenset(
    {"label", "stonewalling", "absolute"}
)  # a door slammed shut tells of no moment, not even of a likely one
_CALMEST = -4.0  # odds of blame below which a message is all but certainly heard without any
_UNHEARD = -9.0  # log of the chance of a feeling or need that no labelled sentence names
_FITS = 2.5  # what a feeling or need gains, in log odds, by being one that goes with what is surely the matter
_DEED = 0.9  # how surely a matter is what its verb says
_BROAD = 0.5  # how likely a broad need is where the matter has no name, beside those of what is surely the matter
_CLOSENESS: tuple[Topic, ...] = ("affection_appreciation", "time_together")
_FRAME_USE: dict[Intent, FrameUse] = {"invitation": "invite", "reassurance": "reassure"}


@dataclass(frozen=True)
class _Study:
    """What every suggestion for one reading is made from."""

    message: Message
    concerns: list[Concern]
    source: Concern | Deed  # of requests and of the other's view
    topics: tuple[Topic, ...]
    relation: Relation | None
    feelings: list[str]
    needs: list[str]
    things: tuple[str, ...]
    guessed: bool  # the main point is the concern's, not the person's own
    unclear: bool  # what it is about has no name here
    heard: Said
    sure: float  # the chance that the source is what it is about
    to_say: ToSay | None  # it tells of nothing the other did, but of what the writer has to say
    doubt: str  # what the writer wonders, where all that is told is a verdict
    standing: Standing | None  # it can stand in its own words


class Suggester:
    """Composes suggestions from a reading and the library. ``analyser`` tells which recast facts are free of blame."""

    def __init__(self, analyser: Analyser, library: Library) -> None:
        self._facts = Facts(analyser)
        self._library = library
        self._words = FeelingWords(library)
        self._concerns = ConcernChooser(library.concerns)
        self._deeds = DeedChooser(library.deeds)
        self._fitting = Fitting((*library.concerns, *library.deeds))
        self._cards = CardChooser(library.decks)
        self._drafter = Drafter(library.frames)

    def proposals(self, reading: Reading) -> Proposals:
        """Feelings and needs that fit, best first."""
        study = self._study(reading)
        return Proposals(
            feelings=tuple(Choice(id=one, word=self._words.feelings[one].word) for one in study.feelings[:_CHOICES]),
            needs=tuple(Choice(id=one, word=self._words.needs[one].name) for one in study.needs[:_CHOICES]),
        )

    def message(self, reading: Reading) -> Message:
        """What a text holds, sorted; nothing is taken from one in another language."""
        if reading.analysis.language != "en":
            return unsorted(reading.analysis.text)
        return sort_message(reading.parsed, reading.analysis, self._facts, self._words)

    def suggest(self, reading: Reading, wish: Wish) -> Iterator[tuple[Slot, tuple[Item, ...]]]:
        """Slots with their items; drafts first."""
        text, intent = reading.situation.text, reading.analysis.intent
        study = self._study(reading)
        yield "note", self._notes(reading, study)
        if not text.strip():
            return
        yield "drafts", self._drafts(reading, study, wish)
        if intent not in _AS_IT_IS and not study.to_say and not study.standing:
            yield "later", study.message.later
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

    def _study(self, reading: Reading) -> _Study:
        parsed: Parsed = reading.parsed
        analysis, situation = reading.analysis, reading.situation
        topics = tuple(dict.fromkeys(((situation.topic,) if situation.topic else ()) + analysis.topics))
        if analysis.intent in {"invitation", "reassurance"}:
            topics = tuple(dict.fromkeys((*_CLOSENESS, *(topic for topic in topics if topic != "communication"))))
        message = self.message(reading)
        relation = situation.relation or likely_relation(parsed, message.target)
        doubt = self._doubt(parsed, message) if analysis.intent in _TOLD else None
        if doubt:
            later = tuple(line for line in message.later if line != sentence(doubt.verdict))
            message = replace(message, main=(), story=(), later=later, things=())
        theirs = [one for one in message.main if one.to_you] or message.main
        main = frozenset(i for one in theirs for i in one.tokens)
        chosen = self._concerns.choose(parsed, main, topics, relation)
        invited = analysis.intent == "invitation"
        concerns = self._concerns.stand_ins(_CLOSENESS) if invited else chosen.sure
        kinds = {finding.kind for finding in analysis.findings}
        only_labels = kinds == {"label"} or "stonewalling" in kinds <= _NO_MOMENT
        seen = doubt or not message.doubtful and (message.main or message.wants or message.context)
        fits = bool(concerns) and not concerns[0].general
        guessed = analysis.intent in _TOLD and fits and not seen and not only_labels
        if guessed:
            about = [noun for noun in message.named if belongs(noun, concerns[0])]
            message = unseen(message, (moment(concerns[0], parsed),), about)
        elif message.doubtful and analysis.intent in _TOLD:
            message = unseen(message, (), ())
        deed = None if guessed or chosen.clear else self._deeds.named(parsed, message.main)
        likely = next((one for one in concerns[:1] if guessed or invited or not one.general), None)
        source = (not doubt and (deed or likely)) or self._deeds.other(message.main)
        unclear = deed is None and not guessed and not chosen.clear
        matter = [(source, 0.0 if unclear else 1.0), *zip(chosen.concerns, chosen.chances, strict=True)]
        alike = list(self._words.look_alikes(parsed))
        named = [feeling for word in message.feeling_words for feeling in self._words.named(word)]
        beneath = [feeling for one in alike for feeling in one.beneath]
        particular = [(one, worth) for one, worth in matter if not (unclear and one in self._concerns.general)]
        fitting = _FOND if invited else _ranked("feeling", parsed, [(one.feelings, worth) for one, worth in particular])
        nameless = unclear and analysis.intent in _TOLD
        at_stake = [(one.needs, worth) for one, worth in matter] + [(self._words.broad, _BROAD)] * nameless
        needs = [*(need for one in alike for need in one.needs[:1]), *_ranked("need", parsed, at_stake)]
        unsaid = _unsaid(parsed, analysis)
        unmarked = unsaid is None and not analysis.findings and self._facts.unmarked(parsed)
        calm = unmarked and float(encoder().head("blame", parsed.encoding.whole)[0]) < _CALMEST
        return _Study(
            message,
            concerns,
            source,
            topics,
            relation,
            unique([*self._words.own(parsed), *named, *beneath, *fitting], self._words.feelings),
            unique(needs, self._words.needs),
            message.things or all_things(parsed),
            guessed,
            unclear,
            said(situation.text, () if guessed else message.main, topics, relation),
            _DEED if isinstance(source, Deed) else chosen.chances[0],
            unsaid,
            doubt.text if doubt else "",
            standing(parsed, analysis, message, calm=calm) if unmarked else None,
        )

    def _doubt(self, parsed: Parsed, message: Message) -> Doubt | None:
        """The doubt in a message that tells of nothing else, if no blame is heard in it."""
        doubt = None if message.wants or message.context else wondering(parsed, message.target)
        if doubt is None or any(not one.tokens <= doubt.tokens for one in message.main):
            return None
        return doubt if self._facts.clean([doubt.text])[0] else None

    def _drafts(self, reading: Reading, study: _Study, wish: Wish) -> tuple[IStatement, ...]:
        text, intent = reading.situation.text, reading.analysis.intent
        if study.to_say:
            return as_it_is.said(
                study.to_say,
                self._words.feelings[next((one for one in study.feelings if one in _ON_TELLING), "nervous")].word,
                lambda use: self._line(text, use),
            )
        if study.standing:
            kind = study.standing.kind
            before = self._line(text, _BEFORE[kind]) if kind in _BEFORE else ""
            after = "praise" if kind == "thanks" and not _THANKS.search(text) else _AFTER.get(kind, kind)
            return as_it_is.kept(study.standing, before, self._line(text, after))
        if intent == "logistics":
            return as_it_is.toward_feeling(reading.analysis, next(iter(study.things), ""))
        feeling = wish.feeling if wish.feeling in self._words.feelings else study.feelings[0]
        need = wish.need if wish.need in self._words.needs else study.needs[0]
        other = self._deeds.other(() if study.guessed else study.message.main)
        lines = self._fitting.lines(study.source, other, study.message.things[:1], study.heard, study.sure)
        use = study.message.main[0].tense if study.guessed else "doubt" if study.doubt else _FRAME_USE.get(intent)
        parts = Parts(
            feeling=self._words.feelings[str(feeling)].word,
            need=self._words.needs[str(need)].clause,
            requests=self._invitations(text)
            if use == "invite"
            else requests(study.message, lines.requests, unclear=study.unclear, guessed=study.guessed),
            perspective=lines.perspectives[0],
            opening=self._line(text, use) if use in {"invite", "reassure"} else "",
            statement=as_it_is.own_sentences(reading.parsed, reading.analysis) if use == "invite" else study.doubt,
            guessed=study.guessed,
        )
        return self._drafter.drafts(text, study.message, parts, use)

    def _invitations(self, text: str) -> dict[Style, str]:
        """A wish for time together, one for each style."""
        lines = [opening.text for opening in self._library.openings if opening.use == "wish"]
        first = crc32(text.encode())
        styles: tuple[Style, ...] = ("gentle", "direct", "brief")
        return {style: lines[(first + step) % len(lines)] for step, style in enumerate(styles)}

    def _line(self, text: str, use: str) -> str:
        lines = [opening.text for opening in self._library.openings if opening.use == use]
        return lines[crc32(text.encode()) % len(lines)]

    def _notes(self, reading: Reading, study: _Study) -> tuple[str, ...]:
        kept = study.to_say or study.standing
        feels = bool(study.message.feeling_words or self._words.own(reading.parsed))
        kind = kept.kind if kept else "doubted" if study.doubt else None
        uses = note_uses(reading, study.message, kind, guessed=study.guessed, feels=feels)
        return tuple(note.text for use in uses for note in self._library.notes if note.when == use)


def _tells_nothing(message: Message) -> bool:
    return not message.main and not message.wants and not message.context


def _ranked(head: str, parsed: Parsed, fitting: Sequence[tuple[Sequence[str], float]]) -> list[str]:
    """Ids of feelings or needs, likeliest first: those that the encoder hears, and sooner those of the matter, by how sure each is."""
    heard = log_chances(head, parsed.encoding.whole)
    fits: dict[str, float] = dict.fromkeys(heard, 0.0)
    for ids, worth in fitting:
        fits |= {one: fits.get(one, 0.0) + _FITS * worth for one in ids}
    return sorted(fits, key=lambda one: (-heard.get(one, _UNHEARD) - fits[one], one))


def _unsaid(parsed: Parsed, analysis: Analysis) -> ToSay | None:
    """What the writer has to say, where there is no grievance in it."""
    return None if exact(analysis.findings) else to_say(parsed)
