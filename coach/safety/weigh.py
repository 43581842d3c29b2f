"""How grave a match is in its text: what is over, or a professional's account, stays a concern; what is happening now is immediate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.model import Risk, Severity
from coach.safety.grave import is_grave, is_happening

if TYPE_CHECKING:
    from coach.language.parse import Parsed
    from coach.language.rules import RuleMatch
    from coach.library.rules import SafetyRule

_NUMBER = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|many|several|some|a few|a couple of)"
_PAST = re.compile(
    rf"\b(?:{_NUMBER} (?:years|decades)|years|decades|a (?:decade|lifetime)|long(?: time)?) (?:ago|before i met|before we met|back)\b"
    r"|\bused to (?:\w+ )?(?:beat|hit|hurt|choke|strangle|slap|cut|rape|threaten|punch|kick|stalk|follow|touch|harm|self)|\bin (?:19|20)\d\d\b|\bwhen (?:i|we|he|she) (?:was|were) (?:a |an |only |just )*(?:kid|child|little|small|young|teen|"
    r"teenager|student|girl|boy|at school|in school|twenty|nineteen|eighteen|\d+)|\bas a (?:kid|child|teen|teenager|girl|boy|young)"
    r"|\bin my (?:teens|twenties|thirties|childhood)|\bat (?:university|college|uni|school)\b|\bgrowing up\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:i am|i'm|im|we are|we're) (?:\w+ )?(?:safe|well|okay|ok|fine|free|better|recovered|healed) (?:now|today|again|these days)"
    r"|\bnot any ?more\b|\bnever (?:happened|did it) again\b|\bnever happened again\b|\bin prison now\b|\bhas(?:n't| not)? (?:never )?happened"
    r"(?: again| since)\b|\bglad i survived\b|\bi've (?:since )?healed\b|\bmade (?:my )?peace\b|\bleft (?:him|her|them) (?:years|long|ages)",
    re.IGNORECASE,
)
_AGE = r"(?:1[0-9]|2[0-9]|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:[- ]\w+)?)"
_LONG_AGO = re.compile(
    r"\b(?:[1-9]\d|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)(?:[- ]\w+)? years (?:ago|back|sober|clean|divorced|since)|\bdecades\b|\bin (?:19\d\d|20[01]\d)\b|\bback in (?:19|20)\d\d"
    rf"|\bin the (?:\w+ties|\d0s)\b|\bthat was the \w+ties\b|\b(?:at|aged?|was) {_AGE}\b|\bmy first (?:husband|wife|marriage)|\bin my (?:teens|twenties|thirties|day)"
    r"|\b(?:fifteen|twenty|thirty|forty) years on|\bwhen i was (?:a |an )?(?:boy|girl|kid|child|small|little)|\blong before we met",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"\b(?:happily|well (?:since|ever since|for|again)|(?:and|i'm|i am|been) well\b|(?:good|great|full|happy|lovely) (?:life|recovery|therapy|marriage)|remarried|(?:at|made|had|found) (?:my |our )?peace|amends"
    r"|forgiven|no grudge|sober since|dealt with|long (?:over|buried|dead|gone|past)|dead \w+ years|nothing came of it|got help|feel safe|old scars|we're close|behind me)\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:still|again now|right now|tonight|started again|keeps?|today|this (?:week|morning|evening)|last night|yesterday)\b",
    re.IGNORECASE,
)
_PROFESSIONAL = re.compile(
    r"\b(?:my|a|our|this|one of my|one of our|another|two of my|some of my|many|the) (?:\w+ )?(?:clients?|patients?|pupils?|students?|callers?|participants?|"
    r"interviewees?|respondents?|residents?|service users?|trainees?|supervisees?)\b|\bcallers\b|\bas an? (?:social worker|teacher|nurse|therapist|"
    r"counsell?or|police officer|doctor|paramedic|midwife|researcher|psychologist|lawyer|solicitor|coach|mediator|volunteer|school counsell?or)\b"
    r"|\bi(?:'m| am) an? (?:\w+ )?(?:counsell?or|therapist|social worker|teacher|nurse|psychologist|researcher|mediator|doctor|paramedic|midwife|lawyer|coach)\b"
    r"|\b(?:in|for) (?:my|our|the|this) (?:study|research|thesis|dissertation|interviews|survey|training|shelter|practice|caseload)\b"
    r"|\bi work (?:on|at|in|with|for) (?:a|an|the)? ?(?:crisis|help ?line|shelter|refuge|survivors|victims|hospital|police|women)",
    re.IGNORECASE,
)
_SELF = frozenset({"i", "me", "my", "myself", "us"})


def weighed(parsed: Parsed, matches: Sequence[RuleMatch[SafetyRule]]) -> tuple[Severity, ...]:
    """The severity of each match in this text, in order."""
    text, over, at_work = _text(parsed), is_over(parsed), is_told_at_work(parsed)
    return tuple(_one(parsed, match, text, over, at_work) for match in matches)


def is_grave_here(parsed: Parsed, risk: Risk) -> bool:
    """The words tell of what makes ``risk`` immediate."""
    return is_grave(_text(parsed), risk)


def is_over(parsed: Parsed) -> bool:
    """It tells of what is long past or has ended, and of nothing that goes on."""
    text = _text(parsed)
    return not _STILL.search(text) and bool(_PAST.search(text) or _OVER.search(text) or _is_settled(text))


def is_settled(parsed: Parsed) -> bool:
    """It tells of ten years ago or more, and says that it came right: an old story, and no danger."""
    text = _text(parsed)
    return not _STILL.search(text) and _is_settled(text)


def _is_settled(text: str) -> bool:
    return bool(_LONG_AGO.search(text) and _RESOLVED.search(text))


def is_told_at_work(parsed: Parsed) -> bool:
    """It tells of a client, a patient, a pupil, or of the writer's work with people in danger."""
    return bool(_PROFESSIONAL.search(_text(parsed)))


def _text(parsed: Parsed) -> str:
    return (
        " ".join(token.text for token in parsed.doc)
        .replace(" '", "'")
        .replace(" n't", "n't")
        .replace("gon na ", "gonna ")
    )


def _one(parsed: Parsed, match: RuleMatch[SafetyRule], text: str, over: bool, at_work: bool) -> Severity:
    if over or (at_work and not any(token.lower_ in _SELF for token in parsed.doc[match.first : match.last])):
        return "concern"
    return "immediate" if is_happening(text, match.rule.risk) else match.rule.severity
