"""What makes a question one that can be asked: single, open, about this case, and, asked of oneself, without a charge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.language.questions import read_question, rules_say

if TYPE_CHECKING:
    from coach.language.parse import Parsed
    from coach.model import Finding

_ASKING = re.compile(
    r"(?:and |so |then |suppose .{3,60}[,:] |(?:if|when|where|with|in|over|the next time)\b.{2,70}, )?(?:(?:in|to|for|at|on|from|of|by|with|under|after|since|about) )?"
    r"(?:what|how|which|when|where|who|whom|whose|since when)\b|if\b",
    re.IGNORECASE,
)
_TELL = re.compile(
    r"(?:please )?(?:tell me|help me (?:see|understand)|describe|walk me through|suppose)\b", re.IGNORECASE
)
_WHY = re.compile(
    r"\A(?:but |and |so )?(?:why\b|how come\b|what were you thinking|how (?:could|can|dare) you\b(?! (?:let|tell|show|help|use|get|say|make|picture|imagine|warn|feel|rest|see|like|know|find|mend|bear)\b))",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"\w(?<!who)(?<!where)(?<!when)(?<!how)(,?) (?:and|or),? (?:(?:to|for|in|at|with|by) )?(what|how|why|when|where|who|which)((?: [\w'’]+){2,})",
    re.IGNORECASE,
)
_CONTRAST = 7  # words after the second asking word of "when is it fun for you, and when does it hurt?"
_FACT = re.compile(
    r"\b(?:how (?:many|much (?:did|does|do|is|was|were)|often|long (?:did|does|do|is|was|have|has)|far|old|late)|what (?:time|date|colou?r|brand|size|kind of (?:car|food|phone))|what['’]s (?:the|your) name)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\b(?:would|feels?|right|enough|fair|too|hope|like|want)\b", re.IGNORECASE)
_SOFT = re.compile(
    r"\bfor you\b|\bto you\b|\b(?:how|what) (?:could|can|might|would|may|if) (?:i|we|people)\b|\bwho else\b|\bthat you take\b|\b(?:do|did|have|am) i\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(r"\bbest (?:way|ways|thing|things)\b(?!.*\b(?:you|we|us|our)\b)", re.IGNORECASE)
_INNER = re.compile(
    r"\b(?:for|to|in|with|on|of|about) you\b|\byou(?:r|['’]d|['’]re|['’]ve)? (?:\w+ ){0,3}(?:feel|feeling|need|hope|hoping|wish|fear|worr\w+|want|wanting|afraid|imagine|notice|miss|love|enjoy|view|side|mind|words|"
    r"picture|pictured|tried|try|learn|learned|grew|grow|grown|decide|rather|glad|drawn|handle|live|live with|allowed|underneath|think (?:i|it)|see (?:me|us|it|this)|rare)\b|"
    r"\b(?:we|us|our|each other|help|helps|helped|easier|harder|hard|hardest|matters?|fair|close|talk|safe|calm)\b|\bwhat .{0,20}happen|\bgoing (?:on|through)\b|\bsay more\b|\bdo i (?:come|tend|sound)\b|\bhave i sounded\b|\bgive you\b|\bmight not see\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\A(?:and |so )?(?:what do you mean(?: by (?:that|this|it))?|how did you do (?:that|this|it)|how did (?:it|that) go|what does (?:it|that|this) mean(?: to you)?(?: today)?|"
    r"what is it(?: that)?|what if (?:i|we|you) did (?:that|this|it)|how do (?:i|you) feel about (?:that|this|it)|what do you think(?: about (?:that|this|it))?|what (?:should|can|could) (?:i|we|you) do(?: about (?:that|this|it))?)\W*\Z",
    re.IGNORECASE,
)
_ANYBODYS = re.compile(
    r"\bmanage to\b|\bdo you plan to\b|\bwhat(?: is|['’]s) it like to (?:be|have|not)\b(?!.*\b(?:me|us|we|i)\b)|\bfavou?rite\b",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    r"\b(?:become|improve|develop|manage to|get (?:better|to)|such an?|(?:a|be) (?:better|good|more))\b", re.IGNORECASE
)
_WHAT_IT_IS = re.compile(
    r"\Awhat (?:is|are|was|were) (?:the|an?|my|your) (?:\w+ )?(\w+) (?:that|of|in)\b", re.IGNORECASE
)
_TO_YOU = re.compile(r"\byou(?:r|rs|['’]\w+)?\b", re.IGNORECASE)
_LEAST = 6  # words of a question that says enough when it asks the other
_MINE = re.compile(r"\b(?:i|i['’]\w+|my|me|myself|mine)\b", re.IGNORECASE)
_CHARGE = re.compile(
    r"\b(?:mistakes?|again|avoid (?:doing|saying|being|making)|stop (?:being|making|doing|hurting|ruining)|(?:did|have|do|am|are) i (?:\w+ )?(?:wrong|fail\w*|bad|ruin\w*|deserv\w*)|"
    r"wrong(?:ed)?|fail(?:ed|ing|ure)?|bad (?:at|with|person|partner|parent)|deserv\w+|so bad|too (?:sensitive|much|needy)|fault|guilty|to blame|ashamed|worse)\b",
    re.IGNORECASE,
)
_REFLECTS = re.compile(
    r"\b(?:say|said|saying|tell|told|ask|asked|asking|show|shown?|hope|hoping|hoped|want|wanted|need|notice|noticed|react|hear|heard|listen|listened|listening|sound|sounded|afraid|fear|bring|brought|rais(?:e|ed)|"
    r"eas(?:y|ier)|hard(?:er)?|expect\w*|part|assum\w+|voice|words|tone|miss(?:ed|ing)?|add(?:ed|ing)?|understood|understand|let slip|wait(?:ed|ing)?|try|tried|make|made|do(?:ing)? differently|earlier|contribut\w+|left|clear|care|thanked|worried|been|look(?:s|ed)?|slip)\b",
    re.IGNORECASE,
)


def faults(text: str, parsed: Parsed, findings: tuple[Finding, ...]) -> Iterator[str]:
    """Why a text is no single open question."""
    asked = read_question(parsed, findings)
    attacks = rules_say(parsed, findings)[1]
    wh = _ASKING.match(text) is not None and text.endswith("?")
    if text.count("?") > 1 or len(parsed.sentences) > 1 or _asks_twice(text):
        yield "it is more than one question"
    if findings or attacks or _WHY.search(text) or asked.blaming and not _SOFT.search(text):
        yield "the question sounds like an attack"
    if not wh and not _TELL.match(text):
        yield "it can be answered with yes or no" if text.endswith("?") else "it is no question"
    if _ANYBODY.search(text):
        yield "it asks for general advice"
    if _ANYBODYS.search(text):
        yield "it could be asked of anybody"


def asks_for_a_fact(text: str) -> bool:
    """Whether a number or a word answers a question, and no telling."""
    return _FACT.search(text) is not None and _WEIGHED.search(text) is None


def _asks_twice(text: str) -> bool:
    """A second question in the same sentence, unless it is the other side of one contrast, in a few words about the same."""
    second = _SECOND.search(text)
    if second is None:
        return False
    words = second[3].lower().split()
    if second[2].lower() in text[: second.start()].lower().split():
        return len(words) > _CONTRAST
    return not second[1] or len(words) > _CONTRAST or not {"i", "they", "he", "she"}.isdisjoint(words)


def is_about_nothing(text: str) -> bool:
    """Whether a question could stand after anything, and tells nobody what it asks for."""
    return _EMPTY.match(text) is not None or not (
        _INNER.search(text) or _TO_YOU.search(text) and len(text.split()) >= _LEAST
    )


def asks_what_is_known(text: str, known: frozenset[str]) -> bool:
    """Whether a question asks what a thing is that the message names ("What is the table that I have?")."""
    thing = _WHAT_IT_IS.match(text)
    return thing is not None and thing[1].lower() in known


def own_part_faults(parsed: Parsed, *, linked: bool) -> Iterator[str]:
    """Why a question is none that the person can ask themself about their own part; ``linked``: it names something of this case."""
    text = parsed.text
    if not _MINE.search(text):
        yield "it does not ask about the person's own part"
    if _TAUGHT.search(text):
        yield "it is about growing in general, and not about this case"
    if _CHARGE.search(text):
        yield "it takes for granted that the person did wrong"
    if any(token.lower_ == "you" and token.dep_ == "nsubj" and token.head.dep_ == "ROOT" for token in parsed.doc):
        yield "it asks the other, and not the person"
    if _EMPTY.match(text) or not (linked or _REFLECTS.search(text)):
        yield "it names nothing of this case"
