"""What a text is about, most likely first.

Two kinds of evidence are added: the words and phrases of ``content/topics.toml`` (surest first, less where topics share them), and
``content/learned/topics.txt``, the weights of a small linear classifier trained from the project's own labelled sentences by
``python -m coach.training.topics``, which names its sources. What a sentence sets aside
("it isn't about the money") counts little; what it asks for counts more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, cast, get_args

from coach.language.encoder import encoder
from coach.library.wording import TopicEntry
from coach.model import Topic
from coach.paths import CONTENT

if TYPE_CHECKING:
    from coach.language.encoder import Floats
    from coach.language.parse import Parsed

LEARNED = CONTENT / "learned" / "topics.txt"
TOPICS: tuple[Topic, ...] = tuple(sorted(get_args(Topic)))
Learned = tuple[
    tuple[Topic, ...], float, dict[str, str]
]  # the topics, the size of a step, a row of characters for each word
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_FIRST, _LAST = 2.0, 1.0  # weight of the first and the last lemma of a topic's list
_PHRASE = 2.0  # a phrase of two words; each further word adds half of it
_LESS = 3.0  # topics with so much less evidence than the best are left out
_LEARNED_WEIGHT = 1.0
_NOTHING = ord("O")  # the character of a weight of nothing
_ASIDE = re.compile(
    r"\b(?:is n't|are n't|was n't|not|never) (?:really |only |just )?(?:about|the (?:\w+ ){1,2}that|my worry|that (?:he|she|they|i|we|it)|a question of)\b|\bnobody cares\b|\bnothing to do with\b|"
    r"\bno excuse\b|\bpast the\b|\bthose are fine\b|\b(?:is|are|was|were|'s|'re) (?:\w+ )?(?:fine|excellent|brilliant|delighted|lovely|grand|great|kind|good at|sorted)\b|\bi 'm happy (?:for|with)\b|\bhonestly\b.*\bfine\b"
)
_ASKED = re.compile(
    r"\b(?:i 'd (?:like|love|just love)|i would (?:like|love)|i (?:just |only |simply )?(?:want|need|miss|wish)|can we|could we|how (?:do|can|could) (?:i|we|you)|it 's (?:how|what|that|the)|what 's gone|the trouble|wan na|want to|need to|want us)\b"
)


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
        """The likely topics, most likely first; at least one."""
        scores = self.scores(parsed)
        told = with_heard(scores, parsed.encoding.whole, float(encoder().setting("topic.weight")))
        best = sorted(TOPICS, key=lambda topic: -told[topic])
        return tuple(topic for topic in best[:4] if told[topic] >= told[best[0]] - _LESS)

    def scores(self, parsed: Parsed, trained: Learned | None = None) -> dict[Topic, float]:
        """The weight of evidence for each topic that has any, with the weights in use or with others."""
        scores: dict[Topic, float] = defaultdict(float)
        topics, step, rows = trained or _learned()
        learned: list[tuple[float, str]] = []
        seen: set[str] = set()
        for sentence in parsed.doc.sents:
            tokens = [token for token in sentence if not token.is_space]
            low = [token.lower_ for token in tokens]
            weight = _sentence_weight(" ".join(low))
            for token in tokens:
                for form in dict.fromkeys((token.lower_, token.lemma_.lower())):
                    if form in self._single and form not in seen:
                        seen.add(form)
                        _add(scores, self._single[form], weight)
                        break
            words = _words(low)
            for place, word in enumerate(words):
                if word in rows:
                    learned.append((weight, rows[word]))
                for phrase, found in self._phrases.get(word, ()):
                    if tuple(words[place : place + len(phrase)]) == phrase:
                        _add(scores, found, weight)
        for place, topic in enumerate(topics if learned else ()):
            value = sum(weight * (ord(row[place]) - _NOTHING) for weight, row in learned)
            scores[topic] += _LEARNED_WEIGHT * step * value / len(learned) ** 0.5
        return scores


def with_heard(scores: Mapping[Topic, float], vector: Floats, weight: float) -> dict[Topic, float]:
    """The evidence of words beside the log odds of the head ``topic`` (so many times), for every topic."""
    odds = encoder().head("topic", vector)
    return {topic: scores.get(topic, 0.0) + weight * float(odds[place]) for place, topic in enumerate(TOPICS)}


def _sentence_weight(words: str) -> float:
    return (0.4 if _ASIDE.search(words) else 1.0) * (1.25 if _ASKED.search(words) else 1.0)


def _words(low: list[str]) -> list[str]:
    """Words as they are written in the lists: contractions whole again."""
    joined = re.sub(r" (n't|'(?:s|re|ve|ll|d|m))\b", r"\1", " ".join(low))
    return _WORD.findall(joined)


def _add(scores: dict[Topic, float], found: dict[Topic, float], weight: float) -> None:
    for topic, value in found.items():
        scores[topic] += weight * value


@lru_cache(maxsize=1)
def _learned() -> Learned:
    return unpacked(LEARNED.read_text(encoding="utf-8"))


def unpacked(text: str) -> Learned:
    """The weights as the file holds them."""
    lines = text.splitlines()
    step = float(re.search(r"each step ([\d.]+)", lines[0])[1].rstrip("."))  # type: ignore[index]  # the file's first line is ours
    topics = cast(tuple[Topic, ...], tuple(lines[2].removeprefix("# topics: ").split()))
    rows = (line.partition(" ") for line in lines[3:])
    return topics, step, {word: row for word, _, row in rows}


def _shared(found: dict[Topic, float]) -> dict[Topic, float]:
    """A word of several topics tells less of each."""
    return {topic: weight / len(found) for topic, weight in found.items()}
