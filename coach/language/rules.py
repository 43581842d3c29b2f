"""Rules as data → matches in a parsed text: one spaCy Matcher for all rules, exceptions looked at only on a match.

Short forms in token patterns, expanded here: ``TARGET`` is the one blamed (you, or a described person), ``YOU`` only the one
spoken to, ``OTHER`` only a described person, ``SELF`` the speaker. They combine with other attributes of the same token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from coach.library.schema import Match, Rule, Unless

if TYPE_CHECKING:
    from spacy.vocab import Vocab

    from coach.language.parse import Parsed

_SHORT: dict[str, Any] = {
    "TARGET": {"ENT_TYPE": {"IN": ["YOU", "OTHER"]}},
    "YOU": {"ENT_TYPE": "YOU"},
    "OTHER": {"ENT_TYPE": "OTHER"},
    "SELF": {"ENT_TYPE": "SELF"},
}
RuleT = TypeVar("RuleT", bound=Rule)
Custom = Callable[["Parsed"], Iterable[tuple[int, int]]]
Mask = Callable[["Parsed"], frozenset[int]]


@dataclass(frozen=True)
class RuleMatch(Generic[RuleT]):
    """A rule and the tokens ``first`` up to and without ``last`` that it marks."""

    rule: RuleT
    first: int
    last: int


@dataclass(frozen=True)
class _Compiled(Generic[RuleT]):
    """One match of a rule, ready to run on the texts that hold at least one word of each set in ``needed``."""

    rule: RuleT
    mark: str
    run: Callable[[Any], Any]
    needed: tuple[frozenset[str], ...]


class RuleSet(Generic[RuleT]):
    """Compiled rules. ``masks`` and ``customs`` are the named functions that rules may refer to.

    A text is matched only against patterns whose plain words it holds: a thousand patterns cost little more than none.
    """

    def __init__(
        self,
        rules: Sequence[RuleT],
        vocab: Vocab,
        masks: Mapping[str, Mask],
        customs: Mapping[str, Custom] | None = None,
    ) -> None:
        self._masks = masks
        self._customs: list[tuple[RuleT, Custom]] = []
        self._exceptions = {rule.id: _exceptions(rule.unless, vocab) for rule in rules}
        self._by_word: dict[str, list[_Compiled[RuleT]]] = {}
        self._anywhere: list[_Compiled[RuleT]] = []
        for rule in rules:
            for match in rule.match:
                if match.custom:
                    self._customs.append((rule, (customs or {})[match.custom]))
                    continue
                compiled = _compiled(rule, match, vocab)
                if not compiled.needed:
                    self._anywhere.append(compiled)
                for word in min(compiled.needed, key=len, default=frozenset()):
                    self._by_word.setdefault(word, []).append(compiled)

    def matches(self, parsed: Parsed, *, include_reported: bool = False) -> list[RuleMatch[RuleT]]:
        """Every match that no exception clears and (unless asked for) that is not reported speech, in order of place."""
        masked: dict[str, frozenset[int]] = {}
        reported: frozenset[int] = frozenset() if include_reported else parsed.reported
        found = {
            (rule.id, first, last): RuleMatch(rule, first, last)
            for rule, first, last in self._raw(parsed)
            if not reported.intersection(range(first, last)) and not self._cleared(parsed, rule, first, last, masked)
        }
        return sorted(found.values(), key=lambda match: (match.first, -match.last, match.rule.id))

    def _raw(self, parsed: Parsed) -> Iterator[tuple[RuleT, int, int]]:
        words = {f"{kind}{word}" for token in parsed.doc for kind, word in (("l:", token.lower_), ("m:", token.lemma_))}
        candidates = {id(one): one for word in words for one in self._by_word.get(word, ())}
        for one in (*candidates.values(), *self._anywhere):
            if all(not needed.isdisjoint(words) for needed in one.needed):
                for first, last in one.run(parsed.doc):
                    yield one.rule, *_marked(parsed, first, last, one.mark)
        for rule, custom in self._customs:
            for first, last in custom(parsed):
                yield rule, first, last

    def _cleared(self, parsed: Parsed, rule: RuleT, first: int, last: int, masked: dict[str, frozenset[int]]) -> bool:
        sentence = parsed.doc[first].sent
        for exception, matcher in self._exceptions[rule.id]:
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
            elif high > low and matcher(parsed.doc[low:high]):
                return True
        return False


def expand(tokens: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Token patterns with the short forms spelled out."""
    expanded = []
    for token in tokens:
        plain: dict[str, Any] = {}
        for name, value in token.items():
            plain.update(_SHORT[name] if name in _SHORT else {name: value})
        expanded.append(plain)
    return expanded


def _compiled(rule: RuleT, match: Match, vocab: Vocab) -> _Compiled[RuleT]:
    from spacy.matcher import DependencyMatcher, Matcher

    if match.token:
        matcher = Matcher(vocab)
        matcher.add(rule.id, [expand(match.token)], greedy="LONGEST")
        needed = tuple(words for token in match.token if (words := _needed(token)))
        return _Compiled(rule, match.mark, lambda doc: ((first, last) for _, first, last in matcher(doc)), needed)
    dependency = DependencyMatcher(vocab)
    nodes = [{**node, "RIGHT_ATTRS": expand((node["RIGHT_ATTRS"],))[0]} for node in match.dependency]
    dependency.add(rule.id, [nodes])
    needed = tuple(words for node in match.dependency if (words := _needed(node["RIGHT_ATTRS"])))
    return _Compiled(rule, match.mark, lambda doc: ((min(i), max(i) + 1) for _, i in dependency(doc)), needed)


def _needed(token: dict[str, Any]) -> frozenset[str]:
    """The plain words of which a token pattern needs one, marked by attribute; empty when it may match others or nothing."""
    if token.get("OP", "1") not in {"1", "+"}:
        return frozenset()
    for attribute, kind in (("LOWER", "l:"), ("LEMMA", "m:")):
        value = token.get(attribute)
        if isinstance(value, dict):
            value = value["IN"] if set(value) == {"IN"} else None
        if value:
            return frozenset(f"{kind}{word}" for word in ([value] if isinstance(value, str) else value))
    return frozenset()


def _exceptions(exceptions: tuple[Unless, ...], vocab: Vocab) -> list[tuple[Unless, Any]]:
    from spacy.matcher import Matcher

    compiled = []
    for exception in exceptions:
        matcher = Matcher(vocab)
        if exception.token:
            matcher.add("unless", [expand(exception.token)])
        compiled.append((exception, matcher))
    return compiled


def _marked(parsed: Parsed, first: int, last: int, mark: str) -> tuple[int, int]:
    """Grow a match to its clause or sentence if asked, and to the whole noun phrase of a person at its beginning."""
    doc = parsed.doc
    if mark == "sentence":
        return _without_edge_marks(parsed, doc[first].sent.start, doc[first].sent.end)
    if mark == "clause":
        head = doc[first:last].root
        while head.dep_ not in {"ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis"} and head.head is not head:
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
