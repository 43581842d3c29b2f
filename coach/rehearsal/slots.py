"""What a partner can take up of what was just said: a clause turned round, a thing, a feeling, a few very words.

Silence beats a crooked echo: a slot is filled only from a plain statement that is sure to read well turned round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.clauses import Clause, clauses
from coach.language.person_flip import flipped, until_end
from coach.suggest.things import all_things

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.language.parse import Parsed
    from coach.model import Finding
    from coach.suggest.feelings import FeelingWords

_SHORTEST, _LONGEST = 3, 12  # words of a clause
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PERSONAL = frozenset("i you we he she they".split())
_SEEMS = frozenset("make sound seem look".split())
_SAYS = frozenset("think know guess believe say feel mean suppose figure swear bet notice realise realize find".split())
_NO_ECHO = frozenset(
    """sorry thank thanks please if whether maybe perhaps hope wish would could might wonder let apologise apologize apologies
    what who which how why where whatever either whose""".split()
)
_PHATIC = re.compile(
    r"^(?:you|I) (?:know|mean|see|guess|think|said|promise|understand|hear(?: (?:you|me|that))?|get it|love (?:you|me)|(?:am|'m|are|'re) (?:right|sorry|fine|okay|ok|listening|here))$",
    re.IGNORECASE,
)
_AS_IF = frozenset({"if", "though"})  # "as if I was a stranger" is no plain statement
_GOES_ON = frozenset("but because though although when so while after before since until then".split())
_JOINS = frozenset({"-", "–", "/", "'"})  # a word goes on
_POINTING = frozenset("them this that so there".split())
_DANGLING = frozenset(
    """and or but so because that than as if when while the a an my your our his her their to of with for from about at in on by into like this these
    those not very too just really more am is are was were be 'm 're 's 've 'd 'll do does did have has had ca wo could would should will can it's
    i we he never always ever even still being""".split()
)
_UNFLIPPED = re.compile(
    r"\b(?:lets?|not I|n't n't|I (?:are|is|were)\b|you (?:am|is|was)\b|\b(?:want|need|like|love|let|see|hear|make|makes) I\b|(?:me|I) (?:me|I)\b|you you)\b"
)
_TURNED = {"my": "your", "your": "my", "mine": "yours", "yours": "mine", "myself": "yourself", "yourself": "myself"}
_DEFINITE = frozenset("my your the that this those these our his her their".split())
_RANK = {"dobj": 0, "nsubj": 1, "nsubjpass": 1, "pobj": 2}
_ABOUT = frozenset("about over with for".split())
_MOST_QUOTED = 4  # words


def slots(
    parsed: Parsed, findings: Sequence[Finding], feelings: FeelingWords, main: DocSpan | None = None
) -> dict[str, str]:
    """The slots that this turn can fill, by name: from the ``main`` sentence, which is what the answer meets, where there is one."""
    feeling = _feeling(parsed, feelings)
    thing = _thing(parsed, main)
    found = {
        "clause": told_clause(parsed, main) if main is not None or len(parsed.sentences) == 1 else "",
        "thing": thing,
        "feeling": feeling,
        "quote": _quote(parsed, findings) or feeling,
    }
    return {name: words for name, words in found.items() if words}


def told_clause(parsed: Parsed, within: DocSpan | None = None) -> str:
    """The clause that tells most, of one sentence where it is given, turned round; empty when none is sure to read well."""
    known = (one for one in clauses(parsed.doc) if within is None or within.start <= one.head.i < within.end)
    told = [text for clause in known for text in _turned(parsed, clause)]
    return max(told, key=_telling, default="")


def _telling(text: str) -> tuple[int, int]:
    """What is about the partner, or about the one who speaks, tells most; then the longer one, the later one of two alike."""
    words = text.split()
    first = words[0].lower().split("'")[0]
    return (first in {"i", "you"}) + (first == "i"), len(words)


def _turned(parsed: Parsed, clause: Clause) -> Iterator[str]:
    inner = _unwrapped(clause)
    head, subject = inner.head, inner.subject
    if subject is None or not _finite(head) or _asks(inner) or subject.i > head.i:
        return
    if {
        token.lower_ for token in head.doc[max(head.sent.start, subject.left_edge.i - 2) : subject.left_edge.i]
    } & _AS_IF:
        return
    first, last = subject.left_edge.i, inner.tokens[-1].i
    stretch = [token for token in inner.tokens if first <= token.i <= last]
    if [token.i for token in stretch] != list(range(first, last + 1)):  # an aside was cut out: too risky to join
        stretch = _unbroken(stretch, head)
    kept = until_end(stretch, _LONGEST)
    if not kept or head not in kept or not _whole(kept) or any(token.i in parsed.reported for token in kept):
        return
    if _NO_ECHO & {token.lower_ for token in kept} or not _nominative(subject):
        return
    text = tidy(flipped(kept, loose=True))
    if _reads(text, kept):
        yield text


def _unwrapped(clause: Clause) -> Clause:
    """What is said inside: in "I feel like you never help" and "it sounds like you're tired" the second half."""
    head = clause.head
    lemma, lower = head.lemma_.lower(), clause.subject.lower_ if clause.subject is not None else ""
    says = lemma in _SAYS and clause.about_me or lemma in _SEEMS and lower in {"it", "that", ""}
    if says and not clause.negated and head.tag_ != "VBD":
        told = next((child for child in head.children if child.dep_ in {"ccomp", "advcl"} and child.i > head.i), None)
        if told is not None and _finite(told):
            tokens = tuple(token for token in told.subtree if not (token.dep_ == "mark" and token.head is told))
            subject = next((child for child in told.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
            return Clause(told, subject, tokens)
    return clause


def _finite(head: Token) -> bool:
    helpers = [child for child in head.children if child.dep_ in {"aux", "auxpass"}]
    return head.tag_ in _FINITE or any(child.tag_ in _FINITE for child in helpers) and head.pos_ in {"VERB", "AUX"}


def _asks(clause: Clause) -> bool:
    sentence = clause.head.sent
    if "?" in sentence.text:
        return True
    helper = min((child.i for child in clause.head.children if child.dep_ in {"aux", "auxpass"}), default=clause.head.i)
    return clause.subject is not None and helper < clause.subject.i


def _nominative(subject: Token) -> bool:
    if any(child.dep_ in {"conj", "relcl", "appos"} for child in subject.children):
        return False
    return subject.lower_ in _PERSONAL or subject.pos_ in {"NOUN", "PROPN"} and subject.dep_ in {"nsubj", "nsubjpass"}


def _unbroken(stretch: Sequence[Token], head: Token) -> list[Token]:
    kept: list[Token] = []
    for token in stretch:
        if kept and token.i != kept[-1].i + 1:
            break
        kept.append(token)
    return kept if head in kept else []


def _whole(kept: Sequence[Token]) -> bool:
    """Whether the clause ends where it was cut: at a stop, or before another clause."""
    last = kept[-1]
    if last.i + 1 >= last.sent.end:
        return True
    following = last.nbor()
    if following.lower_ in {"and", "or"}:
        beyond = following.nbor() if following.i + 1 < last.sent.end else following
        return beyond.pos_ == "PRON" or beyond.pos_ in {"VERB", "AUX"} and beyond.tag_ != "VBG"
    return (
        following.is_punct
        and following.text not in _JOINS
        or following.lower_ in _GOES_ON
        or following.lower_ in _PERSONAL
    )


def tidy(text: str) -> str:
    """Contractions joined again, and no loose spaces."""
    text = re.sub(r"\b([Cc]a|[Ww]o|\w+) n't\b", r"\1n't", text)
    text = re.sub(r"\bI (?:am|'m)n't\b|\bI aren't\b", "I'm not", text)
    text = re.sub(r"\bi\b", "I", re.sub(r"\s+('(?:m|re|s|ve|d|ll)\b)", r"\1", text))
    return re.sub(r"\s+", " ", text).strip(" ,-")


def _reads(text: str, kept: Sequence[Token]) -> bool:
    words = re.findall(r"[\w']+", text)
    if not _SHORTEST <= len(words) <= _LONGEST or _PHATIC.search(text) or _UNFLIPPED.search(text):
        return False
    if words[-1].lower() in _POINTING or kept[-1].lemma_.lower() in _SAYS | {
        "say",
        "tell",
        "hear",
        "like",
        "want",
        "need",
    }:
        return False
    return reads_whole(text, kept)


def reads_whole(text: str, kept: Sequence[Token]) -> bool:
    """Whether words that were turned round end where a phrase may end, and hold nothing that is no word."""
    last = re.findall(r"[\w']+", text)[-1:]
    if (
        last
        and last[0].lower() in _DANGLING
        and kept[-1].dep_ != "prt"
        or re.search(r"[;:()\"“”…*<>{}\[\]]|--|\.\.", text)
    ):
        return False
    return not any(token.pos_ in {"X", "SYM", "SPACE"} for token in kept)


def _thing(parsed: Parsed, main: DocSpan | None) -> str:
    within = main if main is not None else parsed.sentences[0] if len(parsed.sentences) == 1 else None
    if within is None:
        return ""
    known, said = set(all_things(parsed)), parsed.text.lower()
    chunks = [chunk for chunk in parsed.doc.noun_chunks if chunk.text in known or _small(chunk.text) in known]
    chunks.sort(key=lambda chunk: (_RANK.get(chunk.root.dep_, 3), chunk.start))
    for chunk in chunks:
        words = chunk.text.lower().split()
        if (
            words[0] in _DEFINITE
            and 2 <= len(words) <= 4
            and " ".join(words) in said
            and not {"i", "me", "you"} & set(words)
            and within.start <= chunk.start < within.end
            and chunk.root.dep_ in _RANK
            and (chunk.root.dep_ != "pobj" or chunk.root.head.lower_ in _ABOUT)
        ):
            return " ".join(_TURNED.get(word.lower(), word) for word in _small(chunk.text).split())
    return ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _feeling(parsed: Parsed, feelings: FeelingWords) -> str:
    for name in feelings.own(parsed):
        entry = feelings.feelings[name]
        spoken = next(
            (
                word
                for word in (entry.word, *entry.forms)
                if re.search(rf"\b{re.escape(word)}\b", parsed.text, re.IGNORECASE)
            ),
            "",
        )
        if spoken:
            return spoken.lower()
    return ""


def _quote(parsed: Parsed, findings: Sequence[Finding]) -> str:
    short = [one.text.strip(" .,!?") for one in findings if len(one.text.split()) <= _MOST_QUOTED]
    short = [
        text
        for text in short
        if re.fullmatch(r"[\w' ’-]+", text) and text.split()[-1].lower() not in _DANGLING - {"never", "always"}
    ]
    return max(short, key=len, default="").lower()
