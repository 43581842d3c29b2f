"""How long a long transcript takes, as a ratio to spaCy's batched parse of it in the same run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from test_speed import shipped

from coach.bench import rows_of
from coach.service import CoachService
from coach.studio.coding import Coder
from coach.studio.transcript import Turn

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["shipped"]
pytestmark = pytest.mark.benchmark
TURNS, PIECE = 5_000, 250
LIMIT = 2.0  # × nlp.pipe


def test_a_long_transcript_costs_little_more_than_its_parse(
    benchmark: Any, service: CoachService, shipped: Language
) -> None:
    """5,000 turns are coded in at most twice the time of spaCy's batched parse of them, which is taken piece by piece meanwhile."""
    texts = [row[name] for row in rows_of("training", "replies") for name in ("partner_said", "response")]
    texts += [row["text"] for row in rows_of("training", "messages")]
    distinct = list(dict.fromkeys(texts))[:TURNS]  # in a real talk many turns are the same, and cost nothing
    turns = [Turn(speaker="AB"[number % 2], text=text) for number, text in enumerate(distinct)]
    assert len(turns) == TURNS
    coder = Coder(service)
    coder.code(turns[:100])
    list(shipped.pipe(distinct[:100]))
    parsed: dict[int, float] = {}

    def parse_beside(done: int, _: int) -> bool:
        """Parse the last piece as spaCy does, on the clock of its own; whatever else the machine does meets both alike."""
        if done % PIECE == 0 and done not in parsed:
            began = time.perf_counter()
            assert len(list(shipped.pipe(distinct[done - PIECE : done]))) == PIECE
            parsed[done] = time.perf_counter() - began
        return True

    began = time.perf_counter()
    benchmark.pedantic(lambda: coder.code(turns, parse_beside), rounds=1)
    both, alone = time.perf_counter() - began, sum(parsed.values())
    assert len(parsed) == TURNS // PIECE
    ratio = (both - alone) / alone
    benchmark.extra_info["ratio"] = round(ratio, 2)
    print(f"ratio {ratio:.2f}")
    assert ratio <= LIMIT
