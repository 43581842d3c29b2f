"""What a person gets when their words tell of danger: fixed and reviewed text, the same with any engine and during any fault.

Supportive, no lecture, no diagnosis, no leading negative, no "both sides", no promise. The text is in ``content/safety/shown``.
"""

from __future__ import annotations

from collections.abc import Iterable

from coach.library.shown import SafetyPanel, SafeWords
from coach.model import CoachingPlan, SafetyScreen, Style

_SPOKEN_FOR_ONESELF: frozenset[Style] = frozenset({"direct", "brief"})  # the gentle draft names the other's view


def panel(panels: Iterable[SafetyPanel], screen: SafetyScreen) -> SafetyPanel | None:
    """The panel for what was seen; None when there was nothing."""
    return next((one for one in panels if (one.risk, one.severity) == (screen.risk, screen.severity)), None)


def safe_words(known: Iterable[SafeWords], screen: SafetyScreen) -> SafeWords | None:
    """The wording for safety that a person can go on to after a concern; in immediate danger all wording waits."""
    return next((one for one in known if one.risk == screen.risk and screen.severity == "concern"), None)


def help_first(plan: CoachingPlan, shown: SafetyPanel | None) -> CoachingPlan:
    """The plan, or in immediate danger the panel's words as its note and nothing else: all wording waits."""
    if shown is None or shown.severity != "immediate":
        return plan
    words = (shown.title, *shown.lines)
    return CoachingPlan(situation=plan.situation, analysis=plan.analysis, screen=plan.screen, note=words)


def stood_back(plan: CoachingPlan, words: SafeWords | None) -> CoachingPlan:
    """What of a plan may follow the wording for safety: drafts that speak for oneself, where ``words`` allow any.

    Nothing for two, nothing of the other's view, no sharing of blame, nothing that soothes the one who is feared.
    """
    kept = [draft for draft in plan.drafts if words and words.drafts_if and draft.style in _SPOKEN_FOR_ONESELF]
    return CoachingPlan(situation=plan.situation, analysis=plan.analysis, screen=plan.screen, drafts=tuple(kept))
