"""Schemas of all content. An author's file either fits them wholly or is refused with every mistake named."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from coach.model import Kind, Relation, ReplyLabel, Risk, Severity, Topic

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$")]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
MaskName = Literal["praise", "habit", "generic_you", "apology", "quotation", "request", "self", "hypothetical"]
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
Audience = Literal[
    "anyone",
    "partner",
    "parent",
    "child",
    "friend",
    "sibling",
    "roommate",
    "colleague",
    "co_parent",
    "family",
    "group",
]


TechniqueGroup = Literal["say", "hear", "mend", "deepen", "care"]
LookFor = Literal[
    "no_blame",
    "feeling",
    "observation",
    "need",
    "request",
    "other_view",
    "open_question",
    "reflection",
    "validation",
    "responsibility",
    "appreciation",
    "one_matter",
    "permission",
]
ExerciseKind = Literal["spot_blame", "feeling_or_thought", "open_question", "reflect_back", "fix_reply", "rewrite"]


class Entry(BaseModel):
    """Frozen; an unknown field is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Match(Entry):
    """One spaCy pattern: ``token`` (Matcher) or ``dependency`` (DependencyMatcher).

    ``TARGET``, ``SELF`` and ``MAKER`` are short forms; see :mod:`coach.language.rules`. ``mark`` says how far the span reaches.
    """

    token: tuple[dict[str, Any], ...] = ()
    dependency: tuple[dict[str, Any], ...] = ()
    custom: str | None = None
    mark: Literal["match", "clause", "sentence"] = "match"

    @model_validator(mode="after")
    def _one_of(self) -> Match:
        if sum(map(bool, (self.token, self.dependency, self.custom))) != 1:
            raise ValueError("needs exactly one of token, dependency or custom")
        return self


class Unless(Entry):
    """What clears a match: a token pattern or a named mask, in the same sentence or overlapping the match."""

    token: tuple[dict[str, Any], ...] = ()
    mask: MaskName | None = None
    within: Literal["sentence", "match", "before", "after"] = "sentence"

    @model_validator(mode="after")
    def _one_of(self) -> Unless:
        if bool(self.token) == bool(self.mask):
            raise ValueError("needs exactly one of token or mask")
        return self


class Flag(Entry):
    """An example the rule must flag, with the exact span."""

    text: Line
    span: Line

    @model_validator(mode="after")
    def _inside(self) -> Flag:
        if self.span not in self.text:
            raise ValueError(f"span {self.span!r} does not stand in the text")
        return self


class Allow(Entry):
    """An example the rule must leave alone."""

    text: Line


class Rule(Entry):
    """What patterns of language and of safety share."""

    id: Id
    why: Line
    source: Line
    match: tuple[Match, ...] = Field(min_length=1)
    unless: tuple[Unless, ...] = ()
    flag: tuple[Flag, ...] = Field(min_length=2)
    allow: tuple[Allow, ...] = Field(min_length=2)


class Pattern(Rule):
    """A pattern of blame: one file in ``content/patterns``."""

    kind: Kind


class LearnedReason(Entry):
    """Why a sentence that only the learned part found may be heard as blame: one entry for each kind."""

    kind: Kind
    why: Line


class SafetyRule(Rule):
    """A rule of the safety screen: ``content/safety``."""

    risk: Risk
    severity: Severity


class SafetyPanel(Entry):
    """What stands before any wording when a danger is seen. ``helps``: the needs whose help lines come first; ``call``: words to begin a call with."""

    risk: Risk
    severity: Literal["concern", "immediate"]
    title: Line
    lines: tuple[Line, ...] = Field(min_length=2, max_length=4)
    question: Line
    call: Line
    helps: tuple[Line, ...] = Field(min_length=1)


class SafeSentence(Entry):
    """A sentence that keeps somebody safe, and when to say it."""

    when: Line
    text: Line


class SafeWords(Entry):
    """Wording for safety after a concern. ``drafts_if``: on which condition the person's own drafts may follow; without it, none do."""

    risk: Risk
    title: Line
    first: tuple[Line, ...] = Field(min_length=2)
    say: tuple[SafeSentence, ...] = Field(min_length=2)
    drafts_if: Line | None = None


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
    """A universal need; ``clause`` fits "I need {clause}" and "it matters to me {clause}"."""

    id: Id
    name: Line
    clause: Annotated[str, StringConstraints(pattern=r"^to ")]
    family: Line


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


class CardFollowUp(Entry):
    """A second question for one likely kind of answer (``if``)."""

    when: Line = Field(alias="if")
    ask: Line


class Card(Entry):
    """One question of the bank; ``presumes`` are words of which a situation must hold one before the card is offered for it."""

    id: Id
    text: Line
    depth: Literal[1, 2, 3]
    tone: Literal["playful", "warm", "curious", "thoughtful", "tender"]
    topics: tuple[Topic, ...] = Field(min_length=1)
    audience: tuple[Audience, ...] = Field(alias="for", min_length=1)
    follow_ups: tuple[CardFollowUp, ...] = Field(min_length=2)
    go_first: Line
    ask_permission: Line | None = None
    presumes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _permission_for_tender(self) -> Card:
        if (self.depth == 3 or self.tone == "tender") and not self.ask_permission:
            raise ValueError("a card that is tender, or of depth 3, needs ask_permission")
        return self


class Deck(Entry):
    """A deck: one file in ``content/decks``."""

    id: Id
    title: Line
    about: Line
    how_to_use: Line
    cards: tuple[Card, ...] = Field(min_length=1)


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


class ActQuestion(Entry):
    """A follow-up question about the act itself: ``{act}`` an observation, ``{wish}`` a bare verb phrase."""

    id: Id
    use: Literal["past", "habit", "wish"]
    text: Line
    follow_ups: tuple[CardFollowUp, ...] = Field(min_length=2, max_length=2)


FrameUse = Literal["habit", "past", "state", "mirror", "wish", "ask", "invite", "reassure"]
_SLOTS = frozenset("observation statement feeling need perspective request asking context opening".split())


class Frame(Entry):
    """How the parts of a draft are joined, for one style and one use.

    use: ``habit`` and ``past`` hold ``{observation}`` after "when"; ``state`` holds ``{statement}``, whole sentences; ``mirror`` is for a
    request that already says what is missing; ``wish`` has only a request; ``ask`` is for a message with nothing observable; ``invite`` and ``reassure`` are for messages that want closeness.
    ``{request}`` and ``{perspective}`` are whole sentences, ``{asking}`` the request in lower case within a sentence.
    """

    id: Id
    style: Literal["gentle", "direct", "brief"]
    use: FrameUse
    text: Line

    @model_validator(mode="after")
    def _known_slots(self) -> Frame:
        from string import Formatter

        unknown = {name for _, name, _, _ in Formatter().parse(self.text) if name is not None} - _SLOTS
        if unknown:
            raise ValueError(f"unknown slots {sorted(unknown)}; known are {sorted(_SLOTS)}")
        return self


class Opening(Entry):
    """A fixed line: a warm way to begin (``use`` invite, reassure), one that asks first, one that asks for time together (``wish``), one to end a thanks or an apology with, or a question for oneself (``your_part``)."""

    id: Id
    use: Literal["invite", "wish", "permission", "reassure", "thanks", "apology", "request", "your_part"]
    text: Line


class Note(Entry):
    """What the coach says about a message that is not a plain complaint."""

    id: Id
    when: Literal[
        "thanks",
        "apology",
        "invitation",
        "logistics",
        "reassurance",
        "plain",
        "nothing_seen",
        "guessed",
        "chat",
        "empty",
    ]
    text: Line


class Example(Entry):
    """An example situation to try on the Coach page."""

    id: Id
    title: Line
    text: Line
    relation: Relation


class Helpline(Entry):
    """A help line. ``status`` says how well the row was confirmed; after ``expires`` a test fails."""

    id: Id
    region: Line
    name: Line
    serves: tuple[Line, ...] = Field(min_length=1)
    call: str | None = None
    text: str | None = None
    url: str | None = None
    hours: str | None = None
    languages: tuple[str, ...] = ()
    note: str | None = None
    status: Literal["official", "secondary", "recalled"]
    source: Line
    checked: date
    expires: date

    @model_validator(mode="after")
    def _reachable(self) -> Helpline:
        if not (self.call or self.text or self.url):
            raise ValueError("needs a number, a text line or an address")
        return self


class Region(Entry):
    """A region a person can pick, with its emergency number."""

    id: Id
    name: Line
    emergency: Line


# What a turn does: the eleven labels of replies, and what else people do in a hard talk.
Act = Literal[
    ReplyLabel,
    "blame",
    "owned_feeling",
    "request",
    "apology",
    "repair",
]
ACTS: tuple[Act, ...] = get_args(Act)
Level = Literal["calm", "tense", "hot"]
Outcome = Literal["calm", "mixed", "flooded"]
_PERSONA_SLOTS = frozenset("clause thing feeling quote matter reveal".split())
_VIEW_SLOTS = frozenset({"landed", "stung"})


def _check_slots(text: str, known: frozenset[str]) -> None:
    from string import Formatter

    unknown = {name for _, name, _, _ in Formatter().parse(text) if name is not None and name.lower() not in known}
    if unknown:
        raise ValueError(f"unknown slots {sorted(unknown)}; known are {sorted(known)}")


class Trigger(Entry):
    """What sets a persona off more than others, by kinds of finding."""

    kinds: tuple[Kind, ...] = Field(min_length=1)
    text: Line


class Softener(Entry):
    """What reaches a persona more than others, by acts."""

    acts: tuple[Act, ...] = Field(min_length=1)
    text: Line


class PersonaFrame(Entry):
    """An answer to one act. Slots, with a capital for a capital: ``clause`` ``thing`` ``feeling`` ``quote`` ``matter`` ``reveal``."""

    act: Act
    at: Level | None = None
    text: Line

    @model_validator(mode="after")
    def _known_slots(self) -> PersonaFrame:
        _check_slots(self.text, _PERSONA_SLOTS)
        return self


class View(Entry):
    """How the talk was for a persona; may quote the other's words that ``landed`` or ``stung``."""

    outcome: Outcome
    text: Line

    @model_validator(mode="after")
    def _known_slots(self) -> View:
        _check_slots(self.text, _VIEW_SLOTS)
        return self


class Persona(Entry):
    """A simulated partner: how they fight, flee or freeze, what sets them off, what softens them, and all they answer.

    ``heat`` and ``soothe`` are how fast blame raises and good turns lower their tension. ``reveals`` go from the surface to the
    hidden need, given one by one.
    """

    id: Id
    name: Line
    about: Line
    voice: Line
    way: Literal["fight", "flight", "freeze"]
    hidden_need: Line
    heat: float = Field(ge=0.7, le=1.4)
    soothe: float = Field(ge=0.7, le=1.3)
    triggers: tuple[Trigger, ...] = Field(min_length=1)
    softeners: tuple[Softener, ...] = Field(min_length=1)
    reveals: tuple[Line, ...] = Field(min_length=8)
    breaks: tuple[Line, ...] = Field(min_length=4)
    returns: tuple[Line, ...] = Field(min_length=4)
    goodbyes: tuple[Line, ...] = Field(min_length=4)
    views: tuple[View, ...] = Field(min_length=6)
    frames: tuple[PersonaFrame, ...]

    @model_validator(mode="after")
    def _enough_frames(self) -> Persona:
        few = {}
        for act in ACTS:
            own = [frame.text for frame in self.frames if frame.act == act]
            slotted = sum("{" in text for text in own)
            always = sum(
                bool(found) and {name.lower() for name in found} <= {"matter", "reveal"}
                for found in (re.findall(r"{(\w+)}", text) for text in own)
            )
            if len(own) < 14 or slotted < 12 or always < 4:
                few[act] = (len(own), slotted, always)
        if few:
            raise ValueError(
                f"too few frames (all, with slots, with matter or reveal alone; 14, 12, 4 are needed): {few}"
            )
        return self


class WeakStrong(Entry):
    """One sentence said badly and said well. ``marks`` are the words of the weak one that sting or miss, ``why`` what they do."""

    weak: Line
    marks: tuple[Line, ...] = Field(min_length=1, max_length=3)
    why: Line
    strong: Line

    @model_validator(mode="after")
    def _marks_inside(self) -> WeakStrong:
        for mark in self.marks:
            if mark not in self.weak:
                raise ValueError(f"mark {mark!r} does not stand in the weak sentence")
        return self


class TryIt(Entry):
    """What to write, a sentence to change or to answer, and what the language engine looks for in it."""

    ask: Line
    start: Line
    look_for: tuple[LookFor, ...] = Field(min_length=1)


class FirstTry(Entry):
    """A way to begin a talk that is likely to sting, and one that is likely to be heard."""

    weak: Line
    strong: Line


class Scene(Entry):
    """A situation to rehearse. ``matter`` is a noun phrase; ``other_side`` what the other lived in it, from the surface to the depth."""

    id: Id
    title: Line
    topics: tuple[Topic, ...] = Field(min_length=1, max_length=3)
    relation: Relation
    matter: Line
    what_happened: Line
    opening_line: Line
    stakes: Line
    personas: tuple[Id, ...] = Field(min_length=2, max_length=4)
    other_side: tuple[Line, ...] = Field(min_length=6)
    first_tries: tuple[FirstTry, ...] = Field(min_length=2)


class TechniqueEntry(Entry):
    """A technique a counselor can show: one file in ``content/techniques``."""

    id: Id
    name: Line
    group: TechniqueGroup
    origin: Line
    what: Line
    when: Line
    when_not: Line
    steps: tuple[Line, ...] = Field(min_length=3, max_length=7)
    examples: tuple[WeakStrong, ...] = Field(min_length=3)
    try_it: TryIt
    source: Line


class SpotBlameItem(Entry):
    """A text and the words in it that blame; none where nothing does."""

    id: Id
    kind: Literal["spot_blame"]
    text: Line
    answers: tuple[Line, ...]

    @model_validator(mode="after")
    def _answers_inside(self) -> SpotBlameItem:
        for answer in self.answers:
            if answer not in self.text:
                raise ValueError(f"answer {answer!r} does not stand in the text")
        return self


class FeelingOrThoughtItem(Entry):
    """A sentence that tells a feeling, or a thought that sounds like one."""

    id: Id
    kind: Literal["feeling_or_thought"]
    text: Line
    answer: Literal["feeling", "thought"]
    why: Line


class OpenQuestionItem(Entry):
    """A closed or leading question, and an open version of it."""

    id: Id
    kind: Literal["open_question"]
    text: Line
    example: Line


class ReflectBackItem(Entry):
    """What somebody said, and words that give it back."""

    id: Id
    kind: Literal["reflect_back"]
    said: Line
    example: Line


class FixReplyItem(Entry):
    """What somebody said, a reply that does not help, what it does (``label``), and one that helps."""

    id: Id
    kind: Literal["fix_reply"]
    said: Line
    reply: Line
    label: ReplyLabel
    example: Line


class RewriteItem(Entry):
    """Blame, and the same matter as an I-statement."""

    id: Id
    kind: Literal["rewrite"]
    text: Line
    example: Line


ExerciseItem = SpotBlameItem | FeelingOrThoughtItem | OpenQuestionItem | ReflectBackItem | FixReplyItem | RewriteItem


class Exercise(Entry):
    """A task the language engine can mark: one file for each kind in ``content/exercises``. Items are of the kind of their file."""

    id: Id
    kind: ExerciseKind
    title: Line
    ask: Line
    technique: Id
    items: tuple[Annotated[ExerciseItem, Field(discriminator="kind")], ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _items_are_of_its_kind(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("items"), list | tuple):
            return data
        kind = {"kind": data.get("kind")}
        return {**data, "items": [{**kind, **item} if isinstance(item, dict) else item for item in data["items"]]}

    @model_validator(mode="after")
    def _ids_differ(self) -> Exercise:
        ids = [item.id for item in self.items]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            raise ValueError(f"used for more than one item: {', '.join(twice)}")
        return self


class Prompt(Entry):
    """A prompt for a model: every variable in ``user`` is declared, and every declared one is used.

    ``output`` names the shape of the answer (:mod:`coach.llm.outputs`), ``wishes`` are variations that a person can ask for.
    """

    id: Id
    version: int = Field(ge=1)
    system: Line
    user: Line
    variables: tuple[str, ...]
    output: Literal["plan", "check", "partner"]
    wishes: dict[Id, Line] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _variables_match(self) -> Prompt:
        from string import Formatter

        used = {name for _, name, _, _ in Formatter().parse(self.user) if name is not None}
        missing, unused = sorted(used - set(self.variables)), sorted(set(self.variables) - used)
        if missing or unused:
            raise ValueError(f"variables not declared: {missing}; declared and not used: {unused}")
        return self
