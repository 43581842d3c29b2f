"""Parsed text → Analysis: the one reading that every part of the coach uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.language import custom, heard, intent, questions, tongue
from coach.language.learned import weighed
from coach.language.masks import MASKS
from coach.language.parse import pipeline
from coach.language.people import is_other, is_you
from coach.language.rules import RuleMatch, RuleSet
from coach.language.topics import TopicReader
from coach.library.load import Library
from coach.library.rules import Pattern
from coach.model import Analysis, Finding, Kind, Topic

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_THIRD_PERSON_WHY = "This is about someone who is not here to answer. Said to them, the same words may sting; try telling them what you saw."


class Analyser:
    """Reads parsed texts with the library's patterns, topics and word lists."""

    def __init__(self, library: Library) -> None:
        self._rules: RuleSet[Pattern] = RuleSet(library.patterns, pipeline().vocab, MASKS, custom.CUSTOMS)
        self._topics = TopicReader(library.topics)
        self._learned_reasons: dict[Kind, str] = {entry.kind: entry.why for entry in library.learned}
        self._learned_reasons["third_person"] = _THIRD_PERSON_WHY

    def analyse(self, parsed: Parsed) -> Analysis:
        """The whole reading of one text."""
        language = tongue.tongue(parsed)
        findings = self.weighed(parsed) if language.code == "en" else self.findings(parsed)
        asked = questions.read_questions(parsed, findings)
        return Analysis(
            text=parsed.text,
            intent=intent.intent(parsed, findings, asked),
            findings=findings,
            questions=asked,
            heard=heard.heard(parsed, findings),
            topics=self._topics.read(parsed),
            language=language.code,
            note=language.note,
        )

    def weighed(self, parsed: Parsed) -> tuple[Finding, ...]:
        """What the patterns find, weighed with what the encoder hears."""
        return tuple(weighed(parsed, self.findings(parsed), self._learned_reasons))

    def findings(self, parsed: Parsed) -> tuple[Finding, ...]:
        """What the patterns find, in order of place; one finding for each kind at a place. Kept with the parsed text."""
        known: dict[Any, tuple[Finding, ...]] = parsed.doc.user_data
        if self._rules not in known:
            known[self._rules] = self._found(parsed)
        return known[self._rules]

    def _found(self, parsed: Parsed) -> tuple[Finding, ...]:
        kept: list[RuleMatch[Pattern]] = []
        for match in self._rules.matches(parsed):
            if not any(_covers(other, match) for other in kept):
                kept = [other for other in kept if not _covers(match, other)] + [match]
        found = [_finding(parsed, match) for match in kept]
        third = next((match for match in kept if _about_third(parsed, match)), None)
        if third is not None:
            span = parsed.span(third.first, third.last)
            found.append(Finding(**dict(span), pattern="third-person", kind="third_person", why=_THIRD_PERSON_WHY))
        return tuple(found)

    def topic_words(self, parsed: Parsed) -> dict[Topic, float]:
        """How much words alone speak for each topic."""
        return self._topics.scores(parsed)


def _covers(larger: RuleMatch[Pattern], smaller: RuleMatch[Pattern]) -> bool:
    return larger.rule.kind == smaller.rule.kind and larger.first <= smaller.first and smaller.last <= larger.last


def _finding(parsed: Parsed, match: RuleMatch[Pattern]) -> Finding:
    span = parsed.span(match.first, match.last)
    return Finding(**dict(span), pattern=match.rule.id, kind=match.rule.kind, why=match.rule.why)


def _about_third(parsed: Parsed, match: RuleMatch[Pattern]) -> bool:
    tokens = parsed.doc[match.first : match.last]
    return any(is_other(token) for token in tokens) and not any(is_you(token) for token in tokens)
