"""Plain names for the closed lists of the model, as a person reads them, on a page or on paper."""

from __future__ import annotations

from coach.model import Kind, Slot, Style

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
TIP_PARTS: dict[str, str] = {
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


def heard_in_words(score: int) -> str:
    """A score of 0–100 as a plain sentence that does not alarm."""
    if score >= 70:
        return "This is likely to be heard."
    if score >= 45:
        return "This may be heard, with a bump or two."
    return "This is hard to hear as it stands."


def tip_part(part: str) -> str:
    """The name of a part of getting ready; an unknown one is shown as it is."""
    return next((name for key, name in TIP_PARTS.items() if key == part), part.replace("_", " ").capitalize())
