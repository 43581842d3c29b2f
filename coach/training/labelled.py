"""The project's labelled sentences as examples to learn from. What is held out is never read here."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from typing import Any, get_args

from coach import paths
from coach.language.parse import parse_many
from coach.library.load import Library
from coach.model import ReplyLabel, Risk, Topic
from coach.safety.screen import Screener
from coach.suggest.facts import asked

DATA = paths.ROOT / "tests" / "data"
PARTS = ("tuned", "training")
LABELS: tuple[ReplyLabel, ...] = get_args(ReplyLabel)
TOPICS: tuple[Topic, ...] = tuple(sorted(get_args(Topic)))
_WORD = re.compile(r"\w+")
BENEATH = ("concern", "feeling", "need")  # what a file ``beneath`` tells of texts that stand in others
RISKS: tuple[Risk, ...] = get_args(Risk)


@dataclass(frozen=True)
class Example:
    """A text with what is known of it; what is not known is None or empty.

    ``source`` is its author's file; ``ranges`` its sentences; ``blame`` for each sentence 1, 0, or None where only the message
    is known to blame; ``kinds`` those of the message; ``fact``: 2 may stand as what happened, 1 harmless, 0 must not appear;
    ``want``: whether a request is wanted and can be asked for; ``own`` and ``other``: whether it names one's own view, and the other's; ``mine``: I-language;
    ``concern``, ``feeling`` and ``need``: ids of what it is about beneath its words, the likeliest first.
    """

    source: str
    text: str
    second: str = ""
    ranges: tuple[tuple[int, int], ...] = ()
    blame: tuple[int | None, ...] = ()
    kinds: tuple[str, ...] = ()
    open: bool | None = None
    attack: bool | None = None
    reply: str = ""
    topics: tuple[str, ...] = ()
    risk: str = ""
    now: bool | None = None
    fact: int | None = None
    want: bool | None = None
    own: bool | None = None
    other: bool | None = None
    mine: bool | None = None
    concern: tuple[str, ...] = ()
    feeling: tuple[str, ...] = ()
    need: tuple[str, ...] = ()


def examples(library: Library) -> list[Example]:
    """All of them, in the order of the files; the project's own content is known to be fine."""
    told = {one.text: one for one in beneath()}
    plain = list(_plain(library))
    known = {one.text for one in plain}

    def with_told(one: Example) -> Example:
        same = told[one.text]
        return replace(one, concern=same.concern, feeling=same.feeling, need=same.need)

    alone = [one for one in told.values() if one.text not in known]
    return [*(with_told(one) if one.text in told else one for one in plain), *alone]


def beneath() -> list[Example]:
    """What the files ``beneath`` tell, and no more."""
    told = ((source, row["text"], [tuple(row[head]) for head in BENEATH]) for source, row in _rows("beneath"))
    return [Example(source, text, concern=ids[0], feeling=ids[1], need=ids[2]) for source, text, ids in told]


def _plain(library: Library) -> list[Example]:
    cards = [card for deck in library.decks for card in deck.cards]
    return [
        *_messages(library),
        *(Example(source, row["text"], open=row["open"], attack=row["blaming"]) for source, row in _rows("questions")),
        *(
            Example(source, row["partner_said"], row["response"], reply=row["label"])
            for source, row in _rows("replies")
        ),
        *(Example(source, row["text"], topics=tuple(row["topics"])) for source, row in _rows("situations", "topic_")),
        *(
            Example(source, row["text"], risk=row["risk"], now=row["severity"] == "immediate")
            for source, row in _rows("safety")
        ),
        *_recast(),
        *(
            Example(
                source,
                row["text"],
                own=row["views"] in {"own", "both"},
                other=row["views"] in {"other", "both"},
                mine=row["language"] == "i",
            )
            for source, row in _rows("heard")
        ),
        *(Example("cards", card.text, open=True, attack=False, risk="none") for card in cards),
        *(Example("cards", follow.ask, attack=False, risk="none") for card in cards for follow in card.follow_ups),
        *_danger(library),
    ]


def _messages(library: Library) -> Iterator[Example]:
    """Messages, replies that help, and the patterns' own examples, cut into sentences."""
    told: list[tuple[str, str, tuple[str, ...], list[str]]] = [
        *((source, row["text"], tuple(row["kinds"]), row.get("spans", [])) for source, row in _rows("messages")),
        *((source, row["response"], (), []) for source, row in _rows("replies") if row["good"]),
        *(("patterns", example.text, (pattern.kind,), []) for pattern in library.patterns for example in pattern.flag),
        *(("patterns", example.text, (), []) for pattern in library.patterns for example in pattern.allow),
    ]
    told += [("curated", text, (), []) for text in _curated(library)]
    told += [("patterns", text, kinds, []) for text, kinds in _blamed_with_feelings(library)]
    told += [(source, row["text"], (), []) for source, row in _rows("heard")]  # plain openings, none of which blames
    for (source, text, kinds, spans), parsed in zip(told, parse_many(text for _, text, _, _ in told), strict=True):
        ranges = parsed.sentence_places
        if ranges:
            blame = tuple(_guilty(text, one, kinds, spans, alone=len(ranges) == 1) for one in ranges)
            danger = "none" if source.startswith(("messages", "curated", "heard")) else ""
            yield Example(
                source,
                text,
                ranges=ranges,
                blame=blame,
                kinds=kinds,
                risk=danger,
            )


def _recast() -> Iterator[Example]:
    """Facts and wishes cut from messages, each after the sentence that it most likely comes from."""
    rows = list(_rows("facts", "wants"))
    said = dict.fromkeys(row["said"] for _, row in rows)
    sentences = {
        text: [parsed.text[start:end] for start, end in parsed.sentence_places] or [text]
        for text, parsed in zip(said, parse_many(said), strict=True)
    }
    for source, row in rows:
        text = asked(row["text"]) if "want" in row else row["text"]
        words = Counter(_WORD.findall(row["text"].lower()))
        said_in = max(sentences[row["said"]], key=lambda one: (words & Counter(_WORD.findall(one.lower()))).total())
        yield Example(source, said_in, text, fact=row.get("fact"), want=bool(row["want"]) if "want" in row else None)


def _curated(library: Library) -> Iterator[str]:
    """What the coach itself says in statements."""
    yield from (response.text for response in library.responses)
    yield from (card.go_first for deck in library.decks for card in deck.cards)
    for concern in library.concerns:
        yield from (*concern.requests, *concern.perspectives)
    yield from _moments_with_feelings(library)


def _moments_with_feelings(library: Library) -> Iterator[str]:
    """What happens where a concern is, with a feeling before it, after it, or none."""
    words = {feeling.id: feeling.word for feeling in library.feelings}
    for concern in library.concerns:
        for number, (moment, feeling) in enumerate(zip(concern.moments.habit, concern.feelings, strict=False)):
            plain = moment[:1].upper() + moment[1:]
            felt = words[feeling]
            yield (f"When {moment}, I feel {felt}.", f"I feel {felt} when {moment}.", f"{plain}.")[number % 3]


def _blamed_with_feelings(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Blame that ends with a feeling, so that none is taken for innocent because of it; with its kinds."""
    words = cycle(feeling.word for feeling in library.feelings if not feeling.pleasant)
    for pattern in library.patterns:
        for example in pattern.flag:
            if example.text.endswith(".") and not re.search(r"[.!?] ", example.text):
                yield f"{example.text[:-1]} and I feel {next(words)}.", (pattern.kind,)


def _danger(library: Library) -> Iterator[Example]:
    """The safety rules' own examples; a counterexample counts where no rule sees a danger in it."""
    screener = Screener(library.safety_rules)
    for rule in library.safety_rules:
        now = rule.severity == "immediate"
        yield from (Example("safety_rules", example.text, risk=rule.risk, now=now) for example in rule.flag)
        for example, parsed in zip(rule.allow, parse_many(one.text for one in rule.allow), strict=True):
            if screener.rules_say(parsed).risk == "none":
                yield Example("safety_rules", example.text, risk="none", now=False)


def _guilty(
    text: str, place: tuple[int, int], kinds: tuple[str, ...], spans: Iterable[str], *, alone: bool
) -> int | None:
    if not kinds or alone:
        return int(bool(kinds))
    marked = [(text.find(span), text.find(span) + len(span)) for span in spans]
    return int(any(start < place[1] and end > place[0] for start, end in marked)) if marked else None


def _rows(*names: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in PARTS:
        for file in sorted(file for name in names for file in (DATA / part).glob(f"{name}*.jsonl")):
            for line in file.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    yield file.stem, json.loads(line)


def missing(folder: Path = DATA) -> bool:
    """Whether the labelled sentences are not here: they are in the project's source, not in the installed package."""
    return not folder.is_dir()
