"""Commas and full stops that people leave out when they type fast: around what somebody is called, and between two sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

CALLED = frozenset(
    """mate bro bruh dude babe baby hun hon honey darling mum mom mam mama ma dad daddy papa amma appa sis bhaiya didi buddy pal hen fam lad
    yaar girl man beta son love luv pet na coach sir grandad grandma granddad""".split()
)
_FIRST = CALLED - frozenset("love luv pet na man girl lad son fam".split()) | frozenset({"oi", "hey"})
_LAST = frozenset("mate bro bruh dude babe hun hon hen yaar love luv na".split())
_ADDRESS = frozenset(
    "you u ur you're youre youve you've i i'm im ive i've we why please stop dont don't ya yous youse".split()
)
_MAY = frozenset("can could may would will".split())
_BEFORE_CALLED = frozenset("granted tired sorry exhausted seriously please again now anymore stop".split())
_OF_SOMEBODY = frozenset(
    """my your ur our his her their a an the this that these those some any no every another and or of in with for to from by at on as like
    best old whole good first new true real little big bad poor lost young wise great only make makes making made fall falling fell tough first
    school work class team flat house room soul gym drinking dear lovely is 's was be been 'd would not n't feel lost lose find show , - i we you u they he she do don't dont really still much lots""".split()
)
_ENDS = frozenset(". ! ? , ; :".split())
_JOINS = frozenset(
    'and n & but so or because cos coz cuz bc when whenever wen if that while til till until before b4 after since as than then like how what where why who whom whose which though tho cause - " ('.split()
)
_OPENS = frozenset("when whenever wen if after before since while every everytime because cos".split())
_SAYING = frozenset(
    """say says said saying tell tells told telling think thinks thought know knew knows promise promised promises swore swear hope hoped
    believe heard hear saw see wish mean meant reckon guess bet feel felt notice noticed remember agreed""".split()
)
_ITS = frozenset("its it's".split())
_LATER = frozenset("now already been nearly almost half past gone still".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
_TIMES = DAYS | frozenset(
    "am pm today tonight yesterday tomorrow tmrw 2moro now rn ago later again anymore anyway afterwards week month morning hours hrs minutes mins days weeks months years".split()
)
_WHICH = frozenset("one each any that this last next the some".split())
_SUBJECTS = frozenset("i im i'm ive i've u you we he she they its it's thats that's".split())
_PERSONS = frozenset("you u i we he she they".split())
_OPENINGS = frozenset("when whenever every everytime after since while before".split())
_BREAKS = _ENDS | {"and", "but", "so", "n"}
_PLACING = frozenset(
    "about above across after against along around as at before behind below beside between by during for from in inside into like near of off on onto over past since than through to towards under until with without".split()
)
_NOT_BEFORE = (
    _JOINS
    | _SAYING
    | _PLACING
    | frozenset(
        """do did does don't didn't have has had is are was were am can could will would should may might must , ask asks asked asking show
        shows showed give gives gave let lets make makes made help helps helped call calls called text texts rang ring need needs want wants
        wanted love loves hate hates miss see watch remind reminds reminded every time day all both things stuff everything something
        anything nothing whatever the a my your his her our their ur""".split()
    )
)
_NOT_AFTER = (
    _ENDS
    | _JOINS
    | _PLACING
    | frozenset(
        "the a an my your ur his her our their this that to again up down back out all both not some any more".split()
    )
)
_COMING = frozenset(
    "moved move came come coming went going got get let log logged going carry carried drop dropped".split()
)
_FEWEST = 3  # words of a sentence that may end without its stop
_SURE, _LONGEST = 5, 40


def missing_marks(words: Sequence[str]) -> dict[int, str]:
    """Token index → the comma or full stop that belongs before it; an index after the last token is none."""
    lower = [word.lower() for word in words]
    return dict(_commas(lower)) | dict(_after_opening(lower)) | dict(_stops(lower))


def _commas(lower: Sequence[str]) -> Iterator[tuple[int, str]]:
    for i, word in enumerate(lower):
        before, after = lower[i - 1] if i else ".", lower[i + 1] if i + 1 < len(lower) else "."
        asks = after in _MAY and lower[i + 2 : i + 3] and lower[i + 2] in _PERSONS
        if word in _FIRST and (before in _ENDS - {","} or before.isspace()) and (after in _ADDRESS or asks):
            yield i + 1, ","
        elif word in CALLED and before in _BEFORE_CALLED and (after in _ENDS or after.isspace()):
            yield i, ","
        elif (
            word in _LAST
            and i
            and after in _ENDS
            and (before not in _OF_SOMEBODY or _comes_in(lower, i))
            and before not in _ENDS
        ):
            yield i, ","


def _comes_in(lower: Sequence[str], i: int) -> bool:
    """As in "since we moved in, love"."""
    return lower[i - 1] in {"in", "on", "by"} and i > 1 and lower[i - 2] in _COMING


def _after_opening(lower: Sequence[str]) -> Iterator[tuple[int, str]]:
    """As in "When I bring up the budget you walk out": where the sentence goes on after what it opens with."""
    starts = [i for i, word in enumerate(lower) if (not i or lower[i - 1] in _BREAKS) and word in _OPENINGS]
    for start in starts:
        if lower[start] == "every" and lower[start + 1 : start + 2] != ["time"]:
            continue
        last = min(start + _LONGEST, len(lower))
        end = next((i for i in range(start, last) if lower[i] in _ENDS or lower[i].isspace()), last)
        mine = not {"i", "we", "u", "you"}.isdisjoint(lower[start:end])
        goes_on = [i for i in range(start + _FEWEST, end - 1) if mine and _begins_main(lower, i)]
        if goes_on and lower[end : end + 1] != [","]:
            yield goes_on[-1], ","


def _begins_main(lower: Sequence[str], i: int) -> bool:
    told = lower[i - 2] in _SAYING  # "when I told you I was scared"
    return lower[i] in _PERSONS and not told and lower[i - 1] not in _NOT_BEFORE and lower[i + 1] not in _NOT_AFTER


def _stops(lower: Sequence[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for i, word in enumerate(lower):
        before = lower[i - 1] if i else "."
        if word in _ENDS or word.isspace():
            start = i + 1
            continue
        if word not in _SUBJECTS or i - start < _FEWEST or before in _JOINS:
            continue
        said = lower[max(start, i - _LONGEST) : i]
        after = lower[i + 1] if i + 1 < len(lower) else "."
        late = word in _ITS and (after in _LATER or after in DAYS or after[:1].isdigit())
        at_a_time = (before in _TIMES or before[:1].isdigit()) and said[-2] not in _WHICH
        plain = len(said) >= _SURE and (_OPENS | _SAYING).isdisjoint(said)
        if late or (at_a_time and plain and not any(join in said[-3:] for join in ("and", "n", "but", "so"))):
            yield i, "."
            start = i
