"""The mask of an apology: what the writer is sorry for or owns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.language.parse import Parsed


_SORRY = frozenset("sorry apologise apologize apologies forgive apology apologising apologizing".split())


# Somewhere in the text the writer says sorry, or says that it was not fair or not true.
_SORRY_NEAR = _SORRY | {"unkind", "untrue", "unfair", "regret", "own"}
_OWNED = frozenset(
    "called blamed accused told said snapped shouted yelled lied forgot thought treated judged ignored".split()
)


def apology(parsed: Parsed) -> frozenset[int]:
    """Sentences in which the writer apologises or owns something, up to a "but", and the next one when it goes on about the same."""
    if parsed.words.isdisjoint(_SORRY_NEAR):
        return frozenset()
    found: set[int] = set()
    doc = parsed.doc
    for first, last in parsed.bounds:
        words = list(parsed.lower[first:last])
        end = next((i for i, word in enumerate(words) if word == "but" and i), len(words))
        head = words[:end]
        if end < len(words) and end <= 4:  # "I'm sorry, but …"
            continue
        for i, word in enumerate(head):
            mine = {"i", "my", "me", "we"} & set(head)
            saying = (
                word in _SORRY
                and (i < 4 or head[i - 1] in {"'m", "am", "so", "very", "really", "truly", "an", "i", "my"})
                and (mine or i == 0)
            )
            told = {"you", "he", "she", "they"} & set(head[:i]) or (
                i
                and head[i - 1] in {"say", "said", "be"}
                or i
                and head[i - 1] == "to"
                and "i" not in head[max(0, i - 4) : i]
            )
            non_apology = head[i + 1 : i + 3] in (
                ["you", "feel"],
                ["you", "'re"],
                ["you", "think"],
                ["if", "you"],
                ["that", "you"],
            )
            owning = word == "i" and (
                (i + 1 < len(head) and head[i + 1] in _OWNED and {"you", "your"} & set(head[i:]))
                or head[i + 1 : i + 3] in (["should", "n't"], ["let", "you"], ["was", "wrong"], ["was", "defensive"])
                or head[i + 1 : i + 4] in (["should", "have", "seen"], ["should", "not", "have"])
            )
            if (saying and not told and not non_apology) or owning:
                found.update(range(first, first + end))
                if word in _SORRY and last < len(doc):
                    following = doc[last].sent
                    if not {"always", "never", "but"} & {token.lower_ for token in following} and len(following) < 25:
                        found.update(range(following.start, following.end))
                break
    return frozenset(found)
