"""What the AppTests share: the paths of the pages, and the text that a page shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from streamlit.testing.v1 import AppTest

HOME, COACH, HELP = "coach/ui/pages/home.py", "coach/ui/pages/coach.py", "coach/ui/pages/help.py"
SETTINGS = "coach/ui/pages/settings.py"
REVIEW, HANDOUTS = "coach/ui/pages/review.py", "coach/ui/pages/handouts.py"
COUNSELORS, TECHNIQUES = "coach/ui/pages/counselors.py", "coach/ui/pages/techniques.py"
PRESENTER, EXERCISES = "coach/ui/pages/presenter.py", "coach/ui/pages/exercises.py"
Open = Callable[[str], AppTest]


def html(app: AppTest) -> str:
    """What the page shows through the one allow-list function."""
    return "\n".join(item.proto.body for item in app.get("html"))


def seen(markup: str) -> str:
    """The words of a piece of HTML."""
    return unescape(re.sub(r"<[^>]*>", "", markup))
