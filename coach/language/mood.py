"""How what somebody tells sounds: glad, or in which way hard."""

from __future__ import annotations

# fmt: off
# a table of words is easier to read as a table than one word a line
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_GLAD = re.compile(
    r"\b(?:proud(?:er|est)?|happy|happiest|happier|thrilled|glad|touched|grateful|excited|delighted|closer?|relieved|love (?!d one)|enjoyed|yay|accepted|won|promoted|thank)\b"
)
_SHADES: tuple[tuple[str, str, str], ...] = (
    (r"scared|afraid|terrified|frighten\w*|panic\w*|safe|biopsy|scan|lump|operation", "frightening", "fear"),
    (r"worr\w+|anxious|anxiety|nervous|dread\w*|on edge|uneasy|stress\w*", "really worrying", "worry"),
    (r"alone|lonely|loneliness|lodger|nobody|no one|by myself|left out|invisible|waiting|waited|forgot\w*|ignored|homesick|apart", "lonely", "loneliness"),
    (r"exhausted|tired|behind|everything|knackered|worn|shift|sleep|overwhelm\w*|drained|work|overtime|myself", "exhausting", "tiredness"),
    (r"embarrass\w*|humiliat\w*|stupid|in front of|laughed|small|ashamed|shame|declined|fat|ugly", "painful and exposing", "shame"),
    (r"angry|furious|unfair|sick of|fed up|mad|livid|credit|hate|rude|shout\w*", "really maddening", "anger"),
    (r"died|passed|miss|lost (?:the baby|my|him|her)|grave\w*|grie\w+|gone|funeral|miscarriage|cried|crying|heartbr\w+|sad|devastated|gutted|breaks my heart|broke my heart|empty", "very sad", "sadness"),
    (r"guilty|fail\w*|failing|terrible|sorry|awful", "heavy to carry", "guilt"),
    (r"hurt\w*|stung|betray\w*|lied|let down|cold|distant|abandon\w*|upset", "painful", "hurt"),
)


def mood(partner: Parsed) -> tuple[bool, str, str]:
    """Whether they are glad; how what they tell of sounds ("frightening"; "hard" when nothing says more); and its noun."""
    words = plain_words(partner)
    glad = _GLAD.search(words) is not None and not re.search(r"\b(?:not|n't|never|hurt|sad|upset|scared|worried|afraid|lost|alone|but)\b", words)
    return glad, *next(((shade, noun) for pattern, shade, noun in _SHADES if re.search(rf"\b(?:{pattern})\b", words)), ("hard", "weight"))


def plain_words(partner: Parsed) -> str:
    """The words in lower case, as the parser cut them."""
    return " ".join(token.lower_ for token in partner.doc if not token.is_space)
