"""The personas and scenes as content: voices of their own, no copies, fit for any relation, no abuse."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from rapidfuzz import fuzz, process

from coach.library.practice import ACTS, POINTS, Persona, Scene
from coach.model import Topic
from coach.wiring import library

PERSONAS, SCENES = library().personas, library().scenes
GENDERED = re.compile(r"\b(?:he|she|his|her|him|hers|honey|darling|mate|man|woman|mum|dad|sir|madam)\b", re.IGNORECASE)
ABUSE = re.compile(r"\b(?:idiot|stupid cow|bitch|bastard|moron|(?<!I'll )shut up|hit you|fuck\w*)\b", re.IGNORECASE)
NUMBER = re.compile(
    r"(?<!about )(?<!with ){(?:thing|matter)} (?:is|are|was|were|has|have|isn't|aren't|does|doesn't)\b", re.IGNORECASE
)
LED_TO = re.compile(r"\b(?:to|if I) {clause}")
each = pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.id)


def test_there_are_enough() -> None:
    """At least ten personas, of all three ways, and 24 scenes over all topics."""
    from typing import get_args

    assert len(PERSONAS) >= 10
    assert {one.way for one in PERSONAS} == {"fight", "flight", "freeze"}
    assert len(SCENES) >= 24
    assert {topic for scene in SCENES for topic in scene.topics} == set(get_args(Topic))


@each
def test_no_two_frames_are_alike(persona: Persona) -> None:
    """Nobody says the same thing in two ways."""
    texts = [frame.text for frame in persona.frames]
    alike = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=83)
    assert [(texts[i], texts[j]) for i, j in combinations(range(len(texts)), 2) if alike[i][j]] == []


@each
def test_what_they_say_fits_anybody(persona: Persona) -> None:
    """No word for the other's gender, no abuse, and slots where they read well."""
    lines = [*(frame.text for frame in persona.frames), *persona.breaks, *persona.returns, *persona.goodbyes]
    for line in lines:
        assert not ABUSE.search(line), line
        assert not NUMBER.search(line), line
        assert not LED_TO.search(line), line
    if persona.id not in {"parent-knows-better", "teenager"}:
        assert [line for line in lines if GENDERED.search(line)] == []


@each
def test_good_turns_get_answers_at_every_tension(persona: Persona) -> None:
    """For each act there is something to say when calm, tense and hot."""
    for act in ACTS:
        levels = {frame.at for frame in persona.frames if frame.act == act}
        assert levels >= {"calm", "tense", "hot"} or None in levels, act


@each
def test_every_point_is_met(persona: Persona) -> None:
    """Each point has an answer of its own at every tension, but for those that others' frames answer."""
    for point in set(POINTS) - {"raises", "low"}:
        levels = {frame.at for frame in persona.frames if frame.to == point}
        assert levels & {None, "tense"}, point


@each
def test_every_ending_has_views(persona: Persona) -> None:
    """Each way it can end is told, once without a quote at least over all."""
    assert {view.outcome for view in persona.views} == {"calm", "mixed", "flooded"}
    assert any("{" not in view.text for view in persona.views)


@pytest.mark.parametrize("scene", SCENES, ids=lambda one: one.id)
def test_a_scene_tells_both_sides(scene: Scene) -> None:
    """Told in a few lines, with what the other lived, and no side is a villain by word."""
    assert 30 <= len(scene.what_happened.split()) <= 120
    assert len(set(scene.other_side)) == len(scene.other_side) >= 6
    assert not ABUSE.search(" ".join((scene.what_happened, scene.opening_line, *scene.other_side)))
