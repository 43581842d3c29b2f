"""Whom a text is about when nobody is spoken to: the person who becomes *you* in a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.people import PEOPLE, THIRD, is_other

if TYPE_CHECKING:
    from spacy.tokens import Token

MALE = frozenset(
    "husband boyfriend father dad daddy papa son brother stepson stepfather stepdad uncle grandfather grandpa grandad granddad gramps bloke guy man boy father-in-law brother-in-law nephew".split()
)
FEMALE = frozenset(
    "wife girlfriend mother mum mom mam mama ma daughter sister stepdaughter stepmother stepmom aunt aunty auntie grandmother grandma granny nan nana gran woman girl lady mother-in-law sister-in-law niece".split()
)


_KIN = frozenset("mum mom mam mummy dad daddy papa amma appa grandad grandma granddad".split())
_ORGANISATIONS = frozenset(
    "home school hospital nursery surgery ward clinic company agency council crèche creche".split()
)
_ADDRESSED = re.compile(
    r"^(?:dear|hi|hiya|hello|hey|good (?:morning|afternoon|evening)|to (?:the|my|our) [\w ]+:)(?!\w)|\b(?:sir|madam)\b|\b(?:can|could|shall) we\b[^.!?]*\?|(?:^|[.!?,] )(?:\w+,? )?please (?!don't tell me|help|advise)\w+",
    re.IGNORECASE,
)  # a letter to someone
_GROUPS = frozenset(
    "team family parents band committee crew council board choir class staff congregation union".split()
)
_ANYBODY = frozenset("bloke guy man boy woman girl lady".split())
_ORDERS = frozenset("tell ask make get let force help want allow order".split())
_COMMENTS = frozenset("say tell think reckon want know".split())


@dataclass(frozen=True)
class Target:
    """Whom a text is about when nobody is spoken to: their head noun or pronoun, and the pronouns that mean them.

    ``others``: tokens with such a pronoun that may as well mean somebody else who was named since.
    """

    nouns: frozenset[str]
    pronouns: frozenset[str]
    others: frozenset[int] = frozenset()

    @property
    def described(self) -> bool:
        """Someone is described and not spoken to."""
        return bool(self.pronouns)

    def means(self, token: Token) -> bool:
        """Whether a noun or pronoun stands for them."""
        return token.lower_ in self.nouns | self.pronouns and token.i not in self.others


def addressed(said_to: Target, described: Target) -> Target:
    """To whom something is to be said, with the pronouns of the one described, unless that is somebody else."""
    known = said_to.nouns & (PEOPLE | MALE | FEMALE | _GROUPS)
    if not known:
        return described if described.described else said_to
    if described.nouns - said_to.nouns:
        return said_to
    return replace(said_to, pronouns=said_to.pronouns | described.pronouns)


def done_to(parsed_clauses: Sequence[Clause]) -> Target:
    """As in "I was rude to Jean and called her sandwiches a disgrace": to whom the writer did something, or nobody."""
    for clause in parsed_clauses:
        if clause.about_me and clause.head.tag_ in {"VBD", "VBN"}:
            for token in clause.tokens:
                known = is_other(token) or (token.pos_ == "PROPN" and token.head.lower_ in {"to", "at", "with", "on"})
                if known and token.dep_ in {"pobj", "dobj", "dative"} and token.lower_ not in THIRD:
                    return Target(frozenset({token.lower_}), pronouns_of(token))
    return Target(frozenset(), frozenset())


def find_target(parsed_clauses: tuple[Clause, ...], reported: frozenset[int] = frozenset()) -> Target:
    """The described person a text is about, or nobody when it speaks to *you*."""
    if not parsed_clauses or any(
        _speaks_to_you(token, reported) or _called(token) for token in parsed_clauses[0].head.doc
    ):
        return Target(frozenset(), frozenset())
    if _ADDRESSED.search(parsed_clauses[0].head.doc.text):
        return Target(frozenset(), frozenset())
    first = parsed_clauses[0].subject
    if first is not None and first.lower_ in _ORGANISATIONS and first.i == 1:  # "The home moved my father"
        return Target(frozenset(), frozenset())
    of_others = [
        (clause, clause.subject)
        for clause in parsed_clauses
        if clause.about_other and clause.subject is not None and not _somebody_elses(clause.subject)
    ]
    subjects = [subject for clause, subject in of_others if not _beside_me(clause, parsed_clauses)]
    if subjects and all(subject.head.lemma_ in _COMMENTS for subject in subjects):  # "my wife says that won't help"
        subjects = [subject for _, subject in of_others]
    subjects = subjects or _felt_of(parsed_clauses) or _by_pronoun(parsed_clauses)
    if not subjects:
        return Target(frozenset(), frozenset())
    noun = next((subject for subject in subjects if subject.lower_ not in THIRD), None)
    they = subjects[0].lower_ == "they" and noun is not None and noun.tag_ == "NNP"
    if noun is not None and (they or subjects[0].lower_ in {"he", "she"}):  # "he's a good dad, but our girl …"
        noun = None
    lead = noun if noun is not None else subjects[0]
    nouns = _called_too(lead) if noun is not None else _felt_about(lead, parsed_clauses)
    if noun is None and not nouns:  # "my brother lives near Mum and I live in Leeds. He …"
        before = [one for _, one in of_others if one.i < lead.i and one.lower_ not in THIRD and _may_be(one, lead)]
        nouns = frozenset(one.lower_ for one in before[:1])
    pronouns = pronouns_of(lead, subjects)
    owner = next((child for child in lead.children if child.dep_ == "poss" and child.lower_ in MALE | FEMALE), None)
    if owner is not None and lead.lower_ not in MALE | FEMALE:  # "my daughter's teacher keeps marking her down"
        theirs = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"}) - pronouns_of(owner)
        told = any(token.lower_ in theirs and token.dep_ == "nsubj" for token in lead.doc[lead.i :])
        pronouns = theirs if told else pronouns - pronouns_of(owner) or frozenset({"themselves"})
    return Target(nouns, pronouns, _others(lead, nouns, pronouns))


def _others(lead: Token, nouns: frozenset[str], pronouns: frozenset[str]) -> frozenset[int]:
    """Subjects after a sentence about another person of the same pronouns, who does more in it than say something."""
    found: set[int] = set()
    other = False
    for sentence in lead.doc.sents:
        subject = next((child for child in sentence.root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None or not nouns:
            continue
        if subject.lower_ in pronouns:
            found |= {subject.i} if other else set()
        elif subject.lower_ in nouns:
            other = False
        elif subject.lower_ in MALE | FEMALE and subject.i > lead.i and sentence.root.lemma_ not in _COMMENTS:
            other = pronouns_of(subject) == pronouns
    meant = (token for token in lead.doc if token.lower_ in pronouns)
    return frozenset(found | {token.i for token in meant if _of_kin(token, nouns) or _of_the_told(token, nouns)})


def _of_kin(token: Token, nouns: frozenset[str]) -> bool:
    """As in "Papa's bills until the day he died": one of the family of that gender was named just before, and not the one concerned."""
    gender = MALE if token.lower_ in {"he", "him", "his", "himself"} else FEMALE
    before = [
        one
        for one in token.doc[token.sent.start : token.i]
        if one.lower_ in nouns or (one.lower_ in gender - _ANYBODY and one.dep_ not in {"attr", "conj"})
    ]
    return bool(before) and before[-1].lower_ not in nouns and before[-1].i > token.sent.start


def _of_the_told(token: Token, nouns: frozenset[str]) -> bool:
    """As in "he told Kieran to tuck his shirt in": of the one who is told to do something."""
    verb = next((one for one in token.ancestors if one.dep_ == "xcomp"), None)
    if verb is None or not nouns:
        return False
    told = [one for one in verb.head.children if one.dep_ in {"dobj", "dative"} and one.i < verb.i]
    return (
        any(one.pos_ in {"NOUN", "PROPN"} and one.lower_ not in nouns for one in told) and verb.head.lemma_ in _ORDERS
    )


def _called(token: Token) -> bool:
    """One of the family who is spoken to: "I feel taken for granted, Mum."."""
    if token.lower_ not in _KIN or token.i + 1 == len(token.doc) and not token.i:
        return False
    before = token.nbor(-1).text if token.i > token.sent.start else ""
    after = token.nbor().text if token.i + 1 < len(token.doc) else "."
    return before == "," and after in {".", "!", "?"} or not before and after == ","


def _called_too(lead: Token) -> frozenset[str]:
    """As in "my partner Yusuf": both."""
    return frozenset(
        {lead.lower_, *(one.lower_ for one in lead.children if one.dep_ == "appos" and one.pos_ == "PROPN")}
    )


def _felt_of(parsed_clauses: tuple[Clause, ...]) -> list[Token]:
    """As in "I feel like my husband doesn't love me": the one of whom something is felt or thought."""
    return [
        token
        for clause in parsed_clauses
        if clause.about_me and clause.head.lemma_ in {"feel", "think", "worry"}
        for token in clause.tokens
        if token.dep_ == "nsubj" and is_other(token) and token.head.head == clause.head and not _somebody_elses(token)
    ]


def _felt_about(pronoun: Token, parsed_clauses: tuple[Clause, ...]) -> frozenset[str]:
    """As in "I'm worried about my mate. He has stopped coming": whom the writer feels or thinks something of, named just before."""
    about = [token for token in pronoun.doc[: pronoun.i] if token.dep_ == "pobj" and token.head.lower_ == "about"]
    told = done_to(parsed_clauses)
    about += [token for token in pronoun.doc[: pronoun.i] if token.lower_ in told.nouns and not about]
    about += _felt_of(parsed_clauses)
    about = [token for token in about if token.i < pronoun.i and _may_be(token, pronoun)]
    return frozenset(token.lower_ for token in about if is_other(token) and token.lower_ not in THIRD)


def _may_be(noun: Token, pronoun: Token) -> bool:
    """No man is "she"."""
    other = {"he": FEMALE, "she": MALE}.get(pronoun.lower_, frozenset[str]())
    return noun.lower_ not in other


def _by_pronoun(parsed_clauses: tuple[Clause, ...]) -> list[Token]:
    """As in "There is a drawer he locks": one pronoun, wherever it is a subject."""
    doc = parsed_clauses[0].head.doc
    found = [token for token in doc if token.lower_ in {"he", "she"} and token.dep_ in {"nsubj", "nsubjpass"}]
    return found[:1] if len({token.lower_ for token in found}) == 1 else []


def _somebody_elses(subject: Token) -> bool:
    """As in "Femi's wife": whom someone is compared with, and not the one concerned, as "my daughter's teacher" is."""
    owner = next((child for child in subject.children if child.dep_ == "poss"), None)
    if owner is None or owner.lower_ in {"my", "our"}:
        return False
    mine = any(child.dep_ == "poss" and child.lower_ in {"my", "our"} for child in owner.children)
    return not mine or owner.lower_ not in MALE | FEMALE


def _beside_me(clause: Clause, others: tuple[Clause, ...]) -> bool:
    """As in "my sister gets flowers and I get a text": whom the writer is compared with."""
    return any(
        other.about_me and other.head.lemma_ == clause.head.lemma_ and other.head.head == clause.head
        for other in others
    )


def _told_of(token: Token) -> bool:
    """As in "Claire told me you've given it to Tom": what a third person told the writer of the one spoken to."""
    for verb in token.ancestors:
        teller = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if verb.lemma_ == "tell" and teller is not None and token in verb.subtree and teller.pos_ in {"PROPN", "NOUN"}:
            return any(child.lower_ in {"me", "us"} for child in verb.children)
    return False


def _speaks_to_you(token: Token, reported: frozenset[int]) -> bool:
    if token.ent_type_ not in {"YOU", "YOURS"} or (token.i in reported and not _told_of(token)):
        return False
    before = token.doc[token.i - 1] if token.i else token
    if (
        before.lower_ in _KIN and before.head.lemma_ == "say" and before.head.i == before.i - 1
    ):  # "she says mum you've got to move on"
        return False
    if before.lower_ == "thank" and token.i > 1 and token.nbor(-2).lemma_ == "say":  # "I want to say thank you to her"
        return False
    return not (token.head.lemma_ in {"know", "see"} and token.head.i == token.i + 1)  # "you know", "you see"


def _listens(token: Token) -> bool:
    told = token.head.lemma_ in {"tell", "ask", "show", "call", "text", "invite", "warn"}
    return told and token.pos_ in {"NOUN", "PROPN"}


def pronouns_of(lead: Token, subjects: Sequence[Token] = ()) -> frozenset[str]:
    """The pronouns that mean the person whose noun or pronoun ``lead`` is; ``subjects`` are those of the text."""
    male, female = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
    neutral = frozenset({"they", "them", "their", "theirs", "themselves"})
    sole = lead.tag_ == "NNPS" and any(child.tag_ == "VBZ" for child in (lead.head, *lead.head.children))  # "Ines has"
    if (lead.tag_ in {"NNS", "NNPS"} and not sole) or lead.lower_ in _GROUPS:
        return neutral
    before = lead.nbor(-1).lower_ if lead.i > lead.sent.start and lead.pos_ == "PROPN" else ""  # "my stepdaughter Tayo"
    kin = {lead.lower_, before, *(child.lower_ for child in lead.children if child.dep_ == "compound")}
    if kin & (male | MALE):
        return male
    if kin & (female | FEMALE):
        return female
    own = next(
        (t.lower_ for t in lead.head.subtree if t.dep_ == "poss" and t.i > lead.i and t.lower_ in {"his", "her"}), ""
    )
    if own and lead.pos_ != "PRON":
        return male if own == "his" else female
    used = {subject.lower_ for subject in subjects} or {token.lower_ for token in lead.doc}
    used |= {token.lower_ for token in lead.doc if token.i > lead.i and token.lower_ in male | female}
    heard = (child for child in lead.head.children if child.dep_ in {"dobj", "dative"} and _listens(child))
    listener = next(heard, None) if lead.pos_ != "PRON" else None
    if listener is not None:
        if listener.lower_ in FEMALE and used & male:  # "my ex told our daughter that … He stopped …"
            return male
        if listener.lower_ in MALE and used & female:
            return female
        return neutral  # "my best friend told my crush I liked him"
    if used & male and not used & female:
        return male
    if used & female and not used & male:
        return female
    if "he" in used or "she" in used:
        after = [token for token in lead.doc[lead.i :] if token.lower_ in {"he", "she"}]
        meant = next((token for token in after if token.is_sent_start), (after or [lead])[0])
        return male if meant.lower_ == "he" or "she" not in used else female
    first = next((t.i for t in lead.doc if t.lower_ in neutral), 0)
    things = lead.tag_ in {"NN", "NNP"} and any(t.tag_ == "NNS" and lead.i < t.i < first for t in lead.doc)
    if things:  # "my colleague took my notes and read them out"
        return frozenset({"themselves"})
    done_to = any(child.lower_ == "them" and child.dep_ in {"dobj", "dative"} for child in lead.head.children)
    return frozenset({"they", "themself", "themselves"}) if done_to else neutral  # "my ex drops them off"
