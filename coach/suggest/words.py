"""Single words of a clause: fillers that carry a sentence, what somebody is called, verbs that go with *you*, and white space."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from lemminflect import getAllLemmas

from coach.language.inflect import inflected
from coach.language.missing_marks import CALLED, DAYS, MONTHS
from coach.language.people import PEOPLE, SELF, YOU, YOURS

if TYPE_CHECKING:
    from spacy.tokens import Token

VOCATIVES = CALLED | frozenset("mother father mister lady woman genius idiot muppet you drongo oi hey".split())
LOOSE = frozenset(
    """acha achha arre arey even just literally seriously honestly frankly completely totally absolutely clearly obviously basically simply actually really
    apparently conveniently somehow whatsoever damn damned bloody fucking freaking frigging flipping fricking goddamn effing
    stupid fuckin ridiculous pathetic precious omg lol lmao ffs bro bruh yaar dude jeez geez god christ gosh ugh like oh well look listen so congratulations congrats wow bravo ok okay""".split()
)
CHAT = frozenset("lol lmao rofl haha hahaha ffs smh tbh ngl omg wtf".split())


TO_SECOND = {
    "he": "you", "she": "you", "they": "you", "him": "you", "her": "you", "them": "you",
    "himself": "yourself", "herself": "yourself", "themselves": "yourself",
    "his": "your", "hers": "yours", "their": "your", "theirs": "yours",
}  # fmt: skip
_DONE = frozenset(  # "he's stopped" is "he has stopped", where "he's invited" is "he is invited"
    """stop start begin go come become leave arrive change forget decide agree refuse promise try move quit retire die fall grow
    happen manage apologise apologize disappear vanish return resign drift improve fail learn choose""".split()
)


def second_person(verb: Token) -> str:
    """A third-person verb as it goes with *you*: is → are, helps → help."""
    perfect = verb.head.tag_ == "VBN" and any(child.dep_ == "dobj" for child in verb.head.children)
    known = verb.head.lower_ == "had" or any(token.lower_ == "been" for token in (verb.head, *verb.head.children))
    lasting = verb.head.tag_ == "VBN" and any(child.lower_ in {"since", "for"} for child in verb.head.children)
    after = next((token for token in verb.doc[verb.i + 1 :] if not token.is_quote), verb)
    got = after.lower_ in {"got", "been", "had"}
    done = verb.head.tag_ in {"VBN", "VBD"} and verb.head.lemma_.lower() in _DONE
    if verb.lower_ == "'s" and (perfect or known or lasting or got or done):
        return "'ve"
    if verb.lemma_ == "be":
        return {"is": "are", "'s": "'re", "was": "were"}.get(verb.lower_, verb.text)
    if verb.tag_ != "VBZ":
        return str(verb.text)
    return {"has": "have", "'s": "'ve", "does": "do"}.get(verb.lower_, inflected(verb.lemma_, "VBP"))


def is_or_has(part: Token) -> str:
    """What is left of a word around the described person: the verb of "my son's been away", "my son's leaving"."""
    after = part.doc[part.i + 1].tag_ if part.lower_ == "'s" and part.i + 1 < len(part.doc) else ""
    return {"VBN": "'ve", "VBG": "'re"}.get(after, "")


_DO_SO = frozenset("do does did doing done".split())  # what "so" stands for


def _needed(token: Token) -> bool:
    """A filler that carries the sentence: "like" as a verb, "so that", "just" before a number."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    if token.lower_ == "like":
        return token.dep_ != "intj" or (token.i + 1 < len(token.doc) and token.nbor().dep_ in {"nsubj", "expl"})
    if token.lower_ == "well":  # "she meant well", "as well"
        return token.i > token.sent.start
    if token.lower_ == "so" and token.i > token.sent.start and token.nbor(-1).lower_ in _DO_SO:
        return True
    if token.lower_ == "so" and token.i + 1 < len(token.doc):
        after = token.nbor()
        if after.pos_ == "AUX" or after.lower_ in {"much", "that"}:
            return True
        return token.i > token.sent.start and token.head.pos_ != "ADJ" and token.dep_ != "advmod"
    if token.lower_ == "even" and token.i and token.nbor(-1).lower_ == "not":  # "not even for an hour"
        return token.head.pos_ != "VERB" or token.i > token.head.i
    if token.lower_ == "even" and token.head.dep_ == "appos":  # "every match, even the one in Swansea"
        return True
    if token.lower_ == "even" and any(
        child.lower_ in {"i", "we"} and child.dep_ == "nsubj" for child in token.head.children
    ):
        return True
    return (
        token.lower_ in {"even", "just"}
        and token.i + 1 < len(token.doc)
        and token.nbor().lower_ in {"if", "though", "as", "when"}
    )


def leant_on(token: Token, position: int) -> bool:
    """A filler that carries its part: "telling them I just answer phones", "we got the house so we're moving"."""
    if token.lower_ == "just" and in_their_words(token):
        return True
    after = token.doc[token.i + 1 : token.i + 2]
    joins = token.lower_ == "so" and position and any(one.dep_ in {"nsubj", "nsubjpass", "expl"} for one in after)
    return bool(joins) or _needed(token)


def trails(token: Token) -> bool:
    """A filler that begins another line, as the second one in "I'm at school / like seriously"."""
    return token.lower_ == "like" and token.i > 0 and token.nbor(-1).is_space


def quoted(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of tokens between two quotation marks, which stand as they were said."""
    marks = [place for place, token in enumerate(tokens) if token.text == '"']
    inside = (tokens[start + 1 : end] for start, end in zip_longest(marks[::2], marks[1::2]))
    return frozenset(token.i for part in inside for token in part)


def in_their_words(token: Token) -> bool:
    """As in "you said you wished you'd never married me": the absolute is theirs."""
    return any(up.dep_ == "ccomp" and up.head.lemma_ in {"say", "tell"} for up in token.ancestors)


_INITIALS = 3  # letters
_MATES = frozenset("mate bro bruh dude babe hun hon hen pal yaar".split())
_TIMES = frozenset("tonight today yesterday tomorrow then now once sometimes afterwards later again".split())


def vocative(token: Token, position: int, tokens: tuple[Token, ...]) -> bool:
    """What the other is called: "Mum, …", "…, mate"."""
    noun = token.pos_ in {"PROPN", "NOUN", "INTJ", "X"} and token.dep_ not in {"nsubj", "poss"}
    named = token.text[:1].isupper() and noun and token.lower_ not in _TIMES
    called = token.lower_ in VOCATIVES or named
    if position == 0 and called and len(tokens) > 2 and tokens[1].lower_ in {"you", "i", "we"}:
        return True
    if token.lower_ in _MATES and position and tokens[position - 1].text == ",":
        return True
    if token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "ROOT", "conj"} and not (
        token.dep_ == "ROOT" and token.pos_ in {"PROPN", "NOUN"}
    ):
        return False
    comma_before = position > 0 and tokens[position - 1].text == ","
    comma_after = position + 1 < len(tokens) and tokens[position + 1].text == ","
    at_start, at_end = position == 0, position == len(tokens) - 1
    edge = (at_start and comma_after) or (comma_before and at_end) or (comma_before and comma_after)
    return edge and (
        token.lower_ in VOCATIVES
        or token.dep_ in {"npadvmod", "vocative", "intj"}
        or (token.pos_ == "PROPN" and token.dep_ in {"appos", "npadvmod", "ROOT", "dep"})
    )


_SHORT_WORDS = frozenset("no so is do on in at of to if by up be an as or".split())


def calm(token: Token) -> str:
    """A single shouted word in lower case, a day with its capital; acronyms and names stay."""
    if token.lower_ in DAYS or (token.lower_ in MONTHS and token.pos_ == "PROPN"):
        return token.text.capitalize()
    word = token.lower_ in SELF | YOURS | YOU | _SHORT_WORDS and token.text not in {"I", "US"}
    shouted = token.is_upper and len(token.text) > 2 and (token.pos_ not in {"PROPN", "NOUN", "X"} or _is_a_word(token))
    return token.lower_ if token.is_upper and word or shouted else token.text


def _is_a_word(token: Token) -> bool:
    """As in "a METAL FORK": no letters of a name, which are fewer or in no dictionary."""
    return len(token.text) > _INITIALS and bool(getAllLemmas(token.lower_))


def is_emoji(token: Token) -> bool:
    """A picture, and no word."""
    return not any(char.isalnum() for char in token.text) and any(ord(char) > 0x2190 for char in token.text)


def joined(tokens: list[Token], changed: dict[int, str]) -> str:
    """Tokens → text with the white space of neighbours; a clitic or mark stays close to the word before it."""
    text = ""
    before: Token | None = None
    for token in tokens:
        word = changed.get(token.i, calm(token))
        if before is None or not word:
            glue = ""
        elif before.i == token.i - 1:
            glue = before.whitespace_ if not before.is_space else " "
            if changed.get(before.i) is not None and token.is_alpha and not token.text.startswith("n't"):
                glue = glue or " "
        else:
            glue = (
                ""
                if token.is_punct and token.text in ",.;:!?" or token.text.startswith("'") or token.lower_ == "n't"
                else " "
            )
        if token.i in changed and word in {"are", "have"}:
            glue = " "
        text += glue + (" " if token.is_space else word)
        before = token
    return text


_GIVING = frozenset("give bring buy lend offer send feed teach".split())


def given(token: Token) -> bool:
    """As in "I gave her eggs", where the parser hears "her eggs"."""
    verb = token.head.head
    beside = any(child.dep_ in {"prt", "dative", "prep", "advmod"} and child.i > token.i for child in verb.children)
    plain = token.lower_ == "her" and token.head.dep_ == "dobj" and token.head.tag_ in {"NN", "NNS"}
    return plain and verb.lemma_ in _GIVING and token.i == verb.i + 1 and not beside


_SOMEBODY = frozenset("woman lady girl man bloke guy boy lad".split())


def owns_next(token: Token) -> bool:
    """As in "I called her stall a tip", where the parser hears no "her stall"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return token.lower_ == "her" and [one.pos_ for one in after] == ["NOUN", "DET"]


def pointed_at(token: Token) -> bool:
    """As in "that woman"."""
    return token.lower_ in _SOMEBODY and token.i > token.sent.start and token.nbor(-1).lower_ in {"that", "this"}


def beside_name(token: Token) -> dict[int, str]:
    """What is left out beside somebody's name or role: "my stepdaughter" before "Tayo", "Bex" after "my friend"."""
    gone: dict[int, str] = {}
    if token.i > token.sent.start and token.pos_ == "PROPN" and token.nbor(-1).lower_ in PEOPLE:
        role = token.nbor(-1)
        gone |= {part.i: "" for part in role.subtree if part.i <= role.i}
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.lower_ in PEOPLE and after.pos_ == "PROPN" and after.dep_ in {"npadvmod", "appos"}:
        gone[after.i] = ""
    return gone
