"""The guard: what no suggestion may hold, whoever wrote it. Composed text is parsed in one batch; curated text is guarded by the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.language.analyse import Analyser
from coach.language.parse import Parsed, parse_many
from coach.language.questions import read_question
from coach.library.load import Library
from coach.model import IStatement, Item, PlanPart, Question, Reading, Response, Slot
from coach.suggest import verdicts
from coach.suggest.new_facts import NewFacts, words_of
from coach.suggest.own_words import own_words

OFFLINE = "offline"
_QUESTION_WORDS = 25
_DRAFT_WORDS = {"gentle": 80, "direct": 70, "brief": 32}
_LINE_WORDS = 32
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MINE = re.compile(r"\b(?:i|i['’]\w+|my|me|we|us|our)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:i|i['’]\w+|my|me|myself)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\?|\b(?:i['’]d (?:like|love)|i would (?:like|love)|i hope|i ask|can we|could we|let['’]s|please)\b", re.IGNORECASE
)
_ASKING = re.compile(
    r"(?:and |so |then )?(?:what|how|which|when|where|who|whose|if|in what|to what|for what|at what|on what|from what)\b",
    re.IGNORECASE,
)
_TELL = re.compile(r"(?:please )?(?:tell me|help me (?:see|understand)|describe|walk me through)\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b")
_WHY = re.compile(r"\A(?:but |and |so )?(?:why|how come|how could you|what were you thinking)\b", re.IGNORECASE)


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
        for text in _texts(item):
            yield from verdicts.faults(text, reading.situation.text)
        if isinstance(item, IStatement):
            yield from self._draft(reading, item, read)
        elif isinstance(item, Question):
            yield from self._asked(reading, item.text, read)
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
        if not words & self._feelings:
            yield "it names no feeling"
        if not _MINE.search(draft.text):
            yield "it is not said in the person's own voice"
        if not _ASKS.search(draft.text):
            yield "it asks for nothing"
        if draft.perspective and not verdicts.hedged(draft.perspective):
            yield "the other's view is not hedged with may or might"
        if not own_words(draft.text, original).spans:
            yield "none of the person's own words are left"

    def _asked(self, reading: Reading, text: str, read: dict[str, Parsed]) -> Iterator[str]:
        findings = self._analyser.findings(read[text])
        asked = read_question(read[text], findings)
        yield from self._new_facts.off_topic(read[text], reading)
        yield from _too_long(text, _QUESTION_WORDS)
        if text.count("?") > 1 or len(read[text].sentences) > 1:
            yield "it is more than one question"
        if asked.blaming or findings or _WHY.search(text):
            yield "the question sounds like an attack"
        if not asked.open:
            yield "it can be answered with yes or no"
        absent = {word for word in _THIRD.findall(text.lower()) if word not in reading.parsed.words}
        if absent:
            yield "it speaks about somebody, and not to the other"
        if not (text.endswith("?") and _ASKING.match(text)) and not _TELL.match(text):
            yield "it is no question that begins with what, how or tell me"

    def _response(self, reading: Reading, response: Response, read: dict[str, Parsed]) -> Iterator[str]:
        from coach.language.replies import read_reply  # its many cues take a moment to compile

        known = words_of(reading.parsed)
        for text in _texts(response):
            yield from self._new_facts.in_talk(read[text].doc, known)
            yield from _too_long(text, _LINE_WORDS)
        yield from self._new_facts.off_topic(read[response.text], reading, read[response.they_say].doc)
        yield from self._stings(read[response.text])
        yield from verdicts.reply_faults(response.text)
        if not response.they_say or not response.avoid or not response.avoid_why:
            yield "something of it is missing"
        elif not read_reply(read[response.they_say], read[response.text]).good:
            yield "it does not show that the other was heard"

    def _line(self, reading: Reading, slot: Slot, text: str, read: dict[str, Parsed]) -> Iterator[str]:
        if slot == "your_part":
            yield from self._asked(reading, text, read)
            if not _OWN.search(text):
                yield "it does not ask about the person's own part"
            return
        yield from self._stings(read[text])
        yield from self._new_facts.off_topic(read[text], reading)
        yield from _too_long(text, _LINE_WORDS)
        if not verdicts.shows_their_view(text):
            yield "it is not the other's view, hedged with may or might from its first words"

    def _stings(self, parsed: Parsed) -> Iterator[str]:
        """Blame that the patterns find or the encoder hears; where only one of the two is sure, silence is not the safe side."""
        for finding in dict.fromkeys((*self._analyser.findings(parsed), *self._analyser.analyse(parsed).findings)):
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


def _too_long(text: str, most: int) -> Iterator[str]:
    if len(text.split()) > most or len(text) > most * 9:
        yield f"it is longer than {most} words"
