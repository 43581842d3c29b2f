"""What a turn does to the one who hears it: its act, whatever good is in it, and what stings. From the one reading of language.

Blame comes from the findings, what helps and hurts from the eleven labels of replies; apology, repair, request and an owned feeling
are told here. One turn may do several things; ``act`` is the one that the partner answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.language.replies import GOOD, read_reply
from coach.language.reply_cues import CUES
from coach.rehearsal.slots import slots

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.language.parse import Parsed
    from coach.library.practice import Act
    from coach.model import Finding, QuestionReading, Reading, ReplyLabel
    from coach.suggest.feelings import FeelingWords

_REPAIR = re.compile(
    r"\b(?:(?:can|could|shall|may) (?:we|i) (?:please |just )*(?:start (?:again|over|afresh)|try (?:that |this )?again|begin again|slow down|pause|take a (?:breath|break|minute|second|moment)|rewind|go back|say that again|rephrase)"
    r"|let (?:me|us|'s) (?:just )?(?:start (?:again|over|afresh)|try (?:that |this |it )?again|rewind|rephrase|slow down|say (?:that|it) (?:again|differently|better)|put (?:that|it) differently|take a (?:breath|break|minute|moment))"
    r"|(?:that|it|this) (?:came|went|is coming|comes) out (?:all )?(?:wrong|badly|harsh\w*)|i (?:said|put) that (?:badly|wrong|harshly|too harshly)|(?:i|we) (?:do n't|did n't) (?:want|mean) (?:to|us to) (?:fight|argue|hurt|attack)|(?:i 'm|i am) not (?:trying to|here to) (?:attack|blame|fight|win)"
    r"|i take (?:it|that) back|i (?:'m|am) on your side|(?:we 're|we are) on the same (?:side|team)|same team|i want (?:us|to) (?:to )?(?:be (?:ok|okay|alright|good|fine) again|sort this out together|work this out|get this right)|(?:i 'm|i am) getting (?:loud|heated|worked up)|you matter (?:more )?to me|(?:you|we) (?:are|'re|matter) more (?:important )?to me than|truce|peace offering|i (?:really )?hate (?:fighting|arguing|this between us)|i (?:do )?(?:love|care about) (?:you|us)(?! but))\b"
)
_REQUEST = re.compile(
    r"\b(?:(?:could|would|will|can) (?:you|we)(?! (?:tell|say more|help me understand|believe|imagine))|would it (?:be (?:ok|okay|possible|alright|all right)|work|help)|i 'd (?:really )?(?:like|love|appreciate|be (?:glad|grateful)) (?:it )?(?:if|us|for|you|to ask|help)|would you (?:be )?(?:mind|willing|open|up for)|are you (?:willing|open|up for|ok with|okay with)|what i 'd (?:like|love)|what i 'm asking|i 'm asking (?:for|if|you)|how about (?:we|you|if)|shall we|could i ask)\b"
)
_ASKS_TO_TELL = re.compile(r"\b(?:could|would|can|will) you (?:tell|say|explain|describe|help me (?:see|understand))\b")
_SORRY_BUT = re.compile(
    r"\bsorry (?:you (?:feel|felt|took|think|see)|if (?:you|i)|but)\b|\bsorry\b.{0,40}\bbut (?:you|i)\b"
)
_THEIR_SORRY = re.compile(
    r"\b(?:you|he|she|they) (?:\w+ ){0,3}(?:sorry|apologi[sz]e|apology)\b|\bsorry (?:to hear|for your|about your)\b"
)
_SORRY = re.compile(r"\b(?:sorry|apologi[sz]e|apology|forgive me|i was wrong|my fault|my bad)\b")
_OWNS = re.compile(
    r"\bsorry (?:that )?(?:i|for|about|we)\b|\bapologi[sz]e for\b|\bi (?:should (?:have|n't have|not have)|was (?:wrong|unfair|rude|out of (?:line|order)|late|short with|distracted)|forgot|snapped|shouted|ignored|interrupted|promised|missed|let you down|got (?:that|it|this) wrong|did n't (?:ring|call|tell|ask|listen|think|notice|turn up|help|do)|left you|kept you)\b|\b(?:that|this|it) (?:was|is|'s) (?:on me|my (?:fault|doing|part|mistake))\b|\bmy part\b"
)
_OWN_PART = re.compile(
    r"\b(?:(?:that|this|it) (?:one )?(?:was|is|'s) (?:on me|my (?:fault|doing|mistake))|my (?:part|share|mistake)|i (?:see|can see|know|admit|own|realise|realize) (?:now )?(?:that )?(?:i|my)|i was wrong|i got (?:that|it|this) wrong|i let you down|i should (?:have|n't have|not have)|i (?:(?:guess|think|know|suppose) (?:that )?i )?(?:never|did n't|have n't|had n't) (?:once |really |even |actually |ever )*(?:asked?|listen(?:ed)?|noticed?|thank(?:ed)?|seen?|checked|thought (?:of|about)) (?:you|how|what|about))\b"
)
_CHANGE = re.compile(
    r"\b(?:next time|from now on|i (?:'ll|will)|starting (?:today|tonight|tomorrow)|i (?:'m|am) going to|i want to do (?:it|this|that) differently)\b"
)
_FELT = re.compile(
    r"\b(?:i|i 'm|i am|i 've been|i was|me) (?:(?:just|really|so|very|a bit|pretty|quite|also|still|have been|been|do|get|got|'m|am|was|feel|felt|feeling|bit|a|little|kind of) )*$"
)
_FEELS_OF = re.compile(
    r"\bi (?:(?:just|really|do|also|still) )*(?:miss(?:ed)? (?:you|us|our|it|that|the|how|talking)|worry|worried|need (?:some|a|to|more|rest|time|quiet|help)|care about|was hoping|get (?:scared|anxious|nervous)|long for)\b|\bit (?:hurt|hurts|stung|worries|scares|scared|frightens|matters to|saddens|is hard for|was hard for|means a lot to) (?:me\b)?"
)
_PLAIN, _ADMITTED = 2.5, 3.0  # the weight from which a cue says by itself what a reply does
_TELL = re.compile(
    r"\W*(?:so |and |please )?(?:tell me|help me (?:understand|see)|i'd (?:like|love) to (?:hear|know|understand)|i (?:want|wonder)|say more|go on)\b",
    re.IGNORECASE,
)
_REFLECTS = re.compile(
    r"\b(?:(?:it |that )?sounds (?:like|as|so|really|very|hard|tiring|lonely)|what i (?:'m hearing|hear|heard)|so (?:for you|you (?:felt|feel|were|are|'re|wanted|needed|'ve))|you sound|it (?:seems|looks) (?:like|as if|that) you|(?:that|it) must (?:have been|be)|you must (?:have been|be)|if i (?:heard|got|understood) (?:you|that|it) right|did i get that)\b"
)
_VALIDATES = re.compile(
    r"\bi (?:can |do )?(?:see|get|understand) why you\b|\b(?:that|it) (?:makes|made|would make) (?:a lot of |perfect |complete )?sense\b|\bno wonder\b|\bof course you\b|\banyone would\b|\bi (?:'d|would) (?:feel|be|have been|have felt) \w+ too\b"
)
_MISSED = re.compile(r"\bi (?:'ve |really |have )*missed (?:you|us|our|it|talking|having|that)\b")
_INNER = re.compile(
    r"\byou (?:\w+ )?(?:feel|felt|feeling|want|wanted|need|needed|wish|wished|hope|hoped|miss|missed|hate|hated|worry|worried|dread|care|wonder|come|keep|'re|are|were|'ve been|'ve had|have been|had)\b|\b(?:for|in|of) you\b|\bso (?:all )?(?:you|that)\b"
)
_PLAIN_WORDS = frozenset("be have do get go say know think make take come want talk tell thing time day".split())
_TALK = re.compile(
    r"\b(?:can|could|shall|may) (?:we|i) (?:please )?(?:talk|speak|have a (?:word|talk|chat))\b", re.IGNORECASE
)
_ACCUSES = frozenset("lying lie lied again just only cheating hiding avoiding ignoring".split())
_CHECKS = re.compile(r"\W*(?:is|was) (?:that|it) (?:it|right|so)\W*", re.IGNORECASE)
_RHETORICAL = re.compile(
    r"\bhow (?:can|could|am|are|is|do|did|dare|many|often) (?:i|we|you|anyone|anybody|times)\b(?! (?:help|make|feel|see|like|want|experience|find|understand|support|do it|be))",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(?:thank you|thanks)\b(?! (?:a (?:lot|bunch)|for nothing|to you))|\bi (?:really |do )?appreciate\b"
)
_TURNS_AWAY = frozenset({"interrogating", "dismissive", "minimising"})
_COUNTERS = frozenset({"fault", "you_make_me", "invalidation", "contempt_or_sarcasm", "defensiveness"})
_BY_KIND: tuple[tuple[frozenset[str], Act], ...] = (
    (frozenset({"defensiveness"}), "defensive"),
    (frozenset({"stonewalling"}), "dismissive"),
    (frozenset({"invalidation"}), "minimising"),
)
_ORDER: tuple[Act, ...] = (
    "repair",
    "curious",
    "request",
    "apology",
    "responsibility",
    "validating",
    "reflective",
    "owned_feeling",
)
_STOP = re.compile(
    r"\W*(?:please )?(?:stop(?:,? (?:it|this|now|here|the practice|please))*|(?:i (?:want|need|'d like|would like) to|let us|let's|can we|i'd like to) (?:stop|end|quit)(?: (?:this|it|here|now|the practice|please|for today))*|end|quit|exit|(?:that|this)(?:'s| is) enough(?: for (?:today|now))?)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """A turn as the partner hears it.

    goods: every good act in it; bad: an act that hurts although no finding stands; owns: an apology that names what was done or will
    change; closed: it asks something that a word answers.
    """

    reading: Reading
    act: Act
    findings: tuple[Finding, ...]
    goods: frozenset[Act]
    bad: Act | None
    owns: bool
    closed: bool
    slots: Mapping[str, str]


def asks_to_stop(text: str) -> bool:
    """The person, not the one they play, wants to end it."""
    return _STOP.fullmatch(text.strip()) is not None


def read_turn(reading: Reading, partner: Parsed, feelings: FeelingWords) -> Said:
    """Tell what a turn does as an answer to what the partner said last."""
    parsed: Parsed = reading.parsed
    findings = tuple(one for one in reading.analysis.findings if one.kind != "third_person")
    words = " ".join(token.lower_ for token in parsed.doc if not token.is_space)
    label = read_reply(partner, parsed, blaming=bool(findings)).label
    checks = (
        _REFLECTS.search(words) and not _ACCUSES & parsed.words and any(_CHECKS.fullmatch(one.text) for one in findings)
    )
    if checks:  # "so you were under pressure, is that it?" asks whether it was heard right
        findings = tuple(one for one in findings if not _CHECKS.fullmatch(one.text))
    sorry = _SORRY.search(words) and not _SORRY_BUT.search(words) and "you" not in parsed.words
    hears = sorry or _VALIDATES.search(words) or _REFLECTS.search(words)
    if hears and all(one.pattern.startswith("learned.") for one in findings):
        findings = ()  # only the encoder hears blame, in words that plainly take up the partner's side
    questions = tuple(one for one in reading.analysis.questions if "?" in one.text or _TELL.match(one.text))
    blamed = bool(findings) or not checks and any(one.blaming for one in questions)
    goods = _goods(partner, parsed, words, label, questions, feelings, blamed=blamed)
    closed = "curious" not in goods and any(not one.open and not one.blaming for one in questions)
    bad = _bad(findings, label, goods, parsed, words)
    return Said(
        reading=reading,
        findings=findings,
        act=bad or _first(goods, words, parsed, closed=closed),
        goods=goods,
        bad=bad,
        owns=bool(_OWNS.search(words) or _CHANGE.search(words)),
        closed=closed,
        slots=slots(parsed, findings, feelings),
    )


def _goods(
    partner: Parsed,
    parsed: Parsed,
    words: str,
    label: ReplyLabel,
    questions: tuple[QuestionReading, ...],
    feelings: FeelingWords,
    *,
    blamed: bool,
) -> frozenset[Act]:
    found: set[Act] = set()
    if _REPAIR.search(words):
        found.add("repair")
    if _SORRY.search(words) and not _SORRY_BUT.search(words) and not _THEIR_SORRY.search(words):
        found.add("apology")
    if any(
        one.open and not one.blaming and not _RHETORICAL.search(one.text) and not _TALK.search(one.text)
        for one in questions
    ):
        found.add("curious")
    if _OWN_PART.search(words) or label == "responsibility" and not blamed and _admits(words):
        found.add("responsibility")
    if _REQUEST.search(words) and not _ASKS_TO_TELL.search(words) and not blamed and "repair" not in found:
        found.add("request")
    if not blamed:
        if next(feelings.own(parsed), None) is not None or _FEELS_OF.search(words):
            found.add("owned_feeling")
        if label == "reflective" and _takes_up(partner, parsed) or label == "validating" and _hinted(label, words):
            found.add(label)
        if _REFLECTS.search(words) and label not in _TURNS_AWAY | {"blaming"}:
            found.add("reflective")
        if _VALIDATES.search(words):
            found.add("validating")
        if _THANKS.search(words):
            found.add("validating")
    if label in _TURNS_AWAY:  # three questions in a row, or one that changes the subject
        found.discard("curious")
    return frozenset(found)


def _takes_up(partner: Parsed, parsed: Parsed) -> bool:
    """A reflection says something of the partner's inner side, or takes up their words; a bare "you left at nine" does neither."""
    said, answered = (
        {token.lemma_.lower() for token in one.doc if token.pos_ in {"NOUN", "VERB", "ADJ"}} - _PLAIN_WORDS
        for one in (partner, parsed)
    )
    own = " ".join(token.lower_ for token in parsed.doc if token.i not in parsed.reported)
    return bool(said & answered) or _INNER.search(own) is not None


def _bad(
    findings: tuple[Finding, ...], label: ReplyLabel, goods: frozenset[Act], parsed: Parsed, words: str
) -> Act | None:
    if label == "interrogating" and words.count("?") >= 3:
        return label
    if findings:
        kinds = {one.kind for one in findings}
        for known, act in _BY_KIND:
            if kinds <= known:
                return act
        if label == "blaming" and kinds & _COUNTERS:
            return "blaming"
        return "blame"
    if _SORRY_BUT.search(words):
        return "minimising" if re.search(r"\bsorry (?:you|if)\b", words) else "defensive"
    if goods - {"owned_feeling"} or label in GOOD or label == "neutral":
        return None
    if "owned_feeling" in goods and label not in {"dismissive", "minimising", "blaming"}:
        return None
    if label == "defensive" and _tells_of_them(parsed) or goods or label == "interrogating":
        return None
    return label if _hinted(label, words) else None


def _admits(words: str) -> bool:
    """It says "I did"; "I missed you" is no admission."""
    rest = _MISSED.sub("", words)
    return any(cue.search(rest) for weight, cue in CUES["responsibility"] if weight >= _ADMITTED)


def _hinted(label: ReplyLabel, words: str) -> bool:
    """Whether words alone speak for a label; the encoder by itself may take small talk for a rebuff."""
    return any(cue.search(words) for weight, cue in CUES[label] if weight >= _PLAIN)


def _tells_of_them(parsed: Parsed) -> bool:
    """A plain account of what the other did, such as "you came home at ten": no attack, and no defence either."""
    first = next(iter(parsed.sentences), None)
    subject = (
        next((token for token in first.root.children if token.dep_ in {"nsubj", "nsubjpass"}), None)
        if first is not None
        else None
    )
    return subject is not None and subject.lower_ not in {"i", "that", "it"}


def _first(goods: frozenset[Act], words: str, parsed: Parsed, *, closed: bool) -> Act:
    """The act that is answered: a question or a request at the end goes first, else the most telling one."""
    last = parsed.sentences[-1].text if parsed.sentences else ""
    if "repair" in goods:
        return "repair"
    if "?" in last:
        for act in ("curious", "request"):
            if act in goods:
                return act
    rest = [act for act in _ORDER if act in goods]
    kind = [act for act in rest if act not in {"curious", "request"}] or rest
    return kind[0] if kind else "curious" if closed else "neutral"
