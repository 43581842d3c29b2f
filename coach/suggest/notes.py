"""What the coach says about a message before its suggestions: only what is true of this plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.library.wording import NoteUse
    from coach.model import Reading
    from coach.suggest.message import Message


def note_uses(
    reading: Reading, message: Message, kind: NoteUse | None, *, seen: bool, guessed: bool, feels: bool
) -> Iterator[NoteUse]:
    """Which notes are true of a plan.

    ``kind``: what the drafts keep it as, if as anything; ``seen``: they tell something that happened; ``guessed``: they hold a moment that the message does not tell; ``feels``: it names a feeling of
    its writer's.
    """
    intent = reading.analysis.intent
    if not reading.situation.text.strip():
        yield "empty"
        return
    if reading.parsed.chat:
        yield "chat"
    if kind:
        yield kind
        return
    match intent:
        case "complaint" | "plain" if not seen:
            yield "nothing_seen"
        case _ if guessed:
            yield "guessed"
        case "plain" if not (feels or message.wants):
            yield "plain"
        case "invitation" | "logistics" | "reassurance":
            yield intent
