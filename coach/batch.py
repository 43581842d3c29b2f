"""`coach batch`: JSON Lines in, JSON Lines out, in order. A bad line gets an error of its own and the run goes on."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, get_args

from coach.errors import BadInput, CoachError
from coach.model import CoachingPlan, Relation, Situation, Topic, WhoSaid
from coach.safety.panel import help_first, panel
from coach.service import CoachService
from coach.studio.transcript import Turn

Row = dict[str, Any]
_MAX_LINE = 16 * 1024 * 1024  # bytes; a text at the limit is far below, even when every character is escaped
_CONTEXT: dict[str, tuple[str, ...]] = {
    "relation": get_args(Relation),
    "who_said": get_args(WhoSaid),
    "topic": get_args(Topic),
}
_SURROGATES = ("\ud800", "\udfff")


@dataclass(frozen=True)
class Kind:
    """One kind of batch: how a line becomes a request, and how many requests become answers, in order."""

    request: Callable[[Row], Any]
    answers: Callable[[CoachService, Sequence[Any]], Iterator[Row]]


@dataclass(frozen=True)
class _Line:
    id: str | int | float | None
    request: Any = None
    error: str | None = None


def run(kind: str, source: BinaryIO, target: BinaryIO, service: CoachService, batch_size: int = 64) -> bool:
    """Answer every line of ``source`` (UTF-8 bytes) on ``target``, flushed batch by batch; True when none failed."""
    read = (_line(KINDS[kind], raw, service) for raw in _raw_lines(source) if raw is None or raw.strip())
    all_good = True
    while lines := list(islice(read, batch_size)):
        for line, answer in zip(lines, _answered(KINDS[kind], lines, service), strict=True):
            all_good = all_good and "error" not in answer
            target.write(_encoded({"id": line.id, **answer}))
        target.flush()
    return all_good


def answers(kind: str, rows: Sequence[Row], service: CoachService) -> Iterator[Row]:
    """The answers to rows that are known to be good, in order, without their ids."""
    return KINDS[kind].answers(service, [KINDS[kind].request(row) for row in rows])


def _raw_lines(source: BinaryIO) -> Iterator[bytes | None]:
    """Lines of bytes; None stands for one that is too long to hold."""
    first = True
    while raw := source.readline(_MAX_LINE):
        if len(raw) == _MAX_LINE and not raw.endswith(b"\n"):
            while (rest := source.readline(_MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield raw.removeprefix(b"\xef\xbb\xbf") if first else raw
        first = False


def _line(kind: Kind, raw: bytes | None, service: CoachService) -> _Line:
    known_id: str | int | float | None = None
    try:
        row = _object(raw)
        known_id = _id(row)
        request = kind.request(row)
        for text in _texts(request):
            service.check_length(text)
    except CoachError as error:
        return _Line(known_id, error=str(error))
    return _Line(known_id, request)


def _object(raw: bytes | None) -> Row:
    if raw is None:
        raise BadInput(f"This line is longer than {_MAX_LINE:,} bytes, so it was not read.")
    try:
        row = json.loads(raw.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise BadInput(
            f"This line is not UTF-8 (byte {error.start + 1} does not fit). Save the file as UTF-8."
        ) from error
    except json.JSONDecodeError as error:
        raise BadInput(f"This line is not valid JSON: {error.msg} at character {error.colno}.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(
            "This line is not valid JSON: a number is too large or not a number, or it is nested too deeply."
        ) from error
    if not isinstance(row, dict):
        raise BadInput('A line must be one JSON object, such as {"id": "1", "text": "…"}.')
    return row


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _id(row: Row) -> str | int | float:
    if row.get("id") is None:
        raise BadInput('"id" is missing. Give each line an id, so that its answer can be told from the others.')
    known = row["id"]
    if isinstance(known, bool) or not isinstance(known, str | int | float) or known in (math.inf, -math.inf):
        raise BadInput('"id" must be a string or a number.')
    if isinstance(known, str):
        _whole_characters(known, "id")
    return known


def _text(row: Row, field: str) -> str:
    if field not in row:
        raise BadInput(f'"{field}" is missing.')
    text = row[field]
    if not isinstance(text, str):
        raise BadInput(f'"{field}" must be a string.')
    _whole_characters(text, field)
    return text


def _whole_characters(text: str, field: str) -> None:
    low, high = _SURROGATES
    if any(low <= char <= high for char in text):
        raise BadInput(f'"{field}" holds half of a character (a lone surrogate), which is not Unicode text.')


def _situation(row: Row) -> Situation:
    context = {} if row.get("context") is None else row["context"]
    if not isinstance(context, dict):
        raise BadInput('"context" must be an object with relation, who_said and topic, or left out.')
    for name, value in context.items():
        if name not in _CONTEXT:
            raise BadInput(f"context knows {', '.join(_CONTEXT)}, and not {_shown(name)}.")
        if value is not None and value not in _CONTEXT[name]:
            raise BadInput(f"context.{name} cannot be {_shown(value)}; it can be {', '.join(_CONTEXT[name])}.")
    known = {name: value for name, value in context.items() if value is not None}
    return Situation(text=_text(row, "text"), **known)


def _turns(row: Row) -> tuple[Turn, ...]:
    turns = row.get("turns")
    if not isinstance(turns, list):
        raise BadInput('"turns" must be a list, such as [{"speaker": "A", "text": "…"}].')
    return tuple(_turn(turn, number) for number, turn in enumerate(turns))


def _turn(turn: object, number: int) -> Turn:
    if not isinstance(turn, dict):
        raise BadInput(f'turns[{number}] must be an object with "speaker" and "text".')
    try:
        return Turn(speaker=_text(turn, "speaker"), text=_text(turn, "text"), row=number + 1)
    except BadInput as error:
        raise BadInput(f"turns[{number}]: {error}") from error


def _shown(value: object) -> str:
    """A value for a message: short, and printable whatever it holds."""
    return ascii(value) if len(ascii(value)) <= 40 else f"{ascii(value)[:40]}…"


def _texts(request: Any) -> Iterable[str]:
    if isinstance(request, Situation):
        return (request.text,)
    return (request,) if isinstance(request, str) else (one.text if isinstance(one, Turn) else one for one in request)


def _answered(kind: Kind, lines: Sequence[_Line], service: CoachService) -> Iterator[Row]:
    good = iter(_one_batch(kind, [line.request for line in lines if line.error is None], service))
    for line in lines:
        yield next(good) if line.error is None else {"error": line.error}


def _one_batch(kind: Kind, requests: Sequence[Any], service: CoachService) -> list[Row]:
    try:
        return list(kind.answers(service, requests))
    except Exception as error:  # noqa: BLE001 (the edge of the program: one line must not take the others along)
        if len(requests) > 1:
            return [answer for request in requests for answer in _one_batch(kind, [request], service)]
        return [
            {
                "error": f"The coach failed on this line ({type(error).__name__}). That is a fault of ours, not of the line."
            }
        ]


def _encoded(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False, allow_nan=False).encode("utf-8") + b"\n"


def _analyse(service: CoachService, situations: Sequence[Situation]) -> Iterator[Row]:
    for reading in service.readings(situations):
        analysis = reading.analysis
        yield {
            "blaming": bool(analysis.findings),
            "findings": [finding.model_dump(mode="json") for finding in analysis.findings],
            "heard": analysis.heard.score,
            "topics": list(analysis.topics),
            "safety": {"risk": reading.screen.risk, "severity": reading.screen.severity},
        }


def _plans(service: CoachService, situations: Sequence[Situation]) -> Iterator[CoachingPlan]:
    """Whole plans; where somebody is in immediate danger, help instead of drafts, as on the page."""
    from coach.wiring import library

    for plan in service.plans(situations):
        yield help_first(plan, panel(library().panels, plan.screen))


def _rewrite(service: CoachService, situations: Sequence[Situation]) -> Iterator[Row]:
    for plan in _plans(service, situations):
        yield {"drafts": [draft.model_dump(mode="json") for draft in plan.drafts], "later": list(plan.later)}


def _plan(service: CoachService, situations: Sequence[Situation]) -> Iterator[Row]:
    for plan in _plans(service, situations):
        yield plan.model_dump(mode="json")


def _question(service: CoachService, texts: Sequence[str]) -> Iterator[Row]:
    for reading in service.questions(texts):
        yield reading.model_dump(mode="json", include={"open", "blaming", "open_version"})


def _reply(service: CoachService, pairs: Sequence[tuple[str, str]]) -> Iterator[Row]:
    for reading in service.replies(pairs):
        yield reading.model_dump(mode="json")


def _review(service: CoachService, talks: Sequence[Sequence[Turn]]) -> Iterator[Row]:
    from coach.studio.coding import Coder
    from coach.studio.review import Review

    coder = Coder(service)
    for turns in talks:
        review = Review(coder.code(turns))
        yield {
            "turns": [turn.model_dump(mode="json", exclude={"row", "by_hand", "danger"}) for turn in review.turns],
            "speakers": {one.speaker: one.as_row() for one in review.speakers},
            "summary_score": review.score,
        }


KINDS: dict[str, Kind] = {
    "analyse": Kind(lambda row: Situation(text=_text(row, "text")), _analyse),
    "rewrite": Kind(_situation, _rewrite),
    "question": Kind(lambda row: _text(row, "text"), _question),
    "reply": Kind(lambda row: (_text(row, "partner_said"), _text(row, "response")), _reply),
    "plan": Kind(_situation, _plan),
    "review": Kind(_turns, _review),
}
