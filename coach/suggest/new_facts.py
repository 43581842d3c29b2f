"""Facts in a suggestion that the person never told: names, numbers, days, things, and what the other is said to have done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from coach.language.people import PEOPLE, SELF, YOU
from coach.suggest.concerns import log_chances
from coach.suggest.verdicts import hedged

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.language.parse import Parsed
    from coach.library.load import Library
    from coach.model import Reading

# Words of talking and of any day, which claim nothing about this case.
_GENERAL = frozenset(
    """thing time moment minute day evening while way lot bit part word side talk chat conversation mind heart hand help care plan idea turn
    thought feeling need hope wish support team balance difference space place kind sense load work effort question answer reason life
    home we us both together chance weight load closeness connection respect trust rest sleep attention step someone people person everyone
    partner relationship friendship other situation issue change understanding matter partnership week weekend month year today tonight
    tomorrow morning night hour end eye ear voice word memory o'clock response
    comfortable experience visible aware ready honest gentle calm clear safe important difficult alone quiet private special usual possible
    glad busy free welcome heavy tough rough raw lost proud shy warm cold full empty explain describe wish fear realise realize surprise
    bother trust prefer respect rely carry handle manage agree offer accept suggest""".split()
)
_DONE = frozenset(
    """be have do say tell talk make get go come feel know seem mean happen see hear need want like love care look let give take find keep
    think matter understand share help listen sound become work try hold miss""".split()
)
_WORD = re.compile(r"[a-z]+")
_NEED = re.compile(r"\b(?:need|matters? to me|important to me)\b", re.IGNORECASE)
_NUMBERS = frozenset({"one", "two", "first", "second"})
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?")
_ABSTRACT = re.compile(r"[a-z]+(?:ness|tion|sion|ity|ship)s?")
_EVERYWHERE = 7  # a word that our own texts use for so many topics belongs to none
_NEAR = 6  # concerns of a message whose words are no news in it
# Who may be called by another word; whoever is in no row with somebody of the message is a new person.
_SAME_PERSON = tuple(
    frozenset(row.split())
    for row in (
        "kid kids child children teen teenager son daughter baby stepson stepdaughter stepchild grandchild",
        "mother mom mum mama mummy ma father dad daddy papa parent parents in-laws mother-in-law father-in-law family",
        "boss manager supervisor colleague coworker co-worker teammate team lead",
        "husband wife partner boyfriend girlfriend fiance spouse ex",
        "friend friends mate bestie pal",
        "flatmate roommate housemate lodger tenant",
        "brother sister sibling brother-in-law sister-in-law family",
        "person people someone somebody everyone everybody man woman guy boy girl",
    )
)
_ANYBODY = _SAME_PERSON[-1] | {"partner", "friend", "friends", "team", "parent", "parents", "child", "children"}
_TELLING = frozenset({"NOUN", "VERB", "ADJ"})
_ASKS = ("would", "could", "can", "will", "shall", "may")


class NewFacts:
    """Compares suggestions with a message. ``library`` gives the words that are nobody's facts: feelings, needs, frames."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._needs = _words([text for need in library.needs for text in (need.clause, need.name)])

    @cached_property
    def _spread(self) -> dict[str, set[str]]:
        """Each word of our own texts → the topics it is used for."""
        spread: dict[str, set[str]] = defaultdict(set)
        for topics, text in self._own_texts():
            for word in _WORD.findall(text.lower()):
                spread[word].update(topics)
        return spread

    def _own_texts(self) -> Iterator[tuple[Iterable[str], str]]:
        everywhere = [f"any {i}" for i in range(_EVERYWHERE)]
        for entry in self._library.responses:
            for text in (entry.text, entry.they_say, entry.avoid, entry.avoid_why):
                yield (everywhere if not entry.topics else entry.topics), text
        for question in self._library.act_questions:
            yield everywhere, question.text
        for opening in self._library.openings:
            yield everywhere, opening.text
        for deed in self._library.deeds:
            for text in (*deed.requests, *deed.perspectives):
                yield everywhere, text
        for topic in self._library.topics:
            yield (topic.id,), " ".join((*topic.lemmas, *topic.phrases))
        for concern in self._library.concerns:
            asked = [
                one for question in concern.questions for one in (question.text, *(f.ask for f in question.follow_ups))
            ]
            for text in (*asked, *concern.perspectives, *concern.requests, *concern.words, *concern.things):
                yield concern.topics, text
        for deck in self._library.decks:
            for card in deck.cards:
                yield card.topics, " ".join((card.text, *(follow.ask for follow in card.follow_ups)))

    def in_draft(self, parsed: Parsed, known: frozenset[str]) -> Iterator[str]:
        """New facts of a draft. In a request, and in what is hedged, things may be new; names and numbers may not."""
        for sentence in parsed.doc.sents:
            yield from self.in_talk(sentence, known, maybe=sentence.text.rstrip().endswith("?"))
            if not _open_to_new(sentence):
                allowed = known | _GENERAL | (self._needs if _NEED.search(sentence.text) else frozenset())
                yield from _told(t for t in sentence if t.pos_ == "NOUN" and t.lemma_.lower() not in allowed)
                yield from _told(t for t in sentence if _done_by_you(t) and t.lemma_.lower() not in known | _DONE)

    def in_talk(self, tokens: Iterable[Token], known: frozenset[str], *, maybe: bool = False) -> Iterator[str]:
        """Names and numbers that the person did not tell; what only may be said or done may have a day or a small number (``maybe``)."""
        yield from _told(
            token
            for token in tokens
            if (token.pos_ == "PROPN" or token.like_num or token.pos_ == "NUM")
            and token.lower_ not in _NUMBERS
            and token.lower_ not in YOU | SELF | PEOPLE
            and not {token.lower_, token.lemma_.lower()} & known
            and not (maybe and (token.like_num and token.is_alpha or _WEEKDAY.fullmatch(token.lower_)))
            and not (token.pos_ == "PROPN" and token.is_sent_start and token.lower_ in self._spread)
        )

    def off_topic(
        self, parsed: Parsed, reading: Reading, said: Iterable[Token] = (), *, maybe: bool = False
    ) -> Iterator[str]:
        """New names, people and things: what neither the message, nor what was ``said``, nor our own texts on its concerns and topics name."""
        known = words_of(reading.parsed) | {token.lemma_.lower() for token in said}
        near = self.near(reading)
        for sentence in parsed.doc.sents:
            yield from self.in_talk(sentence, known, maybe=maybe or _open_to_new(sentence))
        yield from _told(
            token
            for token in parsed.doc
            if not {token.lower_, token.lemma_.lower()} & known
            and (
                self._is_new_person(token, known, near)
                if token.pos_ == "NOUN" and token.lower_ in PEOPLE
                else token.pos_ in _TELLING and not token.is_stop and not self._is_talk(token, near)
            )
        )

    def near(self, reading: Reading) -> frozenset[str]:
        """The topics of a message and of the concerns that are heard in it."""
        heard = log_chances("concern", reading.parsed.encoding.whole)
        likely = sorted(heard, key=heard.__getitem__)[-_NEAR:]
        topics = (topic for concern in self._library.concerns if concern.id in likely for topic in concern.topics)
        return frozenset((*reading.analysis.topics, *topics))

    def names_topic(self, parsed: Parsed, near: frozenset[str]) -> bool:
        """Whether a text holds a word that our own texts keep for these topics."""
        return any(
            1 <= len(of) < _EVERYWHERE + 3 and not near.isdisjoint(of)
            for token in parsed.doc
            if token.pos_ in {"NOUN", "VERB", "ADJ"} and not token.is_stop
            for of in (self._spread.get(token.lower_, set()) | self._spread.get(token.lemma_.lower(), set()),)
        )

    def _is_new_person(self, token: Token, known: frozenset[str], near: frozenset[str]) -> bool:
        alike = any(token.lower_ in row and not row.isdisjoint(known) for row in _SAME_PERSON)
        yours = any(child.lower_ in {"your", "my", "new"} for child in token.children)
        expected = not yours and not near.isdisjoint(self._spread.get(token.lower_, ()))
        return not alike and token.lower_ not in _ANYBODY and not expected

    def _is_talk(self, token: Token, near: frozenset[str]) -> bool:
        """A thing of any talk, or of a talk on these topics."""
        words = (token.lower_, token.lemma_.lower())
        if not _GENERAL.isdisjoint(words) or not self._needs.isdisjoint(words) or _ABSTRACT.fullmatch(token.lower_):
            return True
        return any(len(of) >= _EVERYWHERE or not near.isdisjoint(of) for of in map(self._spread.get, words) if of)


def words_of(parsed: Parsed) -> frozenset[str]:
    """The words of a message and their base forms."""
    return frozenset(parsed.lower) | {token.lemma_.lower() for token in parsed.doc}


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()))


def _open_to_new(sentence: DocSpan) -> bool:
    words = sentence.text.lower()
    return words.rstrip().endswith("?") or hedged(words) or any(f" {ask} you " in f" {words}" for ask in _ASKS)


def _done_by_you(token: Token) -> bool:
    return token.pos_ == "VERB" and any(
        child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in YOU for child in token.children
    )


def _told(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        yield f"“{token.text}” is not in what the person told"
