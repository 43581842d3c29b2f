"""Whether a turn holds a question, and whether it asks to tell or can be answered with a word.

A question is what is marked as one, or has the order of words of one: people who type up speech forget marks, and "So you're torn?" is said like
a statement. Rhetorical and loaded ones count as closed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from coach.language import questions
from coach.language.question_words import AUX, EITHER_OR_TAIL, TELL_ME
from coach.studio.act_cues import FILLERS
from coach.studio.turns import Asked

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

    from coach.language.parse import Parsed
    from coach.model import Finding

_WH = frozenset("what how why when where who whom whose which what's how's who's where's".split())
_ASKING = re.compile(
    r"(?:is|are|was|were|am|do|does|did|have|has|had|can|could|would|will|shall|should|may|might|must|ca|wo|ai)"
)
_MAY_YOU = re.compile(r"\b(?:can|could|would|will) (?:you|we)\b|\b(?:do|would) you (?:want to|mind) tell")
_WONDERS = re.compile(
    r"\bi(?: 'm|'m| am| was|'d| would)? (?:just |also |really |kind of )?(?:wonder|wondering|curious|(?:like|love|interested) to (?:hear|know|understand))\b.*\b(?:what|how|why|about|where|which|more)\b"
)

_ECHO = re.compile(r"^(?:\w+ ){0,3}(?:what|how|why) \?$")  # "Hiding from what?"


def asked(parsed: Parsed, findings: tuple[Finding, ...]) -> Asked:
    """The question of a turn: open when any in it asks to tell."""
    known = questions.read_questions(parsed, findings)
    found: Asked = "none"
    for number, (sentence, (start, end)) in enumerate(zip(parsed.sentences, parsed.sentence_places, strict=True)):
        reading = next((one for one in known if one.start < end and start < one.end), None)
        by_rule = reading is not None and reading.open
        words = " ".join(token.lower_ for token in sentence if not token.is_space)
        form = question_form(sentence)
        if form is None:
            continue
        if form == "told":
            opened = _asks_to_tell(words) or by_rule and _WONDERS.search(words) is not None
            if not opened:
                continue
        elif form == "asked" and _is_yes_or_no(words) and not _may_you_tell(words):
            opened = False
        elif form == "checked" and any(token.dep_ in {"nsubj", "nsubjpass"} for token in sentence):
            opened = False
        else:
            blaming = reading is not None and reading.blaming
            opened, _ = questions.weighed(by_rule, blaming, parsed.encoding.sentences[number])
        if opened or _ECHO.search(words):
            return "open"
        found = "closed"
    return found


def question_form(sentence: DocSpan) -> str | None:
    """How a sentence is said: "asked" by its order of words, "checked" where only a mark asks, "told"; None for one without words."""
    words = [token.lower_ for token in sentence if not token.is_space]
    told = _told(words)
    if not told:
        return "checked" if "?" in words else None
    begins = told[0] in _WH or _ASKING.fullmatch(told[0]) is not None
    if not any("?" in word for word in words[-3:]):
        return "asked" if begins and len(told) > 1 and _inverted(sentence) else "told"
    later = any(word in _WH and after in AUX for word, after in pairwise(told))
    return "asked" if begins or later or any(word in _WH for word in told[:5]) or _inverted(sentence) else "checked"


def _told(words: list[str]) -> list[str]:
    return [word for word in words if word[0].isalnum() and word not in FILLERS]


def _is_yes_or_no(words: str) -> bool:
    told = _told(words.split())
    return bool(told) and _ASKING.fullmatch(told[0]) is not None


def _may_you_tell(words: str) -> bool:
    """A yes-or-no question that nobody answers with yes: "Can you tell me …?"."""
    asks = _MAY_YOU.search(words) and TELL_ME.search(words)
    return bool(asks) and EITHER_OR_TAIL.search(words) is None


def _asks_to_tell(words: str) -> bool:
    found = TELL_ME.search(words)
    if found is None:
        return False
    before = words[: found.start()]
    return len(_told(before.split())) == 0 and not found.group(0).startswith(
        ("let", "go on", "may i", "can i", "open up", "if i")
    )


def _inverted(sentence: DocSpan) -> bool:
    root = sentence.root
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if subject is None:
        return False
    if subject.lower_ in _WH:  # "What happened then"
        return True
    helpers = [child for child in root.children if child.dep_ in {"aux", "auxpass"}]
    helpers += [root] if root.pos_ == "AUX" else []
    return any(helper.i < subject.i for helper in helpers)
