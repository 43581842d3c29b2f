"""Which line of their story a turn draws out of the partner: what is asked about, as deep as the tension lets them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coach.rehearsal.state import FULL, Setup, Turn, level

if TYPE_CHECKING:
    from coach.library.practice import Act, Level, Point

OPENS: frozenset[Act] = frozenset(
    {"curious", "reflective", "validating", "responsibility", "owned_feeling", "repair", "apology"}
)
_OPENING: frozenset[Point | None] = frozenset(
    {"tells", "charges", "learns", "check"}
)  # who tells of themselves, or takes it in, is told more
_TELLING_OF: dict[Point, re.Pattern[str]] = {
    "need": re.compile(r"\b(?:I'd like|I want|I need|I wish|I only wanted|I was hoping|I hoped)\b"),
    "feeling": re.compile(r"\b(?:scared|frightened|afraid|ashamed|lonely|alone|tired|glad|sad|happy|hurt|cry|cried|feel|felt|worried|embarrass\w+|half a guest)\b"),
    "reason": re.compile(r"\b(?:because|since|so that|thought|was raised|grew up|growing up|when I was|learned|in case|meant)\b", re.IGNORECASE),
    "view": re.compile(r"\b(?:I think|I thought|I know|I still|I've noticed)\b"),
    "since": re.compile(r"\b(?:since|for (?:\w+ )?\w+ (?:days|weeks|months|years)|ago|all (?:day|night|week|year)|last \w+|in \w+uary)\b", re.IGNORECASE),
    "count": re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twice|once|every|hundred|thousand)\b", re.IGNORECASE),
    "who": re.compile(r"\b(?:my|the) \w+|[a-z] [A-Z]\w+"),
}  # fmt: skip
HURT: frozenset[Act] = frozenset({"blame", "blaming", "interrogating"})
TOLD_BY: frozenset[Point | None] = frozenset(
    {*_TELLING_OF, "more", "detail", "where", "somebody"}
)  # what a line of the story answers by itself
_EXACT: frozenset[str] = frozenset(
    "need check me idea since who count detail does where somebody".split()
)  # what only a line about the same thing would answer
_NEVER: frozenset[str] = frozenset(
    """either guess dreads again silence treat touch meets praise reassures cares together wished news limits jokes answers thanks closes
    agrees refuses offers greets how_was yes_no fact date us okay upset assent we_do you_do may_i""".split()
)  # what no line of a story answers
_ASKED_FOR: frozenset[Point | None] = frozenset({"reason", "feeling", "view", "more"})
_BESIDE: frozenset[Point | None] = frozenset({"tells", "learns", "low", "shared", "explains", "wants"})
_ASKS_ON: frozenset[Act] = frozenset({"curious", "reflective"})  # what makes somebody go on without naming the thing
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|s|e)$")
_GENERAL = frozenset(
    _ENDING.sub("", word)[:5]
    for word in """happen hard worst part moment start begin change matter most look side through exactly anything something everything hear
    understand explain else between down wrong mind shown other first please help word while honest long stop story hurt talk question ask
    right last night sorry didn couldn wasn hadn wouldn know known""".split()
)
_SAME = 1  # stems, from which on a plain answer gave a line away
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    """that this with what when your have been were they them there then than just like about would could really from into know think
    want need thing things time ever never always will said tell feel felt very much more some because only over even being make made
    doing done going where which while here still back well good come came take took most mean does didn dont that's it's""".split()
)
_DEPTH: dict[Level, float] = {"hot": 0.3, "tense": 0.7, "calm": 1.0}  # how much of the story comes out at a tension


@dataclass(frozen=True)
class Moment:
    """What a partner answers: the turns before, and the turn itself, whose tension is what it left the partner with."""

    setup: Setup
    before: tuple[Turn, ...]
    turn: Turn

    @property
    def flooded(self) -> bool:
        """Too much to go on."""
        return self.turn.tension >= FULL


def next_to_tell(moment: Moment) -> str:
    """The line of the story that this tension lets out and that the turn is about; empty when there is none, or nothing invites one."""
    lines, turn = story(moment.setup), moment.turn
    told = _told(moment)
    deepest = _DEPTH[level(turn.tension)] * len(lines)
    rest = [line for place, line in enumerate(lines) if line not in told and place < deepest]
    if not rest or not opens(turn) or turn.point in _NEVER:
        return ""
    asked = _asked(moment)
    fits = _TELLING_OF.get(turn.point) if turn.point else None
    own = set(moment.setup.other_side)
    if asks_again(moment):
        return ""

    def about(line: str) -> float:
        return (
            2.0 * len(asked & stems(line))
            + (1.0 if fits and fits.search(line) else 0.0)
            + 1.5 * (line in own and turn.point != "need")
        )

    best = max(rest, key=about)
    if turn.act not in _ASKS_ON and best not in own:
        return ""  # what they are like in general is told to who asks
    shared = len(asked & stems(best))
    if turn.point == "reason" and best in own:
        return best
    fitting = fits is not None and fits.search(best) is not None
    if turn.point == "feeling" and fitting and best in own:
        return best
    return best if _invited(turn, shared, len(asked), fits=fitting) else ""


def about_it(moment: Moment, line: str) -> bool:
    """Whether a line of the story is plainly about what is asked."""
    return len(_asked(moment) & stems(line)) > 1


def asks_again(moment: Moment) -> bool:
    """Whether it asks on about a line that was told, and no other line has as much to do with it."""
    told, asked = _told(moment), _asked(moment)
    shared = {line: len(asked & stems(line)) for line in story(moment.setup)}
    best = max((shared.get(line, 0) for line in told), default=0)
    return best > max((size for line, size in shared.items() if line not in told), default=0)


def _told(moment: Moment) -> frozenset[str]:
    """The lines that were told, and those of which a plain answer gave most away."""
    answers = [turn.answer for turn in moment.before if turn.answer]
    given = [stems(answer.fact) for answer in answers if answer.fact]
    known = {line for line in story(moment.setup) if any(len(stems(line) & fact) > _SAME for fact in given)}
    return frozenset({answer.told for answer in answers if answer.told} | known)


def _asked(moment: Moment) -> frozenset[str]:
    """What a turn names by itself, beyond the matter."""
    said = _question(moment.turn.said)
    if moment.turn.point == "more":
        said = _SENTENCE.findall(said)[-1]
    asked = stems(said) - stems(moment.setup.matter) - _GENERAL
    return asked or stems(moment.turn.said) - _GENERAL if moment.turn.point == "detail" else asked  # "What was it?"


def _invited(turn: Turn, shared: int, asked: int, *, fits: bool) -> bool:
    """Whether a line answers the turn: ``shared`` of the ``asked`` words are in it, and it ``fits`` the kind of question."""
    if turn.point in _EXACT:
        return fits if turn.point == "need" else shared > 0 and (fits or turn.point not in _TELLING_OF)
    if turn.point in _ASKED_FOR:
        return shared > 0 or asked <= (turn.point in {"reason", "more"})
    return shared > 0 if turn.point in _BESIDE or turn.act not in _ASKS_ON else True


def _question(said: str) -> str:
    """What is asked, without what is said before it."""
    asked = [one for one in _SENTENCE.findall(said) if "?" in one]
    return asked[-1] if asked else said


def opens(turn: Turn) -> bool:
    """Whether it makes somebody tell of themselves."""
    return turn.act in OPENS or turn.point in _OPENING or turn.act in HURT and turn.point in TOLD_BY


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning, by which two lines are about the same thing."""
    return frozenset(_ENDING.sub("", word)[:5] for word in _WORD.findall(text.lower()) if word not in _COMMON)


def story(setup: Setup) -> tuple[str, ...]:
    """What the partner lived in this very matter and what lies beneath it, in turns, from the surface to the depth."""
    own, persona = setup.other_side, setup.persona.reveals
    longest = max(len(own), len(persona))
    pairs = ((*own[i : i + 1], *persona[i : i + 1]) for i in range(longest))
    return tuple(line for pair in pairs for line in pair)
