"""What a text is about, most likely first: the words and phrases of ``content/topics.toml``, weighed by how surely they tell."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from coach.language.normalise import same_length
from coach.library.schema import TopicEntry
from coach.model import Topic

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_FIRST, _LAST = 2.0, 1.0  # weight of the first and the last lemma of a topic's list
_PHRASE = 2.0  # a phrase of two words; each further word adds half of it
_MAIN = 1.25  # said first or as what the person wants: "I'd like us to agree …"
_ENOUGH = 0.35  # topics with less than this share of the best score are left out


class TopicReader:
    """Scores the 23 topics by their words."""

    def __init__(self, topics: tuple[TopicEntry, ...]) -> None:
        single: dict[str, dict[Topic, float]] = defaultdict(dict)
        phrases: dict[tuple[str, ...], dict[Topic, float]] = defaultdict(dict)
        for topic in topics:
            for place, lemma in enumerate(topic.lemmas):
                weight = _FIRST - (_FIRST - _LAST) * place / max(1, len(topic.lemmas) - 1)
                single[lemma].setdefault(topic.id, weight)
            for phrase in topic.phrases:
                words = tuple(_WORD.findall(phrase))
                if len(words) == 1:
                    single[words[0]][topic.id] = _FIRST
                elif words:
                    phrases[words][topic.id] = _PHRASE * (1 + (len(words) - 2) / 2)
        self._single = {word: _shared(found) for word, found in single.items()}
        self._phrases: dict[str, list[tuple[tuple[str, ...], dict[Topic, float]]]] = defaultdict(list)
        for words, found in phrases.items():
            self._phrases[words[0]].append((words, _shared(found)))

    def read(self, parsed: Parsed) -> tuple[Topic, ...]:
        """Topics with enough evidence, most likely first; at least one."""
        scores = self.scores(parsed)
        best = sorted(scores, key=lambda topic: -scores[topic])
        kept = tuple(topic for topic in best if scores[topic] >= _ENOUGH * scores[best[0]])
        return kept[:4] or ("communication",)

    def scores(self, parsed: Parsed) -> dict[Topic, float]:
        """The weight of evidence for each topic that has any."""
        scores: dict[Topic, float] = defaultdict(float)
        seen: set[str] = set()
        for token in parsed.doc:
            for form in {token.lemma_.lower(), token.lower_}:
                if form in self._single and form not in seen:
                    seen.add(form)
                    for topic, weight in self._single[form].items():
                        scores[topic] += weight
                    break
        words = _WORD.findall(same_length(parsed.text).lower())
        for place, word in enumerate(words):
            for phrase, found in self._phrases.get(word, ()):
                if tuple(words[place : place + len(phrase)]) == phrase:
                    for topic, weight in found.items():
                        scores[topic] += weight
        return scores


def _shared(found: dict[Topic, float]) -> dict[Topic, float]:
    """A word of several topics tells less of each."""
    return {topic: weight / len(found) for topic, weight in found.items()}
