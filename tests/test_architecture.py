"""The arrows between the parts of the coach, read from the imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach import paths

# Each layer may import those before it; names in one layer are siblings and don't import each other.
LAYERS = (
    {"model", "errors", "names", "settings", "paths", "memory"},
    {"library"},
    {"language"},
    {"safety", "suggest"},
    {"engines"},
    {"service"},
    {"rehearsal", "together", "studio"},
    {"wiring"},
    {"server", "cli", "ui"},
)
GROUND = LAYERS[0]
ASIDE = {"llm": {"model", "errors", "settings", "library"}, "store": {"model", "errors"}}
USERS_OF_ASIDE = {"llm": {"engines", "rehearsal", "wiring"}, "store": {"wiring"}}
PART_OF = {
    "batch": "cli",
    "bench": "cli",
    "bench_figures": "cli",
    "bench_baseline": "cli",
    "content_check": "cli",
    "readme_tables": "cli",
    "training": "cli",
    "leave": "server",
}
ONE_IMPORTER = {"streamlit": {"ui", "server"}, "openai": {"llm"}, "tenacity": {"llm"}, "sqlalchemy": {"store"}}
PACKAGE = paths.ROOT / "coach"
MODULES = sorted(PACKAGE.rglob("*.py"))


def part(module: Path) -> str:
    """The part of the coach a module belongs to."""
    first = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return PART_OF.get(first, first)


def imports(module: Path) -> Iterator[str]:
    """Every dotted name a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute here"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def allowed(importer: str) -> set[str]:
    """The parts that a part may import."""
    if importer in ASIDE:
        return ASIDE[importer] | {importer}
    level = next(i for i, layer in enumerate(LAYERS) if importer in layer)
    below = set().union(
        *LAYERS[:level], {importer}, {name for name, users in USERS_OF_ASIDE.items() if importer in users}
    )
    below |= GROUND if importer in GROUND else set()
    return below | ({"server"} if importer == "cli" else set())  # `coach serve` starts the server


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_arrow_points_backwards(module: Path) -> None:
    """A module imports only what stands before it in the design's order."""
    if module == PACKAGE / "__init__.py":
        return
    used = {
        PART_OF.get(name.split(".")[1], name.split(".")[1]) for name in imports(module) if name.startswith("coach.")
    }
    assert used - allowed(part(module)) == set()


@pytest.mark.parametrize("package", ONE_IMPORTER)
def test_a_heavy_package_has_one_importer(package: str) -> None:
    """Streamlit, openai, tenacity and SQLAlchemy each stay behind one part of the coach."""
    users = {part(module) for module in MODULES if any(name.split(".")[0] == package for name in imports(module))}
    assert users <= ONE_IMPORTER[package]


def test_only_wiring_and_the_content_check_read_the_content() -> None:
    """Objects are built from files in one place; the author's tool reads them too."""
    readers = {
        module.stem
        for module in MODULES
        if any(name.startswith("coach.library.load.load_") for name in imports(module))
    }
    assert readers == {"wiring", "content_check"}


def test_only_the_settings_read_the_environment() -> None:
    """No other module asks the environment for a setting."""
    names = {"environ", "getenv"}
    readers = {
        module.stem
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in names
    }
    assert readers <= {"settings"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_says_its_job_and_stays_short(module: Path) -> None:
    """Every module begins with a sentence and has at most 300 lines."""
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 300


def test_the_top_level_is_what_the_design_names() -> None:
    """Nothing lies about at the top of the project."""
    named = {"coach", "prompts", "content", "tests", "streamlit_app.py", "pyproject.toml", "README.md"}
    found = {path.name for path in paths.ROOT.iterdir() if not path.name.startswith(".") and path.name != "build"}
    assert {name for name in found if not name.endswith(".egg-info")} - named == set()
