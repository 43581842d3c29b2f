"""Named masks: tokens in which a rule's words are no blame (praise, habit, a generic you, an apology, a quotation, a request)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from coach.language.apology import apology
from coach.language.generic import generic_you
from coach.language.tone import tones
from coach.language.tone_words import CONTRAST, PLANNING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed

__all__ = ["MASKS", "tones"]


def praise(parsed: Parsed) -> frozenset[int]:
    """Stretches that praise, thank or reassure: kind words and no unkind ones, "never" with something bad, "no one thinks you're lazy"."""
    found: set[int] = set()
    all_tones = tones(parsed)
    for tone in all_tones:
        if tone.kind > tone.unkind and (tone.unkind == 0 or tone.kind > tone.unkind + 1):
            found.update(range(tone.first, tone.last))
    for before, after in itertools.pairwise(all_tones):  # "You've made every rehearsal. I love that."
        if (
            after.kind
            and not after.unkind
            and not before.unkind
            and before.last == after.first
            and parsed.lower[after.first] not in CONTRAST
        ):
            found.update(range(before.first, before.last))
    found.update(_reassurance(parsed))
    return frozenset(found)


_THINKING = frozenset({"think", "feel", "believe"})  # "I don't want you to think you're no good"
_DENIALS = frozenset({"n't", "not", "no", "nobody", "never"})


def _reassurance(parsed: Parsed) -> Iterator[int]:
    """What somebody is said not to be: "you weren't careless", "no one thinks you're lazy", "I'm not saying you did it on purpose"."""
    doc = parsed.doc
    for token in parsed.among(_DENIALS):
        after = [doc[i].lower_ for i in range(token.i + 1, min(len(doc), token.i + 6))]
        before = {doc[i].lower_ for i in range(max(token.sent.start, token.i - 3), token.i)}
        verb = next(
            (
                word
                for word in after[:2]
                if word in {"think", "thinks", "thought", "saying", "say", "said", "mean", "blame", "blames", "blaming"}
            ),
            None,
        )
        feared = after[:1] == ["want"] and "to" in after and not _THINKING.isdisjoint(after)
        if feared or (verb and (before & {"i", "we"} or token.lower_ in {"no", "nobody"})):
            yield from range(token.i, token.sent.end)
        elif (
            token.lower_ in {"n't", "not"}
            and doc[token.i - 1].lemma_ == "be"
            and (before & {"you", "your", "it", "he", "she", "they"})
        ):
            yield from range(max(token.sent.start, token.i - 2), min(token.i + 5, token.sent.end))


_ROUTINE = frozenset("usually normally generally typically mostly tends tend".split())


_TAGS = (
    (",", "right", "?"),
    (",", "do", "you", "?"),
    (",", "do", "n't", "you", "?"),
    (",", "are", "n't", "you", "?"),
    (",", "yeah", "?"),
)


_AND_SO = frozenset("so then".split())


_DEALS = frozenset("arrangement deal routine tradition ritual system custom habit".split())


def habit(parsed: Parsed) -> frozenset[int]:
    """Sentences that tell or ask how somebody does things, for a plan: "You never take sugar, do you?", "…so I've left the pot on"."""
    found: set[int] = set()
    for first, end in parsed.bounds:
        words = parsed.lower[first:end]
        if not {"ever", "n't", "so"}.isdisjoint(words[:3]) or any(
            tone.unkind
            for tone in tones(parsed)
            if tone.first < end and tone.last > first and parsed.lower[tone.first] != "so"
        ):
            continue
        planned = any(
            word in _AND_SO and following in PLANNING and i > 2
            for i, (word, following) in enumerate(itertools.pairwise(words))
        )
        tagged = "," in words and any(words[i : i + len(tag)] == tag for tag in _TAGS for i in range(len(words)))
        asked = (
            "?" in words
            and bool(words)
            and (words[0] in {"do", "does", "are", "is", "which", "what", "where"} or "still" in words)
        )
        following = parsed.doc[end].sent if end < len(parsed.doc) else parsed.doc[first:end]
        if following[0].lower_ in {"and", "that"}:
            words += tuple(token.lower_ for token in following)
        if planned or tagged or asked or _ROUTINE.intersection(words) or _DEALS.intersection(words):
            found.update(range(first, end))
    return frozenset(found)


_FICTION = frozenset(
    """character novel story script chapter screenplay plot protagonist villain rogue film movie play poem song lyric lyrics episode
    fiction sitcom soap panto scene d&d""".split()
)


_FICTION_CUES = (("in", "the", "film"), ("in", "the", "script"), ("my", "character"), ("short", "story"), ("chapter",), ("my", "d&d"), ("the", "protagonist"),
    ("in", "my", "novel"), ("in", "the", "play"), ("in", "the", "book"), ("in", "the", "song"), ("the", "villain"), ("in", "the", "movie"), ("the", "lyrics"),
    ("in", "my", "story"), ("the", "queen"), ("the", "captain"), ("this", "novel"), ("the", "novel"), ("in", "this", "scene"), ("for", "my", "script"))  # fmt: skip


def quotation(parsed: Parsed) -> frozenset[int]:
    """Somebody else's words, and what is told as fiction."""
    doc = parsed.doc
    words = parsed.lower
    if not parsed.words.isdisjoint(_FICTION | {"captain", "queen"}):
        for cue in _FICTION_CUES:
            if any(words[i : i + len(cue)] == cue for i in range(min(len(words), 40))):
                return frozenset(range(len(doc)))
    return parsed.reported


_ASKING = (
    ("could", "you"), ("would", "you"), ("can", "you"), ("will", "you"), ("would", "it", "be"), ("could", "we"), ("can", "we"), ("shall", "we"),
    ("would", "n't", "mind"), ("if", "you", "do", "n't", "mind"), ("do", "you", "mind"), ("may", "i"), ("can", "i"), ("could", "i"), ("is", "it", "ok"),
    ("is", "there", "any", "chance"), ("any", "chance"), ("i", "'d", "love"), ("i", "'d", "like"), ("i", "would", "like"), ("i", "'d", "appreciate"),
    ("i", "would", "appreciate"), ("i", "wonder"), ("are", "you", "up", "for"), ("how", "about"), ("let", "'s"), ("feel", "free"), ("when", "you", "get"),
    ("please",), ("would", "you", "mind"), ("be", "up", "for"),
)  # fmt: skip


_ASKING_TEXTS = tuple((f" {' '.join(cue)} ", cue) for cue in _ASKING)
_NOT_ASKING = frozenset("kill hurt once ever just hell fuck bloody fucking damn god already kindly".split())


def request(parsed: Parsed) -> frozenset[int]:
    """Sentences that ask and can be refused: "Could you ring me?", "please", "I'd like …"; not "can you just for once"."""
    found: set[int] = set()
    for first, end in parsed.bounds:
        words = parsed.lower[first:end]
        sentence = f" {' '.join(words)} "
        cues = [cue for text, cue in _ASKING_TEXTS if text in sentence]
        if not cues:
            continue
        if _NOT_ASKING.intersection(words) and "please" not in words:
            continue
        if words[:2] == ("oh", "please") and len(words) > 2 and words[2] in {",", ".", "!"}:
            continue
        if any(
            words[i : i + len(cue)] == cue
            and not (i and words[i - 1] == "," and set(words[i + len(cue) :]) <= {".", "?", "!"} and len(cue) == 2)
            for cue in cues
            for i in range(len(words))
        ):
            found.update(range(first, end))
    return frozenset(found)


_OWN = frozenset({"i", "we", "me", "myself", "own"})


def own(parsed: Parsed) -> frozenset[int]:
    """Clauses about the writer: "I'm so lazy", "what is wrong with me", "my own fault"."""
    found: set[int] = set()
    for token in parsed.among(_OWN):
        if token.lower_ in {"i", "we"} and token.dep_ in {"nsubj", "nsubjpass"}:
            found.update(_clause(token.head))
        elif (
            token.lower_ in {"me", "myself"}
            and token.head.lower_ in {"with", "on", "about"}
            and token.head.head.lower_ in {"wrong", "is", "that", "it"}
        ):
            found.update(range(token.sent.start, token.i + 1))
        elif token.lower_ == "own" and token.i and parsed.doc[token.i - 1].lower_ == "my":
            found.update(range(token.sent.start, token.sent.end))
    return frozenset(found)


def _clause(verb: Token) -> Iterator[int]:
    """The tokens of a verb's clause without the clauses that have a subject of their own."""
    stack = [verb]
    while stack:
        token = stack.pop()
        yield token.i
        for child in token.children:
            if child.dep_ in {"conj", "ccomp", "advcl", "relcl", "parataxis"} and any(
                inner.dep_ in {"nsubj", "nsubjpass"} for inner in child.children
            ):
                continue
            stack.append(child)


_SUPPOSING = frozenset("imagine suppose supposing pretend what-if".split())


def hypothetical(parsed: Parsed) -> frozenset[int]:
    """Clauses that are only supposed: after "if", "in case", "unless", or in a sentence that says imagine."""
    found: set[int] = set()
    for token in parsed.among(_SUPPOSING | {"if", "unless", "case"}):
        lower = token.lower_
        if lower in {"if", "unless"} and token.dep_ == "mark":
            if not (token.i and parsed.doc[token.i - 1].lower_ in {"as", "like"}):
                found.update(inner.i for inner in token.head.subtree)
        elif lower in _SUPPOSING and token.i <= token.sent.start + 2:
            found.update(range(token.sent.start, token.sent.end))
        elif lower == "case" and token.i and parsed.doc[token.i - 1].lower_ == "in":
            found.update(range(token.i, token.sent.end))
    return frozenset(found)


MASKS: dict[str, Callable[[Parsed], frozenset[int]]] = {
    "praise": praise,
    "habit": habit,
    "generic_you": generic_you,
    "apology": apology,
    "quotation": quotation,
    "request": request,
    "self": own,
    "hypothetical": hypothetical,
}
