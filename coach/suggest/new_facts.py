"""Facts in a suggestion that the person never told: names, numbers, days, things, and what the other is said to have done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.language.people import PEOPLE, SELF, YOU
from coach.suggest.verdicts import hedged

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.language.parse import Parsed
    from coach.library.load import Library
    from coach.model import Reading, Topic

# Words of talking and of any day, which claim nothing about this case.
_GENERAL = frozenset(
    """thing time moment minute day evening while way lot bit part word side talk chat conversation mind heart hand help care plan idea turn
    thought feeling need hope wish support team balance difference space place kind sense load work effort question answer reason life
    home we us both together chance weight load closeness connection respect trust rest sleep attention step someone people person everyone
    partner relationship friendship other situation issue change understanding matter partnership""".split()
)
_DONE = frozenset(
    """be have do say tell talk make get go come feel know seem mean happen see hear need want like love care look let give take find keep
    think matter understand share help listen sound become work try hold miss""".split()
)
_WORD = re.compile(r"[a-z]+")
_NEED = re.compile(r"\b(?:need|matters? to me|important to me)\b", re.IGNORECASE)
_NUMBERS = frozenset({"one", "two", "first", "second"})
_ASKS = ("would", "could", "can", "will", "shall", "may")


class NewFacts:
    """Compares suggestions with a message. ``library`` gives the words that are nobody's facts: feelings, needs, frames."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._needs = _words([text for need in library.needs for text in (need.clause, need.name)])
        self._talk = self._needs | _words(
            [text for entry in library.responses for text in (entry.text, entry.they_say)]
            + [question.text for question in library.act_questions]
        )
        self._topics: dict[Topic, frozenset[str]] = {}

    def in_draft(self, parsed: Parsed, known: frozenset[str]) -> Iterator[str]:
        """New facts of a draft. In a request, and in what is hedged, things may be new; names and numbers may not."""
        for sentence in parsed.doc.sents:
            yield from self.in_talk(sentence, known)
            if not _open_to_new(sentence):
                allowed = known | _GENERAL | (self._needs if _NEED.search(sentence.text) else frozenset())
                yield from _told(t for t in sentence if t.pos_ == "NOUN" and t.lemma_.lower() not in allowed)
                yield from _told(t for t in sentence if _done_by_you(t) and t.lemma_.lower() not in known | _DONE)

    def in_talk(self, tokens: Iterable[Token], known: frozenset[str]) -> Iterator[str]:
        """Names and numbers that the person did not tell."""
        yield from _told(
            token
            for token in tokens
            if (token.pos_ == "PROPN" or token.like_num or token.pos_ == "NUM")
            and token.lower_ not in _NUMBERS
            and token.lower_ not in YOU | SELF | PEOPLE
            and not {token.lower_, token.lemma_.lower()} & known
        )

    def off_topic(self, parsed: Parsed, reading: Reading, said: Iterable[Token] = ()) -> Iterator[str]:
        """New names and numbers, and things that neither the message, nor what was ``said``, nor our own questions on its topics name."""
        known = words_of(reading.parsed) | {token.lemma_.lower() for token in said}
        yield from self.in_talk(parsed.doc, known)
        allowed = known.union(
            _GENERAL, self._talk, PEOPLE, *(self._of_topic(topic) for topic in reading.analysis.topics)
        )
        yield from _told(t for t in parsed.doc if t.pos_ == "NOUN" and not {t.lower_, t.lemma_.lower()} & allowed)

    def _of_topic(self, topic: Topic) -> frozenset[str]:
        """The words of our own questions on a topic."""
        if topic not in self._topics:
            cards = [card for deck in self._library.decks for card in deck.cards if topic in card.topics]
            self._topics[topic] = _words(
                [card.text for card in cards] + [f.ask for card in cards for f in card.follow_ups]
            )
        return self._topics[topic]


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
