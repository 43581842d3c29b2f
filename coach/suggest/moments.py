"""What happens where a concern is, when a message holds blame and no fact that could stand in a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from coach.language.clauses import clauses
from coach.library.wording import Concern
from coach.suggest.recast import Observation
from coach.suggest.tense import Tense, tense

if TYPE_CHECKING:
    from coach.language.parse import Parsed


def moment(concern: Concern, parsed: Parsed) -> Observation:
    """One of a concern's moments as an observation: in the past if the message tells of one time."""
    told = [tense(clause) for clause in clauses(parsed.doc)]
    when: Tense = "past" if told.count("past") * 2 > len(told) else "habit"
    lines = concern.moments.past if when == "past" else concern.moments.habit
    text = lines[crc32(parsed.text.encode()) % len(lines)]
    return Observation(text, when, False, False, "", frozenset(), 0, 0, False)
