"""One contract over every engine: offline, a model's (good, hostile, silent, failing), a scripted fake, and the fallback over each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from fakes import Answer, FakeModel
from fault_server import GOOD

from coach.engines.fallback import FallbackEngine
from coach.engines.llm import LlmEngine
from coach.engines.offline import OfflineEngine
from coach.engines.port import SLOTS, Cancel, Engine, collect
from coach.errors import EngineError
from coach.language.analyse import Analyser
from coach.library.load import Library
from coach.llm.breaker import Breaker
from coach.llm.dialect import Dialects
from coach.llm.reasons import Reason
from coach.llm.retry import Caller
from coach.model import CoachingPlan, IStatement, PlanPart, Question, Reading, Situation, Wish
from coach.service import CoachService
from coach.suggest.guard import Guard
from coach.suggest.suggester import Suggester
from coach.wiring import library, prompts

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


HALF = {**GOOD, "drafts": [*GOOD["drafts"][:2], {"style": "brief", "text": "You never help."}], "questions": ["?"]}


def by_model(answer: Answer, fails: Reason | None = None) -> LlmEngine:
    """The model engine over a fake model."""
    return engine_of(FakeModel(answer, fails=fails))


def engine_of(model: FakeModel) -> LlmEngine:
    """The model engine over a fake model that a test looks at."""
    known = library()
    caller = Caller(model, 2.0, Dialects(), Breaker())
    return LlmEngine(caller, Guard(Analyser(known), known), prompts()["plan"], masks=True)


ENGINES: dict[str, Callable[[OfflineEngine], Engine]] = {
    "offline": lambda offline: offline,
    "scripted": lambda offline: scripted(),
    "llm": lambda offline: by_model(lambda request: GOOD),
    "llm that answers out of order": lambda offline: by_model(lambda request: dict(reversed(GOOD.items()))),
    "fallback over llm": lambda offline: FallbackEngine(by_model(lambda request: GOOD), offline),
    "fallback over a half good llm": lambda offline: FallbackEngine(by_model(lambda request: HALF), offline),
    "fallback over a llm that says nothing": lambda offline: FallbackEngine(by_model(lambda request: ""), offline),
    "fallback over a llm that is filtered": lambda offline: FallbackEngine(
        by_model(lambda request: {"drafts": GOOD["drafts"]}, "filtered"), offline
    ),
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


DISHES = "You always leave the dishes in the sink, and I have to wash them when I am tired."


def test_a_bad_item_alone_is_the_offline_engines(service: CoachService, offline: OfflineEngine) -> None:
    """Two drafts of three pass: the third is the offline engine's, in its place, and the plan says which it is."""
    reading = service.reading(Situation(text=DISHES))
    engine = FallbackEngine(by_model(lambda request: HALF), offline)
    plan = collect(reading, engine.parts(reading))
    own = collect(reading, offline.parts(reading))
    assert [draft.style for draft in plan.drafts] == ["gentle", "direct", "brief"]
    assert plan.drafts[2] == own.drafts[2]
    assert plan.drafts[0] != own.drafts[0]
    assert plan.written_by["drafts"] == "fake-model"
    assert plan.stand_ins["drafts"] == (2,)
    assert plan.written_by["questions"] == "offline"
    assert plan.fallback_reason is None


def test_the_repair_names_what_failed(service: CoachService) -> None:
    """A second turn asks for the failed parts alone, with each item and the reasons; what it mends is taken."""
    model = FakeModel(lambda request: HALF if len(model.asked) == 1 else GOOD)
    engine = engine_of(model)
    reading = service.reading(Situation(text=DISHES))
    plan = collect(reading, engine.parts(reading))
    assert [draft.text for draft in plan.drafts] == [draft["text"] for draft in GOOD["drafts"]]
    first, second = model.asked
    assert set(first.schema["properties"]) == set(GOOD)
    assert set(second.schema["properties"]) == {"drafts", "questions"}
    assert "You never help." in second.turns[1].text
    assert "may be heard as blame" in second.turns[1].text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He hits me when I am late.",
        "I'm afraid of him. You always shout.",
        "Nunca me ayudas con los platos en casa.",
    ],
)
def test_some_texts_never_leave(service: CoachService, offline: OfflineEngine, text: str) -> None:
    """An empty text, one that tells of danger, and one that the guard could not judge are not sent; the plan is offline."""
    model = FakeModel(lambda request: GOOD)
    engine = engine_of(model)
    reading = service.reading(Situation(text=text))
    assert list(engine.parts(reading)) == []
    assert model.asked == []


def test_a_wish_for_other_words_asks_for_drafts_alone(service: CoachService) -> None:
    """A variation costs one short request, and the wish travels as data."""
    model = FakeModel(lambda request: GOOD)
    engine = engine_of(model)
    parts = list(engine.parts(service.reading(Situation(text=DISHES)), Wish(words='as a "pirate"')))
    assert [part.slot for part in parts] == ["drafts"]
    assert set(model.asked[0].schema["properties"]) == {"drafts"}
    assert '"as a \\"pirate\\""' in model.asked[0].turns[1].text


def test_the_own_part_is_never_asked_where_there_may_be_danger(service: CoachService) -> None:
    """Whoever may be in danger is asked for no part of theirs."""
    assert service.plan(Situation(text="You always leave the dishes.")).your_part
    assert service.plan(Situation(text="I'm afraid of him. You always shout.")).your_part == ()
