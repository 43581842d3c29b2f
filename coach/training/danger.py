"""How the safety screen weighs its rules with what the encoder hears, fitted on authors that the encoder never met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from coach.language.normalise import same_length
from coach.safety.screen import surest, told_in
from coach.training.labelled import RISKS, Example

if TYPE_CHECKING:
    from coach.language.encoder import Encoder
    from coach.language.parse import Parsed
    from coach.safety.screen import Screener

QUIET = 0.02  # of harmless texts, at most so many may be taken for danger by the encoder alone
KEPT = 0.98  # of the dangers that a rule finds, so many must stand against the encoder's doubt
CALM = 0.15  # of dangers that are not immediate, at most so many may be called so for what the encoder hears


def weigh(
    encoder: Encoder, screener: Screener, told: Sequence[tuple[Example, Parsed]]
) -> tuple[dict[str, float], list[tuple[str, str, str, str]]]:
    """The settings ``risk.threshold``, ``risk.doubt`` and ``risk.now``, and lines of figures: title, rules, encoder, both."""
    read = [encoder.encode(same_length(one.text), parsed.sentence_places) for one, parsed in told]
    odds = encoder.head("risk", np.array([one.whole for one in read]))
    margin = odds[:, 1:].max(1) - odds[:, 0]
    now = encoder.head("now", np.array([one.whole for one in read]))[:, 0]
    screens = [screener.rules_say(parsed) for _, parsed in told]
    belief = np.array(
        [
            surest(encoder, one, told_in(parsed, screen))
            for one, (_, parsed), screen in zip(read, told, screens, strict=True)
        ]
    )
    named = np.array([RISKS.index(one.risk) for one, _ in told])
    urgent = np.array([bool(one.now) for one, _ in told])
    ruled = np.array([screen.risk != "none" for screen in screens])
    truth = named > 0
    threshold = max(0.0, float(np.quantile(margin[~truth & ~ruled], 1 - QUIET)))
    doubt = float(np.quantile(belief[truth & ruled], 1 - KEPT)) if (truth & ruled).any() else -np.inf
    heard = margin > threshold
    both = (ruled & (belief >= doubt)) | (heard & ~ruled)
    since = float(np.quantile(now[truth & both & ~urgent], 1 - CALM))
    grave = np.array([screen.severity == "immediate" for screen in screens])
    shown = [f"{np.mean(one[truth]):.3f}, {np.mean(one[~truth]):.3f}" for one in (ruled, heard, both)]
    right = np.mean((odds[:, 1:].argmax(1) + 1 == named)[truth & heard])
    called = [
        f"{np.mean(one[seen & urgent]):.3f}, {np.mean(one[seen & ~urgent]):.3f}"
        for one, seen in (
            (grave, truth & ruled),
            (now > since, truth & heard),
            ((grave & ruled) | (now > since), truth & both),
        )
    ]
    lines = [
        ("danger: seen, false alarms", shown[0], shown[1], shown[2]),
        ("danger: the right risk", "", f"{right:.3f}", ""),
        ("danger called immediate: that is, that isn't", called[0], called[1], called[2]),
    ]
    return {"risk.threshold": threshold, "risk.doubt": doubt, "risk.now": since}, lines
