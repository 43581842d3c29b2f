"""placeholder"""
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from coach.language.parse import Parsed
def better_reply(partner: Parsed) -> str:
    return "x"
