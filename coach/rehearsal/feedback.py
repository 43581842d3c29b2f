"""Feedback on one turn, at once and short: what landed, what may sting (the very words), one wording to try and its technique.

Practice without feedback makes people worse (CARE 2025), so no turn goes without. A good turn is not marked down for its form: what is
weighed is whether it hears and owns, before how a question is put (AnnoMI).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import IStatement, Kind
from coach.rehearsal.state import Feedback
from coach.suggest.own_words import own_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.library.practice import Act
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
    "request",
    "curious",
)
_HEARS = frozenset({"validating", "reflective", "curious", "responsibility"})
_REFLECTING = (
    "So {clause}. Did I get that right?",
    "It sounds like {clause}. What was that like?",
    "I didn’t know that {clause}. Tell me more?",
)
Wording = tuple[str, str]  # what to say, and the technique's name
_WIDE: tuple[Wording, ...] = (
    ("I’d like to understand this. What has been the hardest part of {matter} for you?", "Open question"),
    ("Before I say more: how has it been for you, with {matter}?", "Open question"),
    ("I’m upset about {matter}, and I’d like us to be on the same side of it.", "Repair attempt"),
    ("Tell me how you see {matter}. I’d like to hear it.", "Open question"),
    ("What I mind about {matter} is [one thing a camera could have seen].", "Camera test"),
    ("What matters most to you when it comes to {matter}?", "Open question"),
)
INSTEAD: dict[Act, tuple[Wording, ...]] = {
    "dismissive": (
        ("I’m full right now. Can we go on in half an hour? I do want to hear it.", "Break with a time"),
        ("I went quiet on you. I’m still here, and I’d like to hear it.", "Staying in the talk"),
    ),
    "defensive": (
        (
            "I’d like to explain myself, and I want to hear you first. What was the hardest part for you?",
            "Hearing first",
        ),
        ("There’s some truth in that. My part in {matter} is [one thing you did].", "Owning your part"),
    ),
    "minimising": (
        ("It matters to you, so I’d like to understand it. What weighs most on you about {matter}?", "Validation"),
        ("I made that sound small. It isn’t small to you.", "Repair attempt"),
    ),
    "fixing": (("I jumped to fixing {matter}. Would you like ideas, or shall I just listen?", "Asking first"),),
    "interrogating": (("I’ll ask one thing only: what was it like for you?", "Open question"),),
    "blaming": (
        ("I hit back just now. Let me try again: I can hear that you’re hurt.", "Repair attempt"),
        ("I’m stung, and I want to hear you. What did you need from me?", "Hearing first"),
    ),
    "blame": _WIDE,
}
_SHARP = frozenset("never always ever nothing nobody everything".split())  # would sting, said back
_NO_FACT: frozenset[Kind] = frozenset(
    {"comparison", "label", "contempt_or_sarcasm", "invalidation", "stonewalling", "defensiveness"}
)
_MOSTLY = 0.6  # of the words of a draft
_SHORT = 16  # words of a quote
_OWNED_SORRY = "I’m sorry for [what you did]. I can see it was hard on you."


def feedback(said: Said, told: str, matter: str, pick: int, draft: Callable[[Reading], IStatement | None]) -> Feedback:
    """Feedback on a turn. ``told`` is a clause of what the partner had just told, turned round; ``draft`` says a blaming turn another way.

    ``pick`` chooses among wordings that do alike, so that the same advice does not come twice in a row.
    """
    landed = next((act for act in _BEST if act in said.goods), None)
    bare = landed == "apology" and not said.owns
    text = (
        _LANDED[landed]
        if landed and not bare
        else _BARE_SORRY
        if bare
        else _ASKED
        if said.closed and not said.bad
        else ""
    )
    stung, why = sting(said)
    attempt, technique = _attempt(said, told, matter, pick, draft, bare=bare)
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
    said: Said, told: str, matter: str, pick: int, draft: Callable[[Reading], IStatement | None], *, bare: bool
) -> tuple[str, str]:
    blames = said.bad in {"blame", "blaming"} and {one.kind for one in said.findings} - _NO_FACT
    if blames and (written := draft(said.reading)) is not None and _own(written, said):
        return written.text, _TECHNIQUES["owned_feeling"]
    if bare:
        return _OWNED_SORRY, _TECHNIQUES["apology"]
    opened = next((one.open_version for one in said.reading.analysis.questions if one.open_version), None)
    if opened and said.act == "curious" and said.closed or opened and said.bad == "interrogating":
        return opened, _TECHNIQUES["curious"]
    back = hearing(told, pick) if said.bad or not said.goods & _HEARS else ("", "")
    if not said.bad or back[0]:
        return back
    ways = INSTEAD[said.bad]
    text, technique = ways[pick % len(ways)]
    return text.format(matter=matter), technique


def hearing(clause: str, pick: int) -> Wording:
    """Words that show the partner was heard: what they told, turned round; nothing when it cannot be said back kindly."""
    if not clause.startswith(("you ", "you'")) or _SHARP & set(clause.split()):
        return "", ""
    return _REFLECTING[pick % len(_REFLECTING)].format(clause=clause), _TECHNIQUES["reflective"]


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
