"""Drafts for messages that are good as they are, or that want closeness: thanks, apologies, logistics and invitations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import Analysis, IStatement, Style
from coach.suggest.kinds import Standing, with_its_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Span as DocSpan

    from coach.language.parse import Parsed
    from coach.suggest.spoken import ToSay

_ASKS = frozenset("can could would will may shall".split())
_ASKED = frozenset("you we i".split())


def kept(what: Standing, opening: str, closing: str) -> tuple[IStatement, ...]:
    """A message in its own words: with a line before and after, as it is, and in its key sentence."""
    whole = " ".join(what.words)
    asks = what.words[-1].endswith("?")
    texts: dict[Style, str] = {
        "gentle": " ".join(filter(None, (opening, whole, "" if asks and opening else closing))),
        "direct": whole,
        "brief": what.key,
    }
    return tuple(IStatement(style=style, text=words) for style, words in texts.items())


def concerned(what: Standing, requests: Mapping[Style, str]) -> tuple[IStatement, ...]:
    """What happened and how it felt, in the person's own words, and a request, unless they end with a question of their own."""
    asked = {} if what.words[-1].endswith("?") else requests
    whole = " ".join(what.words)
    told: dict[Style, str] = {"gentle": whole, "direct": whole, "brief": what.key}
    return tuple(
        IStatement(
            style=style, text=f"{words} {asked.get(style, '')}".strip(), observation=words, request=asked.get(style, "")
        )
        for style, words in told.items()
    )


def said(what: ToSay, feeling: str, line: Callable[[str], str]) -> tuple[IStatement, ...]:
    """What there is to tell or to ask: with a warning first and the other's view, plainly, and in one sentence.

    ``line`` gives a fixed line of the library for a use.
    """
    told = " ".join(what.told)
    if what.kind in {"apology", "thanks"}:
        return kept(Standing(what.kind, what.told, with_its_matter(what.told, what.told[0])), "", line(what.kind))
    ending = what.request or line(f"{what.kind}_end")
    known, perspective = (f"I know {what.known}." if what.known else ""), line(f"{what.kind}_view")
    owned = f"I feel {feeling} telling you this." if what.kind == "news" else ""
    texts: dict[Style, tuple[str, ...]] = {
        "gentle": (line(what.kind), known, told, owned, "" if known else perspective, ending),
        "direct": (known, told, ending),
        "brief": (what.key or (what.told[0] if what.told else ""), ending),
    }
    return tuple(
        IStatement(
            style=style,
            text=" ".join(filter(None, parts)),
            observation=told,
            feeling=feeling if owned in parts and owned else "",
            request=ending if ending.endswith("?") and ending in parts else "",
            perspective=perspective if perspective in parts else "",
        )
        for style, parts in texts.items()
    )


def toward_feeling(analysis: Analysis, thing: str) -> tuple[IStatement, ...]:
    """Logistics → feeling: "When is the presentation?" becomes "How are you feeling about the presentation?"."""
    asked = next(
        (question for question in analysis.questions if not question.open and question.text.strip().endswith("?")), None
    )
    about = f"How are you feeling about {thing}?" if thing else "How are you feeling about it?"
    feeling = asked.open_version if asked and asked.open_version else about
    practical = sentence(" ".join(analysis.text.split()))
    texts: dict[Style, str] = {
        "gentle": f"{practical} And I'm curious: {_lower(feeling)}",
        "direct": feeling,
        "brief": feeling,
    }
    return tuple(IStatement(style=style, text=words, request=feeling) for style, words in texts.items())


def own_sentences(parsed: Parsed, analysis: Analysis) -> str:
    """The sentences that say something, as typed: no question, and nothing that may sting."""
    said = []
    for one in parsed.sentences:
        span = parsed.span(one.start, one.end)
        stings = any(finding.start < span.end and span.start < finding.end for finding in analysis.findings)
        if not stings and "?" not in span.text:
            said.append(spoken(one))
    return " ".join(said)


def spoken(one: DocSpan) -> str:
    """A sentence in plain words ("u pls" → "you please"), with its mark: a question that was typed without one gets it."""
    said = sentence(" ".join(one.text.split()))
    words = [token.lower_ for token in one if token.is_alpha]
    asks = any(words[k] in _ASKS and words[k + 1] in _ASKED for k in range(min(3, len(words) - 1)))
    return said[:-1] + "?" if asks and said.endswith(".") else said


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) or not text else ".")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
