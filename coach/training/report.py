"""What the heads do with authors they never met: the weights that join them to the rules are fitted there, and the result is printed.

Each figure is a share on the files in ``coach.training.train.LEFT_OUT``: by the rules alone, by the heads alone, and by both with
the weight that did best.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from coach.language.analyse import Analyser
from coach.language.heard import OTHER_VIEW, OWN_VIEW, spoken, told_of
from coach.language.learned import KIND_NAMES, KINDS
from coach.language.normalise import same_length
from coach.language.parse import Parsed, parse_many
from coach.language.questions import rules_say
from coach.language.replies import GOOD, rule_scores
from coach.safety.screen import Screener
from coach.suggest.concerns import ConcernChooser
from coach.training.danger import weigh
from coach.training.fit import best_pair, certainty, logistic, precision_recall, threshold_for
from coach.training.labelled import LABELS, TOPICS, Example

if TYPE_CHECKING:
    import numpy.typing as npt

    from coach.language.encoder import Encoder, Floats
    from coach.library.load import Library
    from coach.training.encoder import Names

    Settings = dict[str, npt.NDArray[Any]]
    Answers = npt.NDArray[np.bool_]

RULE_WEIGHTS = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
HEAD_WEIGHTS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0)
KIND_RIGHT = 0.6  # of the kinds that the head names, so many must be right
KIND_LEAST, THIRD_LEAST = 0.3, 0.0  # and none is named on odds lower than these
FACT = 0.03  # little is enough beside a moment: a fact that is left out is missed more than a rough one disturbs
WANT = -1.5  # little is enough: what is left out is missed more than a rough line disturbs
_TITLES = {
    "open": "question: open",
    "attack": "question: attacks",
    "own": "own view named",
    "other": "the other's view named",
    "mine": "I-language",
}


class Report:
    """Fits and prints one task after the other; ``settings`` holds what was fitted."""

    def __init__(self, encoder: Encoder, library: Library, names: Names, left_out: Sequence[Example]) -> None:
        self._encoder, self._names = encoder, names
        self._analyser = Analyser(library)
        self._screener = Screener(one for one in library.safety_rules if not one.hint)
        self._chooser = ConcernChooser(library.concerns)
        self._left_out = left_out
        self.settings: Settings = {}

    def run(self) -> Settings:
        """All tasks. The figures are printed as Markdown."""
        print("\n| left-out authors | rules | heads | both |\n| --- | --- | --- | --- |")
        for task in (
            self._blame,
            self._questions,
            self._views,
            self._replies,
            self._topics,
            self._danger,
            self._facts,
            self.beneath,
        ):
            task()
        return self.settings

    def _blame(self) -> None:
        chosen = [one for one in self._left_out if one.ranges and one.source.startswith("messages")]
        rows, guilty, owner = [], [], []
        kind_rows: list[tuple[Floats, Example]] = []
        for number, (example, parsed) in enumerate(zip(chosen, _parsed(chosen), strict=True)):
            vectors = self._encoder.encode(same_length(example.text), example.ranges).sentences
            odds, named = self._encoder.head("blame", vectors)[:, 0], self._encoder.head("kind", vectors)
            for place, one, kinds, blame in zip(example.ranges, odds, named, example.blame, strict=True):
                hit = {f.kind for f in self._analyser.findings(parsed) if f.start < place[1] and f.end > place[0]}
                rows.append([one, *(float(kind in hit) for kind in KINDS), 1.0])
                guilty.append(blame)
                owner.append(number)
                if blame:
                    kind_rows.append((kinds, example))
        table, answers = np.array(rows, np.float32), np.array([-1 if one is None else one for one in guilty])
        weights = logistic(table[answers >= 0], answers[answers >= 0])
        truth = np.array([bool(one.kinds) for one in chosen])
        own = table[:, 1:-1].any(1)

        def heard(scores: Floats) -> Floats:
            most = np.full(len(chosen), -np.inf, np.float32)
            np.maximum.at(most, owner, scores)
            return most

        weighed = table @ weights
        least = best_pair(lambda pair: heard(weighed - np.where(own, *pair)), weighed, truth)
        rules, heads, both = (
            heard(table[:, 1:-1].sum(1) - 0.5),
            heard(table[:, 0]),
            heard(weighed - np.where(own, *least)),
        )
        figures = [precision_recall(scores, truth) for scores in (rules, heads, both)]
        _line("blame: precision, recall", *(f"{p:.3f}, {r:.3f}" for p, r in figures))
        self.settings |= {"blame.weights": weights.astype(np.float32), "blame.least": np.asarray(least, np.float32)}
        fitted = [
            threshold_for([(float(odds[place]), kind in one.kinds) for odds, one in kind_rows], KIND_RIGHT)
            for place, kind in enumerate(KIND_NAMES)
        ]
        self.settings["kind.least"] = np.maximum(fitted, [KIND_LEAST] * len(KINDS) + [THIRD_LEAST])

    def _questions(self) -> None:
        chosen = [one for one in self._left_out if one.open is not None]
        vectors = self._encoder.encode_many([same_length(one.text) for one in chosen])
        rules = [rules_say(parsed, self._analyser.findings(parsed)) for parsed in _parsed(chosen)]
        opened, attacking = (np.array([1.0 if pair[place] else -1.0 for pair in rules], np.float32) for place in (0, 1))
        truth = np.array([bool(one.open) for one in chosen])
        self._weigh_answer("open", self._encoder.head("open", vectors)[:, 0], opened, truth)
        odds = self._encoder.head("attack", vectors)[:, 0]
        truth = np.array([bool(one.attack) for one in chosen])

        def share(scores: Floats) -> float:
            return float(np.mean((scores > 0) == truth))

        self.settings["attack.least"] = self._weigh(
            "question: attacks",
            RULE_WEIGHTS,
            lambda least: share(np.maximum(odds - least, attacking)),
            share(attacking),
            share(odds),
        )

    def _views(self) -> None:
        chosen = [one for one in self._left_out if one.own is not None]
        parsed = _parsed(chosen)
        vectors = np.array([self._encoder.encode(same_length(p.text), p.sentence_places).whole for p in parsed])
        counted = [told_of(one) for one in parsed]
        said_of = {
            "own": [1.0 if OWN_VIEW.search(spoken(one)) else -1.0 for one in parsed],
            "other": [1.0 if OTHER_VIEW.search(spoken(one)) else -1.0 for one in parsed],
            "mine": [(mine - yours) / max(1, mine + yours) for mine, yours in counted],
        }
        for name, told in said_of.items():
            truth = np.array([bool(getattr(one, name)) for one in chosen])
            said = np.array(told, np.float32)
            self._weigh_answer(name, self._encoder.head(name, vectors)[:, 0], said, truth)

    def _weigh_answer(self, name: str, odds: Floats, said: Floats, truth: Answers) -> None:
        def share(scores: Floats) -> float:
            return float(np.mean((scores > 0) == truth))

        self.settings[f"{name}.rules"] = self._weigh(
            _TITLES[name], RULE_WEIGHTS, lambda weight: share(odds + weight * said), share(said), share(odds)
        )

    def _replies(self) -> None:
        chosen = [one for one in self._left_out if one.reply]
        odds = self._encoder.head(
            "reply",
            self._encoder.encode_pairs([(same_length(one.text), same_length(one.second)) for one in chosen]),
        )
        said = parse_many(text for one in chosen for text in (one.text, one.second))
        told = [rule_scores(partner, next(said)) for partner in said]
        rules = np.array([[one[label] for label in LABELS] for one in told], np.float32)
        truth = np.array([LABELS.index(one.reply) for one in chosen])
        good = np.array([label in GOOD for label in LABELS])

        def share(scores: Floats) -> float:
            """Half for the label, half for whether it helps."""
            best = scores.argmax(1)
            return float(np.mean(best == truth) + np.mean(good[best] == good[truth])) / 2

        self.settings["reply.weight"] = self._weigh(
            "reply: label and help",
            HEAD_WEIGHTS,
            lambda weight: share(rules + weight * odds),
            share(rules),
            share(odds),
        )

    def _topics(self) -> None:
        chosen = [one for one in self._left_out if one.topics]
        parsed = _parsed(chosen)
        vectors = [self._encoder.encode(same_length(p.text), p.sentence_places).whole for p in parsed]
        odds = self._encoder.head("topic", np.array(vectors))
        scores = [self._analyser.topic_words(p) for p in parsed]
        words = np.array([[one.get(topic, 0.0) for topic in TOPICS] for one in scores], np.float32)
        truth = np.array([[topic in one.topics for topic in TOPICS] for one in chosen])

        def share(scores: Floats) -> float:
            best = np.argsort(-scores, axis=1)[:, :2]
            return float(np.mean([truth[row, two].any() for row, two in enumerate(best)]))

        self.settings["topic.weight"] = self._weigh(
            "topic: in the first two",
            HEAD_WEIGHTS,
            lambda weight: share(words + weight * odds),
            share(words),
            share(odds),
        )

    def _danger(self) -> None:
        chosen = [one for one in self._left_out if one.risk]
        settings, lines = weigh(self._encoder, self._screener, list(zip(chosen, _parsed(chosen), strict=True)))
        for line in lines:
            _line(*line)
        self.settings |= {name: np.asarray(value) for name, value in settings.items()}

    def _facts(self) -> None:
        chosen = [one for one in self._left_out if one.fact is not None]
        pairs = [(same_length(one.text), same_length(one.second)) for one in chosen]
        odds = self._encoder.head("fact", self._encoder.encode_pairs(pairs))
        chance = np.exp(odds - odds.max(1, keepdims=True))
        chance /= chance.sum(1, keepdims=True)
        truth = np.array([one.fact == 2 for one in chosen])
        precision, recall = precision_recall(chance[:, 2] - FACT, truth)
        _line("fact: may stand as what happened: precision, recall", "", f"{precision:.3f}, {recall:.3f}", "")
        self.settings |= {"fact.main": np.asarray(FACT), "want.least": np.asarray(WANT)}

    def beneath(self) -> None:
        """What a message is about, felt and needed: the likeliest is one of those that were named."""
        chosen = [one for one in self._left_out if one.concern]
        parsed = _parsed(chosen)
        vectors = np.array([self._encoder.encode(same_length(p.text), p.sentence_places).whole for p in parsed])
        for name in ("feeling", "need"):
            best = self._encoder.head(name, vectors).argmax(1)
            right = np.mean([self._names[name][at] in getattr(one, name) for at, one in zip(best, chosen, strict=True)])
            _line(f"{name}: the first is one of those named", "", f"{right:.3f}", "")
        ids = self._names["concern"]
        told = [self._chooser.words(one, frozenset(), ()) for one in parsed]
        words = np.array([[one.get(concern, 0.0) for concern in ids] for one in told], np.float32)
        odds = self._encoder.head("concern", vectors)

        def share(scores: Floats) -> float:
            best = scores.argmax(1)
            return float(np.mean([ids[at] in one.concern for at, one in zip(best, chosen, strict=True)]))

        self.settings["concern.words"] = self._weigh(
            "concern: the first is one of those named",
            HEAD_WEIGHTS,
            lambda weight: share(odds + weight * words),
            share(words),
            share(odds),
        )
        joined = odds + float(self.settings["concern.words"]) * words
        truth = np.array([[one in example.concern for one in ids] for example in chosen])
        self.settings["concern.certainty"] = np.asarray(certainty(joined, truth), dtype=np.float32)

    def _weigh(
        self, title: str, weights: Iterable[float], share: Callable[[float], float], rules: float, heads: float
    ) -> Floats:
        best = max(weights, key=share)
        _line(title, f"{rules:.3f}", f"{heads:.3f}", f"{share(best):.3f} (weight {best})")
        return np.asarray(best, dtype=np.float32)


def _parsed(examples: Sequence[Example]) -> list[Parsed]:
    return list(parse_many(one.text for one in examples))


def _line(title: str, rules: str, heads: str, both: str) -> None:
    print(f"| {title} | {rules} | {heads} | {both} |", flush=True)
