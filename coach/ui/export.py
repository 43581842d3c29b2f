"""A plan as a Markdown file. Every text is escaped, so that nothing in it can become a link, an image or markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from coach.model import CoachingPlan, Style
from coach.names import KINDS, SLOTS, STYLES, heard_in_words, tip_part
from coach.ui.marks import grouped
from coach.ui.markup import displayable
from coach.ui.words import SKILLS

if TYPE_CHECKING:
    from coach.rehearsal.debrief import Debrief
    from coach.rehearsal.state import Rehearsal

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~!&$]")
_LIST_MARK = re.compile(r"^(?:[-+=:]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is."""
    line = _SPECIAL.sub(lambda match: "\\" + match[0], " ".join(displayable(text).split()))
    return _LIST_MARK.sub(lambda match: match[0] + "\\" if match[0].isdigit() else "\\" + match[0], line)


def to_markdown(plan: CoachingPlan, texts: Mapping[Style, str]) -> str:
    """The plan with the drafts as they stand in their boxes (``texts``). The safety screen is never part of it."""
    return "\n".join(_lines(plan, texts)).strip() + "\n"


def rehearsal_to_markdown(rehearsal: Rehearsal, told: Debrief) -> str:
    """A rehearsal: what both said with the feedback, what was practised, and how it was for the other."""
    return "\n".join(_talk(rehearsal, told)).strip() + "\n"


def _talk(rehearsal: Rehearsal, told: Debrief) -> Iterator[str]:
    yield f"# My rehearsal, about {escaped(rehearsal.setup.matter)}\n"
    for turn in rehearsal.path(rehearsal.kept):
        if turn.kind == "said":
            yield f"\n**Me:** {escaped(turn.said)}\n"
            notes = turn.feedback
            if notes.landed:
                yield f"- Landed: {escaped(notes.landed)}"
            if notes.stung:
                yield f"- May sting: “{escaped(notes.stung)}”. {escaped(notes.why)}"
            if notes.attempt:
                yield f"- To try: “{escaped(notes.attempt)}”"
        if turn.answer is not None:
            yield f"\n**They:** {escaped(turn.answer.text)}"
    yield f"\n**They:** {escaped(rehearsal.goodbye)}"
    if told.view:
        yield f"\n## How it was for them\n\n{escaped(told.view)}"
    yield from _section("What I practised", (f"{SKILLS[skill]}: {count}" for skill, count in told.counts.items()))
    yield "\nPractised with Conversation Coach: software, not therapy."


def _lines(plan: CoachingPlan, texts: Mapping[Style, str]) -> Iterator[str]:
    analysis = plan.analysis
    yield "# My conversation plan\n"
    yield "## My words\n"
    yield from (f"> {escaped(line)}" for line in plan.situation.text.splitlines() or [""])
    yield ""
    for group in grouped(analysis.findings):
        quotes = ", ".join(f"“{escaped(words)}”" for _, words in group.quotes)
        yield f"- {quotes}: {KINDS[group.kind]}. {escaped(group.why)}"
    yield f"\n{heard_in_words(analysis.heard.score)} {analysis.heard.score} out of 100.\n"
    yield from (f"- {escaped(reason)}" for reason in analysis.heard.reasons)
    yield from _section(SLOTS["note"], map(escaped, plan.note))
    for draft in plan.drafts:
        yield from _section(f"{STYLES[draft.style]} draft", (escaped(texts.get(draft.style, draft.text)),), "> ")
    for item in plan.invitation:
        yield from _section(SLOTS["invitation"], map(escaped, (item.opening, item.own_story, item.permission)))
    if plan.questions:
        yield from _section(SLOTS["questions"], ())
    for question in plan.questions:
        yield f"- {escaped(question.text)}"
        yield from (f"    - If {escaped(step.when)}: {escaped(step.ask)}" for step in question.follow_ups)
    if plan.responses:
        yield from _section(SLOTS["responses"], ())
    for response in plan.responses:
        yield f"- They may say: “{escaped(response.they_say)}”"
        yield f"    - You could say: “{escaped(response.text)}”"
        yield f"    - Better not: “{escaped(response.avoid)}” ({escaped(response.avoid_why)})"
    if plan.preparation:
        yield from _section(SLOTS["preparation"], ())
    for part in plan.preparation:
        yield f"- {tip_part(part.part)}"
        yield from (f"    - {escaped(tip)}" for tip in part.tips)
    yield from _section(SLOTS["other_view"], map(escaped, plan.other_view))
    yield from _section(SLOTS["your_part"], map(escaped, plan.your_part))
    yield from _section(SLOTS["later"], map(escaped, plan.later))
    models = sorted({name for name in plan.written_by.values() if name != "offline"})
    by = f" and {escaped(', '.join(models))}" if models else ""
    yield f"\nWritten with Conversation Coach{by}: software, not therapy."


def _section(title: str, lines: Iterable[str], mark: str = "- ") -> Iterator[str]:
    known = list(lines)
    if known or (mark == "- " and title in (SLOTS["questions"], SLOTS["responses"], SLOTS["preparation"])):
        yield f"\n## {title}\n"
        yield from (f"{mark}{line}" for line in known)
