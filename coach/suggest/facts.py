"""Whether a recast statement may stand in a draft: free of what patterns find, and a fact to the encoder's ears."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coach.language.analyse import Analyser
from coach.language.encoder import encoder
from coach.language.normalise import same_length
from coach.language.parse import parse_many
from coach.suggest.kinds import passages
from coach.suggest.set_aside import sentence

if TYPE_CHECKING:
    from coach.language.encoder import Floats, Later
    from coach.language.parse import Parsed
    from coach.model import Finding
    from coach.suggest.recast import Observation

_ROUGH, _DOUBTFUL = 0.9, 0.02
_ALONE = "passages alone"  # where a parsed text keeps what is heard in them


@dataclass(frozen=True)
class Standing:
    """What a statement is good for.

    ``fine`` unless patterns find blame in it; ``fact``: from 0 to 1, how surely a camera could have caught it; ``rough``: it hardly
    makes sense by itself, or may still sting, and so is kept for another time only.
    """

    fine: bool
    fact: float
    rough: bool

    @property
    def tells(self) -> bool:
        """Whether it may stand as what happened."""
        return self.fine and not self.rough and self.fact > float(encoder().setting("fact.main"))

    @property
    def may_tell(self) -> bool:
        """Whether it may do so where nothing better is known."""
        return self.fine and self.fact > _DOUBTFUL


class Passages(NamedTuple):
    """The passages of a text as sentences, and what the encoder hears in each by itself; shape (n, 384)."""

    texts: tuple[str, ...]
    heard: Later[Floats]

    @property
    def by_text(self) -> dict[str, Floats]:
        """What is heard in each, waited for."""
        return dict(zip(self.texts, self.heard.result, strict=True))


def hear_passages(parsed: Parsed) -> Passages:
    """Hear the passages of a text one by one, beside whatever else is done; kept with the parsed text."""
    known: dict[str, Passages] = parsed.doc.user_data
    if _ALONE not in known:
        texts = tuple(sentence(words) for words, _ in passages(parsed))
        known[_ALONE] = Passages(texts, encoder().many_beside([same_length(text) for text in texts]))
    return known[_ALONE]


def asked(phrase: str) -> str:
    """A bare verb phrase as the request that the head ``want`` knows."""
    return f"Would you be willing to {phrase}?"


class Facts:
    """Judges statements by the patterns and by the head ``fact``, in one reading of all of them; what was once found clean or not is not read again."""

    def __init__(self, analyser: Analyser, source: Parsed | None = None) -> None:
        self._analyser = analyser
        self._source = source
        self._known: dict[str, bool] = {}
        self._sources = [source.span(one.start, one.end).text for one in source.doc.sents] if source else []
        self._begun: dict[tuple[str, str], Later[Floats]] = {}

    def afresh(self, source: Parsed) -> Facts:
        """The same for one message, with nothing known yet but what the patterns find in it."""
        return Facts(self._analyser, source)

    def marked(self, parsed: Parsed) -> tuple[Finding, ...]:
        """What the patterns find in a text, with what the encoder would let pass."""
        return self._analyser.findings(parsed)

    def clean(self, texts: Sequence[str]) -> list[bool]:
        """Whether each is free of findings."""
        self._known |= dict.fromkeys((text for text in texts if text not in self._known and self._as_said(text)), True)
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known |= {text: not self.marked(parsed) for text, parsed in zip(new, parse_many(new), strict=True)}
        return [self._known[text] for text in texts]

    def _as_said(self, text: str) -> bool:
        """Whether a statement stands so in the message, where no pattern finds anything in it."""
        if self._source is None:
            return False
        doc, words = self._source.doc, text.rstrip(".!?")
        at = doc.text.lower().find(words.lower())
        span = doc.char_span(at, at + len(words)) if at >= 0 else None
        if span is None:
            return False
        start, end = self._source.starts[span.start], self._source.ends[span.end - 1]
        return not any(one.start < end and start < one.end for one in self.marked(self._source))

    def kind(self, texts: Sequence[str], odds: float = 0.0) -> list[bool]:
        """Whether nobody would hear blame in each: neither the patterns nor, at these odds, the encoder."""
        if not texts:
            return []
        alone = hear_passages(self._source).by_text if self._source else {}
        new = [text for text in texts if text not in alone]
        read = encoder().many_beside([same_length(text) for text in new])
        clean = self.clean(texts)
        alone |= dict(zip(new, read.result, strict=True))
        heard = encoder().head("blame", np.array([alone[text] for text in texts]))[:, 0]
        return [fine and bool(one < odds) for fine, one in zip(clean, heard, strict=True)]

    def askable(self, phrases: Mapping[str, int]) -> list[bool]:
        """Whether each bare verb phrase, given the number of the sentence it comes from, is wanted, free of findings, and can be asked for."""
        if not phrases:
            return []
        heard, clean = self._read([(self._sources[number], asked(phrase)) for phrase, number in phrases.items()])
        odds = encoder().head("want", heard)[:, 0]
        least = float(encoder().setting("want.least"))
        return [fine and bool(one > least) for fine, one in zip(clean, odds, strict=True)]

    def expect(self, told: Sequence[Observation]) -> None:
        """Start to hear statements that will be judged, beside whatever else is done."""
        self._begin([self._pair(one) for one in told])

    def standing(self, told: Sequence[Observation]) -> list[Standing]:
        """What each statement is good for, given the sentence it comes from."""
        if not told:
            return []
        heard, clean = self._read([self._pair(one) for one in told])
        odds = encoder().head("fact", heard)
        chance = np.exp(odds - odds.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        return [Standing(fine, float(one[2]), bool(one[0] > _ROUGH)) for fine, one in zip(clean, chance, strict=True)]

    def _read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Floats, list[bool]]:
        """What the encoder hears in the second of each pair after the first, and whether patterns find nothing in it; both read at once."""
        self._begin(pairs)
        clean = self.clean([second for _, second in pairs])
        return np.concatenate([self._begun[pair].result for pair in pairs]), clean

    def _begin(self, pairs: Sequence[tuple[str, str]]) -> None:
        for first, second in pairs:
            if (first, second) not in self._begun:
                self._begun[first, second] = encoder().pairs_beside([(same_length(first), same_length(second))])

    def _pair(self, one: Observation) -> tuple[str, str]:
        return self._sources[one.sentence], sentence(one.text)
