"""`coach train`: teaches the encoder and its heads the project's labelled sentences, all tasks at once (JAX on the processor).

It starts from all-MiniLM-L6-v2 (https://www.sbert.net, Apache 2.0), whose weights come with the extra ``train``. First the authors in
``LEFT_OUT`` are kept apart: on them :mod:`coach.training.report` sets thresholds and prints what to expect. Then they are learned
too. Fixed seed; about an hour on two cores.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from coach.language.encoder import WINDOW, Tokens
from coach.language.learned import KIND_NAMES
from coach.language.normalise import same_length
from coach.training.labelled import BENEATH, LABELS, RISKS, TOPICS, Example

if TYPE_CHECKING:
    import numpy.typing as npt

    Weights = dict[str, Any]  # name → array
    Names = Mapping[str, tuple[str, ...]]  # head → ids

SEED, BATCH, DROPPED, RATE, WARM_UP = 20250101, 32, 0.1, 7e-5, 0.1
LAYERS, HEADS_OF_ATTENTION, WIDTH = 6, 12, 384
SENTENCES = 6  # of one example
ANSWERS = {"blame": 1, "kind": len(KIND_NAMES), "open": 1, "attack": 1, "reply": len(LABELS), "topic": len(TOPICS), "risk": len(RISKS), "now": 1, "fact": 3, "want": 1, "own": 1, "other": 1, "mine": 1}  # fmt: skip
BENEATH_SHARE = 0.5  # what each of those heads counts beside the other tasks
YES_OR_NO = ("open", "attack", "want", "own", "other", "mine")
FASTER = 10.0  # the heads start from nothing and learn so much faster
KIND_SHARE = 0.3  # what naming a kind counts beside seeing that there is blame
_SIZES = (8, 12, 16, 24, 32, 48, 64, 96, WINDOW + 2)
_FROZEN = ("embeddings.word", "embeddings.position")  # too many words are never seen here
_UNKNOWN = -1.0


@dataclass(frozen=True)
class Read:
    """An example as numbers: ``ids`` and ``kinds`` of its tokens, ``pools`` (sentences, tokens) sums to one over each, and the answers."""

    ids: list[int]
    kinds: list[int]
    pools: npt.NDArray[np.float32]
    answers: dict[str, npt.NDArray[np.float32]]


def base_weights() -> Weights:
    """The network before it learned anything here."""
    import all_minilm_l6_v2
    from safetensors.numpy import load

    with zipfile.ZipFile(all_minilm_l6_v2.get_model_zip_path()) as archive:
        found = load(archive.read("model.safetensors"))
    return {
        name.removeprefix("bert."): array.astype(np.float32)
        for name, array in found.items()
        if "pooler" not in name and "position_ids" not in name
    }


def base_tokens() -> bytes:
    """Its word pieces."""
    import all_minilm_l6_v2

    with zipfile.ZipFile(all_minilm_l6_v2.get_model_zip_path()) as archive:
        return archive.read("tokenizer.json")


def names_of(known: Iterable[Example]) -> Names:
    """The ids that each head of ``BENEATH`` tells apart, in its order."""
    listed = list(known)
    return {name: tuple(sorted({one for each in listed for one in getattr(each, name)})) for name in BENEATH}


def read(example: Example, tokens: Tokens, names: Names) -> Read | None:
    """An example as numbers, or None when it is too long to learn from."""
    answers = _answers(example, names)
    if example.second:
        ids, kinds = tokens.pair(same_length(example.text), same_length(example.second))
        return Read(ids, kinds, np.zeros((SENTENCES, len(ids)), np.float32), answers)
    windows = tokens.windows(same_length(example.text), example.ranges)
    if len(windows) > 1 or len(example.ranges) > SENTENCES:
        return None
    places = np.array(windows[0].sentence)
    pools = np.stack([places == number for number in range(SENTENCES)]).astype(np.float32)
    ids = list(windows[0].ids)
    return Read(ids, [0] * len(ids), pools / np.maximum(pools.sum(1, keepdims=True), 1), answers)


def _answers(example: Example, names: Names) -> dict[str, npt.NDArray[np.float32]]:
    """What is known of an example, with -1 for what is not."""
    blame = np.full(SENTENCES, _UNKNOWN - 1)  # -2: no such sentence
    blame[: len(example.blame)] = [_UNKNOWN if one is None else one for one in example.blame][:SENTENCES]
    known = {
        "blame": blame,
        "kind": [float(kind in example.kinds) for kind in KIND_NAMES],
        "reply": LABELS.index(example.reply) if example.reply else _UNKNOWN,
        "topic": [float(topic in example.topics) for topic in TOPICS],
        "risk": RISKS.index(example.risk) if example.risk else _UNKNOWN,
        "now": _UNKNOWN if example.now is None or example.risk == "none" else example.now,
        "fact": _UNKNOWN if example.fact is None else example.fact,
        **{name: _UNKNOWN if (one := getattr(example, name)) is None else one for name in YES_OR_NO},
        **{name: [float(one in getattr(example, name)) for one in names[name]] for name in BENEATH},
    }
    return {name: np.asarray(answer, dtype=np.float32) for name, answer in known.items()}


def vectors(weights: Weights, ids: Any, kinds: Any, mask: Any, dropped: Any = None) -> Any:
    """The network: tokens (batch, n) → vectors (batch, n, 384). ``dropped`` is a key of chance while it learns."""
    import jax
    import jax.numpy as jnp

    def norm(x: Any, name: str) -> Any:
        centred = x - x.mean(-1, keepdims=True)
        spread = jnp.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
        return centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def drop(x: Any, number: int) -> Any:
        if dropped is None:
            return x
        kept = jax.random.bernoulli(jax.random.fold_in(dropped, number), 1 - DROPPED, x.shape)
        return x * kept / (1 - DROPPED)

    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = drop(norm(x + weights["embeddings.token_type_embeddings.weight"][kinds], "embeddings.LayerNorm"), 0)
    batch, length, width = x.shape
    hidden = (1 - mask)[:, None, None, :] * -1e9
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"

        def linear(x: Any, part: str, name: str = name) -> Any:
            return x @ weights[f"{name}.{part}.weight"].T + weights[f"{name}.{part}.bias"]

        query, key, value = (
            linear(x, f"attention.self.{part}").reshape(batch, length, HEADS_OF_ATTENTION, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(width / HEADS_OF_ATTENTION) + hidden
        heard = (jax.nn.softmax(scores, -1) @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        x = norm(x + drop(linear(heard, "attention.output.dense"), 2 * layer + 1), f"{name}.attention.output.LayerNorm")
        inner = jax.nn.gelu(linear(x, "intermediate.dense"), approximate=False)
        x = norm(x + drop(linear(inner, "output.dense"), 2 * layer + 2), f"{name}.output.LayerNorm")
    return x


def loss(weights: Weights, batch: dict[str, Any], dropped: Any) -> Any:
    """How wrong all heads are about a batch, for each example."""
    import jax
    import jax.numpy as jnp

    x = vectors(weights, batch["ids"], batch["kinds"], batch["mask"], dropped)
    whole = (x * batch["mask"][..., None]).sum(1) / jnp.maximum(batch["mask"].sum(1, keepdims=True), 1)
    sentences = jnp.einsum("bst,btd->bsd", batch["pools"], x)

    def head(name: str, of: Any = whole) -> Any:
        return of @ weights[f"{name}.w"] + weights[f"{name}.b"]

    def yes_or_no(odds: Any, answer: Any) -> Any:
        return jnp.logaddexp(0, odds) - answer * odds

    def one_of(odds: Any, answer: Any) -> Any:
        return jax.nn.logsumexp(odds, -1) - (odds * answer).sum(-1) / jnp.maximum(answer.sum(-1), 1)

    blame, answer = head("blame", sentences)[..., 0], batch["blame"]
    kinds = yes_or_no(head("kind", sentences), batch["kind"][:, None]).sum(-1)
    known = (answer >= 0) * (yes_or_no(blame, answer) + KIND_SHARE * kinds * answer)
    shared = answer == _UNKNOWN  # somewhere in these sentences there is blame: the likeliest has to carry it
    likeliest = jax.nn.logsumexp(jnp.where(shared, blame, -1e9) * 2, -1) / 2
    share = jax.nn.softmax(jnp.where(shared, jax.lax.stop_gradient(blame), -1e9), -1) * shared
    somewhere = jnp.where(shared.any(-1), jnp.logaddexp(0, -jnp.clip(likeliest, -30, 30)), 0)
    wrong = known.sum() + somewhere.sum() + KIND_SHARE * (kinds * share).sum()
    for name in ("now", *YES_OR_NO):
        wrong += ((batch[name] >= 0) * yes_or_no(head(name)[:, 0], batch[name])).sum()
    for name in ("reply", "risk", "fact"):
        right = jax.nn.one_hot(batch[name].astype(int), ANSWERS[name])
        wrong += ((batch[name] >= 0) * one_of(head(name), right)).sum()
    for name, share in (("topic", 1.0), *((name, BENEATH_SHARE) for name in BENEATH)):
        wrong += share * (batch[name].any(-1) * one_of(head(name), batch[name])).sum()
    return wrong / len(batch["ids"])


def learn(weights: Weights, known: Sequence[Read], rounds: int, rate: float = RATE, seed: int = SEED) -> Weights:
    """The weights after so many rounds over what is known (Adam with decay, a warm start and a slow end)."""
    import jax
    import jax.numpy as jnp

    chance = np.random.default_rng(seed)
    sizes = ANSWERS | {name: len(known[0].answers[name]) for name in BENEATH}
    for name, answers in sizes.items():
        weights.setdefault(f"{name}.w", chance.normal(0, 0.02, (WIDTH, answers)).astype(np.float32))
        weights.setdefault(f"{name}.b", np.zeros(answers, np.float32))
    still = {name: jax.device_put(array) for name, array in weights.items() if name.startswith(_FROZEN)}
    moving = {name: array for name, array in weights.items() if name not in still}

    @partial(jax.jit, donate_argnums=(0, 1, 2))
    def step(moving: Weights, mean: Weights, square: Weights, batch: Weights, key: Any, turn: Any, rate: Any) -> Any:
        wrong, slope = jax.value_and_grad(lambda own: loss({**still, **own}, batch, key))(moving)
        steep = jnp.sqrt(sum((one**2).sum() for one in slope.values()))
        slope = {name: one * jnp.minimum(1, 1 / (steep + 1e-6)) for name, one in slope.items()}
        mean = {name: 0.9 * mean[name] + 0.1 * one for name, one in slope.items()}
        square = {name: 0.999 * square[name] + 0.001 * one**2 for name, one in slope.items()}
        for name, array in moving.items():
            move = mean[name] / (1 - 0.9**turn) / (jnp.sqrt(square[name] / (1 - 0.999**turn)) + 1e-8)
            speed = rate * (FASTER if name.split(".")[0] in sizes else 1)
            moving = {**moving, name: array - speed * (move + (0.01 * array if array.ndim == 2 else 0))}
        return moving, mean, square, wrong

    mean = {name: np.zeros_like(array) for name, array in moving.items()}
    square = {name: np.zeros_like(array) for name, array in moving.items()}
    total, turn, key = rounds * len(list(_batches(known, chance))), 0, jax.random.PRNGKey(seed)
    for number in range(1, rounds + 1):
        began, wrong = time.monotonic(), []
        for batch in _batches(known, chance):
            turn += 1
            now = rate * min(1, turn / (WARM_UP * total)) * max(0.02, 1 - turn / total)
            moving, mean, square, one = step(
                moving, mean, square, batch, jax.random.fold_in(key, turn), float(turn), now
            )
            wrong.append(one)
        lost = float(np.mean([float(one) for one in wrong]))
        print(f"round {number} of {rounds}: loss {lost:.3f}, {time.monotonic() - began:.0f} s", flush=True)
    return {name: np.asarray(array) for name, array in {**still, **moving}.items()}


def _batches(known: Sequence[Read], chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    """Batches of examples of about one length, in any order."""
    mixed = sorted(chance.permutation(len(known)), key=lambda i: _size(known[i]))
    starts = range(0, len(mixed), BATCH)
    for start in chance.permutation(starts):
        yield _batch([known[i] for i in mixed[start : start + BATCH]])


def _size(one: Read) -> int:
    return next(size for size in _SIZES if size >= len(one.ids))


def _batch(chosen: Sequence[Read]) -> dict[str, Any]:
    size = max(map(_size, chosen))
    empty = {
        "ids": np.zeros((BATCH, size), np.int32),
        "kinds": np.zeros((BATCH, size), np.int32),
        "mask": np.zeros((BATCH, size), np.float32),
        "pools": np.zeros((BATCH, SENTENCES, size), np.float32),
    }
    for row, one in enumerate(chosen):
        length = len(one.ids)
        empty["ids"][row, :length], empty["kinds"][row, :length], empty["mask"][row, :length] = one.ids, one.kinds, 1
        empty["pools"][row, :, :length] = one.pools
    names = dict.fromkeys(BENEATH, ())
    nothing = {**_answers(Example("", ""), names), **{name: 0 * chosen[0].answers[name] for name in BENEATH}}
    answers = [*(one.answers for one in chosen), *[nothing] * (BATCH - len(chosen))]
    return {**empty, **{name: np.stack([one[name] for one in answers]) for name in nothing}}


def heads_of(weights: Weights) -> dict[str, npt.NDArray[np.float32]]:
    """The heads alone, as :class:`coach.language.encoder.Encoder` reads them."""
    return {name: array for name, array in weights.items() if name.split(".")[0] in {*ANSWERS, *BENEATH}}


def packed(arrays: dict[str, npt.NDArray[np.float32]]) -> bytes:
    """Arrays as one file."""
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
    return file.getvalue()
