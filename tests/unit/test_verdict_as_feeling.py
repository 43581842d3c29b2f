"""A verdict told as a feeling is said as the doubt beneath it."""

from __future__ import annotations

import pytest

from coach.language.clauses import clauses
from coach.language.parse import parse
from coach.model import Situation
from coach.service import CoachService
from coach.suggest.target import find_target
from coach.suggest.wondering import Doubt, wondering

DOUBTS = {
    "It feels like you don't trust me with the shop any more.": "you still trust me with the shop",
    "You make me feel as if I'm not welcome at Sunday lunch.": "I'm welcome at Sunday lunch",
    "Lately I feel like you're embarrassed to be seen with me.": "you're embarrassed to be seen with me",
    "I feel like my stepson doesn't want me at the wedding.": "you want me at the wedding",
    "She makes me feel like I don't matter.": "I matter to you",
}
NONE = [
    "I feel like a walk by the river.",
    "I feel like you never listen to anything I say.",
    "I feel like you don't help with the garden.",
    "I feel sad when you leave without saying goodbye.",
    "You make me feel stupid.",
    "I feel that we should paint the fence before winter.",
]


def _doubt(text: str) -> Doubt | None:
    parsed = parse(text)
    return wondering(parsed, find_target(clauses(parsed.doc), parsed.reported))


@pytest.mark.parametrize("text", DOUBTS)
def test_the_doubt_is_said(text: str) -> None:
    """A denial is turned, and whoever is described becomes the one spoken to."""
    doubt = _doubt(text)
    assert doubt is not None
    assert doubt.text == f"I sometimes wonder whether {DOUBTS[text]}."


@pytest.mark.parametrize("text", NONE)
def test_nothing_else_is_a_doubt(text: str) -> None:
    """Wishes, plain feelings, sweeping verdicts and proposals are no doubts."""
    assert _doubt(text) is None


def test_all_drafts_say_it_and_the_note_asks_for_a_moment(service: CoachService) -> None:
    """Nothing is left blank, and what would help more is said."""
    plan = service.plan(Situation(text="I feel like you don't love living here with me anymore."))
    assert all("whether you still love living here with me" in draft.text for draft in plan.drafts)
    assert "One real moment" in plan.note[0]
    assert plan.later == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I cooked all afternoon and all you said was the rice was dry.", "You said the rice was dry."),
        ("I told you I got the job and all you did was shrug.", "you shrugged"),
        ("I'm so tired of being the only one who cleans the bathroom.", "t mostly falls to me to clean the bathroom"),
        ("How many times must I ask for a clean towel?", "I've asked you more than once for a clean towel."),
        ("If you don't start pulling your weight I'm moving out.", "take on your share of the work"),
        ("So good of you to turn up.", "I waited for you to turn up."),
        (
            "We've had no evening out in five months and you act like nothing is wrong.",
            "no evening out in five months.",
        ),
    ],
)
def test_what_is_wrapped_in_a_verdict_is_told(text: str, told: str, service: CoachService) -> None:
    """The fact or the wish stands in the gentle draft."""
    assert told in service.plan(Situation(text=text)).drafts[0].text
