"""A coach with fixed answers: the service's contract without parser and content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.errors import TextTooLong
from coach.model import (
    Analysis,
    Choice,
    Finding,
    FollowUp,
    Heard,
    Invitation,
    IStatement,
    PlanPart,
    Preparation,
    Proposals,
    Question,
    Reading,
    Response,
    Risk,
    SafetyScreen,
    Situation,
    Span,
    Wish,
)

LIMIT = 10_000
FEELINGS = {"worn-out": "worn out", "lonely": "lonely"}
NEEDS = {"rest": "rest", "fairness": "fairness"}
_FOLLOW = (
    FollowUp(when="They say they are tired", ask="What would help?"),
    FollowUp(when="they go quiet", ask="What do you see?"),
)


class ScriptedCoach:
    """Flags "you always"/"you never", takes "hits me" for danger and "afraid" for a concern (``risk``), writes one plan."""

    def __init__(self) -> None:
        self.readings = 0
        self.risk: Risk = "partner_violence"

    def reading(self, situation: Situation) -> Reading:
        """Read by regular expression."""
        if len(situation.text) > LIMIT:
            raise TextTooLong(len(situation.text), LIMIT)
        self.readings += 1
        text = situation.text
        found = tuple(
            Finding(start=m.start(), end=m.end(), text=m[0], pattern="absolute.x", kind="absolute", why="Rarely true.")
            for m in re.finditer(r"you (?:always|never)", text, re.IGNORECASE)
        )
        analysis = Analysis(
            text=text,
            intent="thanks" if "thank" in text else "invitation" if "miss" in text else "complaint",
            findings=found,
            questions=(),
            heard=Heard(score=30 if found else 90, reasons=("A reason.",)),
            topics=("chores",),
            note="This does not look like English." if "nunca" in text else None,
        )
        return Reading(situation=situation, analysis=analysis, screen=self._screen(text))

    def _screen(self, text: str) -> SafetyScreen:
        if (place := text.find("hits me")) >= 0:
            evidence = Span(start=place, end=place + 7, text="hits me")
            return SafetyScreen(risk=self.risk, severity="immediate", evidence=(evidence,))
        return SafetyScreen(risk=self.risk, severity="concern") if "afraid" in text else SafetyScreen()

    def recheck(self, draft: str) -> Reading:
        """Read a changed draft."""
        return self.reading(Situation(text=draft))

    def proposals(self, reading: Reading) -> Proposals:
        """Two feelings and two needs."""
        return Proposals(
            feelings=tuple(Choice(id=name, word=word) for name, word in FEELINGS.items()),
            needs=tuple(Choice(id=name, word=word) for name, word in NEEDS.items()),
        )

    def parts(self, reading: Reading, wish: Wish | None = None) -> Iterator[PlanPart]:
        """The parts by intent."""
        if reading.analysis.intent == "thanks":
            yield PlanPart(slot="note", items=("This is good as it is.",))
            yield PlanPart(slot="drafts", items=(IStatement(style="gentle", text=reading.situation.text),))
            return
        if reading.analysis.intent == "invitation":
            yield PlanPart(
                slot="invitation",
                items=(Invitation(opening="I miss us.", own_story="On Tuesday", permission="May I ask?"),),
            )
        else:
            yield PlanPart(slot="drafts", items=_drafts(wish or Wish(), reading.situation.text))
            yield PlanPart(slot="later", items=("The maid.",))
        yield PlanPart(
            slot="questions", items=tuple(Question(text=f"What is it like, {n}?", follow_ups=_FOLLOW) for n in "abc")
        )
        yield PlanPart(
            slot="responses",
            items=(
                Response(
                    they_say="I work too.",
                    text="You are tired.",
                    technique="validation",
                    avoid="So do I!",
                    avoid_why="A contest.",
                ),
            ),
        )
        yield PlanPart(slot="preparation", items=(Preparation(part="phones", tips=("Put them away.",)),))
        yield PlanPart(slot="other_view", items=("They may be tired.",))


def _drafts(wish: Wish, text: str) -> tuple[IStatement, ...]:
    feeling, need = FEELINGS[wish.feeling or "worn-out"], NEEDS[wish.need or "rest"]
    seen = "[one time it happened]" if "nothing" in text else "the dishes are left"
    return tuple(
        IStatement(
            style=style,
            text=f"({style}) When {seen}, I feel {feeling}. I need {need}.",
            observation="the dishes are left",
            feeling=feeling,
            need=need,
            perspective="You may be tired." if style == "gentle" else "",
        )
        for style in ("gentle", "direct", "brief")
    )
