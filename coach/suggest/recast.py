"""A clause as typed → the same facts as an observation, spoken to the one concerned.

Absolutes, intensifiers, insults and side judgements go; names, numbers, times, negations and the person's own words stay.
Source: the camera test of observations (NVC) and Gordon's description of behaviour without judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coach.language.clauses import Clause
from coach.language.inflect import inflected, verb_lemma
from coach.language.missing_marks import DAYS
from coach.suggest.edits import Edits
from coach.suggest.target import Target
from coach.suggest.tense import Tense, tense
from coach.suggest.wording import plainly
from coach.suggest.words import CHAT

if TYPE_CHECKING:
    from spacy.tokens import Token


_PROMISE = re.compile(
    r"\b(?:said|promised|told|swore|agreed|was counting on you)(?: (?:me|us|him|her|(?:the|my|our|your) \w+|[A-Z]\w+))?"
    r"(?: (?:that )?(?:you|we|I|it)(?:'d|'ll| would| wouldn't| were (?:going|coming|working)| had)\b| (?:to|on|no)\b)",
)
_MANNER = frozenset("talk speak act behave look treat carry live go come".split())


@dataclass(frozen=True)
class Observation:
    """What happened, as a statement to the one concerned ("you left the party early").

    ``facts`` tells whether it names anything particular (a noun, a name, a number); ``framed``: it stings as a statement and does
    not after "when" ("when you walked off, I felt alone"); ``sure``: the form of words it was wrapped in says that it is what happened.

    ``link``: the "and", "but" or "so" that joins it to what is said right before it.

    ``base`` is the bare verb phrase when it could be asked for ("help with the kids"), else empty; ``tokens`` are those it keeps.
    """

    text: str
    tense: Tense
    to_you: bool
    negated: bool
    base: str
    tokens: frozenset[int]
    sentence: int
    order: int
    facts: bool
    framed: bool = False
    link: str = ""
    sure: bool = False

    @property
    def promises(self) -> bool:
        """It tells what was said or agreed, which is half of what happened."""
        return _PROMISE.search(self.text) is not None

    @property
    def says(self) -> bool:
        """It tells what the other said: with what was done then it is a story, and no moment."""
        return self.text.startswith(("you said ", "you told me "))

    @property
    def tells_news(self) -> bool:
        """It tells what the other said, and nothing that was promised: nobody can be asked how that came about."""
        return self.says and not self.promises

    @property
    def grants(self) -> bool:
        """It gives the other their due before the point: "I know you've had a hard year"."""
        return self.text.startswith(
            ("I know ", "I get that ", "I get you", "I get how ", "I understand ", "I realise ", "I appreciate ")
        )


_SAYINGS = re.compile(
    r"\b(say|says|said) (let it go|nice one|ok|okay|fine|whatever|calm down|relax|chill(?: out)?|not now|never mind|in a minute"
    r"|get over it|good for you)(?=$|,| and | but | when )"
)
_SPEAKABLE = re.compile(
    r"((then|now) )?(you|we|your|my|our|the|I)\b(?!'(ve|re|d|ll)\b)|[A-Z]\w+ (?:is|was|gets|got|\w+ed) \w+"
)
_STANDS = re.compile(r"(?:the|my|our) (?:\w+ ){1,3}(?:is|was|are|were) (?!\w+(?:ing|ed|en)\b)")
_JOINED = re.compile(r" (when|whenever|if) ")


def fits_when(one: Observation) -> bool:
    """Whether it can be said after "when": "when you left the party early"."""
    return (
        one.tense != "state"
        and not one.promises
        and _SPEAKABLE.match(one.text) is not None
        and not _STANDS.match(one.text)
        and not _JOINED.search(one.text)
        and ". " not in one.text
    )


@dataclass(frozen=True)
class Place:
    """Where a clause stands, and what is known there: whom it is about, which tokens judge, its sentence and order.

    ``compares``: somebody is held up as an example in it.
    """

    target: Target
    dropped: frozenset[int]
    sentence: int
    order: int
    compares: bool = False


def observe(clause: Clause, place: Place) -> Observation | None:
    """The clause as an observation, or None when nothing that a camera could see is left."""
    edits = Edits(clause, place.target, place.dropped)
    words = plainly(_quoted(clause, edits.text()))
    done = (clause.about_you or clause.about_me) and clause.head.tag_ == "VBD"  # "you laughed", "I cooked"
    if clause.subject is not None and clause.subject.lower_ in CHAT:  # "wtf is wrong with you"
        return None
    if _leans_on_another(clause):
        return None
    dated = any(token.pos_ == "NUM" or token.lower_ in DAYS for token in edits.kept())
    happened = (
        clause.head.tag_ == "VBD" and clause.subject is not None and _link(clause) == "and"
    )  # "and everybody laughed"
    if len(words.split()) < 3 and not done and not dated and not happened:
        return None
    head = clause.head
    gone = {token.lower_ for token in clause.tokens if token.i in place.dropped}
    described = any(child.dep_ in {"acomp", "prt"} for child in head.children)  # "go quiet", "go off"
    if head.lemma_ in _MANNER and gone and not described and ("how" in gone or not _has_facts(edits.kept())):
        return None  # "you talk to me like I'm your servant", "how you talk to waiters": the rest tells nothing
    to_you = clause.about_you or edits.subject_is_target
    kept = frozenset(token.i for token in edits.kept())
    return Observation(
        text=words,
        tense=tense(clause),
        to_you=to_you,
        negated=clause.negated,
        base=edits.base_phrase() if to_you and head.pos_ in {"VERB", "AUX"} else "",
        tokens=kept,
        sentence=place.sentence,
        order=place.order,
        facts=_has_facts(edits.kept()),
        link=_link(clause),
    )


def _leans_on_another(clause: Clause) -> bool:
    """As in "you never have", "you always do": the verb it stands for was said before."""
    after = [token for token in clause.tokens if token.i > clause.head.i and token.pos_ not in {"ADV", "PUNCT", "INTJ"}]
    return (
        clause.subject is not None and not after and clause.head.lower_ in {"have", "has", "had", "do", "does", "did"}
    )


def _link(clause: Clause) -> str:
    """The word between the clause and the one before it in its sentence."""
    if clause.tokens[0].lower_ in {"so", "yet"}:
        return "so" if clause.tokens[0].lower_ == "so" else "but"
    before = [token.lower_ for token in clause.head.doc[max(0, clause.first - 2) : clause.first]]
    joined = len(before) > 1 and before[1] in {"and", "but", "so"} and before[0] not in {".", "!", "?"}
    return before[1] if joined else ""


def act(
    head: Token,
    place: Place,
    form: Literal["VBD", "VBP"],
    *,
    negate: bool = False,
    subject: Literal["you", "I"] = "you",
    waiting: bool = False,
    meanwhile: Token | None = None,
    until: Token | None = None,
) -> Observation:
    """The verb phrase below ``head`` as something the other did (``form`` VBD), does (VBP) or could do (VB): "you came late".

    ``waiting`` tells it as what the writer waited for; ``meanwhile`` is the head of a clause that goes with it; ``until`` the first token that
    does not, wherever the parser hangs it.
    """
    with_it = () if meanwhile is None else meanwhile.subtree
    tokens = tuple(
        token for token in (*head.subtree, *with_it) if token.i >= head.i and (until is None or token.i < until.i)
    )
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens = tokens[:-1]
    edits = Edits(Clause(head, None, tokens), place.target, place.dropped)
    base = edits.base_phrase()
    verb = verb_lemma(head.lower_) if head.pos_ == "VERB" else head.lemma_.lower()
    be = {"VBD": "were", "VBP": "are"} if subject == "you" else {"VBD": "was", "VBP": "am"}
    said = be[form] if verb == "be" else inflected(verb, form)
    if negate:
        said = {"VBD": "didn't ", "VBP": "don't "}[form] + verb
    rest = base.split(" ", 1)[1] if " " in base else ""
    text = f"I waited for you to {base}" if waiting else plainly(f"{subject} {said} {rest}".strip())
    text += '"' if text.count('"') % 2 else ""
    kept = frozenset(token.i for token in edits.kept())
    return Observation(
        text,
        "state" if "'ve " in text else "past" if form == "VBD" else "habit",
        subject == "you",
        negate,
        base,
        kept,
        place.sentence,
        place.order,
        _has_facts(edits.kept()),
    )


def _quoted(clause: Clause, words: str) -> str:
    """You said stop being dramatic → you said "stop being dramatic": their words, which a person heard and may repeat."""
    told = next(
        (child for child in clause.head.children if child.dep_ in {"xcomp", "ccomp"} and child.i > clause.head.i), None
    )
    if (
        clause.head.lemma_ != "say"
        or told is None
        or told.tag_ not in {"VB", "VBP"}
        or told.i != clause.head.i + 1
        or told.lower_ == "thank"
        or '"' in words
    ):
        return words if '"' in words else _SAYINGS.sub(r'\1 "\2"', words)
    before, said, after = words.partition(f"{clause.head.text} ")
    return f'{before}{said}"{after}"' if after else words


def _has_facts(tokens: list[Token]) -> bool:
    return any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in tokens)
