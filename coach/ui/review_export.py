"""A review as CSV and as Markdown. Whether a turn may tell of danger is in neither."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from coach.studio.handouts import code_in_words, figures_table, score_in_words, timeline_in_words
from coach.studio.moments import Suggestion
from coach.studio.review import Review
from coach.studio.turns import ACT_NAMES
from coach.ui.export import escaped

_FORMULA = ("=", "+", "-", "@", "\t")  # a spreadsheet would take what begins so for a formula


def to_csv(review: Review) -> str:
    """A row for each turn; it can be read back as a transcript."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(("number", "speaker", "text", "act", "question", "stings", "set_by_hand"))
    for number, turn in enumerate(review.turns, 1):
        stings = " | ".join(f"{found.kind}: {found.text}" for found in turn.findings)
        cells = (turn.speaker, turn.text, turn.act, turn.question, stings, "yes" if turn.by_hand else "")
        rows.writerow((number, *map(_harmless, cells)))
    return out.getvalue()


def to_markdown(review: Review, suggestions: Sequence[Suggestion]) -> str:
    """The whole review, every text escaped."""
    return "\n".join(_lines(review, suggestions)).strip() + "\n"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _lines(review: Review, suggestions: Sequence[Suggestion]) -> Iterator[str]:
    yield "# Review of a conversation\n"
    yield f"{score_in_words(review.score)}\n"
    yield f"{timeline_in_words(review)}\n"
    yield "## In numbers\n"
    names = [escaped(one.speaker) for one in review.speakers]
    yield f"| | {' | '.join(names)} |"
    yield f"| --- |{' --- |' * len(names)}"
    yield from (f"| {' | '.join(row)} |" for row in figures_table(review.speakers))
    if suggestions:
        yield "\n## Moments that turned it\n"
    for one in suggestions:
        turn = review.turns[one.moment.place]
        yield f"- Turn {one.moment.place + 1}, {escaped(turn.speaker)} ({ACT_NAMES[turn.act]}): “{escaped(turn.text)}”"
        yield f"    - {escaped(' '.join(filter(None, (one.why, one.text))))}"
    yield "\n## Every turn\n"
    for number, turn in enumerate(review.turns, 1):
        yield f"{number}. **{escaped(turn.speaker)}**: {escaped(turn.text)}"
        yield f"    - {escaped(code_in_words(turn))}"
    yield "\nMade with Conversation Coach: software, not therapy."
