"""Rules as data → matches in a parsed text: one spaCy Matcher for all rules, exceptions looked at only on a match.

Short forms in token patterns, expanded here: ``TARGET`` is the one blamed (you, or a described person), ``YOU`` only the one
spoken to, ``OTHER`` only a described person, ``SELF`` the speaker. They combine with other attributes of the same token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from coach.library.schema import Rule, Unless

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


class RuleSet(Generic[RuleT]):
    """Compiled rules. ``masks`` and ``customs`` are the named functions that rules may refer to."""

    def __init__(
        self, rules: Sequence[RuleT], vocab: Vocab, masks: Mapping[str, Mask], customs: Mapping[str, Custom] | None = None
    ) -> None:
        from spacy.matcher import DependencyMatcher, Matcher

        self._masks = masks
        self._customs: list[tuple[RuleT, Custom]] = []
        self._matcher = Matcher(vocab)
        self._dependency = DependencyMatcher(vocab)
        self._exceptions = {rule.id: _compiled(rule.unless, vocab) for rule in rules}
        self._owners: dict[int, tuple[RuleT, str]] = {}
        for rule in rules:
            for number, match in enumerate(rule.match):
                key = f"{rule.id}#{number}"
                self._owners[vocab.strings.add(key)] = (rule, match.mark)
                if match.token:
                    self._matcher.add(key, [expand(match.token)], greedy="LONGEST")
                elif match.dependency:
                    nodes = [{**node, "RIGHT_ATTRS": expand((node["RIGHT_ATTRS"],))[0]} for node in match.dependency]
                    self._dependency.add(key, [nodes])
                else:
                    self._customs.append((rule, (customs or {})[str(match.custom)]))

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
        for key, first, last in self._matcher(parsed.doc):
            rule, mark = self._owners[key]
            yield rule, *_marked(parsed, first, last, mark)
        if len(self._dependency):
            for key, tokens in self._dependency(parsed.doc):
                rule, mark = self._owners[key]
                yield rule, *_marked(parsed, min(tokens), max(tokens) + 1, mark)
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


def _compiled(exceptions: tuple[Unless, ...], vocab: Vocab) -> list[tuple[Unless, Any]]:
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
            parsed, max(min(head.left_edge.i, first), sentence.start), min(max(head.right_edge.i + 1, last), sentence.end)
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
