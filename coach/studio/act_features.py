"""A turn in its place → what tells what it does: its shape, its cues, what it takes up from the other, and what the encoder hears."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from coach.language.encoder import encoder
from coach.language.people import is_you
from coach.language.replies import LABELS, orders, rule_scores
from coach.model import Finding
from coach.studio.act_cues import CUES, FILLERS, PROSE
from coach.studio.asked import question_form
from coach.studio.turns import Asked

if TYPE_CHECKING:
    from coach.language.encoder import Floats
    from coach.language.parse import Parsed

_ATTACKS = frozenset(
    "absolute label mind_reading disguised_blame you_make_me threat_or_ultimatum contempt_or_sarcasm comparison fault past_dredging rhetorical_question command_or_should".split()
)
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV", "NUM"})
_COMMON = frozenset(
    "be have do get go say know think feel make take come see want so just really very too even not now then like kind sort thing lot bit way mean yeah okay".split()
)
_SINGLE_HEADS = ("blame", "open", "attack", "mine", "own", "other")
_BACK = 3  # substantive turns of the other that may be taken up
FEW = 4  # words: no more than this, all of them fillers, is no turn of its own


@dataclass(frozen=True)
class Heard:
    """A turn, read: who spoke, its parse, what may sting in it, what is asked, whether it tells of danger, and whether it is not English."""

    speaker: str
    parsed: Parsed
    findings: tuple[Finding, ...]
    question: Asked
    danger: bool = False
    foreign: bool = False

    @property
    def asks(self) -> bool:
        """It holds a question."""
        return self.question != "none"

    @cached_property
    def words(self) -> str:
        """Its plain words."""
        return " ".join(self.tokens)

    @cached_property
    def tokens(self) -> list[str]:
        """Its plain words one by one."""
        return [word for word in self.parsed.lower if not word.isspace()]

    @cached_property
    def only_fillers(self) -> bool:
        """Nothing but what people say while the other goes on."""
        told = [word for word in self.tokens if word[0].isalnum()]
        return not told or len(told) <= FEW and all(word in FILLERS for word in told)

    @cached_property
    def content(self) -> frozenset[str]:
        """The lemmas that carry meaning."""
        found = {t.lemma_.lower() for t in self.parsed.doc if t.pos_ in _CONTENT and t.is_alpha or t.pos_ == "NUM"}
        return frozenset(found - _COMMON - FILLERS)


Roles = Mapping[str, Mapping[str, float]]


def features(turns: Sequence[Heard], place: int, roles: Roles) -> dict[str, float]:
    """What tells what the turn at ``place`` does: itself, what came before it, and who asks and who tells in this talk (:func:`roles_of`)."""
    turn = turns[place]
    before = others(turns, place)
    found = {
        **_shape(turn),
        **_cues(turn),
        **_taken_up(turn, before),
        **_surroundings(turns, place, before),
        **roles[turn.speaker],
    }
    partner = before[0].parsed if before else turn.parsed
    scores = rule_scores(partner, turn.parsed)
    found |= {f"reply {label}": min(scores[label], 8.0) / 3 for label in LABELS}
    whole = turn.parsed.encoding.whole
    for name in _SINGLE_HEADS:
        found[f"head {name}"] = float(np.clip(encoder().head(name, whole)[0], -6, 6)) / 3
    return found


def meaning(turn: Heard) -> Floats:
    """What the encoder hears; shape (384,)."""
    return turn.parsed.encoding.whole


def others(turns: Sequence[Heard], place: int) -> list[Heard]:
    """The last turns of anybody else that say something, the nearest first; the one just before where none does."""
    found: list[Heard] = []
    for other in reversed(turns[max(0, place - 3 * _BACK) : place]):
        if other.speaker != turns[place].speaker and not other.only_fillers:
            found.append(other)
            if len(found) == _BACK:
                break
    if not found and place and turns[place - 1].speaker != turns[place].speaker:
        return [turns[place - 1]]
    return found


def _shape(turn: Heard) -> dict[str, float]:
    sentences = turn.parsed.sentences
    told = [word for word in turn.tokens if word[0].isalnum()]
    count = max(1, len(told))
    subjects = [token for token in turn.parsed.doc if token.dep_ in {"nsubj", "nsubjpass"}]
    yours = sum(is_you(token) for token in subjects)
    mine = sum(token.lower_ in {"i", "we"} for token in subjects)
    kinds = [question_form(sentence) for sentence in sentences]
    told_sentences = max(1, len(kinds))
    last = next((kind for kind in reversed(kinds) if kind is not None), None)
    firsts = [word for word in told if word not in FILLERS][:2]
    return {
        "long": min(math.log1p(count) / 3, 1.6),
        "short": float(count <= 3),
        "only fillers": float(turn.only_fillers),
        "open": float(turn.question == "open"),
        "asks": float(turn.asks),
        "ends asked": float(bool(kinds) and kinds[-1] == "asked"),
        "all asked": kinds.count("asked") / told_sentences,
        "checked": kinds.count("checked") / told_sentences,
        "ends checked": float(bool(kinds) and kinds[-1] == "checked"),
        "told and asked": float("told" in kinds and "asked" in kinds),
        "last told": float(last == "told"),
        "begins you": float(bool(firsts) and firsts[0] in {"you", "your", "you're"}),
        "begins I": float(bool(firsts) and firsts[0] in {"i", "my", "we"}),
        "begins it": float(bool(firsts) and firsts[0] in {"it", "that", "this", "there", "sounds", "seems"}),
        "begins so": float(bool({"so", "and", "but"} & set(told[:2]))),
        "you subject": yours / max(1, len(subjects)),
        "I subject": mine / max(1, len(subjects)),
        "you words": min(1.0, 8 * sum(word in {"you", "your", "yours", "yourself"} for word in told) / count)
        if told
        else 0.0,
        "I words": min(1.0, 8 * sum(word in {"i", "me", "my", "mine", "myself"} for word in told) / count)
        if told
        else 0.0,
        "we words": float(any(word in {"we", "us", "our"} for word in told)),
        "orders": min(2, sum(orders(sentence) for sentence in sentences)) / 2,
        "attacks": min(3, sum(f.kind in _ATTACKS for f in turn.findings)) / 2,
        "defends": float(any(f.kind == "defensiveness" for f in turn.findings)),
        "closes": float(any(f.kind in {"stonewalling", "invalidation"} for f in turn.findings)),
        "shouts": float("!" in turn.words),
    }


def _cues(turn: Heard) -> dict[str, float]:
    found = {name: min(2.0, float(len(cue.findall(turn.words)))) / 2 for name, cue in CUES.items()}
    found["tells of me"] = min(3, len(PROSE.findall(turn.words))) / 3
    return found


def _taken_up(turn: Heard, before: Sequence[Heard]) -> dict[str, float]:
    """What of the other's words comes back, and how near the meaning is."""
    own = turn.content
    near = len(own & before[0].content) if before else 0
    far = len(own & frozenset().union(*(one.content for one in before))) if before else 0
    close = max((float(_cosine(meaning(turn), meaning(one))) for one in before[:2]), default=0.0)
    turned = near if any(is_you(token) for token in turn.parsed.doc) else 0
    return {
        "taken up": min(3, near) / 3,
        "taken up of all": near / max(2, len(own)),
        "taken up from further": min(3, far) / 3,
        "taken up and turned": min(3, turned) / 3,
        "near in meaning": close,
    }


def _surroundings(turns: Sequence[Heard], place: int, before: Sequence[Heard]) -> dict[str, float]:
    turn = turns[place]
    nearest = before[0] if before else None
    own = next((one for one in reversed(turns[max(0, place - 2) : place]) if one.speaker == turn.speaker), None)
    goes_on = bool(place and turns[place - 1].only_fillers and own is not None)
    return {
        "was asked": float(nearest is not None and nearest.asks),
        "was attacked": float(nearest is not None and any(f.kind in _ATTACKS for f in nearest.findings)),
        "was told of": float(nearest is not None and " i " in f" {nearest.words} "),
        "was told much": min(1.5, math.log1p(len(nearest.tokens)) / 3) if nearest is not None else 0.0,
        "goes on": float(goes_on),
        "goes on from a question": float(goes_on and own is not None and own.asks),
        "first": float(place < 2),
    }


def roles_of(turns: Sequence[Heard]) -> Roles:
    """For everybody how much more than the others they ask, and speak of the other: a counselor does."""
    found: dict[str, dict[str, float]] = {}
    for speaker in dict.fromkeys(turn.speaker for turn in turns):
        own = [turn for turn in turns if turn.speaker == speaker]
        rest = [turn for turn in turns if turn.speaker != speaker]
        found[speaker] = {
            "asks more": _asking(own) - _asking(rest),
            "of you more": _about_you(own) - _about_you(rest),
        }
    return found


def _asking(turns: Sequence[Heard]) -> float:
    return sum(turn.asks for turn in turns) / max(1, len(turns))


def _about_you(turns: Sequence[Heard]) -> float:
    """From -1 (all of I) to 1 (all of you)."""
    you = sum(turn.tokens.count("you") + turn.tokens.count("your") for turn in turns)
    mine = sum(turn.tokens.count("i") + turn.tokens.count("my") + turn.tokens.count("me") for turn in turns)
    return (you - mine) / max(1, you + mine)


def _cosine(one: Floats, other: Floats) -> float:
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-6))
