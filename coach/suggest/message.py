"""What a message holds, sorted: the main point, its context, wishes, and what is set aside for another time. Nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.generic import generic_you
from coach.suggest.antecedent import named
from coach.suggest.beside import goes_on, granted, is_told, sentences, with_outcome, with_undone
from coach.suggest.facts import Facts, Standing, asked
from coach.suggest.grievances import left_with
from coach.suggest.judged import judged_tokens, observable, stinging_modifiers
from coach.suggest.main_point import context_of, main_point
from coach.suggest.plain import is_plain
from coach.suggest.recast import Observation, Place, fits_when, observe
from coach.suggest.set_aside import CALM, Kept, is_fragment, sentence, set_aside
from coach.suggest.target import Target, find_target
from coach.suggest.things import things
from coach.suggest.unpack import unpack
from coach.suggest.unpacked import held, inner_clause, is_target, some
from coach.suggest.wishes import doable

if TYPE_CHECKING:
    from coach.language.parse import Parsed
    from coach.model import Analysis, Finding
    from coach.suggest.feelings import FeelingWords

_LIKELY = 0.2  # how surely a moment that stings has to be a fact before it is tried after "when"
_VOUCHED = 0.5  # how surely a moment is a fact whose form of words says so
_LEANS = ("since ", "before ", "after ", "until ")
_NAMED = 2  # noun phrases that tell what a moment is about
_POINTS = re.compile(r"(the|that|this|those|these|my|our) [\w' -]+$")
_NOT_ASKED = frozenset({"threat_or_ultimatum", "contempt_or_sarcasm", "stonewalling", "invalidation", "label"})


@dataclass(frozen=True)
class Message:
    """A message, sorted.

    main: one or two observations, in the order they were said; before and context: own facts that came first or after; wants: bare verb
    phrases asked for; later: sentences or noun phrases set aside; feeling_words: feelings named in passing; things: noun
    phrases of the main point, best first; story: the sentences of all these facts in their order; told: the observations among them; judged: tokens that judge; beside: what else happened near it; named: noun phrases that nothing else keeps; doubtful: the main point may not be what happened at all.
    """

    main: tuple[Observation, ...]
    before: tuple[str, ...]
    context: tuple[str, ...]
    wants: tuple[str, ...]
    later: tuple[str, ...]
    feeling_words: tuple[str, ...]
    things: tuple[str, ...]
    target: Target
    story: tuple[str, ...] = ()
    told: tuple[Observation, ...] = ()
    judged: frozenset[int] = frozenset()
    beside: tuple[Observation, ...] = ()
    named: tuple[str, ...] = ()
    doubtful: bool = False


@dataclass
class _Gathered:
    """Everything found in the clauses, before anything was checked."""

    observations: list[Observation] = field(default_factory=list)
    beside: list[Observation] = field(default_factory=list)  # true and harmless, but not what happened
    surety: dict[int, float] = field(default_factory=dict)  # order → how surely it is a fact
    doubtful: bool = False  # none of the observations surely is what happened
    judged: set[int] = field(default_factory=set)  # tokens that judge
    rough: set[int] = field(default_factory=set)  # ids of what makes no sense by itself
    feelings_only: list[Observation] = field(default_factory=list)
    aside: list[Observation] = field(default_factory=list)  # facts inside a phrase that judges: "… just like in 2017"
    held: list[Callable[[], Iterable[Observation]]] = field(default_factory=list)  # what clauses inside clauses tell
    wants: dict[str, int] = field(default_factory=dict)  # bare verb phrase → its sentence
    meant: dict[str, frozenset[int]] = field(default_factory=dict)  # wish vouched for by its form → all it says
    feeling_words: list[str] = field(default_factory=list)
    milder: dict[int, Callable[[], Observation | None]] = field(default_factory=dict)  # order → with fewer modifiers


def sort_message(parsed: Parsed, analysis: Analysis, facts: Facts, words: FeelingWords) -> Message:
    """Sort a parsed message; ``facts`` judges what may stand in a draft, ``words`` tell what is a feeling."""
    facts = facts.afresh(parsed)
    found = parsed.clauses
    target = find_target(found, parsed.reported)
    findings = exact(analysis.findings)
    gathered = _gathered(parsed, findings, found, target, words, facts)
    _keep_clean(parsed, gathered, facts)
    told = [*gathered.observations, *gathered.beside, *_telling(gathered)]
    points = [one for one in gathered.observations if not one.grants] or _telling(gathered)
    main = with_undone(with_outcome(main_point(points, gathered.surety), told), found)
    beside = [one for one in told if not is_told(one, main)]
    context = context_of([one for one in beside if id(one) not in gathered.rough or goes_on(one, main)], main)
    context = [*granted(told, main), *(one for one in context if not one.grants)]
    told = named(parsed, target, sorted([*main, *context], key=lambda one: one.order))
    wanted = next((want for want in gathered.wants if doable(want)), "")
    said = gathered.meant.get(wanted, frozenset()).union(*(one.tokens for one in (*main, *context)))
    rest = [one for one in [*beside, *gathered.aside] if not is_told(one, context)]
    accusing = {order for order, clause in enumerate(found) if words.only_a_feeling(clause) and words.accuses(clause)}
    aside = set_aside(
        parsed, found, target, Kept(main, told, wanted, said), rest, list(gathered.wants), facts, findings, accusing
    )
    known = tuple(sentence(one.words) for one in aside.next_to if main and one.order < main[0].order)
    after = tuple(sentence(one.words) for one in aside.next_to if main and one.order > main[0].order)
    if not told and not wanted:
        after, aside = aside.alone, replace(aside, lines=tuple(line for line in aside.lines if line not in aside.alone))
    story = (*known, *sentences(told), *after)
    ahead = [one for one in told if main and one.order < main[0].order]
    main = tuple(one for one in told if one.order in {point.order for point in main})
    return Message(
        main=main,
        before=known + tuple(sentences(ahead)),
        context=tuple(sentences([one for one in told if one not in ahead and one not in main])) + after,
        wants=tuple(gathered.wants),
        later=aside.lines,
        feeling_words=tuple(gathered.feeling_words),
        things=things(parsed, target, main),
        story=story,
        told=tuple(told),
        judged=frozenset(gathered.judged),
        beside=tuple(one for one in beside if any(abs(one.sentence - first.sentence) <= 1 for first in main)),
        named=aside.named,
        target=target,
        doubtful=gathered.doubtful,
    )


def exact(findings: Iterable[Finding]) -> list[Finding]:
    """Findings whose words are the very ones that sting; the encoder hears a clause and cannot tell its words apart."""
    return [finding for finding in findings if not finding.pattern.startswith("learned.")]


def unseen(message: Message, moment: tuple[Observation, ...], named: Sequence[str]) -> Message:
    """The message with a moment of its concern, if any, in place of a main point that is doubtful or not there; that is kept for later.

    ``named``: those of its noun phrases that tell what the moment is about.
    """
    doubted = tuple(sentence(one.text) for one in message.main if one.facts and not is_fragment(one.text))
    later = dict.fromkeys((*doubted, *message.before, *message.context, *message.later))
    about = " and ".join([one for one in named if _POINTS.match(one)][:_NAMED])
    context = (f"This is about {about}.",) if about else ()
    return replace(message, main=moment, before=(), context=context, story=(), later=tuple(later), things=())


def unsorted(text: str) -> Message:
    """A text in another language: kept whole for later, with nothing taken from it."""
    nobody = Target(frozenset(), frozenset())
    return Message(main=(), before=(), context=(), wants=(), later=(text,), feeling_words=(), things=(), target=nobody)


def _gathered(
    parsed: Parsed,
    findings: Sequence[Finding],
    found: Sequence[Clause],
    target: Target,
    words: FeelingWords,
    facts: Facts,
) -> _Gathered:
    gathered = _Gathered()
    sentence_of = {token.i: number for number, sentence in enumerate(parsed.doc.sents) for token in sentence}
    for order, clause in enumerate(found):
        if parsed.reported.issuperset(token.i for token in clause.tokens):
            continue
        dropped = judged_tokens(parsed, clause, findings)
        gathered.judged |= dropped
        place = Place(target, dropped, sentence_of[clause.first], order, _compares(parsed, clause, findings))
        unpacked = unpack(clause, place)
        gathered.held.append(partial(held, clause, place))
        gathered.aside += _set_aside(clause, place)
        gathered.feeling_words += [unpacked.feeling] if unpacked.feeling else []
        if unpacked.used_up:
            gathered.observations += unpacked.observations
            wants = () if _stings(parsed, clause, findings) and not unpacked.meant else unpacked.wants
            gathered.wants |= dict.fromkeys(wants, place.sentence)
            whole = frozenset(token.i for token in clause.tokens)
            gathered.meant |= dict.fromkeys(wants if unpacked.meant else (), whole)
        elif words.only_a_feeling(clause):
            gathered.feelings_only += () if words.accuses(clause) else some(observe(clause, place))
        elif observable(clause, target):
            gathered.observations += some(observe(clause, place))
            modifiers = stinging_modifiers(parsed, clause, findings)
            if left_with(clause, place) is not None:
                gathered.milder[order] = partial(left_with, clause, place)
            elif modifiers - dropped:
                gathered.milder[order] = partial(observe, clause, replace(place, dropped=dropped | modifiers))
        facts.expect(gathered.observations)
    gathered.observations = list({one.text.lower(): one for one in gathered.observations[::-1]}.values())[::-1]
    return gathered


def _keep_clean(parsed: Parsed, gathered: _Gathered, facts: Facts) -> None:
    """Leave out what would be heard as blame; a fact is first tried again without the words that sting."""

    def standing_of(told: Sequence[Observation]) -> dict[int, Standing]:
        return dict(zip(map(id, told), facts.standing(told), strict=True))

    groups = (gathered.observations, gathered.feelings_only, gathered.aside)
    standing = standing_of([one for group in groups for one in group])
    askable = facts.askable(gathered.wants)
    gathered.wants = {
        want: at
        for (want, at), fine in zip(gathered.wants.items(), askable, strict=True)
        if fine or (want in gathered.meant and doable(want) and facts.clean([asked(want)])[0])
    }
    tries = [
        gathered.milder[one.order]()
        for one in gathered.observations
        if not standing[id(one)].fine and one.order in gathered.milder
    ]
    again = [one for one in tries if one is not None]
    standing |= standing_of(again)
    anyone = generic_you(parsed)
    stinging = [
        one
        for one in (*gathered.observations, *again)
        if not standing[id(one)].fine or (is_plain(one) and not standing[id(one)].tells and not anyone & one.tokens)
    ]
    again += _framed(stinging, standing, facts)
    told = sorted([*gathered.observations, *again], key=lambda one: one.order)
    sure = [one for one in told if standing[id(one)].tells or one.framed or (one.sure and standing[id(one)].fine)]
    sure = sure or _plainly(told, standing, facts)
    if not sure and not gathered.wants:
        inside = [one for told_in in gathered.held for one in told_in()]
        standing |= standing_of(inside)
        sure = [one for one in inside if standing[id(one)].tells] or _plainly(inside, standing, facts)
        told = sorted([*told, *sure], key=lambda one: one.order)
    gathered.observations = sure or [one for one in told if standing[id(one)].may_tell]
    own = [one for one in gathered.observations if one.facts and not one.to_you and not is_fragment(one.text)]
    own = [one for one in own if not one.text.lower().startswith(_LEANS)]
    gathered.observations = sure or own or gathered.observations
    gathered.doubtful = bool(gathered.observations) and not sure and not own
    gathered.beside = [one for one in told if standing[id(one)].fine and one not in gathered.observations]
    gathered.feelings_only = [one for one in gathered.feelings_only if standing[id(one)].fine]
    gathered.aside = [one for one in gathered.aside if standing[id(one)].fine]
    vouched = {id(one) for one in told if one.sure}
    gathered.rough = {one for one, known in standing.items() if known.rough} - vouched
    gathered.surety = {
        one.order: max(standing[id(one)].fact, _VOUCHED if one.sure else 0.0) for one in gathered.observations
    }


def _plainly(told: Sequence[Observation], standing: dict[int, Standing], facts: Facts) -> list[Observation]:
    """Where nothing surely is what happened: what is told as plainly as a fact, with hardly any blame to be heard in it."""
    plain = [one for one in told if standing[id(one)].fine and is_plain(one)]
    kind = facts.kind([sentence(one.text) for one in plain], CALM)
    return [one for one, fine in zip(plain, kind, strict=True) if fine or standing[id(one)].may_tell]


def _framed(stinging: Sequence[Observation], standing: dict[int, Standing], facts: Facts) -> list[Observation]:
    """Those that sting as statements and not as moments: "when you walked off, I felt alone". What they are good for is added to ``standing``."""
    likely = [one for one in stinging if standing[id(one)].fact > _LIKELY or is_plain(one)]
    chances = {one.order: standing[id(one)].fact for one in likely}
    framed = _after_when(likely, facts)
    standing.update({id(one): Standing(fine=True, fact=chances[one.order], rough=False) for one in framed})
    return framed


def _after_when(told: Sequence[Observation], facts: Facts) -> list[Observation]:
    """Those that can be said after "when" with nothing left that stings."""
    fitting = [one for one in told if fits_when(one)]
    said = [f"When {one.text}, I felt wary." for one in fitting]
    said += [f"I felt wary when {one.text}, so would you let me know?" for one in fitting]
    clean = facts.clean(said) if said else []
    return [
        replace(one, framed=True) for place, one in enumerate(fitting) if clean[place] and clean[place + len(fitting)]
    ]


def _telling(gathered: _Gathered) -> list[Observation]:
    """Own feelings that also tell a fact: "I'm worn out by eight"; a bare "I felt let down" is in the drafts as the feeling."""
    return [one for one in gathered.feelings_only if one.facts]


def _set_aside(clause: Clause, place: Place) -> list[Observation]:
    """Facts about the other inside the dropped phrases of a clause."""
    kept = replace(place, dropped=frozenset())
    found: list[Observation] = []
    for token in clause.tokens:
        subject = next((child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        past = token.tag_ == "VBD" or any(child.lower_ == "did" for child in token.children)
        if token.i in place.dropped and token.pos_ == "VERB" and past and is_target(subject):
            found += some(inner_clause(token, kept))
    return found


def _compares(parsed: Parsed, clause: Clause, findings: Sequence[Finding]) -> bool:
    """Whether somebody is held up as an example in a clause."""
    start, end = parsed.starts[clause.first], parsed.ends[clause.tokens[-1].i]
    return any(finding.kind == "comparison" and finding.start < end and start < finding.end for finding in findings)


def _stings(parsed: Parsed, clause: Clause, findings: Sequence[Finding]) -> bool:
    """Whether an order is a threat, scorn or a slammed door: nothing to ask for."""
    start, end = parsed.starts[clause.first], parsed.ends[clause.tokens[-1].i]
    return any(finding.kind in _NOT_ASKED and finding.start < end and start < finding.end for finding in findings)
