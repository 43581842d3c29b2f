"""`python -m coach.training.topics`: the weights of words for topics, learned anew from the repository's own sentences.

A multinomial logistic regression (scikit-learn) reads a text as the sum of its words. Each word brings two things: its static vector
from WordLlama, a small table of vectors taken from the input embeddings of large language models
(https://github.com/dleemiller/WordLlama, MIT; the 256 dimensions that its package holds), so that words which never occur in the
training sentences get weights from words like them; and a feature of its own, so that a word which does occur can differ from its
neighbours. Frequent words count less, by Arora, Liang and Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings" (ICLR
2017), with the frequencies of wordfreq (https://github.com/rspeer/wordfreq). Because all of this is linear in the words, it folds into
one weight for each word and topic; ``coach/language/topics.py`` adds them up and needs none of these packages.

The sentences are the decks, the responses, the concerns and the lists of ``content``, and ``situations*.jsonl`` and
``tests/data/training/topic_phrases.jsonl``. ``tests/data/heldout`` is never read. Each setting is judged by leaving out one source
at a time, with the whole reader as it is used; the best is trained on all sources, and written only where it beats the lists alone.
The lists of ``content/topics.toml`` were widened with ``situations.jsonl`` in view, so its figures flatter the lists.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.errors import ContentError
from coach.language import topics as reader
from coach.language.parse import parse_many
from coach.library.load import Library, read_library
from coach.model import Topic
from coach.paths import CONTENT, ROOT

if TYPE_CHECKING:
    from coach.language.parse import Parsed

TUNED = ROOT / "tests" / "data" / "tuned"
SEED = 20250101
TOPICS = reader.TOPICS
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_STOP = frozenset(
    """the a an and or but to of in on at for with is are was were be been it its this that these those as so i'd i'm i've he's she's it's
    there's just not don't we we're we'd we've they""".split()
)
_COMMON = 12_000  # so many of the commonest English words get weights though no sentence holds them
_KEPT = 9_000  # so many words are written, those that tell topics apart most
_FREQUENT = 1e-3  # the frequency at which a word counts half
_STEPS = 40  # steps a weight has on each side of nothing
_WIDTH = 3.5  # standard deviations that they span
_SPREAD = 1.9  # standard deviation of all weights: the scale of the lists' scores
_SECOND = 0.5  # a second label counts half
_MISSING = (
    "Training needs more packages than the coach itself: run `pip install 'conversation-coach[train]'` and try again."
)


@dataclass(frozen=True)
class Sentence:
    """A text, its topics (the first one counts most) and its weight."""

    text: str
    topics: tuple[Topic, ...]
    weight: float


@dataclass(frozen=True)
class Setting:
    """How much a word's own feature counts beside its vector, and how freely weights may grow (scikit-learn's C)."""

    own: float
    freedom: float

    def __str__(self) -> str:
        """As the report shows it."""
        return f"own feature {self.own:g}, C {self.freedom:g}"


SETTINGS = (Setting(0, 5), Setting(0.7, 5), Setting(1, 5), Setting(1.5, 5), Setting(1, 15))
Rows = dict[str, tuple[float, ...]]


def sources() -> dict[str, list[Sentence]]:
    """Every training sentence, by where it is from.

    Raises:
        ContentError: where a content file does not fit its schema.
        SystemExit: with a sentence, where the labelled sentences are not there, as in an installed package.
    """
    if not TUNED.is_dir():
        raise SystemExit(f"There are no labelled sentences in {TUNED}: train in a checkout of the repository.")
    library, _, mistakes = read_library(CONTENT)
    if mistakes:
        raise ContentError(tuple(mistakes))
    found = _content(library)
    for path in sorted(TUNED.glob("situations*.jsonl")):
        found[path.name] = list(_labelled(path, 3.0))
    found["topic_phrases.jsonl"] = list(_labelled(TUNED.parent / "training" / "topic_phrases.jsonl", 1.5))
    return found


def _content(library: Library) -> dict[str, list[Sentence]]:
    cards = [card for deck in library.decks for card in deck.cards]
    concerns = library.concerns
    return {
        "decks": [Sentence(card.text, card.topics, 0.4) for card in cards],
        "decks' follow-ups": [
            *(Sentence(card.go_first, card.topics, 0.4) for card in cards),
            *(Sentence(follow.ask, card.topics, 0.12) for card in cards for follow in card.follow_ups),
        ],
        "responses": [
            Sentence(f"{one.they_say} {one.text}", one.topics, 0.28) for one in library.responses if one.topics
        ],
        "concerns": [
            *(Sentence(question.text, one.topics, 0.2) for one in concerns for question in one.questions),
            *(Sentence(request, one.topics, 0.2) for one in concerns for request in one.requests),
            *(Sentence(" ".join(one.words), one.topics, 0.4) for one in concerns),
        ],
        "topics": [
            Sentence(words, (one.id,), 0.5) for one in library.topics for words in (*one.phrases, *one.lemmas[:40])
        ],
    }


def _labelled(path: Path, weight: float) -> Iterator[Sentence]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Sentence(row["text"], tuple(row["topics"]), weight)


class Trainer:
    """Learns weights of words from sentences; loads vectors and frequencies once.

    Raises:
        SystemExit: with a sentence that says what to install, where the extra ``train`` is missing.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        try:
            import numpy as np
            import wordllama
            from scipy import sparse
            from sklearn.linear_model import LogisticRegression
            from wordfreq import top_n_list, word_frequency
        except ImportError as error:
            raise SystemExit(f"{_MISSING} ({error})") from error
        self._np, self._sparse, self._regression = np, sparse, LogisticRegression
        common = (word for word in top_n_list("en", _COMMON) if _WORD.fullmatch(word) and word not in _STOP)
        own = (word for sentence in sentences for word in _words(sentence.text))
        self._places = {word: place for place, word in enumerate(dict.fromkeys((*common, *own)))}
        load: Any = wordllama.WordLlama.load
        vectors = load(cache_dir=Path(wordllama.__file__).parent, disable_download=True).embed(list(self._places))
        rare = np.array([_FREQUENT / (_FREQUENT + word_frequency(word, "en")) for word in self._places])
        self._rare = rare
        self._vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9) * rare[:, None]

    def learn(self, sentences: Iterable[Sentence], setting: Setting) -> Rows:
        """Weights for every known word: one for each of ``TOPICS``."""
        np, sparse = self._np, self._sparse
        labels = [(one, topic, place) for one in sentences for place, topic in enumerate(one.topics[:2])]
        at = [(row, self._places[word]) for row, (one, _, _) in enumerate(labels) for word in _words(one.text)]
        shape = (len(labels), len(self._places))
        counts = sparse.csr_matrix((np.ones(len(at)), tuple(zip(*at, strict=True))), shape=shape)
        like = counts @ self._vectors
        like = like / (np.linalg.norm(like, axis=1, keepdims=True) + 1e-9)
        own = counts.multiply(self._rare[None, :]).tocsr()
        length = np.sqrt(np.asarray(own.multiply(own).sum(axis=1))) + 1e-9
        features = sparse.hstack([sparse.csr_matrix(like), own.multiply(setting.own / length)]).tocsr()
        model = self._regression(C=setting.freedom, max_iter=200, tol=1e-3, random_state=SEED)
        model.fit(
            features,
            [TOPICS.index(topic) for _, topic, _ in labels],
            sample_weight=[one.weight * (_SECOND if place else 1.0) for one, _, place in labels],
        )
        told, size = model.coef_, self._vectors.shape[1]
        weights = self._vectors @ told[:, :size].T + setting.own * self._rare[:, None] * told[:, size:].T
        weights = weights - weights.mean(axis=1, keepdims=True)
        weights = weights * (_SPREAD / weights.std())
        return {word: tuple(weights[place].tolist()) for word, place in self._places.items()}


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower().replace("’", "'")) if word not in _STOP]


def written(rows: Rows) -> str:
    """The file that ``coach/language/topics.py`` reads."""
    kept = sorted(rows, key=lambda word: (min(rows[word]) - max(rows[word]), word))[:_KEPT]
    values = [value for word in kept for value in rows[word]]
    step = _WIDTH * (sum(value * value for value in values) / len(values)) ** 0.5 / _STEPS
    lines = [
        f'# Words and how much each tells of each topic: one character a topic, "O" for nothing, each step {step:.4f}.',
        "# Made by `python -m coach.training.topics`: do not edit; see coach/training/topics.py and coach/language/topics.py.",
        f"# topics: {' '.join(TOPICS)}",
    ]
    for word in sorted(kept):
        steps = (max(-_STEPS, min(_STEPS, round(value / step))) for value in rows[word])
        lines.append(f"{word} {''.join(chr(ord('O') + one) for one in steps)}")
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Score:
    """Shares of texts with a right topic among the first two: by the lists alone, by what is learned alone, by both."""

    lists: float
    learned: float
    both: float


class Judge:
    """Scores weights on one source, with the reader that the coach uses."""

    def __init__(self, library: Library, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._parsed: list[Parsed] = list(parse_many(one.text for one in sentences))
        self._lists = reader.TopicReader(library.topics)
        self._none = reader.TopicReader(())

    def score(self, rows: Rows) -> Score:
        """The shares for these weights."""
        learned = reader.unpacked(written(rows))
        nothing: reader.Learned = ((), 1.0, {})
        return Score(
            self._share(self._lists, nothing), self._share(self._none, learned), self._share(self._lists, learned)
        )

    def _share(self, topics: reader.TopicReader, learned: reader.Learned) -> float:
        scores = [topics.scores(parsed, learned) for parsed in self._parsed]
        found = [sorted(one, key=lambda topic, one=one: -one[topic])[:2] for one in scores]  # type: ignore[misc]
        right = sum(bool(set(two) & set(one.topics)) for two, one in zip(found, self._sentences, strict=True))
        return right / len(self._sentences)


def judged(trainer: Trainer, found: dict[str, list[Sentence]], library: Library) -> dict[Setting, dict[str, Score]]:
    """Each setting's scores on each source that was left out of its training."""
    judges = {name: Judge(library, found[name]) for name in found if name == "decks" or name.endswith(".jsonl")}
    scores: dict[Setting, dict[str, Score]] = {setting: {} for setting in SETTINGS}
    for name, judge in judges.items():
        rest = [one for other, sentences in found.items() if not other.startswith(name) for one in sentences]
        for setting in SETTINGS:
            scores[setting][name] = judge.score(trainer.learn(rest, setting))
    return scores


def mean(scores: Iterable[Score]) -> Score:
    """The mean over sources."""
    every = list(scores)
    sums = (sum(getattr(one, part) for one in every) / len(every) for part in ("lists", "learned", "both"))
    return Score(*sums)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, print the report, and write the weights where they help."""
    parser = argparse.ArgumentParser(
        prog="python -m coach.training.topics", description="Learn the words of topics anew."
    )
    parser.add_argument("--to", type=Path, default=reader.LEARNED, help="where the weights go (default: %(default)s)")
    to: Path = parser.parse_args(arguments).to
    found = sources()
    every = [one for sentences in found.values() for one in sentences]
    trainer = Trainer(every)
    library = read_library(CONTENT)[0]
    scores = judged(trainer, found, library)
    print("A right topic among the first two, on a source left out of training:\n")
    print(f"{'setting':28} {'source left out':22} {'texts':>5} {'lists':>6} {'learned':>8} {'both':>6}")
    for setting, by_source in scores.items():
        for name, one in {**by_source, "mean": mean(by_source.values())}.items():
            size = len(found.get(name, ())) or ""
            print(f"{setting!s:28} {name:22} {size:>5} {one.lists:6.3f} {one.learned:8.3f} {one.both:6.3f}")
    best = max(SETTINGS, key=lambda setting: mean(scores[setting].values()).both)
    total = mean(scores[best].values())
    if total.both <= total.lists:
        print("\nNo setting beats the lists alone: nothing is written.")
        return 1
    text = written(trainer.learn(every, best))
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, encoding="utf-8")
    print(
        f"\nWritten to {to}: {len(text.splitlines()) - 3} words, {best}, from {len(every)} sentences of {len(found)} sources."
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
