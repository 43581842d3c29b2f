"""What the patterns found, weighed with what the encoder hears; and blame that no pattern knows.

Each sentence has one weight: the log odds of the head ``blame`` and, for every kind that a pattern found in it, how far such finds can be
trusted. Below one threshold a pattern's find is dropped, above another a sentence without one gets ``learned.<kind>``. All of them were
fitted on authors whom the heads had not met (:mod:`coach.training.report`). A pattern that is hardly ever wrong always stands, and so does an absolute.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

import numpy as np

from coach.language.beside_feeling import beside_feeling, feels_pain
from coach.language.encoder import encoder
from coach.language.goodwill import goodwill
from coach.language.normalise import same_length
from coach.language.question_blame import only_asks
from coach.language.tone import tones
from coach.model import Finding, Kind, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

    from coach.language.encoder import Floats
    from coach.language.parse import Parsed

KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind != "third_person")
_ALONE = 2.5  # odds from which what is said beside an owned feeling counts: few false alarms on two authors that the encoder never met
_MANY = 4  # sentences
_SEVERAL, _DOUBTED = 3, -0.4  # sentences, and the odds of one among them from which it is heard alone as well
_HARSH = frozenset({"label", "contempt_or_sarcasm", "invalidation", "fault"})
_STANDS: frozenset[Kind] = frozenset({"absolute"})  # its words are plain: where something hurts, no odds outweigh them
_ASKED = -2.0  # odds of the head ``attack`` below which a question that no pattern found only asks
KIND_NAMES: tuple[Kind, ...] = (*KINDS, "third_person")  # the answers of the head ``kind``


def _vectors(parsed: Parsed, findings: Sequence[Finding]) -> Floats:
    """The vectors of ``parsed.sentences``; of one that passes and holds blame beside an owned feeling, that of the blame alone.

    So too of one that may hold blame among several in which none is found, and of one of many in which a pattern finds something harsh: a long
    quiet story lulls the encoder.
    """
    read, vectors = encoder(), parsed.encoding.sentences
    rest = beside_feeling(parsed)
    least = read.setting("blame.least")[1]
    if len(vectors) >= _SEVERAL and not findings and max(_weights(parsed, vectors, ())) < least:
        near = (read.head("blame", vectors)[:, 0] > _DOUBTED).nonzero()[0].tolist()
        rest = {number: parsed.sentences[number].text for number in near} | rest
    if len(vectors) >= _MANY:
        harsh = [one for one in findings if one.kind in _HARSH]
        places = enumerate(zip(parsed.sentences, parsed.sentence_places, strict=True))
        found = {
            n: said.text for n, (said, (start, end)) in places if any(f.start < end and f.end > start for f in harsh)
        }
        rest = found | rest
    if not rest:
        return vectors
    passing = [number for number, weight in enumerate(_weights(parsed, vectors, findings)) if weight < least]
    rest = {number: words for number, words in rest.items() if number in passing}
    if rest:
        alone = read.encode_many([same_length(words) for words in rest.values()])
        stings = (read.head("blame", alone)[:, 0] > _ALONE).nonzero()[0]
        vectors = vectors.copy()
        vectors[[tuple(rest)[place] for place in stings]] = alone[stings]
    return vectors


def _weights(parsed: Parsed, vectors: Floats, findings: Iterable[Finding]) -> list[float]:
    """For each of ``parsed.sentences`` how surely it is heard as blame, as log odds; others' words never are."""
    read = encoder()
    odds = read.head("blame", vectors)[:, 0]
    places = parsed.sentence_places
    kinds: list[set[str]] = [set() for _ in places]
    for finding in findings:
        for number, (start, end) in enumerate(places):
            if finding.start < end and finding.end > start:
                kinds[number].add(finding.kind)
    return [
        -np.inf if _reported(parsed, sentence) else combined(one, own, read.setting("blame.weights"))
        for sentence, one, own in zip(parsed.sentences, odds, kinds, strict=True)
    ]


def combined(odds: float, kinds: Iterable[str], weights: Floats) -> float:
    """One sentence's log odds; ``weights`` are those of the odds, of each kind a pattern found, and the rest."""
    return float(
        weights[0] * odds + sum(weights[1 + KINDS.index(kind)] for kind in KINDS if kind in kinds) + weights[-1]
    )


def weighed(parsed: Parsed, findings: Sequence[Finding], reasons: Mapping[Kind, str]) -> list[Finding]:
    """The findings that stand, and those of sentences and kinds which no pattern knows, in order of place.

    ``reasons`` holds one plain sentence for each kind (``content/learned.toml``).
    """
    vectors = _vectors(parsed, findings)
    heard = _weights(parsed, vectors, findings)
    odds = encoder().head("kind", vectors)
    least = encoder().setting("kind.least")
    found_least, alone_least = encoder().setting("blame.least")
    trusted = set(encoder().setting("blame.trusted").tolist())
    kept: dict[Finding, None] = {}
    harmless = _harmless(parsed, [number for number, weight in enumerate(heard) if weight >= alone_least], vectors)
    for number, (sentence, (start, end), weight, named) in enumerate(
        zip(parsed.sentences, parsed.sentence_places, heard, odds, strict=True)
    ):
        own = [finding for finding in findings if finding.start < end and finding.end > start]
        if weight < (found_least if own else alone_least) or (not own and number in harmless):
            sure = _STANDS if any(finding.kind in _STANDS for finding in own) and _hurts(parsed, number) else ()
            kept.update(dict.fromkeys(one for one in own if one.kind in sure or one.pattern in trusted))
            continue
        kept.update(dict.fromkeys(own))
        place: Span | None = None
        for kind in _added(named, least, {finding.kind for finding in own}):
            place = place or (
                min(own, key=lambda one: one.start) if own else parsed.span(*_likeliest_clause(parsed, sentence))
            )
            words = {"start": place.start, "end": place.end}
            found = Finding(**words, text=place.text, pattern=f"learned.{kind}", kind=kind, why=reasons[kind])
            kept[found] = None
    return sorted(kept, key=lambda finding: finding.start)


def _harmless(parsed: Parsed, loud: Sequence[int], vectors: Floats) -> frozenset[int]:
    """Of these numbers of sentences those that say something kind, or only ask, whatever the encoder takes them for."""
    if not loud:
        return frozenset()
    asked = [number for number in loud if parsed.sentences[number].text.rstrip().endswith("?")]
    attacks = encoder().head("attack", vectors[asked])[:, 0] if asked else ()
    plain = {number for number, odds in zip(asked, attacks, strict=True) if odds < _ASKED}
    return goodwill(parsed) | plain | {number for number in asked if only_asks(_words(parsed.sentences[number]))}


def _words(sentence: DocSpan) -> str:
    return " ".join(token.lower_ for token in sentence)


def _hurts(parsed: Parsed, number: int) -> bool:
    """The sentence tells something unkind and nothing kind, or a pain."""
    sentence = parsed.sentences[number]
    here = [tone for tone in tones(parsed) if tone.first < sentence.end and tone.last > sentence.start]
    unkind = any(tone.unkind for tone in here) and not any(tone.kind for tone in here)
    return unkind or number in feels_pain(parsed)


def _added(named: Floats, least: Floats, known: set[Kind]) -> list[Kind]:
    """The kinds that the encoder is sure enough of and no pattern named; the likeliest in any case where none is known."""
    sure = [kind for kind, odds, enough in zip(KIND_NAMES, named, least, strict=True) if odds >= enough]
    main = [kind for kind in sure if kind != "third_person"]
    if not main and not known & set(KINDS):
        sure.append(KINDS[int(named[: len(KINDS)].argmax())])
    return [kind for kind in sure if kind not in known]


def _likeliest_clause(parsed: Parsed, sentence: DocSpan) -> tuple[int, int]:
    """First token and the one after the last of the clause that sounds most like blame, or of the whole sentence."""
    places = [
        (clause.first, clause.tokens[-1].i + 1)
        for clause in parsed.clauses
        if sentence.start <= clause.first < sentence.end and len(clause.tokens) > 1
    ]
    if len(places) < 2:
        return places[0] if places else (sentence.start, sentence.end)
    texts = [parsed.span(first, last).text for first, last in places]
    return places[int(encoder().head("blame", encoder().encode_many(texts))[:, 0].argmax())]


def _reported(parsed: Parsed, sentence: DocSpan) -> bool:
    return all(i in parsed.reported for i in range(sentence.start, sentence.end))
