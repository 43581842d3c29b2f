"""The guard: what no suggestion may hold, whoever wrote it. Composed text is parsed in one batch; curated text is guarded by the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coach.language.analyse import Analyser
from coach.language.parse import Parsed, parse_many
from coach.language.people import PEOPLE
from coach.library.load import Library
from coach.model import IStatement, Item, PlanPart, Question, Reading, Response, Slot
from coach.suggest import asked, grammar, roles, sense, verdicts
from coach.suggest.new_facts import NewFacts, words_of
from coach.suggest.own_words import own_words

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFLINE = "offline"
_QUESTION_WORDS = 25
_DRAFT_WORDS = {"gentle": 80, "direct": 70, "brief": 32}
_LEAST_WORDS = 4
_LINE_WORDS = 32
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MINE = re.compile(r"\b(?:i|i['’]\w+|my|me|we|us|our)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\?|\b(?:i['’]d (?:like|love)|i would (?:like|love)|i hope|i ask|can we|could we|let['’]s|please)\b", re.IGNORECASE
)
_THIRD = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b")
_GIVEN_OVER = re.compile(
    r"(?:\A|(?<=[.!] )|(?<=, and )|(?<=and ))you (?:feel|miss|are (?:tired|sad|hurt|lonely|worried))\b", re.IGNORECASE
)
_LIGHT = frozenset("thing do go get come make take say know think feel want have be let see look way time".split())
_RUN = 5  # words in a row that make the other's view a mere copy of the message


class Guard:
    """Checks the parts of a plan before anyone sees them."""

    def __init__(self, analyser: Analyser, library: Library) -> None:
        self._analyser = analyser
        self._feelings = {
            word.lower() for feeling in library.feelings for word in (feeling.word, *feeling.forms) if " " not in word
        } | {feeling.word.lower() for feeling in library.feelings}
        self._new_facts = NewFacts(library)

    def checked(self, reading: Reading, part: PlanPart) -> PlanPart:
        """The part with every item that passes.

        What the offline engine wrote, in parts of its own or as ``stand_ins``, holds curated sentences, which the tests guard,
        and recast facts, which it let the analyser read before it used them (:mod:`coach.suggest.message`): it is not parsed
        a second time.
        """
        if part.written_by == OFFLINE:
            return part
        faults = self.faults(reading, part.slot, part.items)
        kept = [i for i, fault in enumerate(faults) if i in part.stand_ins or not fault]
        stand_ins = tuple(kept.index(i) for i in part.stand_ins)
        return part.model_copy(update={"items": tuple(part.items[i] for i in kept), "stand_ins": stand_ins})

    def faults(self, reading: Reading, slot: Slot, items: Sequence[Item]) -> list[tuple[str, ...]]:
        """For each item of a part what is wrong with it, in plain words; empty when nothing is."""
        texts = list(dict.fromkeys(text for item in items for text in _texts(item)))
        read = dict(zip(texts, parse_many(texts, encode=True), strict=True))
        return [tuple(dict.fromkeys(self._faults(reading, slot, item, read))) for item in items]

    def _faults(self, reading: Reading, slot: Slot, item: Item, read: dict[str, Parsed]) -> Iterator[str]:
        if isinstance(item, Response) and not (item.text.strip() and item.they_say.strip()):
            yield "something of it is missing"
            return
        for text in _texts(item):
            example = isinstance(item, Response) and text != item.text
            yield from verdicts.faults(text, reading.situation.text, talk=isinstance(item, Response), example=example)
            if not example and _is_whole(item, text):
                yield from grammar.faults(read[text])
        main = item if isinstance(item, str) else getattr(item, "text", "")
        said = read[item.they_say] if isinstance(item, Response) else None
        yield from roles.faults(read[main], reading, said)
        if main in read and not sense.makes_sense(slot, read[main].encoding):
            yield "it does not make sense as one of these"
        if isinstance(item, IStatement):
            yield from self._draft(reading, item, read)
        elif isinstance(item, Question):
            yield from self._asked(reading, item.text, read)
            if asked.is_about_nothing(item.text) and not self._linked(reading, read[item.text]):
                yield "it names nothing of this case"
            if len(item.text.split()) < _LEAST_WORDS:
                yield "it breaks off"
            if asked.asks_for_a_fact(item.text):
                yield "it asks for a fact, not for what the other has to tell"
            for step in item.follow_ups:
                yield from self._asked(reading, step.ask, read)
                yield from _too_long(step.when, _LINE_WORDS)
        elif isinstance(item, Response):
            yield from self._response(reading, item, read)
        elif isinstance(item, str):
            yield from self._line(reading, slot, item, read)

    def _draft(self, reading: Reading, draft: IStatement, read: dict[str, Parsed]) -> Iterator[str]:
        original = reading.situation.text
        known = words_of(reading.parsed)
        for text in _texts(draft):
            yield from self._stings(read[text])
            yield from self._new_facts.in_draft(read[text], known)
        yield from _too_long(draft.text, _DRAFT_WORDS[draft.style])
        words = {word.lower() for word in _WORD.findall(draft.text)}
        named = {word.lower() for word in _WORD.findall(draft.feeling)} - {"and", "a", "bit", "little"}
        if draft.feeling and not (draft.feeling.lower() in self._feelings or named <= self._feelings):
            yield f"“{draft.feeling}” is not a feeling"
        if reading.analysis.intent == "complaint" and not words & (self._feelings | {"miss"}):
            yield "it names no feeling"
        if _GIVEN_OVER.search(draft.text):
            yield "it gives the person's feeling to the other"
        if not _MINE.search(draft.text):
            yield "it is not said in the person's own voice"
        if not _ASKS.search(draft.text):
            yield "it asks for nothing"
        if draft.perspective and not verdicts.hedged(draft.perspective):
            yield "the other's view is not hedged with may or might"
        if not own_words(draft.text, original).spans:
            yield "none of the person's own words are left"

    def _asked(self, reading: Reading, text: str, read: dict[str, Parsed]) -> Iterator[str]:
        yield from self._new_facts.off_topic(read[text], reading)
        yield from _too_long(text, _QUESTION_WORDS)
        if asked.asks_what_is_known(text, words_of(reading.parsed)):
            yield "it asks what a thing is that the message names"
        yield from asked.faults(text, read[text], self._analyser.findings(read[text]))
        spoken_of = reading.parsed.words | {word for word in read[text].words if word in PEOPLE}
        if spoken_of.isdisjoint(PEOPLE | {"he", "she", "him", "her", "his"}) and _THIRD.search(text.lower()):
            yield "it speaks about somebody, and not to the other"

    def _linked(self, reading: Reading, parsed: Parsed) -> bool:
        """Whether a text names a thing or a deed of the message, or of its topics."""
        known = {token.lemma_.lower() for token in reading.parsed.doc if _has_meaning(token)}
        own = any(token.lemma_.lower() in known for token in parsed.doc if _has_meaning(token))
        return own or self._new_facts.names_topic(parsed, self._new_facts.near(reading))

    def _response(self, reading: Reading, response: Response, read: dict[str, Parsed]) -> Iterator[str]:
        from coach.language.replies import read_reply  # its many cues take a moment to compile

        known = words_of(reading.parsed)
        for text in _texts(response):
            yield from self._new_facts.in_talk(read[text].doc, known, maybe=True)
            yield from _too_long(text, _LINE_WORDS)
        yield from self._new_facts.off_topic(read[response.text], reading, read[response.they_say].doc, maybe=True)
        yield from self._stings(read[response.text])
        yield from verdicts.reply_faults(response.text)
        if not response.avoid or not response.avoid_why:
            yield "something of it is missing"
        elif not (
            verdicts.shows_hearing(response.text) or read_reply(read[response.they_say], read[response.text]).good
        ):
            yield "it does not show that the other was heard"

    def _line(self, reading: Reading, slot: Slot, text: str, read: dict[str, Parsed]) -> Iterator[str]:
        if slot == "your_part":
            yield from self._asked(reading, text, read)
            yield from asked.own_part_faults(read[text], linked=self._linked(reading, read[text]))
            if grammar.is_circular(read[text]):
                yield "it goes in a circle"
            return
        yield from self._stings(read[text])
        yield from self._new_facts.off_topic(read[text], reading)
        yield from _too_long(text, _LINE_WORDS)
        if not verdicts.shows_their_view(text):
            yield "it is not the other's view, hedged with may or might"
        if verdicts.fits_anything(text):
            yield "it would fit any message"
        if verdicts.leaves_their_side(text) or len(read[text].sentences) > 1:
            yield "it does not keep to the other's side"
        if grammar.is_circular(read[text]):
            yield "it goes in a circle"
        if _shares_run(read[text], reading.parsed):
            yield "it only says the message back"

    def _stings(self, parsed: Parsed) -> Iterator[str]:
        """Blame that the patterns find or the encoder hears; where only one of the two is sure, silence is not the safe side."""
        for finding in dict.fromkeys((*self._analyser.findings(parsed), *self._analyser.analyse(parsed).findings)):
            if finding.pattern.startswith("learned") and finding.text.lower() in self._feelings:
                continue  # a feeling by its own name is no charge
            yield f"“{finding.text}” may be heard as blame: {finding.why}"


def _texts(item: Item) -> list[str]:
    """Every text of an item that a page may show."""
    if isinstance(item, IStatement):
        texts = [item.text, item.observation, item.feeling, item.need, item.request, item.perspective]
    elif isinstance(item, Question):
        texts = [item.text, *(text for step in item.follow_ups for text in (step.when, step.ask))]
    elif isinstance(item, Response):
        texts = [item.they_say, item.text, item.avoid, item.avoid_why]
    else:
        texts = [item] if isinstance(item, str) else []
    return [text for i, text in enumerate(texts) if text or i == 0]


def _is_whole(item: Item, text: str) -> bool:
    """The parts of a draft, and how the other may answer, need be no whole sentences."""
    if isinstance(item, Question):
        return all(text != step.when for step in item.follow_ups)
    return not isinstance(item, IStatement) or text == item.text


def _has_meaning(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and not token.is_stop and token.lemma_.lower() not in _LIGHT


def _shares_run(one: Parsed, other: Parsed) -> bool:
    runs = [frozenset(zip(*(parsed.lower[i:] for i in range(_RUN)), strict=False)) for parsed in (one, other)]
    return not runs[0].isdisjoint(runs[1])


def _too_long(text: str, most: int) -> Iterator[str]:
    if len(text.split()) > most or len(text) > most * 9:
        yield f"it is longer than {most} words"
