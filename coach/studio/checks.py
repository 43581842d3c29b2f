"""What a sentence holds: the things that a technique asks for, each with the words that show it or a plain reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.language import heard
from coach.library.load import Library
from coach.library.teaching import LookFor
from coach.model import ReplyLabel
from coach.studio.study import Study
from coach.suggest.feelings import FeelingWords

if TYPE_CHECKING:
    from coach.service import CoachService

_Seen = tuple[bool, str, str]  # whether it is there, why, the words
PRIVATE = "This one is better talked about in private than worked on here. The Help page lists people to call."
_ENOUGH = 2.5  # what one clear cue of a reply weighs
_RULED = 1.0  # from here on the rules hear a rebuff too
_MATTERS, _SENTENCES = 3, 6  # more than that is hard to answer at once
_ASKS = re.compile(
    r"\b(?:could|can|would|will|wo n't) (?:you|we|u|they|he|she)\b|\bi (?:'d|would) (?:really |so |just |also )*(?:like|love|appreciate|be (?:glad|grateful|happy))\b"
    r"|\b(?:are|would) you (?:be )?(?:up for|open to|willing|ok with|okay with)\b|\bhow about\b|\bplease\b|\blet 's\b"
    r"|\b(?:i 'm|i am) asking\b|\bwould it (?:work|be (?:ok|okay|possible|all right|alright))\b|\bi (?:hope|wish) we (?:can|could)\b"
)
_ASKS_NOT = re.compile(r"^(?: (?:please|just|you|to))* (?:stop|quit|not|n't|never)\b")
_NEED = re.compile(
    r"\bi (?:really |do |just |also |still |often |'m |am )*(?:need(?:ing)?|long(?:ing)? for|value|crave)\b(?! (?:you|u|him|her|them) to\b)"
    r"|\b(?:matters?|means? (?:a lot|so much)|(?:is|are|'s) (?:really |so |very )*important) to me\b|\bi care about\b"
    r"|\bi (?:want|'d like|would like|'d love) (?:us )?to (?:feel|be (?:heard|seen|sure|able|part|trusted|close|near)|know (?:that|where)|trust|count on|rest|belong)\b"
)
_NEED_OF_YOU = re.compile(r"\bi need (?:you|u|him|her|them) to\b")
_PERMISSION = re.compile(
    r"\b(?:is|would) (?:this|it|now|that|today|tonight|tomorrow) (?:be )?(?:a )?(?:good|ok|okay|all right|alright|right|fine|bad)(?: \w+)?\b|\b(?:can|could|may|might) i (?:ask|tell|share|say|talk|bring|check|suggest|offer|give)\b"
    r"|\b(?:are|would) you (?:be )?(?:up for|open to|willing|free|ready|ok|okay|all right|happy)\b|\b(?:do|would) you (?:have|mind|want to (?:hear|talk)|like (?:to (?:hear|talk)|me to))\b"
    r"|\b(?:when|what) (?:would|is|'s) (?:be )?(?:a )?good (?:time|moment)\b|\bok(?:ay)? (?:if|with you)\b|\bis it (?:ok|okay|all right|alright)\b|\bwould you rather\b|\bno (?:is|'s) (?:fine|ok|okay)\b|\bmind if i\b|\bif you 'd rather(?: not)?\b|\bonly if you\b|\bwould you like to (?:tell|share|say|try)\b"
)
_MORE = re.compile(
    r"\b(?:and another thing|while we 're at it|on top of that|not to mention|and also|besides that|and by the way)\b"
)
_THEIRS = re.compile(
    r"\bi (?:can |do |also |really )*(?:see|know|understand|get|hear|imagine) (?:that |how |why )?(?:this|that|it|the|things)\b"
    r"|\bif (?:that|this|it) (?:is|'s|does|feels|sounds|makes)\b|\b(?:maybe|perhaps|possibly|i (?:guess|imagine|suppose)) [^.?!]{0,60}?\byour?\b|\bhow (?:is|does|do|would) (?:it|this|that|you) (?:for you|look|see|feel)\b"
)
_AFFIRMED = re.compile(
    r"\b(?:took|takes|taken) (?:\w+ ){0,2}(?:strength|courage|guts|nerve|care|patience|effort)\b|\beven though\b|\b(?:and )?still you\b"
    r"|\byou (?:still |really |clearly |have |'ve )*(?:stayed|kept|managed|tried|came back|care|cared|thought (?:of|about)|looked after|held on|put (?:a lot|so much))\b|\bi (?:like|admire|value|respect) (?:how|that|the way|your)\b"
)
_GIVES_BACK = re.compile(
    r"(?:^|[.!] )(?:so|and|ah ,|oh ,|it sounds|that sounds|if i (?:have|got|get) (?:it|that|you) right ,|you|you 're|you 've)\b"
)
_MAKES_SENSE = re.compile(
    r"\byou (?:'re|are) (?:quite |so |absolutely )?right\b|\byou have a (?:good |fair )?point\b|\bmakes? (?:total |perfect |complete |a lot of |so much )?sense\b|\bno wonder\b|\bof course (?:you|it|that)\b"
    r"|\bi (?:can |do )?(?:see|get|understand|hear) (?:why|how|that you|that this|that it|this hurts?|it hurts?)\b|\b(?:that|it|this) must (?:be|have been|feel|have felt)\b|\banyone would\b|\bfair (?:enough|point)\b|\bi 'd (?:feel|be) \w+ too\b"
)
_OWNED = re.compile(
    r"\bi (?:was|am|'m) (?:wrong|unfair|short with|harsh|late|rude|unkind|part of)\b|\bmy part\b|\bi (?:snapped|shouted|forgot|interrupted|overreacted|raised my voice|went quiet|let you down)\b|\bi (?:could|should) have\b|\bi did (?:leave|forget|say|shout|promise|let|hurt|snap)\b"
)
_SPEAKS = re.compile(r"\b(?:i|me)\b")
_ORDERS = frozenset({"command_or_should", "threat_or_ultimatum"})
UNHELPFUL: dict[ReplyLabel, str] = {
    "dismissive": "It turns away from what they said.",
    "defensive": "It defends you before they feel heard.",
    "fixing": "It gives advice before they feel heard.",
    "minimising": "It makes their feeling smaller than it is to them.",
    "interrogating": "It questions them as a detective would.",
    "blaming": "It puts the blame on them.",
}


@dataclass(frozen=True)
class Check:
    """One thing that was looked for: whether it is there, why, and the words that show it (or stand against it)."""

    look_for: LookFor
    met: bool
    reason: str
    words: str = ""


class Checker:
    """Looks for things in sentences with the one reading of language. Keeps nothing."""

    def __init__(self, service: CoachService, library: Library) -> None:
        self.service = service
        self._words = FeelingWords(library)

    def study(self, text: str, said: str = "") -> Study:
        """Read a text once; ``said`` is what it answers, if it answers anything. Raises TextTooLong."""
        return Study(self.service, self._words, text, said)


def check(study: Study, look_for: Iterable[LookFor]) -> tuple[Check, ...]:
    """Everything looked for, in order."""
    return tuple(Check(name, *_CHECKS[name](study)) for name in look_for)


def landed(study: Study) -> ReplyLabel:
    """What the text does as a reply. Where the encoder alone hears a rebuff, words that plainly make sense of it count."""
    heard_alone = study.label in UNHELPFUL and study.scores[study.label] < _RULED
    return "validating" if heard_alone and study.hit(_MAKES_SENSE) else study.label


def _no_blame(study: Study) -> _Seen:
    findings = study.reading.analysis.findings
    if not findings and study.answers and landed(study) == "blaming" and study.scores["blaming"] >= _ENOUGH:
        return False, UNHELPFUL["blaming"], ""
    if not findings:
        return True, "Nothing in it is likely to sting.", ""
    return False, findings[0].why, findings[0].text


def _feeling(study: Study) -> _Seen:
    alike = next(study.words.look_alikes(study.parsed), None)
    disguised = next((one for one in study.reading.analysis.findings if one.kind == "disguised_blame"), None)
    if study.feelings and disguised is None:
        return True, "That is a feeling, and it is yours.", study.feelings[0]
    if study.answers and study.named_feelings:
        return True, "You name what they may feel.", study.named_feelings[0]
    if study.told_feelings and not _SPEAKS.search(study.spoken):
        return True, "It names what somebody felt.", study.told_feelings[0]
    if alike is not None:
        beneath = " or ".join(study.words.feelings[name].word for name in alike.beneath[:2])
        return False, f"{alike.why} The feeling beneath may be {beneath}.", alike.word
    if disguised is not None:
        return False, disguised.why, disguised.text
    whose = "theirs" if study.answers else "yours"
    return False, f"No feeling of {whose} is named. Try one word, such as sad, worried or lonely.", ""


_MERE_FEELING = re.compile(r"I (?:feel|felt) (?!.*\b(?:when|that|because)\b)")


def _observation(study: Study) -> _Seen:
    told = next((one for one in (study.message, *study.told_after_when()) if one.main and not one.doubtful), None)
    if told is not None and not _MERE_FEELING.match(told.main[0].text):
        return True, "A camera could have caught this.", told.main[0].text
    return False, "Nothing here could be seen or heard. Say what happened, and when.", ""


def _need(study: Study) -> _Seen:
    if words := study.hit(_NEED):
        return True, "It says what matters to you.", words
    if words := study.hit(_NEED_OF_YOU):
        return False, "This asks for a deed. The need is beneath it, such as rest, trust or being heard.", words
    return False, "It does not say what you need. Try “it matters to me to …”.", ""


def _request(study: Study) -> _Seen:
    order = next((one for one in study.reading.analysis.findings if one.kind in _ORDERS), None)
    if order is not None:
        return False, "This is an order or a threat. Ask for something they can say no to.", order.text
    found = _ASKS.search(study.spoken)
    if found is None:
        return False, "It asks for nothing yet. End with one thing they can do: “Would you …?”", ""
    if _ASKS_NOT.search(study.spoken[found.end() :]):
        return False, "It says what you don’t want. Ask for what you would like instead.", study.hit(_ASKS)
    return True, "They know what you would like, and can say yes or no.", study.hit(_ASKS)


def _other_view(study: Study) -> _Seen:
    if words := study.hit(heard.OTHER_VIEW) or study.hit(_THEIRS):
        return True, "It leaves room for how things are for them.", words
    return False, "Their side is missing. Try “Maybe you …” or “I can see that you …”.", ""


def _open_question(study: Study) -> _Seen:
    asked = study.reading.analysis.questions
    if not asked:
        return False, "There is no question in it.", ""
    read = list(study.service.questions(one.text for one in asked))
    if attack := next((one for one in read if one.blaming), None):
        return False, "This has a question mark, and is heard as a charge.", attack.text
    if opened := next((one for one in read if one.open), None):
        return True, "This cannot be answered with yes, no or one word.", opened.text
    return False, "Yes, no or one word would answer it. Begin with what, how or tell me.", read[0].text


def _reply(study: Study, label: ReplyLabel, there: str, missing: str, cues: re.Pattern[str] | None = None) -> _Seen:
    does = landed(study)
    if does in UNHELPFUL:
        return False, UNHELPFUL[does], ""
    met = does == label or study.scores[label] >= _ENOUGH or bool(cues and study.hit(cues))
    return met, there if met else missing, ""


def _reflection(study: Study) -> _Seen:
    return _reply(
        study,
        "reflective",
        "You give back what you heard.",
        "It does not give back what they said. Try “So for you …” or “You …”, in your own words.",
        _GIVES_BACK if study.shared else None,
    )


def _validation(study: Study) -> _Seen:
    return _reply(
        study,
        "validating",
        "It says that the feeling makes sense.",
        "It does not yet say that the feeling makes sense. Try “No wonder, after …”.",
        _MAKES_SENSE,
    )


def _responsibility(study: Study) -> _Seen:
    owned = study.hit(_OWNED)
    if owned and " but " not in study.spoken or study.reading.analysis.intent == "apology":
        return True, "You name your own part.", owned
    return _reply(
        study,
        "responsibility",
        "You name your own part.",
        "Your own part is missing. Try “I did …” or “My part was …”.",
    )


def _appreciation(study: Study) -> _Seen:
    scorn = any(one.kind == "contempt_or_sarcasm" for one in study.reading.analysis.findings)
    if not scorn and (words := study.hit(heard.THANKS) or study.hit(_AFFIRMED)):
        return True, "It says something good about them.", words
    return False, "Nothing good about them is said. Name one thing they did, and what it gave you.", ""


def _one_matter(study: Study) -> _Seen:
    old = next((one for one in study.reading.analysis.findings if one.kind == "past_dredging"), None)
    if old is not None:
        return False, "Old matters make the list too long to answer.", old.text
    if words := study.hit(_MORE):
        return False, "This opens a second matter. Keep it for another time.", words
    matters = len(study.message.main) + len(study.message.later)
    if matters > _MATTERS or len(study.parsed.sentences) > _SENTENCES:
        return False, "There is more than one matter in it. Pick the one that counts most today.", ""
    return True, "It stays with one matter.", ""


def _permission(study: Study) -> _Seen:
    if words := study.hit(_PERMISSION):
        return True, "You ask first, and they can say no.", words
    return False, "It begins without asking. Try “Is now a good time?” or “May I ask you something?”", ""


_CHECKS: dict[LookFor, Callable[[Study], _Seen]] = {
    "no_blame": _no_blame,
    "feeling": _feeling,
    "observation": _observation,
    "need": _need,
    "request": _request,
    "other_view": _other_view,
    "open_question": _open_question,
    "reflection": _reflection,
    "validation": _validation,
    "responsibility": _responsibility,
    "appreciation": _appreciation,
    "one_matter": _one_matter,
    "permission": _permission,
}
