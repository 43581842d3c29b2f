"""Open versions of questions about the one asked: how it was, how it is, what would be good."""

from __future__ import annotations

import re

from coach.language.inflect import inflected
from coach.language.question_phrases import Phrase

_FEELING = frozenset(
    """angry mad cross upset annoyed sad happy nervous scared afraid worried anxious excited proud jealous lonely tired stressed ok okay
    alright fine well better ready sure disappointed hurt bored frustrated ashamed embarrassed comfortable content pleased keen glad
    unhappy sick fed overwhelmed confused guilty done relieved hopeful""".split()
)
_DOING = frozenset("cope manage do feel get find settle hold sleep keep fare".split())
_LIKING = frozenset("like love hate mind fancy enjoy prefer want need".split())
_TASTING = frozenset("see watch read taste try finish hear".split())
_TELLING = frozenset("hear notice decide learn discover choose".split())


def be_you(p: Phrase) -> str:
    """For "are you" and "were you"."""
    first = p.rest.split()[0] if p.rest else ""
    if (
        p.rest in {"", "there", "in", "here", "up"}
        or not re.search(r"\b(?:with|about)\b", p.rest)
        and first in {"ok", "okay", "alright", "fine", "well"}
    ):
        return "How were you doing?" if p.past else "How are you doing?"
    toward = re.search(r"\b(?:at|with|about|of|by|for|to) (.+)$", p.rest)
    if first in _FEELING or any(word in _FEELING for word in p.rest.split()[:3]):
        if toward and toward.group(1) in {"me", "us"}:
            return (
                "How are you feeling about me right now?"
                if toward.group(1) == "me"
                else "How are you feeling about us right now?"
            )
        if toward:
            return f"How {'were' if p.past else 'are'} you feeling about {toward.group(1)}?"
        return "How were you feeling then?" if p.past else "How are you feeling right now?"
    day = re.search(
        r"\b(?:free|in|off|busy|around|home|about|on)\b.*?\b((?:on |this |next )?(?:\w+day|\w+days|weekend|tonight|tomorrow))\b",
        p.rest,
    )
    if day and not p.past:
        name = re.sub(r"^on ", "", day.group(1))
        return f"What {'do' if name.endswith('days') else 'does'} {name} look like for you?"
    return f"What was it like for you being {p.rest}?" if p.past else f"How is it for you being {p.rest}?"


def do_you(p: Phrase) -> str:
    """For what the one asked does, did or will do."""
    if re.search(r"\b(?:love|want|need|miss|like|care about|regret|fancy)\b", p.verb + " " + p.rest) and re.search(
        r"^(?:about |with )?(?:me|us)$", p.rest
    ):
        return "How are you feeling about us these days?"
    for frame in (_you_tells(p), _you_by_verb(p)):
        if frame:
            return frame
    if p.first_aux in {"can", "could", "will", "would", "'ll", "'d"}:
        return f"How would you feel about {p.gerund}?"
    if p.perfect:
        return f"How has it been for you {p.gerund}?" if p.progressive else f"How do things stand with {p.gerund}?"
    if p.progressive:
        return (
            f"How are you {p.gerund}?"
            if p.verb in _DOING and (p.verb != "get" or p.rest.startswith("on")) and p.verb != "keep"
            else f"How are you feeling about {p.gerund}?"
        )
    if p.past:
        return f"How did it go with {p.gerund}?" if p.first_aux == "did" else f"What was it like for you {p.gerund}?"
    return f"How is it for you {p.gerund}?"


def _you_tells(p: Phrase) -> str:
    """What the verb itself asks for."""
    good = re.search(r"\b(?:a |an )(?:good|nice|great|lovely|fun|ok|okay|decent|bad|rough) (\w+)", p.rest)
    if p.verb == "have" and good and p.past:
        return f"What was the best part of your {good.group(1)}?"
    if p.verb == "have" and "feelings for" in p.rest:
        return f"How do you feel about {p.rest.split('feelings for ')[1]} these days?"
    if p.verb == "enjoy" and p.rest:
        return f"What {'did' if p.past else 'do'} you enjoy most about {p.rest}?"
    if p.verb == "sleep":
        return "How did you sleep?" if p.past else "How are you sleeping?"
    if p.verb == "agree":
        return "How do you see it?"
    if p.verb == "understand":
        return "How does what I said sound to you?"
    if p.verb in {"remember", "recall"} and p.rest:
        return f"What do you remember about {p.rest}?" if p.thing else ""
    if p.verb == "mean" and p.rest:
        return f"What did you mean by {p.rest}?"
    return ""


def _you_by_verb(p: Phrase) -> str:
    if p.verb in {"think", "believe", "reckon", "feel"}:
        plan = re.search(r"^(?:that )?(?:we|i|you) (?:should|could|can|might|need to|ought to) (.+)", p.rest)
        if plan:
            verb, _, rest = plan.group(1).partition(" ")

            return f"What do you think about {inflected(verb, 'VBG')} {rest}?"
        about = re.search(r"^(?:about|of) (.+)", p.rest)
        if about:
            return f"What are your thoughts about {about.group(1)}?"
        return f"How do you feel about {p.thing}?" if p.thing else "How do you see it?"
    if p.verb in _LIKING and p.rest.startswith("it when"):
        return f"How is it for you {p.rest[3:]}?"
    if p.verb in _LIKING and p.rest and not p.past:
        return _wish(p)
    if p.verb in _TELLING and p.rest and (p.perfect or p.past):
        return f"What {'have' if p.perfect else 'did'} you {_participle(p)} {p.rest}?"
    if p.verb in _TASTING and p.thing and (p.past or p.perfect):
        return f"What did you think of {p.thing}?"
    if p.verb == "be" and p.perfect and p.rest.startswith("to "):
        return f"What do you make of {p.rest[3:]}?"
    if (
        p.verb in {"forget", "remember", "bring", "get", "have", "own"}
        and p.thing
        and p.thing in p.rest
        and p.thing != "home"
    ):
        return f"How do things stand with {p.thing}?"
    return ""


def _participle(p: Phrase) -> str:
    return inflected(p.verb, "VBN") if p.perfect else p.verb


def _wish(p: Phrase) -> str:
    to_do = re.search(r"^to (\w+)(.*)", p.rest)
    if to_do:
        return f"How do you feel about {inflected(to_do.group(1), 'VBG')}{to_do.group(2)}?"
    if re.match(r"(?:me|you|us|him|her|them) to\b", p.rest):
        return (
            f"How would you feel if I {re.sub(r'^me to ', '', p.rest)}?"
            if p.rest.startswith("me to be")
            else f"What would help you most with {p.thing}?"
            if p.thing
            else "What would help you most right now?"
        )
    if p.verb in {"want", "need"} or p.first_aux in {"would", "'d"}:
        definite = re.match(r"(?:the|your|my|our|that|this)\b", p.rest)
        return (
            f"How do things stand with {p.rest}?"
            if definite and p.verb == "need"
            else f"How do you feel about {p.rest}?"
            if definite
            else f"How would {p.rest} be for you?"
        )
    return f"How do you feel about {p.rest}?"
