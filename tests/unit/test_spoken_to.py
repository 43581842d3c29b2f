"""Who is meant in what is told, and how that person becomes "you" in a draft."""

from __future__ import annotations

import pytest

from coach.model import Situation
from coach.service import CoachService

TURNED = [
    (
        "My business partner Esra has hired her cousin without a word. When I asked, Esra shrugged and left.",
        "When I asked, you shrugged and left.",
        "Esra",
    ),
    (
        "My stepson Kofi lives with us at weekends and will not eat with me. I drove to Leeds to fetch his inhaler on Friday.",
        "I drove to Leeds to fetch your inhaler on Friday.",
        "stepson",
    ),
    (
        "My flatmate Ines has had her boyfriend stay for 19 nights. The gas bill is 94.",
        "You have had your boyfriend stay for 19 nights.",
        "Ines",
    ),
    (
        "My ex told our daughter that I had spent the holiday money. He stopped paying in March.",
        "You stopped paying in March.",
        " he ",
    ),
    (
        "My manager came into my lesson on Monday, told Kwame to tuck his shirt in, and left.",
        "told Kwame to tuck his shirt in",
        "your shirt",
    ),
    (
        "My daughter Ilse took her father's tools on Friday. She says mum you've got to let go. I've seen the skip.",
        "You took your father's tools on Friday.",
        "Ilse",
    ),
    (
        "My brother lives two streets from Mum and I live in Leeds. He has seen her once since May. My wife says he's busy.",
        "You live two streets from Mum and I live in Leeds.",
        "brother",
    ),
    (
        "My neighbour complained to the council about my hens. I gave her eggs. Every week I gave that woman eggs.",
        "I gave you eggs.",
        "woman",
    ),
    (
        "Our lodger upstairs, Mr Banda, has drilled through our wall. He says it was there before.",
        "You have drilled through our wall.",
        "Banda",
    ),
    (
        "My son's tutor clearly thinks he is slow. She dropped him from the maths club on Monday with no letter.",
        "You dropped him from the maths club on Monday with no letter.",
        "She",
    ),
    (
        "My supervisor Petra keeps changing my rota. She told me at midnight on Friday. Her brother has run the ward since he came back.",
        "You told me at midnight on Friday.",
        "She",
    ),
    (
        "right so my housemate Anil. he has not bought milk since May. also keeps his boots in my cupboard.",
        "You also keep your boots in my cupboard.",
        "Anil",
    ),
]


@pytest.mark.parametrize(("text", "said", "gone"), TURNED)
def test_whoever_is_told_of_is_spoken_to(service: CoachService, text: str, said: str, gone: str) -> None:
    """By name, by role and by pronoun."""
    direct = service.plan(Situation(text=text)).drafts[1].text
    assert said in direct
    assert gone not in direct


def test_someone_compared_with_the_writer_is_no_target_where_another_only_comments(service: CoachService) -> None:
    """What a third person says of it stays theirs."""
    plan = service.plan(
        Situation(
            text="My brother lives near Mum and I live in Leeds. He never rings her. My wife says that won't change."
        )
    )
    told = " ".join((*(draft.text for draft in plan.drafts), *plan.later))
    assert "You say that won't change" not in told


def test_a_language_is_nobody(service: CoachService) -> None:
    """ "My English" is the writer's."""
    plan = service.plan(
        Situation(text="My English is not so good. My boss puts me on every Sunday. He laughs when I ask.")
    )
    assert all("You are not so good" not in draft.text for draft in plan.drafts)


def test_a_wish_that_is_denied_is_not_asked_for(service: CoachService) -> None:
    """What is wanted instead is."""
    plan = service.plan(
        Situation(
            text="I don't want you to bring a cake. I want you to ring Nana yourself. She waited by the phone on Sunday."
        )
    )
    assert all("bring a cake?" not in draft.text for draft in plan.drafts)


def test_a_question_about_what_was_not_done_tells_that_it_was_not(service: CoachService) -> None:
    """As in "could you not have …?"."""
    plan = service.plan(Situation(text="You sold my bike on Tuesday. Could you not have asked me?"))
    told = " ".join((*(draft.text for draft in plan.drafts), *plan.later)).lower()
    assert "you ask me." not in told
    assert "hold off" not in told


def test_what_is_told_of_a_promise_is_not_asked_for_in_the_past(service: CoachService) -> None:
    """ "You'd stopped" had happened."""
    plan = service.plan(Situation(text="You promised me you'd stopped feeding the foxes."))
    assert all("can stopped" not in draft.text and "you'll stopped" not in draft.text for draft in plan.drafts)


def test_a_day_beside_another_is_a_day(service: CoachService) -> None:
    """ "wed" is no "we'd" there."""
    plan = service.plan(Situation(text="you parked across my gate again, my dad has dialysis mon wed fri"))
    told = " ".join((*(draft.text for draft in plan.drafts), *plan.later))
    assert "we'd" not in told
