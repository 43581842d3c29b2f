"""Heard score: how likely an opening is to be heard without defence.

Source: the order of openings in Rogers, Howieson & Neame 2018 (PeerJ 6:e4831): I-language above you-language, naming the other's view
above leaving it out, I-language with both views on top. What blame costs follows the four horsemen; a feeling, a request, an
appreciation and one moment come from softened start-up. The weights are ours: only the order is known.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from coach.language.encoder import encoder
from coach.language.people import is_you
from coach.language.question_blame import INSULTS
from coach.model import Finding, Heard, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed

_START = 66.0
_LANGUAGE = 9.0
_VIEW_NAMED = 8.0
_COST: dict[Kind, float] = {
    "contempt_or_sarcasm": 40, "label": 36, "threat_or_ultimatum": 26, "comparison": 22, "rhetorical_question": 22, "invalidation": 22,
    "stonewalling": 22, "fault": 20, "you_make_me": 20, "mind_reading": 18, "absolute": 18, "command_or_should": 16,
    "disguised_blame": 16, "defensiveness": 16, "past_dredging": 14, "third_person": 0,
}  # fmt: skip
_SAID: dict[Kind, str] = {
    "contempt_or_sarcasm": "Scorn or sarcasm makes most people stop listening.",
    "label": "A label on the person is heard as an attack on who they are.",
    "threat_or_ultimatum": "A threat makes people guard themselves.",
    "comparison": "Being compared with others stings.",
    "rhetorical_question": "A question with no real answer is heard as a charge.",
    "invalidation": "It tells them their feeling is wrong.",
    "stonewalling": "It shuts the door on the talk.",
    "fault": "It puts the whole fault on one side.",
    "you_make_me": "It makes them the cause of the feeling.",
    "mind_reading": "It claims to know what they think or meant.",
    "absolute": "Words such as always and never invite an argument about the word.",
    "command_or_should": "An order or a should leaves no room for a yes of their own.",
    "disguised_blame": "A feeling word here carries a charge.",
    "defensiveness": "It answers back before it hears.",
    "past_dredging": "Old wrongs make the list too long to answer.",
}
OTHER_VIEW = re.compile(
    r"\bi (?:can |do |also |really |completely |totally |fully )*(?:see|know|understand|get|reali[sz]e|imagine|hear|guess|suppose|recogni[sz]e|'m sure|am sure|bet|appreciate|notice) (?:that |how |why |it |this |what |things )?(?:\w+ ){0,3}?"
    r"(?:you|your|you 've|you 're)\b(?! (?:do n't care|did it|hate|never|always|lied|are lying|just|only|think you|do n't give|could n't|did n't (?:care|bother|even)))"
    r"|\byou (?:may|might|must|probably|perhaps|likely|could) (?:well |also |have |be |feel|see|think|need|want|find|not|just|mean)\w*|\byou (?:'re|are|were|had|have|'ve) (?:probably|perhaps|maybe|likely)\b|\b(?:maybe|perhaps|possibly|probably|i guess|i imagine) (?:that )?(?:you|it (?:was|is|feels|felt) \w+ for you|your)\b"
    r"|\b(?:from|on|in) your (?:side|point|perspective|view|end|place|shoes|position)|\byour (?:side|view|take)\b|\bthe way you see|\bhow you see|\bit (?:may|might|must|can|could|ca n't) (?:\w+ ){0,3}(?:for|on) you\b|\b(?:not easy|hard|tough|a lot|difficult|stressful|tiring|frustrating) (?:\w+ )?for you\b"
    r"|\byou (?:have|'ve|had) (?:got )?(?:a lot|so much|your hands full|had a (?:long|hard|rough)|been (?:working|under|busy|tired|carrying|juggling))|\byou (?:work|are working|'re working) (?:so )?hard|\byou (?:did|do) n't mean|\byou had (?:good|your) reasons|\bfor you (?:it|this|that)\b|\byou (?:see|feel|think|find|want|need|like|prefer|value|believe|worry)\b(?! (?:like (?:a|the)|nothing))"
)
OWN_VIEW = re.compile(
    r"\bi (?:'m |am |was |do |really |also |'d |would |still )*(?:feel|felt|feeling|think|thought|need|want|worry|worried|miss|value|prefer|care|hope|like|find|see it|mind|struggle|wish|get|got|need)\w*\b|\b(?:for|to|with) me\b|\bfrom my (?:side|point|perspective|view|end)|\bmy (?:view|side|take|feeling|worry|hope)\b|\bmatters to me\b"
)
_FEELINGS = frozenset(
    """sad hurt lonely angry upset worried anxious scared afraid frustrated tired exhausted overwhelmed disappointed embarrassed ashamed
    nervous stressed confused unsure jealous guilty tense uneasy helpless discouraged drained sore low flat torn lost shaken stung
    annoyed irritated cross frightened insecure heartbroken homesick restless resentful concerned grateful happy glad proud relieved
    hopeful calm touched moved loved close thankful excited down teary sadness worry loneliness hurtful alone""".split()
)
_REQUEST = re.compile(
    r"\b(?:could|can|would|will|shall|may|might) (?:you|we|i)\b|\bi (?:'d|would) (?:really |so |just )*(?:like|love|appreciate|be (?:glad|grateful|happy))\b|\bhow (?:about|would you feel)\b|\bwould it be (?:ok|okay|possible|alright)\b|\bplease\b|\bi (?:hope|wish) we (?:can|could)\b|\bi (?:'m|am) hoping\b|\blet 's\b|\bare you (?:up|open|willing)\b"
)
THANKS = re.compile(
    r"\b(?:thank|thanks|appreciate|grateful|i love (?:you|how|that|it when|us)|i value|i admire|glad (?:that )?you|you (?:'re|are) (?:so |really )?(?:good|great|kind|wonderful|patient)|lovely of you|means (?:a lot|so much))\b"
)
_MOMENT = re.compile(
    r"\b(?:yesterday|last (?:night|week|weekend|time|month)|this (?:morning|week|evening|afternoon)|tonight|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at (?:\d|noon|the|dinner|lunch)|when (?:you|we|i|the) \w+(?:ed|t|d|e|n|g)\b|earlier|the other (?:day|night)|\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock))\b"
)
_ASKED = re.compile(r"(?:and |but |so )?(?:could|can|would|will) you\b")
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_MANY = 4


def heard(parsed: Parsed, findings: tuple[Finding, ...]) -> Heard:
    """Score 0–100 with two to five reasons in plain sentences, what weighs most first."""
    words = spoken(parsed)
    weighed: list[tuple[float, str]] = []
    weighed += _blame(findings, parsed)
    weighed += _language(parsed, words, bool(findings))
    weighed += _parts(parsed, words, findings)
    if len(findings) >= _MANY or len(parsed.sentences) > 8 and words.count(" you ") > 6:
        weighed.append((-6.0, "Many points at once are hard to answer; one at a time is easier."))
    score = _START + sum(weight for weight, _ in weighed)
    said = sorted(weighed, key=lambda pair: -abs(pair[0]))
    reasons = tuple(dict.fromkeys(reason for _, reason in said))[:5]
    return Heard(score=max(0, min(100, round(score))), reasons=_enough(reasons, findings))


def spoken(parsed: Parsed) -> str:
    """The person's own words, each with a blank between."""
    return " ".join(token.lower_ for token in parsed.doc if not token.is_space and token.i not in parsed.reported)


def _enough(reasons: tuple[str, ...], findings: tuple[Finding, ...]) -> tuple[str, ...]:
    spare = [
        "Naming how it may look from their side would help." if findings else "There is no blame in it.",
        "Saying your own part first makes it easier to hear.",
    ]
    for reason in spare:
        if len(reasons) < 2 and reason not in reasons:
            reasons += (reason,)
    return reasons


def _blame(findings: tuple[Finding, ...], parsed: Parsed) -> list[tuple[float, str]]:
    """What each finding costs; a second of its kind and each further one weighs less."""
    weighed: list[tuple[float, str]] = []
    for place, finding in enumerate(sorted(findings, key=lambda found: -_COST[found.kind])):
        if finding.kind in _SAID:
            weighed.append((-_COST[finding.kind] * (1.0, 0.6, 0.4, 0.3)[min(place, 3)], _SAID[finding.kind]))
    if any(finding.kind in {"label", "contempt_or_sarcasm"} for finding in findings) and any(
        token.lower_ in INSULTS for token in parsed.doc
    ):
        weighed.append((-14.0, "An insult stays longer than the point it was meant to make."))
    return weighed


def _language(parsed: Parsed, words: str, blamed: bool) -> list[tuple[float, str]]:
    """Who the sentences are about: "I" and "we", or "you"; and whether the other's view is named."""
    mine, yours = told_of(parsed)
    weighed: list[tuple[float, str]] = []
    weight = _LANGUAGE * _mine(parsed, mine, yours, blamed)
    if weight > 0:
        weighed.append((weight, "It speaks of you and your side, with I and we."))
    elif weight < 0:
        weighed.append((weight, "Most of it is about what they do; sentences with I are easier to hear."))
    if _named(parsed, "other", OTHER_VIEW.search(words) is not None, blamed):
        weighed.append((_VIEW_NAMED / (2 if blamed else 1), "It names how things may be for them."))
        if mine > yours and _named(parsed, "own", OWN_VIEW.search(words) is not None, blamed):
            weighed.append((3.0, "It holds both sides, yours and theirs."))
    return weighed


def told_of(parsed: Parsed) -> tuple[int, int]:
    """How many clauses are about the speaker ("I", "we", "my …"), and how many about *you*."""
    mine = yours = 0
    for token in parsed.doc:
        if token.dep_ not in _SUBJECT or not _main(token.head) or token.i in parsed.reported:
            continue
        if token.lower_ in {"i", "we"} or any(child.lower_ in {"my", "our"} for child in token.children):
            mine += 1
        elif is_you(token) and not _about_their_view(token):
            yours += 1
    return mine, yours


def _mine(parsed: Parsed, mine: int, yours: int, blamed: bool) -> float:
    """From -1, all about *you*, to 1, all about the speaker; the head ``mine`` knows openings without blame."""
    if not mine + yours:
        return 0.0
    share = (mine - yours) / (mine + yours)
    if blamed or abs(share) == 1:
        return share
    read = encoder()
    return math.tanh(float(read.head("mine", parsed.encoding.whole)[0]) + float(read.setting("mine.rules")) * share)


def _named(parsed: Parsed, view: str, by_rules: bool, blamed: bool) -> bool:
    """Whether a view is named, one's "own" or the "other" one's: the rules weighed with a head, which knows openings without blame."""
    if blamed:
        return by_rules
    read = encoder()
    odds = float(read.head(view, parsed.encoding.whole)[0])
    return odds + float(read.setting(f"{view}.rules")) * (1 if by_rules else -1) > 0


def _main(head: Token) -> bool:
    """The head of a main, coordinated or run-on clause."""
    return head.dep_ in {"ROOT", "conj", "parataxis"} or head.dep_ == "ccomp" and head.i < head.head.i


def _about_their_view(subject: Token) -> bool:
    """A request, a hedge or the other's view is not you-language: "you may be tired", "could you …?"."""
    head = subject.head
    text = " ".join(token.lower_ for token in subject.doc[head.left_edge.i : head.right_edge.i + 1])
    return OTHER_VIEW.search(text) is not None or THANKS.search(text) is not None or _ASKED.match(text) is not None


def _parts(parsed: Parsed, words: str, findings: tuple[Finding, ...]) -> list[tuple[float, str]]:
    weighed: list[tuple[float, str]] = []
    disguised = any(finding.kind == "disguised_blame" for finding in findings)
    felt = any(token.lower_ in _FEELINGS and _owned(parsed, token.i) for token in parsed.doc)
    if felt and not disguised:
        weighed.append((6.0, "It owns a feeling."))
    elif OWN_VIEW.search(words):
        weighed.append((1.0, "It says how you see it."))
    if _REQUEST.search(words) and not any(
        finding.kind in {"command_or_should", "threat_or_ultimatum"} for finding in findings
    ):
        weighed.append((4.0, "It asks for something they can say yes or no to."))
    if THANKS.search(words) and not any(finding.kind == "contempt_or_sarcasm" for finding in findings):
        weighed.append((5.0, "It says something good about them or between you."))
    if _MOMENT.search(words) and not any(finding.kind in {"absolute", "past_dredging"} for finding in findings):
        weighed.append((2.0, "It stays with one moment."))
    return weighed


def _owned(parsed: Parsed, place: int) -> bool:
    """The feeling is said of the speaker: an I or me close before it."""
    near = [token.lower_ for token in parsed.doc[max(0, place - 6) : place]]
    return bool({"i", "me", "my", "we"} & set(near)) and "you" not in near[-2:]
