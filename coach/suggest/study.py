"""Reading → what every suggestion is made from: the message sorted, what it is about, the feelings and the needs beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from coach.language.encoder import encoder
from coach.language.parse import Parsed
from coach.library.load import Library
from coach.library.wording import Concern, Deed
from coach.model import Analysis, Intent, Reading, Relation, Topic
from coach.suggest.account import Account, account, unmarked
from coach.suggest.another_time import quiet
from coach.suggest.choose_cards import stems
from coach.suggest.concerns import ConcernChooser, log_chances
from coach.suggest.deeds import DeedChooser
from coach.suggest.facts import Facts, hear_passages
from coach.suggest.feelings import FeelingWords, unique
from coach.suggest.fitting import Said, said
from coach.suggest.kinds import Standing, own_words, passages, speaks_to, standing
from coach.suggest.message import Message, exact, sort_message, unseen, unsorted
from coach.suggest.moments import moment
from coach.suggest.relation import likely_relation
from coach.suggest.requests import belongs
from coach.suggest.set_aside import CALM, sentence
from coach.suggest.spoken import SECRET, ToSay
from coach.suggest.target import addressed
from coach.suggest.things import all_things
from coach.suggest.to_say import to_say, with_more
from coach.suggest.wondering import Doubt, wondering
from coach.suggest.worry import worry

if TYPE_CHECKING:
    from coach.language.encoder import Floats

_FOND = ("lonely", "wistful", "hopeful", "tender", "fond", "curious")
_TOLD: frozenset[Intent] = frozenset({"complaint", "plain"})
_NO_MOMENT = frozenset(
    {"label", "stonewalling", "absolute"}
)  # a door slammed shut tells of no moment, not even of a likely one
_CALMEST = -4.0  # odds of blame below which a message is all but certainly heard without any
_CALM = -3.5  # the same for the one sentence that sounds most like it
_CALMER = -4.5  # the same for all of them, where a pattern found what was let pass
_MILD = frozenset(
    {"command_or_should", "past_dredging", "threat_or_ultimatum"}
)  # kinds whose patterns may be overheard
_ASKS_HOW = ("how do i ", "how can i ", "how should i ", "how would i ")  # the coach, and nobody else
_UNHEARD = -9.0  # log of the chance of a feeling or need that no labelled sentence names
_FITS = 2.5  # what a feeling or need gains, in log odds, by being one that goes with what is surely the matter
_DEED = 0.9  # how surely a matter is what its verb says
_BY_VERB = 0.5  # how much a verb tells of feelings, beside a concern that is surely the matter
_ONE_THING = 14  # words of a message that tells of one act alone
_FAINT = -1.6  # log of the chance below which a feeling or a need is hardly heard
_COMMON = frozenset(
    "frustrated annoyed hurt upset disappointed resentful".split()
)  # feelings that most who are wronged would own to
_BROAD = 0.5  # how likely a broad need is where the matter has no name, beside those of what is surely the matter
_CLOSENESS: tuple[Topic, ...] = ("affection_appreciation", "time_together")


@dataclass(frozen=True)
class Study:
    """What every suggestion for one reading is made from."""

    message: Message
    concerns: list[Concern]
    source: Concern | Deed  # of requests and of the other's view
    topics: tuple[Topic, ...]
    relation: Relation | None
    feelings: list[str]
    needs: list[str]
    things: tuple[str, ...]
    guessed: bool  # the main point is the concern's, not the person's own
    unclear: bool  # what it is about has no name here
    heard: Said
    sure: float  # the chance that the source is what it is about
    to_say: ToSay | None  # it tells of nothing the other did, but of what the writer has to say
    other: Deed  # what stands in for the source
    doubt: str  # what the writer wonders, where all that is told is a verdict
    blamed: bool  # something in it may be heard as blame, or it tells of nothing else
    standing: Standing | None  # it can stand in its own words
    account: Account | None  # what happened, told in the person's own order
    felt: frozenset[int]  # tokens in which they name a feeling of their own
    waiting: tuple[str, ...]  # passages that may be told at another time, in their own words


class Studies:
    """Studies readings; ``facts`` judges what may stand in a draft, ``words`` tell what is a feeling."""

    def __init__(self, facts: Facts, words: FeelingWords, library: Library) -> None:
        self._facts = facts
        self._words = words
        self._concerns = ConcernChooser(library.concerns)
        self._deeds = DeedChooser(library.deeds)

    def message(self, reading: Reading) -> Message:
        """What a text holds, sorted; nothing is taken from one in another language."""
        if reading.analysis.language != "en":
            return unsorted(reading.analysis.text)
        return sort_message(reading.parsed, reading.analysis, self._facts, self._words)

    def of(self, reading: Reading) -> Study:
        """Everything that is known of one reading."""
        parsed: Parsed = reading.parsed
        analysis, situation = reading.analysis, reading.situation
        topics = tuple(dict.fromkeys(((situation.topic,) if situation.topic else ()) + analysis.topics))
        if analysis.intent in {"invitation", "reassurance"}:
            topics = tuple(dict.fromkeys((*_CLOSENESS, *(topic for topic in topics if topic != "communication"))))
        message, told_in_order, unsaid, waiting = self._told(reading)
        relation = situation.relation or likely_relation(parsed, message.target)
        doubt = self._doubt(parsed, message) if analysis.intent in _TOLD else None
        if doubt:
            later = tuple(line for line in message.later if line != sentence(doubt.verdict))
            message = replace(message, main=(), story=(), later=later, things=())
        theirs = [one for one in message.main if one.to_you] or message.main
        main = frozenset(i for one in theirs for i in one.tokens)
        chosen = self._concerns.choose(parsed, main, topics, relation)
        invited = analysis.intent == "invitation"
        concerns = self._concerns.stand_ins(_CLOSENESS) if invited else chosen.sure
        kinds = {finding.kind for finding in analysis.findings}
        only_labels = kinds == {"label"} or "stonewalling" in kinds <= _NO_MOMENT
        seen = doubt or told_in_order or not message.doubtful and (message.main or message.wants or message.context)
        fits = bool(concerns) and not concerns[0].general
        guessed = analysis.intent in _TOLD and fits and not seen and not only_labels
        if guessed:
            about = [noun for noun in message.named if belongs(noun, concerns[0])]
            message = unseen(message, (moment(concerns[0], parsed),), about)
        elif message.doubtful and not told_in_order and analysis.intent in _TOLD:
            message = unseen(message, (), ())
        deed = None if guessed or chosen.clear else self._deeds.named(parsed, message.main)
        likely = next((one for one in concerns[:1] if guessed or invited or not one.general), None)
        source = (not doubt and (deed or likely)) or self._deeds.other(message.main)
        unclear = deed is None and not guessed and not chosen.clear
        matter = [(source, 0.0 if unclear else 1.0), *zip(chosen.concerns, chosen.chances, strict=True)]
        alike = list(self._words.look_alikes(parsed))
        named = [feeling for word in message.feeling_words for feeling in self._words.named(word)]
        beneath = [feeling for one in alike for feeling in one.beneath]
        particular = [(one, worth) for one, worth in matter if not (unclear and one in self._concerns.general)]
        fitting: Sequence[str] = (
            _FOND
            if invited
            else _ranked(
                "feeling",
                parsed,
                [(one.feelings, worth * (_BY_VERB if one is deed else 1.0)) for one, worth in particular],
            )
        )
        if unclear and analysis.findings:
            fitting = _common_first(parsed, fitting)
        told = analysis.intent in _TOLD
        at_stake = [(one.needs, worth) for one, worth in matter] + [(self._words.broad, _BROAD)] * (told and unclear)
        likely_needs = _ranked("need", parsed, at_stake)
        heard = said(situation.text, message.main, topics, relation, guessed=guessed)
        if told:
            own = () if unclear else source.needs
            strangers = {
                one for one in likely_needs if self._words.presumes(one, heard.known) and (deed or one not in own)
            }
            likely_needs = _plain_first(parsed, likely_needs, {*self._words.broad, *own}, strangers)
        needs = [*(need for one in alike for need in one.needs[:1]), *likely_needs]
        felt = unique([*self._words.own(parsed), *named, *beneath, *fitting], self._words.feelings)
        return Study(
            message,
            concerns,
            source,
            topics,
            relation,
            self._words.of_a_grievance(felt, parsed) if told else felt,
            unique(needs, self._words.needs),
            message.things or all_things(parsed),
            guessed,
            unclear,
            heard,
            _DEED if isinstance(source, Deed) else chosen.chances[0],
            unsaid,
            self._deeds.other(() if guessed else message.main),
            doubt.text if doubt else "",
            bool(analysis.findings) or len(analysis.text.split()) <= _ONE_THING,
            None if unsaid else self._standing(parsed, analysis, message, alike=bool(alike)),
            told_in_order if (told or invited) and not (guessed or doubt) else None,
            frozenset(token.i for token, _ in self._words.own_places(parsed) if token.pos_ != "ADP"),
            waiting,
        )

    def _told(self, reading: Reading) -> tuple[Message, Account | None, ToSay | None, tuple[str, ...]]:
        """The message sorted, told in its own order, what is still to be said, and what may wait; its passages are heard one by one meanwhile."""
        parsed = reading.parsed
        if reading.analysis.language != "en" or not parsed.sentences:
            return self.message(reading), None, None, ()
        hear_passages(parsed)
        marked = parsed.tokens_of((*reading.analysis.findings, *self._facts.marked(parsed)))
        message = self.message(reading)
        alike = {token.i for token, _ in self._words.look_alike_places(parsed)}
        harsh = (one for one in self._facts.marked(parsed) if one.kind not in _MILD)
        marked -= _cleared(parsed, parsed.tokens_of((*reading.analysis.findings, *harsh)))
        stinging = marked | message.judged | alike
        unsaid = _unsaid(parsed, reading.analysis, message)
        target = addressed(unsaid.to, message.target) if unsaid else message.target
        odds = _odds(parsed, marked)
        told = account(parsed, stinging, replace(message, target=target), odds)
        waiting = quiet(parsed, stinging, replace(message, target=target), odds)
        harmless = not exact(reading.analysis.findings) and reading.analysis.intent in _TOLD
        worried = worry(parsed, told) if harmless and not unsaid else None
        return message, told, with_more(unsaid, told) if unsaid else worried, waiting

    def _standing(self, parsed: Parsed, analysis: Analysis, message: Message, *, alike: bool) -> Standing | None:
        """The message as one that stands in its own words, if nothing is found in it. ``alike``: it names a look-alike feeling."""
        if analysis.findings or not parsed.sentences:
            return None
        whole, sentences = _heard(parsed.encoding.whole), _heard(parsed.encoding.sentences)
        owns = analysis.intent in {"apology", "thanks"}  # and may be hard on its writer
        if not owns and max(whole, sentences) > _CALM - 1 and self._facts.marked(parsed):  # may stand in the calmest
            return None
        calm = whole < _CALMEST
        throughout = calm and not alike and sentences < _CALM
        feels = bool(message.feeling_words or any(self._words.own(parsed)))
        return standing(parsed, analysis, message, feels=feels, calm=calm, calm_throughout=throughout)

    def left_out(self, reading: Reading, kept: ToSay) -> tuple[str, ...]:
        """The sentences of which what there is to say keeps less than half, if no blame is heard in them."""
        told = stems(" ".join((*kept.told, kept.known, kept.request)))
        own = [one for one in own_words(reading.parsed) if not SECRET.search(one)]
        left = [one for one in own if len(stems(one) & told) < len(stems(one)) / 2]
        saying = reading.parsed.doc[kept.at].sent.text if kept.at >= 0 else ""
        saying = saying.lower()
        left = [one for one in left if not one.lower().startswith(_ASKS_HOW) and one.lower().rstrip(".") not in saying]
        return tuple(one for one, fine in zip(left, self._facts.kind(left, CALM), strict=True) if fine)

    def _doubt(self, parsed: Parsed, message: Message) -> Doubt | None:
        """The doubt in a message that tells of nothing else, if no blame is heard in it."""
        doubt = None if message.wants or message.context else wondering(parsed, message.target)
        if doubt is None or any(not one.tokens <= doubt.tokens for one in message.main):
            return None
        return doubt if self._facts.clean([doubt.text])[0] else None


def _cleared(parsed: Parsed, found: frozenset[int]) -> frozenset[int]:
    """The tokens of passages in which the encoder is sure of no blame, alone and in their place, whatever a pattern makes of them; ``found`` never."""
    odds = zip(passages(parsed), _odds(parsed, found), strict=True)
    calm = (span for (_, span), (alone, in_place) in odds if max(alone, in_place) < _CALMER)
    return frozenset(i for span in calm for i in range(span.start, span.end))


def _odds(parsed: Parsed, marked: frozenset[int]) -> list[tuple[float, float]]:
    """The odds of blame in each passage, heard alone and in its place; a ``marked`` one surely holds some."""
    done = []
    for (_, span), alone in zip(passages(parsed), hear_passages(parsed).heard.result, strict=True):
        inside = [n for n, one in enumerate(parsed.sentences) if span.start <= one.start < span.end]
        in_place = _heard(parsed.encoding.sentences[inside])
        done.append((_heard(alone) if unmarked(span, marked) else inf, in_place))
    return done


def _heard(vectors: Floats) -> float:
    """The odds of blame of a text, or of the one of its sentences that sounds most like it."""
    return float(encoder().head("blame", vectors)[..., 0].max())


def _ranked(head: str, parsed: Parsed, fitting: Sequence[tuple[Sequence[str], float]]) -> list[str]:
    """Ids of feelings or needs, likeliest first: those that the encoder hears, and sooner those of the matter, by how sure each is."""
    heard = log_chances(head, parsed.encoding.whole)
    fits: dict[str, float] = dict.fromkeys(heard, 0.0)
    for ids, worth in fitting:
        fits |= {one: fits.get(one, 0.0) + _FITS * worth for one in ids}
    return sorted(fits, key=lambda one: (-heard.get(one, _UNHEARD) - fits[one], one))


def _common_first(parsed: Parsed, feelings: Sequence[str]) -> Sequence[str]:
    """Feelings with the common ones first, unless the first of all is surely heard."""
    heard = log_chances("feeling", parsed.encoding.whole)
    sure = feelings[0] == "worried" or heard.get(feelings[0], _UNHEARD) >= _FAINT
    return feelings if sure else sorted(feelings, key=lambda one: one not in _COMMON)


def _plain_first(parsed: Parsed, needs: Sequence[str], plain: set[str], strangers: set[str]) -> list[str]:
    """Needs with ``strangers`` last, and those that are hardly heard behind the ``plain`` ones."""
    heard = log_chances("need", parsed.encoding.whole)
    return sorted(needs, key=lambda one: one in strangers or (one not in plain and heard.get(one, _UNHEARD) < _FAINT))


def _unsaid(parsed: Parsed, analysis: Analysis, message: Message) -> ToSay | None:
    """What the writer has to say, where there is no grievance in it, and it is not being said already."""
    if exact(analysis.findings) or (speaks_to(parsed) and not message.target.described):
        return None
    return to_say(parsed)
