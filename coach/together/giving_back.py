"""An answer given back: what was told, turned round to the one who listens, with a feeling only where one was named.

Answers to cards are mostly stories, wishes and small joys. Whoever is told that such a thing must have hurt feels not heard at all;
so where an answer names no feeling, none is heard into it, and it is given back as it is (simple reflection, OARS).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from coach.language.clauses import Clause, clauses
from coach.language.inflect import verb_lemma
from coach.language.person_flip import flipped, until_end
from coach.language.question_blame import INSULTS
from coach.language.reply_better import better_reply
from coach.together.named import FEELINGS, HEAVY, WARM

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed

_WISHES = frozenset({"want", "wish", "hope", "need"})
_WOULD = frozenset({"like", "love"})  # a wish with "would"
_BEFORE = frozenset({"think", "guess", "suppose", "believe", "say"})  # "I think that …": what comes after is meant
_HEDGES = frozenset("honestly maybe probably perhaps well obviously definitely oh hm hmm um just and".split())
_KNOWN_WELL = (
    "I can hear how much",
    "I can hear how hard",
    "It sounds like",
    "It sounds as if",
    "You're hoping",
    "You'd like",
)
_ENDING = re.compile(r"(?<=[.!]) (?:What[^.?]*\?|I'd (?:like|love) to hear more about it\.|I'm glad you told me\.)$")
_PEOPLE = re.compile(
    r"\b(?:mother|father|mum|mom|dad|sister|brother|grandmother|grandfather|grandma|grandpa|gran|aunt|uncle|cousin|friend|boss|teacher|"
    r"son|daughter|colleague|neighbou?r|parents|child|children|kids)$"
)
_OWN = frozenset({"the", "your", "our", "this", "that", "his", "her", "their"})
_FEWEST, _LONGEST_QUOTE = 2, 14  # words


class GivenBack:
    """One answer, read once."""

    def __init__(self, answer: Parsed) -> None:
        self._answer = answer
        self._words = " ".join(token.lower_ for token in answer.doc if not token.is_space)
        felt = re.sub(r"\b(?:not|n't|never|no longer)(?: \w+){1,3}", "", self._words)
        found = [noun for noun, (words, _) in FEELINGS.items() if re.search(rf"\b(?:{words})\b", felt)]
        self._feeling = found[0] if found else ""
        told = [one for one in clauses(answer.doc) if one.subject is not None and _tells(one)]
        self._clauses = sorted(told, key=lambda one: not self._names_it(one))

    @property
    def reflection(self) -> str:
        """What was told, turned round."""
        if self._feeling or self._wish:
            known = _ENDING.sub("", better_reply(self._answer))
            other = any(noun in known for noun in FEELINGS if noun != self._feeling)
            vague = "a lot is going on" in known or "really matters" in known
            if known.startswith(_KNOWN_WELL) and not other and not vague:
                return known
        if not self._told:
            return "I can hear that this matters to you."
        return f"{self._told} {self._heard}"

    @property
    def validation(self) -> str:
        """That it makes sense, which is no agreement."""
        if self._feeling:
            return FEELINGS[self._feeling][1]
        if self._is_heavy:
            return "I can see why that stays with you."
        if self._wish:
            return "I can see why you would want that."
        if self._is_warm:
            return "I can see why that means so much to you."
        return "I can see why that has stayed with you." if self._is_story else "That makes sense to me."

    def questions(self) -> Iterator[str]:
        """Questions that take up the answer's own words, the closest first."""
        for clause in self._clauses:
            yield from _of_wish(clause)
        for clause in self._clauses:
            yield from self._of_event(clause)
        for token in self._answer.doc:
            if token.lower_ == "when" and token.dep_ == "advmod" and token.i + 2 < len(token.doc):
                told = _back([one for one in token.head.subtree if one.i > token.i])
                if told and not told.startswith("you"):
                    goes = "was going" if _past(token.head) else "goes"
                    yield f"What {goes} on in you when {told}?"
        for phrase in (one for one in _fragments(self._answer) if not _PEOPLE.search(one)):
            yield f"What comes to mind first when you think of {phrase}?"
        for phrase in _things(self._answer):
            yield f"What else can you tell me about {phrase}?"

    @property
    def moves(self) -> bool:
        """Whether a feeling or a wish was named, which asks for more than a friendly word."""
        return bool(self._feeling) or self._wish

    def _names_it(self, clause: Clause) -> bool:
        words = f"\\b(?:{FEELINGS[self._feeling][0]})\\b" if self._feeling else "$^"
        return any(re.fullmatch(words, token.lower_) for token in clause.tokens)

    @cached_property
    def _wish(self) -> bool:
        return any(map(_wishes, self._clauses))

    @cached_property
    def _is_heavy(self) -> bool:
        return not self._feeling and HEAVY.search(self._words) is not None

    @cached_property
    def _is_warm(self) -> bool:
        return not self._feeling and not self._is_heavy and WARM.search(self._words) is not None

    @cached_property
    def _is_story(self) -> bool:
        supposed = re.search(r"\b(?:would|'d|if)\b(?! n't)", self._words)
        return not supposed and any(_past(one.head) for one in self._clauses)

    @cached_property
    def _told(self) -> str:
        """The answer in a sentence, seen from the other side; empty when it cannot be turned round well."""
        fragment = next(_fragments(self._answer), "")
        if fragment and not self._feeling:
            return f"So it's {fragment}." if _PEOPLE.search(fragment) else f"I can picture it: {fragment}."
        for clause in self._clauses:
            words = _meant(clause)
            told = _back(words)
            if (
                not told
                or not _is_whole(clause, told)
                or any(word in INSULTS for word in re.findall(r"[a-z]+", told.lower()))
            ):
                continue
            return f"So it's {told}." if _leads(clause) else f"So {told}."
        return ""

    @cached_property
    def _heard(self) -> str:
        if self._feeling:
            return f"I can hear the {self._feeling} in that."
        if self._is_heavy:
            return "Thank you for telling me."
        if re.search(r"\b(?:you|your)\b", self._words) and not re.search(r"\b(?:not|n't|never)\b", self._words):
            return "I'm glad to know that."
        return "I can hear that it means something to you." if self._is_warm else "I'm glad you told me."

    def _of_event(self, clause: Clause) -> Iterator[str]:
        """What it was like: from what they did, what the listener did, or what happened."""
        head, subject = clause.head, clause.subject
        assert subject is not None
        modal = next((child.lower_ for child in head.children if child.tag_ == "MD"), "")
        if modal in {"would", "'d"} and subject.lower_ == "i" and not clause.negated and not _wishes(clause):
            if rest := _back([token for token in clause.tokens if token.i > head.i]):
                yield f"What would it be like for you to {_bare(head)} {rest}?"
        if clause.negated or modal or head.pos_ not in {"VERB", "AUX"} or head.lemma_.lower() in _BEFORE | _WISHES:
            return
        if head.lemma_ == "be" and subject.lower_ in {"it", "this", "that"}:
            return
        rest = _back([token for token in clause.tokens if token.i > head.i])
        was = "was" if _past(head) else "is"
        whole = _back(_meant(clause)).removeprefix("that ").removeprefix("because ")
        if whole.startswith("when "):
            whole = ""
        if subject.lower_ == "i" and rest:
            yield f"What {was} it like for you to {_bare(head)} {rest}?"
        elif subject.lower_ == "you" and whole and not self._feeling:
            yield f"What {'did' if _past(head) else 'does'} it mean to you that {whole}?"
        elif (
            _past(head)
            and whole
            and (subject.lower_ == "we" or {"me", "us"} & {token.lower_ for token in clause.tokens})
        ):
            yield f"What was it like for you when {whole}?"


def _tells(clause: Clause) -> bool:
    """Not "I don't know", and no half of a sentence ("my dad dying")."""
    unsure = clause.about_me and clause.negated and clause.head.lemma_.lower() in {"know", "remember", "think"}
    half = clause.head.tag_ == "VBG" and not any(child.dep_ == "aux" for child in clause.head.children)
    return clause.head.pos_ in {"VERB", "AUX"} and not unsure and not half


def _leads(clause: Clause) -> str:
    """The word by which an answer is only half a sentence: "when you hold my hand", "that you stayed"."""
    meant = _meant(clause)
    lead = meant[0] if meant else None
    return (
        lead.lower_
        if lead is not None and lead.lower_ in {"when", "that", "because"} and lead.head == clause.head
        else ""
    )


def _is_whole(clause: Clause, told: str) -> bool:
    """Whether who did it and the verb are still there: the parser cuts some sentences in the wrong place."""
    words = told.lower().replace("'", " ").split()
    subject = flipped([clause.subject]).lower() if clause.subject is not None else ""
    verb = clause.head.pos_ == "AUX" or clause.head.lower_ in words
    return subject in words and verb or clause.head.lemma_.lower() in _BEFORE


def _meant(clause: Clause) -> list[Token]:
    """The clause without the words that only lead up to it."""
    tokens = list(clause.tokens)
    while tokens and (tokens[0].lower_ in _HEDGES or tokens[0].is_punct):
        tokens.pop(0)
    if clause.about_me and clause.head.lemma_.lower() in _BEFORE and not clause.negated:
        tokens = [token for token in tokens if token.i > clause.head.i]
    return tokens


def _back(tokens: Sequence[Token]) -> str:
    """Turned round, or empty when too little or too much is left."""
    told = flipped(until_end(tokens))
    return told if _FEWEST <= len(told.split()) <= _LONGEST_QUOTE else ""


def _wishes(clause: Clause) -> bool:
    lemma = clause.head.lemma_.lower()
    would = any(child.lower_ in {"would", "'d"} for child in clause.head.children)
    return clause.about_me and not clause.negated and (lemma in _WISHES or lemma in _WOULD and would)


def _of_wish(clause: Clause) -> Iterator[str]:
    lemma = clause.head.lemma_.lower()
    if not _wishes(clause):
        return
    rest = _back([token for token in clause.tokens if token.i > clause.head.i])
    whose = re.match(r"(me|us) to ", rest)
    if rest.startswith("to "):
        yield f"What would it mean to you {rest}?"
    elif whose:
        yield f"What would it mean to you if {'I' if whose[1] == 'me' else 'we'} could {rest[whose.end() :]}?"
    elif re.match(r"(?:that )?\w+ had ", rest):
        yield f"What would be different for you if {rest.removeprefix('that ')}?"
    elif lemma in {"need", "want"} and rest:
        yield f"What would change for you if you had {rest}?"
    elif lemma in {"wish", "hope"} and rest:
        could = re.sub(r"^(?:that )?(\w+) would ", r"\1 could ", rest)
        if could != rest:
            yield f"What would be different for you if {could}?"


def _fragments(answer: Parsed) -> Iterator[str]:
    """Sentences without somebody who does it ("The smell of rain.", "Being asked."), turned round."""
    for sentence in answer.doc.sents:
        root = sentence.root
        if (
            root.pos_ in {"NOUN", "PROPN"}
            or (root.tag_ == "VBG" or any(c.lower_ == "being" and c.dep_ == "auxpass" for c in root.children))
            and not any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in root.children)
        ):
            words = list(sentence)
            while words and (words[0].lower_ in _HEDGES or words[0].is_punct):
                words.pop(0)
            told = _back(words)
            if told and not any(word in INSULTS for word in told.lower().split()):
                yield told


def _things(answer: Parsed) -> Iterator[str]:
    """What they speak of, in their own words turned round ("your grandmother's kitchen"): theirs first, then the longest."""
    found = []
    for chunk in answer.doc.noun_chunks:
        phrase = flipped(list(chunk))
        words = phrase.split()
        if 2 <= len(words) <= 5 and words[0] in _OWN and chunk.root.pos_ == "NOUN" and chunk.root.lower_ not in INSULTS:
            found.append(phrase)
    yield from sorted(found, key=lambda phrase: (not phrase.startswith("your "), -len(phrase)))


def _bare(head: Token) -> str:
    """The verb after "to"."""
    passive = any(child.dep_ == "auxpass" for child in head.children)
    if passive or head.tag_ == "VBG":
        return f"be {head.lower_}"
    return "be" if head.lemma_ == "be" or head.lower_ in {"'m", "am", "was", "were", "'re"} else verb_lemma(head.lower_)


def _past(head: Token) -> bool:
    return head.tag_ == "VBD" or any(child.lower_ in {"did", "was", "were", "had", "got"} for child in head.children)
