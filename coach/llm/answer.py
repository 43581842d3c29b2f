"""A model's text, as it arrives → the sections of the JSON object in it, each as soon as it is whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import from_json

from coach.errors import ModelError
from coach.llm.reasons import model_error

MOST_CHARACTERS = 40_000
_THOUGHT = re.compile(r"\A\s*<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
_DECODER = json.JSONDecoder(strict=False)
Section = tuple[str, Any]


def sections(texts: Iterable[str]) -> Iterator[Section]:
    """Key and value of each entry of the first JSON object. Thoughts, prose and code fences around it are passed over.

    Raises ModelError: "unreadable" without an object or when it is cut though the model said that it had ended, "too_long"
    over MOST_CHARACTERS, and what reading the texts raises, unless the object was whole by then.
    """
    text, sent, whole = "", 0, False
    try:
        for piece in texts:
            if whole:
                continue  # the count of tokens comes last
            text += piece
            if len(text) > MOST_CHARACTERS:
                raise model_error("too_long")
            if not any(mark in piece for mark in ',]}"'):
                continue
            found, whole = _read(text)
            yield from found[sent : len(found) if whole else max(sent, len(found) - 1)]
            sent = max(sent, len(found) if whole else len(found) - 1)
    except ModelError:
        if not whole:
            raise
    if not whole:
        raise model_error("unreadable", again=True)


def _read(text: str) -> tuple[list[Section], bool]:
    """The entries so far, and whether the object is whole; the last entry of one that is not whole may still grow."""
    text = _THOUGHT.sub("", text)
    start = text.find("{")
    if start < 0:
        return [], False
    try:
        found, whole = _DECODER.raw_decode(text, start)[0], True
    except (ValueError, RecursionError):
        whole = False
        try:
            found = from_json(text[start:], allow_partial=True)
        except ValueError:
            return [], False
    return (list(found.items()), whole) if isinstance(found, dict) else ([], whole)
