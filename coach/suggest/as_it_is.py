"""Drafts for messages that are good as they are, or that want closeness: thanks, apologies, logistics and invitations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import Analysis, IStatement, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Span as DocSpan

    from coach.language.parse import Parsed
    from coach.suggest.to_say import ToSay

_ASKS = frozenset("can could would will may shall".split())
_ASKED = frozenset("you we i".split())


def kept(text: str, closing: str, parsed: Parsed) -> tuple[IStatement, ...]:
    """A thanks or an apology: with one line more, as it is, and its first sentence."""
    said = [spoken(one) for one in parsed.sentences] or [sentence(text)]
    whole = " ".join(said)
    texts: dict[Style, str] = {"gentle": f"{whole} {closing}", "direct": whole, "brief": said[0]}
    return tuple(IStatement(style=style, text=words) for style, words in texts.items())


def said(what: ToSay, text: str, feeling: str, line: Callable[[str], str]) -> tuple[IStatement, ...]:
    """News, something to ask for or a boundary: with a warning first and the other's view, plainly, and in one sentence.

    ``line`` gives a fixed line of the library for a use.
    """
    told = text if what.kind == "boundary" else " ".join(what.told)
    ending = what.request or line(f"{what.kind}_end")
    if what.kind == "boundary":
        known = perspective = ""
    else:
        known, perspective = (f"I know {what.known}." if what.known else ""), line(f"{what.kind}_view")
    owned = f"I feel {feeling} telling you this." if what.kind == "news" else ""
    texts: dict[Style, tuple[str, ...]] = {
        "gentle": (line(what.kind), known, told, owned, "" if known else perspective, ending),
        "direct": (told,) if what.kind == "boundary" else (known, told, ending),
        "brief": (what.told[0] if what.told else "", "" if what.kind == "boundary" else ending),
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
