"""Plain names for the closed lists of the model, as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import CoachingPlan, Kind, Relation, Slot, Style

if TYPE_CHECKING:
    from coach.library.schema import ExerciseKind, LookFor, TipPart
    from coach.rehearsal.debrief import Skill
    from coach.studio.exercises import Level

WHAT_IT_IS = (
    "This is software, not therapy, and it is not for emergencies: the Help page lists people you can call. "
    "What you type stays on the computer that runs this app, unless a model is set up."
)
LEAVING = (
    "“Leave this page”, at the top of every page, goes to another site at once, and so does pressing Shift three times. "
    "What you typed is forgotten. Your browser’s history stays."
)
RELATIONS: dict[Relation, str] = {
    "partner": "My partner",
    "parent": "My parent",
    "child": "My child",
    "friend": "A friend",
    "sibling": "My brother or sister",
    "roommate": "A roommate",
    "colleague": "Someone at work",
    "co_parent": "My child’s other parent",
}
KINDS: dict[Kind, str] = {
    "absolute": "Always or never",
    "label": "A label",
    "mind_reading": "A guess at what they think",
    "disguised_blame": "Blame that sounds like a feeling",
    "you_make_me": "Making them the cause",
    "command_or_should": "An order",
    "rhetorical_question": "A question that is not really asked",
    "threat_or_ultimatum": "A threat",
    "contempt_or_sarcasm": "Scorn",
    "comparison": "A comparison",
    "defensiveness": "Fending it off",
    "stonewalling": "Closing the door",
    "invalidation": "Brushing off a feeling",
    "fault": "Whose fault it is",
    "past_dredging": "Old hurts",
    "third_person": "About someone who is not here",
}
STYLES: dict[Style, str] = {"gentle": "Gentle", "direct": "Direct", "brief": "Brief"}
STYLE_HINTS: dict[Style, str] = {
    "gentle": "Warm and unhurried. Good face to face.",
    "direct": "Says it plainly, with nothing around it.",
    "brief": "One sentence, short enough for a text message.",
}
TIP_PARTS: dict[TipPart, str] = {
    "time": "The time",
    "place": "The place",
    "phones": "Phones",
    "body_language": "How you sit and look",
    "begin": "How to begin",
    "during": "While you talk",
    "flooded": "If one of you is overwhelmed",
    "after": "Afterwards",
}
SLOTS: dict[Slot, str] = {
    "note": "Good to know",
    "drafts": "Three ways to say it",
    "later": "For another time",
    "invitation": "An invitation",
    "questions": "Questions to ask",
    "responses": "What they may say, and what you could say",
    "preparation": "Before you talk",
    "other_view": "Their side of it",
    "your_part": "A question for yourself",
}
LOOK_FOR: dict[LookFor, str] = {
    "no_blame": "No blame",
    "feeling": "A feeling",
    "observation": "Something that could be seen or heard",
    "need": "What you need",
    "request": "Something you ask for",
    "other_view": "Their side",
    "open_question": "An open question",
    "reflection": "What they said, given back",
    "validation": "That it makes sense",
    "responsibility": "Your own part",
    "appreciation": "Something good about them",
    "one_matter": "One matter only",
    "permission": "Asking first",
}
EXERCISES: dict[ExerciseKind, str] = {
    "spot_blame": "Spot the blame",
    "feeling_or_thought": "Feeling or thought",
    "open_question": "Open the question",
    "reflect_back": "Reflect it back",
    "fix_reply": "Fix the reply",
    "rewrite": "Rewrite it",
}
LEVELS: dict[Level, str] = {"right": "✓ Right", "close": "◐ Close", "not_yet": "○ Not yet"}
VARIATIONS: dict[str, str] = {  # the wishes of prompts/plan.toml, as a person reads them
    "softer": "Softer",
    "shorter": "Shorter",
    "more_direct": "More direct",
    "text_message": "As a text message",
    "my_words": "In my words",
}
SKILLS: dict[Skill, str] = {
    "reflections": "Said back what you heard",
    "validations": "Showed that it makes sense",
    "open_questions": "Open questions",
    "owned_feelings": "Feelings of your own",
    "requests": "Requests",
    "own_part": "Owned a part",
    "repair": "Moves to mend it",
    "blame": "Words that may sting",
}
NEXT_TIME: dict[Skill, str] = {
    "reflections": "say back what you heard before you answer it: “So you …. Did I get that right?”",
    "validations": "show that it makes sense: “I can see why you’d feel that way.”",
    "own_part": "own a small part of it: “I was short with you. That’s on me.”",
    "open_questions": "ask one question that begins with what or how: “What was that like for you?”",
    "owned_feelings": "say how it is for you, with no blame in it: “I felt lonely on Sunday.”",
    "requests": "ask for one small thing they can say yes or no to: “Would you ring me before seven?”",
}


def heard_in_words(score: int) -> str:
    """A score of 0–100 as a plain sentence that does not alarm."""
    if score >= 70:
        return "This is likely to be heard."
    if score >= 45:
        return "This may be heard, with a bump or two."
    return "This is hard to hear as it stands."


def writer(plan: CoachingPlan, slot: Slot, place: int | None = None) -> str:
    """Who wrote a part of a plan, or one item of it, when a model had a hand in it; else nothing."""
    name, ours = plan.written_by.get(slot, "offline"), plan.stand_ins.get(slot, ())
    if name == "offline":
        return ""
    if place is not None:
        return "This one is the coach’s own." if place in ours else f"Written with {name}."
    return f"Written with {name}." if not ours else f"Written with {name}, and in part by the coach itself."


def tip_part(part: str) -> str:
    """The name of a part of getting ready; an unknown one is shown as it is."""
    return next((name for key, name in TIP_PARTS.items() if key == part), part.replace("_", " ").capitalize())
