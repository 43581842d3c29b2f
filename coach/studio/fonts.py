"""The font of everything printed: Noto Sans, from the package ``fontpkg-noto-sans`` (SIL Open Font License), cut down to the letters in use.

It has every Latin letter of Unicode, Greek and Cyrillic. What it has no shape for, an emoji say, is named in words, so that nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

_WEIGHTS = {"": 400, "B": 700}
_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "•·–—“”‘’… �"
# Joiners and selectors that only change how the sign before them looks.
_SILENT = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u00ad")
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def printable(text: str) -> str:
    """The text with every sign that the font cannot draw named in square brackets: "[red heart]"."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "))
    plain = _SKIN.sub("", _SPACES.sub(" ", composed))
    return "".join(_drawn(char) for char in plain)


def _drawn(char: str) -> str:
    if char == "\n" or ord(char) in _known():
        return char
    if char in _SILENT:
        return ""
    if unicodedata.category(char) in {"Cc", "Cs", "Cn", "Co"}:
        return "�"
    return f"[{unicodedata.name(char, f'sign {ord(char):X}').lower()}]"


def cut_to(letters: Iterable[str], folder: Path) -> dict[str, Path]:
    """Font files in ``folder`` for "" (regular) and "B" (bold), with no more than these letters."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    found = {}
    for style, weight in _WEIGHTS.items():
        options = subset.Options()
        options.layout_features = []
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
        options.notdef_outline = True
        cutter = subset.Subsetter(options)
        cutter.populate(text=_ALWAYS + "".join(letters))
        found[style] = folder / f"NotoSans{style or 'R'}.ttf"
        with TTFont(str(_file()), lazy=True) as font:
            cutter.subset(font)
            instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True)
            font.save(str(found[style]))
    return found


def _file() -> Path:
    return Path(str(files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf"))


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(str(_file()), lazy=True) as font:
        cmap: dict[int, str] = font.getBestCmap()
    return frozenset(code for code in cmap if unicodedata.category(chr(code)) not in {"Cc", "Cf"})
