"""The one way into a rehearsal: begin, hear a turn, answer it, rest, go back, end. Each takes a state and gives a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from coach.language.parse import parse
from coach.language.replies import hear_reply
from coach.model import IStatement, Situation
from coach.rehearsal import tension
from coach.rehearsal.acts import Said, read_turn
from coach.rehearsal.feedback import feedback
from coach.rehearsal.partner import Partner, ScriptedPartner
from coach.rehearsal.slots import told_clause
from coach.rehearsal.state import Answer, Rehearsal, Setup, Turn
from coach.rehearsal.story import Moment
from coach.suggest.facts import hear_passages
from coach.suggest.feelings import FeelingWords

if TYPE_CHECKING:
    from coach.language.parse import Parsed
    from coach.library.load import Library
    from coach.model import Reading, SafetyScreen
    from coach.service import CoachService


class Rehearser:
    """Keeps nothing of a talk: all of it is in the :class:`Rehearsal`. Safe to share between sessions."""

    def __init__(self, service: CoachService, library: Library) -> None:
        self._service, self._feelings = service, FeelingWords(library)
        self._scripted = ScriptedPartner(library.plain_answers)

    @staticmethod
    def begin(setup: Setup) -> Rehearsal:
        """The partner has said the first words."""
        opening = Turn(
            id=0,
            parent=None,
            kind="opening",
            tension=tension.START[setup.hardness],
            answer=Answer(text=setup.opening_line),
        )
        return Rehearsal(setup=setup, turns=(opening,))

    def screen(self, text: str) -> SafetyScreen:
        """What the safety screen sees in a turn. Raises TextTooLong."""
        return self._service.screen(text)

    def hear(self, rehearsal: Rehearsal, text: str) -> Rehearsal:
        """Take in a turn: what it does, what it leaves the partner with, and the feedback on it. No answer yet. Raises TextTooLong."""
        path = rehearsal.path()
        said, partner = self._heard(rehearsal, text)
        turn = Turn(
            id=len(rehearsal.turns),
            parent=path[-1].id,
            said=text,
            act=said.act,
            point=said.point,
            goods=tuple(sorted(said.goods)),
            owns=said.owns,
            open_questions=sum(one.open and not one.blaming for one in said.reading.analysis.questions),
            findings=said.findings,
            tension=tension.moved(path, said, rehearsal.setup.persona, rehearsal.setup.hardness),
            feedback=feedback(said, _told(path[-1], partner), rehearsal.setup.matter, len(path), self._draft),
            slots=dict(said.slots),
        )
        return rehearsal.with_turn(turn)

    def answer(self, rehearsal: Rehearsal, partner: Partner | None = None) -> Rehearsal:
        """The partner answers the turn that waits for it; the scripted one where no other is given."""
        path = rehearsal.path()
        moment = Moment(rehearsal.setup, path[:-1], path[-1])
        answer = (partner or self._scripted).answer(moment)
        return rehearsal.with_turn(path[-1].model_copy(update={"answer": answer}))

    def say(self, rehearsal: Rehearsal, text: str) -> Rehearsal:
        """A turn and the scripted partner's answer to it."""
        return self.answer(self.hear(rehearsal, text))

    def rest(self, rehearsal: Rehearsal) -> Rehearsal:
        """A break of twenty minutes, over at once: the partner comes back calmer."""
        last = rehearsal.last
        turn = Turn(
            id=len(rehearsal.turns), parent=last.id, kind="break", tension=min(last.tension, tension.AFTER_BREAK)
        )
        return self.answer(rehearsal.with_turn(turn))

    def go_back(self, rehearsal: Rehearsal, before: int) -> Rehearsal:
        """Stand where the turn ``before`` was about to be said; it stays as a branch of its own."""
        return rehearsal.model_copy(update={"at": rehearsal.turn(before).parent or 0, "goodbye": ""})

    def stand_at(self, rehearsal: Rehearsal, end: int) -> Rehearsal:
        """Go on from the end of another branch."""
        return rehearsal.model_copy(update={"at": rehearsal.turn(end).id, "goodbye": ""})

    def keep(self, rehearsal: Rehearsal, end: int) -> Rehearsal:
        """Remember a branch as the best."""
        return rehearsal.model_copy(update={"kept": rehearsal.turn(end).id})

    def end(self, rehearsal: Rehearsal) -> Rehearsal:
        """The partner says a kind last line."""
        lines = rehearsal.setup.persona.goodbyes
        return rehearsal.model_copy(
            update={"goodbye": lines[crc32(f"{rehearsal.setup.seed}{rehearsal.at}".encode()) % len(lines)]}
        )

    def hints(self, rehearsal: Rehearsal, text: str) -> Said:
        """A turn as it would be heard, before it is said. Raises TextTooLong."""
        return self._heard(rehearsal, text)[0]

    def _heard(self, rehearsal: Rehearsal, text: str) -> tuple[Said, Parsed]:
        """What a turn does, and what it answers; the encoder hears it, and the passages of one that blames, beside the rest."""
        self._service.check_length(text)
        answered = _words(rehearsal.last)
        heard = hear_reply(answered, text)
        reading = self._service.reading(Situation(text=text, relation=rehearsal.setup.relation))
        if reading.analysis.findings:
            hear_passages(reading.parsed)
        partner = parse(answered)
        return read_turn(reading, partner, self._feelings, heard), partner

    def _draft(self, reading: Reading) -> IStatement | None:
        if reading.screen.severity != "none":
            return None
        for part in self._service.parts(reading):
            if part.slot == "drafts":
                return next((one for one in part.items if isinstance(one, IStatement) and one.style == "brief"), None)
        return None


def _words(turn: Turn) -> str:
    """What a turn answers: what the partner told in their last answer, else all of it."""
    return turn.answer.told or turn.answer.text if turn.answer else turn.said


def _told(turn: Turn, partner: Parsed) -> str:
    """What the partner told of themselves in their last answer, turned round."""
    return told_clause(partner) if turn.answer and turn.answer.told else ""
