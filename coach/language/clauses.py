"""Sentences → clauses: who does what, as token sets that can be recast one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.language.people import is_other, is_you

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}
_VERBAL = {"VERB", "AUX"}
_SPEECH_OR_THOUGHT = frozenset(
    "say tell think know believe guess hope feel mean wish swear bet suppose see hear notice promise remember".split()
)
_GRANTING = frozenset("know get understand realise realize appreciate".split())


@dataclass(frozen=True)
class Clause:
    """A clause: its ``head`` (a verb, or the root of a fragment), its ``subject`` if any, and its tokens in order."""

    head: Token
    subject: Token | None
    tokens: tuple[Token, ...]

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.tokens[0].i

    @property
    def about_you(self) -> bool:
        """The one spoken to is the subject."""
        return self.subject is not None and is_you(self.subject)

    @property
    def about_other(self) -> bool:
        """A described person is the subject."""
        return self.subject is not None and is_other(self.subject)

    @property
    def about_me(self) -> bool:
        """The writer (or we) is the subject."""
        return self.subject is not None and self.subject.lower_ in {"i", "we"}

    @property
    def grants(self) -> bool:
        """It gives the other their due before the point: "I know work is mad, but …"."""
        after = [token.lower_ for token in self.head.doc[self.tokens[-1].i + 1 : self.tokens[-1].i + 3]]
        return self.about_me and self.head.lemma_ in _GRANTING and self.head.tag_ == "VBP" and "but" in after

    @property
    def negated(self) -> bool:
        """The head is negated (not, n't, never, hardly)."""
        return any(
            child.dep_ == "neg" or child.lower_ in {"never", "not", "n't", "hardly", "barely"}
            for child in self.head.children
        )


def clauses(doc: Doc) -> tuple[Clause, ...]:
    """Every main or coordinated clause of a text, in order; subordinate clauses stay with the clause they belong to."""
    return tuple(clause for sentence in doc.sents for clause in _of_sentence(sentence))


def clause_at(head: Token) -> Clause:
    """The clause below one verb, such as a complement that is to be read on its own."""
    tokens = tuple(token for token in _below(head) if not (token.dep_ in {"mark", "cc"} and token.head is head))
    return Clause(head, _subject(head), _trimmed(tokens))


def _below(head: Token) -> list[Token]:
    """The tokens below a head in the order they were said, also where the arcs of the parse cross."""
    return sorted(head.subtree, key=lambda token: token.i)


def _of_sentence(sentence: DocSpan) -> list[Clause]:
    heads = {sentence.root.i: sentence.root}
    grew = True
    while grew:
        grew = False
        for token in sentence:
            known = token.head.i in heads and _stands_alone(token)
            if token.i not in heads and (known or leaves_speech(token)):
                heads[token.i] = token
                grew = True
    found = []
    for head in heads.values():
        tokens = tuple(token for token in sentence if _owner(token, heads) == head.i)
        tokens = tuple(
            token
            for token in tokens
            if not (
                token.dep_ in {"cc", "mark"}
                and token.head in (head, head.head)
                and token.i < head.i
                and token.dep_ == "cc"
            )
        )
        own = _from_own_subject(head, tokens)
        found += _cut_off([token for token in tokens if token not in own])
        tokens = _trimmed(own)
        if tokens:
            found.append(Clause(head, _subject(head), tokens))
    return list(_whole(sorted(found, key=lambda clause: clause.first)))


def _whole(found: list[Clause]) -> Iterator[Clause]:
    """The clauses, each with what only opens it ("I know | work is mad", "whenever I mention it | he says …") or goes on with it ("I dressed up, | sat there until nine")."""
    before: Clause | None = None
    for clause in found:
        gap = (
            [] if before is None else [token.text for token in clause.head.doc[before.tokens[-1].i + 1 : clause.first]]
        )
        if before is not None and gap in ([], [","]) and (_opens(before) or (gap and _goes_on(clause))):
            granting = before.head.lemma_ in _GRANTING or not _opens(before)
            head = before.head if granting else clause.head
            before = Clause(head, _subject(head), tuple(head.doc[before.first : clause.tokens[-1].i + 1]))
            continue
        if before is not None:
            yield before
        before = clause
    if before is not None:
        yield before


def _goes_on(clause: Clause) -> bool:
    return clause.subject is None and clause.head.tag_ == "VBD" and clause.head == clause.tokens[0]


def _opens(clause: Clause) -> bool:
    if clause.about_me and clause.head == clause.tokens[-1] and clause.head.lemma_ in _GRANTING:
        return clause.head.i == clause.first + 1
    first = clause.tokens[0]
    return first.lower_ in {"when", "whenever"} and first.head == clause.head and clause.head.dep_ == "conj"


def _from_own_subject(head: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without a first subject whose verb was left out: in "…, your cups on the table and you've never cleaned it" only what *you* did."""
    subjects = [child for child in head.children if child.dep_ in _SUBJECTS and child.i < head.i]
    joined = len(subjects) > 1 and any(
        token.dep_ == "cc" and subjects[0].i < token.i < subjects[-1].i for token in tokens
    )
    return tuple(token for token in tokens if token.i >= subjects[-1].left_edge.i) if joined else tokens


def _cut_off(tokens: list[Token]) -> list[Clause]:
    """What the other did in the part before another subject: "Amma, every call you ask me when I'll marry and I can't take it"."""
    verbs = ((token, _subject(token, inherit=False)) for token in tokens if token.pos_ == "VERB")
    for verb, subject in verbs:
        if subject is not None and subject in tokens and is_you(subject):
            called = len(tokens) > 1 and tokens[0].pos_ == "PROPN" and tokens[1].text == ","
            return [Clause(verb, subject, _trimmed(tuple(tokens[2 if called else 0 :])))]
    for (
        verb
    ) in tokens:  # "my best friend cancelled three times and I found out …", taken for a friend who was cancelled
        taken = verb.dep_ == "acl" and verb.tag_ == "VBN" and is_other(verb.head) and verb.i == verb.head.i + 1
        if taken and not any(child.dep_ == "agent" for child in verb.children):
            return [Clause(verb, verb.head, _trimmed(tuple(tokens)))]
    return []


def _stands_alone(token: Token) -> bool:
    """A coordinated or run-on clause with a subject of its own."""
    if token.pos_ not in _VERBAL:
        return False
    if (
        _subject(token, inherit=False) is None
    ):  # an order before another sentence: "Ring your grandmother, she's waited since six"
        first = token.left_edge.i == token.i == token.sent.start
        return first and token.dep_ in {"csubj", "ccomp", "advcl"} and token.tag_ in {"VB", "VBP"}
    if token.dep_ in {"conj", "parataxis"}:
        return not _asked_beside(token)
    if token.dep_ != "ccomp" or any(child.dep_ == "mark" for child in token.children):
        return False
    if token.i > token.head.i:
        return _after_comma(token)
    subject = _subject(token.head, inherit=False)
    return subject is None or token.right_edge.i < subject.i or token.head.lemma_.lower() not in _SPEECH_OR_THOUGHT


def _asked_beside(token: Token) -> bool:
    """As in "you correct how I hold her and how I feed her": one more of what is said or asked about."""
    first = token.doc[token.left_edge.i]
    return first.lower_ in {"how", "what", "why", "where"} and token.head.dep_ in {"ccomp", "conj", "advcl"}


def _after_comma(token: Token) -> bool:
    """As in "your room stinks, you don't help", "you didn't say sorry, my sister got flowers": joined by a mere comma."""
    first = token.left_edge.i
    said = any(child.dep_ in {"dobj", "acomp", "oprd"} for child in token.head.children)
    return "," in (token.doc[first].text, token.doc[first - 1].text) and (
        said or token.head.lemma_.lower() not in _SPEECH_OR_THOUGHT
    )


def leaves_speech(token: Token) -> bool:
    """As in "you said you'd call and it's Thursday": the second half was never promised."""
    inner = token.head
    if token.dep_ != "conj" or token.pos_ not in _VERBAL or inner.dep_ != "ccomp" or inner.i > token.i:
        return False
    subject, other = _subject(token, inherit=False), _subject(inner, inherit=False)
    if (
        subject is None
        or other is None
        or subject.lower_ == other.lower_
        or inner.head.lemma_.lower() not in _SPEECH_OR_THOUGHT
    ):
        return False
    return _would(inner) and not _would(token)


def _would(verb: Token) -> bool:
    return any(child.dep_ == "aux" and (child.tag_ == "MD" or child.lower_ == "'d") for child in verb.children)


def _subject(head: Token, *, inherit: bool = True) -> Token | None:
    subjects = [child for child in head.children if child.dep_ in _SUBJECTS]
    own = (subjects[-1] if len(subjects) > 1 and subjects[-1].i < head.i else subjects[0]) if subjects else None
    if own is None and inherit and head.dep_ == "conj" and head.head.pos_ in _VERBAL:
        return _subject(head.head)
    return own


def _completes(token: Token) -> bool:
    """As in "you laughed when I got upset", hung on an earlier verb by the parser."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    ends = before.lemma_ in {"get", "be", "feel"} and before.head != token
    return token.dep_ == "conj" and token.tag_ in {"VBN", "JJ"} and ends


def _owner(token: Token, heads: dict[int, Token]) -> int:
    if token.i not in heads and _completes(token):
        token = token.nbor(-1)
    while token.i not in heads and token.head != token:
        token = token.nbor(-1) if _torn_off(token) else token.head
    return token.i


def _torn_off(token: Token) -> bool:
    """A verb that the parser tore from its subject right before it: in "… and you act like nothing | is wrong"."""
    if token.dep_ not in {"conj", "ccomp"} or token.tag_ not in {"VBZ", "VBP", "VBD"} or token.i == token.sent.start:
        return False
    before = token.nbor(-1)
    return (
        token.left_edge == token and before.dep_ == "pobj" and before.head.lower_ == "like" and before.i > token.head.i
    )


def _trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    kept = list(tokens)
    while kept and (kept[0].is_punct or kept[0].is_space or kept[0].dep_ == "cc"):
        kept.pop(0)
    while kept and (
        kept[-1].is_space
        or kept[-1].text in {",", ".", ";", ":", "-", "!", "?", '"', "..", "...", "--"}
        or kept[-1].dep_ == "cc"
    ):
        kept.pop()
    return tuple(kept)
