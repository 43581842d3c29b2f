"""Own decks: read from a CSV or TOML file with every mistake by row, and written so that they can be shared as a file."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import tomli
from pydantic import ValidationError

from coach.errors import ContentError
from coach.library.cards import Deck

LONGEST = 1_000_000  # characters of a file
_COLUMNS = (
    "text", "depth", "tone", "topics", "for", "if_1", "ask_1", "if_2", "ask_2", "go_first", "ask_permission",
)  # fmt: skip
_DEFAULTS = {  # only the text must be given
    "depth": "1",
    "tone": "warm",
    "topics": "communication",
    "for": "anyone",
    "if_1": "they say little",
    "ask_1": "What comes to mind first?",
    "if_2": "they say a lot",
    "ask_2": "Which part of that matters most to you?",
    "go_first": "For me it is …",
}
_FORMULA = tuple("=+-@\t\r")  # a spreadsheet would run a cell that begins so
_PLAIN = {  # pydantic's kind of error → what an author reads
    "missing": "is missing",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "extra_forbidden": "has no place here",
}


def read_deck(file_name: str, data: bytes) -> Deck:
    """A deck from a file named ``….csv`` or ``….toml``. Raises ContentError with every mistake, each with its row or card."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError((f"{file_name}: is not plain text in UTF-8; save it so and try again",)) from None
    if len(text) > LONGEST:
        raise ContentError((f"{file_name}: is longer than {LONGEST:,} characters; split it into several decks",))
    title = re.sub(r"\.[^.]*$", "", file_name).strip() or "My deck"
    if file_name.lower().endswith(".toml"):
        return _deck(_toml(file_name, text, title), "card")
    if file_name.lower().endswith(".csv"):
        return _deck(_csv(file_name, text, title), "row")
    raise ContentError((f"{file_name}: is neither a .csv nor a .toml file",))


def to_csv(deck: Deck) -> str:
    """The deck as a table, one card a row; the same columns are read again."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS)
    writer.writeheader()
    for card in deck.cards:
        first, second = card.follow_ups[:2]
        row = {
            "text": card.text,
            "depth": str(card.depth),
            "tone": card.tone,
            "topics": ";".join(card.topics),
            "for": ";".join(card.audience),
            "if_1": first.when,
            "ask_1": first.ask,
            "if_2": second.when,
            "ask_2": second.ask,
            "go_first": card.go_first,
            "ask_permission": card.ask_permission or "",
        }
        writer.writerow({name: f"'{cell}" if cell.startswith(_FORMULA) else cell for name, cell in row.items()})
    return out.getvalue()


def to_toml(deck: Deck) -> str:
    """The deck as a file for ``content/decks``; nothing of it is lost."""
    lines = [f"{name} = {_quoted(getattr(deck, name))}" for name in ("id", "title", "about", "how_to_use")]
    for card in deck.cards:
        lines += ["", "[[cards]]"]
        for name, value in card.model_dump(by_alias=True, exclude={"follow_ups"}, exclude_none=True).items():
            lines.append(f"{name} = {_list(value) if isinstance(value, tuple | list) else _quoted(value)}")
        lines.append("follow_ups = [")
        lines += [f"    {{ if = {_quoted(one.when)}, ask = {_quoted(one.ask)} }}," for one in card.follow_ups]
        lines.append("]")
    return "\n".join(lines) + "\n"


def example_csv() -> str:
    """A table to begin an own deck with."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerow(
        (
            "What made you smile this week?",
            "1",
            "warm",
            "communication",
            "anyone",
            "they name a person",
            "What did they do?",
            "they name a place",
            "What was it like there?",
            "I smiled when …",
            "",
        )
    )
    return out.getvalue()


def _deck(raw: dict[str, Any], noun: str) -> Deck:
    try:
        return Deck.model_validate(raw)
    except ValidationError as error:
        problems = [
            one for one in error.errors() if one["type"] != "too_short" or not one["input"]
        ]  # said before, by item
        raise ContentError(tuple(_said(problem, noun) for problem in problems)) from None


def _said(problem: Any, noun: str) -> str:
    place = list(problem["loc"])
    where = "the deck"
    if len(place) > 1 and place[0] == "cards":
        number = int(place[1]) + (2 if noun == "row" else 1)  # a table's first row holds the names of the columns
        where, place = f"{noun} {number}", place[2:]
    field = ".".join(str(part) for part in place)
    said = _PLAIN.get(problem["type"]) or problem["msg"].removeprefix("Value error, ").replace(
        "Input should be", "must be"
    )
    found = f" (found {str(problem['input'])[:40]!r})" if field and problem["type"] not in _PLAIN else ""
    return f"{where}{f', {field}' if field else ''}: {said}{found}"


def _toml(file_name: str, text: str, title: str) -> dict[str, Any]:
    try:
        raw = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ContentError((f"{file_name}: is not valid TOML: {error}",)) from None
    return {"id": _id(title), "title": title, "about": title, "how_to_use": "Draw from it at once.", **raw}


def _csv(file_name: str, text: str, title: str) -> dict[str, Any]:
    rows = csv.DictReader(io.StringIO(text, newline=""), restkey="more")
    names = {name.strip().lower() for name in rows.fieldnames or ()}
    unknown = sorted(names - set(_COLUMNS))
    if "text" not in names or unknown:
        asked = f"unknown columns {', '.join(unknown)}" if unknown else "there is no column named text"
        raise ContentError((f"row 1: {asked}; the columns are {', '.join(_COLUMNS)}",))
    deck = _id(title)
    cards = [_card(deck, number, row) for number, row in enumerate(rows, 1)]
    return {"id": deck, "title": title, "about": title, "how_to_use": "Draw from it at once.", "cards": cards}


def _card(deck: str, number: int, row: dict[Any, Any]) -> dict[str, Any]:
    cells = {str(name).strip().lower(): _cell(cell) for name, cell in row.items() if name != "more"}
    cells = {name: cell or _DEFAULTS.get(name, "") for name, cell in {**dict.fromkeys(_COLUMNS, ""), **cells}.items()}
    steps = [{"if": cells[f"if_{n}"], "ask": cells[f"ask_{n}"]} for n in (1, 2)]
    raw: dict[str, Any] = {
        "id": f"{deck}.{number}",
        "text": cells["text"],
        "depth": int(cells["depth"]) if cells["depth"].isdigit() else cells["depth"],
        "tone": cells["tone"],
        "topics": _parts(cells["topics"]),
        "for": _parts(cells["for"]),
        "follow_ups": [step for step in steps if any(step.values())],
        "go_first": cells["go_first"],
        "ask_permission": cells["ask_permission"] or None,
    }
    return raw | ({"more cells than columns": row["more"]} if "more" in row else {})


def _cell(cell: str | None) -> str:
    text = (cell or "").strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;,]", cell) if part.strip()]


def _id(title: str) -> str:
    return "own." + (re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60].strip("-") or "deck")


def _list(values: Any) -> str:
    return "[" + ", ".join(_quoted(value) for value in values) + "]"


def _quoted(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return (
        '"' + "".join(escapes.get(c, c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}") for c in str(value)) + '"'
    )
