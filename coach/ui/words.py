"""Plain names for the closed lists of the model, as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.model import CoachingPlan, Relation, Slot, Style

if TYPE_CHECKING:
    from coach.library.teaching import ExerciseKind, LookFor
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
STYLE_HINTS: dict[Style, str] = {
    "gentle": "Warm and unhurried. Good face to face.",
    "direct": "Says it plainly, with nothing around it.",
    "brief": "One sentence, short enough for a text message.",
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


def writer(plan: CoachingPlan, slot: Slot, place: int | None = None) -> str:
    """Who wrote a part of a plan, or one item of it, when a model had a hand in it; else nothing."""
    name, ours = plan.written_by.get(slot, "offline"), plan.stand_ins.get(slot, ())
    if name == "offline":
        return ""
    if place is not None:
        return "This one is the coach’s own." if place in ours else f"Written with {name}."
    return f"Written with {name}." if not ours else f"Written with {name}, and in part by the coach itself."
