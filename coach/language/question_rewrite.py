"""An open version of a closed or attacking question that keeps its subject.

A yes-or-no question turns to how it was or how it is for the other; a fact turns to what the fact is about; an attack is taken back
to the wish to understand. The frame follows from what is asked, never from chance. Source: OARS of motivational interviewing;
"what" and "how" in place of "why" after Gordon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.language.question_blame import JUDGING
from coach.language.question_frames import STRONG
from coach.language.question_phrases import Phrase, main_phrase
from coach.language.question_you import be_you, do_you

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_THING = frozenset("you ok well do did is are was were hungry tired can could will would it i".split())
_LONGEST = 25
_ASKED = re.compile(r"\b(?:ask|asked|tell|told|remind|get|beg|want|expect|wanted|telling|asking) you (?:not )?to (.+)")
_TO_ASK = re.compile(r"\bto ask (?:that you|you to|for you to) (.+)")
_IT_TO = re.compile(
    r"\b(?:hard|difficult|much|beneath|beyond|kill|hurt|trouble|effort|complicated)\b(?: \w+)*? to (.+)"
)
_SHARP = re.compile(
    r"\b(?:ever|just|even|once(?! in)|simply|always|never|for once|seriously|bother to|like a normal \w+|like everyone else.*|in the first place|again|(?:single|damn|bloody|stupid) )\b ?"
)
_TAIL = re.compile(r" *(?:[?!.,;].*|\bor\b.*|\bbecause\b.*|\blike (?:a|everyone)\b.*|, .*)$")


def open_version(tokens: Sequence[Token], *, blaming: bool) -> str | None:
    """An open question on the same subject, at most 25 words and never an attack."""
    phrase = main_phrase(tokens)
    options = [_blamed(phrase)] if blaming else [_asked(phrase)]
    if re.match(r"(?:my|our|your|the|that|this)\b|[A-Z]", phrase.thing) if blaming else phrase.thing:
        options.append(
            f"What's going on for you with {phrase.thing}?" if blaming else f"How are you feeling about {phrase.thing}?"
        )
    options.append(_wide(phrase) if blaming else "How do you see it?")
    return next(_tidy(option) for option in options if option and _fit(option))


def _wide(p: Phrase) -> str:
    """When nothing of an attack can be kept: a wide question, by what kind of attack it was."""
    if "n't" in p.words.split()[:2] or re.search(r", \w+ (?:n't )?you \?", p.words):
        return "How do you see it?"
    if p.past:
        return "What was going on for you then?"
    return {"why": "What's been going on for you lately?", "how": "How do things look from your side?"}.get(
        p.wh, "What's going on for you right now?"
    )


def _tidy(version: str) -> str:
    version = re.sub(r"\s+", " ", version).replace(" ?", "?").strip()
    version = re.sub(
        r"\b(am|are|is|was|were|do|does|did|have|has|would|could|should|ca|wo|had|will) n't", r"\1n't", version
    )
    version = re.sub(r" ('(?:s|re|ve|ll|d|m)\b)", r"\1", version)
    return version[0].upper() + version[1:]


def _fit(version: str) -> bool:
    words = re.sub(r"n't\b", " n't", version.lower()).replace("?", " ?")
    return (
        len(version.split()) <= _LONGEST
        and not STRONG.search(words)
        and not any(word in JUDGING for word in re.findall(r"[a-z]+", words))
        and "'s 's" not in version
    )


def _asked(p: Phrase) -> str:
    """An open version of a closed question."""
    if p.options:
        return f"How would you choose between {p.options[0]} and {p.options[1]}?"
    if p.wh == "tell" and not p.verb:
        return f"What can you tell me about {p.thing}?" if p.thing else ""
    if p.verb in {"can", "could", "will", "would", "do", "may", "might", "should"} and not p.rest:
        return ""
    if not p.verb:
        return f"How do you feel about {p.rest}?" if p.rest and p.rest.split()[0].lower() not in _NO_THING else ""
    if p.wh in {"when", "where", "who", "which", "whose"} or p.wh in {"what", "how"} and p.first_aux != "how":
        fact = _fact(p)
        if fact:
            return fact
    if p.subject == "you":
        return be_you(p) if p.verb == "be" else do_you(p)
    if p.subject in {"i", "we"}:
        return _we(p)
    return _other(p)


def _fact(p: Phrase) -> str:
    if p.when:
        return f"What was it like {p.when}?" if p.past else f"What is it like {p.when}?"
    if p.wh == "how" and re.search(r"\bhow long\b", p.words) and p.subject == "you" and p.perfect:
        return (
            f"What has it been like for you {p.gerund}?"
            if p.verb != "be"
            else f"What has it been like for you being {p.rest}?"
        )
    if p.wh == "who" and p.verb == "come":
        thing = p.thing or re.sub(r"^(?:to|for|on) ", "", p.rest)
        return f"How are you feeling about {thing}?" if thing else "How are you feeling about it?"
    if p.wh == "who" and not p.subject and p.verb not in {"be", "win"} and not p.past:
        return f"How should we handle {p.gerund}?" if p.rest else f"How are you feeling about {p.gerund}?"
    if p.wh == "who" and not p.subject and not p.thing:
        return "How did it go?" if p.verb == "win" else "What's the story behind it?" if p.past else ""
    last = re.search(r"\b(last (?:night|week|weekend|summer|year))\b", p.words)
    if p.wh in {"what", "when"} and p.past and last:
        return f"What was {last.group(1)} like for you?"
    name = re.search(
        r"\b(?:name|number|date|time|address|size|code|colour|color|price|age) of (.+?)(?= *[?,.!]|$)", p.words
    )
    if name:
        kept = re.sub(r"\bi\b", "I", name.group(1))
        return f"What do you remember about {kept}?" if p.past else f"What can you tell me about {kept}?"
    meal = re.search(r"\b(dinner|tea|lunch|breakfast|supper|pudding)\b", p.words)
    if p.wh == "what" and meal:
        return f"How was {meal.group(1)}?" if p.past else f"How do you feel about {meal.group(1)}?"
    if (
        p.wh in {"where", "when", "what", "which", "how"}
        and p.subject == "you"
        and p.verb in {"meet", "grow", "start", "move", "fall", "learn"}
        and p.past
    ):
        return f"What was it like when {p.named} {p.told}?"
    if p.wh == "where" and p.past and p.thing:
        return f"What do you remember about {p.thing}?"
    if p.wh == "when" or re.search(r"\bwhat (?:time|day|date)\b", p.words):
        if p.verb == "be" and (p.named not in {"", "it", "you", "i"}):
            return f"How are you feeling about {p.named}?"
        if p.subject == "you" and p.verb != "be":
            return f"How was it for you {p.gerund}?" if p.past else f"How are you feeling about {p.gerund}?"
    if p.person and p.subject == "other" and not p.thing:
        return (
            f"How is {_named(p)} doing these days?"
            if not p.plural and p.named != "they"
            else f"How are {_named(p)} doing these days?"
        )
    if p.thing:
        if re.search(r"\bhow (?:much|many|long|far)\b", p.words):
            return f"How do you feel about {p.thing}?"
        return f"What do you remember about {p.thing}?" if p.past else f"What can you tell me about {p.thing}?"
    return ""


def _we(p: Phrase) -> str:
    who = "us" if p.subject == "we" else "me"
    if p.verb == "be" and re.match(r"(?:ok|okay|alright|good|fine|over)\b", p.rest):
        return "How are things between us, from where you stand?"
    if p.subject == "i" and p.verb in {"upset", "annoy", "bother", "offend", "hurt", "bore", "disappoint"}:
        return "How are you feeling about me right now?"
    if p.first_aux in {"can", "could", "may", "might", "shall", "should", "will", "would", "'ll", "'d"}:
        return f"How would you feel about {'me ' if who == 'me' else ''}{p.gerund}?"
    if p.subject == "i":
        if p.past or p.perfect:
            return f"How was it for you when I {p.told}?"
        if p.verb == "be":
            return f"How is it for you when I'm {p.rest}?" if p.rest else ""
        return f"How is it for you when I {p.base}?"
    if p.past or p.perfect:
        return f"How do things stand with {p.thing or p.gerund}?"
    if p.verb == "be":
        return f"How do you feel about us being {p.rest}?" if p.rest else "How are you feeling about it?"
    return f"How do you feel about {p.gerund}?"


def _named(p: Phrase) -> str:
    return {"he": "he", "she": "she", "they": "they"}.get(p.named, p.named)


def _object(p: Phrase) -> str:
    return {"he": "him", "she": "her", "they": "them", "it": "it", "i": "me", "we": "us"}.get(p.named, p.named)


def _other(p: Phrase) -> str:
    if p.subject == "it":
        if p.verb == "be" and p.thing and p.named in {"that", "this"}:
            return f"What's the story behind {p.thing}?"
        if p.verb == "go":
            return "How did it go?" if p.past else "How is it going?"
        return f"How do you feel about {p.thing}?" if p.thing else "How do you see it?"
    named = p.named
    if not named:
        return f"How do you feel about {p.thing or p.gerund}?"
    if named in {"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "nobody", "no one"}:
        return f"How do things stand with {p.gerund}?" if p.verb != "be" else "How do things stand?"
    if p.verb == "be":
        if p.person and not p.past and p.thing and p.thing != named:
            return f"What can you tell me about {_object(p)} and {p.thing}?"
        if p.person:
            verb = "are" if p.plural or named == "they" else "is"
            return f"How {verb} {named} doing?" if not p.past else f"What can you tell me about {_object(p)}?"
        return f"What did you think of {named}?" if p.past else f"How do things stand with {named}?"
    if p.past or p.perfect:
        thing = p.thing if p.thing and p.thing != named else ""
        return f"What's the latest with {_object(p)}{' and ' + thing if thing else ''}?"
    return f"How do you feel about {_object(p)} {p.gerund}?"


def _blamed(p: Phrase) -> str:
    """An open version of an attack: back to what went on in the other, or to what would make the wish easier."""
    definite = re.match(r"(?:my|our|your|the|that|this)\b|[A-Z]", p.thing) is not None
    thing = p.thing if definite else ""
    for wish in (_ASKED, _TO_ASK, _IT_TO):
        found = wish.search(p.words)
        if found:
            return f"What would make it easier to {_plain(found.group(1))}?"
    if p.subject == "you" and p.verb not in {
        "be",
        "have",
        "think",
        "care",
        "mean",
        "want",
        "enjoy",
        "insist",
        "plan",
        "do",
        "bother",
        "dare",
        "like",
        "need",
        "see",
        "feel",
        "agree",
        "call",
        "know",
        "let",
        "understand",
        "go",
        "believe",
        "would",
        "could",
        "will",
        "can",
        "remember",
    }:
        if (
            p.first_aux == "did"
            and p.wh in {"why", "how", ""}
            and not p.negated
            or p.wh == "how"
            and p.first_aux == "could"
        ):
            return f"What was going on for you when you {_plain(p.told)}?"
        if p.negated and p.past and not p.words.startswith(("did n't", "had n't")):
            return f"What was going on for you with {thing}?" if thing else "What was going on for you then?"
        if p.negated or p.first_aux in {"ca", "wo", "could", "can", "should", "would"}:
            return f"What would make it easier to {_plain(p.base)}?" if p.wh != "who" else ""
    if not thing:
        return ""
    if p.past or "dare" in p.words:
        return f"What was going on for you when it came to {thing}?"
    if p.wh == "why":
        return f"What's going on for you when it comes to {thing}?"
    return (
        f"How do you see things when it comes to {thing}?" if p.wh == "how" else f"How are you feeling about {thing}?"
    )


def _plain(text: str) -> str:
    text = _TAIL.sub("", text)
    text = _SHARP.sub("", text + " ").strip()
    text = re.sub(r"\bi\b", "I", re.sub(r" (n't|'(?:s|re|ve|ll|d|m))\b", r"\1", text))
    return re.sub(r"(?:\s(?:to|of|with|for|at|and|or|so))+$", "", text)
