"""`coach check-content`: every mistake in the content at once, and the register of permanent ids."""

from __future__ import annotations

import sys
from pathlib import Path

from coach import paths
from coach.errors import ContentError
from coach.library.ids import issued_ids, registered
from coach.library.load import load_library, load_prompts, read_library


def check_content(content: Path | None = None, prompts: Path | None = None, register: bool = False) -> int:
    """Print every mistake, or how much was checked. Returns 0 when all is well, else 1."""
    content, prompts = content or paths.CONTENT, prompts or paths.PROMPTS
    if register:
        library, ids, mistakes = read_library(content)
        if mistakes:  # an id is forever, so none is issued while the files are wrong
            return _report([*mistakes, "ids.toml: nothing was registered; mend these first"])
        (content / "ids.toml").write_text(registered(library, ids), encoding="utf-8")
    mistakes = []
    try:
        load_prompts(prompts)
    except ContentError as error:
        mistakes += [f"prompts/{mistake}" for mistake in error.mistakes]
    try:
        library = load_library(content)
    except ContentError as error:
        return _report([*error.mistakes, *mistakes])
    if mistakes:
        return _report(mistakes)
    counts = [f"{len(ids)} {group.replace('_', ' ')}" for group, ids in issued_ids(library).items()]
    print(f"The content is in order: {', '.join(counts)}.")
    return 0


def _report(mistakes: list[str]) -> int:
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    print(f"{len(mistakes)} mistake{'' if len(mistakes) == 1 else 's'} in the content.", file=sys.stderr)
    return 1
