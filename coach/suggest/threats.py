"""Threats and tests of love → the deed they are about, or what was hoped for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.language.clauses import Clause
from coach.language.people import is_you
from coach.suggest.recast import Place, act, observe
from coach.suggest.target import Target
from coach.suggest.unpacked import Unpacked, base, child_of, cut, inner_clause, is_target, some, surely

if TYPE_CHECKING:
    from spacy.tokens import Token

_TESTS = frozenset("love care respect trust want mean give value appreciate know think".split())
_HEARING = frozenset("hear listen see smell".split())
_BEYOND = frozenset("i i'll i'm we do don't you you'd you'll".split())


def threat(clause: Clause, place: Place) -> Unpacked | None:
    """If you do that again, I'm leaving → you do that again; unless you call, … → call."""
    if _or_else(clause):
        return Unpacked(used_up=True)
    for attempt in (_once_more, _i_again, _if_or_unless):
        found = attempt(clause, place)
        if found is not None:
            return found
    return None


def _or_else(clause: Clause) -> bool:
    """As in "I want it back by Friday or I'm ringing the agency"."""
    after_or = clause.first > 0 and clause.head.doc[clause.first - 1].lower_ == "or"
    ahead = clause.head.tag_ == "VBG" or any(child.lower_ in {"'ll", "will"} for child in clause.head.children)
    return after_or and clause.about_me and ahead


def regret(clause: Clause, place: Place) -> Unpacked | None:
    """If you'd listened to me we wouldn't be sat here → you didn't listen to me and we're sat here."""
    tokens = clause.tokens
    words = [token.lower_ for token in tokens]
    if words[:2] == ["if", "i"] and "known" in words[:5]:  # "if I'd known you'd sell the boat …" → you sold the boat
        sold = next((t for t in tokens if t.tag_ == "VB" and is_target(child_of(t, "nsubj"))), None)
        later = None if sold is None else next((t for t in tokens if t.i > sold.i and t.lower_ in {"i", "we"}), None)
        return None if sold is None else surely(act(sold, place, "VBD", until=later))
    if words[:2] != ["if", "you"] or "would" not in words and "'d" not in words[3:]:
        return None
    verb = next((token for token in tokens[2:6] if token.tag_ == "VBN" and token.pos_ == "VERB"), None)
    then = next(
        (k for k, token in enumerate(tokens) if verb is not None and token.i > verb.i and token.lower_ in {"we", "i"}),
        None,
    )
    if verb is None or words[2] not in {"'d", "had"} or then is None:
        return None
    told = act(verb, place, "VBD", negate=True, until=tokens[then])
    came = " ".join(words[then : then + 4])
    be = re.match(r"(we|i) would n't be", came)
    text = told.text.rstrip(" ,")
    if be is not None:
        rest = "".join(token.text_with_ws for token in tokens[then + 4 :]).strip(" .!")
        text += f" and {'we are' if be[1] == 'we' else 'I am'} {rest}"
    return surely(replace(told, text=text, tokens=frozenset(token.i for token in tokens)))


def loved(clause: Clause, place: Place) -> Unpacked | None:
    """If you loved me you'd have come → you didn't come; if you cared, you'd ring → ring."""
    head = clause.head
    test = next((child for child in head.children if child.dep_ == "advcl" and child.tag_ == "VBD"), None)
    would = any(child.lower_ in {"'d", "would"} for child in head.children)
    other = test is not None and test.lemma_ == "be" and any(child.lower_ == "it" for child in test.children)
    if test is None or not (test.lemma_ in _TESTS or other) or not would or not is_target(clause.subject):
        return None
    if any(child.lemma_ == "have" and child.dep_ == "aux" for child in head.children):
        return surely(act(head, place, "VBD", negate=not clause.negated))
    if clause.negated:
        return surely(act(head, place, "VBP"))
    return Unpacked(wants=base(head, place), used_up=True, meant=True)


def _once_more(clause: Clause, place: Place) -> Unpacked | None:
    """If you cancel one more time, …; next time you cancel, … → you cancel: told by its words, for such sentences are often misread."""
    tokens = clause.tokens
    start = next((k for k, token in enumerate(tokens[:4]) if is_target(token)), None)
    if not start or not ({"if"} & _words(tokens[:start]) or _words(tokens[:start]) >= {"next", "time"}):
        return None
    verb = next((token for token in tokens[start + 1 : start + 4] if token.pos_ in {"VERB", "AUX"}), None)
    end = next((k for k in range(start + 2, len(tokens)) if _ends(tokens, k)), len(tokens))
    words = [token.lower_ for token in tokens]
    more = {"again", "ever"} & set(words[: end + 1]) or "more" in words[start:] and {"one", "once"} & set(words[start:])
    if verb is None or verb.tag_ == "VBD" or not (more or "next" in _words(tokens[:start])):
        return None
    verb = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    if end < len(tokens) and not {"i", "we", "do", "you"} & set(words[end:]):  # "if you see Sam again, say hello"
        return None
    kept = [token for token in tokens[start:end] if token.lower_ not in {"ever", "again", "even", "more"}]
    done_to = tokens[start].dep_ == "nsubjpass" and not is_you(
        tokens[start]
    )  # "if Mia is brought back late again": not her doing
    target = Target(frozenset(), frozenset()) if done_to else place.target
    told = observe(cut(kept, verb, tokens[start]), replace(place, dropped=frozenset(), target=target))
    if told is not None and told.text.startswith("you're "):
        told = replace(told, text=told.text.replace("you're ", "you were ", 1), tense="past")
    return None if told is None else surely(replace(told, tokens=frozenset(token.i for token in tokens)))


def _ends(tokens: tuple[Token, ...], k: int) -> bool:
    """Where the condition is over and what follows from it begins."""
    token = tokens[k]
    joined = tokens[k - 1].pos_ in {"ADP", "SCONJ", "VERB", "CCONJ"} or tokens[k - 1].lower_ in {
        "that",
        "when",
        "while",
        "what",
    }
    return token.text == "," or _more_than_once(tokens[k : k + 3]) or (token.lower_ in _BEYOND and not joined)


def _more_than_once(tokens: tuple[Token, ...]) -> bool:
    words = [token.lower_ for token in tokens]
    return words == ["one", "more", "time"] or words[:2] == ["once", "more"]


def _words(tokens: tuple[Token, ...]) -> set[str]:
    return {token.lower_ for token in tokens}


def _i_again(clause: Clause, place: Place) -> Unpacked | None:
    """If I hear one more word about X, …; if I have to clear this again, … → I often hear about X; I often clear this."""
    tokens = clause.tokens
    words = [token.lower_ for token in tokens]
    if words[:2] != ["if", "i"] or not ({"again"} & set(words) or "one more" in " ".join(words)):
        return None
    verb = next((token for token in tokens[2:] if token.pos_ == "VERB" and token.lemma_ != "have"), None)
    if verb is None or verb.tag_ not in {"VB", "VBP"}:
        return None
    after = [token for token in tokens if token.i > verb.i]
    end = next(
        (token for k, token in enumerate(after) if k and token.lower_ in {"i", ","} and token.i > verb.i + 2), None
    )
    told = act(verb, place, "VBP", subject="I")
    rest = [token for token in after if end is None or token.i < end.i]
    more = next((k for k, token in enumerate(rest[:2]) if token.lower_ == "one"), None)
    if more is not None and verb.lemma_ in _HEARING:
        about = next((k for k, token in enumerate(rest) if token.lower_ in {"about", "of"}), None)
        rest = rest[about:] if about is not None else []
    if not rest:
        return None
    text = "".join(token.text_with_ws for token in rest).strip()
    text = re.sub(r"[\s,]*\bagain\b", "", text)
    return surely(replace(told, text=f"I often {verb.text} {text}", tokens=frozenset(token.i for token in tokens)))


def _if_or_unless(clause: Clause, place: Place) -> Unpacked | None:
    if clause.head.sent.text.rstrip().endswith("?"):
        return None
    order = clause.subject is None and clause.head.tag_ == "VB"
    if not order and not any(
        token.tag_ == "MD" or token.lower_ in {"'m", "'re", "going", "gonna"} for token in clause.tokens
    ):
        return None
    for token in clause.tokens:
        unreal = token.tag_ == "VBD" and any(child.lower_ in {"'d", "would"} for child in clause.head.children)
        if token.dep_ != "advcl" or unreal or not is_target(child_of(token, "nsubj", "nsubjpass")):
            continue
        marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
        negated = any(child.dep_ == "neg" for child in token.children)
        if "unless" in marks or ("if" in marks and negated):
            begun = child_of(token, "xcomp") if token.lemma_ in {"start", "begin"} else None
            return Unpacked(wants=base(begun or token, place), used_up=True, meant=begun is not None)
        if "if" in marks:
            again = frozenset(inner.i for inner in token.subtree if inner.lower_ in {"ever", "again"})
            return Unpacked(
                tuple(some(inner_clause(token, replace(place, dropped=place.dropped | again)))), used_up=True
            )
    return None
