"""The person's own noun phrases: for slots in templates, and so that no fact is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.inflect import inflected
from coach.language.people import PEOPLE, is_you
from coach.language.reported import quoted_tokens
from coach.suggest.as_typed import as_typed
from coach.suggest.compared import likened
from coach.suggest.judged import observable
from coach.suggest.target import Target
from coach.suggest.words import VOCATIVES

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

    from coach.language.parse import Parsed
    from coach.model import Finding
    from coach.suggest.recast import Observation

_EMPTY = frozenset(
    """thing things way ways time times life kind person people idea clue respect filter cheek nerve lot fault joke one ones anything
    something everything nothing bit point reason sake matter problem side word head mouth finger mind part case place stuff day hell
    world god christ jesus order front end use sense rest half fuss excuse excuses shame guy man woman girl boy somebody someone
    anyone everyone everybody nobody self total type user liar idiot bully snake brat drama princess queen king attitude ass arse
    piece disgrace loser selfish lazy coward monster narcissist maniac thief nightmare jerk clown muppet drongo grub hypocrite
    friendship relationship marriage law while respect tired trouble care hobby hobbies boundary boundaries communication
    subject topic dirt surprise wonder favor favour feelings feeling wow thanks thank congratulations congrats volumes word words sorry earth heaven heavens hell sick mug fool""".split()
)
_NO_FACTS = frozenset(
    {
        "label",
        "contempt_or_sarcasm",
        "mind_reading",
        "disguised_blame",
        "you_make_me",
        "threat_or_ultimatum",
        "invalidation",
        "stonewalling",
    }
)
_TIMES = frozenset(
    "day night week month year hour minute morning evening weekend time once today yesterday tonight o'clock pm am".split()
)
_MENTAL = frozenset("want think know feel like love hate care talk keep need mean believe".split())
_SAID_OF = frozenset("nsubj nsubjpass dobj pobj poss dative conj".split())
_LINE = 30  # tokens
_NO_MORE = 2  # words of "the day" in "every minute of the day"
_SECOND = {"he": "you", "she": "you", "him": "you", "his": "your", "her": "your", "their": "your"}


def things(parsed: Parsed, target: Target, main: Sequence[Observation]) -> tuple[str, ...]:
    """Noun phrases of the main point, the thing done or left undone first; each fits after "about"."""
    if not main:
        return ()
    said = frozenset().union(*(one.tokens for one in main))
    rank = {"dobj": 0, "nsubjpass": 1, "nsubj": 2, "pobj": 3, "attr": 4, "conj": 5}
    chunks = [
        chunk
        for chunk in parsed.doc.noun_chunks
        if chunk.root.i in said
        and _concrete(chunk)
        and not _is_time(chunk)
        and chunk.root.lower_ not in PEOPLE
        and chunk.root.pos_ == "NOUN"
    ]
    chunks.sort(key=lambda chunk: (rank.get(chunk.root.dep_, 6), chunk.start))
    return tuple(
        dict.fromkeys(phrase for chunk in chunks if (phrase := _phrase(chunk, target)) and len(phrase.split()) <= 5)
    )


def all_things(parsed: Parsed) -> tuple[str, ...]:
    """Noun phrases of a whole text that could be asked about, for messages without a main point."""
    nobody = Target(frozenset(), frozenset())
    chunks = [
        chunk
        for chunk in parsed.doc.noun_chunks
        if _concrete(chunk)
        and not _is_time(chunk)
        and not _called(chunk)
        and chunk.root.pos_ == "NOUN"
        and chunk.root.lower_ not in PEOPLE
        and chunk.root.dep_ not in {"attr", "ROOT"}
    ]
    return tuple(
        dict.fromkeys(phrase for chunk in chunks if (phrase := _phrase(chunk, nobody)) and len(phrase.split()) <= 5)
    )


@dataclass(frozen=True)
class Unsaid:
    """What a clause told and nothing keeps yet.

    things: its noun phrases; words: all of it as it was typed, and act: the verb of the first noun with what follows it, each
    empty where it does not fit in a line.
    """

    things: tuple[str, ...]
    words: str
    act: str
    order: int = 0


def unsaid_things(
    parsed: Parsed,
    found: Iterable[Clause],
    target: Target,
    said: frozenset[int],
    asked: str,
    findings: Sequence[Finding],
) -> list[Unsaid]:
    """For each clause what no draft and no other line keeps: ``said`` are the tokens kept, ``asked`` the wish that is."""
    chunks = sorted([*parsed.doc.noun_chunks, *_times(parsed)], key=lambda chunk: chunk.start)
    chunks = [chunk for chunk in chunks if not _no_more_than_time(chunk)]
    quoted = quoted_tokens(parsed)
    stung = [(finding.start, finding.end) for finding in findings if finding.kind in _NO_FACTS]
    lines = []
    for order, clause in enumerate(found):
        own = {token.i for token in clause.tokens} - said - quoted
        loose = not clause.about_you or observable(clause, target)
        kept = [
            chunk
            for chunk in chunks
            if chunk.root.i in own
            and (_concrete(chunk) or _is_time(chunk))
            and not _called(chunk)
            and not likened(chunk.root)
            and chunk.root.lower_ not in target.nouns
            and not _only_judges(parsed, chunk, stung)
            and (loose or _anchored(chunk))
        ]
        phrases = list(
            dict.fromkeys(
                phrase
                for chunk in kept
                if (phrase := _phrase(chunk, target)) and phrase.lower().removeprefix("the ") not in asked.lower()
            )
        )
        phrases = [
            one for one in phrases if not any(one != other and one.lower() in other.lower() for other in phrases)
        ]
        if phrases and kept:
            words, act = as_typed(parsed, clause, said, target), _act(parsed, kept, own)
            lines.append(Unsaid(tuple(phrases), _capital(words), act, order))
    return lines


def _no_more_than_time(chunk: DocSpan) -> bool:
    """As in "on time", "of the day", "one more time": it names no moment."""
    if chunk.root.lemma_.lower() != "time":
        return _is_time(chunk) and chunk.root.head.lower_ == "of" and len(chunk) <= _NO_MORE
    return any(token.lower_ == "more" for token in chunk) or not any(
        token.pos_ == "NUM" or token.tag_ == "JJ" and token.lower_ != "many" for token in chunk
    )


def _only_judges(parsed: Parsed, chunk: DocSpan, stung: Sequence[tuple[int, int]]) -> bool:
    """A noun inside a finding, or what somebody is called: no fact, unless it names a person, a number or something of mine."""
    start, end = parsed.starts[chunk.start], parsed.ends[chunk.end - 1]
    inside = any(low <= start and end <= high for low, high in stung)
    named = any(token.pos_ in {"PROPN", "NUM"} for token in chunk)
    mine = any(token.lower_ in {"my", "our"} for token in chunk)
    return (inside and not named) or (chunk.root.dep_ in {"attr", "ROOT", "appos"} and not named and not mine)


def _act(parsed: Parsed, kept: Sequence[DocSpan], own: set[int]) -> str:
    """As in "ringing your grandmother": the verb that the first noun belongs to, up to the last noun."""
    verb = kept[0].root.head
    while verb.pos_ == "ADP" and verb.head != verb:
        verb = verb.head
    last = kept[-1].end
    if not {token.i for token in verb.subtree}.issuperset(range(verb.i, last)):
        return ""
    if verb.tag_ not in {"VB", "VBD", "VBP"} or any(child.dep_ == "neg" for child in verb.children):
        return ""
    if (
        verb.pos_ != "VERB"
        or verb.lemma_ in _MENTAL
        or verb.i not in own
        or verb.i > kept[0].start
        or not set(range(verb.i, last)) <= own
    ):
        return ""
    rest = parsed.doc[verb.i + 1 : last].text
    return f"{inflected(verb.lemma_, 'VBG')} {rest}" if last - verb.i <= _LINE else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _concrete(chunk: DocSpan) -> bool:
    root = chunk.root
    if len(chunk) == 2 and chunk[0].lower_ in {"a", "an"} and root.dep_ != "dobj":
        return False
    if root.lower_ == "course" and chunk.start and chunk.doc[chunk.start - 1].lower_ == "of":
        return False
    if root.lower_ in {"one", "ones", "i."} or (
        len(chunk) == 1 and root.lower_ in VOCATIVES and root.dep_ not in _SAID_OF
    ):
        return False
    if root.pos_ == "PRON" or root.lower_ in _EMPTY or root.lemma_.lower() in _EMPTY:
        return any(token.pos_ == "NUM" and token.lower_ != "one" for token in chunk)
    return root.pos_ in {"NOUN", "PROPN", "NUM"} and any(char.isalnum() for char in root.text) and "<" not in chunk.text


def _anchored(chunk: DocSpan) -> bool:
    """Something particular: a name, a number, somebody's, or *the* one; "a say" and "zero respect" are not."""
    return any(
        token.pos_ in {"PROPN", "NUM"}
        or token.dep_ == "poss"
        or token.lower_ in {"the", "this", "that", "these", "those"}
        for token in chunk
    ) and not any(token.lower_ in {"zero", "no", "any"} for token in chunk)


def _called(chunk: DocSpan) -> bool:
    """A vocative: "Mum, …", "…, Tomasz"."""
    doc, root = chunk.doc, chunk.root
    first = chunk.start == chunk.sent.start
    if first and len(chunk) == 1 and chunk.end < len(doc) and is_you(doc[chunk.end]) and root.dep_ != "poss":
        return True
    ordered = root.dep_ == "nsubj" and root.head.tag_ == "VB"  # "Mum, stop …", read as if she were the subject
    if (root.dep_ not in {"npadvmod", "vocative", "intj", "ROOT", "appos", "dep"} and not ordered) or len(chunk) > 2:
        return False
    before = doc[chunk.start - 1].text if chunk.start else ","
    after = doc[chunk.end].text if chunk.end < len(doc) else ","
    return before in {",", ".", "!", "?"} and after in {",", ".", "!", "?"}


def _times(parsed: Parsed) -> list[DocSpan]:
    """As in "this morning", "a whole ten minutes": adverbial phrases of time, which are no noun chunks to the parser."""
    doc = parsed.doc
    in_chunk = {token.i for chunk in doc.noun_chunks for token in chunk}
    heads = [
        token
        for token in doc
        if token.i not in in_chunk
        and (
            (token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"npadvmod", "dep"})
            or (token.pos_ == "NUM" and token.dep_ in {"pobj", "npadvmod", "attr", "ROOT"})
        )
    ]
    return [doc[head.left_edge.i : head.i + 1] for head in heads]


def _is_time(chunk: DocSpan) -> bool:
    return chunk.root.lemma_.lower() in _TIMES


def _phrase(chunk: DocSpan, target: Target) -> str:
    words: list[str] = []
    for token in chunk:
        if token.lower_ == "about" and not words:
            continue
        if (
            token.lower_ in {"bloody", "stupid", "damn", "fucking", "precious", "bleeding", "single"}
            or token.is_punct
            and token.text not in "-'"
        ):
            words += [" "] if token.whitespace_ else []
            continue
        if target.described and token.lower_ in target.pronouns and token.lower_ in _SECOND:
            words.append(_SECOND[token.lower_] + token.whitespace_)
        else:
            words.append(token.text + token.whitespace_)
    phrase = " ".join("".join(words).split())
    if not phrase:
        return ""
    first = chunk[0]
    if first.pos_ != "PROPN" and not (first.text.isupper() and len(first.text) > 1) and first.lower_ != "i":
        phrase = phrase[:1].lower() + phrase[1:]
    bare = (
        first.pos_ not in {"DET", "PRON", "NUM", "PROPN"}
        and chunk.root.tag_ == "NN"
        and chunk.root.pos_ == "NOUN"
        and not any(t.dep_ in {"poss", "det", "nummod"} for t in chunk)
    )
    return f"the {phrase}" if bare else phrase
