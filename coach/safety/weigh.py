"""How grave a match is in its text: what is over, or a professional's account, stays a concern; what is happening now is immediate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.model import Severity

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
_NOW = re.compile(
    r"\b(?:right now|as i (?:type|write|speak)|at this (?:very )?(?:moment|minute|second)|i(?:'m| am) (?:locked|hiding|shut|trapped) (?:in|behind|under)"
    r"|(?:he|she|they)(?:'s| is|'re| are) (?:at|outside|behind|under|in) (?:the|my) (?:\w+ )?(?:door|window|flat|house|garden|hall|drive|stairs|hedge|street)"
    r"|(?:he|she|they)(?:'s| is|'re| are) (?:on (?:his|her|their) way|coming|driving|walking|heading) (?:over|round|here|home|up|back)"
    r"|(?:'s|has|'ve|have) (?:just )?locked me in|(?:following|behind) me (?:home|now|since)|trying (?:the|my) (?:door|handle|lock|window))\b",
    re.IGNORECASE,
)
_LATELY = re.compile(
    r"\b(?:last night|tonight|yesterday|today|this (?:morning|evening|afternoon|week|weekend)|(?:an|one|two|a few|some) (?:hours?|minutes?|days?) ago"
    r"|(?:on|since|last) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|week)|just now|an hour ago|the other (?:day|night))\b",
    re.IGNORECASE,
)
_INJURY = re.compile(
    r"\b(?:broke|broken|fractured?|cracked|stitches|bleed(?:s|ing)?|blood|unconscious|knocked (?:me|her|him) out|passed out|black eye|ribs?|concussion"
    r"|hospital|a&e|emergency room|pregnant|teeth|tooth|burn(?:t|ed)? me|stab(?:bed)?|cut (?:me|my)|in the (?:stomach|belly|head|face)|bottle)\b",
    re.IGNORECASE,
)
_SELF = frozenset({"i", "me", "my", "myself", "us"})


def weighed(parsed: Parsed, matches: Sequence[RuleMatch[SafetyRule]]) -> tuple[Severity, ...]:
    """The severity of each match in this text, in order."""
    text, over, at_work = _text(parsed), is_over(parsed), is_told_at_work(parsed)
    return tuple(_one(parsed, match, text, over, at_work) for match in matches)


def is_over(parsed: Parsed) -> bool:
    """It tells of what is long past or has ended, and of nothing that goes on."""
    text = _text(parsed)
    return not _STILL.search(text) and bool(_PAST.search(text) or _OVER.search(text))


def is_told_at_work(parsed: Parsed) -> bool:
    """It tells of a client, a patient, a pupil, or of the writer's work with people in danger."""
    return bool(_PROFESSIONAL.search(_text(parsed)))


def _text(parsed: Parsed) -> str:
    return " ".join(token.text for token in parsed.doc).replace(" '", "'").replace(" n't", "n't")


def _one(parsed: Parsed, match: RuleMatch[SafetyRule], text: str, over: bool, at_work: bool) -> Severity:
    if over or (at_work and not any(token.lower_ in _SELF for token in parsed.doc[match.first : match.last])):
        return "concern"
    if match.rule.risk in {"partner_violence", "child_abuse", "harm_to_others"}:
        if _NOW.search(text) or (
            match.rule.risk == "partner_violence" and _LATELY.search(text) and _INJURY.search(text)
        ):
            return "immediate"
    if (
        match.rule.risk == "sexual_coercion"
        and match.rule.id.startswith("sexual.forced")
        and (_NOW.search(text) or _LATELY.search(text))
    ):
        return "immediate"
    if match.rule.risk in {"stalking", "sexual_coercion", "coercive_control"} and _NOW.search(text):
        return "immediate"
    return match.rule.severity
