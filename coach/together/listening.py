"""Help with the reply to an answer: what raises closeness is not the question but how the answer is met (Scaffolded Vulnerability 2026).

All of it is made from the other's own answer: a reflection in fresh words, a validation that is no agreement, one question
that takes up their words. The reply is read before it is sent, and can be sent as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.parse import parse
from coach.model import Frozen, ReplyLabel, SafetyScreen, Situation
from coach.together.giving_back import GivenBack

if TYPE_CHECKING:
    from coach.service import CoachService

_LONGEST_QUESTION = 25  # words, as for every question of the coach
_FEW_WORDS = 4  # an answer of so few tells too little to give back
_SHORT = "You put that in a few words. I'd like to hear a bit more, if you want to tell it."
_PLAIN = ("What part of that matters most to you?", "What else comes to mind when you think of it?")
_NOTHING = (
    r"(?:(?:i )?(?:really |just |honestly )?(?:don['’]?t|do not) (?:really )?know|nothing (?:really |much )?(?:comes|came|springs) to mind|"
    r"no idea|dunno|hard to say|(?:i['’]m |i am )?not (?:really )?sure|"
    r"(?:i )?(?:can['’]?t|cannot) (?:really )?(?:think of|remember|name) (?:one|any|anything|it))"
)
_NO_ANSWER = re.compile(
    rf"\W*(?:(?:honestly|well|hm+|u[mh]+|oh|sorry)\W+)*{_NOTHING}(?:\W+(?:and |but )?{_NOTHING})*\W*", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:(?P<time>(?:the|that) (?:time|day|night|evening|morning|moment) (?:when |that )?)|you know,? (?:that )?|i (?:think|guess|suppose|believe) (?:that )?)(?=(?:i|you|we|he|she|they)\b)",
    re.IGNORECASE,
)
_HINTS: dict[ReplyLabel, str] = {
    "fixing": "This gives advice. Want to show you heard it first?",
    "dismissive": "This may sound as if it didn’t reach you. Want to say back what you heard?",
    "defensive": "This explains your side. Want to show you heard theirs first?",
    "minimising": "This may make it sound smaller than it is for them. Want to let it be as big as it feels?",
    "interrogating": "These are many questions at once. Want to say what you heard, and ask just one?",
    "blaming": "This may sting. Want to say what you heard first?",
    "neutral": "This says little of what you heard. Want to add what reached you?",
}
_ADVICE = re.compile(
    r"\b(?:you (?:should|could|need to|have to|ought to|might want to)|why don['’]t you|have you tried|if i were you|just (?:call|ask|tell|do|go|try))\b"
)
_SMALLER = re.compile(
    r"^(?:no,? )?(?:you won['’]t|don['’]t (?:worry|be silly|cry)|it['’]s not (?:that|so) (?:bad|hard)|cheer up|it could be worse|you['’]ll be fine)\b"
)
_STINGS = "Some of these words may sting: “{words}”. Want to say it another way?"


class Help(Frozen):
    """Three ways to meet an answer, each from the answer's own words."""

    reflection: str
    validation: str
    question: str


class Heard(Frozen):
    """How a reply may land, before it is sent. ``hint`` is empty when it is good as it is; ``better`` is one that could be used instead."""

    hint: str = ""
    better: str = ""


class Listener:
    """Helps the one who listens. Keeps nothing."""

    def __init__(self, service: CoachService) -> None:
        self._service = service

    def help(self, answer: str) -> Help:
        """Help with the reply to this answer. Raises TextTooLong."""
        self._service.check_length(answer)
        if _NO_ANSWER.fullmatch(answer):
            return Help(
                reflection="Nothing has to come. We can leave it there, or come back to it.",
                validation="Not every question has an answer right away.",
                question="What came closest, even if it was small?",
            )
        if len(answer.split()) < _FEW_WORDS:
            return Help(reflection=_SHORT, validation="Thank you for telling me.", question=_PLAIN[0])
        given = GivenBack(parse(_LEADING.sub(lambda lead: "When " if lead["time"] else "", answer)))
        return Help(reflection=given.reflection, validation=given.validation, question=self._question(given, answer))

    def read(self, answer: str, reply: str) -> Heard:
        """How this reply may land on this answer; what was taken over from :meth:`help` is not read again. Raises TextTooLong."""
        made = self.help(answer)
        own = reply
        for offered in (made.reflection, made.validation, made.question):
            own = own.replace(offered, "")
        if not own.strip():
            return Heard()
        said = own.strip().lower()
        label = self._service.reply(answer, reply)
        found = self._service.reading(Situation(text=own)).analysis.findings
        if (label.label == "fixing" or _ADVICE.search(said)) and len(
            found
        ) <= 1:  # "you should" is advice before it is an order
            hint = _HINTS["fixing"]
        elif _SMALLER.search(said):
            hint = _HINTS["minimising"]
        elif found:
            hint = _STINGS.format(words=found[0].text)
        elif label.good or own != reply:
            return Heard()
        elif label.label == "neutral" and len(said.split()) >= _FEW_WORDS and not GivenBack(parse(answer)).moves:
            return Heard()  # a friendly word is enough for a story or a joke
        else:
            hint = _HINTS[label.label]
        return Heard(hint=hint, better=made.reflection)

    def screen(self, text: str) -> SafetyScreen:
        """Whether somebody's own words tell of danger; it is for their eyes alone. Raises TextTooLong."""
        return self._service.screen(text)

    def _question(self, given: GivenBack, answer: str) -> str:
        asked = [one for one in given.questions() if len(one.split()) <= _LONGEST_QUESTION]
        for one, read in zip(asked, self._service.questions(asked), strict=True):
            if read.open and not read.blaming:
                return one
        return _PLAIN[len(answer) % 2]
