"""The mask of a *you* that is anybody: sayings, how-to, how things are for people like us."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

    from coach.language.parse import Parsed


_PROVERBS = tuple(
    f" {phrase.replace('_', ' ')} "
    for phrase in """you_never_know you_ca_n't_please you_ca_n't_win you_ca_n't_have you_ca_n't_buy you_ca_n't_beat you_ca_n't_teach
    you_ca_n't_choose you_ca_n't_pick you_ca_n't_judge you_ca_n't_go_wrong you_ca_n't_make_an you_never_forget_your you_never_stop you_live_and
    you_get_what you_reap you_learn_to you_only_live you_are_never_too you_'re_never_too you_never_get_a_second you_know_what_they_say
    you_always_hurt_the you_always_remember_your you_never_really_know you_always_think_you""".split()
)


_HANDS = frozenset(
    """press push pull turn twist salt rinse jiggle stir pour pop slide click tap type scroll hold lift unscrew screw tighten loosen plug
    unplug soak boil simmer knead fold peel chop whisk bake grease dial swipe enter select add heat carry feed water dig plant rub
    sand paint oil measure weigh cut drill squeeze shake drain check bring arrive sign fill book validate stamp queue register tip
    brake steer indicate reverse park flip prime charge reset restart back-up save clip strap buckle""".split()
)


_PEOPLE_LIKE_ME = frozenset(
    """immigrant mother mum mom parent dad father nurse teacher doctor carer woman man girl boy child kid twin student teenager migrant widow
    widower expat foreigner freelancer farmer manager eldest youngest oldest only-child beginner driver single pregnant poor twins kids children toddlers newborn old young ill
    sick grieving broke fifty forty sixty thirty seventy eighty seven eleven twelve nine six eight ten sixteen""".split()
)


_SAYING = (
    " used to say ",
    " as they say ",
    " they say ",
    " always said ",
    " goes the saying ",
    " as the saying ",
    " used to teach ",
    " used to tell ",
)


def generic_you(parsed: Parsed) -> frozenset[int]:
    """Sentences whose *you* is anybody: sayings, how-to, how things are for people like us."""
    found: set[int] = set()
    if parsed.words.isdisjoint({"you", "your"}):
        return frozenset()
    sentences = [parsed.lower[first:end] for first, end in parsed.bounds]
    for (first, end), words, after in zip(parsed.bounds, sentences, (*sentences[1:], ()), strict=True):
        if "you" not in words and "your" not in words:
            continue
        said = _holds(words, _PROVERBS) or _holds(words, _SAYING)
        if not said:  # "…you always draw it for someone who is tired. That's what my professor used to teach us."
            said = after[:1] in {("that",), ("so",)} and _holds(after, _SAYING)
        if said or _how_to(parsed.doc[first:end], words) or _for_anybody(words):
            found.update(range(first, end))
    return frozenset(found)


def _holds(words: tuple[str, ...], sayings: tuple[str, ...]) -> bool:
    """One of the sayings stands in the words."""
    sentence = f" {' '.join(words)} "
    return any(saying in sentence for saying in sayings)


def _how_to(sentence: Span, words: tuple[str, ...]) -> bool:
    """ "You have to jiggle the key left": hands do it to a thing, and neither me nor a reproach is there."""
    if words[:3] == ("all", "you", "do") or words[:5] == ("all", "you", "have", "to", "do"):
        return any(token.lemma_.lower() in _HANDS for token in sentence[3:8])
    if {"me", "my", "us", "our", "i"} & set(words) or "?" in words:
        return False
    for token, word in zip(sentence, words, strict=True):
        if (word == "you" and token.dep_ == "nsubj") or (token.i == sentence.start and token.dep_ == "ROOT"):
            head = token if token.dep_ == "ROOT" else token.head
            verbs = [head, *(child for child in head.children if child.dep_ in {"xcomp", "conj", "ccomp"})]
            if any(
                verb.lemma_.lower() in _HANDS and verb.pos_ == "VERB" and verb.tag_ in {"VB", "VBP"} for verb in verbs
            ):
                return not any(
                    child.lower_ in {"hair", "temper", "mouth", "weight"} for verb in verbs for child in verb.children
                )
    return False


def _for_anybody(words: tuple[str, ...]) -> bool:
    """ "In nursing you learn…", "In that valley you never see the sun", "When you're the eldest girl in an Igbo house…"."""
    if {"me", "my", "we", "us", "i", "your"} & set(words):
        return False
    if words[0] in {"in", "on"} or (words[0] == "at" and "age" not in words):
        until = words[: words.index("you")] if "you" in words else ()
        return 2 <= len(until) <= 8 and not {
            "weeks",
            "months",
            "years",
            "days",
            "fact",
            "front",
            "purpose",
            "top",
        } & set(until)
    if words[:2] in {("when", "you"), ("if", "you"), ("once", "you"), ("as", "a")}:
        return bool(_PEOPLE_LIKE_ME.intersection(words[:8])) and words.count("you") >= 1
    return False
