"""`coach bench`: the offline engine on the labelled examples of ``tests/data``, tuned and held-out apart."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Sequence
from typing import Any

from coach import paths
from coach.batch import answers
from coach.bench_figures import MEASURES, Result
from coach.errors import BadInput
from coach.service import CoachService

DATA = paths.ROOT / "tests" / "data"
SCORES = DATA / "scores.toml"
PARTS = ("tuned", "heldout")
_KINDS = {
    "messages": "analyse",
    "questions": "question",
    "replies": "reply",
    "situations": "analyse",
    "rewrites": "rewrite",
    "safety": "analyse",
    "heard": "analyse",
    "conversations": "review",
}
_TITLES = {
    "messages": "Blame or not",
    "questions": "Questions: open or closed, blaming or not",
    "replies": "Replies: what helps and what hurts",
    "situations": "Topics",
    "rewrites": "Rewrites: labelled facts that survive",
    "safety": "Safety screen",
    "heard": "Heard score: openings in the order of the study",
    "conversations": "Conversations: every turn coded",
}
Results = dict[str, dict[str, Result]]  # set → part → result


def bench(heldout_only: bool = False, as_json: bool = False, write_scores: bool = False) -> int:
    """Print the tables. Raises BadInput when the labelled examples are not there."""
    results = measure(("heldout",) if heldout_only else PARTS)
    print(as_text(results) if not as_json else json.dumps(_as_rows(results), indent=2))
    if write_scores:
        SCORES.write_text(raised(floors(), results), encoding="utf-8")
    return 0


def measure(parts: Sequence[str] = PARTS, service: CoachService | None = None) -> Results:
    """Every set of every part, measured. Raises BadInput when the labelled examples are not there."""
    if not DATA.is_dir():
        raise BadInput(
            "The labelled examples are in the project's source, not in the installed package. "
            "Run `coach bench` in a checkout, installed with `python -m pip install -e .`."
        )
    from coach.wiring import build_service

    service = service or build_service()
    return {name: {part: _measured(name, part, service) for part in parts} for name in MEASURES}


def rows_of(part: str, name: str) -> list[dict[str, Any]]:
    """The labelled rows of one set, which may go on in further files (``messages_2.jsonl``)."""
    files = sorted((DATA / part).glob(f"{name}*.jsonl"))
    return [
        json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def floors() -> dict[str, dict[str, float]]:
    """What no figure may fall below: part → "set: figure" → share."""
    known = tomllib.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    return {part: dict(known.get(part, {})) for part in PARTS}


def figures(results: Results) -> dict[str, dict[str, float]]:
    """All figures as the floors name them."""
    return {
        part: {
            f"{name}: {figure}": value
            for name, by_part in results.items()
            if part in by_part
            for figure, value in by_part[part].figures.items()
        }
        for part in PARTS
    }


def raised(known: dict[str, dict[str, float]], results: Results) -> str:
    """The text of ``scores.toml`` with every floor at the better of what it was and what was measured."""
    lines = ["# No figure may fall below its floor. `coach bench --write-scores` raises them; it never lowers one."]
    for part, measured in figures(results).items():
        lines += ["", f"[{part}]"]
        for name in sorted({*known[part], *measured}):
            floor = max(known[part].get(name, 0.0), math.floor(measured.get(name, 0.0) * 1000) / 1000)
            lines.append(f"{json.dumps(name)} = {floor:.3f}")
    return "\n".join(lines) + "\n"


def as_text(results: Results, parts_of: Sequence[str] = ("totals", "by functionality")) -> str:
    """Markdown tables for every set: totals, and right answers by functionality."""
    sections = ((name, by_part, _section(name, by_part)) for name, by_part in results.items())
    return "\n\n".join(
        "\n\n".join((_title(name, by_part), *(tables[part] for part in parts_of))) for name, by_part, tables in sections
    )


def _measured(name: str, part: str, service: CoachService) -> Result:
    rows = rows_of(part, name)
    return MEASURES[name](rows, list(answers(_KINDS[name], rows, service)))


def _title(name: str, by_part: dict[str, Result]) -> str:
    return f"### {_TITLES[name]} ({' and '.join(f'{one.size} {_shown(part)}' for part, one in by_part.items())})"


def _section(name: str, by_part: dict[str, Result]) -> dict[str, str]:
    parts = list(by_part)
    plain = by_part[parts[-1]].plain
    head = [*map(_shown, parts), *([f"plain words, {_shown(parts[-1])}"] if plain else [])]
    totals = [
        [figure, *(f"{by_part[part].figures[figure]:.3f}" if figure in by_part[part].figures else "" for part in parts)]
        + ([f"{plain[figure]:.3f}" if figure in plain else ""] if plain else [])
        for figure in dict.fromkeys(figure for part in parts for figure in by_part[part].figures)
    ]
    names = sorted({group for part in parts for group in by_part[part].by_functionality})
    detail = [[group, *(_right(by_part[part].by_functionality.get(group)) for part in parts)] for group in names]
    unit = {"rewrites": "facts kept", "heard": "pairs in order", "conversations": "turns right"}.get(name, "right")
    return {
        "totals": table(["", *head], totals),
        "by functionality": table([f"{unit}, by functionality", *map(_shown, parts)], detail),
    }


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns line up in a terminal too."""
    rows = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |" for line in lines
    )


def _right(found: tuple[int, int] | None) -> str:
    return f"{found[0]} of {found[1]}" if found else ""


def _shown(part: str) -> str:
    return "held-out" if part == "heldout" else part


def _as_rows(results: Results) -> dict[str, Any]:
    return {
        name: {
            part: {
                "size": one.size,
                "figures": one.figures,
                "plain": one.plain,
                "by_functionality": one.by_functionality,
            }
            for part, one in by_part.items()
        }
        for name, by_part in results.items()
    }
