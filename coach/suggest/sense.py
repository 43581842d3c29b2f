"""How much a suggestion sounds like one that was thought, and how much like words put together: a head over the encoder for each part of a plan.

Fitted by :mod:`coach.training.sense`; see decision 014.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from coach.language.encoder import LEARNED

if TYPE_CHECKING:
    from coach.language.encoder import Encoding, Floats
    from coach.model import Slot

WEIGHTS = LEARNED / "sense.npz"


def makes_sense(slot: Slot, encoding: Encoding) -> bool:
    """Whether a text can stand in this part, as far as a head can hear it; True for parts without a head."""
    heads = _heads()
    return slot not in heads or float(encoding.whole @ heads[slot][:-1] + heads[slot][-1]) >= 0


@lru_cache(maxsize=1)
def _heads() -> dict[str, Floats]:
    with np.load(WEIGHTS, allow_pickle=False) as weights:
        return {slot: weights[slot] for slot in weights.files}
