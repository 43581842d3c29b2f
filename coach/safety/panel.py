"""What a person sees when their words tell of danger: fixed and reviewed text, the same with any engine and during any fault.

Supportive, no lecture, no diagnosis, no leading negative, no "both sides", no promise. The page and the command only draw it.
"""

from __future__ import annotations

from dataclasses import dataclass

from coach.model import Risk, SafetyScreen

_ABUSE = ("domestic abuse", "sexual violence", "crisis")
_KNOW_BEST = "You know your situation best. You decide what happens next."
_PRIVATE = "If somebody may look at this device, use another one, or a phone that only you use."
_NOW = "If you or someone else is in danger now, call the emergency number first."


@dataclass(frozen=True)
class Panel:
    """Help before wording. ``helps`` are the needs whose lines stand first (``serves`` of a help line)."""

    title: str
    lines: tuple[str, ...]
    question: str
    helps: tuple[str, ...]
    urgent: bool = False


_CONCERN: dict[Risk, Panel] = {
    "self_harm": Panel(
        "This sounds heavy",
        (
            "Some of your words sound like a great deal of pain. Thank you for putting them down.",
            "You do not have to carry this alone. Talking to someone can help, and it can be in private.",
            _KNOW_BEST,
        ),
        "Is there one person you could tell how bad it feels, today?",
        ("suicidal thoughts", "crisis"),
    ),
    "partner_violence": Panel(
        "Your safety matters here",
        (
            "Some of your words are about being hurt or being afraid. You deserve to be safe, whatever was said or done before.",
            "There are people who listen and who will not tell you what to do.",
            _KNOW_BEST,
            _PRIVATE,
        ),
        "Do you ever feel afraid of how they'd react?",
        _ABUSE,
    ),
    "coercive_control": Panel(
        "Your freedom matters here",
        (
            "Some of your words are about being watched, held back or cut off. Your money, your phone and your friends are yours to choose.",
            "There are people who know this well and who will not tell you what to do.",
            _KNOW_BEST,
            _PRIVATE,
        ),
        "Do you ever feel afraid of how they'd react if you said no?",
        _ABUSE,
    ),
    "child_abuse": Panel(
        "A child may need help",
        (
            "Some of your words made us think of a child's safety. You can ask for advice before you are sure.",
            "Some lines let you ask without giving your name.",
            _KNOW_BEST,
        ),
        "What would help you find out if the child is safe tonight?",
        ("children", "domestic abuse", "crisis"),
    ),
    "harm_to_others": Panel(
        "You can get help with this",
        (
            "Some of your words are about hurting someone, or about the fear that you might. It takes courage to write that down.",
            "People do change how they act, with help. There are lines for this, and they listen.",
            "For now, give the other person room. The hard talk can wait.",
        ),
        "Where could you go, for a while, when you feel it rising?",
        ("own behaviour", "crisis", "men", "domestic abuse"),
    ),
    "sexual_coercion": Panel(
        "Your body is yours",
        (
            "Some of your words are about sex you did not freely want. Nobody owes anybody sex, and saying no is always allowed.",
            "You can talk to someone about it, now or years later.",
            _KNOW_BEST,
            _PRIVATE,
        ),
        "Do you ever feel afraid of how they'd react if you said no?",
        ("sexual violence", "domestic abuse", "crisis"),
    ),
    "stalking": Panel(
        "Your safety matters here",
        (
            "Some of your words are about being followed, watched or contacted when you do not want it. It is right to take this seriously.",
            "It can help to write down dates and times, and to tell someone you trust.",
            _KNOW_BEST,
            "If your phone may be tracked, use another one to look for help.",
        ),
        "Do you ever feel afraid of what they might do next?",
        ("stalking", "domestic abuse", "crisis"),
    ),
    "acute_medical": Panel(
        "Health comes first",
        (
            "Some of your words sound like a health worry. A doctor or nurse can tell you more than we can.",
            "If it gets worse, or you are not sure, call the emergency number.",
        ),
        "Who could check on this with you today?",
        ("medical", "poisoning", "crisis"),
    ),
}
_IMMEDIATE: dict[Risk, Panel] = {
    "self_harm": Panel(
        "Please talk to someone now",
        (
            "If a life is in danger right now, call the emergency number.",
            "If it is you: move away from anything you could use to hurt yourself, and go to where someone is. You matter.",
            "If it is someone else: stay with them if it is safe for you, and call.",
        ),
        "Who could be with you in the next hour?",
        ("suicidal thoughts", "crisis"),
        urgent=True,
    ),
    "partner_violence": Panel(
        "Your safety comes first",
        (
            _NOW,
            "You deserve to be safe. The words for a talk can wait.",
            "If your neck was squeezed or you could not breathe, see a doctor, even if you feel fine.",
            _PRIVATE,
        ),
        "Is there a place you could get to where you would be safe?",
        _ABUSE,
        urgent=True,
    ),
    "coercive_control": Panel(
        "Your safety comes first",
        (_NOW, "You deserve to be free and safe. The words for a talk can wait.", _PRIVATE),
        "Is there someone you trust who could help you today?",
        _ABUSE,
        urgent=True,
    ),
    "child_abuse": Panel(
        "A child needs help now",
        (
            "If a child is in danger now, call the emergency number.",
            "If you are the child: you have done nothing wrong, and you can call these lines yourself.",
            "You can ask for advice before you are sure. Some lines let you ask without giving your name.",
        ),
        "Which grown-up who is safe could you reach now?",
        ("children", "domestic abuse", "crisis"),
        urgent=True,
    ),
    "harm_to_others": Panel(
        "Step away first",
        (
            "Please put distance between you and them now. Leave the room, or the house, and put down anything that could hurt.",
            "If you think you may still do it, call the emergency number and tell them so.",
            "Then talk to someone. There are lines for people who fear what they might do, and they listen.",
        ),
        "Where can you go right now, until this has passed?",
        ("own behaviour", "crisis", "suicidal thoughts", "men"),
        urgent=True,
    ),
    "sexual_coercion": Panel(
        "Your safety comes first",
        (
            _NOW,
            "Nobody owes anybody sex. It was not yours to prevent.",
            "A doctor or a support line can help you within hours, and you choose what to tell them.",
            _PRIVATE,
        ),
        "Is there a place you could get to where you would be safe?",
        ("sexual violence", "domestic abuse", "crisis"),
        urgent=True,
    ),
    "stalking": Panel(
        "Your safety comes first",
        (
            "If they are near you now, call the emergency number.",
            "Go where there are people, or stay inside with the door locked. You do not have to talk to them.",
            "If your phone may be tracked, use another one.",
        ),
        "Who could come to you, or stay on the phone, right now?",
        ("stalking", "domestic abuse", "crisis"),
        urgent=True,
    ),
    "acute_medical": Panel(
        "Call for medical help now",
        (
            "This may be an emergency. Call the emergency number now. They will tell you what to do.",
            "Stay with the person. Do not wait to see if it passes.",
            "If something was swallowed, keep the packet to show.",
        ),
        "Is someone with you who can open the door for the ambulance?",
        ("medical", "poisoning", "suicidal thoughts", "crisis"),
        urgent=True,
    ),
}


def panel(screen: SafetyScreen) -> Panel | None:
    """The panel for what was seen; None when there was nothing."""
    if screen.severity == "immediate":
        return _IMMEDIATE.get(screen.risk)
    return _CONCERN.get(screen.risk) if screen.severity == "concern" else None
