"""A passage as it was said, to whom it tells of, with nothing else changed: "he has just never asked" → "you have just never asked"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.suggest.brought_up import did, told_of
from coach.suggest.set_aside import sentence
from coach.suggest.turned import Turned
from coach.suggest.words import is_emoji, joined, quoted, second_person

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

    from coach.suggest.target import Target

_OPENS = re.compile(
    r"^(?:(?:wow|ok|okay|right|well|nah|nope|oh|omg|look|lol|and|but|also|honestly|basically|so|anyway|i mean|tbh|ngl)\b[ ,]*)+(?=\S)",
    re.IGNORECASE,
)
_CALLS = re.compile(r"^(\w+) (?=(?:you|that|this|we|i|i'm|i've|can|could|please)\b)", re.IGNORECASE)
_CLOSES = re.compile(r"[ ,]+(?:but sure|lol|tbh|though|innit|ffs|smh|so yeah|but whatever)(?=[.!]?$)", re.IGNORECASE)
_EXCLAIMS = re.compile(
    r"[.,!]+ (?:absolutely |just |really )?(?:unbelievable|ridiculous|disgraceful|disgusting|pathetic|shameful|incredible|outrageous|typical|charming|classy|shocking)[.!]*$",
    re.IGNORECASE,
)
_CHAT = re.compile(
    r"\b(?:lol|lmao|ffs|smh|tbh|ngl)\b ?|\b(?:i'm not being funny,?|no offence,?|not gonna lie,?|not being rude,?) but ",
    re.IGNORECASE,
)
_STRONG = frozenset(
    "bloody fucking fuckin freaking frigging damn goddamn effing literally literal clearly obviously".split()
)
_LED_IN = re.compile(r"^there(?:'s| is) [^,.]+(?:, \w+)?, (?=you\b)", re.IGNORECASE)
_LED = re.compile(r"(?:(?:and|so|but)\b,? )?((?:also|then|still|even|just|now) )?", re.IGNORECASE)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def as_said(span: DocSpan, target: Target, cut: frozenset[int]) -> str:
    """The passage as it was typed, without shouting, swearing, fillers at its ends and what is ``cut``; spoken to whom it tells of."""
    cut |= {token.i for token in span if is_emoji(token)}
    strong = {token.i for token in span if token.lower_ in _STRONG and token.dep_ in {"amod", "advmod"}}
    cut |= strong - quoted(tuple(span))
    if target.described:
        tokens = tuple(token for token in span if not token.is_space)
        deed = told_of(span.root)
        if deed is not None and span.start == span.root.left_edge.i:
            return sentence(f"you {did(deed, target, cut)}")
        subject = next((child for child in span.root.children if child.dep_ in _SUBJECTS), None)
        words = _LED_IN.sub("", Turned(Clause(span.root, subject, tokens), target, cut).text())
        led = _LED.fullmatch("".join(token.text_with_ws for token in tokens if token.i < span.root.i))
        if subject is None and span.root.tag_ == "VBZ" and led:  # "Also says it's for foxes."
            rest = words[words.lower().find(span.root.lower_) + len(span.root) :]
            words = f"you {led[1] or ''}{second_person(span.root)}{rest}"
    else:
        kept = [token for token in span if token.i not in cut]
        words = " ".join(joined(kept, {}).split())
        words = _CALLS.sub(r"\1, ", words) if span[0].pos_ == "PROPN" else words
    words = _EXCLAIMS.sub("", words)
    words = _CLOSES.sub("", _CHAT.sub("", _OPENS.sub("", words.strip())))
    asked = "?" if span.text.rstrip().endswith("?") and not words.endswith("?") else ""
    return sentence(f"{words}{asked}") if words else ""
