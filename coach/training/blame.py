"""`coach train`: the learned part's weights from the project's own labelled sentences, with a report that leaves one author out at a time.

Labels belong to messages, blame to sentences: in a blaming message of several sentences the guilty one is where a pattern
matches, or else the one that the last round found likeliest (multiple-instance learning).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coach import paths
from coach.errors import BadInput
from coach.language import custom, learned
from coach.language.logistic import Rows, fit, rows_of, scores
from coach.language.masks import MASKS
from coach.language.parse import parse_many, pipeline
from coach.language.rules import RuleSet
from coach.language.sentence_features import meaning, numbers, text_features
from coach.library.load import Library
from coach.library.schema import Pattern

if TYPE_CHECKING:
    import numpy.typing as npt

    from coach.language.parse import Parsed

TUNED = paths.ROOT / "tests" / "data" / "tuned"
BITS, KIND_BITS = 17, 15
ROUNDS = 3
REST = 0.3  # weight of a sentence that stands beside the guilty one
FALSE_ALARMS = (
    0.002  # of the innocent messages of left-out authors: what is added is little, so its errors must be rare
)
OWN = "messages_4"  # written to train on, with twins as near as can be: reported, and no judge of the threshold


@dataclass(frozen=True)
class Message:
    """A labelled text; ``fold`` is its author's file, or "always" for what every fold trains on."""

    fold: str
    text: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Sentences:
    """All sentences of all messages, in order: ``rows`` (n, 2**BITS), ``meaning`` (n, 96), ``owner`` (n,) the message of each."""

    rows: Rows
    meaning: npt.NDArray[np.float64]
    owner: npt.NDArray[np.int64]
    names: tuple[tuple[str, ...], ...] = field(repr=False)
    matched: npt.NDArray[np.bool_]
    reported: npt.NDArray[np.bool_]


def train(library: Library, path: Path = learned.WEIGHTS) -> int:
    """Print the report and write the weights. Raises BadInput when the labelled examples are not there."""
    if not TUNED.is_dir():
        raise BadInput("The labelled examples are in the project's source; run `coach train` in a checkout.")
    messages = list(_messages(library))
    sentences = _sentences(messages, library)
    threshold = _report(messages, sentences)
    everything = np.ones(len(sentences.owner), dtype=bool)
    learned.save(_model(messages, sentences, everything, threshold), path)
    print(f"{path.relative_to(paths.ROOT)}: {path.stat().st_size // 1024} KB, threshold {threshold:.2f}")
    return 0


def _messages(library: Library) -> Iterator[Message]:
    for file in sorted(TUNED.glob("messages*.jsonl")):
        for row in _lines(file):
            kinds = [kind for kind in row["kinds"] if kind != "third_person"]
            yield Message(file.stem, row["text"], tuple(kinds))
    for row in _lines(TUNED / "questions.jsonl"):
        yield Message("always", row["text"], ("rhetorical_question",) if row["blaming"] else ())
    yield from (Message("always", row["response"], ()) for row in _lines(TUNED / "replies.jsonl") if row["good"])
    for row in _lines(TUNED / "safety.jsonl"):  # who tells of danger tells what happened
        if row["risk"] != "none":
            yield Message("always", row["text"], ())
    for pattern in library.patterns:
        yield from (Message("always", example.text, (pattern.kind,)) for example in pattern.flag)
        yield from (Message("always", example.text, ()) for example in pattern.allow)


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _sentences(messages: Sequence[Message], library: Library) -> Sentences:
    rules: RuleSet[Pattern] = RuleSet(library.patterns, pipeline().vocab, MASKS, custom.CUSTOMS)
    names: list[tuple[str, ...]] = []
    means, owner, matched, reported = [], [], [], []
    for number, parsed in enumerate(parse_many(message.text for message in messages)):
        marked = _marked(parsed, rules)
        for sentence, own in zip(parsed.sentences, text_features(parsed), strict=True):
            tokens = range(sentence.start, sentence.end)
            names.append(tuple(own))
            means.append(meaning(parsed, sentence))
            owner.append(number)
            matched.append(not marked.isdisjoint(tokens))
            reported.append(parsed.reported.issuperset(tokens))
    rows = rows_of([numbers(one, BITS) for one in names], 1 << BITS)
    return Sentences(rows, np.array(means), np.array(owner), tuple(names), np.array(matched), np.array(reported))


def _marked(parsed: Parsed, rules: RuleSet[Pattern]) -> set[int]:
    return {i for match in rules.matches(parsed) for i in range(match.first, match.last)}


def _model(
    messages: Sequence[Message], sentences: Sentences, use: npt.NDArray[np.bool_], threshold: float
) -> learned.Model:
    """A model of the sentences marked in ``use`` (n,)."""
    chosen = np.flatnonzero(use)
    rows, owner = sentences.rows.take(chosen), sentences.owner[chosen]
    blaming = np.array([bool(messages[i].kinds) for i in owner])
    many = np.bincount(owner)[owner] > 1
    matched = sentences.matched[chosen]
    known = np.bincount(owner, weights=matched)[owner] > 0
    likely = np.zeros(len(chosen))
    centre, spread = sentences.meaning[chosen].mean(axis=0), sentences.meaning[chosen].std(axis=0)
    stretch = spread * np.sqrt(len(spread))
    dense = (sentences.meaning[chosen] - centre) / stretch
    scale = rows.log_ratios(blaming)
    rows = rows.scaled(scale)
    for turn in range(ROUNDS):
        guilty, weight = _guilty(owner, blaming, many, matched, known, likely, first=turn == 0)
        sparse, full, bias = fit(rows, dense, guilty, weight)
        likely = 1 / (1 + np.exp(-scores(rows, dense, sparse, full, bias)))
    kinds, kind_bias = _kinds(messages, sentences, chosen[guilty & (weight == 1)])
    return learned.Model(
        blame=(sparse * scale).astype(np.float32),
        meaning=(full / stretch).astype(np.float32),
        bias=float(bias - full @ (centre / stretch)),
        kinds=kinds,
        kind_bias=kind_bias,
        threshold=threshold,
    )


def _guilty(
    owner: npt.NDArray[np.int64],
    blaming: npt.NDArray[np.bool_],
    many: npt.NDArray[np.bool_],
    matched: npt.NDArray[np.bool_],
    known: npt.NDArray[np.bool_],
    likely: npt.NDArray[np.float64],
    *,
    first: bool,
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.float64]]:
    """Which sentences are guilty (n,), and the weight of each (n,). In the first round the unknown ones share the guilt."""
    weight = np.ones(len(owner))
    if first:
        guilty = blaming & (~many | ~known | matched)
        weight[blaming & many & known & ~matched] = 0
        shared = blaming & many & ~known
        weight[shared] = 1 / np.bincount(owner)[owner][shared]
        return guilty, weight
    best = np.zeros(int(owner.max()) + 1)
    np.maximum.at(best, owner, likely)
    guilty = blaming & (~many | np.where(known, matched, likely >= best[owner]))
    beside = blaming & ~guilty
    weight[beside] = np.where(likely[beside] < 0.5, REST, 0)
    return guilty, weight


def _kinds(
    messages: Sequence[Message], sentences: Sentences, chosen: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """One model for each kind against the others, among guilty sentences: (kinds, 2**KIND_BITS) and (kinds,)."""
    rows = rows_of([numbers(sentences.names[i], KIND_BITS) for i in chosen], 1 << KIND_BITS)
    none = np.zeros((len(chosen), 0))
    table = np.zeros((len(learned.KINDS), 1 << KIND_BITS), dtype=np.float32)
    biases = np.zeros(len(learned.KINDS), dtype=np.float32)
    for k, kind in enumerate(learned.KINDS):
        named = [messages[sentences.owner[i]].kinds for i in chosen]
        weight = np.array([0.5 if kind in kinds[1:] else 1.0 for kinds in named])
        table[k], _, biases[k] = fit(rows, none, np.array([kind in kinds for kinds in named]), weight, turns=60)
    return table, biases


def _report(messages: Sequence[Message], sentences: Sentences) -> float:
    """Print what the model does with authors it never saw, and give back the threshold that it should use."""
    folds = sorted({message.fold for message in messages} - {"always"})
    fold_of = np.array([message.fold for message in messages])
    chance = np.zeros(len(messages))
    kinds: dict[int, str] = {}
    for fold in folds:
        out = fold_of[sentences.owner] == fold
        model = _model(messages, sentences, ~out, 1.0)
        for i in np.flatnonzero(out & ~sentences.reported):
            p = model.probability(sentences.names[i], sentences.meaning[i])
            if p >= chance[sentences.owner[i]]:
                chance[sentences.owner[i]] = p
                kinds[int(sentences.owner[i])] = model.kind(sentences.names[i])
    blaming = np.array([bool(message.kinds) for message in messages])
    matched = np.zeros(len(messages), dtype=bool)
    np.logical_or.at(matched, sentences.owner, sentences.matched)
    judges = np.isin(fold_of, [fold for fold in folds if fold != OWN])
    threshold = _threshold(chance[judges], blaming[judges])
    print(
        "Each file's author left out of training; precision and recall of messages, and what is added to the patterns.\n"
    )
    print(f"{'file':12} {'patterns':>12} {'learned':>12} {'both':>12} {'added right':>12}")
    for fold in folds:
        here = fold_of == fold
        cells = [
            _figures(said[here], blaming[here])
            for said in (matched, chance >= threshold, matched | (chance >= threshold))
        ]
        added = here & ~matched & (chance >= threshold)
        print(
            f"{fold:12} {cells[0]:>12} {cells[1]:>12} {cells[2]:>12} {f'{(added & blaming).sum()} of {added.sum()}':>12}"
        )
    print(f"\n{'threshold':12} {'learned':>12} {'added right':>12} {f'in {OWN}':>14}")
    for limit in sorted({0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, threshold}):
        said, added = chance >= limit, judges & ~matched & (chance >= limit)
        of_added = f"{(added & blaming).sum()} of {added.sum()}"
        own = (fold_of == OWN) & ~matched & said
        of_own = f"{(own & blaming).sum()} of {own.sum()}"
        print(f"{limit:<12.2f} {_figures(said[judges], blaming[judges]):>12} {of_added:>12} {of_own:>14}")
    print(f"\n{'kind':22} {'messages':>8} {'found':>6} {'named right':>12}")
    first = [message.kinds[0] if message.kinds else "" for message in messages]
    for kind, count in sorted(Counter(first[i] for i in np.flatnonzero(blaming & (fold_of != "always"))).items()):
        of_kind = [i for i in range(len(messages)) if first[i] == kind and fold_of[i] != "always"]
        found = [i for i in of_kind if chance[i] >= threshold]
        right = sum(kinds[i] in messages[i].kinds for i in found)
        print(f"{kind:22} {count:8} {len(found):6} {right:12}")
    print()
    return threshold


def _threshold(chance: npt.NDArray[np.float64], blaming: npt.NDArray[np.bool_]) -> float:
    """The lowest one, in hundredths, from which on up no more innocent messages are flagged than allowed."""
    allowed = FALSE_ALARMS * int((~blaming).sum())
    return next((t / 100 for t in range(50, 100) if ((chance >= t / 100) & ~blaming).sum() <= allowed), 1.0)


def _figures(said: npt.NDArray[np.bool_], blaming: npt.NDArray[np.bool_]) -> str:
    hits = int((said & blaming).sum())
    return f"{hits / max(int(said.sum()), 1):.3f} {hits / max(int(blaming.sum()), 1):.3f}"
