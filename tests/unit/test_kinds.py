"""Messages in which nobody hears blame stand in their own words, and a note says only what is true of the plan."""

from __future__ import annotations

import pytest

from coach.language.to_the_coach import without_asides
from coach.library.load import Library
from coach.model import CoachingPlan, Situation
from coach.service import CoachService

STAND = {
    "Any chance you could water the tomatoes on Friday?": "request",
    "Would it be all right if I brought the twins on Sunday?": "request",
    "I'd love it if you came to my choir night on the 12th.": "request",
    "Shall I bring the ladder over on Saturday?": "offer",
    "If you need a lift to the clinic I can drive you.": "offer",
    "You can ring me any time it gets too much.": "offer",
    "I've decided to stop at two children.": "news",
    "From next term I'm teaching evenings, so Tuesdays won't work.": "news",
    "I'm moving in with Aisha in June.": "news",
    "I'd rather not talk about my blood tests at dinner.": "boundary",
    "We can't host your parents in December.": "boundary",
    "Please don't give the dog any more cheese. It makes her ill.": "boundary",
    "Soz I was so short with you on the phone.": "apology",
    "Well done on the marathon, Bo!": "thanks",
    "Great that you fed the cat, thank you.": "thanks",
    "Grandma's knee is on the mend and the garden is full of plums.": "told",
    "Hello Ms Adeyemi, the lift has been out since the 3rd. I wrote on the 5th and again on the 9th. My knee is bad.": "told",
    "Hi Jonas, your ladder is leaning on our hedge. Could it stand by the garage?": "request",
    "Hi Viv. I read your letter twice. I've thought about it and I'd rather not meet. Please don't write again.": "boundary",
}
GRIEVE = (
    "It hurt when you read out my poem to your cousins. Probably you meant it well. With them I felt like a clown.",
    "I was sad when you gave my seat at the play to Imke. I'd come from Leeds to be there.",
)
COMPLAIN = (
    "I can't believe you read my letters.",
    "Can you ever be on time?",
    "Thanks for telling everyone my salary.",
    "Congratulations on remembering my name for once.",
    "You left the gate open, so could you close it next time?",
    "Oh great, I'll just do the packing then.",
    "Text Marco once more and your bags are out. I saw the messages from Tuesday.",
    "In ten years I have been the only one who mows. I'd like you to take a turn.",
    "He talks about the boat and I talk about the bees. I'd like us to start one hobby.",
    "My girlfriend has moved to Lisbon for a year, and I'm struggling.",
)


def plan(service: CoachService, text: str) -> CoachingPlan:
    """The plan for one text."""
    return service.plan(Situation(text=text))


def noted(library: Library, found: CoachingPlan) -> set[str]:
    """What the notes of a plan are about."""
    return {note.when for note in library.notes if note.text in found.note}


@pytest.mark.parametrize(("text", "kind"), STAND.items())
def test_it_stands_in_its_own_words(service: CoachService, library: Library, text: str, kind: str) -> None:
    """The direct draft is the message; the gentle one adds a line and the brief one takes away; no hurt is put into it."""
    found = plan(service, text)
    drafts = {draft.style: draft.text for draft in found.drafts}
    assert noted(library, found) == {kind}
    assert drafts["direct"] == text
    assert text in drafts["gentle"]
    assert drafts["brief"] in text
    assert all(not draft.feeling and not draft.need for draft in found.drafts)
    assert not found.later


@pytest.mark.parametrize("text", GRIEVE)
def test_a_grievance_that_owns_its_feeling_stands(service: CoachService, library: Library, text: str) -> None:
    """Where nobody hears blame and the feeling is told, the drafts add a request and nothing else."""
    found = plan(service, text)
    assert noted(library, found) == {"concern"}
    for draft in found.drafts:
        assert draft.text == f"{draft.observation} {draft.request}"
        assert draft.observation in text
        assert draft.request.endswith("?")


def test_a_grievance_with_a_look_alike_feeling_does_not_stand(service: CoachService, library: Library) -> None:
    """ "Betrayed" tells what the other did: the feeling beneath it is told in its place."""
    found = plan(service, "You showed my letter to your brother and I feel betrayed.")
    assert "concern" not in noted(library, found)
    assert all("betrayed" not in draft.text for draft in found.drafts)


def test_what_news_leaves_out_is_offered_for_another_time(service: CoachService) -> None:
    """Nothing is dropped in silence, and what is asked of the coach is no matter for later."""
    text = "How do I tell my aunt that I've sold her piano? It stood in the damp for nine years. The buyer came from Cork with a van."
    found = plan(service, text)
    told = " ".join((found.drafts[0].text, *found.later))
    assert "nine years" in told
    assert "Cork" in told
    assert not any("How do I" in line for line in found.later)


@pytest.mark.parametrize("text", COMPLAIN)
def test_what_holds_a_charge_does_not_stand(service: CoachService, library: Library, text: str) -> None:
    """A form of words that is kind by itself is no kindness with a charge in it."""
    assert not noted(library, plan(service, text)) & set(STAND.values())


@pytest.mark.parametrize(
    ("text", "mocked"),
    [
        ("Oh good, you finally remembered where we live.", "remembered where"),
        ("Congratulations on answering the phone for once.", "answer"),
        ("I do so enjoy being the last to be asked.", "enjoy"),
    ],
)
def test_mockery_is_not_told_as_a_fact(service: CoachService, text: str, mocked: str) -> None:
    """What is said tongue in cheek is in no draft."""
    assert all(mocked not in draft.text for draft in plan(service, text).drafts)


def test_a_request_ends_as_a_question_and_its_reason_does_not(service: CoachService) -> None:
    """What was typed in one go is marked as it would be said."""
    drafts = {
        draft.style: draft.text for draft in plan(service, "can i borrow your drill tmrw, i'll bring it back").drafts
    }
    assert drafts["direct"] == "Can I borrow your drill tomorrow? I'll bring it back."
    assert drafts["brief"] == "Can I borrow your drill tomorrow?"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("I lost her keys. How do I begin?", "I lost her keys."),
        ("Not sure how to bring this up, but the rent is late.", "the rent is late."),
        ("Please reword this: you forgot the milk.", "you forgot the milk."),
        ("Can you help me write a text to my aunt, she paid for my course", "she paid for my course"),
        ("You owe me for the train. Is that ok to say?", "You owe me for the train."),
        ("What I want to say to him: the piano is sold.", "the piano is sold."),
        ("Here's what I'm going to text to my uncle: the van is yours.", "the van is yours."),
        ("Ok so this is for Meena who sits by the printer. You took my chair.", "You took my chair."),
        ("To my landlord: the damp is back.", "the damp is back."),
        ("Can you help me tell my gran that the cat died", "tell my gran that the cat died"),
        ("I can't host Diwali. I need help saying this without a row.", "I can't host Diwali."),
        (
            "Hello, my cousin never pays me back and I'm tired of it.",
            "my cousin never pays me back and I'm tired of it.",
        ),
    ],
)
def test_words_for_the_coach_are_left_out(text: str, rest: str) -> None:
    """They are for nobody else, and what is left keeps its place."""
    left = without_asides(text)
    assert left.strip() == rest
    assert len(left) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "How do I begin?",
        "Can you help me carry this?",
        "What can I say to cheer you up?",
        "Hi Leon, my train is late and my phone is dying.",
        "Hello, did you feed my rabbit?",
    ],
)
def test_words_for_the_other_stay(text: str) -> None:
    """A question that may be meant for the other, or is all there is, stays."""
    assert without_asides(text) == text


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("You always slam the door.", "plain"),
        ("I feel sad that the allotment is gone.", "plain"),
        ("Are you my boss or my brother?", "reassurance"),
        ("The drill started at six on Sunday and again on Monday.", "logistics"),
    ],
)
def test_a_note_says_nothing_untrue(service: CoachService, library: Library, text: str, when: str) -> None:
    """No feeling is said to be added where the writer named one; a charge asks for no comfort; what happened asks for nothing practical."""
    assert when not in noted(library, plan(service, text))
