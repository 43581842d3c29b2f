"""The parts of a question that its open version keeps: who does what, and the thing it is about."""

from __future__ import annotations

# fmt: off
# tables of words and frames are easier to read as tables than one word a line
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.language.inflect import inflected
from coach.language.question_blame import JUDGING
from coach.language.question_tokens import LOOSE, joined, until, without_lead, without_loose, without_tag

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDIRECT = frozenset("tell know ask wonder remind check remember let say explain mind think reckon suppose guess see need happen".split())
_VAGUE = frozenset(
    """time times day way thing things one lot kind sort part bit idea problem excuse person people man woman matter point sense hour
    minute word fact reason head mind something anything nothing everything someone anyone everyone nobody everybody it that this what
    who which you i me we us he him she they them medal finger place end rules class award body account example name number
    size date code colour color address right question shame respect age turn front trouble while course once ears brain hands eyes legs
    mouth world victim use change lordship expert princess kick planet mates""".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tonight tomorrow today yesterday week weekend month year night morning evening".split())


_COMPLEMENTS = frozenset("ccomp xcomp pcomp advcl acomp".split())
_OPENINGS = frozenset("if whether what which when where who how".split())
_ASKING = frozenset("which what whose any how many much".split())


@dataclass(frozen=True)
class Phrase:
    """A question taken apart. ``rest`` is what follows the verb; ``thing`` the noun phrase it is about, "" when there is none."""

    wh: str = ""
    subject: str = ""  # you, i, we, it, other
    named: str = ""  # the subject as said
    verb: str = ""  # lemma
    rest: str = ""
    ing: str = ""  # the verb's own -ing form, if that is how it was said
    first_aux: str = ""
    past: bool = False
    perfect: bool = False
    progressive: bool = False
    negated: bool = False
    thing: str = ""
    plural: bool = False
    person: bool = False
    when: str = ""  # a clause of time that says which event: "when you all moved to Accra"
    options: tuple[str, ...] = field(default=())
    words: str = ""

    @property
    def gerund(self) -> str:
        """The verb phrase as "calling your mum"."""
        inner = re.match(r"to (?!the|a|my|your|our|his|her|that|this|bed|work|school|church|town)(\w+)(.*)", self.rest)
        if inner and self.verb in {"go", "use", "have", "try", "need", "plan"} and (self.verb != "go" or self.ing):
            return f"{inflected(inner.group(1), 'VBG')}{inner.group(2)}"
        return f"{self.ing or inflected(self.verb, 'VBG')} {self.rest}".strip() if self.verb else ""

    @property
    def base(self) -> str:
        """The bare verb phrase."""
        return f"{self.verb} {self.rest}".strip()

    @property
    def told(self) -> str:
        """The verb phrase in the past."""
        form = "were" if self.verb == "be" and self.subject != "i" else "was" if self.verb == "be" else inflected(self.verb, "VBD")
        return f"{form} {self.rest}".strip()


def main_phrase(tokens: Sequence[Token]) -> Phrase:
    """The clause that is asked, with its noun phrase."""
    kept = without_tag([token for token in tokens if not token.is_space])
    words = " ".join(token.lower_ for token in kept)
    low = [token.lower_ for token in kept]
    options = _options(kept)
    thing = thing_of(kept)
    verb = _verb(kept)
    told = verb is not None and verb.lemma_.lower() in {"tell", "remind", "let", "give"} and verb.i <= kept[0].i + 1
    if verb is None or told and thing and verb.dep_ == "ROOT":
        return Phrase(thing=thing, options=options, words=words, rest=joined(without_loose(until(without_lead(kept)))), wh="tell" if told else "")
    subject = _subject(verb, kept)
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    names = {child.lower_ for child in auxiliaries}
    wh = next((word.split("'")[0] for word in low if word.split("'")[0] in {"what", "how", "when", "where", "who", "which", "whose", "why"}), "")
    after = [token for token in kept if token.i > verb.i and not (subject is not None and subject.left_edge.i <= token.i <= subject.right_edge.i)]
    rest = joined(without_loose(until(after)))
    past = bool(names & {"did", "was", "were", "had"}) or verb.tag_ == "VBD"
    perfect = bool(names & {"have", "has", "'ve"}) and verb.tag_ in {"VBN", "VBD", "VBG", "VB", "VBP"} or names == {"'s"} and verb.tag_ == "VBN"
    people = {"you", "we", "i", "he", "she", "they"}
    clause = next((i for i in range(1, len(low) - 1) if low[i] == "when" and low[i + 1] in people), None)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return Phrase(
        wh=wh,
        subject=_kind(subject),
        named=_named(subject),
        verb="be" if passive or verb.lemma_ in {"'s", "'re", "'m"} else verb.lemma_.lower(),
        rest=f"{verb.lower_} {rest}".strip() if passive else rest,
        ing=verb.lower_ if verb.tag_ == "VBG" and not passive else "",
        first_aux=next((child.lower_ for child in auxiliaries), verb.lower_ if verb.lemma_ == "be" else ""),
        past=past,
        perfect=perfect,
        progressive=verb.tag_ == "VBG" and bool(names & {"is", "are", "was", "were", "am", "'re", "'s", "been", "'m", "be"}),
        negated=any(child.dep_ == "neg" or child.lower_ in {"n't", "not", "never"} for child in verb.children),
        thing=thing,
        plural=subject is not None and subject.tag_ in {"NNS", "NNPS"},
        person=subject is not None and (subject.ent_type_ == "OTHER" or subject.pos_ == "PROPN" or subject.lower_ in {"he", "she", "they"}),
        when=joined(until(kept[clause:])) if clause and wh not in {"", "when"} else "",
        options=options,
        words=words,
    )


def thing_of(tokens: Sequence[Token]) -> str:
    """The most telling noun phrase: what is owned or definite before what is vague; "" when there is none."""
    best, best_score = "", 0.0
    for token in tokens:
        lower = token.lower_
        vague = lower in _VAGUE and not any(child.dep_ == "compound" for child in token.children)
        if token.pos_ not in {"NOUN", "PROPN"} or vague or lower in JUDGING or token.dep_ in {"compound", "npadvmod", "vocative", "intj", "amod"}:
            continue
        if token.dep_ == "poss" or lower in LOOSE or not lower[0].isalpha():
            continue
        phrase = noun_phrase(token)
        if any(word in JUDGING for word in phrase.lower().split()):
            continue
        score = {"dobj": 3.0, "pobj": 2.5, "nsubj": 2.2, "attr": 3.2, "nsubjpass": 2.4, "dative": 2.0}.get(token.dep_, 1.0)
        first = (phrase.split() or ["no"])[0].lower()
        if first in {"no", "any", "some"}:
            continue
        score += 1.0 if first in {"your", "my", "our", "his", "her", "their"} else 0.6 if first in {"the", "that", "this"} else 0.0
        score -= 1.5 if lower in _DAYS else 0.0
        score -= 1.2 if token.pos_ == "PROPN" and token.dep_ not in {"pobj", "dobj", "nsubj"} else 0.0
        if score > best_score:
            best, best_score = phrase, score
    return best


def noun_phrase(token: Token) -> str:
    """A noun with what belongs to it on the left, and a short "of" on the right."""
    own = [child for child in token.children if child.i < token.i and child.dep_ in {"det", "poss", "amod", "compound", "nummod", "nmod"}]
    before = sorted((other for child in own for other in child.subtree), key=lambda other: other.i)
    asked = any(other.lower_ in _ASKING for other in before)
    left = [other for other in before if other.lower_ not in LOOSE | _ASKING and other.pos_ not in {"SCONJ", "PUNCT", "CCONJ", "INTJ"}]
    right: list[Token] = []
    for child in token.children:
        if child.i > token.i and (child.dep_ == "case" or child.lower_ in {"of", "with", "to", "for"} and child.dep_ == "prep" and len(list(child.subtree)) <= 5):
            right += [other for other in child.subtree if other.i > token.i]
    if {"you", "me"} & {other.lower_ for other in right} or right and right[-1].lower_ == "'s":
        right = []
    text = joined([*left, token, *right])
    if asked and not left:
        return f"the {text}"
    bare = token.tag_ == "NN" and not left and token.pos_ == "NOUN" and token.lower_ not in _DAYS and not right
    return f"the {text}" if bare and token.dep_ in {"nsubj", "attr"} else text


def _verb(tokens: Sequence[Token]) -> Token | None:
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.dep_ == "ROOT" or token.head.i not in inside]
    root = next((token for token in tops if token.pos_ in {"VERB", "AUX"}), tops[0] if tops else None)
    if root is None:
        return None
    if root.lemma_.lower() in _INDIRECT | {"like", "love", "want", "be"}:
        asked = _asked_inside(root, inside)
        if asked is not None:
            return asked
    if root.pos_ not in {"VERB", "AUX"}:
        return next((token for token in tokens if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ccomp", "conj", "relcl", "advcl", "acl"} and token.tag_ != "VBG"), None)
    return root


def _asked_inside(verb: Token, inside: set[int], depth: int = 0) -> Token | None:
    """The verb of an indirect question: "do you know whether he ATE"."""
    for child in verb.children:
        if child.i not in inside or child.i < verb.i or child.pos_ not in {"VERB", "AUX"} or child.dep_ not in _COMPLEMENTS:
            continue
        opening = {token.lower_ for token in child.doc[child.left_edge.i : child.i + 1][:3]}
        if verb.lemma_.lower() in _INDIRECT - {"think", "reckon", "suppose"} and opening & _OPENINGS:
            return child
        deeper = _asked_inside(child, inside, depth + 1) if depth < 3 and child.lemma_.lower() in _INDIRECT else None
        if deeper is not None:
            return deeper
    return None


def _subject(verb: Token, tokens: Sequence[Token]) -> Token | None:
    own = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if own is not None and own.lower_.split("'")[0] in {"what", "who", "which"}:
        return next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None) if verb.lemma_ == "be" else None
    if own is None and verb.lemma_ == "be":
        own = next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None)
    return own


def _kind(subject: Token | None) -> str:
    if subject is None:
        return ""
    lower = subject.lower_
    if lower in {"you", "i", "we"}:
        return str(lower)
    return "it" if lower in {"it", "that", "this", "there", "these", "those"} else "other"


def _named(subject: Token | None) -> str:
    if subject is None:
        return ""
    if subject.pos_ == "PRON":
        return str(subject.lower_)
    return noun_phrase(subject)


def _options(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The two things to choose between when a question is nothing but a choice ("Window or aisle?")."""
    low = [token.lower_ for token in tokens]
    if "or" not in low or any(token.pos_ in {"VERB", "AUX"} for token in tokens):
        return ()
    place = low.index("or")
    first, second = joined(without_loose(until(tokens[:place]))), joined(without_loose(until(tokens[place + 1 :])))
    if first and second and second[0].islower() and first[1:].islower():
        first = first[0].lower() + first[1:]  # "Window or aisle?": the capital is the sentence's
    return (first, second) if first and second else ()
