"""Asks the system's memory (glibc's malloc) to keep little to itself; elsewhere nothing happens."""

from __future__ import annotations

import ctypes
import sys

_ARENA_MAX = -8  # M_ARENA_MAX in malloc.h


def share_arenas() -> None:
    """All threads of the process share two stores of memory. By itself each thread gets one, and what it frees stays there."""
    if sys.platform == "linux" and (limit := getattr(ctypes.CDLL(None), "mallopt", None)):
        limit(_ARENA_MAX, 2)


def give_back() -> None:
    """What was taken for a moment goes back to the system."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
