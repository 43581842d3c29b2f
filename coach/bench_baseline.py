"""What a plain regular expression and plain word rules would say: the yardstick beside the benchmark's figures."""

from __future__ import annotations

import re

_BLAME = re.compile(
    r"\byou (?:always|never|should|must|make me|don'?t care)\b|\byou(?:'re| are) (?:so|such|being|too|just) "
    r"|\byour fault\b|\bwhy (?:can'?t|don'?t) you\b|\bwhat(?:'s| is) wrong with you\b|\bi feel (?:that|like) you\b"
    r"|\b(?:selfish|lazy|pathetic|ridiculous|whatever|calm down|shut up)\b",
    re.IGNORECASE,
)
_OPEN_FIRST = frozenset({"what", "how", "why", "tell"})
_GOOD_REPLY = re.compile(
    r"\b(?:makes sense|i hear you|i can see|i understand|sounds like|i'?m sorry|tell me more|what was|how did)\b",
    re.IGNORECASE,
)


def is_blame(text: str) -> bool:
    """Cue phrases anywhere in the text."""
    return bool(_BLAME.search(text.replace("’", "'")))


def is_open(text: str) -> bool:
    """The first word alone."""
    words = text.split()
    return bool(words) and words[0].strip("\"'“‘.,:;").lower() in _OPEN_FIRST


def is_good_reply(response: str) -> bool:
    """Cue phrases of a good reply."""
    return bool(_GOOD_REPLY.search(response.replace("’", "'")))
