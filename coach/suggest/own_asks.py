"""Requests made from the person's own words: what they asked for before, what was promised, what was done without them, what falls to them alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.language.inflect import inflected, verb_lemma
from coach.suggest.message import Message
from coach.suggest.recast import Observation
from coach.suggest.wishes import doable

_ASKED = re.compile(
    r"I(?:'ve| have)? (?:asked|told|begged|reminded) you (?P<often>(?:(?!not )[\w-]+ ){0,4}?)to (?P<act>.+)"
)
_OFTEN = re.compile(r"\b(again|twice|\w+ times|over and over|ages|weeks?|months?)\b")
_OPEN = re.compile(r"\b(still|n't|not|now|yet)\b|n't\b")
_PROMISED = re.compile(
    r"you(?:'ve| have)? (?:said|promised|swore|agreed|told me)(?: me)?(?: that)? (?:you'd|you would|you'll|you will|you were going to|to) (?P<act>.+)"
)
_ENDING = re.compile(r"(?:stop|quit|give up|cut down on) ")
_LASTING = re.compile(r"(?:keep|stay|let|leave me|remember|look after|watch|respect) ")
_THEN = re.compile(r"\b(?:while|when|before) \w+ (?:was|were|had|got|came|went)\b")
_OCCASIONS = re.compile(r"(?:be|come|go|join|meet|attend|make it|pick|watch|bring|drive|save|help me (?:move|pack))\b")
_WITHOUT = re.compile(
    r" (?:without|with no|behind my back|unannounced|at (?:the last minute|(?:such )?(?:short|no) notice))\b *(?P<what>[\w ]*)"
)
_BEFORE = (
    (re.compile(r"ask|permission"), "ask me before you {act}"),
    (re.compile(r"check|consult|discuss|talk|word|agree"), "talk to me before you {act}"),
    (re.compile(r"tell|say|let|mention(?!\w* me\b)|inform"), "tell me before you {act}"),
    (re.compile(r"^(?!\w)|warning|notice"), "give me a day's notice before you {act}"),
)
_TOGETHER = (
    (frozenset("go take visit see meet celebrate travel".split()), "ask me along"),
    (frozenset("start begin eat watch leave finish open".split()), "wait for me"),
)  # what is done without the writer
_ALONE = re.compile(r"\b(?:alone|on my own|by myself|single-handed(?:ly)?)\b")
_FALLS_TO_ME = re.compile(
    r"(?:it mostly falls (?P<mostly>to me) to|I(?P<marked>'m the (?:only )?one(?: who)?(?: has to)?| (?:always )?(?:end up(?= \w+ing\b)|have to)|(?:'ve| have) (?:had to|ended up(?= \w+ing\b)))?(?:'ve|'m| have| am)?(?: been)?) (?P<act>.+)"
)
_NO_TURNS = frozenset(
    "act pretend smile go come leave end find hear learn read wait cry sit sleep eat worry ask chase apologise apologize beg guess remind feel be stand watch listen see get live know think hope want lie deal".split()
)
_NUMBER = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|many|most|few)"
_TIMES = r"(?:mornings?|days?|evenings?|nights?|weeks?|weekends?|months?|years?|times|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
_TAIL = re.compile(
    r"\s*,?\s*\b(?:because|since|even though|although|while|whenever|until|and then|so that|so|but|after|before|(?:(?:in|on|at|for) )?(?:each|(?:almost |nearly )?every)|most|last"
    r"|(?:on|by) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=\s*$)|this (?:week|month|year|morning)|tonight|yesterday|again|by (?:the end|then|now)|(?:at|from) \d"
    rf"|(?:for )?(?:the last |the past )?{_NUMBER} {_TIMES}|(?:in|around|at) (?:this|our|the) (?:house|flat|home|place|family|relationship))\b.*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s(?:at|in|on|after|when|before|while|during|until|for) .*$")
_SOFTER = {"anyone": "people", "anybody": "people", "anything": "something", "any": "some", "a single": "a"}
_UNFIT = re.compile(
    r"\b(?:touch\w*|hand|hands|knee|grab\w*|hit\w*|push\w*|kiss\w*|follow\w*|threaten\w*|and|like|as if|as though|without|always|never|nothing|once|twice)\b"
)
_NOT_ACTS = frozenset(
    "stop start go ask leave forget refuse ignore fall have be get know think talk speak treat act behave say make seem look mean feel want like love hate need see hear understand expect prefer owe own live put turn come reply answer ring call phone text visit help write lose miss forget fall drop break find".split()
)
_AGAIN_AND_AGAIN = re.compile(r"^keep (?=\w{2,}ing\b)")  # "keep leaving", and not "keep the heating on"
_LONGEST = 12
_ANOTHER = re.compile(r"\b(?:and|but|so) (?:i|you|we|he|she|they)\b", re.IGNORECASE)  # a clause of its own
_ONLY_ONCE = re.compile(r"\b(?:wedding|funeral|burial|graduation|christening|birth|stag|hen do)\b")  # has no next time
WOULD_NOT = re.compile(r"you (?:wouldn['’]t|would not) ")  # told of what is over


@dataclass(frozen=True)
class OwnAsks:
    """Requests for the gentle, the direct and the brief draft; a ``loose`` one leaves the gentle draft to what fits the matter, if that is known."""

    gentle: str
    direct: str
    brief: str
    loose: bool = False


def own_asks(message: Message, *, unclear: bool) -> OwnAsks | None:
    """Requests out of what the message itself tells; None where it tells nothing that can be turned into one.

    ``unclear``: nothing else is known of what could be asked for, so that an act of the other's may be asked about as such.
    """
    told = (*message.main, *message.beside)
    for one in told:
        found = (
            _asked(one, told) or _promised(one, told) or _asked_first(one) or _in_turns(one) or _next_time(one, told)
        )
        if found:
            return found
    return next((found for one in message.main if unclear and (found := _otherwise(one))), None)


def _asked(one: Observation, told: Sequence[Observation]) -> OwnAsks | None:
    """I've asked you three times to move it → would you move it?"""
    found = _ASKED.match(one.text)
    if not found:
        return None
    again = one.tense != "past" or _OFTEN.search(found["often"]) or any(_OPEN.search(other.text) for other in told)
    act = _trimmed(found["act"])
    if not (again and doable(act)):
        return None
    return _would(f"{act}?")


def _promised(one: Observation, told: Sequence[Observation]) -> OwnAsks | None:
    """You said you'd fix the gate, and it's still broken → a day for it."""
    found = _PROMISED.match(one.text)
    if not found:
        return None
    act = _trimmed(found["act"])
    if _LASTING.match(act) and doable(act):
        return _would(f"{act}?")
    own = {verb_lemma(word) for other in told if not other.to_you for word in other.text.split()}
    verb = act.partition(" ")[0]
    if act.startswith("to ") or _ANOTHER.search(act) or verb_lemma(verb) != verb:  # "you'd stopped" had happened
        return None
    went_by = (
        _THEN.search(found["act"]) is not None
        or any(other.tense == "past" and not other.to_you for other in told)
        and not any(_OPEN.search(other.text) for other in told if other is not one)
    )
    if went_by or not doable(act) or _OCCASIONS.match(act) or verb in own or _PLACE.sub("", act) == verb:
        return None
    if _ENDING.match(act):
        helped = f"Would you tell me what would help you to {act}?"
        return OwnAsks(helped, helped, helped, loose=True)
    day = f"Could you give me a day when you'll {act}?"
    return OwnAsks(day, f"Would you tell me by when you can {act}?", day, loose=True)


def _asked_first(one: Observation) -> OwnAsks | None:
    """You move my meetings without telling me → would you tell me before you move my meetings?"""
    base = one.base or one.text.removeprefix("you ")
    found = _WITHOUT.search(base)
    if not found or not one.to_you or one.negated:
        return None
    act = _bare(_trimmed(base[: found.start()])) if one.tense == "habit" else "do something like that"
    if not 2 <= len(act.split()) <= _LONGEST:
        return None
    told_how = next((line for cue, line in _BEFORE if cue.search(found["what"])), "")
    if re.match(r"me\b", found["what"]):
        told_how = next((line for verbs, line in _TOGETHER if verb_lemma(base.split()[0]) in verbs), "")
    if not told_how:
        return None
    if act.startswith("ask me "):
        told_how = "ask me a day or two ahead"
    asked = f"{'' if one.tense == 'habit' else 'Next time, '}would you {told_how.format(act=act)}?"
    asked = asked[:1].upper() + asked[1:]
    return OwnAsks(asked, asked, asked, loose=True)


def _in_turns(one: Observation) -> OwnAsks | None:
    """I'm the one who empties the dishwasher; I do the night feeds alone → could we take turns?"""
    found = _FALLS_TO_ME.match(one.text)
    if (
        one.to_you
        or one.tense == "past"
        or not found
        or not (found["marked"] or found["mostly"] or _ALONE.search(one.text) or "all the" in one.text)
    ):
        return None
    act = _bare(_trimmed(_ALONE.sub("", found["act"].replace("all the", "the"))))
    if not 2 <= len(act.split()) <= _LONGEST or act.split()[0] in _NO_TURNS or re.search(r"\bmy\b", act):
        return None
    if re.search(r"\byour\b", act):
        return _would(f"{act} yourself from now on?")
    turns = f"Could we take turns {_doing(act)}?"
    taken = act.removeprefix("do ") if act.startswith("do the ") else _doing(act)
    return OwnAsks(turns, f"Would you take over {taken} for the next two weeks?", turns)


def _next_time(one: Observation, told: Sequence[Observation]) -> OwnAsks | None:
    """You didn't save me a seat at the assembly → next time, would you save me a seat?"""
    over = one.tense == "past" or WOULD_NOT.match(one.text)
    if any(other.link == "but" and other.to_you and other.order == one.order + 1 for other in told):
        return None  # "you did not call our name but you said …"
    if not (one.to_you and one.negated and over) or _OCCASIONS.match(one.base) or _ONLY_ONCE.search(one.text):
        return None
    first, _, rest = _trimmed(one.base).partition(" ")
    act = f"{first} {_PLACE.sub('', f' {rest}').strip()}"
    for word, softer in _SOFTER.items():
        act = re.sub(rf"\b{word}\b", softer, act)
    return _would(f"{act}?", "Next time, ") if doable(act) else None


def _otherwise(one: Observation) -> OwnAsks | None:
    """You park across my drive → would you hold off parking across my drive?"""
    act = _bare(_trimmed(one.base))
    words = act.split()
    if not one.to_you or one.negated or one.tense != "habit" or not 2 < len(words) <= _LONGEST:
        return None
    if words[0] in _NOT_ACTS or _UNFIT.search(act):
        return None
    off = f"From now on, would you hold off {_doing(act)}?"
    return OwnAsks(f"Would you be willing to try the next two weeks without {_doing(act)}?", off, off)


def _would(rest: str, before: str = "") -> OwnAsks:
    starts = ("Would you be willing to", "Would you", "Could you")
    gentle, direct, brief = (f"{before}{start.lower() if before else start} {rest}" for start in starts)
    return OwnAsks(gentle, direct, brief)


def _trimmed(act: str) -> str:
    return _TAIL.sub("", act).strip(" ,")


def _bare(act: str) -> str:
    """Keep moving my meetings → move my meetings; empties the dishwasher → empty the dishwasher."""
    first, _, rest = _AGAIN_AND_AGAIN.sub("", " ".join(act.split())).partition(" ")
    return f"{verb_lemma(first)} {rest}".strip()


def _doing(act: str) -> str:
    first, _, rest = act.split(" and ", maxsplit=1)[0].partition(" ")
    return f"{inflected(first, 'VBG')} {rest}".strip()
