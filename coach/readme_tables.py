"""The README's tables, generated from the content and the benchmark: python -m coach.readme_tables [--check]."""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import get_args

from coach import paths
from coach.bench import as_text, measure, table
from coach.errors import BadInput
from coach.library.load import Library
from coach.model import Kind, Risk
from coach.studio.techniques import GROUPS, grouped
from coach.wiring import library

README = paths.ROOT / "README.md"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ONE_TEXT = 0.004  # of a share, which another processor may hear in another way (decision 057)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables into the README; with --check only compare, and return 1 when one is out of date."""
    parser = argparse.ArgumentParser(description="Write the README's generated tables.")
    parser.add_argument("--check", action="store_true", help="only say whether they are up to date")
    parser.add_argument("--only", choices=TABLES, action="append", help="one table (all unless told)")
    options = parser.parse_args(arguments)
    stale = update(README, options.only or list(TABLES), check=options.check)
    if stale and options.check:
        print(
            f"Out of date in {README.name}: {', '.join(stale)}. Run `python -m coach.readme_tables`.", file=sys.stderr
        )
        return 1
    print(f"Written anew: {', '.join(stale)}." if stale else "The README's tables are up to date.")
    return 0


def update(readme: Path, names: Iterable[str], *, check: bool) -> list[str]:
    """The names of the tables that were out of date; they are written unless only checked. Raises BadInput."""
    before = after = readme.read_text(encoding="utf-8")
    stale = []
    for name in names:
        renewed = replaced(after, name, TABLES[name](library()))
        if renewed == after or (check and alike(after, renewed)):
            continue
        stale.append(name)
        after = renewed
    if after != before and not check:
        readme.write_text(after, encoding="utf-8")
    return stale


def alike(before: str, after: str) -> bool:
    """Whether two texts differ by no more than figures in which one text was heard in another way: 0.875 and 0.872, 40 and 41."""
    if _NUMBER.split(before) != _NUMBER.split(after):
        return False
    pairs = zip(_NUMBER.findall(before), _NUMBER.findall(after), strict=True)
    return all(abs(float(one) - float(other)) <= (_ONE_TEXT if "." in one else 1) for one, other in pairs)


def replaced(text: str, name: str, content: str) -> str:
    """The text with the part between a table's two markers replaced. Raises BadInput without the markers."""
    start, end = f"<!-- {name}: generated -->\n", f"<!-- {name}: end -->"
    head, found, rest = text.partition(start)
    _, ended, tail = rest.partition(end)
    if not (found and ended):
        raise BadInput(f"The README has no markers for {name}: {start.strip()} … {end}")
    return f"{head}{start}\n{content}\n\n{end}{tail}"


def patterns(content: Library) -> str:
    """How many patterns each kind of finding has, and one example."""
    rows = []
    for kind in get_args(Kind):
        mine = [pattern for pattern in content.patterns if pattern.kind == kind]
        if mine:
            rows.append([f"`{kind}`", str(len(mine)), mine[0].flag[0].text])
    return table(["kind", "patterns", "for example"], rows)


def decks(content: Library) -> str:
    """Every deck with its cards by depth."""
    rows = []
    for deck in sorted(content.decks, key=lambda one: one.title):
        depths = [sum(card.depth == depth for card in deck.cards) for depth in (1, 2, 3)]
        rows.append([deck.title, str(len(deck.cards)), *map(str, depths)])
    return table(["deck", "cards", "light", "deeper", "deepest"], rows)


def techniques(content: Library) -> str:
    """Every technique by group."""
    groups = grouped(content.techniques)
    return table(
        ["group", "techniques"],
        [[GROUPS[name], " · ".join(one.name.partition(":")[0] for one in groups[name])] for name in groups],
    )


def safety(content: Library) -> str:
    """How many rules each risk has."""
    by_risk: dict[str, list[str]] = defaultdict(list)
    for rule in content.safety_rules:
        by_risk[rule.risk].append(rule.severity)
    rows = [
        [
            f"`{risk}`",
            str(len(by_risk[risk])),
            str(by_risk[risk].count("immediate")),
            str(by_risk[risk].count("concern")),
        ]
        for risk in get_args(Risk)
        if risk != "none"
    ]
    return table(["risk", "rules", "immediate", "concern"], rows)


def benchmark(_: Library) -> str:
    """The benchmark as `coach bench` prints it, with the long half folded."""
    results = measure()
    folded = (
        f"<details>\n<summary>By functionality</summary>\n\n{as_text(results, ('by functionality',))}\n\n</details>"
    )
    return f"{as_text(results, ('totals',))}\n\n{folded}"


TABLES: dict[str, Callable[[Library], str]] = {
    "patterns": patterns,
    "decks": decks,
    "techniques": techniques,
    "safety": safety,
    "benchmark": benchmark,
}

if __name__ == "__main__":
    sys.exit(main())
