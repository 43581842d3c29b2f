"""What the person sees when their words tell of danger. The text is fixed; no engine writes it, and it never leaves this page."""

from __future__ import annotations

import streamlit as st

from coach.model import Risk, SafetyScreen
from coach.ui.markup import element, say, show
from coach.ui.views.helplines import helplines

_FIRST: dict[Risk, tuple[str, ...]] = {
    "self_harm": ("suicid", "crisis", "self-harm", "self harm"),
    "partner_violence": ("domestic", "abuse", "violence"),
    "coercive_control": ("domestic", "abuse", "violence"),
    "child_abuse": ("child",),
    "harm_to_others": ("own-behaviour", "own behaviour", "behaviour", "crisis"),
    "sexual_coercion": ("sexual",),
    "stalking": ("stalk", "domestic", "abuse"),
    "acute_medical": ("poison", "medical", "emergency"),
}
_WORDS: dict[Risk, str] = {
    "self_harm": "It sounds as if you are in a lot of pain. You do not have to carry this alone, and talking to someone now can help.",
    "partner_violence": "Nobody should have to be afraid of the person they live with. What you describe is not your fault.",
    "coercive_control": "Being watched, cut off or controlled is not a quarrel about words, and it is not your fault.",
    "child_abuse": "A child may be at risk here. People are trained to help with this, and you can ask them without giving your name.",
    "harm_to_others": "Somebody could get hurt. Step away from them now if you can, and talk to someone before anything else.",
    "sexual_coercion": "Nobody owes anybody sex. Being pushed or forced is not your fault, and you can talk to someone about it.",
    "stalking": "Being followed or watched is frightening, and you can get help with it.",
    "acute_medical": "This may be a medical emergency. Please call your local emergency number now.",
}
_CONCERN = (
    "If any part of this is about feeling unsafe, or about not wanting to go on, there are people you can talk to."
)
_STANDS_BACK = (
    "The coach holds back its wording here: finding gentler words is not what this needs. Your text is still in the box. "
    "If the coach got this wrong, change the text and press the button again."
)


def panel(screen: SafetyScreen) -> None:
    """Nothing, a small calm panel for a concern, or help before anything else."""
    if screen.severity == "immediate":
        _immediate(screen)
    elif screen.severity == "concern":
        with st.container(border=True, key="safety_concern"):
            say(_CONCERN)
            with st.expander("Where to find help", key="safety_open", on_change="rerun", type="compact") as box:
                if box.open:
                    helplines(_FIRST.get(screen.risk, ()))


def _immediate(screen: SafetyScreen) -> None:
    with st.container(border=True, key="safety_immediate"):
        st.header("Your safety comes first", anchor=False)
        say(_WORDS.get(screen.risk, _CONCERN))
        say("If you or someone else is in danger now, call your local emergency number.")
        say(
            "If somebody may look at this device, use another one or a friend’s phone. "
            "“Leave this page” at the top goes to another site at once."
        )
        helplines(_FIRST.get(screen.risk, ()))
        if screen.evidence:
            quoted = element("bdi", screen.evidence[0].text)
            show(element("p", "Only you see this. It is shown because of these words: “", quoted, "”.", cls="cc-soft"))
        say(_STANDS_BACK, "cc-soft")
