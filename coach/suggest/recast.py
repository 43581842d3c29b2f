"""A clause as typed → the same facts as an observation, spoken to the one concerned.

Absolutes, intensifiers, insults and side judgements go; names, numbers, times, negations and the person's own words stay.
Source: the camera test of observations (NVC) and Gordon's description of behaviour without judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lemminflect import getInflection, getLemma

from coach.language.people import is_other

from coach.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "habit", "state"]

ABSOLUTES = frozenset("always never ever constantly forever continually perpetually invariably".split())
_LOOSE = frozenset(
    """even just literally seriously honestly frankly completely totally absolutely clearly obviously basically simply actually really
    apparently conveniently somehow whatsoever damn damned bloody fucking freaking frigging flipping fricking goddamn effing
    stupid fuckin ridiculous pathetic precious omg lol lmao ffs bro bruh yaar dude jeez geez god christ gosh ugh like oh well look listen so""".split()
)
_STRENGTHENERS = frozenset({"single", "whole", "damn", "bloody", "fucking", "stupid", "freaking", "goddamn", "precious", "ridiculous", "pathetic"})
_VOCATIVES = frozenset(
    """mate bro dude babe baby honey love darling mum mom mam ma dad daddy papa appa amma mother father man girl sis bhaiya didi buddy pal
    mister lady woman genius idiot muppet you drongo""".split()
)
_THIRD_TO_SECOND = {
    "he": "you", "she": "you", "they": "you", "him": "you", "her": "you", "them": "you",
    "himself": "yourself", "herself": "yourself", "themselves": "yourself",
    "his": "your", "hers": "yours", "their": "your", "theirs": "yours",
}  # fmt: skip
_MALE = frozenset("husband boyfriend father dad daddy papa son brother stepson stepfather stepdad uncle grandfather grandpa grandad granddad bloke guy man boy father-in-law brother-in-law nephew".split())
_FEMALE = frozenset("wife girlfriend mother mum mom mam mama ma daughter sister stepdaughter stepmother stepmom aunt aunty auntie grandmother grandma nan nana gran woman girl lady mother-in-law sister-in-law niece".split())


@dataclass(frozen=True)
class Observation:
    """What happened, as a statement to the one concerned ("you left the party early").

    ``facts`` tells whether it names anything particular (a noun, a name, a number).

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
    subjects = [clause.subject for clause in parsed_clauses if clause.about_other and clause.subject is not None]
    if not subjects:
        return Target(frozenset(), frozenset())
    noun = next((subject for subject in subjects if subject.pos_ != "PRON"), None)
    lead = noun if noun is not None else subjects[0]
    nouns = frozenset({lead.lower_}) if lead.pos_ != "PRON" else frozenset[str]()
    return Target(nouns, _pronouns(lead, subjects))


def _speaks_to_you(token: Token, reported: frozenset[int]) -> bool:
    if token.ent_type_ not in {"YOU", "YOURS"} or token.i in reported:
        return False
    return not (token.head.lemma_ in {"know", "see"} and token.head.i == token.i + 1)  # "you know", "you see"


def _pronouns(lead: Token, subjects: list[Token]) -> frozenset[str]:
    male, female = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
    neutral = frozenset({"they", "them", "their", "theirs", "themselves"})
    if lead.lower_ in male | _MALE:
        return male
    if lead.lower_ in female | _FEMALE:
        return female
    used = {subject.lower_ for subject in subjects}
    if "he" in used:
        return male
    if "she" in used:
        return female
    return neutral


def observe(clause: Clause, target: Target, dropped: frozenset[int], sentence: int, order: int) -> Observation | None:
    """The clause as an observation, or None when nothing that a camera could see is left.

    ``dropped`` are tokens that findings marked as judgement and that the caller wants left out.
    """
    edits = _Edits(clause, target)
    edits.drop(dropped)
    edits.drop_loose_words()
    edits.to_second_person()
    edits.without_absolutes()
    words = edits.text()
    if len(words.split()) < 3 and not any(token.pos_ == "NUM" for token in edits.kept()):
        return None
    head = clause.head
    to_you = clause.about_you or edits.subject_is_target
    kept = frozenset(token.i for token in edits.kept())
    return Observation(
        text=words,
        tense=_tense(clause),
        to_you=to_you,
        negated=clause.negated,
        base=edits.base_phrase() if to_you and head.pos_ in {"VERB", "AUX"} else "",
        tokens=kept,
        sentence=sentence,
        order=order,
        facts=_has_facts(edits.kept()),
    )


def act(head: Token, target: Target, dropped: frozenset[int], form: str, sentence: int, order: int, *, negate: bool = False) -> Observation | None:
    """The verb phrase below ``head`` as something the other did (``form`` VBD), does (VBP) or could do (VB): "you came late"."""
    tokens = tuple(token for token in head.subtree if token.i >= head.i)
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens = tokens[:-1]
    edits = _Edits(Clause(head, None, tokens), target)
    edits.drop(dropped)
    edits.drop_loose_words()
    edits.to_second_person()
    edits.without_absolutes()
    base = edits.base_phrase()
    verb = head.lemma_.lower()
    if verb == "be":
        inflected = {"VBD": "were", "VBP": "are"}[form]
    else:
        inflected = (getInflection(verb, form) or (verb,))[0]
    if negate:
        inflected = {"VBD": "didn't ", "VBP": "don't "}[form] + verb
    rest = base.split(" ", 1)[1] if " " in base else ""
    text = f"you {inflected} {rest}".strip()
    kept = frozenset(token.i for token in edits.kept())
    return Observation(text, "past" if form == "VBD" else "habit", True, negate, base, kept, sentence, order, _has_facts(edits.kept()))


def _tense(clause: Clause) -> Tense:
    head = clause.head
    auxiliaries = {child.lower_ for child in head.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & {"have", "has", "'ve", "'s"} and head.tag_ == "VBN":
        return "state"
    if head.tag_ == "VBD" or auxiliaries & {"did", "was", "were", "had", "couldn", "could"} or (head.tag_ == "VBN" and auxiliaries & {"had"}):
        return "past"
    # the small parser calls some past forms present ("You let …", "You forgot …"): trust the form where it is plain
    if head.tag_ in {"VBP", "VBN"} and head.pos_ == "VERB" and not auxiliaries and _plainly_past(head.lower_):
        return "past"
    if head.lemma_ == "be" or clause.subject is None:
        return "state"
    return "habit"


def _has_facts(tokens: list[Token]) -> bool:
    return any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in tokens)


def _plainly_past(word: str) -> bool:
    lemma = (getLemma(word, upos="VERB") or (word,))[0]
    return word in getInflection(lemma, "VBD") and word != lemma


class _Edits:
    """Replacements for the tokens of one clause: a string instead of the token, or "" to leave it out."""

    def __init__(self, clause: Clause, target: Target) -> None:
        self.clause = clause
        self.target = target
        self.changed: dict[int, str] = {}

    @property
    def subject_is_target(self) -> bool:
        """The described person is the subject."""
        subject = self.clause.subject
        return subject is not None and self._is_target(subject)

    def kept(self) -> list[Token]:
        return [token for token in self.clause.tokens if self.changed.get(token.i, token.text) != ""]

    def drop(self, indices: frozenset[int]) -> None:
        for token in self.clause.tokens:
            if token.i in indices:
                self.changed[token.i] = ""

    def drop_loose_words(self) -> None:
        """Leave out fillers, swearing, vocatives and emoji, wherever the sentence stands without them."""
        tokens = self.clause.tokens
        for position, token in enumerate(tokens):
            lower = token.lower_
            lone = token.dep_ in {"advmod", "intj", "amod", "cc", "advcl", "npadvmod", "dep", "meta", "nmod", "compound", "neg"} or token.pos_ in {"INTJ", "ADV", "SYM", "X"}
            if lower in _LOOSE and lone and not _needed(token):
                self.changed[token.i] = ""
            elif lower in _STRENGTHENERS and token.dep_ == "amod" and lower != "whole":
                self.changed[token.i] = ""
            elif lower in {"again", "n't"}:
                continue
            elif _is_emoji(token):
                self.changed[token.i] = ""
            elif _vocative(token, position, tokens):
                self._drop_with_commas(position)
        for tag in ("can you", "do you", "have n't you", "did n't you", "are n't you", "you know", "right", "innit"):
            self._drop_tag(tag.split())

    def to_second_person(self) -> None:
        """The described person becomes *you*, with verbs to match."""
        if not self.target.described:
            return
        for token in self.clause.tokens:
            if token.lower_ in self.target.pronouns:
                possessive = token.dep_ == "poss"
                self.changed[token.i] = "your" if possessive else _THIRD_TO_SECOND[token.lower_]
            elif token.lower_ in self.target.nouns and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "dative"} | {"poss"}:
                for part in token.subtree:
                    if part.i < token.i:
                        self.changed[part.i] = ""
                self.changed[token.i] = "your" if token.dep_ == "poss" else "you"
                if token.dep_ == "poss":
                    for child in token.children:
                        if child.dep_ == "case":
                            self.changed[child.i] = ""
        for token in self.clause.tokens:
            if token.pos_ in {"VERB", "AUX"} and token.tag_ in {"VBZ", "VBD"} and self._agrees_with_target(token):
                self.changed[token.i] = _second_person(token)

    def without_absolutes(self) -> None:
        """*never helps* → *don't help*; *always*, *constantly*, *ever* go."""
        for token in self.clause.tokens:
            if token.lower_ not in ABSOLUTES or token.i in self.changed:
                continue
            if token.lower_ == "never":
                self._negate(token)
            else:
                self.changed[token.i] = ""

    def base_phrase(self) -> str:
        """The bare verb phrase: *help with the kids*."""
        head = self.clause.head
        after = [token for token in self.kept() if token.i > head.i]
        pieces = dict(self.changed)
        pieces[head.i] = (getLemma(head.lower_, upos="VERB") or (head.lemma_,))[0] if head.pos_ == "VERB" else head.lemma_
        words = re.sub(r"\s+([,.;:!?])", r"\1", _joined([head, *after], pieces))
        return re.sub(r"[\s,;:.!?\"-]+$", "", re.sub(r"\s{2,}", " ", words)).strip()

    def text(self) -> str:
        """The words that are left, as they would stand in a sentence, beginning in lower case."""
        kept = self.kept()
        words = _joined(kept, self.changed)
        words = re.sub(r"\s+([,.;:!?])", r"\1", words)
        words = re.sub(r"^[\s,.;:!?'\"-]+|[\s,;:.!?\"-]+$", "", words)
        words = re.sub(r",\s*,", ",", words)
        words = re.sub(r"\s{2,}", " ", words).strip()
        if not words:
            return ""
        first = kept[0]
        keeps_capital = first.lower_ in {"i", "i'm"} or first.pos_ == "PROPN" or (first.text.isupper() and len(first.text) > 1)
        return words if keeps_capital and self.changed.get(first.i) is None else words[0].lower() + words[1:] if not words.startswith(("I ", "I'")) else words

    def _agrees_with_target(self, verb: Token) -> bool:
        subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        main = verb
        while subject is None and main.dep_ in {"aux", "auxpass", "conj", "cop"} and main.head is not main:
            main = main.head
            subject = next((child for child in main.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        return subject is not None and self._is_target(subject)

    def _is_target(self, token: Token) -> bool:
        return is_other(token) and (token.lower_ in self.target.pronouns or token.lower_ in self.target.nouns)

    def _negate(self, never: Token) -> None:
        head = never.head if never.head.pos_ in {"VERB", "AUX"} else self.clause.head
        auxiliary = next((child for child in head.children if child.dep_ in {"aux", "auxpass"} and child.i < head.i), None)
        self.changed[never.i] = ""
        if auxiliary is not None or head.lemma_ == "be":
            self.changed[never.i] = "not"
            return
        past = head.tag_ == "VBD" or _tense(self.clause) == "past"
        third = head.tag_ == "VBZ" and not self.subject_is_target
        self.changed[never.i] = "didn't" if past else "doesn't" if third else "don't"
        self.changed[head.i] = head.lemma_
        for child in head.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ in {"nsubj", "aux"} for c in child.children):
                self.changed[child.i] = child.lemma_
            if child.dep_ in {"cc"} and child.lower_ == "and":
                self.changed[child.i] = "or"
        for token in self.clause.tokens:  # "never once" → "didn't"; "never … nothing" → "don't … anything"
            if token.lower_ == "nothing":
                self.changed[token.i] = "anything"

    def _drop_with_commas(self, position: int) -> None:
        tokens = self.clause.tokens
        self.changed[tokens[position].i] = ""
        for child in tokens[position].children:
            if child.dep_ in {"det", "amod", "poss", "compound"} and child.i < tokens[position].i:
                self.changed[child.i] = ""
        for near in (position - 1, position + 1):
            if 0 <= near < len(tokens) and tokens[near].text == ",":
                self.changed[tokens[near].i] = ""

    def _drop_tag(self, words: list[str]) -> None:
        tokens = self.clause.tokens
        if len(tokens) > len(words) + 2 and [token.lower_ for token in tokens[-len(words) :]] == words and tokens[-len(words) - 1].text == ",":
            for token in tokens[-len(words) - 1 :]:
                self.changed[token.i] = ""


def _second_person(verb: Token) -> str:
    if verb.lemma_ == "be":
        return {"is": "are", "'s": "are", "was": "were"}.get(verb.lower_, verb.text)
    if verb.tag_ != "VBZ":
        return str(verb.text)
    return {"has": "have", "'s": "have", "does": "do"}.get(verb.lower_, (getInflection(verb.lemma_, "VBP") or (verb.lemma_,))[0])


def _needed(token: Token) -> bool:
    """A filler that carries the sentence: "like" as a verb, "so that", "just" before a number."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    if token.lower_ == "like":
        return token.dep_ != "intj"
    if token.lower_ == "so" and token.i + 1 < len(token.doc):
        after = token.nbor()
        if after.pos_ == "AUX" or after.lower_ in {"much", "that"}:
            return True
        return token.i > token.sent.start and token.head.pos_ != "ADJ" and token.dep_ != "advmod"
    return token.lower_ in {"even", "just"} and token.i + 1 < len(token.doc) and token.nbor().lower_ in {"if", "though", "as"}


def _vocative(token: Token, position: int, tokens: tuple[Token, ...]) -> bool:
    if position == 0 and token.lower_ in _VOCATIVES and len(tokens) > 2 and tokens[1].lower_ in {"you", "i", "we"}:
        return True
    if token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "ROOT", "conj"} and not (token.dep_ == "ROOT" and token.pos_ in {"PROPN", "NOUN"}):
        return False
    comma_before = position > 0 and tokens[position - 1].text == ","
    comma_after = position + 1 < len(tokens) and tokens[position + 1].text == ","
    at_start, at_end = position == 0, position == len(tokens) - 1
    edge = (at_start and comma_after) or (comma_before and at_end) or (comma_before and comma_after)
    return edge and (token.lower_ in _VOCATIVES or token.dep_ in {"npadvmod", "vocative", "intj"} or (token.pos_ == "PROPN" and token.dep_ in {"appos", "npadvmod", "ROOT", "dep"}))


def _calm(token: Token) -> str:
    """A single shouted word in lower case; acronyms and names stay."""
    shouted = token.text.isupper() and len(token.text) > 2 and token.pos_ not in {"PROPN", "NOUN", "NUM", "X"}
    return token.lower_ if shouted else token.text


def _is_emoji(token: Token) -> bool:
    return not any(char.isalnum() for char in token.text) and any(ord(char) > 0x2190 for char in token.text)


def _joined(tokens: list[Token], changed: dict[int, str]) -> str:
    """Tokens → text with the white space of neighbours; a clitic or mark stays close to the word before it."""
    text = ""
    before: Token | None = None
    for token in tokens:
        word = changed.get(token.i, _calm(token))
        if before is None or not word:
            glue = ""
        elif before.i == token.i - 1:
            glue = before.whitespace_ if not before.is_space else " "
            if changed.get(before.i) is not None and token.is_alpha and not token.text.startswith("n't"):
                glue = glue or " "
        else:
            glue = "" if token.is_punct and token.text in ",.;:!?" or token.text.startswith("'") or token.lower_ == "n't" else " "
        if token.i in changed and word in {"are", "have"}:
            glue = " "
        text += glue + (" " if token.is_space else word)
        before = token
    return text
