"""One text, read once, and what can be asked about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from coach.language import heard
from coach.language.people import is_other
from coach.model import ReplyLabel, Situation
from coach.suggest.feelings import FeelingWords
from coach.suggest.message import Message

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed
    from coach.service import CoachService

_WHEN = frozenset({"when", "whenever", "after", "while", "as", "because"})
_ADJECTIVES = frozenset({"JJ", "VBN", "VBD"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_COMMON = frozenset("be have do get go say know think feel make take come see want".split())


class Study:
    """A text and what it answers, with the same service and word lists as everywhere."""

    def __init__(self, service: CoachService, words: FeelingWords, text: str, said: str = "") -> None:
        self.service, self.words = service, words
        self.reading, self.said = service.readings((Situation(text=text), Situation(text=said)))
        self.parsed: Parsed = self.reading.parsed
        self.spoken = heard.spoken(self.parsed)

    @property
    def answers(self) -> bool:
        """Whether the text answers something."""
        return bool(self.said.situation.text)

    @cached_property
    def message(self) -> Message:
        """What the text holds, sorted."""
        return self.service.message(self.reading)

    @cached_property
    def label(self) -> ReplyLabel:
        """What the text does as a reply to what was said."""
        return self.service.reply(self.said.situation.text, self.reading.situation.text).label

    @cached_property
    def scores(self) -> dict[str, float]:
        """How much its words speak for each kind of reply."""
        from coach.language.replies import rule_scores  # its many cues take a moment to compile

        return rule_scores(self.said.parsed, self.parsed)

    @cached_property
    def feelings(self) -> tuple[str, ...]:
        """The real feelings that the writer names as their own."""
        named = [*self.words.own(self.parsed), *self._after_feel()]
        return tuple(self.words.feelings[name].word for name in dict.fromkeys(named))

    def _after_feel(self) -> Iterator[str]:
        """Words that name a feeling only after "I feel": "I felt small"."""
        for token in self.parsed.doc:
            if token.lemma_ == "feel" and any(child.lower_ == "i" for child in token.children):
                for after in self.parsed.doc[token.i + 1 : token.i + 4]:
                    named = self.words.named(after.lower_)
                    if len(named) == 1:  # a look-alike has several beneath it
                        yield named[0]

    @cached_property
    def named_feelings(self) -> tuple[str, ...]:
        """The words for real feelings, whoever feels them."""
        return tuple(token.lower_ for token in self._feeling_words())

    @cached_property
    def told_feelings(self) -> tuple[str, ...]:
        """Those of somebody who is told about: "she felt tense"."""
        return tuple(
            token.lower_
            for token in self._feeling_words()
            if any(child.dep_ == "nsubj" and is_other(child) for child in token.head.children)
        )

    def _feeling_words(self) -> Iterator[Token]:
        words = {one.word.lower() for one in self.words.feelings.values()}
        return (token for token in self.parsed.doc if token.lower_ in words and token.tag_ in _ADJECTIVES)

    @cached_property
    def shared(self) -> set[str]:
        """The words that matter which stand in what was said and again in the text."""
        return _content(self.said.parsed) & _content(self.parsed)

    def hit(self, pattern: re.Pattern[str]) -> str:
        """The words of a pattern, as one reads them, or nothing."""
        found = pattern.search(self.spoken)
        if found is None:
            return ""
        words = re.sub(r" (?=n't|'|[,.?!])", "", found.group(0)).strip()
        return re.sub(r"\bi\b", "I", words)

    def told_after_when(self) -> Iterator[Message]:
        """What the clauses after "when" would hold as sentences of their own: "I feel low when you leave at six"."""
        clauses = [
            [inner for inner in head.subtree if inner.lower_ not in _WHEN or inner.head != head]
            for head in self.parsed.doc
            if head.dep_ == "advcl" and any(child.lower_ in _WHEN for child in head.children)
        ]
        texts = [self.parsed.original(clause).strip(" ,.;") for clause in clauses if clause]
        for reading in self.service.readings(Situation(text=f"{text[:1].upper()}{text[1:]}.") for text in texts):
            yield self.service.message(reading)


def _content(parsed: Parsed) -> set[str]:
    return {token.lemma_.lower() for token in parsed.doc if token.pos_ in _CONTENT} - _COMMON
