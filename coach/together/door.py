"""How two people get into one room: a short code to say aloud, or a secret that only a link or a QR code carries."""

from __future__ import annotations

import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_HEARD_AS = str.maketrans("ILO", "110")
CODE_LENGTH = 8
_FREE_TRIES = 5
_FIRST_WAIT, _LONGEST_WAIT = 2, 15 * 60  # seconds


def new_code() -> str:
    """Eight characters: 40 random bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))


def new_secret() -> str:
    """A secret of 128 random bits, for a link."""
    return secrets.token_urlsafe(16)


def read_code(typed: str) -> str:
    """A code as somebody typed it: case, spaces and dashes don't matter, and I, L, O are what they look like. Empty if it is none."""
    code = "".join(typed.upper().split()).replace("-", "").translate(_HEARD_AS)
    return code if len(code) == CODE_LENGTH and set(code) <= set(_ALPHABET) else ""


def spoken(code: str) -> str:
    """A code as it is shown: in two halves."""
    return f"{code[:4]} {code[4:]}"


def wait_after(wrong: int) -> int:
    """How many seconds to wait after so many wrong codes: nothing at first, then twice as long each time."""
    return 0 if wrong < _FREE_TRIES else min(_FIRST_WAIT << min(wrong - _FREE_TRIES, 20), _LONGEST_WAIT)
