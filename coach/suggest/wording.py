"""Turns of phrase that a draft says more plainly: dialect forms, what was expected, what nobody did."""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.language.inflect import forms, inflected, verb_lemma
from coach.language.missing_marks import DAYS

_Turned = str | Callable[[re.Match[str]], str]
TIMES = {"second": "twice", "third": "three times", "fourth": "four times", "fifth": "five times"}


def _until_now(found: re.Match[str]) -> str:
    """You left it there since Tuesday → you've left it there since Tuesday."""
    lemma = verb_lemma(found[2])
    over = found[2] in forms(lemma, "VBD") and lemma not in {"have", "will", "can", "do"}
    return f"{found[1]}'ve {inflected(lemma, 'VBN')} {found[3]}" if over else found[0]


_TURNS: tuple[tuple[re.Pattern[str], _Turned], ...] = tuple(
    (re.compile(pattern), turned)
    for pattern, turned in (
        (
            r" when (?<!ask when )(?<!asks when )(?<!asked when )(?<!asking when )(?<!know when )(?<!say when )(?<!asks me when )(?<!ask me when )(?<!asked me when )(?<!tell me when )((?:I|we)(?: was| were|'m| am| are|'re) (?:(?!going to)\w+ing|in|at|out|away|asleep|upstairs)\b)",
            r" while \1",
        ),
        (r",? and now this$", ""),
        (
            r"^((?:(?:last|this) (?:week|month|year|summer|winter|spring|autumn|christmas|night|\w+day)|yesterday|on \w+day)(?: night| morning| evening)?),? ((?:you|I|we) (?:\S+ ?){2,9})$",
            r"\2 \1",
        ),
        (r"\bpull your weight\b", "take on your share of the work"),
        (r"\ba (?:single )?one of\b", "any of"),
        (
            r"\b(since|at|for|till|until|by|over|before|after) (easter|christmas)\b",
            lambda found: f"{found[1]} {found[2].title()}",
        ),
        (
            r"^when (you|we) (.+?),? I (?:felt|feel) \w+(?:, (?:and )?(I(?:'d| had| have|'ve)? .+))?$",
            lambda found: f"{found[1]} {found[2]}" + (f" and {found[3]}" if found[3] else ""),
        ),
        (r"\b(I|you|we|they|he|she) seen\b", r"\1 saw"),
        (r"\b(you|we|they) was\b", r"\1 were"),
        (r"\bfor the (second|third|fourth|fifth) time\b", lambda found: TIMES[found[1]]),
        (
            r"\byou're after (\w+ing) ",  # Irish English: the perfect
            lambda found: f"you've {inflected(verb_lemma(found[1]), 'VBN')} ",
        ),
        (
            rf"^(I|you|we|they) (\w+) (.*\bsince (?:last|yesterday|Christmas|Easter|\d|{'|'.join(map(str.capitalize, sorted(DAYS)))}).*)$",
            _until_now,
        ),
        (
            r"^(?:nobody|no one) (told|asked|warned|thanked|invited|included|consulted|helped) (me|us)\b",
            lambda found: ("I wasn't " if found[2] == "me" else "we weren't ") + found[1],
        ),
        (
            r"^you were (?:supposed|meant|due|expected) to (?!be (?:a|an|my|the|our|on)\b|have\b)",
            "I was counting on you to ",
        ),
    )
)


def plainly(words: str) -> str:
    """The words of an observation with such turns replaced: "nobody told me" → "I wasn't told"."""
    for pattern, turned in _TURNS:
        words = pattern.sub(turned, words)
    return words
