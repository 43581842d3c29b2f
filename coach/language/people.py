"""Who is spoken to and who is spoken about: marks tokens as YOU, YOURS, OTHER or SELF (as entity types, which matchers read fast)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lemminflect import getAllLemmas

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

YOU = frozenset({"you", "ye", "yiz", "yez", "youse", "yall", "y'all", "yourself", "yourselves", "you're"})
YOURS = frozenset({"your", "yours", "you're"})
SELF = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our"})
THIRD = frozenset({"he", "she", "they", "him", "her", "them", "himself", "herself", "themselves"})
PEOPLE = frozenset(
    """husband wife partner boyfriend girlfriend fiance fiancé fiancée spouse ex mother father mom mum mama mummy ma dad daddy papa parent
    parents sister brother sibling son daughter stepson stepdaughter stepmother stepfather stepmom stepdad kid kids child children teen
    teenager friend bestie mate flatmate roommate housemate colleague coworker co-worker boss manager supervisor teammate team neighbour
    neighbor aunt uncle cousin grandmother grandfather grandma grandpa nan gran nana granddad mother-in-law father-in-law
    in-laws sister-in-law brother-in-law babysitter teacher landlord employee assistant intern man woman guy girl boy everyone everybody people
    somebody someone niece nephew twin lodger tenant stepchild grandson granddaughter grandchild fella bloke lad""".split()
)
# Known to the speaker once pointed at, as subject: "the new guy", "that team leader", "the man downstairs".
_POINTED_AT = frozenset({"the", "that", "this", "those", "these"})
ROLES = PEOPLE | frozenset(
    """leader lead director head deputy principal coach tutor professor lecturer client customer contractor builder plumber agent secretary
    receptionist cleaner carer nurse gardener childminder landlady hairdresser dentist doctor gp pastor vicar priest imam rabbi captain treasurer lady chap dude trainee apprentice""".split()
)
_TONGUES = frozenset(
    "english german french spanish polish hindi tamil urdu arabic turkish russian chinese italian portuguese dutch".split()
)
_NOT_POINTED_AT = frozenset("team child kid children kids everyone everybody people somebody someone teacher".split())


def mark_people(doc: Doc) -> None:
    """Set the entity type of each person-token of ``doc``, in place."""
    spoken_of = any(token.lower_ in {"he", "she"} for token in doc)
    for token in doc:
        label = _joined(doc, token) or _label(token) or (_my_someone(token) if spoken_of else "")
        if label:
            token.ent_type_ = label


def is_you(token: Token) -> bool:
    """The one spoken to."""
    return str(token.ent_type_) == "YOU"


def is_other(token: Token) -> bool:
    """A person who is described and not spoken to."""
    return str(token.ent_type_) == "OTHER"


def _label(token: Token) -> str:
    lower = token.lower_
    if lower in YOU:
        return "YOU"
    if lower in YOURS:
        return "YOURS"
    if lower in SELF:
        return "SELF"
    if lower in THIRD and not (lower == "her" and token.dep_ == "poss"):
        return "OTHER"
    lemma = token.lemma_.lower()
    if (lower in PEOPLE or lemma in PEOPLE) and any(child.dep_ == "poss" for child in token.children):
        return "OTHER"
    if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ == "NOUN" and (lower in ROLES or lemma in ROLES):
        if lower not in _NOT_POINTED_AT and any(
            child.dep_ == "det" and child.lower_ in _POINTED_AT for child in token.children
        ):
            return "OTHER"
    if token.dep_ == "nsubj" and token.i == token.sent.start and token.head.tag_ in {"VBZ", "VBD"}:
        called = lower in ROLES - _NOT_POINTED_AT and token.tag_ in {"NN", "NNP"}
        if called or (token.text[:1].isupper() and not getAllLemmas(token.text)):
            return "OTHER"  # "Roommate sets six alarms", "Anjali tells everyone", whatever the parser takes her for
    named = token.text[:1].isupper() or any(child.dep_ == "compound" for child in token.children)
    if token.pos_ == "PROPN" and token.dep_ in {"nsubj", "nsubjpass"} and named and lower not in _TONGUES:
        return "OTHER"
    return ""


def _joined(doc: Doc, token: Token) -> str:
    """ "My daughter-in-law", "my ex-wife": wherever the parser hangs the possessive."""
    i, last = token.i, len(doc) - 1
    if i == last or (i == 0 and doc[1].lower_ != "in"):
        return "OTHER" if i > 1 and doc[i - 1].text == "-" and doc[i - 2].lower_ == "ex" else ""
    if i + 2 <= last and token.lower_ in PEOPLE and (doc[i + 1].lower_, doc[i + 2].lower_) == ("in", "law"):
        return "OTHER"
    if doc[i + 1].text == "-":
        if token.lower_ == "ex":
            return "OTHER"
        return "OTHER" if i + 4 <= last and [doc[i + k].lower_ for k in (2, 3, 4)] == ["in", "-", "law"] else ""
    return "OTHER" if i > 1 and doc[i - 1].text == "-" and doc[i - 2].lower_ == "ex" else ""


_MY_THINGS = frozenset(
    "name voice phone car house room flat desk job work day life heart head hand back foot leg stomach face hair money rent bank account email text "
    "message laptop bag coat key keys hours shift rota review appraisal exam results appointment birthday wedding turn point problem issue worry fear question plan".split()
)


def _my_someone(token: Token) -> str:
    """ "My team lead …", "the guy I live with …", in a text that goes on with he or she."""
    if token.pos_ != "NOUN" or token.dep_ not in {"nsubj", "nsubjpass"}:
        return ""
    mine = any(child.dep_ == "poss" and child.lower_ in {"my", "our"} for child in token.children)
    known_to_me = token.lower_ in PEOPLE and any(child.dep_ == "relcl" for child in token.children)
    return "OTHER" if (mine and token.lower_ not in _MY_THINGS) or known_to_me else ""
