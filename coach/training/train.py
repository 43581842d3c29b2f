"""`coach train`: the encoder and its heads, learned anew, with a report on authors left out. See :mod:`coach.training.encoder`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from coach.errors import BadInput
from coach.language.analyse import Analyser
from coach.language.encoder import LEARNED, Encoder, Tokens
from coach.language.parse import parse_many
from coach.library.load import Library
from coach.training import encoder as network
from coach.training.beneath import WEIGHED_ON, refit
from coach.training.export import write
from coach.training.fit import trusted
from coach.training.labelled import Example, examples, missing
from coach.training.report import Report

LEFT_OUT = WEIGHED_ON | frozenset(
    "messages_w2 messages_w5 messages_w8 messages_w12 messages_w13 messages_w14 messages_w15 questions_q2 replies_r2 situations_s2 safety_b safety_e facts_3 heard_b".split()
)
ROUNDS, MORE_ROUNDS, LATER_RATE = 3, 2, 4e-5
_NO_EXAMPLES = "The labelled examples are in the project's source; run `coach train` in a checkout."
_NO_PACKAGES = 'Training needs more packages: python -m pip install -e ".[train]"'


def train(library: Library, folder: Path = LEARNED) -> int:
    """Learn, report, and write the network, its word pieces and its heads. Raises BadInput where something needed is missing."""
    if missing():
        raise BadInput(_NO_EXAMPLES)
    try:
        base = network.base_weights()
    except ImportError as error:
        raise BadInput(_NO_PACKAGES) from error
    known = examples(library)
    names = network.names_of(known)
    with tempfile.TemporaryDirectory() as name:
        early = Path(name)
        (early / "tokens.json").write_bytes(network.base_tokens())
        tokens = Tokens(early / "tokens.json")
        weights = network.learn(
            base, _read([one for one in known if one.source not in LEFT_OUT], tokens, names), ROUNDS
        )
        store(weights, names, {}, early)
        refit(early, [one for one in known if one.source not in LEFT_OUT], names)
        left_out = [one for one in known if one.source in LEFT_OUT]
        settings = Report(Encoder(early), library, names, left_out).run()
        settings["blame.trusted"] = np.array(trusted(_finds(Analyser(library), known)))
        weights = network.learn(weights, _read(known, tokens, names), MORE_ROUNDS, LATER_RATE, network.SEED + 1)
        (folder / "tokens.json").write_bytes(network.base_tokens())
    store(weights, names, settings, folder)
    refit(folder, known, names)
    return 0


def store(weights: network.Weights, names: network.Names, settings: network.Weights, folder: Path) -> None:
    """Write the network and its heads, with the names of what those of ``BENEATH`` answer."""
    write(weights, folder / "encoder.onnx")
    named = {f"{head}.names": np.array(ids) for head, ids in names.items()}
    (folder / "heads.npz").write_bytes(network.packed({**network.heads_of(weights), **named, **settings}))


def _finds(analyser: Analyser, known: Sequence[Example]) -> Iterator[tuple[str, bool]]:
    """Every pattern's find in the labelled messages, and whether the message blames."""
    messages = [one for one in known if one.source.startswith("messages")]
    for one, parsed in zip(messages, parse_many(one.text for one in messages), strict=True):
        yield from ((finding.pattern, bool(one.kinds)) for finding in analyser.findings(parsed))


def _read(known: Sequence[Example], tokens: Tokens, names: network.Names) -> list[network.Read]:
    """Examples as numbers; the rarer tasks are met twice in a round."""
    rare = [one for one in known if one.reply or one.open is not None or (one.risk and not one.ranges)]
    return [read for one in (*known, *rare) if (read := network.read(one, tokens, names)) is not None]
