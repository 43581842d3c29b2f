"""Help with the reply to an answer: what raises closeness is not the question but how the answer is met (Scaffolded Vulnerability 2026).

All of it is made from the other's own answer: a reflection in fresh words, a validation that is no agreement, one question
that takes up their words. The reply is read before it is sent, and can be sent as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.language.clauses import clauses
from coach.language.mood import mood
from coach.language.parse import parse
from coach.language.person_flip import flipped, until_end
from coach.language.question_blame import INSULTS
from coach.language.reply_better import better_reply
from coach.model import Frozen, ReplyLabel, SafetyScreen, Situation

if TYPE_CHECKING:
    from coach.language.parse import Parsed
    from coach.service import CoachService

_ENDING = re.compile(r"(?<=[.!]) (?:What[^.?]*\?|I'd (?:like|love) to hear more about it\.|I'm glad you told me\.)$")
_LONGEST_QUESTION = 25  # words, as for every question of the coach
_FEW_WORDS = 4  # an answer of so few tells too little to give back
_SHORT = "You put that in a few words. I'd like to hear a bit more, if you want to tell it."
_PLAIN = ("What part of that matters most to you?", "What was in your mind as you wrote that?")
_STAYED = "I can hear that this stayed with you."
_HARD = re.compile(r"\b(?:hard|a lot (?:to hold|of weight|is going on)|weight)\b")
_WISHES = frozenset({"want", "wish", "hope", "need"})
_OWN = frozenset({"the", "your", "our", "this", "that", "his", "her", "their"})
_LONGEST_QUOTE = 12  # words
_HINTS: dict[ReplyLabel, str] = {
    "fixing": "This gives advice. Want to show you heard it first?",
    "dismissive": "This may sound as if it didn’t reach you. Want to say back what you heard?",
    "defensive": "This explains your side. Want to show you heard theirs first?",
    "minimising": "This may make it sound smaller than it is for them. Want to let it be as big as it feels?",
    "interrogating": "These are many questions at once. Want to say what you heard, and ask just one?",
    "blaming": "This may sting. Want to say what you heard first?",
    "neutral": "This says little of what you heard. Want to add what reached you?",
}
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
        parsed = parse(answer)
        if len(answer.split()) < _FEW_WORDS:
            return Help(reflection=_SHORT, validation="Thank you for telling me.", question=_PLAIN[0])
        return Help(reflection=_reflection(parsed), validation=_validation(parsed), question=self._question(parsed))

    def read(self, answer: str, reply: str) -> Heard:
        """How this reply may land on this answer; what was taken over from :meth:`help` is not read again. Raises TextTooLong."""
        made = self.help(answer)
        own = reply
        for offered in (made.reflection, made.validation, made.question):
            own = own.replace(offered, "")
        if not own.strip():
            return Heard()
        label = self._service.reply(answer, reply)
        found = self._service.reading(Situation(text=own)).analysis.findings
        if label.label == "fixing" and len(found) <= 1:  # "you should" is advice before it is an order
            hint = _HINTS["fixing"]
        elif found:
            hint = _STINGS.format(words=found[0].text)
        elif label.good or own != reply:
            return Heard()
        else:
            hint = _HINTS[label.label]
        return Heard(hint=hint, better=made.reflection)

    def screen(self, text: str) -> SafetyScreen:
        """Whether somebody's own words tell of danger; it is for their eyes alone. Raises TextTooLong."""
        return self._service.screen(text)

    def _question(self, answer: Parsed) -> str:
        asked = [one for one in _asked(answer) if len(one.split()) <= _LONGEST_QUESTION]
        for one, read in zip(asked, self._service.questions(asked), strict=True):
            if read.open and not read.blaming:
                return one
        return _PLAIN[len(answer.text) % 2]


def _reflection(answer: Parsed) -> str:
    glad, shade, _ = mood(answer)
    reflected = _ENDING.sub("", better_reply(answer))
    if glad or shade != "hard" or not _HARD.search(reflected):
        return reflected
    thing = next(_things(answer), "")  # nothing in the answer says that it was hard
    return f"I can picture {thing}, and I can hear that it stayed with you." if thing else _STAYED


def _validation(answer: Parsed) -> str:
    glad, shade, _ = mood(answer)
    if glad:
        return "I can see why that means so much to you."
    if shade != "hard":
        return f"It makes sense to me that this feels {shade}. Anyone in your place might feel that."
    wishes = any(clause.about_me and clause.head.lemma_.lower() in _WISHES for clause in clauses(answer.doc))
    return "I can see why you would want that." if wishes else "It makes sense to me that this stays with you."


def _asked(answer: Parsed) -> Iterator[str]:
    """Questions that take up the answer's own words, the closest first."""
    for clause in clauses(answer.doc):
        lemma, lower = clause.head.lemma_.lower(), clause.subject.lower_ if clause.subject is not None else ""
        rest = flipped(until_end([token for token in clause.tokens if token.i > clause.head.i]))
        if lower == "i" and lemma in _WISHES and not clause.negated and 2 <= len(rest.split()) <= _LONGEST_QUOTE:
            if rest.startswith("to "):
                yield f"What would it mean to you {rest}?"
            elif lemma in {"need", "want"}:
                yield f"What would change for you if you had {rest}?"
    for token in answer.doc:
        if token.lower_ == "when" and token.dep_ == "advmod" and token.head.dep_ == "advcl":
            told = flipped(until_end([one for one in token.head.subtree if one.i > token.i]))
            if 2 <= len(told.split()) <= _LONGEST_QUOTE:
                yield f"What was going on in you when {told}?"
    for thing in _things(answer):
        yield f"What comes up in you when you think of {thing}?"


def _things(answer: Parsed) -> Iterator[str]:
    """What they speak of, in their own words turned round ("your grandmother's kitchen"): theirs first, then the longest."""
    found = []
    for chunk in answer.doc.noun_chunks:
        phrase = flipped(list(chunk))
        words = phrase.split()
        if 2 <= len(words) <= 5 and words[0] in _OWN and chunk.root.pos_ == "NOUN" and chunk.root.lower_ not in INSULTS:
            found.append(phrase)
    yield from sorted(found, key=lambda phrase: (not phrase.startswith("your "), -len(phrase)))
