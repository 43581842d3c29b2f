"""A verdict told as a feeling → the doubt of one's own that is in it.

"I feel like you don't care about me anymore" tells of nothing a camera could have seen, and yet it isn't empty: "I sometimes wonder
whether you still care about me." (Gordon: a feeling owned; NVC: a thought is not a feeling.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.suggest.recast import Place
from coach.suggest.unpacked import child_of, inner_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed
    from coach.suggest.target import Target

_NO_LONGER = re.compile(r" any ?more\b| any longer\b")
_FELT = "appreciate|believe|care|enjoy|know|like|love|mind|miss|need|rate|respect|see|take|trust|understand|value|want"
_DENIED = (  # of what goes on inside the other nobody can be sure; what they do is for the facts
    (re.compile(rf"you (?:do not|don't) ((?:really )?(?:{_FELT})\b.*)"), "you{still} {rest}"),
    (re.compile(r"you(?:'re not| are not| aren't) (.+)"), "you're{still} {rest}"),
    (re.compile(r"I(?:'m| am) not (.+)"), "I'm{still} {rest}"),
    (re.compile(r"I (?:do not|don't) ((?:matter|count|belong|mean)\b.*)"), "I{still} {rest}"),
)
_CLAIMED = re.compile(r"you(?:'re|'d| are| would| regret| hate| despise| resent)\b")
_SWEEPING = re.compile(r"\b(?:any\w*|ever|never|always|only|just|all|nothing|no one|nobody|either|even)\b")
_LONGEST = 16  # words


@dataclass(frozen=True)
class Doubt:
    """``text``: the doubt as a sentence; ``verdict``: the words it was told in, as a clause; ``tokens``: those of the feeling and the verdict."""

    text: str
    verdict: str
    tokens: frozenset[int]


def wondering(parsed: Parsed, target: Target) -> Doubt | None:
    """The first doubt, where a feeling is told as a verdict; whether it is free of blame is for the caller to ask."""
    for verdict in _verdicts(parsed):
        told = inner_clause(verdict, Place(target, frozenset(), 0, 0))
        doubt = _asked(told.text.removeprefix("as ")) if told is not None else ""
        if told is not None and doubt and len(doubt.split()) <= _LONGEST:
            whole = frozenset(token.i for token in verdict.head.subtree)
            return Doubt(f"I sometimes wonder whether {doubt}.", told.text, whole)
    return None


def _verdicts(parsed: Parsed) -> Iterator[Token]:
    """The verbs of what somebody feels "like", "as if" or "that"."""
    for token in parsed.doc:
        mine = child_of(token, "nsubj")
        felt = token.lemma_ == "feel" and mine is not None and mine.lower_ in {"i", "me", "it"}
        if felt and token.i not in parsed.reported:
            yield from (
                child for child in token.children if child.dep_ in {"advcl", "ccomp"} and child_of(child, "nsubj")
            )


def _asked(text: str) -> str:
    """You don't care about me anymore → you still care about me."""
    bare = _NO_LONGER.sub("", text)
    if _SWEEPING.search(bare):
        return ""
    still = " still" if bare != text else ""
    for denial, doubt in _DENIED:
        if match := denial.fullmatch(bare):
            to_you = " to you" if match[1] in {"matter", "count"} else ""
            return doubt.format(still=still, rest=match[1]) + to_you
    return bare if _CLAIMED.match(bare) else ""
