"""Custom patterns of "always" and "never", said to somebody or about a described person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.language import absolute_words as w
from coach.language.quarrel import sore, whole
from coach.language.tone import tone_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from coach.language.parse import Parsed


_EVER = frozenset({"always", "never"})


def absolute_others(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "My husband never helps", "she's always criticising me": a described person, and a deed that hurts, not plain news."""
    doc = parsed.doc
    for token in parsed.among(_EVER):
        if token.i == token.sent.start:
            continue
        person = _person_before(doc, token.i)
        joined = _joined_verb(token, "OTHER") if person is None else None
        if (
            joined is not None
            and token.lower_ == "never"
            and joined.lemma_.lower() in w.MISSING | {"say", "share", "pay", "tell", "ring", "call", "text", "reply"}
        ):
            if tone_at(parsed, token.i).kind == 0:
                yield token.i, joined.i + 1
        if person is None:
            continue
        after = [doc[i] for i in range(token.i + 1, min(token.sent.end, token.i + 4)) if not doc[i].is_punct]
        verb = next(
            (word for word in after if word.pos_ in {"VERB", "AUX", "ADJ"} or word.tag_.startswith("VB")),
            after[0] if after else None,
        )
        beyond = _beyond_aside(doc, token.i, token.sent.end)
        if beyond:
            verb = doc[beyond]
        if verb is None:
            continue
        if (
            token.lower_ == "never"
            and w.STATES.intersection(word.lower_ for word in after[:2])
            and doc[token.i - 1].lemma_ == "be"
        ):
            yield whole(doc, person), token.i + 1
            continue
        tone = tone_at(parsed, token.i)
        lemma = verb.lemma_.lower()
        stretch = token.i + 1
        stretch = max(stretch, verb.i)
        while (
            stretch < min(token.sent.end, token.i + 14)
            and not doc[stretch].is_punct
            and doc[stretch].lower_ not in {"and", "but"}
        ):
            stretch += 1
        touches_me = any(word.lower_ in w.ME for word in doc[token.i : stretch])
        if token.lower_ == "never":
            past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and doc[token.i - 1].lower_ == "had")
            aside = bool(beyond) and lemma not in w.UNKIND_VERBS
            hurtful = (lemma in w.HURTFUL_WHEN_MISSING or aside) and (touches_me or tone.unkind > tone.kind or not past)
            hurtful = hurtful and (tone.kind <= tone.unkind or aside)
        else:
            hurtful = (lemma in w.HURTFUL_WHEN_ALWAYS and (touches_me or tone.unkind > 0)) or tone.unkind > tone.kind
            hurtful = hurtful and tone.kind <= tone.unkind
        if hurtful:
            yield whole(doc, person), token.i + 1


def _beyond_aside(doc: Doc, index: int, end: int) -> int:
    """Where it goes on after ", in all our years,"; zero when no aside follows."""
    if index + 1 >= end or doc[index + 1].text != ",":
        return 0
    comma = next((i for i in range(index + 3, min(end - 1, index + 10)) if doc[i].text == ","), None)
    return comma + 1 if comma is not None and doc[comma + 1].tag_.startswith("VB") else 0


def _person_before(doc: Doc, index: int) -> int | None:
    """The described person right before "always" or "never", with at most a helper verb and an adverb between."""
    for back in range(index - 1, max(-1, index - 4), -1):
        token = doc[back]
        if token.ent_type_ == "OTHER":
            return back if token.dep_ in {"nsubj", "nsubjpass", "ROOT", "nmod", "dep"} else None
        if token.pos_ not in {"AUX", "ADV"} and token.lower_ not in {"'s", "has", "will", "'ll"}:
            return None
    return None


def absolute_you(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "You never ask me", "you're always late": told to somebody, of something that hurts; not "you never woke me"."""
    doc = parsed.doc
    for token in parsed.among(w.EVER_WORDS):
        if token.i == token.sent.start:
            continue
        person = _you_before(doc, token.i)
        if person is None:
            verb = _joined_verb(token, "YOU")
            if (
                verb is not None
                and token.lower_[0] == "n"
                and verb.lemma_.lower() in w.MISSING
                and _hurts(parsed, token, token.i)
            ):
                yield token.i, verb.i + 1
        elif not _offered_or_asked(parsed, token, person) and _hurts(parsed, token, person):
            yield person, token.i + 1


_FREE_TO = {(verb,) for verb in "tell explain apologise apologize knock thank hide pretend choose justify".split()}


def _offered_or_asked(parsed: Parsed, token: Token, person: int) -> bool:
    """ "You can always ring me", "Have you never tried it?", "May you never learn": an offer, a plain question, a wish."""
    doc, start = parsed.doc, token.sent.start
    between = {doc[i].lower_ for i in range(person + 1, token.i)}
    turned = person == start + 1 and doc[start].pos_ == "AUX"
    offered = token.lower_ == "always" and bool(between & {"can", "could", "may"})
    if (
        not (offered or turned)
        or sore(parsed, start, token.sent.end)
        or {"this", "so", "to"} & set(parsed.lower[token.i :])
    ):
        return False
    return not tone_at(parsed, token.i).unkind


def _joined_verb(token: Token, who: str) -> Token | None:
    """The verb after "and never …" whose subject is that of the verb before: "she tells her dad and never asks me"."""
    verb = token.head
    if verb.i < token.i or verb.dep_ != "conj" or any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return None
    subjects = [child for child in verb.head.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return verb if any(subject.ent_type_ == who for subject in subjects) else None


def _you_before(doc: Doc, index: int) -> int | None:
    for back in range(index - 1, max(-1, index - 5), -1):
        if doc[back].ent_type_ == "YOU":
            return back
        if doc[back].lower_ not in w.BETWEEN and doc[back].pos_ != "ADV":
            return None
    return None


def _hurts(parsed: Parsed, token: Token, person: int) -> bool:
    doc = parsed.doc
    end = token.sent.end
    here = token.i + 1
    while here < end and (
        doc[here].lower_ in {"ever", "once", ",", "even", "just", "really", "not", "fucking", "bloody", "actually"}
        or doc[here].lower_ == token.lower_
    ):
        here += 1
    if here >= end:
        return True
    verb = doc[here]
    once = token.i + (token.i + 1 < end and doc[token.i + 1].lower_ in {"once", "ever"})
    beyond = _beyond_aside(doc, once, end)
    verb = doc[beyond] if beyond else verb
    lemma, lower = verb.lemma_.lower(), verb.lower_
    stretch = max(here, verb.i)
    while (
        stretch < min(end, verb.i + 12)
        and doc[stretch].text not in {".", "!", "?", ";", ","}
        and doc[stretch].lower_ != "but"
    ):
        stretch += 1
    words = [word.lower_ for word in doc[max(here, beyond) : stretch]]
    tone = tone_at(parsed, token.i)
    if tone.kind > tone.unkind:
        return False
    unkind = tone.unkind > tone.kind or sore(parsed, token.sent.start, end)
    if token.lower_[0] == "n":
        if lemma == "let":
            return not {
                "cold",
                "fall",
                "drown",
                "quit",
                "starve",
                "freeze",
                "suffer",
                "struggle",
                "lose",
                "sleep",
                "alone",
                "hungry",
                "fail",
            } & set(words)
        if lemma == "stop":
            return (
                unkind
                or bool(words[1:2])
                and words[1].endswith("ing")
                and doc[here + 1].tag_ == "VBG"
                and not w.DOING_WELL & set(words)
                and token.i + 1 == here
            )
        if lemma in w.MISSING or (doc[token.i - 1].lemma_ == "be" and lower in w.STATES):
            return True
        if lemma in w.FINE_WHEN_NEVER:
            mine = bool(w.ME.intersection(words))
            return (
                mine
                and (unkind or "for" in words or lemma in {"want", "like", "touch", "go", "give", "know", "see"})
                or lemma == "be"
            )
        return unkind or lemma in w.HURTFUL_WHEN_MISSING or bool(w.ME.intersection(words))
    if lemma in w.FINE_WHEN_ALWAYS:
        return unkind
    if "first" in words[:3]:
        return unkind and "first to" not in " ".join(words)
    return True
