"""What a person is shown when their words tell of danger: panels, wording for safety, and what of a plan stands back."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from reading_grade import grade

from coach.language.analyse import Analyser
from coach.language.parse import parse
from coach.library.shown import SafetyPanel
from coach.model import Risk, SafetyScreen, Severity, Situation, Slot
from coach.safety.panel import panel, safe_words, stood_back

if TYPE_CHECKING:
    from coach.library.load import Library
    from coach.service import CoachService

RISKS = tuple(risk for risk in get_args(Risk) if risk != "none")


@pytest.mark.parametrize("severity", ["concern", "immediate"])
@pytest.mark.parametrize("risk", RISKS)
def test_each_danger_has_its_panel(library: Library, risk: Risk, severity: Severity) -> None:
    """One panel with one question, and help lines that exist for each need it names."""
    fitting = [one for one in library.panels if (one.risk, one.severity) == (risk, severity)]
    assert fitting == [panel(library.panels, SafetyScreen(risk=risk, severity=severity))]
    assert fitting[0].question.count("?") == 1
    assert set(fitting[0].helps) <= {word for line in library.helplines for word in line.serves}


@pytest.mark.parametrize("risk", RISKS)
def test_each_concern_leads_to_wording_for_safety(library: Library, risk: Risk) -> None:
    """One set of safe words for each danger, for a concern alone: in immediate danger all wording waits."""
    fitting = [one for one in library.safe_words if one.risk == risk]
    assert fitting == [safe_words(library.safe_words, SafetyScreen(risk=risk, severity="concern"))]
    assert safe_words(library.safe_words, SafetyScreen(risk=risk, severity="immediate")) is None


def test_no_danger_has_no_panel(library: Library) -> None:
    """A calm message is left in peace."""
    assert panel(library.panels, SafetyScreen()) is None
    assert safe_words(library.safe_words, SafetyScreen()) is None


def test_fixed_words_do_not_lecture_blame_or_promise(library: Library) -> None:
    """No "both sides", no promise, no diagnosis, no leading negative, no command to leave, no therapy."""
    text = " ".join(shown.model_dump_json() for shown in (*library.panels, *library.safe_words)).lower()
    for phrase in (
        "both sides",
        "both of you",
        "their side",
        "your part",
        "you should",
        "you must",
        "will be fine",
        "we promise",
        "disorder",
        "abuser",
        "victim",
        "therapy",
        "you're not going to",
        "are you sure",
        "forgive them",
        "leave him",
        "leave her",
    ):
        assert phrase not in text


def test_safe_sentences_blame_nobody(library: Library) -> None:
    """What a person may say to stay safe holds no word that stings."""
    analyser = Analyser(library)
    for words in library.safe_words:
        for sentence in words.say:
            assert analyser.analyse(parse(sentence.text)).findings == (), sentence.text


def test_fixed_words_are_plain(library: Library) -> None:
    """Reading grade 8 at most for each whole panel and each set of safe words (Flesch–Kincaid)."""
    for shown in (*library.panels, *library.safe_words):
        lines = shown.lines if isinstance(shown, SafetyPanel) else shown.first
        assert grade(" ".join(lines)) <= 8, shown.title


@pytest.mark.parametrize("risk", RISKS)
def test_what_stands_back(library: Library, service: CoachService, risk: Risk) -> None:
    """After a concern nothing is left of a plan but drafts that speak for oneself, and those only on the person's condition."""
    plan = service.plan(Situation(text="You always leave the dishes and I feel tired."))
    words = safe_words(library.safe_words, SafetyScreen(risk=risk, severity="concern"))
    assert words is not None
    left = stood_back(plan, words)
    assert {draft.style for draft in left.drafts} == ({"direct", "brief"} if words.drafts_if else set())
    assert [draft.perspective for draft in left.drafts if draft.perspective] == []
    for slot in get_args(Slot):
        assert slot == "drafts" or getattr(left, slot) == ()
    assert stood_back(plan, None).drafts == ()


def test_who_may_do_harm_gets_no_drafts(library: Library) -> None:
    """Neither the writer's own violence nor a stalker is answered with sentences to the other."""
    without = {words.risk for words in library.safe_words if words.drafts_if is None}
    assert without == {"harm_to_others", "stalking"}


def test_own_violence_leads_to_lines_for_it(library: Library) -> None:
    """Who hurts somebody sees the lines for that first."""
    own = [shown for shown in library.panels if shown.risk == "harm_to_others"]
    assert [shown.helps[0] for shown in own] == ["own behaviour"] * 2
