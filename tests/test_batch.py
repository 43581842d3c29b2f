"""`coach batch`, line by line: the contract of the design for every kind, and what happens to a bad line."""

from __future__ import annotations

import io
import json
from typing import Any, get_args

import pytest

from coach import batch
from coach.library.load import Library
from coach.model import CoachingPlan, Kind, ReplyLabel, Risk, Severity, Topic
from coach.service import CoachService
from coach.studio.turns import Act, Asked

TEXTS = ("You never call me back.", "I miss us. We only talk about the car.", "Thanks for the soup.", "")
GOOD: dict[str, list[dict[str, Any]]] = {
    "analyse": [{"id": i, "text": text} for i, text in enumerate(TEXTS)],
    "rewrite": [
        {"id": i, "text": text, "context": {"relation": "partner", "who_said": "me"}} for i, text in enumerate(TEXTS)
    ],
    "plan": [{"id": i, "text": text, "context": {"topic": "money"}} for i, text in enumerate(TEXTS)],
    "question": [
        {"id": "a", "text": "Did you eat?"},
        {"id": "b", "text": "What was it like?"},
        {"id": "c", "text": ""},
    ],
    "reply": [{"id": "a", "partner_said": "I'm worn out.", "response": "Just sleep more."}],
    "review": [
        {"id": "a", "turns": [{"speaker": "A", "text": text} for text in TEXTS]},
        {
            "id": "b",
            "turns": [{"speaker": "A", "text": "You never call."}, {"speaker": "B", "text": "So you miss me?"}],
        },
        {"id": "c", "turns": []},
    ],
}


def answers(kind: str, lines: bytes, service: CoachService, batch_size: int = 64) -> tuple[list[dict[str, Any]], bool]:
    """What a run writes, and whether every line was good."""
    target = io.BytesIO()
    good = batch.run(kind, io.BytesIO(lines), target, service, batch_size)
    return [json.loads(line) for line in target.getvalue().decode("utf-8").splitlines()], good


def lines(*rows: dict[str, Any]) -> bytes:
    """Rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


@pytest.fixture(scope="module")
def answered(service: CoachService) -> dict[str, list[dict[str, Any]]]:
    """The answers to good lines, by kind."""
    return {kind: answers(kind, lines(*rows), service)[0] for kind, rows in GOOD.items()}


def test_every_kind_of_the_design_is_there() -> None:
    """All kinds are answered."""
    assert set(batch.KINDS) == {"analyse", "rewrite", "question", "reply", "plan", "review"}


@pytest.mark.parametrize("kind", GOOD)
def test_ids_come_back_in_order(kind: str, answered: dict[str, list[dict[str, Any]]]) -> None:
    """One line out for each line in, with its id, in order."""
    assert [answer["id"] for answer in answered[kind]] == [row["id"] for row in GOOD[kind]]


def test_an_analysis_has_the_shape_of_the_design(answered: dict[str, list[dict[str, Any]]]) -> None:
    """Exactly the fields that the design names, with values from its closed lists."""
    for answer in answered["analyse"]:
        assert list(answer) == ["id", "blaming", "findings", "heard", "topics", "safety"]
        assert answer["blaming"] is bool(answer["findings"])
        assert all(set(found) == {"start", "end", "text", "pattern", "kind", "why"} for found in answer["findings"])
        assert {found["kind"] for found in answer["findings"]} <= set(get_args(Kind))
        assert isinstance(answer["heard"], int)
        assert 0 <= answer["heard"] <= 100
        assert answer["topics"]
        assert set(answer["topics"]) <= set(get_args(Topic))
        assert answer["safety"]["risk"] in get_args(Risk)
        assert answer["safety"]["severity"] in get_args(Severity)


def test_a_rewrite_has_the_shape_of_the_design(answered: dict[str, list[dict[str, Any]]]) -> None:
    """Drafts with their parts, and what was set aside."""
    parts = {"style", "text", "observation", "feeling", "need", "request", "perspective"}
    for answer in answered["rewrite"]:
        assert list(answer) == ["id", "drafts", "later"]
        assert all(set(draft) == parts for draft in answer["drafts"])
        assert all(isinstance(one, str) for one in answer["later"])
    assert [draft["style"] for draft in answered["rewrite"][0]["drafts"]] == ["gentle", "direct", "brief"]


def test_a_review_has_the_shape_of_the_design(answered: dict[str, list[dict[str, Any]]]) -> None:
    """Every turn with its act, its question and its findings; the speakers' figures and ratios; a score."""
    for row, answer in zip(GOOD["review"], answered["review"], strict=True):
        assert list(answer) == ["id", "turns", "speakers", "summary_score"]
        assert [(turn["speaker"], turn["text"]) for turn in answer["turns"]] == [
            (turn["speaker"], turn["text"]) for turn in row["turns"]
        ]
        for turn in answer["turns"]:
            assert list(turn) == ["speaker", "text", "act", "question", "findings"]
            assert turn["act"] in get_args(Act)
            assert turn["question"] in get_args(Asked)
            assert all(turn["text"][found["start"] : found["end"]] == found["text"] for found in turn["findings"])
        assert list(answer["speakers"]) == list(dict.fromkeys(turn["speaker"] for turn in row["turns"]))
        for one in answer["speakers"].values():
            assert {"talk_share", "open_share", "reflections_to_questions", "questions", "reflections"} <= set(one)
        assert isinstance(answer["summary_score"], int)
        assert 0 <= answer["summary_score"] <= 100


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, '"turns" must be a list'),
        ({"turns": "A: Hi"}, '"turns" must be a list'),
        ({"turns": ["Hi"]}, "turns[0] must be an object"),
        ({"turns": [{"speaker": "A", "text": "Hi"}, {"speaker": "B"}]}, 'turns[1]: "text" is missing'),
        ({"turns": [{"speaker": 1, "text": "Hi"}]}, 'turns[0]: "speaker" must be a string'),
        ({"turns": [{"speaker": "A", "text": "a" * 10_001}]}, "10,001 characters"),
    ],
)
def test_a_bad_talk_is_told(row: dict[str, Any], said: str, service: CoachService) -> None:
    """The error names the turn."""
    (answer,), good = answers("review", lines({"id": 1, **row}), service)
    assert not good
    assert answer["id"] == 1
    assert said in answer["error"]


def test_a_question_has_the_shape_of_the_design(answered: dict[str, list[dict[str, Any]]]) -> None:
    """Open, blaming, and an open version or null."""
    for answer in answered["question"]:
        assert list(answer) == ["id", "open", "blaming", "open_version"]
        assert isinstance(answer["open_version"], str | None)


def test_a_reply_has_the_shape_of_the_design(answered: dict[str, list[dict[str, Any]]]) -> None:
    """Good or not, one of the eleven labels, and a better reply or null."""
    for answer in answered["reply"]:
        assert list(answer) == ["id", "good", "label", "better"]
        assert answer["label"] in get_args(ReplyLabel)


def test_a_plan_is_the_whole_plan(answered: dict[str, list[dict[str, Any]]]) -> None:
    """A line of a plan run reads back as a CoachingPlan."""
    for answer in answered["plan"]:
        assert CoachingPlan.model_validate({name: value for name, value in answer.items() if name != "id"})


def test_in_immediate_danger_help_stands_for_the_plan(service: CoachService, library: Library) -> None:
    """No draft, no question, no shared blame: the panel's words as the note, and every field is still there."""
    text = "You strangled me last night and I am scared that you will kill me."
    (plan,), _ = answers("plan", lines({"id": 1, "text": text}), service)
    (safe,), _ = answers("plan", lines({"id": 2, "text": "You never call me back."}), service)
    (rewritten,), _ = answers("rewrite", lines({"id": 3, "text": text}), service)
    assert plan["screen"]["severity"] == "immediate"
    shown = next(one for one in library.panels if (one.risk, one.severity) == (plan["screen"]["risk"], "immediate"))
    assert plan["note"] == [shown.title, *shown.lines]
    assert list(plan) == list(safe)
    told = {"id", "situation", "analysis", "screen", "note"}
    assert [name for name, value in plan.items() if value and name not in told] == []
    assert rewritten == {"id": 3, "drafts": [], "later": []}


def test_offsets_are_code_points_of_the_original(service: CoachService) -> None:
    """Emoji, typographic quotes, combining marks and text-speak before a finding move no offset."""
    text = "😀👩‍👩‍👧 e\u0301 “well” — u never call me, ur late"
    (answer,), _ = answers("analyse", lines({"id": 1, "text": text}), service)
    assert answer["findings"]
    assert all(text[found["start"] : found["end"]] == found["text"] for found in answer["findings"])


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"nope", "not valid JSON: Expecting value at character 1"),
        (b"[1]", "must be one JSON object"),
        (b'"text"', "must be one JSON object"),
        (b'{"id": 1, "text": "\xff"}', "not UTF-8"),
        (b'{"id": NaN, "text": "a"}', "not valid JSON"),
        (b'{"id": 1, "text":' + b"[" * 100_000, "nested too deeply"),
        (b'{"text": "a"}', '"id" is missing'),
        (b'{"id": null, "text": "a"}', '"id" is missing'),
        (b'{"id": [1], "text": "a"}', '"id" must be a string or a number'),
        (b'{"id": 1e999, "text": "a"}', '"id" must be a string or a number'),
        (b'{"id": true, "text": "a"}', '"id" must be a string or a number'),
        (b'{"id": "\\ud800", "text": "a"}', '"id" holds half of a character'),
    ],
)
def test_a_line_that_cannot_be_told_has_no_id(raw: bytes, says: str, service: CoachService) -> None:
    """What cannot be read gets id null and a sentence, and the lines around it are answered."""
    around = lines({"id": "before", "text": "Hi."}), lines({"id": "after", "text": "Hi."})
    (before, bad, after), good = answers("analyse", around[0] + raw + b"\n" + around[1], service)
    assert (before["id"], after["id"]) == ("before", "after")
    assert bad["id"] is None
    assert says in bad["error"]
    assert list(bad) == ["id", "error"]
    assert not good


@pytest.mark.parametrize(
    ("kind", "row", "says"),
    [
        ("analyse", {}, '"text" is missing'),
        ("analyse", {"text": 5}, '"text" must be a string'),
        ("analyse", {"text": None}, '"text" must be a string'),
        ("analyse", {"text": "a" * 10_001}, "This text has 10,001 characters"),
        ("analyse", {"text": "a \ud800 b"}, '"text" holds half of a character'),
        ("question", {"text": ["a"]}, '"text" must be a string'),
        ("reply", {"response": "a"}, '"partner_said" is missing'),
        ("reply", {"partner_said": "a"}, '"response" is missing'),
        ("reply", {"partner_said": "a", "response": "b" * 10_001}, "This text has 10,001 characters"),
        (
            "plan",
            {"text": "a", "context": {"relation": "boss"}},
            "context.relation cannot be 'boss'; it can be partner, parent",
        ),
        ("plan", {"text": "a", "context": {"relation": ["partner"]}}, "context.relation cannot be ['partner']"),
        ("rewrite", {"text": "a", "context": {"topic": "weather"}}, "context.topic cannot be 'weather'"),
        (
            "rewrite",
            {"text": "a", "context": {"who_said": "him"}},
            "context.who_said cannot be 'him'; it can be me, them",
        ),
        (
            "plan",
            {"text": "a", "context": {"realtion": "partner"}},
            "context knows relation, who_said, topic, and not 'realtion'",
        ),
        ("plan", {"text": "a", "context": "partner"}, '"context" must be an object'),
        ("plan", {"text": "a", "context": []}, '"context" must be an object'),
    ],
)
def test_a_bad_line_keeps_its_id_and_says_why(kind: str, row: dict[str, Any], says: str, service: CoachService) -> None:
    """A line that can be told is answered with its id and one plain sentence."""
    raw = json.dumps({"id": "it", **row}).encode() + b"\n"
    (answer,), good = answers(kind, raw, service)
    assert list(answer) == ["id", "error"]
    assert answer["id"] == "it"
    assert says in answer["error"]
    assert not good


def test_a_line_too_long_to_hold_is_skipped(service: CoachService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of any length is passed over without holding it, and the next one is answered."""
    monkeypatch.setattr(batch, "_MAX_LINE", 100)
    raw = lines({"id": 1, "text": "a" * 1000}) + lines({"id": 2, "text": "Hi."}) + lines({"id": 3, "text": "a" * 81})
    found, _ = answers("analyse", raw, service)
    assert [answer["id"] for answer in found] == [None, 2, None]
    assert "longer than 100 bytes" in found[0]["error"]


def test_empty_lines_are_nothing(service: CoachService) -> None:
    """Empty lines are ignored, and so are a byte order mark and Windows line ends; a last line needs no end."""
    raw = b'\xef\xbb\xbf{"id": 1, "text": "Hi."}\r\n\r\n \t\n{"id": 2, "text": "Hi."}'
    found, good = answers("analyse", raw, service)
    assert [answer["id"] for answer in found] == [1, 2]
    assert good


def test_unknown_fields_are_carried_past(service: CoachService) -> None:
    """A labelled row can be fed as it is."""
    _, good = answers("analyse", lines({"id": 1, "text": "Hi.", "blaming": False}), service)
    assert good


def test_a_context_of_nulls_is_no_context(service: CoachService) -> None:
    """Null means that it was not told."""
    row = {"id": 1, "text": "You never call."}
    found, good = answers("plan", lines(row, {**row, "context": None}, {**row, "context": {"relation": None}}), service)
    assert good
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_batches_change_nothing(batch_size: int, service: CoachService) -> None:
    """Whatever the size of a batch, good and bad lines come out the same and in order."""
    raw = b"".join(lines(row) + b"oops\n" for row in GOOD["analyse"])
    assert answers("analyse", raw, service, batch_size) == answers("analyse", raw, service, 7)


def test_output_is_flushed_batch_by_batch(service: CoachService) -> None:
    """The first batch is out before the second is read."""

    class Watched(io.BytesIO):
        out_at_read: int | None = None

        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            if line.startswith(b'{"id": 3'):
                self.out_at_read = target.getvalue().count(b"\n")
            return line

    target = io.BytesIO()
    source = Watched(lines(*({"id": i, "text": "Hi."} for i in range(1, 5))))
    batch.run("analyse", source, target, service, 2)
    assert source.out_at_read == 2


def test_a_fault_of_ours_costs_one_line(service: CoachService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug on one text is told as a fault of ours, without the text; the rest of its batch is answered."""
    questions = service.questions

    def broken(texts: Any) -> Any:
        known = list(texts)
        if "boom?" in known:
            raise KeyError(known[0])
        return questions(known)

    monkeypatch.setattr(service, "questions", broken)
    found, good = answers(
        "question", lines(*({"id": text, "text": text} for text in ("What now?", "boom?", "And you?"))), service
    )
    assert ["error" in answer for answer in found] == [False, True, False]
    assert found[1]["error"] == "The coach failed on this line (KeyError). That is a fault of ours, not of the line."
    assert not good
