"""The guard: what no suggestion may hold, whoever wrote it. Composed text is parsed in one batch; curated text is guarded by the tests."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.language.analyse import Analyser
from coach.language.parse import parse_many
from coach.language.questions import read_question
from coach.library.load import Library
from coach.model import Finding, IStatement, PlanPart, Question, Reading

OFFLINE = "offline"
_QUESTION_WORDS = 25
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_VERDICT = re.compile(
    r"\b(narcissis\w+|toxic|abusive|gaslight\w*|selfish|immature|lazy|(?:you|they|he|she)(?:'re| are| is|'s| were| was) (?:the one )?(?:in the )?wrong|"
    r"(?:leave|dump|divorce) (?:him|her|them)|you are right and)\b",
    re.IGNORECASE,
)


class Guard:
    """Checks the parts of a plan before anyone sees them."""

    def __init__(self, analyser: Analyser, library: Library) -> None:
        self._analyser = analyser
        self._feelings = {feeling.word for feeling in library.feelings}
        self._curated = {card.text for deck in library.decks for card in deck.cards}
        self._curated |= {question.text for concern in library.concerns for question in concern.questions}
        self._curated |= {line for concern in library.concerns for line in (*concern.requests, *concern.perspectives)}
        self._curated |= {
            line for need in library.needs for line in (f"I need {need.clause}.", f"It matters to me {need.clause}.")
        }
        self._curated |= {opening.text for opening in library.openings}
        self._safe = {frame.style: frame.text for frame in library.frames if frame.use == "ask"}

    def checked(self, reading: Reading, part: PlanPart) -> PlanPart:
        """The part with every item that passes; a draft that fails is replaced by one that asks for the moment instead.

        The offline engine's parts hold curated sentences, which the tests guard, and recast facts, which it let the analyser
        read before it used them (:mod:`coach.suggest.message`): they are not parsed a second time.
        """
        if part.written_by == OFFLINE:
            return part
        if part.slot == "drafts":
            drafts = [item for item in part.items if isinstance(item, IStatement)]
            faults = self.draft_faults(drafts)
            items = tuple(
                draft if not fault else self._asking(draft) for draft, fault in zip(drafts, faults, strict=True)
            )
            return part.model_copy(update={"items": items})
        if (
            part.slot == "questions" and part.written_by != OFFLINE
        ):  # offline ones are curated, and their nouns were checked
            questions = [item for item in part.items if isinstance(item, Question)]
            passed = self._questions_pass(questions)
            return part.model_copy(
                update={"items": tuple(q for q, good in zip(questions, passed, strict=True) if good)}
            )
        return part

    def draft_faults(self, drafts: Sequence[IStatement]) -> list[tuple[str, ...]]:
        """For each draft what is wrong with it, in plain words; empty when nothing is. Each new sentence is parsed once."""
        sentences = {draft.text: _SENTENCE_END.split(draft.text) for draft in drafts}
        new = list(dict.fromkeys(one for pieces in sentences.values() for one in pieces if one not in self._curated))
        findings = {one: self._analyser.findings(parsed) for one, parsed in zip(new, parse_many(new), strict=True)}
        return [
            self._faults(draft, [f for one in sentences[draft.text] for f in findings.get(one, ())]) for draft in drafts
        ]

    def _faults(self, draft: IStatement, findings: Sequence[Finding]) -> tuple[str, ...]:
        faults = [f"“{finding.text}” may be heard as blame: {finding.why}" for finding in findings]
        if draft.feeling and draft.feeling not in self._feelings:
            faults.append(f"“{draft.feeling}” is not a feeling")
        if _VERDICT.search(draft.text):
            faults.append("it judges a person")
        return tuple(faults)

    def _questions_pass(self, questions: Sequence[Question]) -> list[bool]:
        composed = [question for question in questions if question.text not in self._curated]
        verdict: dict[str, bool] = {}
        for question, parsed in zip(composed, parse_many(question.text for question in composed), strict=True):
            reading = read_question(parsed)
            brief = len(question.text.split()) <= _QUESTION_WORDS and question.text.count("?") <= 1
            verdict[question.text] = (
                brief and reading.open and not reading.blaming and not self._analyser.findings(parsed)
            )
        return [verdict.get(question.text, True) for question in questions]

    def _asking(self, draft: IStatement) -> IStatement:
        request = draft.request or "Would you be willing to hear more about this from me?"
        text = self._safe[draft.style].format(
            feeling=draft.feeling,
            need=draft.need,
            perspective=draft.perspective,
            request=request,
            asking=request[:1].lower() + request[1:],
            context="",
        )
        return draft.model_copy(update={"text": re.sub(r"\s{2,}", " ", text).strip(), "observation": ""})
