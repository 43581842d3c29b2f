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
_ALONE = 3  # facts told where there is no main point
_TELLS = ("I ", "I'", "We ", "We'", "My ", "Our ", "From ", "When ", "There's ", "There was ")
_DATED = re.compile(  # nothing but a day or a count, in which there is no blame to hear
    r"That was (?:on |last |the \w+ time(?: this (?:week|month|year))?$)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?",
    re.IGNORECASE,
)
_BARE = 3  # words of "you go mad"
_EMPTY = re.compile(  # a phrase that says nothing in a list of matters
    r"\b(?:faces?|ways?|things?|ones?|loads|lots?|bits?|god|anyone|someone|everyone|people)$", re.IGNORECASE
)
_NO_MATTER = re.compile(  # a day, a greeting, what somebody is called: no matter to talk about without what happened
    r"^(?:this|every|next) (?:day|night|week|weekend|month|year|time)$|^(?:the )?mornings?$|^all day$|^your (?:weight|face|desk|maid|secretary)$|^the (?:babe|home|line)$|"
    r"^(?:even|nah|wee|respectfully|its|ok|okay|right|so) |^an? \w+ (?-i:[A-Z])[a-z]+$|'s an? |\bu\b|^the (?:tbh|just)\b|^(?:hi|hello|hey|dear|out|where|granted) |^[\d ]+ ?[ap]m$",
    re.IGNORECASE,
)
_NTH_TIME = re.compile(r"the (?:second|third|fourth|fifth|sixth) time")
_SPELL = re.compile(r"(?:this|last) (?:week|month|year|term)")
_FRAGMENT = re.compile(
    r"(because|like|than|that|if|unless|as if|as though|how|why) |(when|while) (?!.*, )", re.IGNORECASE
)


@dataclass(frozen=True)
class SetAside:
    """Lines for another time, what is told right beside the main point, the noun phrases that only stand in a list, and the facts that can be told where nothing else is."""

    lines: tuple[str, ...]
    next_to: tuple[Unsaid, ...]
    named: tuple[str, ...]
    alone: tuple[str, ...]


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
    threats = _threats(parsed, found, findings)
    later = [one for one in rest if not is_fragment(one.text) and one.order not in threats and not _says_nothing(one)]
    kind = facts.kind([sentence(one.text) for one in later], CALM)
    later = [one for one, fine in zip(later, kind, strict=True) if fine]
    said = kept.tokens.union(*(one.tokens for one in later))
    already = " ".join((kept.asked, *(one.text for one in kept.told)))
    unsaid = unsaid_things(parsed, found, target, said, already, findings)
    whole, about = _told_or_named(unsaid, threats, facts)
    whole = [one for one in whole if one.order not in accusing]
    next_to = [one for one in whole if follows(one, kept.main)]
    told_later = [(one.order, named(parsed, target, [one])[0].text) for one in later]
    told_later += [(one.order, one.words) for one in whole if one not in next_to]
    vague = {one.order for one in later if one.to_you or not one.facts}
    alone = [text for order, text in sorted(told_later) if order not in vague and text.startswith(_TELLS)]
    matters = [one for one in about if not _NTH_TIME.match(one)]
    lines = [
        *(sentence(text) for _, text in sorted(told_later)),
        *(f"That was {one}." for one in about if _NTH_TIME.match(one)),
        *([f"I'd also like to talk about {listed(matters)}."] if matters else []),
        *(f"Would you {want}?" for want in wants if want != kept.asked and doable(want)),
    ]
    told = " ".join(one.text for one in kept.told).lower()
    lines = [line for line in lines if line.rstrip(".").lower() not in told]
    return SetAside(tuple(dict.fromkeys(lines)), tuple(next_to), tuple(about), tuple(map(sentence, alone[:_ALONE])))


def _told_or_named(unsaid: Sequence[Unsaid], threats: set[int], facts: Facts) -> tuple[list[Unsaid], list[str]]:
    """Those that can be told in the person's own words; of the rest the acts, as in "asking for my opinion", and else the noun phrases."""
    options = list(dict.fromkeys(words for one in unsaid for words in (one.words, one.act) if words))
    options = [words for words in options if not is_fragment(words)]
    kind = {words for words, fine in zip(options, facts.kind(options), strict=True) if fine}
    kind |= {one.words for one in unsaid if _DATED.fullmatch(one.words)}
    told = [one for one in unsaid if one.words in kind and one.order not in threats]
    rest = [one for one in unsaid if one not in told]
    about = [
        phrase
        for one in rest
        for phrase in ((one.act,) if one.act in kind and one.order not in threats else one.things)
    ]
    about = [
        one for one in _counted(list(dict.fromkeys(about))) if not _EMPTY.search(one) and not _NO_MATTER.search(one)
    ]
    return told, about


def _counted(about: Sequence[str]) -> list[str]:
    """The noun phrases with a count and its time as one: "the third time" and "this week" → "the third time this week"."""
    nth = next((one for one in about if _NTH_TIME.fullmatch(one)), "")
    spell = next((one for one in about if nth and _SPELL.fullmatch(one)), "")
    return [f"{one} {spell}" if one == nth and spell else one for one in about if one != spell]


def _threats(parsed: Parsed, found: Sequence[Clause], findings: Sequence[Finding]) -> set[int]:
    """Orders of the clauses that only threaten: "I'm ringing the council". What is asked for instead stands in the drafts."""
    spans = [(one.start, one.end) for one in findings if one.kind == "threat_or_ultimatum"]
    return {
        order
        for order, clause in enumerate(found)
        if any(low < parsed.ends[clause.tokens[-1].i] and parsed.starts[clause.first] < high for low, high in spans)
        and not any(token.dep_ == "advcl" for token in clause.tokens)
    }


def _says_nothing(one: Observation) -> bool:
    """As in "you go mad": a habit of the other's with nothing particular in it."""
    return (
        one.to_you
        and one.tense == "habit"
        and not one.facts
        and not one.negated
        and not one.says
        and len(one.text.split()) <= _BARE
    )


def is_fragment(text: str) -> bool:
    """A clause that only leans on another: "because you …"."""
    return _FRAGMENT.match(text) is not None


def listed(things: Sequence[str]) -> str:
    """As in "the sofa, the dog and the bill"."""
    *first, last = things
    return f"{', '.join(first)} and {last}" if first else last


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if re.search(r"[.!?][\"'”’)]?$", text) else ".")
