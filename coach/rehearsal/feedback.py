"""Feedback on one turn, at once and short: what landed, what may sting (the very words), one wording to try and its technique.

Practice without feedback makes people worse (CARE 2025), so no turn goes without. A good turn is not marked down for its form: what is
weighed is whether it hears and owns, before how a question is put (AnnoMI).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from coach.model import IStatement, Kind
from coach.rehearsal.state import Feedback
from coach.suggest.own_words import own_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.library.schema import Act
    from coach.model import Finding, Reading
    from coach.rehearsal.acts import Said

_LANDED: dict[Act, str] = {
    "validating": "You showed them that it makes sense to feel as they do.",
    "reflective": "You said back what you heard, before anything of your own.",
    "responsibility": "You owned a part of it.",
    "repair": "You stepped in to mend it while you were still talking.",
    "apology": "You said sorry for something you did.",
    "curious": "You asked in a way that leaves them room to tell.",
    "owned_feeling": "You said how it is for you, and put it on nobody.",
    "request": "You asked for something they can say yes or no to.",
}
_BARE_SORRY = "You said sorry."
_ASKED = "You asked, and that shows interest."
_TECHNIQUES: dict[Act, str] = {
    "validating": "Validation",
    "reflective": "Reflection",
    "responsibility": "Owning your part",
    "repair": "Repair attempt",
    "apology": "Apology that owns",
    "curious": "Open question",
    "owned_feeling": "I-message",
    "request": "Request",
}
_WHY: dict[Act, str] = {
    "dismissive": "It turns away from what they just said.",
    "minimising": "It makes what they feel sound smaller than it is to them.",
    "fixing": "Advice is hard to take before somebody feels heard.",
    "interrogating": "Several questions in a row feel like being tested.",
    "defensive": "It answers back before it shows that you heard them.",
    "blaming": "It hands the blame back to them.",
    "blame": "It is likely to be heard as blame.",
}
_BEST: tuple[Act, ...] = (
    "validating",
    "reflective",
    "responsibility",
    "repair",
    "owned_feeling",
    "apology",
    "curious",
    "request",
)
_HEARS = frozenset({"validating", "reflective", "curious", "responsibility"})
_REFLECTING = (
    "So {clause}. Did I get that right?",
    "It sounds like {clause}. What was that like?",
    "I didn’t know that {clause}. Tell me more?",
)
_WIDE = (
    "I’d like to understand this. What has been the hardest part of {matter} for you?",
    "Before I say more: how has it been for you, with {matter}?",
    "Tell me how you see {matter}. I’d like to hear it.",
    "What matters most to you when it comes to {matter}?",
)
_SHARP = frozenset("never always ever nothing nobody everything".split())  # would sting, said back
_NO_FACT: frozenset[Kind] = frozenset(
    {"comparison", "label", "contempt_or_sarcasm", "invalidation", "stonewalling", "defensiveness"}
)
_MOSTLY = 0.6  # of the words of a draft
_SHORT = 16  # words of a quote
_OWNED_SORRY = "I’m sorry for [what you did]. I can see it was hard on you."


def feedback(said: Said, told: str, matter: str, draft: Callable[[Reading], IStatement | None]) -> Feedback:
    """Feedback on a turn. ``told`` is a clause of what the partner had just told, turned round; ``draft`` says a blaming turn another way."""
    landed = next((act for act in _BEST if act in said.goods), None)
    bare = landed == "apology" and not said.owns
    text = _LANDED[landed] if landed and not bare else _BARE_SORRY if bare else _ASKED if said.closed else ""
    stung, why = sting(said)
    attempt, technique = _attempt(said, told, matter, draft, bare=bare)
    return Feedback(landed=text, stung=stung, why=why, attempt=attempt, technique=technique or _named(landed))


def _named(act: Act | None) -> str:
    return _TECHNIQUES[act] if act else ""


def sting(said: Said) -> tuple[str, str]:
    """The words that may sting most, and why; empty when none do."""
    if said.findings:
        worst = heaviest(said.findings)
        return shortened(worst.text), worst.why
    if said.bad:
        return shortened(said.reading.situation.text), _WHY[said.bad]
    return "", ""


def _attempt(
    said: Said, told: str, matter: str, draft: Callable[[Reading], IStatement | None], *, bare: bool
) -> tuple[str, str]:
    blames = said.bad in {"blame", "blaming"} and {one.kind for one in said.findings} - _NO_FACT
    if blames and (written := draft(said.reading)) is not None and _own(written, said):
        return written.text, _TECHNIQUES["owned_feeling"]
    if bare:
        return _OWNED_SORRY, _TECHNIQUES["apology"]
    opened = next((one.open_version for one in said.reading.analysis.questions if one.open_version), None)
    if opened and said.act == "curious" and said.closed or opened and said.bad == "interrogating":
        return opened, _TECHNIQUES["curious"]
    if said.bad or not said.goods & _HEARS:
        return hearing(told, matter, said.reading.situation.text, always=bool(said.bad))
    return "", ""


def hearing(clause: str, matter: str, seed: str, *, always: bool) -> tuple[str, str]:
    """Words that show the partner was heard: what they told, turned round; else, if there must be some, a wide open question."""
    pick = crc32(seed.encode())
    if clause.startswith(("you ", "you'")) and not _SHARP & set(clause.split()):
        return _REFLECTING[pick % len(_REFLECTING)].format(clause=clause), _TECHNIQUES["reflective"]
    return (_WIDE[pick % len(_WIDE)].format(matter=matter), _TECHNIQUES["curious"]) if always else ("", "")


def _own(draft: IStatement, said: Said) -> bool:
    """Whether the draft says what the person said, and not what usually happens where such a concern is."""
    mine = own_words(draft.observation or draft.request, said.reading.situation.text)
    return mine.share >= _MOSTLY


def heaviest(findings: tuple[Finding, ...]) -> Finding:
    """The finding that costs most."""
    from coach.rehearsal.tension import STINGS

    return max(findings, key=lambda one: STINGS[one.kind])


def shortened(text: str) -> str:
    """The first words of a text, no more than a line."""
    words = text.split()
    return " ".join(words) if len(words) <= _SHORT else " ".join(words[:_SHORT]) + " …"
