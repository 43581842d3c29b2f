"""The bank as a whole: full, balanced, no question twice in other words, plain, and open to everybody."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import get_args

import numpy as np
import pytest
from rapidfuzz import fuzz, process
from reading_grade import grade

from coach import paths
from coach.language.parse import Parsed, parse_many
from coach.library.cards import Audience, Card
from coach.library.load import read_library
from coach.model import Topic
from coach.together.bank import Bank, Wishes

LIBRARY, _, _ = read_library(paths.CONTENT)
CARDS = [card for deck in LIBRARY.decks for card in deck.cards]
DECKS, LEAST = 24, 1_200
ALIKE = 85  # of 100, in any order of the words, from which two questions are the same
SHARED, OVERLAP = (
    3,
    0.75,
)  # content lemmas two questions share, and of all of theirs together, from which they ask the same
OPENERS = 0.25  # of all cards may begin with the same two words
GRADE = 8
GAPS = 3  # at most, in a line to go first
_LIGHT = frozenset(
    "tell like know think feel want get come go say do make have take give find thing time day people person someone good long".split()
)
_SAYING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_NOT_FOR_ALL = re.compile(
    r"\b(husband|wife|wives|boyfriend|girlfriend|fianc\w+|mum|mom|mummy|mommy|dad|daddy|mother|father|he or she|his or her|"
    r"opposite sex|both sexes|guys|ladies|gentlemen|manly|womanly|real m[ae]n|man up|mankind|chairman|normal family|church|christmas|"
    r"crazy|insane|lame|cripple\w*|blind to|deaf to|able-bodied)\b",
    re.IGNORECASE,
)


def words_of(card: Card) -> list[str]:
    """Everything that is read of a card."""
    steps = [words for step in card.follow_ups for words in (step.when, step.ask)]
    return [card.text, *steps, card.go_first, *([card.ask_permission] if card.ask_permission else [])]


def plain(text: str) -> str:
    """The words alone, in lower case."""
    return re.sub(r"[^a-z0-9' ]+", " ", text.lower().replace("’", "'")).strip()


def alike(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Texts that are nearly the same, letter by letter or with their words in another order."""
    bare = [plain(text) for text in texts]
    scores = np.maximum(
        process.cdist(bare, bare, scorer=fuzz.token_sort_ratio, dtype=np.uint8),
        process.cdist(bare, bare, scorer=fuzz.ratio, dtype=np.uint8),
    )
    return [(texts[i], texts[j]) for i, j in np.argwhere(np.triu(scores >= ALIKE, 1))]


def ask_the_same(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Texts that share most of what they are about, however they put it."""
    about = list(map(_about, parse_many(texts, 256)))
    holding: dict[str, list[int]] = defaultdict(list)
    for place, lemmas in enumerate(about):
        for lemma in lemmas:
            holding[lemma].append(place)
    shared = Counter(pair for places in holding.values() for pair in combinations(places, 2))
    return [
        (texts[i], texts[j])
        for (i, j), count in shared.items()
        if count >= SHARED and count >= OVERLAP * len(about[i] | about[j])
    ]


def _about(read: Parsed) -> frozenset[str]:
    """The lemmas of the words that say what a text is about."""
    return frozenset(
        token.lemma_.lower() for token in read.doc if token.pos_ in _SAYING and not token.is_stop
    ).difference(_LIGHT)


SAME = [  # a control: pairs that a reader would call the same question
    (
        "What smell takes you straight back to your grandmother's kitchen?",
        "Which smell brings the kitchen of your grandmother straight back?",
    ),
]


def test_the_bank_is_full() -> None:
    """At least 1,200 cards in at least 24 decks, each deck with some of every depth."""
    assert len(CARDS) >= LEAST
    assert len(LIBRARY.decks) >= DECKS
    assert [deck.id for deck in LIBRARY.decks if {card.depth for card in deck.cards} != {1, 2, 3}] == []


def test_no_two_cards_are_nearly_the_same() -> None:
    """Letter by letter, over all decks; a control shows that one changed word is noticed."""
    texts = [card.text for card in CARDS]
    assert alike([*texts, CARDS[0].text.replace("?", " tonight?")]) == [
        (CARDS[0].text, CARDS[0].text.replace("?", " tonight?"))
    ]
    assert alike(texts) == []


def test_no_two_cards_ask_the_same_in_other_words() -> None:
    """By what they are about; a control shows that a paraphrase which a look at the letters lets pass is noticed."""
    assert alike(SAME[0]) == []
    assert ask_the_same(SAME[0]) == SAME
    assert ask_the_same([card.text for card in CARDS]) == []


def test_no_follow_up_repeats_its_card() -> None:
    """Two different questions to go on with, for two different kinds of answer, and neither is the card again."""
    for card in CARDS:
        asked = [card.text, *(step.ask for step in card.follow_ups)]
        assert alike(asked) == [], card.id
        assert len({plain(step.when) for step in card.follow_ups}) == len(card.follow_ups), card.id


def test_openers_are_balanced() -> None:
    """No more than a quarter of the cards, and of the questions to go on with, begin with the same two words."""
    for texts in ([card.text for card in CARDS], [step.ask for card in CARDS for step in card.follow_ups]):
        openers = Counter(" ".join(plain(text).split()[:2]) for text in texts)
        assert openers.most_common(1)[0][1] <= OPENERS * len(texts)


@pytest.mark.parametrize("topic", get_args(Topic))
def test_a_topic_is_covered(topic: Topic) -> None:
    """Each topic has cards of every depth, in at least two tones each, and cards of every tone."""
    cards = [card for card in CARDS if topic in card.topics]
    by_depth = {depth: [card.tone for card in cards if card.depth == depth] for depth in (1, 2, 3)}
    assert min(len(tones) for tones in by_depth.values()) >= 4
    assert min(len(set(tones)) for tones in by_depth.values()) >= 2
    assert {card.tone for card in cards} == {"playful", "warm", "curious", "thoughtful", "tender"}


@pytest.mark.parametrize("audience", [one for one in get_args(Audience) if one != "anyone"])
def test_everybody_has_an_evening(audience: Audience) -> None:
    """Whoever the two are, there is enough to draw at every depth without picking a deck."""
    bank = Bank(LIBRARY.decks)
    counts = [bank.count(Wishes(who=audience, depth=depth)) for depth in (1, 2, 3)]
    assert counts[0] >= 100
    assert counts[1] - counts[0] >= 100
    assert counts[2] - counts[1] >= 50


def test_tender_cards_ask_first() -> None:
    """Every tender card, and every deepest one, has a line that asks permission, and no two have the same."""
    lines = [card.ask_permission for card in CARDS if card.tone == "tender" or card.depth == 3]
    assert None not in lines
    assert len(set(lines)) == len(lines)
    assert [line for line in lines if "?" not in str(line)] == []


def test_a_way_to_go_first_is_ones_own_story() -> None:
    """The line to go first leaves room to be filled in, and is no riddle of gaps."""
    assert [card.id for card in CARDS if not 1 <= card.go_first.count("…") <= GAPS] == []


def test_a_kind_of_answer_is_told_to_the_one_who_asks() -> None:
    """ "They say you were a serious child": "I" and "we" would be somebody else there, unless they are quoted."""
    kinds = [(card.id, re.sub('"[^"]*"', "", step.when)) for card in CARDS for step in card.follow_ups]
    assert [(name, kind) for name, kind in kinds if re.search(r"\b(?:I|me|my|we|us|our)\b", kind)] == []


def test_the_words_are_for_everybody() -> None:
    """No card takes for granted who somebody loves, prays to, or grew up with; and none makes light of an illness."""
    assert [
        (card.id, found[0]) for card in CARDS for text in words_of(card) if (found := _NOT_FOR_ALL.search(text))
    ] == []


def test_the_words_are_plain() -> None:
    """Reading grade 8 at most, for each question alone and for each card as a whole."""
    assert [card.text for card in CARDS if grade(card.text) > GRADE] == []
    assert [
        card.id for card in CARDS if grade(" ".join(f"{text.rstrip('.?!')}." for text in words_of(card))) > GRADE
    ] == []


def test_every_deck_says_what_it_is_for() -> None:
    """A title in sentence case, what it holds and how to use it, each its own."""
    decks = LIBRARY.decks
    assert [deck.title for deck in decks if deck.title != deck.title[0].upper() + deck.title[1:].lower()] == []
    for words in ("title", "about", "how_to_use"):
        assert len({getattr(deck, words) for deck in decks}) == len(decks)
