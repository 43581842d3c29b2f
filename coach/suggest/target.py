"""Whom a text is about when nobody is spoken to: the person who becomes *you* in a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

MALE = frozenset(
    "husband boyfriend father dad daddy papa son brother stepson stepfather stepdad uncle grandfather grandpa grandad granddad bloke guy man boy father-in-law brother-in-law nephew".split()
)
FEMALE = frozenset(
    "wife girlfriend mother mum mom mam mama ma daughter sister stepdaughter stepmother stepmom aunt aunty auntie grandmother grandma nan nana gran woman girl lady mother-in-law sister-in-law niece".split()
)


@dataclass(frozen=True)
class Target:
    """Whom a text is about when nobody is spoken to: their head noun or pronoun, and the pronouns that mean them."""

    nouns: frozenset[str]
    pronouns: frozenset[str]

    @property
    def described(self) -> bool:
        """Someone is described and not spoken to."""
        return bool(self.pronouns)


def find_target(parsed_clauses: tuple[Clause, ...], reported: frozenset[int] = frozenset()) -> Target:
    """The described person a text is about, or nobody when it speaks to *you*."""
    if not parsed_clauses or any(_speaks_to_you(token, reported) for token in parsed_clauses[0].head.doc):
        return Target(frozenset(), frozenset())
    subjects = [
        clause.subject
        for clause in parsed_clauses
        if clause.about_other and clause.subject is not None and not _somebody_elses(clause.subject)
    ]
    if not subjects:
        return Target(frozenset(), frozenset())
    noun = next((subject for subject in subjects if subject.pos_ != "PRON"), None)
    lead = noun if noun is not None else subjects[0]
    nouns = frozenset({lead.lower_}) if lead.pos_ != "PRON" else frozenset[str]()
    return Target(nouns, _pronouns(lead, subjects))


def _somebody_elses(subject: Token) -> bool:
    """As in "Femi's wife": whom someone is compared with, and not the one concerned."""
    return any(child.dep_ == "poss" and child.lower_ not in {"my", "our"} for child in subject.children)


def _speaks_to_you(token: Token, reported: frozenset[int]) -> bool:
    if token.ent_type_ not in {"YOU", "YOURS"} or token.i in reported:
        return False
    return not (token.head.lemma_ in {"know", "see"} and token.head.i == token.i + 1)  # "you know", "you see"


def _listens(token: Token) -> bool:
    told = token.head.lemma_ in {"tell", "ask", "show", "call", "text", "invite", "warn"}
    return told and token.pos_ in {"NOUN", "PROPN"}


def _pronouns(lead: Token, subjects: list[Token]) -> frozenset[str]:
    male, female = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
    neutral = frozenset({"they", "them", "their", "theirs", "themselves"})
    if lead.lower_ in male | MALE:
        return male
    if lead.lower_ in female | FEMALE:
        return female
    own = next(
        (t.lower_ for t in lead.head.subtree if t.dep_ == "poss" and t.i > lead.i and t.lower_ in {"his", "her"}), ""
    )
    if own and lead.pos_ != "PRON":
        return male if own == "his" else female
    if lead.pos_ != "PRON" and any(
        child.dep_ in {"dobj", "dative"} and _listens(child) for child in lead.head.children
    ):
        return neutral  # "my best friend told my crush I liked him"
    used = {subject.lower_ for subject in subjects} or {token.lower_ for token in lead.doc}
    used |= {token.lower_ for token in lead.doc if token.i > lead.i and token.lower_ in male | female}
    if used & male and not used & female:
        return male
    if used & female and not used & male:
        return female
    if "he" in used or "she" in used:
        return male if "he" in used else female
    first = next((t.i for t in lead.doc if t.lower_ in neutral), 0)
    things = lead.tag_ in {"NN", "NNP"} and any(t.tag_ == "NNS" and lead.i < t.i < first for t in lead.doc)
    return frozenset({"themselves"}) if things else neutral  # "my colleague took my notes and read them out"
