"""Which concern a message is about: what the encoder hears, and the words that call for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from coach.language.encoder import encoder
from coach.library.wording import Concern
from coach.model import Relation, Topic
from coach.suggest.own_lines import OwnLines

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.encoder import Floats
    from coach.language.parse import Parsed

_TOPIC_BONUS = (0.7, 0.45, 0.2)
_ASIDE = 0.4  # what a word counts outside the main point
_LINES = 0.65  # what the words of a concern's own lines count beside those that call for it
_FIRST = 5  # the first words of a concern are its acts; later ones are settings
_NEVER_HEARD = -12.0  # log of the chance of a concern that no labelled sentence names
_BEST = 3
_SURE, _CLEAR = 0.5, 0.65  # chances from which a concern is more than a guess, and from which it goes before a deed


@dataclass(frozen=True)
class Chosen:
    """The concerns that fit, best first, each with the chance that it is one a reader would name."""

    concerns: list[Concern]
    chances: list[float]

    @property
    def sure(self) -> list[Concern]:
        """Those that are more than a guess, best first."""
        return [one for one, chance in zip(self.concerns, self.chances, strict=True) if chance >= _SURE]

    @property
    def clear(self) -> bool:
        """The first says more surely what the matter is than the verb of the main point does."""
        return self.chances[0] >= _CLEAR and not self.concerns[0].general


class ConcernChooser:
    """Ranks concerns by the head ``concern``, by shared words (acts before settings, rarer ones more; the main point first) and by topic."""

    def __init__(self, concerns: Sequence[Concern]) -> None:
        self._concerns = concerns
        shared = Counter(word for concern in concerns for word in concern.words)
        self._weights = {
            concern.id: {
                word: (1.1 if rank < _FIRST else 0.7) / shared[word] ** 0.5 * (1.3 if " " in word else 1.0)
                for rank, word in enumerate(concern.words)
            }
            for concern in concerns
        }
        self._single = {word for word in shared if " " not in word}
        self._phrases: dict[str, list[str]] = {}
        for phrase in shared.keys() - self._single:
            self._phrases.setdefault(phrase.split()[0], []).append(phrase)
        self._lines = OwnLines(concerns)
        self.general = [concern for concern in concerns if concern.general]
        self._general: dict[Topic, Concern] = {concern.topics[0]: concern for concern in concerns if concern.general}

    def choose(
        self, parsed: Parsed, main: frozenset[int], topics: Sequence[Topic], relation: Relation | None
    ) -> Chosen:
        """The best concerns, at most three; ``main`` are the tokens of the main point, with none every word counts in full."""
        heard = log_chances("concern", parsed.encoding.whole)
        weight = float(encoder().setting("concern.words"))
        words = self.words(parsed, main, topics)
        odds = float(encoder().setting("concern.certainty"))
        scores = {
            concern.id: odds * (heard.get(concern.id, _NEVER_HEARD) + weight * words[concern.id])
            for concern in self._concerns
            if _for(concern, relation)
        }
        best = sorted((one for one in self._concerns if one.id in scores), key=lambda one: -scores[one.id])[:_BEST]
        total = float(np.logaddexp.reduce(list(scores.values())))
        return Chosen(best, [float(np.exp(scores[one.id] - total)) for one in best])

    def words(self, parsed: Parsed, main: frozenset[int], topics: Sequence[Topic]) -> dict[str, float]:
        """For each concern how much of a text calls for it by its words, by the words of its lines, and by topics."""
        anywhere = self._held(list(parsed.doc))
        inside = self._held([token for token in parsed.doc if token.i in main]) if main else anywhere
        lines = self._lines.shared(parsed.text)
        return {
            concern.id: _LINES * lines[concern.id]
            + sum(
                weights[word] * (1.0 if word in inside else _ASIDE)
                for word in sorted(anywhere & weights.keys(), key=list(weights).index)
            )
            + max(
                (bonus for bonus, topic in zip(_TOPIC_BONUS, topics, strict=False) if topic in concern.topics),
                default=0.0,
            )
            for concern in self._concerns
            for weights in (self._weights[concern.id],)
        }

    def _held(self, tokens: Sequence[Token]) -> set[str]:
        """The words and phrases that call for a concern and stand among some tokens, as a lemma, a form or in the running text."""
        words = {token.lemma_.lower() for token in tokens} | {token.lower_ for token in tokens}
        text = re.sub(r"[^\w']+", " ", "".join(token.lower_ + token.whitespace_ for token in tokens))
        begun = (phrase for word in {*text.split()} for phrase in self._phrases.get(word, ()))
        return words & self._single | {phrase for phrase in begun if f" {phrase} " in f" {text} "}

    def stand_ins(self, topics: Sequence[Topic]) -> list[Concern]:
        """The general concerns of some topics."""
        return [self._general[topic] for topic in topics if topic in self._general]


def log_chances(head: str, vector: Floats) -> dict[str, float]:
    """For each id that a head tells apart the log of its chance."""
    odds = encoder().head(head, vector)
    names = encoder().setting(f"{head}.names")
    return dict(zip(map(str, names), (odds - np.logaddexp.reduce(odds)).tolist(), strict=True))


def _for(concern: Concern, relation: Relation | None) -> bool:
    return relation is None or (
        relation not in concern.not_relations and (not concern.relations or relation in concern.relations)
    )
