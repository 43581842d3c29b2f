"""The one way in: what is refused, and the order of screen, reading, engine and guard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.engines.port import Cancel
from coach.errors import TextTooLong
from coach.language.analyse import Analyser
from coach.library.load import Library
from coach.model import IStatement, PlanPart, Reading, SafetyScreen, Situation, Wish
from coach.service import CoachService
from coach.settings import Settings
from coach.suggest.suggester import Suggester

DRAFT = IStatement(style="gentle", text="I felt sad. Would you ring me?", feeling="sad")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "😀", "\u202eabc", "?" * 200, "a" * 10_000])
def test_any_text_within_the_limit_gets_a_plan(service: CoachService, text: str) -> None:
    """An empty text, one word, an emoji, marks alone and a text at the limit are all read."""
    assert service.plan(Situation(text=text)).situation.text == text


def test_a_text_over_the_limit_is_refused_with_a_way_on(service: CoachService) -> None:
    """The refusal says how long the text is, what the limit is, that nothing is lost, and what to do."""
    with pytest.raises(TextTooLong, match=r"10,001 characters .* up to 10,000 .* Nothing is lost: please"):
        service.plan(Situation(text="a" * 10_001))


@pytest.mark.parametrize("call", ["question", "recheck", "screen"])
def test_the_limit_holds_for_every_way_in(service: CoachService, call: str) -> None:
    """A question, a draft and a text for the screen alone have the same limit."""
    with pytest.raises(TextTooLong):
        getattr(service, call)("a" * 10_001)


def test_the_limit_holds_for_both_sides_of_a_reply(service: CoachService) -> None:
    """What the partner said counts as well."""
    for pair in (("a" * 10_001, "ok"), ("ok", "a" * 10_001)):
        with pytest.raises(TextTooLong):
            service.reply(*pair)


def test_the_limit_is_a_setting(library: Library) -> None:
    """A smaller limit is kept."""
    with pytest.raises(TextTooLong, match="up to 5 at a time"):
        built(library, Log(), Settings(max_characters=5)).reading(Situation(text="abcdef"))


def test_many_readings_are_those_of_each_alone(service: CoachService) -> None:
    """Batches change nothing and keep the order."""
    texts = ["You never call.", "", "Thanks!", "You never call.", "What time is dinner?"]
    together = [reading.analysis for reading in service.readings(Situation(text=text) for text in texts)]
    assert together == [service.reading(Situation(text=text)).analysis for text in texts]


def test_the_screen_comes_before_the_engine_and_the_guard_after(library: Library) -> None:
    """No engine begins before the screen has read, and no part is seen before the guard has."""
    log = Log()
    plan = built(library, log).plan(Situation(text="You never call."))
    assert log == ["screened", "begun", "checked drafts"]
    assert plan.screen.risk == "self_harm"


def test_an_engine_reads_what_the_screen_saw(library: Library) -> None:
    """The reading handed to an engine holds the screen, so that it can step back."""
    log = Log()
    service = built(library, log)
    list(service.parts(service.reading(Situation(text="Hi."))))
    assert log.reading is not None
    assert log.reading.screen.severity == "immediate"


def test_a_draft_edited_by_hand_is_read_again(service: CoachService) -> None:
    """What a person writes into a draft is marked like any message."""
    assert service.recheck("You never help me.").analysis.findings
    assert not service.recheck("I felt tired when I did the shopping alone.").analysis.findings


def test_nothing_that_was_typed_stays_behind(service: CoachService) -> None:
    """The service keeps no word of anybody's between calls."""
    service.plan(Situation(text="A secret about Zorblatt."))
    assert "Zorblatt" not in repr(vars(service))


class Log(list[str]):
    """What happened, in order, and the reading that the engine got."""

    reading: Reading | None = None


def built(library: Library, log: Log, settings: Settings | None = None) -> CoachService:
    """A service whose screen, engine and guard write into a log."""

    class LoggingScreener:
        def screen(self, parsed: object) -> SafetyScreen:
            log.append("screened")
            return SafetyScreen(risk="self_harm", severity="immediate")

    class LoggingEngine:
        name = "logging"

        def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
            log.append("begun")
            log.reading = reading
            yield PlanPart(slot="drafts", items=(DRAFT,))

    class LoggingGuard:
        def checked(self, reading: Reading, part: PlanPart) -> PlanPart:
            log.append(f"checked {part.slot}")
            return part

    analyser = Analyser(library)
    return CoachService(
        settings=settings or Settings(),
        analyser=analyser,
        screener=LoggingScreener(),  # type: ignore[arg-type]
        suggester=Suggester(analyser, library),
        engine=LoggingEngine(),
        guard=LoggingGuard(),  # type: ignore[arg-type]
    )
