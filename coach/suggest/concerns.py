"""Which concern a message is about: the best-fitting one by its words, else the stand-in of its topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from coach.library.schema import Concern
from coach.model import Relation, Topic

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed

_ENOUGH = 0.9  # below this the words are too thin, and the topic's stand-in is the better fit
_TOPIC_BONUS = (0.7, 0.45, 0.2)
_ASIDE = 0.4  # what a word counts outside the main point
_NEUTRAL: tuple[Topic, ...] = ("communication",)  # whose stand-in fits anything
_FIRST = 5  # the first words of a concern are its acts; later ones are settings


class ConcernChooser:
    """Scores concerns by shared words (acts before settings, rarer ones more), in the main point first, and by topic."""

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
        self._general: dict[Topic, Concern] = {concern.topics[0]: concern for concern in concerns if concern.general}

    def choose(
        self, parsed: Parsed, main: frozenset[int], topics: Sequence[Topic], relation: Relation | None
    ) -> list[Concern]:
        """The best concern first, then at most two more that fit; the topic's stand-in always last.

        ``main`` are the tokens of the main point; with none, every word counts in full.
        """
        inside = _Vocabulary(token for token in parsed.doc if token.i in main or not main)
        anywhere = _Vocabulary(parsed.doc)
        scored = []
        for place, concern in enumerate(self._concerns):
            if not _for(concern, relation):
                continue
            words = sum(
                weight * (1.0 if inside.holds(word) else _ASIDE)
                for word, weight in self._weights[concern.id].items()
                if anywhere.holds(word)
            )
            topic = max(
                (bonus for bonus, topic in zip(_TOPIC_BONUS, topics, strict=False) if topic in concern.topics),
                default=0.0,
            )
            if words and words + topic >= _ENOUGH:
                scored.append((words + topic, -place, concern))
        best = [concern for _, _, concern in sorted(scored, key=lambda one: (-one[0], -one[1]))[:3]]
        stand_in = next(
            (self._general[topic] for topic in (*topics, *_NEUTRAL) if _for(self._general[topic], relation)), None
        )
        if stand_in is not None and stand_in not in best:
            best.append(stand_in)
        return best

    def stand_ins(self, topics: Sequence[Topic]) -> list[Concern]:
        """The general concerns of some topics."""
        return [self._general[topic] for topic in topics if topic in self._general]


class _Vocabulary:
    """The words of some tokens: lemmas, forms, and the running text for phrases."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        known = list(tokens)
        self._words = {token.lemma_.lower() for token in known} | {token.lower_ for token in known}
        self._text = " " + re.sub(r"[^\w']+", " ", "".join(token.lower_ + token.whitespace_ for token in known)) + " "

    def holds(self, word: str) -> bool:
        """Whether a lemma or phrase stands there."""
        return f" {word} " in self._text if " " in word else word in self._words


def _for(concern: Concern, relation: Relation | None) -> bool:
    return relation is None or (
        relation not in concern.not_relations and (not concern.relations or relation in concern.relations)
    )
