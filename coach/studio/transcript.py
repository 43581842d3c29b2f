"""A pasted or uploaded transcript → turns: lines of "speaker: text", WebVTT or SRT, or CSV. Every mistake is said with its row, and no word is lost."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field

from coach.model import Frozen

NOBODY = "Somebody"  # who speaks where nothing says it
_SPEAKER = frozenset("speaker name who interlocutor role person from author participant".split())
_WORDS = frozenset("text utterance utterance_text said says message content words transcript".split())
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?: ?[ap]\.?m\.?)?"
# "[09:14] ", "12/03/26, 21:05 - ", "00:01:02 ": when it was said.
_WHEN = re.compile(
    rf"^\s*(?:[\[(](?:[^\])\n]{{0,20}}\b)?{_CLOCK}[\])]|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}},? +{_CLOCK}|{_CLOCK})\s*[-–]?\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"^\s*(?P<star>[*_]{{0,2}})(?P<name>[^\W_][^:：\n\t]{{0,39}}?)\s*(?:[\[(]{_CLOCK}[\])])?\s*(?:(?P=star)[:：]|[:：](?P=star))(?!//)[ \t]*(?P<text>.*)$",
    re.IGNORECASE,
)
_ARROW = re.compile(rf"^\s*(?:\d+:)?{_CLOCK}\s*-->\s*(?:\d+:)?{_CLOCK}")
_VOICE = re.compile(r"<v(?:\.[^ >]*)?[ \t]+([^>]*)>")
_TAG = re.compile(r"</?(?:v|c|b|i|u|ruby|rt|lang)(?:[. ][^>]*)?>|<\d[\d:.]*>")
_BLOCK = re.compile(r"^(?:NOTE|STYLE|REGION)(?:\s|$)")


class Turn(Frozen):
    """What one person said until another began. ``row`` is its first line in the file, from 1."""

    speaker: str
    text: str
    row: int = 0


@dataclass(frozen=True)
class Transcript:
    """The turns in order, and what was not as it should be, as ``Row n: …``."""

    turns: tuple[Turn, ...]
    mistakes: tuple[str, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks, in the order of their first words."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns))


@dataclass
class _Draft:
    """A transcript while it is read."""

    turns: list[tuple[str, list[str], int]] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)

    def say(self, speaker: str, text: str, row: int, *, join: bool = False) -> None:
        """Add words; ``join``: the same speaker goes on in the same turn."""
        if join and self.turns and self.turns[-1][0] == speaker:
            self.turns[-1][1].append(text)
        else:
            self.turns.append((speaker, [text], row))

    def wrong(self, row: int, what: str) -> None:
        """Note a mistake."""
        self.mistakes.append(f"Row {row}: {what}")

    def done(self) -> Transcript:
        """The transcript; a turn without words is left out and said."""
        turns = []
        for speaker, lines, row in self.turns:
            text = "\n".join(line for line in lines if line.strip()).strip()
            if text:
                turns.append(Turn(speaker=speaker, text=text, row=row))
            else:
                self.wrong(row, f"{speaker} says nothing here, so the row is left out.")
        if not turns:
            self.mistakes.append(
                "There are no words in it yet. Write one turn a line, such as “Ana: How was your day?”"
            )
        by_row = sorted(self.mistakes, key=lambda one: int(re.sub(r"\D", "", one.split(":")[0]) or 0))
        return Transcript(tuple(turns), tuple(by_row))


def read_file(data: bytes) -> Transcript:
    """The transcript in an uploaded file, whatever its format. Bytes that are no text are shown as �."""
    marks = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    encoding = marks.get(data[:2], "utf-8-sig")
    try:
        return read(data.decode(encoding))
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        found = read(data.decode(encoding, errors="replace"))
        said = f"Row {row}: the file is not UTF-8 from here on; letters that could not be read are shown as �. Save it as UTF-8."
        return Transcript(found.turns, (said, *found.mistakes))


def read(text: str) -> Transcript:
    """The transcript in a text; the format shows in its first lines."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if lines[0].startswith("WEBVTT") or any(_ARROW.match(line) for line in lines[:40]):
        return _captions(lines)
    table = _table(text)
    return table if table is not None else _plain(lines)


def _captions(lines: list[str]) -> Transcript:
    draft, speaker, inside, skipped = _Draft(), "", False, False
    for row, line in enumerate(lines, 1):
        following = lines[row] if row < len(lines) else ""
        if not line.strip():
            inside = skipped = False
        elif _ARROW.match(line):
            inside = True
        elif "-->" in line:
            draft.wrong(row, f"“{line.strip()[:40]}” is no time that can be read. Its words are kept.")
            inside = True
        elif not inside and (skipped or row == 1 and line.startswith("WEBVTT") or _BLOCK.match(line)):
            skipped = True
        elif not inside and "-->" in following:
            continue  # the cue's own name
        else:
            speaker = _cue(draft, line, row, speaker)
            inside = True
    return draft.done()


def _cue(draft: _Draft, line: str, row: int, speaker: str) -> str:
    """One line of a caption; gives who speaks now."""
    pieces = _VOICE.split(line)
    if len(pieces) > 1:
        parts = list(zip([speaker, *pieces[1::2]], pieces[::2], strict=False))
    elif label := _label(_TAG.sub("", line), None):
        parts = [label]
    else:
        parts = [(speaker, line)]
    for name, words in parts:
        plain = _TAG.sub("", words).strip().lstrip("-").strip()
        if not plain:
            continue
        if not name:
            draft.wrong(row, f"nobody is named, so “{NOBODY}” stands for whoever speaks.")
        speaker = name.strip() or NOBODY
        draft.say(speaker, plain, row, join=True)
    return speaker


def _table(text: str) -> Transcript | None:
    """A CSV whose first row names a column for who speaks and one for the words; None when it is not one."""
    first = text.lstrip("\n").split("\n", 1)[0]
    for delimiter in ",;\t":
        head = [cell.strip().strip('"').lower() for cell in first.split(delimiter)]
        who = next((i for i, cell in enumerate(head) if cell in _SPEAKER), None)
        words = next((i for i, cell in enumerate(head) if cell in _WORDS), None)
        if who is not None and words is not None and who != words:
            return _rows(text, delimiter, who, words, len(head))
    return None


def _rows(text: str, delimiter: str, who: int, words: int, width: int) -> Transcript:
    draft, begins = _Draft(), 1
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            draft.wrong(reader.line_num, f"this row could not be read ({error}).")
            continue
        row, begins = begins, reader.line_num + 1
        if row == 1 or not any(cell.strip() for cell in cells):
            continue
        if len(cells) != width:
            draft.wrong(row, f"this row has {len(cells)} columns and the first row has {width}. Its words are kept.")
        speaker = cells[who].strip() if who < len(cells) else ""
        said = cells[words] if words < len(cells) else ""
        if words == width - 1 and len(cells) > width:  # the comma stood in the words, which come last
            said = delimiter.join(cells[words:])
        elif len(cells) > width or not said.strip():
            said = delimiter.join([*([said] if said.strip() else []), *cells[width:]])
        if not speaker:
            draft.wrong(row, f"nobody is named, so “{NOBODY}” stands for whoever speaks.")
        if row + 30 < begins:
            draft.wrong(row, "this cell runs on for many rows; a quotation mark may be missing at its end.")
        draft.say(speaker or NOBODY, said, row)
    return draft.done()


def _plain(lines: list[str]) -> Transcript:
    names = Counter(found[0] for line in lines if (found := _label(line, None)))
    draft, speaker = _Draft(), ""
    for row, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if label := _label(line, names):
            speaker = label[0]
            draft.say(speaker, label[1], row)
            continue
        if not speaker:
            draft.wrong(
                row, f"nobody is named, so “{NOBODY}” stands for whoever speaks. Begin it with a name and a colon."
            )
            draft.say(NOBODY, line.strip(), row)
        else:
            draft.say(speaker, line.strip(), row, join=True)
    return draft.done()


def _label(line: str, names: Counter[str] | None) -> tuple[str, str] | None:
    """Who speaks and what, where a line begins with a name and a colon. ``names``: how often each stands so in the whole text."""
    rest = _WHEN.sub("", line, count=1)
    found = _LABEL.match(rest)
    if found is None:
        return None
    name = " ".join(found["name"].split())
    words = name.split()
    if len(words) > 5 or not any(char.isalpha() for char in name):
        return None
    titled = all(word[0].isupper() or not word[0].isalpha() for word in words) and len(words) <= 3
    often = names is not None and names[name] > 1
    return (name, found["text"]) if titled or often and len(words) <= 4 else None
