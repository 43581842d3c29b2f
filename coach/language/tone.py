"""The tone of a text, stretch by stretch: how many kind and unkind words stand between two contrasting ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coach.language import tone_words as w

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from coach.language.parse import Parsed


class Tone(NamedTuple):
    """A stretch of a sentence between contrasting words, and how many kind and unkind words it holds (negation turns them round)."""

    first: int
    last: int
    kind: int
    unkind: int


def tones(parsed: Parsed) -> tuple[Tone, ...]:
    """The tone of each stretch of the text, worked out once."""
    doc = parsed.doc
    if "tones" not in doc.user_data:
        doc.user_data["tones"] = tuple(_tones(parsed))
    found: tuple[Tone, ...] = doc.user_data["tones"]
    return found


def tone_at(parsed: Parsed, index: int) -> Tone:
    """The tone of the stretch that holds the token."""
    return next(tone for tone in tones(parsed) if tone.first <= index < tone.last)


def _tones(parsed: Parsed) -> Iterator[Tone]:
    lowers = parsed.lower
    lemmas = [token.lemma_.lower() for token in parsed.doc]
    for first, end in parsed.bounds:
        start = first
        for i in range(first + 1, end):
            lower = lowers[i]
            if lower in w.SPLITTING or (lower == "so" and i + 1 < end and lowers[i + 1] in w.PLANNING):
                yield _tone(parsed.doc, lowers, lemmas, start, i)
                start = i
        yield _tone(parsed.doc, lowers, lemmas, start, end)


def _tone(doc: Doc, lowers: tuple[str, ...], lemmas: list[str], first: int, last: int) -> Tone:
    kind = unkind = 0
    for i in range(first, last):
        lower, lemma = lowers[i], lemmas[i]
        if lower in w.WARM_SIGNS:
            kind += 1
            continue
        if lower in w.COLD_SIGNS:
            unkind += 1
            continue
        good, bad = lemma in w.KIND or lower in w.KIND, lemma in w.UNKIND or lower in w.UNKIND
        if not (good or bad):
            continue
        token = doc[i]
        if lemma == "turn" and [doc[k].lower_ for k in range(i + 1, min(i + 3, last))] == ["up", "with"]:
            continue
        if lower == "kind" and i + 1 < last and doc[i + 1].lower_ == "of":
            continue
        if lower in w.THEIR_PLEASURE and _felt_by_you(doc, first, i):  # "you're glad I lost"
            continue
        if lower in {"pick", "picks", "picked", "picking"} and i + 1 < last and doc[i + 1].lower_ in {"up", "me", "us"}:
            continue
        if (lower == "thanks" and doc[min(i + 1, last - 1)].lower_ == "to") or (
            lemma == "call" and "names" in {doc[k].lower_ for k in range(i, min(last, i + 4))}
        ):
            continue
        if lower == "well" and i and lowers[i - 1] == "as":
            continue
        if (
            lower in w.NEGATORS
            or (lower in w.VERBS_ONLY and token.pos_ != "VERB")
            or (lemma == "mean" and token.pos_ != "ADJ")
        ):
            continue
        negated = _negated(doc, first, i)
        if bad:
            if (
                negated and not _all_they_do(doc, first, i) and lemma != "bother"
            ):  # "you can't be bothered" is no praise
                kind += lower not in w.SWEARING
            else:
                unkind += 1
        elif negated:
            unkind += lemma not in w.NEUTRAL_UNLESS_NEGATED or token.pos_ in {"VERB", "ADJ", "AUX"}
        elif lemma == "love":
            kind += _own_love(doc, first, i)
        elif lemma not in w.NEUTRAL_UNLESS_NEGATED and lower not in w.NEUTRAL_UNLESS_NEGATED:
            kind += 1
    for i in range(first, last):
        kind += _kind_phrase(doc, lowers, i, last)
        if lowers[i] in _LET_DOWN_HEADS and (
            lowers[i : min(i + 3, last)] in w.LET_DOWN or lowers[i : min(i + 2, last)] in w.LET_DOWN
        ):
            kind, unkind = (kind + 1, unkind) if _negated(doc, first, i) else (kind, unkind + 1)
        if lowers[i] == "small" and i and lowers[i - 1] == "feel":
            kind, unkind = (kind + 1, unkind) if _negated(doc, first, i - 2) else (kind, unkind + 1)
    return Tone(first, last, kind, unkind)


_LET_DOWN_HEADS = frozenset(phrase[0] for phrase in w.LET_DOWN)


def _felt_by_you(doc: Doc, first: int, i: int) -> bool:
    """The pleasure is said to be theirs: "you're so happy", not "you make me so happy"."""
    for back in range(i - 1, max(first, i - 5) - 1, -1):
        if doc[back].ent_type_ == "SELF" or doc[back].lower_ in {
            "make",
            "makes",
            "made",
            "for",
            "with",
            "of",
            "about",
            "see",
            "have",
            "had",
        }:
            return False
        if doc[back].ent_type_ == "YOU":
            return True
    return False


def _negated(doc: Doc, first: int, i: int) -> bool:
    """A negator stands up to four words before, and no new subject or clause between."""
    for back in range(i - 1, max(first, i - 5) - 1, -1):
        if doc[back].lower_ == "only" and doc[back + 1].lower_ == "ever":
            return True
        if doc[back].lower_ in w.NEGATORS:
            return not (
                doc[back].lower_ == "no" and back + 1 < len(doc) and doc[back + 1].lower_ in {"wonder", "doubt", ","}
            )
        if doc[back].dep_ in {"nsubj", "nsubjpass"} and doc[back].ent_type_:
            return back > first and doc[back - 1].lower_ in {"never", "n't", "not"} and doc[back - 2].dep_ == "aux"
        if doc[back].lower_ in {",", "and", "so", "because"}:
            return False
    return False


def _all_they_do(doc: Doc, first: int, i: int) -> bool:
    """You only ever moan."""
    return any(
        doc[back].lower_ == "only" and doc[back + 1].lower_ == "ever" for back in range(max(first, i - 5), i - 1)
    )


def _own_love(doc: Doc, first: int, i: int) -> int:
    """The writer loves: "I love it", "and I really love you for it"; not "you love seeing me squirm", not "I'd love it if"."""
    before = [doc[back].lower_ for back in range(max(first, i - 3), i)]
    return int(
        any(word in w.SELF_WORDS for word in before)
        and not {"'d", "would", "to", "everybody", "everyone"} & set(before)
    )


_PHRASES_BY_HEAD: dict[str, list[tuple[str, ...]]] = {}


for _phrase in w.KIND_PHRASES:
    _PHRASES_BY_HEAD.setdefault(_phrase[0], []).append(_phrase)


def _kind_phrase(doc: Doc, lowers: tuple[str, ...], i: int, last: int) -> int:
    phrases = _PHRASES_BY_HEAD.get(lowers[i])
    if not phrases:
        return 0
    for phrase in phrases:
        if i + len(phrase) <= last and lowers[i : i + len(phrase)] == phrase:
            if phrase == ("about", "you"):  # "one of my favourite things about you", "what I love about you"
                return int(
                    any(
                        doc[back].lower_ in {"love", "favourite", "favorite", "like", "adore", "admire"}
                        for back in range(max(0, i - 4), i)
                    )
                )
            return int(phrase[0] == "any" or not _negated(doc, max(0, i - 4), i))
    return 0
