"""What someone has still to tell or to ask: said to the one concerned, plainly, and nothing made up around it."""

from __future__ import annotations

import pytest

from coach.language.parse import parse
from coach.model import CoachingPlan, Situation
from coach.service import CoachService
from coach.suggest.to_say import to_say


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("How do I tell my grandad I'm not taking over the farm?", "news", "I'm not taking over the farm."),
        ("I have to let the band know that I'm leaving after the tour.", "news", "I'm leaving after the tour."),
        ("I've signed up for the army and I don't know how to tell my mum.", "news", "I've signed up for the army."),
        (
            "I want to ask my boss for Fridays off, I've had no holiday since May.",
            "ask",
            "I'd like to ask you for Fridays off.",
        ),
        ("I need to talk to Nadia about the deposit.", "ask", "I'd like to talk with you about the deposit."),
        ("Telling my dad I failed the bar exam.", "news", "I failed the bar exam."),
        ("I want to apologise to Uzma for losing her ring.", "apology", "I'm sorry for losing your ring."),
        ("I want to thank my neighbour for feeding our cat.", "thanks", "Thank you for feeding our cat."),
        (
            "How do I ask my sister if she can drive me without sounding lazy?",
            "ask",
            "I'd like to ask you if you can drive me.",
        ),
        (
            "I need to tell my nephew (he's 7) that the hamster won't be back.",
            "news",
            "The hamster won't be back.",
        ),
        ("I have to let our gardener go. We can't pay her past June.", "news", "I have to let you go."),
        (
            "Would it be rude to ask my aunt if I can leave before the speeches?",
            "ask",
            "I'd like to ask you if I can leave before the speeches.",
        ),
        (
            "I'd like to thank the driver, Bola, who waited for my mother in the rain.",
            "thanks",
            "Thank you. You waited for my mother in the rain.",
        ),
        ("I owe my lodger an apology. I read her post.", "apology", "I'm sorry."),
        ("Help: how do I say sorry? I was short with Ines at the desk.", "apology", "I'm sorry."),
        (
            "Been putting off telling my sister but the kiln is broken, and so are her bowls.",
            "news",
            "The kiln is broken, and so are your bowls.",
        ),
        ("Tell my band that I'm leaving after the June gig.", "news", "I'm leaving after the June gig."),
        ("how to ask my uncle if we can borrow his van", "ask", "I'd like to ask you if we can borrow your van."),
        (
            "I need to say sorry to Anil for what I said about his band.",
            "apology",
            "I'm sorry for what I said about your band.",
        ),
        (
            "Want to invite my aunt to our naming day in Cork in June. We fell out over Nan's ring.",
            "ask",
            "I'd like to invite you to our naming day in Cork in June.",
        ),
        (
            "how do i ask my manager at the bakery to go down to 3 days",
            "ask",
            "I'd like to ask you if I can go down to 3 days.",
        ),
        (
            "How do I ask my boss to have Friday off? My sister gets married that day.",
            "ask",
            "I'd like to ask you if I can have Friday off.",
        ),
    ],
)
def test_what_is_to_be_said_is_said_to_the_one_concerned(text: str, kind: str, told: str) -> None:
    """The telling itself falls away, and the person told of becomes "you"."""
    found = to_say(parse(text))
    assert found is not None
    assert (found.kind, found.told[0]) == (kind, told)


def test_what_the_other_lives_with_is_named_first() -> None:
    """It is said to them, so "he" is "you"."""
    found = to_say(parse("How do I tell my brother I've got the job when he's been looking for a year?"))
    assert found is not None
    assert found.known == "you've been looking for a year"


def test_a_wish_is_asked_as_a_question() -> None:
    """What one wants to ask of someone is asked of them."""
    found = to_say(parse("I want to ask Leila to be my witness."))
    assert found is not None
    assert found.request == "Would you be my witness?"


@pytest.mark.parametrize(
    "text",
    [
        "I told my brother I'd be late.",
        "You never tell me anything.",
        "I can't believe you sold the van.",
        "I can't sleep for worry.",
        "How do I tell my flatmate that her cat scratches my door?",
        "Can you tell me when you're home?",
        "I said hardly anything last night. I want to talk to her again.",
        "I'd like to tell my brother where he can stick his advice.",
        "I don't want to invite my uncle to the party.",
        "They want to invite my ex to Christmas.",
        "My sister wants to invite her ex to my wedding.",
    ],
)
def test_other_texts_hold_no_such_thing(text: str) -> None:
    """What was told before, a grievance and a question are none."""
    assert to_say(parse(text)) is None


def plan(service: CoachService, text: str) -> CoachingPlan:
    """The plan for one text."""
    return service.plan(Situation(text=text))


def test_a_grievance_still_to_be_told_is_told_as_what_happens(service: CoachService) -> None:
    """To stop doing something is a wish about what they do."""
    drafts = plan(service, "I need to tell my flatmate to stop using my towels.").drafts
    assert all("you use my towels" in draft.text for draft in drafts)


def test_words_for_the_coach_are_not_said_to_the_other(service: CoachService) -> None:
    """Who asks the coach for help with a message has something to say to somebody else."""
    text = "can u help me text my physio, he opened up early for me all through march and i want to say thanks"
    drafts = service.plan(Situation(text=text)).drafts
    assert all(one.text.startswith("Thank you. You opened up early for me all through March.") for one in drafts)
    text = "please tell me how to ask my gran if i can use her shed for the drums"
    drafts = service.plan(Situation(text=text)).drafts
    assert all("I'd like to ask you if I can use your shed for the drums." in one.text for one in drafts)


def test_an_invitation_is_told_and_asked(service: CoachService) -> None:
    """Whatever lies between the two."""
    found = plan(
        service,
        "I'd like to invite my dad to my show in Hull. We haven't talked since the spring. I just want him there.",
    )
    for draft in found.drafts:
        assert "I'd like to invite you to my show in Hull." in draft.text
        assert "Would you like to come?" in draft.text


def test_what_is_asked_of_the_other_is_no_leave(service: CoachService) -> None:
    """ "Take her things off" is hers to do."""
    found = plan(service, "How do I ask my cousin to take her paints off my desk?")
    assert all("Would you take your paints off my desk?" in draft.text for draft in found.drafts)


def test_a_refusal_still_to_be_said_is_told(service: CoachService) -> None:
    """What is asked for and the answer, to the one who asks."""
    plan = service.plan(
        Situation(
            text="My cousin wants to borrow my van for the third time. I want to say no kindly. I need it for work."
        )
    )
    assert "My answer is no." in plan.drafts[1].text
    assert "want to borrow my van" in plan.drafts[1].text


def test_an_apology_is_said_to_the_one_it_is_for(service: CoachService) -> None:
    """Whoever was wronged becomes "you", with what is theirs."""
    plan = service.plan(
        Situation(
            text="I was rude to Jola at the fair and called her stall a tip. Her son was watching. How do I say sorry?"
        )
    )
    assert "I was rude to you at the fair and called your stall a tip." in plan.drafts[1].text
    assert "Your son was watching." in plan.drafts[1].text


def test_thanks_for_somebody_described_are_said_to_them(service: CoachService) -> None:
    """ "Say thank you to" speaks to nobody yet."""
    plan = service.plan(
        Situation(
            text="I want to say thank you to the man at the ferry, Tadeusz. When my case fell in he waded out for it."
        )
    )
    assert plan.drafts[1].text.startswith("Thank you. When my case fell in")
    assert "you waded out for it" in plan.drafts[1].text


def test_news_for_many_is_told_to_all_of_them(service: CoachService) -> None:
    """Somebody else who is named stays somebody else."""
    plan = service.plan(
        Situation(
            text="I have to tell the choir that the hall is sold. Mrs Bakare has run the teas for years and her son paints it."
        )
    )
    assert "Mrs Bakare has run the teas for years and her son paints it." in plan.drafts[1].text


def test_what_may_not_be_told_is_told_in_no_draft(service: CoachService) -> None:
    """Nor is it offered for another time."""
    plan = service.plan(
        Situation(
            text="I have to tell the crew that the depot is closing. Two are staying, but HR won't let me say who until Friday."
        )
    )
    told = " ".join((*(draft.text for draft in plan.drafts), *plan.later))
    assert "The depot is closing." in told
    assert "HR" not in told
