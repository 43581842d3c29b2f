"""Toy content shows itself by sameness: over many messages the coach names what was said and does not repeat itself."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from coach.bench import rows_of
from coach.language.parse import parse_many
from coach.model import CoachingPlan, Situation
from coach.service import CoachService

ROWS = rows_of("tuned", "rewrites")[:110]
NAMES_WHAT_WAS_SAID = 0.65
SHARED_QUESTIONS = 2
ONE_REQUEST = 0.1


@pytest.fixture(scope="module")
def plans(service: CoachService) -> list[CoachingPlan]:
    """Plans for more than a hundred varied messages."""
    return list(service.plans(Situation(text=row["text"], relation=row["relation"]) for row in ROWS))


def test_follow_ups_name_what_was_said(plans: list[CoachingPlan]) -> None:
    """At least two of the questions hold a content word of the message, for most messages."""
    good = 0
    for plan in plans:
        said, *asked = parse_many([plan.situation.text, *(question.text for question in plan.questions)])
        theirs = {
            token.lemma_.lower()
            for token in said.doc
            if token.pos_ in {"NOUN", "PROPN", "NUM", "VERB"} and not token.is_stop
        }
        good += sum(any(token.lemma_.lower() in theirs for token in one.doc) for one in asked) >= 2
    assert good / len(plans) >= NAMES_WHAT_WAS_SAID


def test_messages_on_one_topic_share_few_questions(plans: list[CoachingPlan]) -> None:
    """Two messages about the same thing get mostly different questions."""
    by_topic: dict[str, list[set[str]]] = {}
    for plan in plans:
        by_topic.setdefault(plan.analysis.topics[0], []).append({question.text for question in plan.questions})
    pairs = [len(one & other) for asked in by_topic.values() for one, other in combinations(asked, 2)]
    assert sum(shared > SHARED_QUESTIONS for shared in pairs) / len(pairs) <= 0.05


def test_no_request_serves_many_messages(plans: list[CoachingPlan]) -> None:
    """No request sentence of one style stands in more than a tenth of the plans."""
    for style in range(3):
        said = Counter(plan.drafts[style].request for plan in plans)
        said.pop("", None)
        assert said.most_common(1)[0][1] / len(plans) <= ONE_REQUEST, said.most_common(3)


def test_every_plan_is_full(plans: list[CoachingPlan]) -> None:
    """Three to five questions, each with two to go on with; three responses; every part of the preparation."""
    for plan in plans:
        assert 3 <= len(plan.questions) <= 5
        assert all(len(question.follow_ups) >= 2 for question in plan.questions)
        assert len(plan.responses) == 3
        assert {part.part for part in plan.preparation} >= {
            "time",
            "place",
            "phones",
            "body_language",
            "begin",
            "flooded",
        }
