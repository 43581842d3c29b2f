"""Which deed the main point tells of, by its verb and the words that belong to it: "roll your eyes", "not reply"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.language.inflect import verb_lemma
from coach.library.wording import Deed
from coach.suggest.recast import Observation

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_WORD = re.compile(r"\w+(?=n['’]t\b)|n['’]t\b|['’]\w+|\w+")
_BETWEEN = 2  # words that may stand between two words of a phrase
_VERBS = frozenset({"VERB", "AUX"})
_OWN = frozenset("me my your us our".split())
_PERSONS = frozenset("you i we".split())  # put in where an order is told as an act: "stop reading" → "you read"
_HELPING = frozenset("do have will would can could may might must should 'd 'll 've 're 'm n't".split())
_JOINING = frozenset("when while because after before until if since although though whenever as".split())
_CARRY_ON = frozenset("and then keep start stop go or not".split())


class DeedChooser:
    """Looks up deeds; each is told by one of several phrases of lemmas, the longer the surer."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        phrases = [(phrase.split(), deed) for deed in deeds for phrase in deed.verbs]
        self._by_verb: dict[str, list[tuple[int, list[str], Deed]]] = {}
        for number, (words, deed) in enumerate(phrases):
            self._by_verb.setdefault(_verb_phrase(words)[0], []).append((number, words, deed))
        self._any = {deed.any: deed for deed in deeds if deed.any}

    def named(self, parsed: Parsed, main: Sequence[Observation]) -> Deed | None:
        """The deed that the main point tells of first, what the other did before what the writer did."""
        for one in sorted(main, key=lambda one: not one.to_you):
            lemmas, verbs = _lemmas(parsed, one)
            fitting = [
                (-at, len(words), -number, deed)
                for verb in {"*", *(lemmas[i] for i in verbs)}
                for number, words, deed in self._by_verb.get(verb, ())
                if (words[0] == "i") == (not one.to_you)
                and (at := _place(words, lemmas, verbs, one.negated)) is not None
            ]
            if fitting:
                return max(fitting, key=lambda found: found[:3])[3]
        return None

    def other(self, main: Sequence[Observation]) -> Deed:
        """What stands in for a deed that has no name here, or for none."""
        if not main:
            return self._any["nothing"]
        tenses = {one.tense for one in main}
        return self._any["past" if "past" in tenses else "habit" if "habit" in tenses else "state"]


def _lemmas(parsed: Parsed, one: Observation) -> tuple[list[str], set[int]]:
    """The lemmas of an observation as it is told, and the places of its verbs."""
    known = {parsed.doc[i].lower_: parsed.doc[i] for i in sorted(one.tokens, reverse=True)}
    words = _WORD.findall(one.text.lower().replace("’", "'"))
    lemmas = [
        word if word in _OWN else known[word].lemma_.lower() if word in known else verb_lemma(word) for word in words
    ]
    verbs = [
        i for i, word in enumerate(words) if (known[word].pos_ in _VERBS if word in known else word not in _PERSONS)
    ]
    told = [i for i in verbs if lemmas[i] not in _HELPING and not _JOINING.intersection(lemmas[:i])]
    return lemmas, {i for i in told if i == told[0] or _CARRY_ON.intersection(lemmas[max(0, i - 2) : i])}


def _place(phrase: list[str], lemmas: list[str], verbs: set[int], negated: bool) -> int | None:
    """Where the verb of a phrase stands, if all of it is there and it is as much denied as the phrase."""
    words = _verb_phrase(phrase)
    if negated != (phrase[0] == "not"):
        return None
    if words[0] == "*":
        rest = words[1:]
        there = any(lemmas[at : at + len(rest)] == rest for at in range(len(lemmas)))
        return min(verbs, default=None) if there else None
    found = (i for i in sorted(verbs) if lemmas[i] == words[0] and _follow(words[1:], lemmas[i + 1 :]))
    return next(found, None)


def _verb_phrase(phrase: list[str]) -> list[str]:
    """Without the word before the verb that tells who, or that it is denied."""
    return phrase[1:] if phrase[0] in {"not", "i"} else phrase


def _follow(words: list[str], lemmas: list[str]) -> bool:
    at = 0
    for word in words:
        near = lemmas[at : at + _BETWEEN + 1]
        if word not in near:
            return False
        at += near.index(word) + 1
    return True
