"""Schemas of the rules of language and of safety: patterns, what clears them, and their examples."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from coach.library.entry import Entry, Id, Line
from coach.model import Kind, Risk, Severity

MaskName = Literal["praise", "habit", "generic_you", "apology", "quotation", "request", "self", "hypothetical"]


class Match(Entry):
    """One spaCy pattern: ``token`` (Matcher) or ``dependency`` (DependencyMatcher).

    ``TARGET``, ``SELF`` and ``PERSON`` are short forms; see :mod:`coach.language.rules`. ``mark`` says how far the span reaches.
    """

    token: tuple[dict[str, Any], ...] = ()
    dependency: tuple[dict[str, Any], ...] = ()
    custom: str | None = None
    mark: Literal["match", "clause", "sentence"] = "match"

    @model_validator(mode="after")
    def _one_of(self) -> Match:
        if sum(map(bool, (self.token, self.dependency, self.custom))) != 1:
            raise ValueError("needs exactly one of token, dependency or custom")
        return self


class Unless(Entry):
    """What clears a match: a token pattern or a named mask, in the same sentence or overlapping the match."""

    token: tuple[dict[str, Any], ...] = ()
    mask: MaskName | None = None
    within: Literal["sentence", "match", "before", "after"] = "sentence"

    @model_validator(mode="after")
    def _one_of(self) -> Unless:
        if bool(self.token) == bool(self.mask):
            raise ValueError("needs exactly one of token or mask")
        return self


class Flag(Entry):
    """An example the rule must flag, with the exact span."""

    text: Line
    span: Line

    @model_validator(mode="after")
    def _inside(self) -> Flag:
        if self.span not in self.text:
            raise ValueError(f"span {self.span!r} does not stand in the text")
        return self


class Allow(Entry):
    """An example the rule must leave alone."""

    text: Line


class Rule(Entry):
    """What patterns of language and of safety share."""

    id: Id
    why: Line
    source: Line
    match: tuple[Match, ...] = Field(min_length=1)
    unless: tuple[Unless, ...] = ()
    flag: tuple[Flag, ...] = Field(min_length=2)
    allow: tuple[Allow, ...] = Field(min_length=2)


class Pattern(Rule):
    """A pattern of blame: one file in ``content/patterns``."""

    kind: Kind


class WordClass(Entry):
    """Words that rules name together: ``{IN = ["<force>", "maul"]}`` stands for the words of the class ``force``, and *maul*."""

    id: Id
    about: Line
    words: tuple[Line, ...] = Field(min_length=2)


class LearnedReason(Entry):
    """Why a sentence that only the learned part found may be heard as blame: one entry for each kind."""

    kind: Kind
    why: Line


class SafetyRule(Rule):
    """A rule of the safety screen: ``content/safety``.

    Of a ``certain`` one the words are enough, whatever the encoder doubts; a ``hint`` counts only where the encoder leans to danger too.
    """

    risk: Risk
    severity: Severity
    certain: bool = False
    hint: bool = False
