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
from coach.rehearsal.asked import question_slots
from coach.rehearsal.deeds import deed
from coach.rehearsal.foremost import NARROW, WHOLE, main_move
from coach.rehearsal.moves import ACCUSING, OPEN, Move, moves
from coach.rehearsal.slots import slots

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.language.encoder import Floats, Later
    from coach.language.parse import Parsed
    from coach.library.practice import Act, Point
    from coach.model import Finding, QuestionReading, Reading, ReplyLabel
    from coach.suggest.feelings import FeelingWords

_REPAIR = re.compile(
    r"\b(?:(?:can|could|shall|may) (?:we|i) (?:please |just )*(?:start (?:again|over|afresh)|try (?:that |this )?again|begin again|slow down|pause|take a (?:breath|break|minute|second|moment)|rewind|go back|say that again|rephrase)"
    r"|let (?:me|us|'s) (?:just )?(?:start (?:again|over|afresh)|try (?:that |this |it )?again|rewind|rephrase|slow down|say (?:that|it) (?:again|differently|better)|put (?:that|it) differently|take a (?:breath|break|minute|moment))"
    r"|(?:that|it|this) (?:came|went|is coming|comes) out (?:all )?(?:wrong|badly|harsh\w*)|i (?:said|put) that (?:badly|wrong|harshly|too harshly)|(?:i|we) (?:do n't|did n't) (?:want|mean) (?:to|us to) (?:fight|argue|hurt|attack)|(?:i 'm|i am) not (?:saying (?:it|that|this|you)|blaming|accusing|having a go|(?:trying|here) to (?:attack|blame|fight|win))"
    r"|i take (?:it|that) back|take (?:it|that|this|what i said) back|i (?:'m|am) on your side|(?:we 're|we are) on the same (?:side|team)|same team|i want (?:us|to) (?:to )?(?:be (?:ok|okay|alright|good|fine) again|sort this out together|work this out|get this right)|(?:i 'm|i am) getting (?:loud|heated|worked up)|you matter (?:more )?to me|(?:you|we) (?:are|'re|matter) more (?:important )?to me than|truce|peace offering|i (?:really )?hate (?:fighting|arguing|this between us))\b"
)
_SORRY_BUT = re.compile(
    r"\bsorry (?:you (?:feel|felt|took|think|see)|if (?:you|i)|but)\b|\bsorry\b.{0,40}\bbut (?:you|i)\b"
)
_COUNTERS_IT = re.compile(
    r"\b(?:but|what about|so (?:did|do|have|are) you|you (?:too|also|did n't|never)|i (?:never|did n't) (?:say|said|mean|meant|do|start|started|promise|promised|touch|touched|ask)|not my|nobody told|how was i|to be fair|i was just)\b"
)
_RIDICULES = re.compile(
    r"(?:^|[.!?,] )(?:oh |come on |now |please |,)*do n't be (?:so |such |an? )*(?:ridiculous|silly|daft|stupid|dramatic|childish|absurd|like that)\b"
)
_THEIR_SORRY = re.compile(
    r"\b(?:you|he|she|they) (?:\w+ ){0,3}(?:sorry|apologi[sz]e|apology)\b|\bsorry (?:to hear|for your|about your)\b"
)
_SORRY = re.compile(
    r"(?<!a )(?<!no )(?<!to be )\b(?:sorry|apologi[sz]e|apology|forgive me|i was wrong|my fault|my bad)\b"
)
_OWNS = re.compile(
    r"\bsorry (?:that )?(?:i|for|about|we)\b|\bapologi[sz]e for\b|\bi (?:should (?:have|n't have|not have)|was (?:wrong|unfair|rude|out of (?:line|order)|late|short with|distracted)|forgot|snapped|shouted|ignored|interrupted|promised|missed|let you down|got (?:that|it|this) wrong|did n't (?:ring|call|tell|ask|listen|think|notice|turn up|help|do)|left you|kept you)\b|\b(?:that|this|it) (?:was|is|'s) (?:on me|my (?:fault|doing|part|mistake))\b|\bmy part\b"
)
_OWN_PART = re.compile(
    r"\b(?:(?:that|this|it) (?:one )?(?:was|is|'s) (?:on me|my (?:fault|doing|mistake))|my (?:part|share|mistake)|i (?:see|can see|know|admit|own|realise|realize) (?:now )?(?:that )?(?:i|my)|i was wrong|i got (?:that|it|this) wrong|i let you down|i should (?:have|n't have|not have)|i (?:(?:guess|think|know|suppose) (?:that )?i )?(?:never|did n't|have n't|had n't) (?:once |really |even |actually |ever )*(?:asked?|listen(?:ed)?|noticed?|thank(?:ed)?|seen?|checked|thought (?:of|about)) (?:you|how|what|about))\b"
)
_CHANGE = re.compile(
    r"\b(?:next time|from now on|i (?:'ll|will)|starting (?:today|tonight|tomorrow)|i (?:'m|am) going to|i want to do (?:it|this|that) differently)\b"
)
_PLAIN, _ADMITTED = 2.5, 3.0  # the weight from which a cue says by itself what a reply does
_TELL = re.compile(
    r"\W*(?:so |and |please )?(?:tell me|help me (?:understand|see)|i'd (?:like|love) to (?:hear|know|understand)|i (?:want|wonder)|say more|go on)\b",
    re.IGNORECASE,
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
_TURNS_AWAY = frozenset({"interrogating", "dismissive", "minimising"})
_PLAINLY: frozenset[str] = frozenset(
    "validating responsibility request offers warm low feeling need more view reflective fact who since date count okay upset us detail where how_was span amount moment somebody does choose count either treat touch meets silence praise reassures cares wished".split()
)
_COUNTERS = frozenset({"fault", "you_make_me", "invalidation", "contempt_or_sarcasm", "defensiveness"})
_BY_KIND: tuple[tuple[frozenset[str], Act], ...] = (
    (frozenset({"defensiveness"}), "defensive"),
    (frozenset({"stonewalling"}), "dismissive"),
    (frozenset({"invalidation"}), "minimising"),
)
_STOP = re.compile(
    r"\W*(?:please )?(?:stop(?:,? (?:it|this|now|here|the practice|please))*|(?:i (?:want|need|'d like|would like) to|let us|let's|can we|i'd like to) (?:stop|end|quit)(?: (?:this|it|here|now|the practice|please|for today))*|end|quit|exit|(?:that|this)(?:'s| is) enough(?: for (?:today|now))?)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """A turn as the partner hears it.

    point: what exactly the act asks, offers or tells, where it leaves that open; goods: every good act in it; bad: an act that hurts although no finding stands; owns: an apology that names what was done or will
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
    point: Point | None = None


def asks_to_stop(text: str) -> bool:
    """The person, not the one they play, wants to end it."""
    return _STOP.fullmatch(text.strip()) is not None


def read_turn(reading: Reading, partner: Parsed, feelings: FeelingWords, heard: Later[Floats] | None = None) -> Said:
    """Tell what a turn does as an answer to what the partner said last. ``heard``: the turn after that, where somebody began to hear it."""
    parsed: Parsed = reading.parsed
    findings = tuple(one for one in reading.analysis.findings if one.kind != "third_person")
    words = " ".join(token.lower_ for token in parsed.doc if not token.is_space)
    done = moves(parsed, partner, feelings)
    label = read_reply(partner, parsed, heard, blaming=bool(findings)).label
    checks = (
        any(move.act == "reflective" for move in done)
        and not _ACCUSES & parsed.words
        and any(_CHECKS.fullmatch(one.text) for one in findings)
    )
    if checks:  # "so you were under pressure, is that it?" asks whether it was heard right
        findings = tuple(one for one in findings if not _CHECKS.fullmatch(one.text))
    sorry = _SORRY.search(words) and not _SORRY_BUT.search(words) and "you" not in parsed.words
    hears = sorry or any(move.act in {"reflective", "validating"} and move.point != "thanks" for move in done)
    if hears and all(one.pattern.startswith("learned.") for one in findings):
        findings = ()  # only the encoder hears blame, in words that plainly take up the partner's side
    owns = any(move.act in {"responsibility", "apology"} for move in done)
    if owns and not {"you", "your"} & parsed.words:
        findings = ()  # hard words about oneself
    findings = tuple(one for one in findings if not _only_learned(one, parsed, done))
    questions = tuple(one for one in reading.analysis.questions if "?" in one.text or _TELL.match(one.text))
    blamed = bool(findings) or not checks and any(one.blaming for one in questions)
    goods = _goods(partner, parsed, words, label, questions, done, blamed=blamed)
    closed = "curious" not in goods and any(not one.open and not one.blaming for one in questions)
    bad = _bad(findings, label, goods, parsed, words)
    main = _hurting(bad, done) if bad else main_move(goods, done, closed=closed)
    sentence = parsed.sentences[main.place] if main.place != WHOLE else None
    known = slots(parsed, findings, feelings, sentence)
    if sentence is not None:
        known |= question_slots(sentence)
    if sentence is not None and (wish := deed(sentence, main.point)):
        known["deed"] = wish
    return Said(
        reading=reading,
        findings=findings,
        act=main.act,
        point=main.point,
        goods=goods,
        bad=bad,
        owns=bool(_OWNS.search(words) or _CHANGE.search(words)),
        closed=closed,
        slots=known,
    )


def _goods(
    partner: Parsed,
    parsed: Parsed,
    words: str,
    label: ReplyLabel,
    questions: tuple[QuestionReading, ...],
    done: tuple[Move, ...],
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
    if not blamed:
        found |= {
            move.act
            for move in done
            if move.act != "neutral"
            and not (move.act == "request" and "repair" in found)
            and (move.act != "curious" or move.point in OPEN)
        }
        if label == "reflective" and _takes_up(partner, parsed) or label == "validating" and _hinted(label, words):
            found.add(label)
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
    return "n't" not in parsed.words and (bool(said & answered) or _INNER.search(own) is not None)


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
    if _RIDICULES.search(words):
        return "minimising"
    if _SORRY_BUT.search(words):
        return "minimising" if re.search(r"\bsorry (?:you|if)\b", words) else "defensive"
    if goods - {"owned_feeling"} or label in GOOD or label == "neutral":
        return None
    if "owned_feeling" in goods and label not in {"dismissive", "minimising", "blaming"}:
        return None
    if (
        label == "defensive"
        and (_tells_of_them(parsed) or not _COUNTERS_IT.search(words))
        or goods
        or label == "interrogating"
    ):
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


def _hurting(bad: Act, done: tuple[Move, ...]) -> Move:
    """What hurts, and the question in it that may be answered all the same."""
    asked = next(
        (move for move in reversed(done) if move.asked and (move is done[-1] or move.point not in NARROW)), None
    )
    return Move(bad, asked.point, asked.place) if asked is not None else Move(bad, None, WHOLE)


def _only_learned(finding: Finding, parsed: Parsed, done: tuple[Move, ...]) -> bool:
    """The encoder alone hears blame in a sentence whose form plainly does something else."""
    if not finding.pattern.startswith("learned."):
        return False
    place = next((i for i, (_, end) in enumerate(parsed.sentence_places) if finding.start < end), 0)
    plainly = _PLAINLY if ACCUSING.search(finding.text.lower()) else _PLAINLY | {"yes_no"}
    return any(move.place == place and (move.act in plainly or move.point in plainly) for move in done)
