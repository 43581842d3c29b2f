"""A message told in its own order: what surely holds no blame stays as it was said, around the main point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.suggest.as_said import as_said
from coach.suggest.beside import sentences
from coach.suggest.kinds import asks_for, passages
from coach.suggest.set_aside import sentence
from coach.suggest.spoken import SECRET

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

    from coach.language.parse import Parsed
    from coach.suggest.message import Message

_CALM = 0.0  # odds of blame below which a passage stays, heard alone or on the average of alone and in its place
_CALM_OF_ME = 2.2  # the same for one that does not speak of others, and the most for any heard alone
_MOST = 85  # words told; of more, what stands nearest to the main point
_SOON_SAID, _SAYS_LITTLE = 28, 9  # words of the brief draft at most, and from which its neighbours stay away
_MORE = 4  # words beyond the main point from which there is a story to tell
_CALLED = 3  # tokens of what is only a name or a greeting
_FILLS = frozenset("ok okay so right well anyway hey um it's about".split())
_ASKED = re.compile(
    r"^(?:(?:so|and|but|well) )?(?:did|do|does|are|is|was|were|have|has|why|how|who)\b(?!n't)|\b(?:am i|shall i|do i|is it|are you|did you|do you|have you|right)\W*$",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\bi(?: just| really| only)? (?:need|want) (?:you|us) (?:not )?to\b|\bi(?:'d| would) (?:rather|prefer it if) (?:we|you)\b",
    re.IGNORECASE,
)
_ASKS_CALM, _ASKS_ALONE = 1.0, 5.0  # the same odds for a plain request: in its place, and alone
TO_COME = re.compile(  # what is still to be said, or asked of the coach
    r"^(?:i (?:don't|do not|dunno) know (?:how|what|where)|(?:so )?(?:what|how) (?:do|should|can) i\b|any (?:advice|tips|ideas)|help\b|am i\b)|"
    r"\bi(?:'ve| have|'m|'ve got| need|'m going|'m about)? to (?:tell|ring|call|phone|speak|talk|meet)\b|(?:^|\bto |\bi.m |\bam )(?:tell|telling) (?:him|her|them|my \w+)\b|\bwanna (?:ask|tell)\b",
    re.IGNORECASE,
)
_NOT_TOLD = re.compile(
    r"\byou can (?:stick|shove|keep|forget|whistle|do one|jog on|get lost|sing for)\b|\bor (?:i|we)(?:'ll|'m|'re| will| am| are)\b|\bdon't tell me\b",
    re.IGNORECASE,
)
_ADDS = re.compile(r"(?:with|including|plus) (?:the|a|my|your) [^,]*", re.IGNORECASE)
_QUOTED = re.compile(r"[\"'][^\"]+[\"']\W*")
_DARES = re.compile(r",?(?: so| and)? don't tell me\b.*$")
OTHERS = re.compile(r"\b(?:you|your|yours|yourself|u|ur|he|she|him|his|her|they|them|their)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your)\b(?! know\b)", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"(?:\W*[\w']+){0,7}?\W*\b(?:it|them|they|he|she|him|her|none|neither|both|those|these|this|that (?!you|i|we|he|she|they|it|the)\w+)\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(?:you|he|she|they|your \w+|his \w+|her \w+)(?:'\w+)? (?:\w+ )?(?:always|never|constantly|forever)\b|\b(?:you|he|she|they)\b.*\bevery single time\b",
    re.IGNORECASE,
)
_ASKS_LITTLE = 4  # words of "Can you stop?"
_LIKE = re.compile(r"like an? \w+$")
_VERBS = frozenset({"VERB", "AUX"})
_WITHIN = frozenset({"relcl", "acl", "advcl", "pcomp", "aux", "auxpass"})  # of a fragment: "with the key you gave her"
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


@dataclass(frozen=True)
class Piece:
    """Something told.

    ``text``: a sentence or more; ``tokens``: those it tells; ``own``: in the person's own words; ``asks``: for something; ``aside``: of what is
    still to be said, and so for another time.
    """

    text: str
    tokens: frozenset[int]
    own: bool
    asks: bool = False
    aside: bool = False


@dataclass(frozen=True)
class Account:
    """What happened, in its order. ``point``: the places of the pieces that hold the main point; ``rest``: pieces for another time; ``names``: a feeling named in it is the one told."""

    pieces: tuple[Piece, ...]
    point: tuple[int, ...]
    rest: tuple[Piece, ...]
    names: bool = True

    def without_ask(self) -> Account:
        """The same as an account of what happened alone, for a feeling or need that the person chose."""
        return replace(self, pieces=tuple(replace(one, asks=False) for one in self.pieces), names=False)

    @property
    def ask(self) -> int | None:
        """The place of the person's own request."""
        return next((place for place, one in reversed(list(enumerate(self.pieces))) if one.asks), None)

    @property
    def tokens(self) -> frozenset[int]:
        """Those of all that stands in the person's own words."""
        return frozenset[int]().union(*(one.tokens for one in self.pieces if one.own))

    @property
    def speaks_of_you(self) -> bool:
        """It tells of the one it is said to."""
        return any(_YOU.search(one.text) for one in self.pieces)

    @property
    def owns_point(self) -> bool:
        """The main point stands in the person's own words, or there is none."""
        return all(self.pieces[place].own for place in self.point)

    def briefly(self) -> tuple[Piece, ...]:
        """The main point, with what stands beside it where it says little or points back to it."""
        told = [number for number, one in enumerate(self.pieces) if not one.asks]
        first = next((number for number in self.point if number in told), None)
        if first is None:
            long = [number for number in told if self._words(number, number) >= _SAYS_LITTLE]
            first = next(iter(long or told), None)
        if first is None:
            return ()
        if self._words(first, first) > _SOON_SAID:  # said more shortly, if it is
            short = (number for number in reversed(told) if number < first and _YOU.search(self.pieces[number].text))
            first = next((number for number in short if self._words(number, number) <= _SOON_SAID), first)
        last = first
        while (
            first - 1 in told
            and self._words(first - 1, last) <= _SOON_SAID + _SAYS_LITTLE
            and (self._words(first, last) < _SAYS_LITTLE or _POINTS_BACK.match(self.pieces[first].text))
        ):
            first -= 1
        while True:
            words = self._words(first, last)
            wider = last + 1
            if wider not in told or self._words(first, wider) > _SOON_SAID:
                break
            if words >= _SAYS_LITTLE and wider not in self.point:
                break
            last = wider
        return self.pieces[first : last + 1]

    def _words(self, first: int, last: int) -> int:
        return sum(len(one.text.split()) for one in self.pieces[first : last + 1])


def unmarked(span: DocSpan, marked: frozenset[int]) -> bool:
    """Whether none of its tokens is marked."""
    return marked.isdisjoint(range(span.start, span.end))


def account(
    parsed: Parsed, stinging: frozenset[int], message: Message, odds: Sequence[tuple[float, float]]
) -> Account | None:
    """The message as it can be told; None where its own words add nothing.

    ``stinging``: tokens that nobody should hear; ``odds``: of blame in each of its passages, heard alone and in its place.
    """
    found = _pieces(parsed, stinging, message, odds)
    pieces = [one for one in found if not one.aside]
    point = frozenset[int]().union(*(one.tokens for one in message.main))
    shown = _nearest(pieces, point)
    words = len(" ".join(one.text for one in shown).split())
    least = len(" ".join(one.text for one in message.main).split()) + _MORE
    if not any(one.own for one in shown) or words < least or all(one.asks for one in shown):
        return None
    at = tuple(number for number, one in enumerate(shown) if one.tokens & point)
    if not any(one.to_you for one in message.main):
        of_you = (number for number, one in enumerate(shown) if _YOU.search(one.text) and not one.asks)
        at = tuple(of_you)[:1] or at
    return Account(tuple(shown), at, tuple(one for one in found if one not in shown))


def _pieces(
    parsed: Parsed, stinging: frozenset[int], message: Message, odds: Sequence[tuple[float, float]]
) -> list[Piece]:
    done: list[Piece] = []
    told = frozenset[int]()
    kept = True
    for (words, span), heard in zip(passages(parsed), odds, strict=True):
        whole = frozenset(range(span.start, span.end))
        known = {one.text.lower().rstrip(".") for one in done}
        inside = [
            one
            for one in message.told
            if one.tokens & whole
            and not one.tokens & told
            and one.text.lower() not in known
            and (kept or not _ADDS.match(one.text))
        ]
        cut = whole & stinging
        like = cut <= message.judged and bool(_LIKE.match(" ".join(parsed.doc[i].lower_ for i in sorted(cut))))
        stung = bool(cut) and not like
        asks = not stung and (asks_for(words) or _WISHES.search(words) is not None)
        stays = not stung and _stands(words, span, heard, asks=asks, after=kept)
        text = as_said(span, message.target, cut) if stays else ""
        if text.lower().rstrip(".") in known:
            continue
        again = next((one for one in known if text.lower().startswith(f"{one} and ")), "")
        text = sentence(text[len(again) + 5 :]) if again else text
        if text:
            done.append(Piece(text, whole, own=True, asks=asks))
        elif inside:
            tokens = frozenset[int]().union(*(one.tokens for one in inside))
            inside = [replace(one, text=_DARES.sub("", one.text)) for one in inside]
            aside = TO_COME.search(words) is not None
            done.append(Piece(" ".join(sentences(inside)), tokens, own=False, aside=aside))
        told |= done[-1].tokens if done else frozenset()
        kept = bool(text or inside)
    return done


def _stands(words: str, span: DocSpan, heard: tuple[float, float], *, asks: bool, after: bool) -> bool:
    """Whether a passage may stay: it tells something, or asks for it, and no blame is heard in it. ``after`` one that stayed."""
    tokens = [token for token in span if token.is_alpha or token.like_num]
    verbal = any(token.pos_ in _VERBS and token.dep_ not in _WITHIN for token in tokens)
    alone, in_place = heard
    calm = alone < _CALM or (
        alone < _CALM_OF_ME and (alone + in_place < _CALM or (verbal and not OTHERS.search(words)))
    )
    if any(form.search(words) for form in (TO_COME, _NOT_TOLD, _ABSOLUTE, SECRET)):
        return False
    if asks and len(tokens) <= _ASKS_LITTLE:
        return False
    if asks:
        return calm or (alone < _ASKS_ALONE and in_place < _ASKS_CALM)
    if not after and (_QUOTED.fullmatch(words) or _ADDS.fullmatch(words)):
        return False
    if not calm or words.rstrip().endswith("?") or _ASKED.search(words) or orders(span):
        return False
    named = [token for token in tokens if token.lower_ not in _FILLS]
    adds = len(named) > _CALLED or any(token.tag_ in {"RB", "CD", "NNS"} for token in named)
    return verbal or (after and adds)


def orders(span: DocSpan) -> bool:
    """As in "Sort it out", "Cook your own rice"."""
    root = span.root
    first = next((token for token in span if token.is_alpha), root)
    bare = root.tag_ in {"VB", "VBP"} and not any(
        child.dep_ in _SUBJECTS or (child.dep_ == "aux" and child.lower_ not in {"do", "to"}) for child in root.children
    )
    return bare and (root.i - first.i <= 1 or first.lower_ in {"do", "just", "so", "then"} or first.pos_ == "PROPN")


def _nearest(pieces: Sequence[Piece], point: frozenset[int]) -> list[Piece]:
    """The pieces around the main point, or from the first on, as far as they are told in one go."""
    if not pieces:
        return []
    at = [number for number, one in enumerate(pieces) if one.tokens & point] or [0]
    low, high = at[0], at[-1] + 1
    while True:
        for wider in (slice(low, high + 1), slice(max(low - 1, 0), high)):
            grows = wider.stop <= len(pieces) and (wider.start, wider.stop) != (low, high)
            if grows and sum(len(one.text.split()) for one in pieces[wider]) <= _MOST:
                low, high = wider.start, wider.stop
                break
        else:
            return list(pieces[low:high])
