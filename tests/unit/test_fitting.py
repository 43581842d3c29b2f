"""What is asked for and seen belongs to the message: nothing named that nobody spoke of, nothing at the wrong time or place."""

from __future__ import annotations

import pytest

from coach.model import Situation, Topic
from coach.service import CoachService
from coach.suggest.choose_cards import stems
from coach.suggest.feelings import FeelingWords
from coach.suggest.fitting import Fitting, Said, said
from coach.suggest.recast import Observation
from coach.suggest.tense import Tense
from coach.wiring import library

MATTERS = (*library().concerns, *library().deeds)
BY_ID = {one.id: one for one in MATTERS}
FITTING = Fitting(MATTERS)


def told(text: str, tense: Tense, topic: Topic = "roommates") -> Said:
    """A message whose main point stands in one tense."""
    main = Observation("you did it", tense, True, False, "", frozenset(), 0, 0, facts=True)
    return said(text, [main], [topic], None)


def test_a_line_is_as_strange_as_the_things_it_names_that_nobody_spoke_of() -> None:
    """Milk was spoken of, eggs were not; days and the words of many matters are nobody's in particular."""
    heard = told("You finished the milk last night.", "past")
    milk = FITTING.strangeness("Would you get milk tomorrow?", heard)
    assert milk == 0
    assert FITTING.strangeness("Would you get milk and eggs tomorrow?", heard) > milk


@pytest.mark.parametrize(
    ("text", "tense", "topic", "line"),
    [
        ("You missed the meeting in May.", "past", "coworkers", "Would you send me a note each week?"),
        ("You borrow the drill and bring it back flat.", "habit", "roommates", "Would you give back the drill?"),
        ("You cut me off in the meeting.", "past", "coworkers", "Could we go through it tonight?"),
    ],
)
def test_what_is_asked_at_the_wrong_time_or_place_is_strange(text: str, tense: Tense, topic: Topic, line: str) -> None:
    """No standing arrangement for what was once, no giving back of what comes back, no evening at home for work."""
    fitting = told(text, "state", "roommates")
    assert FITTING.strangeness(line, told(text, tense, topic)) > FITTING.strangeness(line, fitting)


def test_a_matter_that_may_be_another_gives_no_view_and_no_strange_line() -> None:
    """The less sure the matter, the more of its lines give way to those that fit whatever it is."""
    matter, other = BY_ID["money-owed"], BY_ID["deed.any-past"]
    heard = told("You borrowed forty pounds in May.", "past", "money")
    sure = FITTING.lines(matter, other, (), heard, 0.95)
    unsure = FITTING.lines(matter, other, (), heard, 0.55)
    assert set(sure.perspectives) <= set(matter.perspectives)
    assert set(unsure.perspectives) <= set(other.perspectives)
    assert len(set(unsure.requests) & set(matter.requests)) < len(set(sure.requests) & set(matter.requests))
    assert len(unsure.requests) >= 3


def test_where_the_matter_has_no_name_the_need_is_broad_or_plainly_heard(service: CoachService) -> None:
    """Nobody needs "room to grieve" for a puddle: what no reader could name gets what is at stake in almost anything."""
    broad = {one.clause for one in library().needs if one.broad}
    found = service.plan(Situation(text="You walked through the puddle with my slippers on."))
    assert {draft.need for draft in found.drafts if draft.need} <= broad


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("You promised to keep the gate shut and the goat got out.", "keep the gate shut?"),
        ("You went to the boat show without me.", "ask me along?"),
        ("You copy the whole board in every small mail.", "copying the whole board?"),
    ],
)
def test_a_request_can_be_done(service: CoachService, text: str, asked: str) -> None:
    """A promise that lasts is kept and has no day; what was done without the writer is done with them; no word is left hanging."""
    drafts = service.plan(Situation(text=text)).drafts
    assert any(asked in draft.request for draft in drafts), [draft.request for draft in drafts]


@pytest.mark.parametrize(
    "text",
    [
        "You said you'd sort the tickets and we stood at the gate for two hours.",
        "You said you'd feed the fish while I was away and the tank was green.",
        "I end up two streets away with the shopping.",
        "Whenever I win you stop talking to me.",
    ],
)
def test_what_went_by_or_cannot_be_done_is_not_asked_for(service: CoachService, text: str) -> None:
    """No day for a journey that is over, no turns at being somewhere, no holding off from stopping."""
    for draft in service.plan(Situation(text=text)).drafts:
        assert not any(cue in draft.request for cue in ("a day when", "by when", "take turns", "hold off", "without"))


def test_what_was_felt_before_is_not_what_is_felt_about_it(service: CoachService) -> None:
    """Who had been looking forward to it does not feel eager now."""
    found = service.plan(
        Situation(text="You saw the fireworks without me. I'd been looking forward to them since June.")
    )
    assert all(draft.feeling != "eager" for draft in found.drafts)


def test_a_question_that_ends_in_did_is_read(service: CoachService) -> None:
    """A message may end on "did" with nothing after it."""
    assert len(service.plan(Situation(text="You opened the parcel from the clinic before I did")).drafts) == 3


def test_a_matter_that_is_only_likely_asks_for_nothing_that_nobody_spoke_of() -> None:
    """Below the mark a line must name something of the message; "three jobs for a month" is no answer to a wish for a rise."""
    matter, other = BY_ID["chores-not-helping"], BY_ID["deed.any-past"]
    heard = told("You didn't give me a raise in three years.", "past", "money")
    unsure = FITTING.lines(matter, other, (), heard, 0.53)
    assert not set(unsure.requests) & set(matter.requests)


def test_that_day_is_not_asked_about_where_it_happens_again_and_again() -> None:
    """What happened five times has no one day."""
    line = "Could you tell me what was going on for you that day?"
    assert FITTING.fits(line, told("You left the gas on.", "past"))
    assert not FITTING.fits(line, told("You left the gas on again.", "past"))


@pytest.mark.parametrize(
    ("need", "without", "having"),
    [
        ("mourning", "You took the lift without me.", "You left before the burial."),
        ("celebration", "You called me slow at the till.", "You skipped my birthday."),
        ("fairness", "You repeated what I said about Tom.", "You split the bill by heads."),
    ],
)
def test_a_need_presumes_what_was_spoken_of(need: str, without: str, having: str) -> None:
    """Nobody has to mark the good moments at the till."""
    words = FeelingWords(library())
    assert words.presumes(need, stems(without))
    assert not words.presumes(need, stems(having))


def test_no_grave_event_is_told_with_a_mild_feeling_and_no_grievance_with_a_pleasant_one(service: CoachService) -> None:
    """Nobody is put out by a theft, nor grateful for it."""
    words = FeelingWords(library())
    parsed = service.reading(Situation(text="You stole my grandmother's ring.")).parsed
    assert words.of_a_grievance(["grateful", "annoyed", "angry"], parsed) == ["angry", "grateful", "annoyed"]
    calm = service.reading(Situation(text="You moved my mug.")).parsed
    assert words.of_a_grievance(["grateful", "annoyed", "angry"], calm) == ["annoyed", "angry", "grateful"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("You didn't come to my christening lunch.", "come to my christening"),
        ("You wouldn't let me hold the baby at the party.", "let me hold the baby at the party"),
    ],
)
def test_what_is_over_is_not_asked_for(service: CoachService, text: str, never: str) -> None:
    """A christening has no next time, and that party is past."""
    drafts = service.plan(Situation(text=text)).drafts
    assert drafts
    assert not any(never in draft.request for draft in drafts), [draft.request for draft in drafts]
