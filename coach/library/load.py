"""Files → typed objects. All of an author's mistakes are reported at once, as ``file › entry: reason``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import BaseModel, ConfigDict, ValidationError

from coach.errors import ContentError
from coach.library import cards, practice, prompt, rules, shown, teaching, wording
from coach.library.entry import Entry
from coach.library.ids import check_ids

EntryT = TypeVar("EntryT", bound=Entry)


class Library(BaseModel):
    """All content, loaded and checked."""

    model_config = ConfigDict(frozen=True)

    patterns: tuple[rules.Pattern, ...] = ()
    word_classes: tuple[rules.WordClass, ...] = ()
    learned: tuple[rules.LearnedReason, ...] = ()
    safety_rules: tuple[rules.SafetyRule, ...] = ()
    panels: tuple[shown.SafetyPanel, ...] = ()
    safe_words: tuple[shown.SafeWords, ...] = ()
    feelings: tuple[wording.Feeling, ...] = ()
    lookalikes: tuple[wording.LookAlike, ...] = ()
    needs: tuple[wording.Need, ...] = ()
    topics: tuple[wording.TopicEntry, ...] = ()
    responses: tuple[wording.ResponseEntry, ...] = ()
    tips: tuple[wording.Tip, ...] = ()
    concerns: tuple[wording.Concern, ...] = ()
    frames: tuple[wording.Frame, ...] = ()
    deeds: tuple[wording.Deed, ...] = ()
    act_questions: tuple[wording.ActQuestion, ...] = ()
    openings: tuple[wording.Opening, ...] = ()
    notes: tuple[wording.Note, ...] = ()
    examples: tuple[wording.Example, ...] = ()
    decks: tuple[cards.Deck, ...] = ()
    helplines: tuple[shown.Helpline, ...] = ()
    regions: tuple[shown.Region, ...] = ()
    personas: tuple[practice.Persona, ...] = ()
    scenes: tuple[practice.Scene, ...] = ()
    plain_answers: tuple[practice.PlainAnswer, ...] = ()
    techniques: tuple[teaching.TechniqueEntry, ...] = ()
    exercises: tuple[teaching.Exercise, ...] = ()


# Library field → (where its files are, key of the list in the file or None for one entry a file, schema)
_SOURCES: dict[str, tuple[str, str | None, type[Entry]]] = {
    "patterns": ("patterns/*.toml", None, rules.Pattern),
    "word_classes": ("word_classes.toml", "classes", rules.WordClass),
    "learned": ("learned.toml", "learned", rules.LearnedReason),
    "safety_rules": ("safety/*.toml", None, rules.SafetyRule),
    "panels": ("safety/shown/*.toml", "panels", shown.SafetyPanel),
    "safe_words": ("safety/shown/*.toml", "safe_words", shown.SafeWords),
    "feelings": ("feelings.toml", "feelings", wording.Feeling),
    "lookalikes": ("feelings.toml", "lookalikes", wording.LookAlike),
    "needs": ("needs.toml", "needs", wording.Need),
    "topics": ("topics.toml", "topics", wording.TopicEntry),
    "responses": ("responses.toml", "responses", wording.ResponseEntry),
    "tips": ("preparation.toml", "tips", wording.Tip),
    "concerns": ("concerns/*.toml", "concerns", wording.Concern),
    "frames": ("frames.toml", "frames", wording.Frame),
    "deeds": ("deeds.toml", "deeds", wording.Deed),
    "act_questions": ("act_questions.toml", "act_questions", wording.ActQuestion),
    "openings": ("openings.toml", "openings", wording.Opening),
    "notes": ("notes.toml", "notes", wording.Note),
    "examples": ("examples.toml", "examples", wording.Example),
    "decks": ("decks/*.toml", None, cards.Deck),
    "helplines": ("helplines.toml", "helplines", shown.Helpline),
    "regions": ("helplines.toml", "regions", shown.Region),
    "personas": ("personas/*.toml", None, practice.Persona),
    "scenes": ("scenes/*.toml", None, practice.Scene),
    "plain_answers": ("plain_answers.toml", "answers", practice.PlainAnswer),
    "techniques": ("techniques/*.toml", None, teaching.TechniqueEntry),
    "exercises": ("exercises/*.toml", None, teaching.Exercise),
}


def load_library(content: Path) -> Library:
    """Read every content file below ``content``.

    Raises:
        ContentError: with every mistake of every file, the cross references and the ids among them.
    """
    library, register, mistakes = read_library(content)
    mistakes += check_ids(library, register)
    if mistakes:
        raise ContentError(tuple(mistakes))
    return library


def read_library(content: Path) -> tuple[Library, dict[str, Any], list[str]]:
    """The entries that fit their schemas, the register of ids as it stands, and all mistakes but those of the ids."""
    mistakes: list[str] = []
    files = {path: _read(path, content, mistakes) for path in sorted(content.rglob("*.toml"))}
    found = _entries("word_classes", files, content, [])
    classes = {f"<{one.id}>": one.words for one in found if isinstance(one, rules.WordClass)}
    files |= {
        path: _spelled_out(data, classes, path.relative_to(content).as_posix(), mistakes)
        for path, data in files.items()
        if path.parent.name == "safety"
    }
    loaded: dict[str, Any] = {field: tuple(_entries(field, files, content, mistakes)) for field in _SOURCES}
    mistakes += _unknown_files_and_keys(files, content)
    library = Library.model_construct(**loaded)
    mistakes += _references(library)
    return library, files.get(content / "ids.toml", {}), mistakes


def load_prompts(folder: Path) -> dict[str, prompt.Prompt]:
    """Read every prompt, by id. Raises ContentError with every mistake."""
    mistakes: list[str] = []
    prompts = []
    for path in sorted(folder.glob("*.toml")):
        prompts += validated(prompt.Prompt, _read(path, folder, mistakes), path.name, mistakes)
    if mistakes:
        raise ContentError(tuple(mistakes))
    return {prompt.id: prompt for prompt in prompts}


def _read(path: Path, base: Path, mistakes: list[str]) -> dict[str, Any]:
    try:
        data = tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        mistakes.append(f"{path.relative_to(base)}: is not valid TOML: {error}")
        return {}
    return {key: _sharing(value) for key, value in data.items()}


def _sharing(data: Any) -> Any:
    """The same data with one copy of each word: thousands of rules name the same few hundred."""
    if isinstance(data, str):
        return sys.intern(data)
    if isinstance(data, list):
        return [_sharing(item) for item in data]
    return {sys.intern(key): _sharing(value) for key, value in data.items()} if isinstance(data, dict) else data


def _spelled_out(data: Any, classes: Mapping[str, tuple[str, ...]], where: str, mistakes: list[str]) -> Any:
    """The same data, each name of a word class in a list of words replaced by its words."""
    if isinstance(data, dict):
        return {key: _spelled_out(value, classes, where, mistakes) for key, value in data.items()}
    if not isinstance(data, list):
        return data
    spelled: list[Any] = []
    for item in data:
        if isinstance(item, str) and item.startswith("<"):
            if item not in classes:
                mistakes.append(
                    f"{where}: {item} is no class of words; those of word_classes.toml are {sorted(classes)}"
                )
            spelled += classes.get(item, ())
        else:
            spelled.append(_spelled_out(item, classes, where, mistakes))
    return spelled


def _entries(field: str, files: dict[Path, dict[str, Any]], content: Path, mistakes: list[str]) -> Iterator[Entry]:
    glob, key, schema = _SOURCES[field]
    folder, _, pattern = glob.rpartition("/")
    place = content / folder if folder else content
    for path, data in files.items():
        if not data or path.parent != place or pattern not in {"*.toml", path.name}:
            continue
        name = path.relative_to(content).as_posix()
        if key is None:
            yield from validated(schema, data, name, mistakes)
            continue
        entries = data.get(key, [])
        if not isinstance(entries, list):
            mistakes.append(f"{name} › {key}: must be a list of tables; write [[{key}]] above each entry")
            continue
        for number, entry in enumerate(entries):
            yield from validated(schema, entry, f"{name} › {key}[{number}]", mistakes)


def validated(schema: type[EntryT], data: Any, where: str, mistakes: list[str]) -> list[EntryT]:
    """The entry in a list of one, or an empty list and every mistake of it added to ``mistakes``."""
    try:
        return [schema.model_validate(data)]
    except ValidationError as error:
        for problem in error.errors():
            place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in problem["loc"])
            name = data.get("id", "") if isinstance(data, dict) else ""
            mistakes.append(f"{where} › {name}{place}: {problem['msg']} (found {str(problem['input'])[:60]!r})")
        return []


def _unknown_files_and_keys(files: dict[Path, dict[str, Any]], content: Path) -> Iterator[str]:
    for path, data in files.items():
        relative = path.relative_to(content)
        if relative.as_posix() == "ids.toml":
            continue
        keys = {
            key
            for glob, key, _ in _SOURCES.values()
            if relative.match(glob) and ("/" in relative.as_posix()) == ("/" in glob)
        }
        if not keys:
            yield f"{relative.as_posix()}: no part of the coach reads this file; move it or remove it"
        elif None not in keys:
            for unknown in sorted(set(data) - keys):
                yield f"{relative.as_posix()} › {unknown}: unknown table; expected {', '.join(sorted(map(str, keys)))}"


def _references(library: Library) -> Iterator[str]:
    feelings = {entry.id for entry in library.feelings}
    needs = {entry.id for entry in library.needs}
    for owner, named, known, noun in (
        *((f"look-alike {x.id}", x.beneath, feelings, "feeling") for x in library.lookalikes),
        *((f"look-alike {x.id}", x.needs, needs, "need") for x in library.lookalikes),
        *((f"concern {x.id}", x.feelings, feelings, "feeling") for x in library.concerns),
        *((f"concern {x.id}", x.needs, needs, "need") for x in library.concerns),
        *((f"deed {x.id}", x.feelings, feelings, "feeling") for x in library.deeds),
        *((f"deed {x.id}", x.needs, needs, "need") for x in library.deeds),
        *((f"helpline {x.id}", (x.region,), {r.id for r in library.regions}, "region") for x in library.helplines),
        *((f"scene {x.id}", x.personas, {p.id for p in library.personas}, "persona") for x in library.scenes),
        *(
            (f"exercise {x.id}", (x.technique,), {t.id for t in library.techniques}, "technique")
            for x in library.exercises
        ),
    ):
        for name in named:
            if name not in known:
                yield f"{owner}: names the {noun} {name!r}, which does not exist"
