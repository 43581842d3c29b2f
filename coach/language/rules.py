"""Rules as data → matches in a parsed text: a pattern is run where its words stand, exceptions looked at only on a match.

Short forms in token patterns, expanded here: ``TARGET`` is the one blamed (you, or a described person), ``YOU`` only the one
spoken to, ``OTHER`` only a described person, ``SELF`` the speaker, ``PERSON`` any word for who somebody is (``people.ROLES``). They combine with other attributes of the same token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from coach.language.gaps import GapMatcher
from coach.language.people import ROLES
from coach.library.rules import Match, Rule, Unless

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan
    from spacy.vocab import Vocab

    from coach.language.parse import Parsed

_SHORT: dict[str, Any] = {
    "TARGET": {"ENT_TYPE": {"IN": ["YOU", "OTHER"]}},
    "YOU": {"ENT_TYPE": "YOU"},
    "OTHER": {"ENT_TYPE": "OTHER"},
    "SELF": {"ENT_TYPE": "SELF"},
    "PERSON": {"LEMMA": {"IN": sorted(ROLES)}},
}
_STRETCH = 12  # tokens
_YEAR = {"REGEX": r"^(19|20)\d\d$"}  # dear to match after a gap, so that a text without a year is not asked
_YEARS = frozenset(f"l:{year}" for year in range(1900, 2100))
_SMALL = frozenset(
    f"l:{word}"
    for word in """i me my we us he she they him her his you your it that this to a an the is 's 'm am are was be been not n't no never
    and or but if when in on at of for with up out do does did have has had will 'll would 'd so all . , one always""".split()
)
RuleT = TypeVar("RuleT", bound=Rule)
Custom = Callable[["Parsed"], Iterable[tuple[int, int]]]
Mask = Callable[["Parsed"], frozenset[int]]


@dataclass(frozen=True)
class RuleMatch(Generic[RuleT]):
    """A rule and the tokens ``first`` up to and without ``last`` that it marks."""

    rule: RuleT
    first: int
    last: int


class _Pattern(Generic[RuleT]):
    """One match of a rule, compiled when first needed, and the sets of words of which a text must hold one each."""

    def __init__(self, rule: RuleT, match: Match, vocab: Vocab) -> None:
        self.rule = rule
        self.mark = match.mark
        self._match = match
        self._vocab = vocab
        tokens = (*match.token, *(node["RIGHT_ATTRS"] for node in match.dependency))
        self.needed = sorted(
            {words for token in tokens if (words := _needed(token))},
            key=lambda words: (len(words & _SMALL), len(words)),
        )
        self._others = self.needed[1:]

    @property
    def key(self) -> frozenset[str]:
        """The needed set that is rarest in texts: few words, and no small ones."""
        return self.needed[0] if self.needed else frozenset()

    def may_match(self, words: set[str]) -> bool:
        """The words hold one of each needed set but the key's, which has been looked up."""
        return not any(map(words.isdisjoint, self._others))

    def found(self, stretch: DocSpan) -> Iterator[tuple[int, int]]:
        """The token ranges it matches in a stretch of a text."""
        if self._match.token:
            for first, last in self._matcher(stretch):
                yield stretch.start + first, stretch.start + last
        else:
            for _, tokens in self._matcher(stretch.as_doc()):
                yield stretch.start + min(tokens), stretch.start + max(tokens) + 1

    @cached_property
    def _matcher(self) -> Any:
        from spacy.matcher import DependencyMatcher

        if self._match.token:
            return GapMatcher(self._vocab, expand(self._match.token))
        dependency = DependencyMatcher(self._vocab)
        nodes = [{**node, "RIGHT_ATTRS": expand((node["RIGHT_ATTRS"],))[0]} for node in self._match.dependency]
        dependency.add(self.rule.id, [nodes])
        return dependency


class _Exception(NamedTuple):
    """An exception of a rule, its compiled tokens, and the sets of words of which a text must hold one each."""

    unless: Unless
    matcher: Any
    needed: list[frozenset[str]]


class RuleSet(Generic[RuleT]):
    """Rules ready to run. ``masks`` and ``customs`` are the named functions that rules may refer to.

    A pattern is compiled and run only for a stretch of text that holds its words: a thousand patterns cost little more than
    none, and a long text costs as much a word as a short one.
    """

    def __init__(
        self,
        rules: Iterable[RuleT],
        vocab: Vocab,
        masks: Mapping[str, Mask],
        customs: Mapping[str, Custom] | None = None,
    ) -> None:
        self._masks = masks
        self._vocab = vocab
        self._customs: list[tuple[RuleT, Custom]] = []
        self._exceptions: dict[str, list[_Exception]] = {}
        self._by_word: dict[str, list[_Pattern[RuleT]]] = {}
        self._anywhere: list[_Pattern[RuleT]] = []
        for rule in rules:
            for match in rule.match:
                if match.custom:
                    self._customs.append((rule, (customs or {})[match.custom]))
                    continue
                pattern = _Pattern(rule, match, vocab)
                if not pattern.needed:
                    self._anywhere.append(pattern)
                for word in pattern.key:
                    self._by_word.setdefault(word, []).append(pattern)

    def matches(self, parsed: Parsed, *, include_reported: bool = False) -> list[RuleMatch[RuleT]]:
        """Every match that no exception clears and (unless asked for) that is not reported speech, in order of place."""
        masked: dict[str, frozenset[int]] = {}
        words = _marked_words(parsed.doc)
        reported: frozenset[int] = frozenset() if include_reported else parsed.reported
        found = {
            (rule.id, first, last): RuleMatch(rule, first, last)
            for rule, first, last in self._raw(parsed)
            if not reported.intersection(range(first, last))
            and not self._cleared(parsed, rule, (first, last), words, masked)
        }
        return sorted(found.values(), key=lambda match: (match.first, -match.last, match.rule.id))

    def _raw(self, parsed: Parsed) -> Iterator[tuple[RuleT, int, int]]:
        for stretch in _stretches(parsed.doc):
            words = _marked_words(stretch)
            candidates = {id(one): one for word in words for one in self._by_word.get(word, ())}
            for one in (*candidates.values(), *self._anywhere):
                if one.may_match(words):
                    for first, last in one.found(stretch):
                        yield one.rule, *_marked(parsed, first, last, one.mark)
        for rule, custom in self._customs:
            for first, last in custom(parsed):
                yield rule, first, last

    def _compiled_exceptions(self, rule: RuleT) -> list[_Exception]:
        if rule.id not in self._exceptions:
            from spacy.matcher import Matcher

            compiled = []
            for exception in rule.unless:
                matcher = Matcher(self._vocab) if exception.token else None
                if matcher is not None:
                    matcher.add("unless", [expand(exception.token)])
                needed = [words for token in exception.token if (words := _needed(token))]
                compiled.append(_Exception(exception, matcher, needed))
            compiled.sort(key=lambda one: bool(one.unless.mask))  # masks cost more than a glance at the words
            self._exceptions[rule.id] = compiled
        return self._exceptions[rule.id]

    def _cleared(
        self,
        parsed: Parsed,
        rule: RuleT,
        place: tuple[int, int],
        words: set[str],
        masked: dict[str, frozenset[int]],
    ) -> bool:
        first, last = place
        sentence = parsed.doc[first].sent
        for exception, matcher, needed in self._compiled_exceptions(rule):
            if any(map(words.isdisjoint, needed)):
                continue
            low, high = {
                "sentence": (sentence.start, sentence.end),
                "match": (first, last),
                "before": (sentence.start, first),
                "after": (last, sentence.end),
            }[exception.within]
            if exception.mask:
                if exception.mask not in masked:
                    masked[exception.mask] = self._masks[exception.mask](parsed)
                if masked[exception.mask].intersection(range(first, last)):
                    return True
            elif high > low and matcher is not None and matcher(parsed.doc[low:high]):
                return True
        return False


def expand(tokens: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Token patterns with the short forms spelled out."""
    expanded = []
    for token in tokens:
        plain: dict[str, Any] = {}
        for name, value in token.items():
            plain.update(_SHORT.get(name, {name: value}))
        expanded.append(plain)
    return expanded


def _needed(token: dict[str, Any]) -> frozenset[str]:
    """The plain words of which a token pattern needs one, marked by attribute; empty when it may match others or nothing."""
    if token.get("OP", "1") not in {"1", "+"}:
        return frozenset()
    for attribute, kind in (("LOWER", "l:"), ("LEMMA", "m:")):
        value = token.get(attribute)
        if value == _YEAR:
            return _YEARS
        if isinstance(value, dict):
            value = value["IN"] if set(value) == {"IN"} else None
        if value:
            return frozenset(f"{kind}{word}" for word in ([value] if isinstance(value, str) else value))
    return frozenset()


def _marked_words(tokens: Doc | DocSpan) -> set[str]:
    """The words and the lemmas of some tokens, marked as in the needed sets."""
    listed = list(tokens)
    return {f"l:{token.lower_}" for token in listed} | {f"m:{token.lemma_}" for token in listed}


def _stretches(doc: Doc) -> Iterator[DocSpan]:
    """A text by sentences; short ones go with the next, so that a pattern may cross their full stops ("Lazy. That's the word.")."""
    start = 0
    for sentence in doc.sents:
        if sentence.end - start >= _STRETCH or sentence.end == len(doc):
            yield doc[start : sentence.end]
            start = sentence.end


def _marked(parsed: Parsed, first: int, last: int, mark: str) -> tuple[int, int]:
    """Grow a match to its clause or sentence if asked, and to the whole noun phrase of a person at its beginning."""
    doc = parsed.doc
    if mark == "sentence":
        return _without_edge_marks(parsed, doc[first].sent.start, doc[first].sent.end)
    if mark == "clause":
        head = doc[first:last].root
        while head.dep_ not in {"ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis"} and head.head != head:
            head = head.head
        sentence = doc[first].sent
        return _without_edge_marks(
            parsed,
            max(min(head.left_edge.i, first), sentence.start),
            min(max(head.right_edge.i + 1, last), sentence.end),
        )
    if doc[first].ent_type_ == "OTHER" and doc[first].pos_ != "PRON":
        return doc[first].left_edge.i, last
    return first, last


def _without_edge_marks(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    doc = parsed.doc
    while last - 1 > first and (doc[last - 1].is_space or doc[last - 1].text in {".", ",", ";"}):
        last -= 1
    while first < last - 1 and (doc[first].is_space or doc[first].is_punct):
        first += 1
    return first, last
