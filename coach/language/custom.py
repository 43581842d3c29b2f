"""The rare patterns that no token pattern can say: functions from a parsed text to token ranges, named by pattern files."""

from __future__ import annotations

from coach.language.rules import Custom

CUSTOMS: dict[str, Custom] = {}
