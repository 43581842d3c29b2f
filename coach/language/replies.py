"""Replies: how a response lands on what the partner said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import ReplyReading

if TYPE_CHECKING:
    from coach.language.parse import Parsed


def read_reply(partner: Parsed, response: Parsed) -> ReplyReading:
    """Label a response to what the partner said; ``better`` answers this partner's sentence when it is not good."""
    return ReplyReading(good=False, label="neutral", better="Tell me more about that.")
