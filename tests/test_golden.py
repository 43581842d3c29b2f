"""Golden reports: whole messages and all that the coach says about them, in readable files that are reviewed as diffs.

After a change that is meant, write them anew and read the diff: pytest tests/test_golden.py --regolden
A new one begins as a file with two parts, the relation on the first line and the message below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from coach.model import CoachingPlan, Relation, Situation
from coach.service import CoachService

GOLDEN = Path(__file__).parent / "data" / "golden"
RULE = "\n" + "-" * 72 + "\n"
NOBODY = "nobody named"


def report(plan: CoachingPlan) -> Iterator[str]:
    """Everything a page would show, in the order in which it shows it."""
    analysis = plan.analysis
    yield f"intent {analysis.intent} · heard {analysis.heard.score} · topics {', '.join(analysis.topics)} · language {analysis.language}"
    yield from (f"  heard: {reason}" for reason in analysis.heard.reasons)
    if plan.screen.risk != "none":
        yield f"safety: {plan.screen.risk}, {plan.screen.severity}: {' | '.join(span.text for span in plan.screen.evidence)}"
    yield from (f"stings ({found.kind}, {found.pattern}): {found.text}" for found in analysis.findings)
    for asked in analysis.questions:
        how = "blaming" if asked.blaming else "open" if asked.open else "closed"
        yield f"asks ({how}): {asked.text}" + (f"  →  {asked.open_version}" if asked.open_version else "")
    yield from (f"note: {note}" for note in ([analysis.note] if analysis.note else []) + list(plan.note))
    for draft in plan.drafts:
        yield f"\n{draft.style}: {draft.text}"
        parts = {
            "observation": draft.observation,
            "feeling": draft.feeling,
            "need": draft.need,
            "request": draft.request,
        }
        yield "  " + " · ".join(f"{name}: {value}" for name, value in parts.items() if value)
    yield from (f"\nfor another time: {one}" for one in plan.later)
    for one in plan.invitation:
        yield f"\nopening: {one.opening}\nown story: {one.own_story}\npermission: {one.permission}"
    yield ""
    for question in plan.questions:
        yield f"ask: {question.text}"
        yield from (f"  if {follow.when}: {follow.ask}" for follow in question.follow_ups)
    yield ""
    for response in plan.responses:
        yield f"they: {response.they_say}\n  say: {response.text}\n  not: {response.avoid} ({response.avoid_why})"
    yield ""
    yield from (f"{part.part}: {' '.join(part.tips)}" for part in plan.preparation)
    yield from (f"their side: {view}" for view in plan.other_view)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_a_message_gets_its_report(path: Path, service: CoachService, request: pytest.FixtureRequest) -> None:
    """The whole report of a message is as reviewed."""
    given, _, expected = path.read_text(encoding="utf-8").partition(RULE)
    relation, _, text = given.partition("\n")
    assert relation in (NOBODY, *get_args(Relation))
    situation = Situation(text=text.strip("\n"), relation=None if relation == NOBODY else relation)  # type: ignore[arg-type]
    actual = "\n".join(line.rstrip() for line in "\n".join(report(service.plan(situation))).splitlines()) + "\n"
    if request.config.getoption("regolden"):
        path.write_text(f"{relation}\n{situation.text}\n{RULE}{actual}", encoding="utf-8")
        expected = actual
    assert actual == expected


def test_there_are_enough_and_they_vary() -> None:
    """At least forty whole messages, of one to a hundred and fifty words."""
    lengths = [
        len(path.read_text(encoding="utf-8").partition(RULE)[0].partition("\n")[2].split())
        for path in GOLDEN.glob("*.txt")
    ]
    assert len(lengths) >= 40
    assert min(lengths) == 1
    assert 100 <= max(lengths) <= 150
