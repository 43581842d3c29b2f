"""Owner tokens: 128 random bits that stay in the browser's tab. The store knows their hash, and seals things with them.

Whoever reads the database finds no word of anybody's: without the token, which is gone with the tab, a thing cannot be opened.
"""

from __future__ import annotations

import base64
import hashlib

from coach.errors import BadInput

_BYTES = 16


def is_token(text: object) -> bool:
    """Whether something from outside can be a token."""
    return isinstance(text, str) and len(text) == 2 * _BYTES and set(text) <= set("0123456789abcdef")


def owner_id(token: str) -> str:
    """What the store knows an owner by. Raises BadInput for what is no token."""
    if not is_token(token):
        raise BadInput("This is no owner token.")
    return hashlib.sha256(b"owner " + token.encode()).hexdigest()


def sealed(token: str, text: str) -> bytes:
    """The text, to be opened with the same token only."""
    from cryptography.fernet import Fernet

    return Fernet(_key(token)).encrypt(text.encode())


def opened(token: str, body: bytes) -> str:
    """The text again. Raises BadInput when it was sealed with another token."""
    from cryptography.fernet import Fernet, InvalidToken

    try:
        return Fernet(_key(token)).decrypt(body).decode()
    except InvalidToken as error:
        raise BadInput("This was sealed with another token.") from error


def _key(token: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"key " + token.encode()).digest())
