"""Every error the coach raises on purpose. Each docstring says who acts on it."""


class CoachError(Exception):
    """Base of all errors with a sentence fit for a person: what happened, what was kept, what to do."""


class TextTooLong(CoachError):
    """The text is over the limit. The writer shortens it; the page keeps it in the box."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            f"This text has {length:,} characters and the coach reads up to {limit:,} at a time. "
            "Nothing is lost: please pick the part that matters most and try again."
        )


class BadInput(CoachError):
    """A value from outside does not fit its contract. Whoever sent it mends it."""


class ContentError(CoachError):
    """Content files hold mistakes. The author mends every one listed in ``mistakes``."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        self.mistakes = mistakes
        noun = "mistake" if len(mistakes) == 1 else "mistakes"
        super().__init__("\n".join((f"{len(mistakes)} {noun} in the content:", *mistakes)))


class ParserMissing(CoachError):
    """No English pipeline for spaCy is installed. Whoever installs the app adds it."""


class EngineError(CoachError):
    """An engine could not write its part. The fallback engine acts on it; a person sees only its reason."""


class StoreError(CoachError):
    """The store cannot be opened. Whoever runs the app mends it; everything that keeps nothing goes on."""


class RoomError(CoachError):
    """Something cannot be done in a room just now. The person in it sees the sentence; nothing was changed."""


class ModelError(EngineError):
    """A language model or its server failed. The person reads the sentence and acts on it; the offline plan stands.

    ``reason`` is one of :data:`coach.llm.reasons.Reason`; ``again`` says whether the same request may work a moment later,
    ``after`` how many seconds the server asked to wait, ``status`` the HTTP status if there was one.
    """

    def __init__(
        self, reason: str, sentence: str, *, again: bool = False, after: float = 0.0, status: int | None = None
    ) -> None:
        self.reason, self.again, self.after, self.status = reason, again, after, status
        super().__init__(sentence)
