"""One sentence → the names of its features: words, the skeleton of the grammar, who does what to whom, tone, and its neighbours."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from coach.language.masks import tones

if TYPE_CHECKING:
    import numpy.typing as npt
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.language.parse import Parsed

_QUOTED = "<said>"
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_PEOPLE = frozenset({"YOU", "YOURS", "SELF"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE_A_VERB = frozenset({"dobj", "attr", "acomp", "pobj", "dative", "prep", "xcomp", "ccomp", "advmod"})
_OF_NEIGHBOURS = "1kuHr"  # kinds of features that a neighbouring sentence lends: words, tone, people, its subject


def text_features(parsed: Parsed) -> list[list[str]]:
    """Names of features for each of ``parsed.sentences``, without repeats, those of the sentences beside it among them."""
    own = [span_features(parsed, sentence) for sentence in parsed.sentences]
    lent = [[f"C{name}" for name in names if name[0] in _OF_NEIGHBOURS] for names in own]
    last = len(own) - 1
    return [
        names + list(dict.fromkeys((lent[i - 1] if i else []) + (lent[i + 1] if i < last else [])))
        for i, names in enumerate(own)
    ]


def span_features(parsed: Parsed, span: DocSpan) -> list[str]:
    """Names of features of a stretch of one sentence, without repeats."""
    reported = parsed.reported
    tokens = [token for token in span if not token.is_space]
    mine = [token for token in tokens if token.i not in reported]
    return list(dict.fromkeys((*_runs(tokens, reported), *_deeds(mine), *_shape(span, tokens), *_tone(parsed, span))))


def numbers(names: Iterable[str], bits: int) -> npt.NDArray[np.int64]:
    """Feature names → sorted distinct places in a table of ``2 ** bits``; shape (n,)."""
    mask = (1 << bits) - 1
    return np.array(sorted({zlib.crc32(name.encode()) & mask for name in names}), dtype=np.int64)


def meaning(parsed: Parsed, span: DocSpan) -> npt.NDArray[np.float64]:
    """The mean of what the parser itself computed for each word; shape (96,)."""
    mean: npt.NDArray[np.float64] = np.asarray(parsed.doc.tensor[span.start : span.end], dtype=np.float64).mean(axis=0)
    return mean


def _word_and_frame(token: Token) -> tuple[str, str]:
    """A word as a word, and as its part in the frame of the sentence: people and small words stay, the rest is its tag."""
    lower, person, pos = token.lower_, token.ent_type_, token.pos_
    if person in _PEOPLE:
        return lower, person
    if person == "OTHER":
        return (lower if pos == "PRON" else "<name>" if pos == "PROPN" else token.lemma_.lower()), person
    if pos == "PROPN":
        return "<name>", "<name>"
    if token.like_num:
        return "<number>", "<number>"
    if pos in _CONTENT:
        return token.lemma_.lower(), lower if pos == "ADV" and token.is_stop else token.tag_
    return lower, lower


def _runs(tokens: list[Token], reported: frozenset[int]) -> Iterator[str]:
    """Runs of one to three words, of two to four parts of the frame, and of both mixed."""
    words, frame = ["^"], ["^"]
    for token in tokens:
        word, part = (_QUOTED, _QUOTED) if token.i in reported else _word_and_frame(token)
        if word != _QUOTED or words[-1] != _QUOTED:
            words.append(word)
            frame.append(part)
    words.append("$")
    frame.append("$")
    yield from (f"1{word}" for word in words)
    for (w1, w2), (f1, f2) in zip(pairwise(words), pairwise(frame), strict=True):
        yield from (f"2{w1} {w2}", f"f2{f1} {f2}", f"m{w1} {f2}", f"n{f1} {w2}")
    for i in range(len(words) - 2):
        yield from (f"3{words[i]} {words[i + 1]} {words[i + 2]}", f"s{words[i]} {words[i + 2]}")
        yield f"f3{frame[i]} {frame[i + 1]} {frame[i + 2]}"
    for i in range(len(words) - 3):
        yield f"f4{frame[i]} {frame[i + 1]} {frame[i + 2]} {frame[i + 3]}"


def _deeds(tokens: list[Token]) -> Iterator[str]:
    """Who does what, to whom, and whether it is denied."""
    for token in tokens:
        if token.dep_ not in _SUBJECTS:
            continue
        verb, person = token.head, token.ent_type_ or token.pos_
        children = list(verb.children)
        denied = any(child.dep_ == "neg" for child in children)
        yield from (
            f"v{person} {verb.lemma_} {denied}",
            f"vp{person} {verb.tag_} {denied} {verb.dep_}",
            f"vd{person} {verb.dep_}",
        )
        for child in children:
            if child.dep_ in _BESIDE_A_VERB:
                beside = child.ent_type_ or child.lemma_
                yield from (
                    f"vo{person} {verb.lemma_} {beside}",
                    f"vc{person} {child.dep_} {beside}",
                    f"vt{person} {verb.lemma_} {child.dep_}",
                )


def _shape(span: DocSpan, tokens: list[Token]) -> Iterator[str]:
    """The root and its subject, an order, the length, the people named."""
    root = span.root
    subject = next((child for child in root.children if child.dep_ in {*_SUBJECTS, "expl"}), None)
    yield f"t{root.tag_} {root.dep_}"
    yield f"r{(subject.ent_type_ or subject.lower_) if subject is not None else ''} {root.tag_}"
    if subject is None and root.tag_ in {"VB", "VBP"}:
        yield from ("i", f"i{root.lemma_.lower()}")
    yield f"l{min(len(tokens) // 3, 8)}"
    people = sorted({token.ent_type_ for token in tokens if token.ent_type_})
    yield "p" + " ".join(people)
    yield from (f"H{person}" for person in people)


def _tone(parsed: Parsed, span: DocSpan) -> Iterator[str]:
    for tone in tones(parsed):
        if tone.first < span.end and tone.last > span.start:
            yield from (f"k{min(tone.kind, 2)}", f"u{min(tone.unkind, 2)}", f"ku{tone.kind > 0}{tone.unkind > 0}")
