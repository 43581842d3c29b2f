"""What a counselor hands out, as sheets: a plan, a technique, an exercise with its answers, a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coach.library.teaching import (
    Exercise,
    ExerciseItem,
    FeelingOrThoughtItem,
    FixReplyItem,
    OpenQuestionItem,
    ReflectBackItem,
    RewriteItem,
    SpotBlameItem,
    TechniqueEntry,
)
from coach.model import CoachingPlan, Style
from coach.names import KINDS, SLOTS, STYLES, heard_in_words, tip_part
from coach.studio.moments import Suggestion
from coach.studio.review import Figures, Review
from coach.studio.sheet import Blank, Block, Heading, NewPage, Points, Sheet, Table, Timeline, Together, Words
from coach.studio.turns import ACT_NAMES, ASKED_NAMES, CodedTurn

_MADE = "Made with Conversation Coach: software, not therapy."


def plan_sheet(plan: CoachingPlan, drafts: Mapping[Style, str]) -> Sheet:
    """A plan, with the drafts as the person left them. The safety screen is never part of it."""
    return Sheet("My conversation plan", tuple(_plan(plan, drafts)))


def technique_sheet(technique: TechniqueEntry) -> Sheet:
    """A technique on a page or two."""
    blocks: list[Block] = [
        Words(technique.what),
        Heading("When it helps"),
        Words(technique.when),
        Heading("When not"),
        Words(technique.when_not),
        Heading("Step by step"),
        Points(technique.steps, numbered=True),
        Heading("Said badly, said well"),
    ]
    for example in technique.examples:
        marked = ", ".join(f"“{mark}”" for mark in example.marks)
        said = Words(f"Instead of: {example.weak}", "quote"), Words(f"{marked}: {example.why}", "soft")
        blocks.append(Together((*said, Words(f"Try: {example.strong}", "strong"))))
    blocks += [Heading("Your turn"), Words(technique.try_it.ask), Words(technique.try_it.start, "quote"), Blank(4)]
    blocks += [
        Heading("Where it comes from"),
        Words(f"{technique.origin} {technique.source}", "soft"),
        Words(_MADE, "soft"),
    ]
    return Sheet(technique.name, tuple(blocks))


def exercise_sheet(exercise: Exercise) -> Sheet:
    """An exercise with lines to write on, and the answers on a page of their own."""
    blocks: list[Block] = [Words(exercise.ask)]
    for number, item in enumerate(exercise.items, 1):
        task = Words(f"{number}. {_task(item)}")
        blocks.append(task if isinstance(item, SpotBlameItem) else Together((task, Blank(_room(item)))))
    blocks += [NewPage(), Heading("Answers"), Points(tuple(map(_answer, exercise.items)), numbered=True)]
    blocks += [Words("There are many good answers; these are only examples.", "soft"), Words(_MADE, "soft")]
    return Sheet(exercise.title, tuple(blocks))


def review_sheet(review: Review, suggestions: Sequence[Suggestion]) -> Sheet:
    """A review with its figures, its picture, its moments and every turn."""
    places = [one.moment.place for one in suggestions]
    blocks: list[Block] = [
        Words(score_in_words(review.score)),
        Heading("How the talk went"),
        Timeline(review.warmth, tuple(places), timeline_in_words(review)),
        Heading("In numbers"),
        Table(
            ("", *(one.speaker for one in review.speakers)),
            tuple(figures_table(review.speakers)),
            (3, *(2 for _ in review.speakers)),
        ),
    ]
    if suggestions:
        blocks.append(Heading("Moments that turned it"))
    for number, one in enumerate(suggestions, 1):
        turn = review.turns[one.moment.place]
        head = Words(f"{number}. Turn {one.moment.place + 1}, {turn.speaker}: {ACT_NAMES[turn.act]}", "strong")
        told = Words(" ".join(filter(None, (one.why, one.text))))
        blocks.append(Together((head, Words(turn.text, "quote"), told)))
    rows = tuple(
        (str(number), turn.speaker, turn.text, code_in_words(turn)) for number, turn in enumerate(review.turns, 1)
    )
    blocks += [
        Heading("Every turn"),
        Table(("No.", "Who", "Said", "Heard as"), rows, (0.8, 2, 8, 3)),
        Words(_MADE, "soft"),
    ]
    return Sheet("Review of a conversation", tuple(blocks))


def score_in_words(score: int) -> str:
    """The score of a review as a sentence."""
    if score >= 65:
        said = "Much of this talk helps: it listens and it owns."
    elif score >= 40:
        said = "Some of this talk helps, and some of it gets in the way."
    else:
        said = "Much of this talk makes it hard to be heard."
    return f"{said} {score} out of 100."


def timeline_in_words(review: Review) -> str:
    """The picture of the timeline, for those who cannot see it."""
    warm, cold = sum(value > 0.3 for value in review.warmth), sum(value < -0.3 for value in review.warmth)
    half = len(review.warmth) // 2
    first, second = (
        sum(review.warmth[:half]) / max(1, half),
        sum(review.warmth[half:]) / max(1, len(review.warmth) - half),
    )
    trend = (
        "It gets warmer in its second half."
        if second > first + 0.1
        else "It gets colder in its second half."
        if second < first - 0.1
        else "Its two halves are much alike."
    )
    return f"{len(review.turns)} turns: {warm} that warm the talk (grey, up) and {cold} that cool it (black, down). {trend}"


def figures_table(speakers: Sequence[Figures]) -> Iterator[tuple[str, ...]]:
    """The figures, a row for each, a column for each speaker."""
    yield ("Turns", *(str(one.turns) for one in speakers))
    yield ("Share of the words", *(f"{one.talk_share:.0%}" for one in speakers))
    yield ("Open questions", *(str(one.open_questions) for one in speakers))
    yield ("Closed questions", *(str(one.closed_questions) for one in speakers))
    yield ("Reflections", *(str(one.reflections) for one in speakers))
    yield ("Reflections to one question", *(_ratio(one.reflections_to_questions) for one in speakers))
    for act, name in ACT_NAMES.items():
        if act not in {"question", "reflection"} and any(one.acts.get(act) for one in speakers):
            yield (name, *(str(one.acts.get(act, 0)) for one in speakers))
    yield ("Turns with words that may sting", *(str(one.stinging) for one in speakers))


def code_in_words(turn: CodedTurn) -> str:
    """What a turn was heard as."""
    parts = [ACT_NAMES[turn.act]]
    if turn.question != "none":
        parts.append(ASKED_NAMES[turn.question])
    parts += dict.fromkeys(f"“{found.text}”: {KINDS[found.kind]}" for found in turn.findings)
    return "; ".join(parts) + (" (set by hand)" if turn.by_hand else "")


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _plan(plan: CoachingPlan, drafts: Mapping[Style, str]) -> Iterator[Block]:
    yield Heading("My words")
    yield Words(plan.situation.text, "quote")
    yield Words(f"{heard_in_words(plan.analysis.heard.score)} {plan.analysis.heard.score} out of 100.")
    found = dict.fromkeys(f"“{one.text}”: {KINDS[one.kind]}. {one.why}" for one in plan.analysis.findings)
    yield from _list(None, tuple(found))
    yield from _list(SLOTS["note"], plan.note)
    if plan.drafts:
        yield Heading(SLOTS["drafts"])
    for draft in plan.drafts:
        yield Heading(STYLES[draft.style], 3)
        yield Words(drafts.get(draft.style, draft.text), "quote")
    for item in plan.invitation:
        yield from _list(SLOTS["invitation"], (item.opening, item.own_story, item.permission))
    if plan.questions:
        yield Heading(SLOTS["questions"])
    for question in plan.questions:
        yield Words(question.text, "strong")
        yield from _list(None, tuple(f"If {step.when}: {step.ask}" for step in question.follow_ups))
    if plan.responses:
        yield Heading(SLOTS["responses"])
    for response in plan.responses:
        yield Words(f"They may say: “{response.they_say}”", "strong")
        yield Points((f"You could say: “{response.text}”", f"Better not: “{response.avoid}” {response.avoid_why}"))
    if plan.preparation:
        yield Heading(SLOTS["preparation"])
    for part in plan.preparation:
        yield Heading(tip_part(part.part), 3)
        yield Points(part.tips)
    yield from _list(SLOTS["other_view"], plan.other_view)
    yield from _list(SLOTS["your_part"], plan.your_part)
    yield from _list(SLOTS["later"], plan.later)
    yield Words(_MADE, "soft")


def _list(title: str | None, items: Sequence[str]) -> Iterator[Block]:
    if items:
        if title:
            yield Heading(title)
        yield Points(tuple(items))


def _task(item: ExerciseItem) -> str:
    match item:
        case ReflectBackItem():
            return f"They say: “{item.said}”"
        case FixReplyItem():
            return f"They say: “{item.said}” The reply: “{item.reply}”"
        case FeelingOrThoughtItem():
            return f"“{item.text}”  A feeling, or a thought?"
        case _:
            return f"“{item.text}”"


def _room(item: ExerciseItem) -> int:
    return 1 if isinstance(item, FeelingOrThoughtItem | OpenQuestionItem) else 2


def _answer(item: ExerciseItem) -> str:
    match item:
        case SpotBlameItem():
            return ", ".join(f"“{answer}”" for answer in item.answers) or "Nothing in it blames."
        case FeelingOrThoughtItem():
            return f"A {item.answer}. {item.why}"
        case OpenQuestionItem() | ReflectBackItem() | FixReplyItem() | RewriteItem():
            return item.example
