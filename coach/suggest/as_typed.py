"""A clause in the words it was typed in, whole, so that it makes sense as a sentence of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.suggest.turned import Turned

if TYPE_CHECKING:
    from coach.language.clauses import Clause
    from coach.language.parse import Parsed
    from coach.suggest.target import Target

_COUNTED = re.compile(r"(?:second|third|fourth|fifth|sixth) time\b", re.IGNORECASE)
_ASKS = frozenset({"WP", "WRB", "WDT"})
_LINE = 30  # tokens


def as_typed(parsed: Parsed, clause: Clause, said: frozenset[int], target: Target) -> str:
    """The clause in its words, spelt out and said to whom it tells of, if none of it is in a draft and it is no longer than a line; empty where it makes no sense alone."""
    first, last = clause.tokens[0].i, clause.tokens[-1].i
    whole = [token.i for token in clause.tokens] == list(range(first, last + 1))
    if not whole or said.intersection(range(first, last + 1)) or not 3 <= len(clause.tokens) <= _LINE:
        return ""
    words = " ".join(parsed.doc[first : last + 1].text.split())
    if target.described:
        words = Turned(clause, target, frozenset()).text() or words
    if _COUNTED.match(words):
        return f"That was the {words[:1].lower()}{words[1:]}"
    if clause.subject is None and clause.head.tag_ == "VBG" and clause.head.i == first:
        return f"I'm {words[:1].lower()}{words[1:]}"
    if clause.subject is None and clause.head.pos_ not in {"VERB", "AUX"}:
        return ""
    asks = parsed.doc[first].tag_ in _ASKS and clause.tokens[0].sent.text.rstrip().endswith("?")
    return f"{words.rstrip('?')}?" if asks else words
