"""Which concern a message is about: the best-fitting one by its words, else the stand-in of its topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.library.schema import Concern
from coach.model import Analysis, Relation, Topic

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_ENOUGH = 0.9  # below this the words are too thin, and the topic's stand-in is the better fit
_TOPIC_BONUS = (0.7, 0.45, 0.2)


class ConcernChooser:
    """Scores concerns by shared words (rarer ones count more) and by topic."""

    def __init__(self, concerns: Sequence[Concern]) -> None:
        self._concerns = concerns
        shared = Counter(word for concern in concerns for word in concern.words)
        self._weights = {
            concern.id: {
                word: (1.0 if rank < 5 else 0.8) / shared[word] ** 0.5 * (1.3 if " " in word else 1.0)
                for rank, word in enumerate(concern.words)
            }
            for concern in concerns
        }
        self._general: dict[Topic, Concern] = {concern.topics[0]: concern for concern in concerns if concern.general}

    def choose(self, parsed: Parsed, analysis: Analysis, relation: Relation | None) -> list[Concern]:
        """The best concern first, then at most two more that fit; the topic's stand-in always last."""
        lemmas = {token.lemma_.lower() for token in parsed.doc} | {token.lower_ for token in parsed.doc}
        text = " " + re.sub(r"[^\w']+", " ", parsed.doc.text.lower()) + " "
        scored = []
        for place, concern in enumerate(self._concerns):
            if concern.relations and relation is not None and relation not in concern.relations:
                continue
            words = sum(
                weight
                for word, weight in self._weights[concern.id].items()
                if (f" {word} " in text if " " in word else word in lemmas)
            )
            topic = max(
                (bonus for bonus, topic in zip(_TOPIC_BONUS, analysis.topics, strict=False) if topic in concern.topics),
                default=0.0,
            )
            if words and words + topic >= _ENOUGH:
                scored.append((words + topic, -place, concern))
        best = [concern for _, _, concern in sorted(scored, key=lambda one: (-one[0], -one[1]))[:3]]
        stand_in = next((self._general[topic] for topic in analysis.topics if topic in self._general), None)
        if stand_in is not None and stand_in not in best:
            best.append(stand_in)
        return best or list(self._concerns[:1])
