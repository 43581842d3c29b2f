"""The rare patterns that no token pattern can say: functions from a parsed text to token ranges, named by pattern files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coach.language.absolute_words import EVER_WORDS
from coach.language.custom_absolutes import absolute_others, absolute_you
from coach.language.custom_contrast import outdone, same_again
from coach.language.custom_harm import because_of_them, because_you_did, if_you_had, reason_for_harm, somebodys_doing
from coach.language.custom_often import ENDLESS, all_the_time, every_time
from coach.language.rules import Custom

if TYPE_CHECKING:
    from coach.language.parse import Parsed


CUSTOMS: dict[str, Custom] = {}


def _when_said(words: frozenset[str], custom: Custom) -> Custom:
    """The custom, asked only about texts that hold one of the words."""

    def asked(parsed: Parsed) -> Iterable[tuple[int, int]]:
        return () if words.isdisjoint(parsed.words) else custom(parsed)

    return asked


for _words, _custom in (
    ("always never", absolute_others),
    (" ".join(EVER_WORDS), absolute_you),
    ("every each", every_time),
    (" ".join(ENDLESS), all_the_time),
    ("because thanks cause coz down account courtesy owing", because_of_them),
    ("because cos cause", because_you_did),
    ("doing handiwork fault", somebodys_doing),
    ("reason cause", reason_for_harm),
    ("if", if_you_had),
    ("you u ye mine ours yours i we", outdone),
    ("you u ye he she they him her", same_again),
):
    CUSTOMS[_custom.__name__] = _when_said(frozenset(_words.split()), _custom)
