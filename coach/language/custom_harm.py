"""Custom patterns of harm laid on a person: "because of you", "you're the reason", "if you had listened"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.language.quarrel import whole
from coach.language.tone import tone_at

if TYPE_CHECKING:
    from coach.language.parse import Parsed


_HARMED = frozenset(
    """lose lost miss missed fail failed drop dropped late cancel cancelled canceled ruin ruined wreck wrecked break broke broken cry crying cried
    sick fired sacked evicted fined skint broke divorce divorced hate hated stuck alone debt suffer suffered embarrassed ashamed behind nobody no
    n't not never nothing without can't stopped stop quit refuse cost hurt worse worst miserable mess hell trouble late therapy doubt scared afraid
    anxious depressed stressed exhausted humiliated left leaves leaving wasted paying pay owe owes cold hungry homeless gave give
    cough asthma damp grind grinding drink smoke sleepless pills antidepressants vomit rotting starving dying sad ill fine grey gray upset disaster angry furious hospital police court double extra redo awake grounded blamed detention""".split()
)


_GAINED = frozenset(
    """finished passed survived found learned learnt won made graduated laughed smile smiled laugh grew dared sober grateful thank thanks safe better
    star love happy able managed finally free home bed believe believed saved alive proud know lucky hope hopeful healed""".split()
)


def because_of_them(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "Because of you I dropped out", "thanks to you we all have to stay", "you're the reason she left": with harm named, not a gain."""
    doc = parsed.doc
    for token in doc:
        if token.ent_type_ not in {"YOU", "OTHER", "YOURS"} or token.i < 2:
            continue
        start = max(int(token.left_edge.i), 2) if token.ent_type_ == "OTHER" else token.i
        before = (doc[start - 2].lower_, doc[start - 1].lower_)
        if before not in {
            ("because", "of"),
            ("thanks", "to"),
            ("cause", "of"),
            ("coz", "of"),
            ("down", "to"),
            ("account", "of"),
            ("courtesy", "of"),
            ("owing", "to"),
        }:
            continue
        if start - 3 >= token.sent.start and doc[start - 3].lower_ in {"not", "n't", "never"}:
            continue
        words = [word.lower_ for word in token.sent]
        harmed = _HARMED.intersection(words) or {"had", "to"} <= set(words) and token.ent_type_ != "OTHER"
        gained = _GAINED.intersection(words) - ({"thanks"} if before[0] == "thanks" else set())
        whole = before[0] == "thanks" and {"whole", "everyone", "everybody", "all", "now"} & set(words)
        rest = {word.lower_ for word in doc[token.sent.start :]} & {
            "grateful",
            "thank",
            "star",
            "love",
            "forget",
            "legend",
            "proud",
        }
        if (harmed and not (gained and not {"lost", "missed", "ruined"} & set(words))) or (
            whole and not gained and not rest and "off" not in words
        ):
            if not rest - {"love"}:
                yield start - 2, token.i + 1


_RUINED_LIVES = frozenset(
    """single alone broke jobless homeless childless divorced failed lost sacked fired stuck debt ruined missed late bankrupt skint evicted
    grounded suspended expelled hungry freezing soaked ill sick miserable depressed flooded crying nothing wasted dropped cancelled canceled
    embarrassed humiliated behind cold sleepless exhausted fined wet paying banned lonely limping hurt injured""".split()
)


_DID_WELL = frozenset(
    "ask offer help save cook drive stay come fix teach tell make give lend read hold sing bring warn love say".split()
)


def because_you_did(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "We are in debt because you wouldn't wait": a harm to me or us, laid on what the other did or left undone."""
    doc = parsed.doc
    for token in doc:
        if (
            token.lower_ not in {"because", "cos", "cause"}
            or token.i + 2 >= token.sent.end
            or token.i - token.sent.start < 2
        ):
            continue
        subject = doc[token.i + 1]
        if subject.ent_type_ not in {"YOU", "YOURS"}:
            continue
        before = doc[token.sent.start : token.i]
        harmed = any(word.lower_ in _RUINED_LIVES for word in before)
        if (
            not harmed
            or not any(word.ent_type_ == "SELF" for word in before)
            or any(word.lower_ in {"not", "n't", "if", "?"} for word in before)
        ):
            continue
        verb = subject.head if subject.ent_type_ == "YOU" else subject.head.head
        undone = any(child.dep_ == "neg" for child in verb.children)
        tone = tone_at(parsed, token.i)
        if tone.kind > tone.unkind or "sorry" in {word.lower_ for word in token.sent}:
            continue
        told = verb.lemma_ == "say" and doc[min(verb.i + 1, len(doc) - 1)].lower_ in {
            "wait",
            "no",
            "it",
            "we",
            "not",
            "you",
        }
        if undone or told or verb.lemma_ not in _DID_WELL:
            yield token.i, min(token.sent.end, verb.i + 1 if verb.i > token.i else token.i + 2)


def somebodys_doing(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "It's my brother's doing that Mum is ill": with harm named, not a gain."""
    doc = parsed.doc
    for token in doc:
        if (
            token.lower_ not in {"doing", "handiwork", "fault"}
            or token.i < 3
            or doc[token.i - 1].lower_ not in {"'s", "'"}
        ):
            continue
        if doc[token.i - 2].ent_type_ != "OTHER" and doc[token.i - 2].pos_ != "PROPN":
            continue
        tone = tone_at(parsed, token.i)
        words = {word.lower_ for word in token.sent}
        if {"not", "n't", "?"} & words or tone.kind > tone.unkind:
            continue
        if (
            _HARMED & words
            or tone.unkind
            or _RUINED_LIVES & words
            or {"rotting", "starving", "sold", "dying", "dead", "gone"} & words
        ):
            yield int(doc[token.i - 2].left_edge.i), token.i + 1


def reason_for_harm(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "You're the reason Grandma doesn't come": and not "you're the reason I smile"."""
    doc = parsed.doc
    for token in doc:
        if (
            token.lower_ not in {"reason", "cause"}
            or token.i < 3
            or doc[token.i - 1].lower_ not in {"the", "only", "whole", "sole", "main", "real"}
        ):
            continue
        person = next(
            (
                i
                for i in range(token.i - 2, max(token.sent.start - 1, token.i - 6), -1)
                if doc[i].ent_type_ in {"YOU", "OTHER"}
            ),
            None,
        )
        if person is None or any(
            doc[i].lower_ in {"n't", "not", "if"} for i in range(max(token.sent.start, person - 1), token.i)
        ):
            continue
        after = {word.lower_ for word in doc[token.i : token.sent.end]}
        if (_HARMED & after or tone_at(parsed, token.i).unkind) and not (_GAINED & after):
            yield whole(doc, person), token.i + 1


_PLEASANT = frozenset(
    """given gave beach found married alive love like appreciate help happy glad grateful wonderful great lovely prefer mind thank thanks managed finished passed survived coped known
    met learnt learned made got dared laughed better""".split()
)


_RESULTS = frozenset("we she he they this none it that".split())


def if_you_had(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """ "If you'd listened to me we wouldn't be here", "if it wasn't for you we'd be home": the past run again, with somebody to blame."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ != "if" or token.i + 4 >= token.sent.end:
            continue
        words = [word.lower_ for word in doc[token.i : token.sent.end]]
        without = (
            words[1] == "it"
            and "for" in words[2:6]
            and {"n't", "not"} & set(words[2:5])
            and doc[token.i + words.index("for") + 1].ent_type_ in {"YOU", "YOURS"}
        )
        only = 2 if words[1] == "only" else 1
        had = doc[token.i + only].ent_type_ == "YOU" and words[only + 1] in {
            "had",
            "'d",
            "would",
            "did",
            "could",
            "were",
            "was",
        }
        undone = had and (
            words[only + 1] == "had"
            or doc[token.i + only + 1].text == "'d"
            and any(word.tag_ == "VBN" for word in doc[token.i + only + 2 : token.i + only + 5])
        )
        if not (without or had):
            continue
        before = [word.lower_ for word in doc[token.sent.start : token.i]]
        if (
            _PLEASANT & {*words, *before}
            or (without or "n't" in words[:5])
            and {"lost", "stuck", "homeless", "dropped", "quit", "up"} & {*words, *before}
            or tone_at(parsed, token.i).kind > tone_at(parsed, token.i).unkind
        ):
            continue
        for k in range(1, len(before) - 1):
            if (
                before[k] in {"would", "'d", "could", "might"}
                and (before[k - 1] in {"i", "we"} or undone or without)
                and before[k + 1] in {"n't", "not", "have", "be", "still"}
            ):
                yield token.sent.start + k - 1, token.i + (words.index("for") + 2 if without else only + 1)
        for k in range(4, len(words)):
            if (
                undone
                and words[k] in {"would", "might", "could"}
                and doc[token.i + k].dep_ == "aux"
                and words[k - 1] not in {"i", "you", *_RESULTS}
            ):
                if k + 1 < len(words) and words[k + 1] in {"n't", "not", "have", "never", "be", "still", "'ve"}:
                    yield token.i, token.i + k + (2 if words[k + 1] in {"n't", "not", "never"} else 1)
                break
            if words[k] in {"would", "'d", "might", "could", "wo"} and words[k - 1] in {"i", *_RESULTS}:
                if k + 1 < len(words) and words[k + 1] in {"n't", "not", "have", "never", "be", "still", "'ve"}:
                    yield token.i, token.i + k + (2 if words[k + 1] in {"n't", "not", "never"} else 1)
                break
