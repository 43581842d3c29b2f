"""Leet, slang and typos of danger words, read as the words they stand for. Token count and offsets never change."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_LEET = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "*": ""}
)
_SUSPICIOUS = re.compile(r"^(?=.*[a-z])(?=.*[013457@$!*])[a-z013457@$!*]{3,16}$")
_MASKED = re.compile(r"^[a-z]+\*+[a-z]*$")
# Words worth recognising behind digits and stars, and, from seven letters on, behind one slip of the fingers.
_WORDS = frozenset(
    """die dies dead death kill kills killed killing suicide suicidal unalive overdose overdosed pills hang hanging hurt hurts hit hits
    hitting slap slapped punch punched beat beats beating choke choked chokes choking strangle strangled strangles strangling stab
    stabbed rape raped rapes rapist abuse abused abuses abusive abuser stalk stalks stalked stalking stalker threaten threatens
    threatened threatening bruise bruises bruised violent violence molest molested molesting forced forces knife murder burden
    tracker tracking spyware strangulation cutting hates poison poisoned attacked shoved slapping punching choking
    unconscious breathing seizure bleeding overdosing throat terrified""".split()
)
_LONG = tuple(
    """suicidal suicide strangle strangled strangles strangling strangulation overdose overdosed molested molesting unconscious threatens
    threatened threatening spyware seizure murdered kidnapped deported punished pregnant unresponsive passport""".split()
)
_SLIPS = {
    "wnat": "want",
    "watn": "want",
    "wan't": "want",
    "dieing": "dying",
    "ded": "dead",
    "dedd": "dead",
    "kil": "kill",
    "kll": "kill",
    "kiil": "kill",
    "killl": "kill",
    "sucide": "suicide",
    "suicde": "suicide",
    "suiside": "suicide",
    "suacide": "suicide",
    "sewerslide": "suicide",
    "sewercide": "suicide",
    "sucidal": "suicidal",
    "suicidel": "suicidal",
    "unaliving": "unalive",
    "unalived": "unalive",
    "unaliveing": "unalive",
    "chocked": "choked",
    "chokd": "choked",
    "stabed": "stabbed",
    "slaped": "slapped",
    "punchd": "punched",
    "strangeld": "strangled",
    "killin": "killing",
    "chokin": "choking",
    "beatin": "beating",
    "raep": "rape",
    "graped": "raped",
    "grape'd": "raped",
    "hitted": "hit",
    "hittin": "hitting",
    "hits": "hits",
    "bruse": "bruise",
    "bruses": "bruises",
    "brused": "bruised",
    "nife": "knife",
    "thretens": "threatens",
    "thretend": "threatened",
    "nemore": "anymore",
    "anymor": "anymore",
    "anymoar": "anymore",
    "neone": "anyone",
    "myslf": "myself",
    "myselfe": "myself",
    "mysef": "myself",
    "meself": "myself",
    "hisself": "himself",
    "hubby": "husband",
    "wifey": "wife",
    "scard": "scared",
    "scarred": "scared",
    "afriad": "afraid",
    "fone": "phone",
    "cudnt": "couldn't",
    "breath": "breathe",
}
_DIGITS = {"2": "to", "4": "for"}


def plain(parsed: Parsed) -> Parsed:
    """The text with disguised danger words spelled out; the same object when there is none."""
    from spacy.tokens import Doc

    doc = parsed.doc
    read = [(token.i, word) for token in doc if (word := _read(token.lower_)) != token.lower_]
    read = [
        (i, word)
        for i, word in read
        if word not in {"to", "for"} or (0 < i < len(doc) - 1 and doc[i + 1].text.isalpha())
    ]
    if not read:
        return parsed
    words = [token.text for token in doc]
    for i, word in read:
        words[i] = word
    spelled = Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        tags=[token.tag_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        ents=[f"B-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    )
    return replace(parsed, doc=spelled)


@lru_cache(maxsize=4096)
def _read(word: str) -> str:
    if word in _DIGITS:
        return _DIGITS[word]
    if word in _WORDS:
        return word
    if word in _SLIPS:
        return _SLIPS[word]
    if _SUSPICIOUS.match(word):
        for one in ("i", "l"):
            spelled = word.replace("1", one).translate(_LEET)
            if spelled in _WORDS:
                return spelled
        if _MASKED.match(word):
            pattern = re.compile(re.sub(r"\*+", lambda stars: f"[a-z]{{1,{max(2, len(stars.group()))}}}", word) + "$")
            return min(
                (known for known in _WORDS if pattern.match(known)), key=lambda known: (len(known), known), default=word
            )
    if len(word) >= 6 and word.isalpha():
        from rapidfuzz.distance import OSA

        return next(
            (
                known
                for known in _LONG
                if abs(len(known) - len(word)) <= 1 and OSA.distance(word, known, score_cutoff=1) <= 1
            ),
            word,
        )
    return word
