"""Feelings and needs: what the person named, what lies beneath a look-alike, and what fits the concern."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from coach.language.inflect import verb_lemma
from coach.library.load import Library
from coach.library.wording import Feeling, LookAlike, Need
from coach.suggest.choose_cards import stems

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.clauses import Clause
    from coach.language.parse import Parsed

_WORDS = 3  # of the longest phrase for a feeling
_BEFORE = 4  # "I'm just so very tired": how far a feeling word may stand from its verb
_FEELING_VERBS = frozenset("feel be get become grow stay remain seem leave".split())
_TOLD = frozenset("tell say text mention explain".split())  # what was felt then is no feeling about this
_NOT_NAMED = frozenset(
    "fine ok okay good well low down small open close free ready sure blue flat used done over great bad better worse sorry alive".split()
)
_GRAVE = frozenset(
    "die death dead funeral burial ash cremate miscarriage miscarry stillborn cancer chemo chemotherapy tumour tumor diagnosis stroke surgery "
    "hospital ambulance steal inheritance forge cheat affair mistress betray divorce hit slap punch assault threaten bruise suicide overdose abuse "
    "evict jail arrest disown".split()
)  # after which a mild feeling sounds like mockery


class FeelingWords:
    """Looks up feelings, look-alikes and needs by id and by the words people use for them."""

    def __init__(self, library: Library) -> None:
        self.feelings: dict[str, Feeling] = {entry.id: entry for entry in library.feelings}
        self.needs: dict[str, Need] = {entry.id: entry for entry in library.needs}
        self.broad: tuple[str, ...] = tuple(entry.id for entry in library.needs if entry.broad)
        self._spoken = {entry.id: stems(" ".join(entry.spoken)) for entry in library.needs if entry.spoken}
        self._by_word = {
            word.lower(): entry for entry in reversed(library.feelings) for word in (entry.word, *entry.forms)
        }
        self._alike = {
            word.lower(): entry for entry in reversed(library.lookalikes) for word in (entry.word, *entry.forms)
        }
        self._begin, self._begin_alike = (
            frozenset(phrase.split()[0] for phrase in known) for known in (self._by_word, self._alike)
        )

    def presumes(self, need: str, known: frozenset[str]) -> bool:
        """A need speaks of something that nobody spoke of; ``known`` are the stems of what was."""
        return need in self._spoken and not self._spoken[need] & known

    def named(self, word: str) -> tuple[str, ...]:
        """Feeling ids for one word: itself, or what lies beneath a look-alike."""
        if word in self._by_word:
            return (self._by_word[word].id,)
        return self._alike[word].beneath if word in self._alike else ()

    def own(self, parsed: Parsed) -> Iterator[str]:
        """Ids of real feelings the writer names as their own, in order."""
        return (name for _, name in self.own_places(parsed))

    def own_places(self, parsed: Parsed) -> Iterator[tuple[Token, str]]:
        """The first token and the id of each real feeling the writer names as their own, in order."""
        for token, phrase in _said(parsed, self._by_word, self._begin):
            entry = self._by_word[phrase]
            if phrase not in _NOT_NAMED and _own(token) and not (entry.pleasant and _until_then(token)):
                yield token, entry.id

    def look_alikes(self, parsed: Parsed) -> Iterator[LookAlike]:
        """Look-alikes in the text, in order."""
        return (one for _, one in self.look_alike_places(parsed))

    def look_alike_places(self, parsed: Parsed) -> Iterator[tuple[Token, LookAlike]]:
        """The first token of each look-alike in the text, and what it is, in order."""
        for token, phrase in _said(parsed, self._alike, self._begin_alike):
            if (" " in phrase or token.pos_ in {"ADJ", "VERB", "ADV"}) and _own(token):
                yield token, self._alike[phrase]

    def of_a_grievance(self, feelings: list[str], parsed: Parsed) -> list[str]:
        """Feelings in which a grievance can be told, best first: pleasant ones go last, and after a grave event mild ones that nobody named."""
        own = set(self.own(parsed))
        grave = any(not _GRAVE.isdisjoint((token.lemma_.lower(), verb_lemma(token.lower_))) for token in parsed.doc)

        def unfit(one: str) -> bool:
            feeling = self.feelings[one]
            return feeling.pleasant or (grave and feeling.strength == 1 and one not in own)

        return sorted(feelings, key=unfit)

    def only_a_feeling(self, clause: Clause) -> bool:
        """A clause in which the writer says how they are, and hardly more: "I'm exhausted"."""
        if not clause.about_me:
            return False
        head = clause.head
        verb = head.lemma_.lower() in _FEELING_VERBS or (
            head.tag_ == "VBN" and any(child.dep_ in {"aux", "auxpass"} for child in head.children)
        )
        words = {token.lower_ for token in clause.tokens}
        known = any(word in self._by_word or word in self._alike for word in words)
        return verb and known

    def accuses(self, clause: Clause) -> bool:
        """What is called a feeling tells what the other does: "I feel attacked when we talk"."""
        return any(token.lower_ in self._alike and token.lower_ not in self._by_word for token in clause.tokens)


def unique(ids: Iterable[str], known: dict[str, Feeling] | dict[str, Need]) -> list[str]:
    """Ids that exist, each once, in order."""
    return [one for one in dict.fromkeys(ids) if one in known]


def _until_then(token: Token) -> bool:
    """It was felt before what is told: "I'd been looking forward to it"."""
    return any(
        child.dep_ == "aux" and child.lower_ in {"had", "'d", "’d"}
        for verb in (token, token.head)
        for child in verb.children
    )


def _said(parsed: Parsed, known: Container[str], begin: frozenset[str]) -> Iterator[tuple[Token, str]]:
    """The known phrases of up to three words, each by its first token, which is one of ``begin``; in order, the longest first."""
    for token in parsed.among(begin):
        if token.is_alpha and token.i not in parsed.reported:
            words = parsed.lower[token.i : token.i + _WORDS]
            phrases = (" ".join(words[:width]) for width in range(len(words), 0, -1))
            yield from ((token, phrase) for phrase in phrases if phrase in known)


def _own(token: Token) -> bool:
    """The writer is the one who feels: "I'm …", "I felt so …", "made me …", or a bare "So …"."""
    if token.dep_ in {"amod", "nsubj", "dobj", "pobj", "compound", "npadvmod"} or (
        token.head.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"acl", "relcl", "appos"}
    ):
        return False
    if token.pos_ == "VERB" and any(child.dep_ == "dobj" for child in token.children):
        return False  # "I lost my job"
    if token.tag_ == "VB":
        return False  # "tell me to calm down"
    if any(
        child.lower_ in {"like", "if", "though"} and child.dep_ == "mark"
        for up in token.ancestors
        for child in up.children
    ):
        return False  # "you look at me like I'm mad"
    doc, start = token.doc, token.sent.start
    before = [doc[i] for i in range(max(start, token.i - _BEFORE), token.i)]
    if any(inner.lower_ in {"not", "n't", "never"} for inner in before[-2:]):
        return False
    if token.tag_ == "VBN" and any(inner.lower_ in {"got", "get", "been"} for inner in before[-2:]):
        return False
    if any(inner.dep_ == "ccomp" and inner.head.lemma_.lower() in _TOLD for inner in token.ancestors):
        return False
    for inner in reversed(before):
        if inner.pos_ in {"AUX", "VERB"}:
            subject = next((child for child in inner.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
            if subject is None and inner.head != inner:
                subject = next((child for child in inner.head.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
            return subject is not None and subject.lower_ in {"i", "we"}
        if inner.lower_ in {"me", "i", "us"}:
            return True
    return token.dep_ == "ROOT" and token.pos_ == "ADJ"
