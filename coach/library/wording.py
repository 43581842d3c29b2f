"""Schemas of what drafts, replies and preparation are made from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from coach.library.cards import CardFollowUp
from coach.library.entry import Entry, Id, Line, check_slots
from coach.model import Relation, Topic

Technique = Literal[
    "reflection",
    "validation",
    "hedge",
    "affirmation",
    "own_part",
    "summary",
    "curiosity",
    "repair",
    "break",
    "reassurance",
    "agreement_in_part",
    "gratitude",
]
They = Literal[
    "defends",
    "denies",
    "counterattacks",
    "withdraws",
    "minimises",
    "apologises",
    "explains",
    "hurt",
    "asks",
    "agrees",
    "jokes",
    "overwhelmed",
    "promises",
    "cries",
]
TipPart = Literal["time", "place", "phones", "body_language", "begin", "flooded", "during", "after"]


class Feeling(Entry):
    """A real feeling: fits "I feel {word}"."""

    id: Id
    word: Line
    family: Line
    strength: Literal[1, 2, 3]
    pleasant: bool
    forms: tuple[str, ...] = ()


class LookAlike(Entry):
    """A word that sounds like a feeling and accuses; ``beneath`` are the feelings under it."""

    id: Id
    word: Line
    forms: tuple[str, ...] = ()
    beneath: tuple[Id, ...] = Field(min_length=2)
    needs: tuple[Id, ...] = Field(min_length=1)
    why: Line


class Need(Entry):
    """A universal need; ``clause`` fits "I need {clause}" and "it matters to me {clause}"; a ``broad`` one is at stake in almost any matter.

    ``spoken``: words one of which stands where it is at stake, unless what the matter is brings it.
    """

    id: Id
    name: Line
    clause: Annotated[str, StringConstraints(pattern=r"^to ")]
    family: Line
    broad: bool = False
    spoken: tuple[Line, ...] = ()


class TopicEntry(Entry):
    """A topic and the words that tell it from the others, strongest first."""

    id: Topic
    name: Line
    about: Line
    lemmas: tuple[str, ...] = Field(min_length=20)
    phrases: tuple[str, ...] = ()


class ResponseEntry(Entry):
    """A validating response for one kind of answer, and what to leave out; with ``concerns`` only where one of them was chosen."""

    id: Id
    technique: Technique
    they: They
    topics: tuple[Topic, ...] = ()
    relations: tuple[Relation, ...] = ()
    concerns: tuple[Id, ...] = ()
    they_say: Line
    text: Line
    avoid: Line
    avoid_why: Line


class Tip(Entry):
    """One concrete thing to do before, during or after the talk."""

    id: Id | None = None
    part: TipPart
    topics: tuple[Topic, ...] = ()
    relations: tuple[Relation, ...] = ()
    text: Line


class CardQuestion(Entry):
    """A follow-up question with two to go on with."""

    text: Line
    follow_ups: tuple[CardFollowUp, ...] = Field(min_length=2, max_length=2)


class Moments(Entry):
    """What happens where a concern is, told from the writer's side so that nobody can dispute it; each goes after "when"."""

    habit: tuple[Line, ...] = Field(min_length=2)
    past: tuple[Line, ...] = Field(min_length=2)


class Concern(Entry):
    """What a complaint is about, and what fits it. Requests and questions may hold ``{thing}`` (the person's own noun phrase).

    ``words`` are lemmas or lower-case phrases that call for it, strongest first; ``general`` marks the one that stands in for
    its topic when no other fits. ``things`` are the lemmas that may stand for ``{thing}``, besides those in ``words``.
    """

    id: Id
    general: bool = False
    topics: tuple[Topic, ...] = Field(min_length=1)
    relations: tuple[Relation, ...] = ()
    not_relations: tuple[Relation, ...] = ()
    words: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    feelings: tuple[Id, ...] = Field(min_length=3)
    needs: tuple[Id, ...] = Field(min_length=2)
    moments: Moments
    requests: tuple[Line, ...] = Field(min_length=3)
    perspectives: tuple[Line, ...] = Field(min_length=2)
    questions: tuple[CardQuestion, ...] = Field(min_length=3)


class Deed(Entry):
    """What someone does or leaves undone, and what can be asked for between any two people.

    ``verbs`` are lemmas in order that tell it, "not" at the beginning where it is left undone, "i" where the writer does it, "*" for any verb; ``any`` marks what stands in for every
    other deed that is over, that is a habit, or that is how things stand, or for no deed at all.
    """

    id: Id
    verbs: tuple[str, ...] = ()
    any: Literal["past", "habit", "state", "nothing"] | None = None
    feelings: tuple[Id, ...] = ()
    needs: tuple[Id, ...] = ()
    requests: tuple[Line, ...] = Field(min_length=3)
    perspectives: tuple[Line, ...] = Field(min_length=2)


class ActQuestion(Entry):
    """A follow-up question about the act itself; ``any`` fits whatever it was, ``promise`` what was said and not kept, ``undone`` what was left undone.

    Slots: ``{act}`` an observation ("you left early"), ``{doing}`` its gerund ("leaving early"), ``{wish}`` a bare verb phrase.
    """

    id: Id
    use: Literal["past", "habit", "state", "undone", "promise", "wish", "any"]
    text: Line
    follow_ups: tuple[CardFollowUp, ...] = Field(min_length=2, max_length=2)


FrameUse = Literal[
    "habit",
    "past",
    "state",
    "told",
    "bare",
    "felt",
    "asked",
    "said",
    "mirror",
    "wish",
    "ask",
    "doubt",
    "invite",
    "reassure",
]
_SLOTS = frozenset("observation statement feeling need perspective request asking context opening".split())


class Frame(Entry):
    """How the parts of a draft are joined, for one style and one use.

    use: ``habit`` and ``past`` hold ``{observation}`` after "when"; ``state`` holds ``{statement}``, whole sentences, and so does ``told``, of what is over; ``bare`` is for one beside which no need is sure, ``felt`` for one that names the feeling; ``asked`` for one before a request of the person's own, which stands in ``{context}``, and ``said`` for one that holds it; ``mirror`` is for a
    request that already says what is missing; ``wish`` has only a request; ``ask`` is for a message with nothing observable; ``doubt`` for a verdict told as a feeling, whose ``{statement}`` is the doubt beneath; ``invite`` and ``reassure`` are for messages that want closeness.
    ``{request}`` and ``{perspective}`` are whole sentences, ``{asking}`` the request in lower case within a sentence.
    """

    id: Id
    style: Literal["gentle", "direct", "brief"]
    use: FrameUse
    text: Line

    @model_validator(mode="after")
    def _known_slots(self) -> Frame:
        check_slots(self.text, _SLOTS)
        return self


class Opening(Entry):
    """A fixed line for a ``use``.

    A warm way to begin (invite, reassure), one that asks first (permission), one that asks for time together (wish), one to end a thanks,
    an apology or a request with, a question for oneself (your_part); and what stands around news, something to ask for and a boundary:
    before it, how it may be for them (``_view``), and after it (``_end``).
    """

    id: Id
    use: Literal[
        "invite",
        "wish",
        "permission",
        "reassure",
        "thanks",
        "apology",
        "request",
        "offer",
        "praise",
        "told",
        "news",
        "news_view",
        "news_end",
        "own_news",
        "own_news_end",
        "ask",
        "ask_view",
        "ask_end",
        "boundary",
        "boundary_end",
        "worry",
        "worry_view",
        "worry_end",
        "your_part",
    ]
    text: Line


NoteUse = Literal[
    "thanks",
    "apology",
    "invitation",
    "logistics",
    "reassurance",
    "plain",
    "nothing_seen",
    "doubted",
    "guessed",
    "chat",
    "empty",
    "news",
    "ask",
    "request",
    "offer",
    "boundary",
    "told",
    "concern",
    "worry",
]


class Note(Entry):
    """What the coach says about a message that is not a plain complaint."""

    id: Id
    when: NoteUse
    text: Line


class Example(Entry):
    """An example situation to try on the Coach page."""

    id: Id
    title: Line
    text: Line
    relation: Relation
