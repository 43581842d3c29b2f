"""The edits that turn one clause into an observation: words left out, persons and negations changed, white space mended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.inflect import inflected, verb_lemma
from coach.language.people import is_other, is_you
from coach.suggest.target import Target, pronouns_of
from coach.suggest.tense import tense
from coach.suggest.words import (
    CHAT,
    LOOSE,
    TO_SECOND,
    beside_name,
    given,
    in_their_words,
    is_emoji,
    is_or_has,
    joined,
    leant_on,
    owns_next,
    pointed_at,
    quoted,
    second_person,
    trails,
    vocative,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CANNOT = {"ca": "do", "can": "do", "could": "did", "wo": "do"}
ABSOLUTES = frozenset("always never ever constantly forever continually perpetually invariably".split())
_STRENGTHENERS = frozenset(
    "single whole damn bloody fucking stupid freaking goddamn precious ridiculous pathetic".split()
)
_LOOSE_DEPS = frozenset("advmod intj amod cc advcl npadvmod dep meta nmod compound neg".split())
_NAMED_AS = frozenset("nsubj nsubjpass dobj pobj dative poss".split())


class Edits:
    """Replacements for the tokens of one clause: a string instead of the token, or "" to leave it out."""

    def __init__(self, clause: Clause, target: Target, dropped: frozenset[int]) -> None:
        self.clause = clause
        self.target = target
        self.changed: dict[int, str] = {token.i: "" for token in clause.tokens if token.i in dropped}
        self._drop_loose_words()
        self._to_second_person()
        self._without_absolutes()
        self._comma_after_opening()
        said = quoted(clause.tokens) - dropped
        self.changed = {place: word for place, word in self.changed.items() if place not in said}

    @property
    def subject_is_target(self) -> bool:
        """The described person is the subject."""
        subject = self.clause.subject
        return subject is not None and self._is_target(subject)

    @property
    def _to_target(self) -> bool:
        return self.clause.about_you or self.subject_is_target

    def kept(self) -> list[Token]:
        """The tokens that are not left out."""
        return [token for token in self.clause.tokens if self.changed.get(token.i, token.text) != ""]

    def _drop_loose_words(self) -> None:
        """Leave out fillers, swearing, vocatives and emoji, wherever the sentence stands without them."""
        tokens = self.clause.tokens
        for position, token in enumerate(tokens):
            lower = token.lower_
            lone = token.dep_ in _LOOSE_DEPS or token.pos_ in {"INTJ", "ADV", "SYM", "X"}
            if lower in CHAT or trails(token) or (lower in LOOSE and lone and not leant_on(token, position)):
                self.changed[token.i] = ""
            elif lower in _STRENGTHENERS and token.dep_ == "amod" and lower != "whole":
                self.changed[token.i] = ""
            elif lower in {"again", "n't"}:
                continue
            elif is_emoji(token):
                self.changed[token.i] = ""
            elif vocative(token, position, tokens):
                self._drop_with_commas(position)
        self._drop_name()
        for tag in ("can you", "do you", "have n't you", "did n't you", "are n't you", "you know", "right", "innit"):
            self._drop_tag(tag.split())

    def _to_second_person(self) -> None:
        """The described person becomes *you*, with verbs to match."""
        if not self.target.described:
            return
        for token in self.kept():
            if token.lower_ in self.target.pronouns and self.target.means(token) and not self._somebody_elses(token):
                possessive = (token.dep_ == "poss" and not given(token)) or owns_next(token)
                alone = token.lower_ == "his" and token.head.i < token.i
                said = "yours" if alone else TO_SECOND[token.lower_]
                self.changed[token.i] = "your" if possessive and not alone else said
            elif pointed_at(token) and not pronouns_of(token).isdisjoint(
                self.target.pronouns
            ):  # "I gave that woman eggs"
                self.changed |= {token.i - 1: "", token.i: "you"}
            elif token.lower_ in self.target.nouns and token.dep_ in _NAMED_AS:
                for child in token.children:
                    if child.dep_ not in {"conj", "cc"} and child != self.clause.head:
                        self.changed.update({part.i: is_or_has(part) for part in child.subtree})
                self.changed |= beside_name(token)
                self.changed[token.i] = "your" if token.dep_ == "poss" else "you"
        for token in self.kept():
            if token.pos_ in {"VERB", "AUX"} and token.tag_ in {"VBZ", "VBD"} and self._agrees_with_target(token):
                self.changed[token.i] = second_person(token)

    def _somebody_elses(self, token: Token) -> bool:
        """As in "she keeps marking her down": done by the one concerned to somebody else, for else it were "herself"."""
        subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
        done_to = token.dep_ in {"dobj", "dative"} and token.lower_ in {"him", "her", "them"}
        return done_to and subject is not None and self._is_target(subject)

    def _without_absolutes(self) -> None:
        """*never helps* → *don't help*; *always*, *constantly*, *ever* go."""
        for token in self.clause.tokens:
            if token.lower_ == "time" and token.i and token.nbor(-1).lower_ in {"every", "single", "each"}:
                self._every_time(token)
            if token.lower_ in _CANNOT and self.clause.negated and token.head is self.clause.head and self._to_target:
                self.changed[token.i] = _CANNOT[token.lower_]  # "you can't remember it" → "you don't …"
            beside = any(child.dep_ == "advcl" and not _for_a_reason(child) for child in self.clause.head.children)
            if token.lower_ == "only" and self.clause.head in (token.head, token.head.head) and beside:
                before = token.i < self.clause.head.i
                self.changed[token.i] = "mostly" if before and self._leans() else ""  # "you only ring when …"
            if (
                token.lower_ == "once"
                and token.dep_ == "advmod"
                and any(c.dep_ == "neg" for c in token.head.children)
                and token.nbor(-1).lower_ not in {"not", "even"}
            ):
                self.changed[token.i] = ""  # "hasn't asked once how it is going"
            if token.lower_ == "whenever":
                self.changed[token.i] = "when"
            if token.lower_ not in ABSOLUTES or token.i in self.changed or in_their_words(token):
                continue
            if token.lower_ == "never":
                self._negate(token)
            else:
                self.changed[token.i] = ""
                self._plain_habit(token.head)

    def _leans(self) -> bool:
        """It happens when something else does: "you ring when you need a lift"."""
        joined = (child for child in self.clause.head.children if child.dep_ == "advcl")
        return any(word.lower_ in {"when", "whenever", "if", "because"} for child in joined for word in child.children)

    def _comma_after_opening(self) -> None:
        """*every call you ask me*, *when I mention it you leave* → with a comma before *you*."""
        subject, tokens = self.clause.subject, self.clause.tokens
        ahead = [token for token in tokens if subject is not None and token.i < subject.left_edge.i]
        opens = bool(ahead) and ahead[0].lower_ in {"every", "when", "whenever", "since", "if"}
        if opens and subject is not None and (subject.ent_type_ == "YOU" or self.subject_is_target):
            last = ahead[-1]
            if not last.is_punct and self.changed.get(last.i) != "" and subject.left_edge.i == last.i + 1:
                self.changed[last.i] = self.changed.get(last.i, last.text) + ","

    def base_phrase(self) -> str:
        """The bare verb phrase: *help with the kids*."""
        head = self.clause.head
        after = [token for token in self.kept() if token.i > head.i]
        pieces = dict(self.changed)
        pieces[head.i] = verb_lemma(head.lower_) if head.pos_ == "VERB" else head.lemma_
        words = re.sub(r"\s+([,.;:!?])", r"\1", joined([head, *after], pieces))
        words = re.sub(
            r",? not(?: even)?(?: once)?$", "", re.sub(r"[\s,;:.!?\"-]+$", "", re.sub(r"\s{2,}", " ", words))
        )
        return words.strip()

    def text(self) -> str:
        """The words that are left, as they would stand in a sentence, beginning in lower case."""
        kept = self.kept()
        words = joined(kept, self.changed)
        words = re.sub(r"\s+([,.;:!?])", r"\1", words)
        words = re.sub(r"^[\s,.;:!?'\"-]+|[\s,;:.!?\"-]+$", "", words)
        words = re.sub(r",\s*,", ",", words)
        words = re.sub(r"\s{2,}", " ", words).strip()
        if not words:
            return ""
        if words.count('"') % 2:
            words = words + '"' if words.rfind('"') > 0 else words.replace('"', "")
        first = kept[0]
        keeps_capital = (
            first.lower_ in {"i", "i'm"} or first.pos_ == "PROPN" or (first.text.isupper() and len(first.text) > 1)
        )
        return (
            words
            if keeps_capital and self.changed.get(first.i) is None
            else words[0].lower() + words[1:]
            if not words.startswith(("I ", "I'"))
            else words
        )

    def _agrees_with_target(self, verb: Token) -> bool:
        subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        main = verb
        while subject is None and main.dep_ in {"aux", "auxpass", "conj", "cop"} and main.head != main:
            main = main.head
            subject = next((child for child in main.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        return subject is not None and self._is_target(subject)

    def _is_target(self, token: Token) -> bool:
        return is_other(token) and self.target.means(token)

    def _every_time(self, time: Token) -> None:
        """*every time I visit* → *when I visit*; *every time* alone goes."""
        words = [
            token
            for token in self.clause.tokens
            if time.i - 2 <= token.i <= time.i and token.lower_ in {"every", "single", "each", "time"}
        ]
        follows = time.i + 1 < len(time.doc) and time.nbor().dep_ in {"nsubj", "nsubjpass"}
        after = follows or any(child.dep_ == "relcl" for child in time.children)
        for token in words:
            self.changed[token.i] = ""
        if after:
            self.changed[time.i] = "when"

    def _plain_habit(self, verb: Token) -> None:
        """*are always copying* → *copy*, said of *you*."""
        aux = next((child for child in verb.children if child.dep_ == "aux" and child.lemma_ == "be"), None)
        if (
            verb.tag_ == "VBG"
            and aux is not None
            and aux.tag_ in {"VBP", "VBZ"}
            and self._to_target
            and not self.clause.negated
        ):
            self.changed |= {aux.i: "", verb.i: inflected(verb.lemma_, "VBP")}

    def _negate(self, never: Token) -> None:
        head = never.head if never.head.pos_ in {"VERB", "AUX"} else self.clause.head
        auxiliary = next(
            (child for child in head.children if child.dep_ in {"aux", "auxpass"} and child.i < head.i), None
        )
        if never.i > head.i and auxiliary is None and head.lemma_ != "be":  # "it turned out to mean never"
            return
        self.changed[never.i] = ""
        if auxiliary is not None or head.lemma_ == "be":
            self.changed[never.i] = "not"
            return
        past = head.tag_ in {"VBD", "VBN"} or (head == self.clause.head and tense(self.clause) == "past")
        third = head.tag_ == "VBZ" and not self.subject_is_target
        self.changed[never.i] = "didn't" if past else "doesn't" if third else "don't"
        self.changed[head.i] = head.lemma_
        for child in head.children:
            if (
                child.dep_ == "conj"
                and child.pos_ == "VERB"
                and not any(c.dep_ in {"nsubj", "aux"} for c in child.children)
            ):
                self.changed[child.i] = child.lemma_
            if child.dep_ == "cc" and child.lower_ == "and":
                self.changed[child.i] = "or"
        for token in self.clause.tokens:  # "never once" → "didn't"; "never … nothing" → "don't … anything"
            if token.lower_ == "nothing":
                self.changed[token.i] = "anything"

    def _drop_name(self) -> None:
        """*You selfish cow, you took it* → *you took it*."""
        tokens = self.clause.tokens
        comma = next((position for position, token in enumerate(tokens) if token.text == ","), 0)
        called = tokens[:comma]
        if called and is_you(tokens[0]) and comma + 1 < len(tokens) and is_you(tokens[comma + 1]):
            if len(called) > 1 and not any(token.pos_ in {"VERB", "AUX"} for token in called):
                self.changed |= {token.i: "" for token in tokens[: comma + 1]}

    def _drop_with_commas(self, position: int) -> None:
        tokens = self.clause.tokens
        self.changed[tokens[position].i] = ""
        first = tokens[position - 1].i + 1 if position and tokens[position - 1].text == "," else 0
        for child in tokens[position].children:
            if child.dep_ in {"det", "amod", "poss", "compound"} and first <= child.i < tokens[position].i:
                self.changed[child.i] = ""
        for near in (position - 1, position + 1):
            if 0 <= near < len(tokens) and tokens[near].text == ",":
                self.changed[tokens[near].i] = ""

    def _drop_tag(self, words: list[str]) -> None:
        tokens = self.clause.tokens
        if (
            len(tokens) > len(words) + 2
            and [token.lower_ for token in tokens[-len(words) :]] == words
            and tokens[-len(words) - 1].text == ","
        ):
            for token in tokens[-len(words) - 1 :]:
                self.changed[token.i] = ""


def _for_a_reason(verb: Token) -> bool:
    """As in "you only told me because I asked"."""
    return any(child.dep_ == "mark" and child.lower_ in {"because", "after", "since"} for child in verb.children)
