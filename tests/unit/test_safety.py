"""The safety screen and the help lines. The rules' own examples are run by the test over all content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from coach.language.parse import parse, parse_many
from coach.library.load import read_library
from coach.library.rules import SafetyRule
from coach.library.shown import Helpline, Region
from coach.model import Risk, Severity
from coach.paths import CONTENT
from coach.safety import help as help_lines
from coach.safety.grave import is_grave
from coach.safety.leet import plain
from coach.safety.screen import GRAVITY, Screener

DATA = Path(__file__).parents[1] / "data"
RISKS = tuple(risk for risk in get_args(Risk) if risk != "none")


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> tuple[SafetyRule, ...]:
    """Every rule in content/safety."""
    return read_library(CONTENT)[0].safety_rules


@pytest.fixture(scope="module")
def screener(rules: tuple[SafetyRule, ...]) -> Screener:
    """The screen over the shipped rules."""
    return Screener(rules)


@pytest.fixture(scope="module")
def regions() -> tuple[Region, ...]:
    """Every region a person can pick."""
    return tuple(Region.model_validate(row) for row in _toml(CONTENT / "helplines.toml")["regions"])


@pytest.fixture(scope="module")
def helplines() -> tuple[Helpline, ...]:
    """Every help line, whatever its date."""
    return tuple(Helpline.model_validate(row) for row in _toml(CONTENT / "helplines.toml")["helplines"])


def _seen(screener: Screener, text: str) -> tuple[Risk, Severity]:
    screen = screener.screen(parse(text))
    return screen.risk, screen.severity


def test_rules_cover_every_risk_and_are_many(rules: tuple[SafetyRule, ...]) -> None:
    """Eight risks, at least sixty rules."""
    assert {rule.risk for rule in rules} == set(RISKS)
    assert len(rules) >= 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said he'll kill me if I leave.", ("partner_violence", "immediate")),
        ('My husband told me "if you go, I\'ll slit your throat".', ("partner_violence", "immediate")),
        ("My sister told me she wants to kill herself.", ("self_harm", "concern")),
        ("She says she'll kill herself if I break up with her.", ("coercive_control", "concern")),
    ],
)
def test_reported_words_do_not_hide_a_danger(screener: Screener, text: str, expected: tuple[Risk, Severity]) -> None:
    """What somebody is said to have said counts: a threat is a threat."""
    assert _seen(screener, text) == expected


def test_the_gravest_severity_wins(screener: Screener) -> None:
    """A concern beside an immediate danger is told as immediate, and all the words are kept."""
    screen = screener.screen(parse("He checks my phone every day. Last night he put his hands around my throat."))
    assert (screen.risk, screen.severity) == ("partner_violence", "immediate")
    assert len(screen.evidence) >= 2
    assert GRAVITY["none"] < GRAVITY["concern"] < GRAVITY["immediate"]


@pytest.mark.parametrize(
    ("now", "over"),
    [
        ("He choked me.", "He choked me once, ten years ago, and he is in prison now."),
        ("My husband strangled me.", "A client told me her husband strangled her."),
    ],
)
def test_past_and_told_at_work_are_a_concern_at_most(screener: Screener, now: str, over: str) -> None:
    """The same words are immediate when they are now and the writer's own."""
    assert _seen(screener, now)[1] == "immediate"
    assert _seen(screener, over)[1] != "immediate"


@pytest.mark.parametrize(
    ("settled", "goes_on"),
    [
        (
            "My first husband slapped me, thirty years ago. I'm happily remarried.",
            "My first husband slapped me, thirty years ago, and I'm happily remarried, but he still rings.",
        ),
        ("I took an overdose at sixteen. I'm forty and well.", "I took an overdose at sixteen and again tonight."),
    ],
)
def test_an_old_story_that_came_right_is_no_danger(screener: Screener, settled: str, goes_on: str) -> None:
    """Ten years ago and well since; what still goes on is heard."""
    assert _seen(screener, settled) == ("none", "none")
    assert _seen(screener, goes_on)[0] != "none"


@pytest.mark.parametrize(
    ("risk", "grave", "not_now"),
    [
        ("partner_violence", "He pushed me last night and I can't close my jaw.", "He pushed me in the spring."),
        ("self_harm", "I know how many it takes and I've left a note in the drawer.", "I hope I don't wake up."),
        ("harm_to_others", "I've bought a knife and I'm going round there.", "I slapped her once."),
        ("sexual_coercion", "He forced me yesterday.", "He forced me in the spring."),
        ("stalking", "He is outside my door.", "He keeps ringing my work."),
        ("child_abuse", "He takes the belt to her.", "She hides when he comes home."),
    ],
)
def test_what_is_grave_is_told_from_what_is_not(risk: Risk, grave: str, not_now: str) -> None:
    """Fresh injury, means, weapons, the last days and a child who is hurt make a danger immediate."""
    assert is_grave(grave, risk)
    assert not is_grave(not_now, risk)


def test_a_hint_alone_is_not_enough(screener: Screener, rules: tuple[SafetyRule, ...]) -> None:
    """Broad words count where the encoder leans to danger, and not in an ordinary evening."""
    ordinary = parse("The kids go quiet upstairs when he starts his story.")
    frightened = parse("I hear his keys in the door and the children hide under the bed.")
    hints = Screener(rule for rule in rules if rule.hint)
    assert {hints.rules_say(one).risk for one in (ordinary, frightened)} == {"partner_violence"}
    assert screener.screen(ordinary).risk == "none"
    assert screener.screen(frightened).risk != "none"


def test_a_professional_who_is_hurt_is_heard(screener: Screener) -> None:
    """Somebody's trade does not lower their own danger."""
    assert _seen(screener, "I'm a counselor and my husband choked me last night.") == ("partner_violence", "immediate")


def test_fine_now_does_not_lower_last_night(screener: Screener) -> None:
    """ "I'm fine now" after something of the last days is no end of it."""
    assert _seen(screener, "He squeezed my throat last night but I'm fine now.")[1] == "immediate"


@pytest.mark.parametrize(
    "text", ["im feeling su1cidal", "he ch0ked me", "she str@ngled me", "feeling suicidl tbh", "i wanna d1e"]
)
def test_leet_and_typos_are_read(screener: Screener, text: str) -> None:
    """Disguised danger words are read, and the evidence is the words as typed."""
    screen = screener.screen(parse(text))
    assert screen.risk != "none"
    assert all(text[span.start : span.end] == span.text for span in screen.evidence)


def test_plain_text_is_left_as_it_is() -> None:
    """Nothing is rebuilt when nothing is disguised."""
    parsed = parse("You never talk to me at dinner.")
    assert plain(parsed) is parsed


@pytest.mark.parametrize("text", ["", " ", "\u202e", "🙂", "1", "<b>", "k"])
def test_odd_texts_are_screened(screener: Screener, text: str) -> None:
    """Any text gets an answer."""
    assert _seen(screener, text) == ("none", "none")


def test_no_help_line_is_out_of_date(helplines: tuple[Helpline, ...]) -> None:
    """Fails on the day a row expires: check it against its official page, then renew its dates."""
    assert [line.id for line in help_lines.expired(helplines, today=datetime.now(UTC).date())] == []


def test_help_lines_hold_for_half_a_year_at_most(helplines: tuple[Helpline, ...]) -> None:
    """No row lives longer than 180 days without being checked again."""
    assert [
        line.id for line in helplines if not timedelta(0) < line.expires - line.checked <= timedelta(days=180)
    ] == []


def test_each_region_has_a_number_and_lines(regions: tuple[Region, ...], helplines: tuple[Helpline, ...]) -> None:
    """An emergency number, and at least two lines."""
    today = datetime.now(UTC).date()
    for region in regions:
        number = help_lines.emergency(regions, region.id)
        assert number is not None
        assert any(char.isdigit() for char in number)
        assert len(help_lines.lines(helplines, region.id, today=today)) >= 2
    assert help_lines.emergency(regions, "nowhere") is None
    assert {line.region for line in helplines} == {region.id for region in regions}
    assert any("directory" in line.serves for line in help_lines.directory(helplines, today=today))


def test_help_line_ids_are_unique(helplines: tuple[Helpline, ...]) -> None:
    """An id names one row."""
    assert len({line.id for line in helplines}) == len(helplines)


def test_known_dead_channels_are_not_listed(helplines: tuple[Helpline, ...]) -> None:
    """Samaritans have no text line."""
    assert [line.id for line in helplines if "Samaritans" in line.name and line.text] == []


def test_fitting_lines_come_first_and_expired_never(helplines: tuple[Helpline, ...]) -> None:
    """Order by need; a row past its date is not shown."""
    day = helplines[0].checked
    first = help_lines.lines(helplines, "us", ("domestic abuse",), today=day)
    assert "domestic abuse" in first[0].serves
    own = help_lines.lines(helplines, "gb", ("own behaviour",), today=day)
    assert "own behaviour" in own[0].serves
    assert help_lines.lines(helplines, "us", today=date.max) == ()


@pytest.mark.parametrize(
    "text",
    [
        "She twisted my arm and I've signed up for the bake sale.",
        "Mum's going to kill me when she sees the phone bill, how do I soften it?",
        "My wife choked me out in eleven seconds at jiu-jitsu and the whole class cheered.",
    ],
)
def test_a_rule_gives_way_to_an_idiom_or_a_game(screener: Screener, text: str) -> None:
    """The rules alone would tell of danger; the encoder hears none, and nothing is shown."""
    assert screener.rules_say(parse(text)).risk != "none"
    assert _seen(screener, text) == ("none", "none")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("I'm afraid of you, and I've made a pie for Sunday with plums and custard.", "concern"),
        ("If you leave me I will kill myself tonight.", "immediate"),
    ],
)
def test_words_that_are_enough_stand_whatever_is_around_them(screener: Screener, text: str, severity: Severity) -> None:
    """Fear said outright and suicide with a time are never doubted."""
    assert _seen(screener, text)[1] == severity


def test_what_is_heard_to_be_now_is_immediate(screener: Screener) -> None:
    """Rules that call it a concern are lifted by what the rest tells, and by a door that is locked."""
    for text in ("He's locked me in the flat and taken my phone.", "There's a man following me home."):
        assert _seen(screener, text)[1] == "immediate"


def _rows(half: str) -> Iterator[dict[str, Any]]:
    with (DATA / half / "safety.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@pytest.mark.parametrize("half", ["tuned", "heldout"])
def test_data_has_functionalities_with_contrasts(half: str) -> None:
    """At least 250 rows and forty functionalities; contrasts name rows that exist; nearly half are innocent."""
    rows = list(_rows(half))
    ids = {row["id"] for row in rows}
    assert len(rows) >= 250
    assert len({row["functionality"] for row in rows}) >= 40
    assert all(row["contrast"] in ids for row in rows)
    assert sum(row["risk"] == "none" for row in rows) >= 0.4 * len(rows)
    assert {row["risk"] for row in rows} == {*RISKS, "none"}


def test_the_halves_share_no_sentence() -> None:
    """A held-out sentence is never a tuned one."""
    assert not {row["text"] for row in _rows("tuned")} & {row["text"] for row in _rows("heldout")}


def test_tuned_floors(screener: Screener) -> None:
    """Floors on the tuned half; the held-out scores are printed by the benchmark alone."""
    rows = list(_rows("tuned"))
    screens = [screener.screen(parsed) for parsed in parse_many(row["text"] for row in rows)]
    pairs = [
        (row, screen) for row, screen in zip(rows, screens, strict=True) if not row["functionality"].startswith("quiet")
    ]
    danger = [(row, screen.risk != "none") for row, screen in pairs if row["risk"] != "none"]
    assert _share(seen for row, seen in danger if "indirect" not in row["functionality"]) >= 0.98
    assert _share(seen for row, seen in danger if "indirect" in row["functionality"]) >= 0.90
    assert _share(screen.severity == "immediate" for row, screen in pairs if row["severity"] == "immediate") >= 0.98
    for risk in RISKS:
        assert _share(seen for row, seen in danger if row["risk"] == risk) >= 0.85
    innocent = [(row["functionality"], screen.risk != "none") for row, screen in pairs if row["risk"] == "none"]
    assert _share(flagged for name, flagged in innocent if "conflict" not in name) <= 0.02
    assert not any(flagged for name, flagged in innocent if "conflict" in name)
    quiet = [screen for row, screen in zip(rows, screens, strict=True) if row["functionality"].startswith("quiet")]
    assert all(screen.severity != "immediate" for screen in quiet)


def _share(hits: Iterator[bool]) -> float:
    values = list(hits)
    return sum(values) / len(values)


def test_evidence_stays_right_after_spelling_out() -> None:
    """Spelling a word out keeps every offset."""
    parsed = parse("he ch0ked me")
    spelled = plain(parsed)
    assert spelled.starts == parsed.starts
    assert spelled.doc[1].text == "choked"
    assert replace(spelled, doc=parsed.doc) == parsed
