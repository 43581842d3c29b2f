"""What the learned part adds: it is silent on plain acts and kind words, points at a clause, and costs next to nothing."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from coach import paths
from coach.language import learned, logistic
from coach.language.parse import Parsed, parse, pipeline
from coach.language.sentence_features import numbers, text_features
from coach.library.load import read_library
from coach.model import Finding, Kind

REASONS: dict[Kind, str] = {entry.kind: entry.why for entry in read_library(paths.CONTENT)[0].learned}
ALWAYS = 0.0
SILENT = (
    "You left the towels on the floor every day.",
    "You left your boots in the hall three times this week.",
    "The dishes were in the sink when I came home, and you were on the sofa.",
    "You were on your phone at dinner on Tuesday.",
    "When the phone is out at dinner I feel lonely, and I miss how we used to talk.",
    "Could you take the early feed tomorrow?",
    "I'd love to hear how your week went.",
    "Thank you for waiting up for me.",
    "I'm sorry I shouted. You didn't deserve it.",
    "What was the best part of your day?",
    "My husband hit me",
    "He has cut me off from my family",
    "See you at six, I'll bring the bread.",
)


def eager(model: learned.Model) -> learned.Model:
    """The same model, that finds blame everywhere."""
    return learned.Model(model.blame, model.meaning, model.bias, model.kinds, model.kind_bias, ALWAYS)


def found(text: str, findings: tuple[Finding, ...] = ()) -> list[Finding]:
    """What an eager model finds in a text."""
    return learned.learned_findings(parse(text), findings, REASONS, eager(learned.shipped()))


@pytest.mark.parametrize("text", SILENT)
def test_plain_acts_feelings_requests_and_thanks_are_left_alone(text: str) -> None:
    """Silence beats a false alarm: what a draft of the coach may say is never marked."""
    assert learned.learned_findings(parse(text), (), REASONS) == []


@pytest.mark.parametrize(
    "text", ["", " ", "?", "\n\n", "🙄", "ok", "...", '"You never listen," she said.', "a" * 500, "u " * 300]
)
def test_any_text_is_read(text: str) -> None:
    """Odd texts give findings inside the text or none, and raise nothing."""
    for finding in found(text):
        assert text[finding.start : finding.end] == finding.text


def test_every_kind_has_its_reason() -> None:
    """One plain sentence for each kind that the model can name."""
    assert set(REASONS) == set(learned.KINDS)
    assert all(why.endswith(".") and why.count(".") == 1 for why in REASONS.values())


def test_a_finding_is_a_clause_of_the_original_text_and_named_by_its_kind() -> None:
    """Offsets stand in what was typed, quotes and text-speak included."""
    text = "We had a nice lunch.  Some mother you’d make!"
    first, second = found(text)
    assert [text[one.start : one.end] for one in (first, second)] == [first.text, second.text]
    assert second.pattern == f"learned.{second.kind}"
    assert second.why == REASONS[second.kind]


def test_a_sentence_with_a_finding_is_not_read_again() -> None:
    """Patterns explain better; the learned part only adds."""
    text = "You never call. I rang twice."
    known = Finding(start=0, end=9, text=text[:9], pattern="absolute.always-never", kind="absolute", why="Because.")
    assert [one.start >= 16 for one in found(text, (known,))] == [True]


def test_somebody_elses_words_are_not_read() -> None:
    """A sentence that is all quotation is never marked."""
    text = (
        'My nan rang me last night about the garden. "You never listen." I laughed and put the kettle on for us both.'
    )
    assert not any("listen" in one.text for one in found(text))


def test_the_weights_are_small_and_come_back_as_they_were(tmp_path: Path) -> None:
    """A compact data file, and nothing lost in writing it but the last digits."""
    model = learned.shipped()
    learned.save(model, tmp_path / "weights.npz")
    again = learned.load(tmp_path / "weights.npz")
    assert np.allclose(model.blame, again.blame, atol=1e-6)
    assert np.allclose(model.kinds, again.kinds, atol=1e-6)
    assert (model.threshold, model.bias) == (again.threshold, again.bias)
    assert learned.WEIGHTS.stat().st_size <= 1_000_000
    assert model.threshold >= 0.7


def test_features_are_the_same_on_every_computer() -> None:
    """The places of features don't hang on Python's salted hash."""
    assert numbers(["1you", "1never", "1you"], 17).tolist() == [73894, 123356]


def test_neighbours_lend_their_words() -> None:
    """A kind sentence beside a doubtful one is seen."""
    first, second = text_features(parse("You are a marvel. Again."))
    assert "C1marvel" in second
    assert "C1again" in first


def test_the_regression_finds_the_column_that_tells() -> None:
    """A column that only wanted rows hold gets weight; one that all hold gets none to speak of."""
    rows = logistic.rows_of([np.array([0, 2]), np.array([0, 2]), np.array([1, 2]), np.array([1, 2])] * 10, 3)
    wanted = np.array([True, True, False, False] * 10)
    weights, _, _ = logistic.fit(rows, np.zeros((40, 0)), wanted, np.ones(40))
    assert weights[0] > 1
    assert weights[1] < -1
    assert abs(weights[2]) < 0.1


def cost(parsed: Parsed) -> float:
    """Seconds for one reading."""
    begin = time.perf_counter()
    learned.learned_findings(parsed, (), REASONS)
    return time.perf_counter() - begin


@pytest.mark.benchmark
def test_reading_costs_little_beside_the_parse() -> None:
    """At most a tenth of the parse of the same text (the aim is 0.08), best of five."""
    text = (
        "You said you would ring the plumber on Monday, and it is Friday now. I went to bed cold and I was cross. " * 20
    )
    parsed = parse(text)
    learned.learned_findings(parsed, (), REASONS)
    nlp = pipeline()
    parses = []
    for _ in range(5):
        begin = time.perf_counter()
        nlp(text)
        parses.append(time.perf_counter() - begin)
    assert min(cost(parsed) for _ in range(5)) <= 0.1 * min(parses)
