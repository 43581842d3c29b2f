"""The nouns of the project: frozen data, no behaviour.

Offsets are Python code points into the text exactly as the person typed it.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

Kind = Literal[
    "absolute",
    "label",
    "mind_reading",
    "disguised_blame",
    "you_make_me",
    "command_or_should",
    "rhetorical_question",
    "threat_or_ultimatum",
    "contempt_or_sarcasm",
    "comparison",
    "defensiveness",
    "stonewalling",
    "invalidation",
    "fault",
    "past_dredging",
    "third_person",
]
ReplyLabel = Literal[
    "validating",
    "reflective",
    "responsibility",
    "curious",
    "dismissive",
    "defensive",
    "fixing",
    "minimising",
    "interrogating",
    "blaming",
    "neutral",
]
Topic = Literal[
    "chores",
    "money",
    "intimacy_sex",
    "affection_appreciation",
    "time_together",
    "phones_screens",
    "in_laws_family",
    "parenting",
    "work_stress",
    "trust_jealousy",
    "communication",
    "conflict_repair",
    "future_plans",
    "moving_home",
    "health_grief",
    "friendship_social",
    "infidelity_betrayal",
    "values_religion",
    "habits_lateness",
    "long_distance",
    "milestones",
    "roommates",
    "coworkers",
]
Relation = Literal["partner", "parent", "child", "friend", "sibling", "roommate", "colleague", "co_parent"]
WhoSaid = Literal["me", "them"]
Risk = Literal[
    "none",
    "self_harm",
    "partner_violence",
    "coercive_control",
    "child_abuse",
    "harm_to_others",
    "sexual_coercion",
    "stalking",
    "acute_medical",
]
Severity = Literal["none", "concern", "immediate"]
Style = Literal["gentle", "direct", "brief"]
Intent = Literal["complaint", "invitation", "logistics", "reassurance", "thanks", "apology", "plain"]
Slot = Literal[
    "note", "drafts", "later", "invitation", "questions", "responses", "preparation", "other_view", "your_part"
]


class Frozen(BaseModel):
    """Immutable, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Situation(Frozen):
    """What a person typed, and what they told us about it."""

    text: str
    relation: Relation | None = None
    who_said: WhoSaid = "me"
    topic: Topic | None = None


class Span(Frozen):
    """A stretch of the original text: ``original[start:end] == text``."""

    start: int
    end: int
    text: str


class Finding(Span):
    """Words likely to be heard as blame, and one plain sentence why."""

    pattern: str
    kind: Kind
    why: str


class Heard(Frozen):
    """How likely an opening is to be heard without defence: 0 (hardly) to 100 (very), with its reasons."""

    score: int = Field(ge=0, le=100)
    reasons: tuple[str, ...]


class QuestionReading(Span):
    """A question in the text: open or closed by function, whether it attacks, an open version of a closed one."""

    open: bool
    blaming: bool
    open_version: str | None = None


class ReplyReading(Frozen):
    """How a reply lands on what the partner said."""

    good: bool
    label: ReplyLabel
    better: str | None = None


class Analysis(Frozen):
    """The offline reading of one text."""

    text: str
    intent: Intent
    findings: tuple[Finding, ...]
    questions: tuple[QuestionReading, ...]
    heard: Heard
    topics: tuple[Topic, ...] = Field(min_length=1)
    language: str = "en"
    note: str | None = None


class SafetyScreen(Frozen):
    """What the local screen saw; ``evidence`` stays with the writer alone."""

    risk: Risk = "none"
    severity: Severity = "none"
    evidence: tuple[Span, ...] = ()


class Reading(Frozen):
    """Everything an engine may know. ``parsed`` is the :class:`coach.language.parse.Parsed` behind it."""

    situation: Situation
    analysis: Analysis
    screen: SafetyScreen
    parsed: SkipValidation[Any] = Field(default=None, exclude=True, repr=False)


class Wish(Frozen):
    """What the person asked for besides: another feeling or need (ids), or a free wish for a model."""

    feeling: str | None = None
    need: str | None = None
    words: str | None = None


class IStatement(Frozen):
    """A draft in the person's voice. A part that does not apply is an empty string."""

    style: Style
    text: str
    observation: str = ""
    feeling: str = ""
    need: str = ""
    request: str = ""
    perspective: str = ""


class FollowUp(Frozen):
    """A question to go on with, for one likely kind of answer."""

    when: str
    ask: str


class Question(Frozen):
    """An open question; ``card`` is the id when it comes from the bank."""

    text: str
    follow_ups: tuple[FollowUp, ...] = ()
    card: str | None = None


class Response(Frozen):
    """A validating response to what the other may say, and what not to say instead."""

    they_say: str
    text: str
    technique: str
    avoid: str
    avoid_why: str


class Preparation(Frozen):
    """Tips for one part of getting ready, such as the time or the place."""

    part: str
    tips: tuple[str, ...]


class Invitation(Frozen):
    """For a message that wants closeness: how to open, a story of one's own, a line that asks permission."""

    opening: str
    own_story: str
    permission: str


class Choice(Frozen):
    """A feeling or need that is proposed or could be picked: its id and the word shown."""

    id: str
    word: str


class Proposals(Frozen):
    """Feelings and needs that fit, best first; the first of each is the one in the drafts."""

    feelings: tuple[Choice, ...] = ()
    needs: tuple[Choice, ...] = ()


Item = IStatement | Question | Response | Preparation | Invitation | str


class PlanPart(Frozen):
    """One part of a plan as an engine delivers it. ``written_by`` is ``offline`` or a model's name.

    ``stand_ins`` are the places of items that the offline engine wrote in a part that is otherwise a model's.
    """

    slot: Slot
    items: tuple[Item, ...]
    written_by: str = "offline"
    fallback_reason: str | None = None
    partial: bool = False
    stand_ins: tuple[int, ...] = ()


class CoachingPlan(Frozen):
    """A whole plan: the reading's public half and every part, by slot."""

    situation: Situation
    analysis: Analysis
    screen: SafetyScreen
    note: tuple[str, ...] = ()
    drafts: tuple[IStatement, ...] = ()
    later: tuple[str, ...] = ()
    invitation: tuple[Invitation, ...] = ()
    questions: tuple[Question, ...] = ()
    responses: tuple[Response, ...] = ()
    preparation: tuple[Preparation, ...] = ()
    other_view: tuple[str, ...] = ()
    your_part: tuple[str, ...] = ()
    written_by: dict[Slot, str] = Field(default_factory=dict)
    stand_ins: dict[Slot, tuple[int, ...]] = Field(default_factory=dict)
    fallback_reason: str | None = None
