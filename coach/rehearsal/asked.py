"""What a question asks, said back inside a sentence, and the short word that affirms it.

"Who do you sit with in maths?" gives "who I sit with in maths", and "Have you slept?" gives "I have".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.language.inflect import inflected
from coach.language.person_flip import flipped
from coach.rehearsal.finer import TIME
from coach.rehearsal.slots import reads_whole, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_WH = frozenset("what who where when how which why whose".split())
_HELPERS = frozenset(
    "do does did have has had is are was were am can could will would should may might must 's 're 've 'd 'll".split()
)
_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl"})
_ENDS = frozenset(".,;:!?") | {"-", "--"}
_SEVERAL = frozenset("two both all three lot".split())  # "you two" is no "I"
_DID = {"did": "VBD", "does": "VBZ", "do": "VBP"}
_LONGEST, _SHORT = 9, 5  # words
_THINGS = frozenset({"NOUN", "NUM", "DET", "ADJ", "ADV", "PRON", "PROPN"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NO_OPTION = frozenset("what something anything else more so both".split())
_SAID_AGAIN = {"i": "you", "you": "I", "it": "it", "he": "he", "she": "she", "they": "they", "we": "we", "there": "there", "this": "it", "that": "it"}  # fmt: skip
_WHOLE = {"'s": "is", "'re": "are", "'ve": "have", "'d": "would", "'ll": "will", "'m": "am", "ca": "can", "wo": "will"}
_OF_THE_SUBJECT = {
    ("you", "am"): "are", ("you", "was"): "were", ("I", "are"): "am", ("I", "were"): "was",
}  # fmt: skip
_SOMEBODY = frozenset(
    "boss teacher doctor friend neighbour kid child partner colleague manager nurse man woman girl boy cousin person people anybody somebody anyone someone other one".split()
)
_HER, _HIM = (
    frozenset("mother mum sister aunt daughter gran".split()),
    frozenset("father dad brother uncle son".split()),
)


def question_slots(sentence: DocSpan) -> dict[str, str]:
    """The slots that a sentence gives: the ``question``, what is ``asked``, its last ``option``, the ``short`` yes to it, and the ``time`` that is named."""
    is_asked = "?" in sentence.text
    named = TIME.search(sentence.text)
    found = {
        "question": sentence.text.strip() if is_asked else "",
        "option": option(sentence) if is_asked else "",
        "asked": asked(sentence) if is_asked else "",
        "short": affirmed(sentence) if is_asked else "",
        "time": named[0].replace(",", "") if named else "",
    }
    return {name: words for name, words in found.items() if words}


def asked(sentence: DocSpan) -> str:
    """The question as an indirect one, turned round; empty where it is not sure to read well."""
    tokens = _question(sentence)
    begin = next((n for n, token in enumerate(tokens) if token.lower_ in _WH), None)
    if begin is None or begin > 2:
        return ""
    tokens = tokens[begin:]
    place = next((n for n, token in enumerate(tokens) if n and token.lower_ in _HELPERS), None)
    subject = _subject_after(tokens, place) if place is not None else []
    if place is None or not subject:
        return _checked(tidy(flipped(tokens, loose=True)), tokens) if _finite(tokens) else ""
    helper, rest = tokens[place], tokens[place + 1 + len(subject) :]
    two = any(token.lower_ in _SEVERAL for token in rest[:1])
    if two or any(token.dep_ == "neg" for token in tokens) or not rest and helper.lower_ in _DID:
        return ""
    told = _told(helper, rest, mine=subject[-1].lower_ == "you")
    words = " ".join(filter(None, (flipped(tokens[:place], loose=True), flipped(subject, loose=True), told)))
    return _checked(tidy(words), tokens if rest else tokens[:1])


def option(sentence: DocSpan) -> str:
    """The last of two things that are offered, as an answer: "Tea, or coffee?" gives "Coffee, I think."; empty where it is no plain thing."""
    tokens = _question(sentence, commas=True)
    place = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].lower_ == "or"), None)
    kept = tokens[place + 1 :] if place is not None else []
    mine = (
        len(kept) > 2
        and kept[0].lower_ in _HELPERS
        and kept[1].lower_ == "you"
        and kept[2].tag_ == "VB"
        and kept[2].lemma_ != "want"
    )
    if mine:
        kept = kept[2:]
    if not 1 <= len(kept) <= _SHORT or not (kept[0].pos_ in _THINGS or kept[0].tag_ == "VB"):
        return ""
    words = tidy(flipped(kept, loose=True))
    plain = kept[0].lower_ not in _NO_OPTION and not any(token.tag_ in _FINITE or token.text in _ENDS for token in kept)
    if not plain:
        return ""
    return f"I'll {words}." if mine else f"{words[:1].upper()}{words[1:]}, I think."


def affirmed(sentence: DocSpan) -> str:
    """The short answer that says yes: "I have", "it is", "they do"; empty where the subject has no plain word."""
    tokens = _question(sentence, commas=True)
    comma = max((n for n, token in enumerate(tokens) if token.text == ","), default=-1)
    for stretch in (tokens[comma + 1 :], tokens):
        for n, token in enumerate(stretch):
            following = stretch[n + 1 :]
            if following and following[0].dep_ == "neg":
                following = following[1:]
            if token.lower_ in _HELPERS | {"ca", "wo"} and (subject := _subject_after([token, *following], 0)):
                return _short(subject, token)
            if token.dep_ in _SUBJECT or token.pos_ == "VERB":
                break
    return ""


def _question(sentence: DocSpan, *, commas: bool = False) -> list[Token]:
    tokens = [token for token in sentence if not token.is_space]
    end = max((n for n, token in enumerate(tokens) if token.text[0] == "?"), default=len(tokens))
    tokens = tokens[:end]
    if commas:
        return tokens
    first = next((n for n, token in enumerate(tokens) if token.lower_ in _WH), 0)
    cut = next((n for n, token in enumerate(tokens) if n > first and token.text in _ENDS), len(tokens))
    return tokens[:cut]


def _subject_after(tokens: Sequence[Token], place: int) -> list[Token]:
    """The whole subject that follows a helper: "did your boss say" gives "your boss"."""
    following = tokens[place + 1 : place + 5]
    for token in following:
        if token.dep_ in _SUBJECT and tokens[place + 1].i == token.left_edge.i or token.lower_ in {"you", "i", "we"}:
            return [one for one in following if one.i <= token.i]
        if token.pos_ in {"VERB", "ADP"}:
            break
    return []


def _told(helper: Token, rest: Sequence[Token], *, mine: bool) -> str:
    spoken = flipped(rest, loose=True)
    tense = _DID.get(helper.lower_)
    if tense:
        verb = next((n for n, token in enumerate(rest) if token.pos_ in {"VERB", "AUX"}), None)
        if verb is None:
            return ""
        before, after = flipped(rest[:verb], loose=True), flipped(rest[verb + 1 :], loose=True)
        return " ".join(filter(None, (before, inflected(rest[verb].lemma_.lower(), tense), after)))
    word = flipped([helper], loose=True)
    if mine and word in {"are", "were"}:
        word = _OF_THE_SUBJECT["I", word]
    return " ".join(filter(None, (_WHOLE.get(word, word), spoken)))


def _short(subject: Sequence[Token], helper: Token) -> str:
    last = subject[-1]
    who = _SAID_AGAIN.get(last.lower_, "")
    if not who and last.pos_ == "NOUN":
        plural = last.tag_ == "NNS"
        if last.lower_ in _SOMEBODY:
            return ""
        who = "they" if plural else "she" if last.lower_ in _HER else "he" if last.lower_ in _HIM else "it"
    word = _WHOLE.get(helper.lower_, helper.lower_)
    return f"{who} {_OF_THE_SUBJECT.get((who, word), word)}" if who else ""


def _finite(tokens: Sequence[Token]) -> bool:
    """The question word is itself the subject: "who pays for it"."""
    return len(tokens) > 1 and tokens[1].tag_ in {"VBZ", "VBD", "MD"} and tokens[0].dep_ in _SUBJECT


def _checked(text: str, tokens: Sequence[Token]) -> str:
    return (
        text
        if 3 <= len(text.split()) <= _LONGEST
        and (reads_whole(text, tokens) or tokens[-1].pos_ == "ADP" or len(tokens) == 1)
        else ""
    )
