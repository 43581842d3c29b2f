"""Three drafts of an I-statement: gentle, direct and brief.

Parts: Gordon's I-message and NVC's observation, feeling, need, request; the gentle draft names the other's view, the opening least
likely to meet defence in Rogers, Howieson & Neame 2018.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from coach.library.wording import Frame, FrameUse
from coach.model import IStatement, Style
from coach.suggest.account import Account
from coach.suggest.beside import sentences
from coach.suggest.message import Message
from coach.suggest.recast import Observation, fits_when
from coach.suggest.requests import missing
from coach.suggest.set_aside import sentence
from coach.suggest.target import Target

_TELLING: frozenset[FrameUse] = frozenset({"habit", "past", "state", "told"})
_A_STORY = 2  # facts beside the main point from which all are told in their order
_AS_A_STORY: dict[FrameUse, FrameUse] = {"past": "told", "habit": "state"}
_AT_ONCE = ("When", "I f", "{statement}")
_PROMISE_WORDS, _BRIEF_WORDS = 28, 24
_RUNS_ON = re.compile(r" and (?:now|there's) ")
_LASTING = ("I was ", "I had ", "I have ", "I do ", "I'd ", "now ")
_GREETS = re.compile(
    r"(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening)|to (?:the|my|our) \w+:|\w+[,:] )\b", re.IGNORECASE
)
_FEELS = re.compile(
    r"\bI(?:'m| am| was)? (?:just |really |so |still )?(?:feel|felt|feeling) (?!like|that|(?:as )?if|for)",
    re.IGNORECASE,
)
_OF_ONESELF = frozenset("alone lonely tired exhausted weary drained disconnected isolated".split())  # about nothing
_NOBODY = Target(frozenset(), frozenset())
_WHEN_WORDS = 26  # a when-clause longer than this is said as sentences of its own


@dataclass(frozen=True)
class Parts:
    """What goes into the drafts besides the message.

    ``statement`` stands for the observation where there is none to recast; ``guessed``: the observation is a moment of the concern.
    """

    feeling: str
    need: str
    requests: dict[Style, str]
    perspective: str
    opening: str = ""
    statement: str = ""
    guessed: bool = False


class Drafter:
    """Writes drafts with the library's frames; which frame is taken depends on the text alone, so a rerun never changes it."""

    def __init__(self, frames: tuple[Frame, ...]) -> None:
        self._frames = frames

    def drafts(self, text: str, message: Message, parts: Parts, use: FrameUse | None = None) -> tuple[IStatement, ...]:
        """The gentle, the direct and the brief draft, in this order."""
        styles: tuple[Style, ...] = ("gentle", "direct", "brief")
        ways: set[str] = set()
        return tuple(self._draft(style, text, message, parts, use or _use(message), ways) for style in styles)

    def accounts(
        self, text: str, message: Message, told: Account, parts: Parts, *, past: bool, felt: frozenset[int], sure: bool
    ) -> tuple[IStatement, ...]:
        """The same of a message told in its own order. ``felt``: tokens in which the person names a feeling of their own; ``sure``: what it is about is known."""
        ways: set[str] = set()
        pieces = [one.text for one in told.pieces]
        ask, feels = told.ask, bool(felt & told.tokens) or (told.names and any(map(_FEELS.search, pieces)))
        telling: FrameUse = "bare" if not sure else "told" if past else "state"
        use: FrameUse = "felt" if feels else telling
        statement, context = pieces, list[str]()
        if ask is not None:
            use = "said" if feels or not sure or not ask else "asked"
            statement, context = (pieces, []) if use == "said" else (pieces[:ask], pieces[ask:])
        brief = told.briefly()
        whole = Message((), (), tuple(context), (), (), (), (), _NOBODY)
        done = [
            self._draft(style, text, whole, replace(parts, statement=" ".join(statement)), use, ways)
            for style in ("gentle", "direct")
        ]
        named = any(one.own and felt & one.tokens or (told.names and _FEELS.search(one.text)) for one in brief)
        use = "asked" if ask is not None else "felt" if named else telling
        asked = (pieces[ask],) if ask is not None else ()
        if ask is None and any(one.to_you for one in message.main) and not told.owns_point:
            use = _use(message)
        else:
            message = replace(whole, context=asked)
            parts = replace(parts, statement=" ".join(one.text for one in brief))
        done.append(self._draft("brief", text, message, parts, use, ways))
        return tuple(done)

    def _draft(
        self, style: Style, text: str, message: Message, parts: Parts, use: FrameUse, ways: set[str]
    ) -> IStatement:
        """``ways`` are those in which the drafts before it speak of the feeling; its own is added."""
        main = tuple(
            one for one in message.main if not any(one.text in other.text for other in message.main if other is not one)
        )
        if style == "brief" and main:
            alone = main[:1] if len(main) == 1 and not message.wants and missing(main[0]) else ()
            main = alone or _shortest(main)
            use = _use_of(main) if main and use in _TELLING and not parts.guessed else use
        if style == "brief" and use in {"habit", "past"} and len(main) == 1 and missing(main[0]):
            use = "mirror"
        in_turn = use in {"state", "told"}
        moments = {
            sentence(one.text): f"It {'was' if one.tense == 'past' else 'is'} hard for me when {one.text}."
            for one in main
            if one.framed and in_turn
        }
        plain = tuple(one for one in main if not one.framed)
        observed = " ".join((*sentences(plain if moments and plain else main), *(moments.values() if plain else ())))
        in_order = in_turn and style != "brief"
        before, context = ((), ()) if in_order or use == "invite" else (message.before, message.context)
        story = tuple(moments.get(line, line) for line in message.story) if plain else message.story
        in_full = story or (*message.before, observed, *message.context)
        statement = " ".join(in_full) if in_order else observed
        frames = [frame for frame in self._frames if frame.style == style and frame.use == use]
        if before and style != "brief":  # what came first is told first, with no opening before it
            frames = [frame for frame in frames if frame.text.startswith(_AT_ONCE)] or frames
        if _GREETS.match(parts.statement):
            frames = [frame for frame in frames if frame.text.startswith("{statement}")] or frames
        if parts.feeling in _OF_ONESELF:
            frames = [frame for frame in frames if "{feeling} about" not in frame.text] or frames
        frames = [frame for frame in frames if _way(frame) not in ways] or frames
        frame = frames[crc32(f"{style}{text}".encode()) % len(frames)]
        ways.add(_way(frame))
        request = parts.requests[style]
        filled = frame.text.format(
            observation=_listed([one.text.removeprefix("then ") for one in main]),
            statement=parts.statement or statement,
            feeling=parts.feeling,
            need=parts.need,
            perspective=parts.perspective,
            request=request,
            asking=request[:1].lower() + request[1:],
            context=" ".join(context),
            opening=parts.opening,
        )
        return IStatement(
            style=style,
            text=_tidy(filled if style == "brief" else " ".join((*before, filled))),
            observation=parts.statement or observed,
            feeling=parts.feeling if "{feeling}" in frame.text else "",
            need=parts.need if "{need}" in frame.text else "",
            request=request,
            perspective=parts.perspective if "{perspective}" in frame.text else "",
        )


def _way(frame: Frame) -> str:
    """The words around the feeling, which make two drafts sound alike: "I feel … when"."""
    before, _, after = frame.text.partition("{feeling}")
    return f"{before[-8:]}{after[:6]}"


def _shortest(main: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The main point of one sentence: what one's own act and the other's tell only together stays together."""
    words = sum(len(one.text.split()) for one in main)
    promised = any(one.promises for one in main)
    if words <= (_PROMISE_WORDS if promised else _BRIEF_WORDS):
        return main
    kept = [one for one in main if not one.promises] or main
    return (next((one for one in kept if one.facts), kept[0]),)


def _listed(told: Sequence[str]) -> str:
    *first, last = told or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def _use(message: Message) -> FrameUse:
    if not message.main:
        return "wish" if message.wants or message.context else "ask"
    use = _use_of(message.main)
    points_back = any(line.startswith(("That ", "It ", "It's ")) for line in message.context)
    framed = any(one.framed for one in message.main)  # it stings as a statement of its own
    goes_on = not framed and any(line.startswith(("Then ", "Now ")) for line in message.context)
    if len(message.before) + len(message.context) < _A_STORY and not points_back and not goes_on:
        return use
    return _AS_A_STORY.get(use, use)


def _use_of(main: tuple[Observation, ...]) -> FrameUse:
    words = sum(len(one.text.split()) for one in main)
    past = main[-1].tense == "past"
    only_mine = all(one.text.startswith(("I ", "I'")) and not (one.framed and one.sure) for one in main)
    tenses = len({one.tense for one in main})
    if _is_a_story(main) or only_mine or words > _WHEN_WORDS or tenses > 1 or not all(map(fits_when, main)):
        return "told" if past else "state"
    return "past" if past else "habit"


def _is_a_story(main: Sequence[Observation]) -> bool:
    """It reads better in sentences of its own than after "when", as far as it may stand there."""
    if any(one.framed for one in main):
        return False
    if any(_RUNS_ON.search(one.text) for one in main) or any(one.link == "but" for one in main[1:]):
        return True
    lasting = any(one.says or one.text.startswith(_LASTING) or " because " in one.text for one in main)
    return len(main) > 1 and lasting


def _tidy(text: str) -> str:
    text = re.sub(r"\s{2,}", " ", text).strip()
    text = re.sub(r"\.{2,}", ".", text)
    return text[:1].upper() + text[1:]
