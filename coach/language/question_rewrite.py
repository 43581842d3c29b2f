"""placeholder"""
from __future__ import annotations
from collections.abc import Sequence
from spacy.tokens import Token
def open_version(tokens: Sequence[Token], *, blaming: bool) -> str | None:
    return "What's on your mind?"
