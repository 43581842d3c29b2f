"""Personas and scenes of one's own: read from a TOML file with every mistake, and written so that they can be changed and shared."""

from __future__ import annotations

import json

import tomli
from pydantic import ValidationError

from coach.errors import ContentError
from coach.library.practice import Persona, Scene

LONGEST = 200_000  # characters of a file
_MINE = "own."
_NO_PATTERNS: dict[type, dict[str, object]] = {Scene: {"facts": ()}}  # a stranger's pattern is never run


def read_own(file_name: str, data: bytes) -> Persona | Scene:
    """A persona (it has frames) or a scene, without the patterns of its facts. Raises ContentError with every mistake, each with its place."""
    try:
        text = data.decode("utf-8-sig")
        told = tomli.loads(text) if len(text) <= LONGEST else None
    except UnicodeDecodeError:
        raise ContentError((f"{file_name}: is not plain text in UTF-8; save it so and try again",)) from None
    except tomli.TOMLDecodeError as error:
        raise ContentError((f"{file_name}: is not valid TOML: {error}",)) from None
    if told is None:
        raise ContentError((f"{file_name}: is longer than {LONGEST:,} characters",))
    schema: type[Persona | Scene] = Persona if "frames" in told else Scene
    name = str(told.get("id", "")).removeprefix(_MINE)
    try:
        return schema.model_validate({**told, "id": f"{_MINE}{name}", **_NO_PATTERNS.get(schema, {})})
    except ValidationError as error:
        raise ContentError(tuple(_mistake(file_name, one["loc"], one["msg"]) for one in error.errors())) from None


def to_toml(entry: Persona | Scene) -> str:
    """The entry as a file that is read again as it was; strings and lists are written alike in TOML and JSON."""
    values = entry.model_dump(exclude_none=True)
    lines = [f"{name} = {_written(value)}" for name, value in values.items() if not _tables(value)]
    for name, value in values.items():
        if _tables(value):
            for table in value:
                lines += [
                    "",
                    f"[[{name}]]",
                    *(f"{key} = {_written(inner)}" for key, inner in table.items() if inner is not None),
                ]
    return "\n".join(lines) + "\n"


def _tables(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and isinstance(value[0], dict)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _mistake(file_name: str, place: tuple[int | str, ...], message: str) -> str:
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).strip(".")
    return f"{file_name} › {where or 'the file'}: {message}"
