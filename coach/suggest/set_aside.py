"""What no draft keeps → whole sentences for another time, in which nobody hears blame. Nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.suggest.antecedent import named
from coach.suggest.beside import follows
from coach.suggest.things import Unsaid, unsaid_things
from coach.suggest.wishes import doable

if TYPE_CHECKING:
    from coach.language.clauses import Clause
    from coach.language.parse import Parsed
    from coach.model import Finding
    from coach.suggest.facts import Facts
    from coach.suggest.recast import Observation
    from coach.suggest.target import Target

CALM = 2.0  # odds of blame up to which a recast fact may stand for another time
_EMPTY = re.compile(  # a phrase that says nothing in a list of matters
    r"\b(?:faces?|ways?|things?|ones?|loads|lots?|bits?|god|anyone|someone|everyone|people)$", re.IGNORECASE
)
_FRAGMENT = re.compile(r"(because|like|than|that|if|unless|as if|as though|how|why) ", re.IGNORECASE)


@dataclass(frozen=True)
class SetAside:
    """Lines for another time, what is told right beside the main point, and the noun phrases that only stand in a list."""

    lines: tuple[str, ...]
    next_to: tuple[Unsaid, ...]
    named: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """What the drafts keep: the observations as they are told, the wish asked for, and the tokens of both."""

    main: Sequence[Observation]
    told: Sequence[Observation]
    asked: str
    tokens: frozenset[int]


def set_aside(
    parsed: Parsed,
    found: Sequence[Clause],
    target: Target,
    kept: Kept,
    rest: Sequence[Observation],
    wants: Sequence[str],
    facts: Facts,
    findings: Sequence[Finding],
    accusing: set[int],
) -> SetAside:
    """Everything else that was said. ``rest``: facts beside those told; ``accusing``: orders of clauses that only pass for a feeling."""
    later = [one for one in rest if not is_fragment(one.text)]
    kind = facts.kind([sentence(one.text) for one in later], CALM)
    later = [one for one, fine in zip(later, kind, strict=True) if fine]
    said = kept.tokens.union(*(one.tokens for one in later))
    already = " ".join((kept.asked, *(one.text for one in kept.told)))
    unsaid = unsaid_things(parsed, found, target, said, already, findings)
    whole, about = _told_or_named(unsaid, facts)
    whole = [one for one in whole if one.order not in accusing]
    next_to = [one for one in whole if follows(one, kept.main)]
    lines = [
        *(sentence(named(parsed, target, [one])[0].text) for one in sorted(later, key=lambda one: one.order)),
        *(sentence(one.words) for one in whole if one not in next_to),
        *([f"I'd also like to talk about {listed(about)}."] if about else []),
        *(f"Would you {want}?" for want in wants if want != kept.asked and doable(want)),
    ]
    told = " ".join(one.text for one in kept.told).lower()
    lines = [line for line in lines if line.rstrip(".").lower() not in told]
    return SetAside(tuple(dict.fromkeys(lines)), tuple(next_to), tuple(about))


def _told_or_named(unsaid: Sequence[Unsaid], facts: Facts) -> tuple[list[Unsaid], list[str]]:
    """Those that can be told in the person's own words; of the rest the acts, as in "asking for my opinion", and else the noun phrases."""
    options = list(dict.fromkeys(words for one in unsaid for words in (one.words, one.act) if words))
    options = [words for words in options if not is_fragment(words)]
    kind = {words for words, fine in zip(options, facts.kind(options), strict=True) if fine}
    rest = [one for one in unsaid if one.words not in kind]
    about = [phrase for one in rest for phrase in ((one.act,) if one.act in kind else one.things)]
    return [one for one in unsaid if one.words in kind], [one for one in dict.fromkeys(about) if not _EMPTY.search(one)]


def is_fragment(text: str) -> bool:
    """A clause that only leans on another: "because you …"."""
    return _FRAGMENT.match(text) is not None


def listed(things: Sequence[str]) -> str:
    """As in "the sofa, the dog and the bill"."""
    *first, last = things
    return f"{', '.join(first)} and {last}" if first else last


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
