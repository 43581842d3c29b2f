"""One contract over every engine: offline, fallback, a scripted fake and a failing one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from coach.engines.fallback import FallbackEngine
from coach.engines.offline import OfflineEngine
from coach.engines.port import SLOTS, Cancel, Engine, collect
from coach.errors import EngineError
from coach.language.analyse import Analyser
from coach.library.load import Library
from coach.model import CoachingPlan, IStatement, PlanPart, Question, Reading, Situation, Wish
from coach.service import CoachService
from coach.suggest.suggester import Suggester

DRAFT = IStatement(style="gentle", text="I felt sad when the call ended. Would you ring me tomorrow?", feeling="sad")
LATER_DRAFT = DRAFT.model_copy(
    update={"text": "I felt hurt when the call ended. Would you ring me tomorrow?", "feeling": "hurt"}
)
ASKED = Question(text="What was that like for you?")
REASON = "the model did not answer in time"
MESSAGES = ("You never call me.", "We only talk about schedules; I miss us.", "Thank you for last night.", "", "😀")


class ScriptedEngine:
    """A fake that plays parts in order, and may fail at the end."""

    name = "scripted"

    def __init__(self, *script: PlanPart, fails: bool = False) -> None:
        """Play ``script``; then raise an EngineError if it ``fails``."""
        self._script, self._fails = script, fails

    def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
        """The script."""
        for part in self._script:
            if cancel is not None and cancel.is_set():
                return
            yield part
        if self._fails:
            raise EngineError(REASON)


def scripted() -> ScriptedEngine:
    """A model that streams: a first draft, then its final form, then a question."""
    return ScriptedEngine(
        PlanPart(slot="drafts", items=(DRAFT,), written_by="scripted", partial=True),
        PlanPart(slot="drafts", items=(LATER_DRAFT,), written_by="scripted"),
        PlanPart(slot="questions", items=(ASKED,), written_by="scripted"),
    )


@pytest.fixture(scope="session")
def offline(library: Library) -> OfflineEngine:
    """The offline engine on the project's content."""
    return OfflineEngine(Suggester(Analyser(library), library))


ENGINES: dict[str, Callable[[OfflineEngine], Engine]] = {
    "offline": lambda offline: offline,
    "scripted": lambda offline: scripted(),
    "fallback over a good one": lambda offline: FallbackEngine(scripted(), offline),
    "fallback over one that fails at once": lambda offline: FallbackEngine(ScriptedEngine(fails=True), offline),
    "fallback over one that fails midway": lambda offline: FallbackEngine(
        ScriptedEngine(PlanPart(slot="drafts", items=(DRAFT,), written_by="scripted"), fails=True), offline
    ),
}


@pytest.fixture(params=ENGINES, ids=lambda name: name.replace(" ", "-"))
def engine(request: pytest.FixtureRequest, offline: OfflineEngine) -> Engine:
    """Every engine in turn."""
    return ENGINES[request.param](offline)


@pytest.fixture(params=MESSAGES)
def reading(request: pytest.FixtureRequest, service: CoachService) -> Reading:
    """A complaint, an invitation, a thanks, nothing, and no word at all."""
    return service.reading(Situation(text=request.param))


def test_every_final_slot_comes_once(engine: Engine, reading: Reading) -> None:
    """A slot is final once; partial parts come only before it."""
    final = [part.slot for part in engine.parts(reading) if not part.partial]
    assert len(final) == len(set(final))
    assert set(final) <= set(SLOTS)


def test_no_part_is_empty(engine: Engine, reading: Reading) -> None:
    """A part that is sent holds something."""
    assert all(part.items for part in engine.parts(reading))


def test_drafts_come_before_questions(engine: Engine, reading: Reading) -> None:
    """What a person needs first comes first."""
    slots = [part.slot for part in engine.parts(reading)]
    if "drafts" in slots and "questions" in slots:
        assert slots.index("drafts") < slots.index("questions")


def test_parts_become_a_plan(engine: Engine, reading: Reading) -> None:
    """Any engine's parts collect into a valid plan that says who wrote what."""
    plan = collect(reading, engine.parts(reading))
    assert CoachingPlan.model_validate(plan.model_dump()) == plan
    assert all(getattr(plan, slot) for slot in plan.written_by)


def test_an_engine_says_who_it_is(engine: Engine) -> None:
    """An engine has a name."""
    assert engine.name


def test_nothing_is_begun_once_stop_is_pressed(engine: Engine, reading: Reading) -> None:
    """With stop already pressed, no part is written."""
    stop = Event()
    stop.set()
    assert list(engine.parts(reading, cancel=stop)) == []


def test_stop_in_the_middle_keeps_what_was_there(engine: Engine, service: CoachService) -> None:
    """Stop pressed after the first part: at most that part's slot is finished, and nothing raises."""
    stop = Event()
    kept = []
    for part in engine.parts(service.reading(Situation(text="You never call me.")), cancel=stop):
        kept.append(part)
        stop.set()
    assert len(kept) == 1


def test_two_runs_write_the_same(engine: Engine, reading: Reading) -> None:
    """A rerun of the page changes no word."""
    assert list(engine.parts(reading)) == list(engine.parts(reading))


def test_a_later_part_replaces_a_partial_one(service: CoachService) -> None:
    """What was streamed early gives way to its final form."""
    reading = service.reading(Situation(text="You never call me."))
    assert collect(reading, scripted().parts(reading)).drafts == (LATER_DRAFT,)


def test_the_fallback_fills_what_is_missing_and_says_why(service: CoachService, offline: OfflineEngine) -> None:
    """What the failed engine had finished stays; the rest is the offline engine's, with the reason."""
    engine = ENGINES["fallback over one that fails midway"](offline)
    plan = plan_by(service, engine)
    assert plan.written_by["drafts"] == "scripted"
    assert plan.written_by["questions"] == "offline"
    assert plan.fallback_reason == REASON


def test_a_partial_part_does_not_count_as_finished(service: CoachService, offline: OfflineEngine) -> None:
    """A stream that breaks off in the middle of the drafts: the drafts are the offline engine's."""
    engine = FallbackEngine(
        ScriptedEngine(PlanPart(slot="drafts", items=(DRAFT,), written_by="scripted", partial=True), fails=True),
        offline,
    )
    assert plan_by(service, engine).written_by["drafts"] == "offline"


def test_without_a_failure_no_reason_is_given(service: CoachService, offline: OfflineEngine) -> None:
    """A model that simply leaves a slot out is completed without a complaint."""
    assert plan_by(service, FallbackEngine(scripted(), offline)).fallback_reason is None


def test_a_failure_of_ours_is_not_swallowed(service: CoachService, offline: OfflineEngine) -> None:
    """The fallback acts on EngineError alone: a bug is not hidden behind the offline plan."""

    class Broken:
        name = "broken"

        def parts(self, reading: Reading, wish: Wish | None = None, cancel: Cancel | None = None) -> Iterator[PlanPart]:
            raise KeyError(reading.situation.text)

    with pytest.raises(KeyError):
        plan_by(service, FallbackEngine(Broken(), offline))


def test_another_feeling_changes_the_drafts(service: CoachService, offline: OfflineEngine) -> None:
    """A feeling and a need that the person picks stand in every draft; an unknown one is as none."""
    reading = service.reading(Situation(text="You left the meeting without a word to me."))
    picked = service.proposals(reading).feelings[-1]
    drafts = collect(reading, offline.parts(reading, Wish(feeling=picked.id))).drafts
    assert {draft.feeling for draft in drafts} == {picked.word}
    assert all(picked.word in draft.text for draft in drafts)
    unknown = collect(reading, offline.parts(reading, Wish(feeling="no-such-feeling")))
    assert unknown == collect(reading, offline.parts(reading))


def plan_by(service: CoachService, engine: Engine) -> CoachingPlan:
    """A plan for one complaint, by an engine."""
    reading = service.reading(Situation(text="You never call me."))
    return collect(reading, engine.parts(reading))
