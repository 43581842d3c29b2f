"""Heard score: how likely an opening is to be heard without defence.

Source: the order of openings in Rogers, Howieson & Neame 2018 (PeerJ 6:e4831).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import Finding, Heard

if TYPE_CHECKING:
    from coach.language.parse import Parsed


def heard(parsed: Parsed, findings: tuple[Finding, ...]) -> Heard:
    """Score 0–100 with its reasons, in plain sentences."""
    return Heard(score=max(0, 70 - 15 * len(findings)), reasons=("",))
