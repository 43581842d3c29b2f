"""The one way in: reading, screen, engine, guard, in that order. No page and no command calls an engine itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from coach.engines.port import Cancel, Engine, collect
from coach.errors import TextTooLong
from coach.language.analyse import Analyser
from coach.language.parse import Parsed, parse_many
from coach.language.questions import read_question
from coach.model import (
    CoachingPlan,
    Finding,
    PlanPart,
    Proposals,
    QuestionReading,
    Reading,
    ReplyReading,
    SafetyScreen,
    Situation,
    Wish,
)
from coach.safety.screen import Screener
from coach.settings import Settings
from coach.suggest.facts import hear_passages
from coach.suggest.guard import Guard
from coach.suggest.message import Message
from coach.suggest.suggester import Suggester


class CoachService:
    """Reads situations and writes plans. Safe to share between sessions: it keeps nothing a person typed."""

    def __init__(
        self,
        settings: Settings,
        analyser: Analyser,
        screener: Screener,
        suggester: Suggester,
        engine: Engine,
        guard: Guard,
    ) -> None:
        self._settings = settings
        self._analyser = analyser
        self._screener = screener
        self._suggester = suggester
        self._engine = engine
        self._guard = guard

    def with_engine(self, built: Callable[[Engine, Guard], Engine]) -> CoachService:
        """The same coach with another engine, ``built`` from its own one and its guard."""
        engine = built(self._engine, self._guard)
        return CoachService(self._settings, self._analyser, self._screener, self._suggester, engine, self._guard)

    def reading(self, situation: Situation) -> Reading:
        """Read one situation. Raises TextTooLong over the limit; any other text can be read, an empty one too."""
        return next(self.readings((situation,)))

    def readings(self, situations: Iterable[Situation]) -> Iterator[Reading]:
        """Read many situations through the parser in batches, in order. Raises TextTooLong."""
        return self._readings(situations, planned=False)

    def _readings(self, situations: Iterable[Situation], *, planned: bool) -> Iterator[Reading]:
        known = list(situations)
        parsed_texts = self._parsed_many((situation.text for situation in known), told=True)
        for situation, parsed in zip(known, parsed_texts, strict=True):
            if planned:
                hear_passages(parsed)
            yield Reading(
                situation=situation,
                analysis=self._analyser.analyse(parsed),
                screen=self._screener.screen(parsed),
                parsed=parsed,
            )

    def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
        """The guarded parts of a plan as they arrive."""
        for part in self._engine.parts(reading, wish, cancel):
            yield self._guard.checked(reading, part)

    def plan(self, situation: Situation, wish: Wish | None = None) -> CoachingPlan:
        """Read a situation and write its whole plan. Raises TextTooLong."""
        return next(self.plans((situation,), wish))

    def plans(self, situations: Iterable[Situation], wish: Wish | None = None) -> Iterator[CoachingPlan]:
        """Whole plans for many situations, read in batches, in order. Raises TextTooLong."""
        for reading in self._readings(situations, planned=True):
            yield collect(reading, self.parts(reading, wish))

    def proposals(self, reading: Reading) -> Proposals:
        """Feelings and needs the person can pick from, best first."""
        return self._suggester.proposals(reading)

    def message(self, reading: Reading) -> Message:
        """What a text holds, sorted: the facts, the wishes, what is set aside."""
        return self._suggester.message(reading)

    def recheck(self, draft: str) -> Reading:
        """Read a draft that was edited by hand. Raises TextTooLong."""
        return self.reading(Situation(text=draft))

    def question(self, text: str) -> QuestionReading:
        """Read a text as one question. Raises TextTooLong."""
        return next(self.questions((text,)))

    def questions(self, texts: Iterable[str]) -> Iterator[QuestionReading]:
        """Read many texts, each as one question, in order. Raises TextTooLong."""
        for parsed in self._parsed_many(texts):
            yield read_question(parsed, self._analyser.findings(parsed))

    def reply(self, partner_said: str, response: str) -> ReplyReading:
        """How a response lands on what the partner said. Raises TextTooLong."""
        return next(self.replies(((partner_said, response),)))

    def replies(self, pairs: Iterable[tuple[str, str]]) -> Iterator[ReplyReading]:
        """How each response lands on what its partner said, in order. Raises TextTooLong."""
        from coach.language.replies import read_reply  # its many cues take a moment to compile

        parsed = self._parsed_many((text for pair in pairs for text in pair), encode=False)
        for partner in parsed:
            yield read_reply(partner, next(parsed))

    def marked(self, texts: Iterable[str]) -> Iterator[tuple[Parsed, tuple[Finding, ...], SafetyScreen]]:
        """Many texts, parsed, with what may sting in each and the safety screen, in order. Raises TextTooLong."""
        for parsed in self._parsed_many(texts):
            yield parsed, self._analyser.weighed(parsed), self._screener.screen(parsed)

    def screen(self, text: str) -> SafetyScreen:
        """The safety screen alone, for texts that get no plan. Raises TextTooLong."""
        return self._screener.screen(next(self._parsed_many((text,))))

    def check_length(self, text: str) -> None:
        """Raises TextTooLong when a text is over the limit."""
        if len(text) > self._settings.max_characters:
            raise TextTooLong(len(text), self._settings.max_characters)

    def _parsed_many(self, texts: Iterable[str], *, encode: bool = True, told: bool = False) -> Iterator[Parsed]:
        known = list(texts)
        for text in known:
            self.check_length(text)
        return parse_many(known, self._settings.batch_size, encode=encode, told=told)
