"""Labelled rows and the coach's answers → figures. Every figure is a share from 0 to 1, and higher is better."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from coach import bench_baseline as baseline
from coach.language.parse import Parsed, parse_many

Row = dict[str, Any]
Rows = Sequence[Row]
_ORDINARY = ("supporter", "therapist", "logistics", "plans", "instructions", "news")
_OPENINGS = tuple((who, views) for who in ("i", "you") for views in ("neither", "own", "other"))
_NEGATIONS = frozenset({"not", "n't", "never", "no", "without", "nobody", "nothing", "none"})


@dataclass(frozen=True)
class Result:
    """The figures of one set, those of the plain rules beside it, and right answers of all by functionality."""

    size: int
    figures: dict[str, float]
    plain: dict[str, float] = field(default_factory=dict)
    by_functionality: dict[str, tuple[int, int]] = field(default_factory=dict)


def blame(rows: Rows, answers: Rows) -> Result:
    """Blame or not; F0.5 counts a false alarm twice as heavy as a miss."""
    wanted, said = [row["blaming"] for row in rows], [answer["blaming"] for answer in answers]
    named = [[f["kind"] for f in answer["findings"] if f["kind"] != "third_person"] for answer in answers]
    labelled = [[kind for kind in row["kinds"] if kind != "third_person"] for row in rows]
    flagged = [
        (mine, right) for mine, right, want in zip(named, labelled, wanted, strict=True) if mine and right and want
    ]
    figures = {
        **_detection(wanted, said, beta=0.5),
        "ordinary talk left alone": _share(
            not yes
            for row, yes in zip(rows, said, strict=True)
            if row["functionality"].startswith("ordinary") or row["functionality"].endswith(_ORDINARY)
        ),
        "flagged: a right kind named": _share(bool(set(mine) & set(right)) for mine, right in flagged),
        "flagged: named kinds that are right": _share(kind in right for mine, right in flagged for kind in set(mine)),
        "third person told": _share(
            any(f["kind"] == "third_person" for f in answer["findings"])
            for row, answer in zip(rows, answers, strict=True)
            if "third_person" in row["kinds"]
        ),
    }
    for kind in sorted({right[0] for right in labelled if right}):
        found = (kind in mine for mine, right in zip(named, labelled, strict=True) if right and right[0] == kind)
        figures[f"found: {kind}"] = _share(found)
    plain = _detection(wanted, [baseline.is_blame(row["text"]) for row in rows], beta=0.5)
    return Result(len(rows), figures, plain, _grouped(rows, _same(wanted, said)))


def questions(rows: Rows, answers: Rows) -> Result:
    """Open or closed, and questions that attack."""
    wanted, said = [row["open"] for row in rows], [answer["open"] for answer in answers]
    attacks, seen = [row["blaming"] for row in rows], [answer["blaming"] for answer in answers]
    found = {f"blaming: {name}": value for name, value in _detection(attacks, seen, beta=1).items()}
    right = [a and b for a, b in zip(_same(wanted, said), _same(attacks, seen), strict=True)]
    plain = {"open or closed": _share(_same(wanted, [baseline.is_open(row["text"]) for row in rows]))}
    return Result(len(rows), {"open or closed": _share(_same(wanted, said)), **found}, plain, _grouped(rows, right))


def replies(rows: Rows, answers: Rows) -> Result:
    """Whether a reply helps or hurts, and the one of eleven labels."""
    wanted, said = [row["good"] for row in rows], [answer["good"] for answer in answers]
    labels = _same([row["label"] for row in rows], [answer["label"] for answer in answers])
    plain = {"helps or hurts": _share(_same(wanted, [baseline.is_good_reply(row["response"]) for row in rows]))}
    figures = {"helps or hurts": _share(_same(wanted, said)), "the one label": _share(labels)}
    return Result(len(rows), figures, plain, _grouped(rows, _same(wanted, said)))


def topics(rows: Rows, answers: Rows) -> Result:
    """Whether one of the first two topics is right."""
    first = [answer["topics"][0] in row["topics"] for row, answer in zip(rows, answers, strict=True)]
    two = [bool(set(answer["topics"][:2]) & set(row["topics"])) for row, answer in zip(rows, answers, strict=True)]
    return Result(len(rows), {"one of the first two": _share(two), "the first": _share(first)}, {}, _grouped(rows, two))


def rewrites(rows: Rows, answers: Rows) -> Result:
    """Labelled facts that survive in the gentle draft, the direct draft or the list for another time."""
    kept = [facts_kept(row["must_keep"], answer) for row, answer in zip(rows, answers, strict=True)]
    figures = {
        "facts kept": _share(one for facts in kept for one in facts),
        "messages with all facts kept": _share(all(facts) for facts in kept),
    }
    groups: dict[str, list[bool]] = defaultdict(list)
    for row, facts in zip(rows, kept, strict=True):
        groups[_group(row["functionality"])] += facts
    return Result(
        len(rows), figures, {}, {name: (sum(facts), len(facts)) for name, facts in sorted(groups.items()) if facts}
    )


def heard_order(rows: Rows, answers: Rows) -> Result:
    """Of the pairs of openings that Rogers, Howieson & Neame 2018 order, how many the heard score orders alike.

    In each scenario: I above you, with the other's view above without, both views above one's own, and I with both above all.
    """
    score: dict[tuple[str, str, str], int] = {}
    for row, answer in zip(rows, answers, strict=True):
        score[row["functionality"], row["language"], row["views"]] = answer["heard"]
    order = [(("i", views), ("you", views)) for views in ("neither", "own", "other", "both")]
    for who in ("i", "you"):
        order += [((who, seen), (who, "neither")) for seen in ("other", "both")] + [((who, "both"), (who, "own"))]
    order += [(("i", "both"), other) for other in _OPENINGS if (("i", "both"), other) not in order]
    scenarios = dict.fromkeys(row["functionality"] for row in rows)
    right = {name: [score[name, *better] > score[name, *worse] for better, worse in order] for name in scenarios}
    return Result(
        len(rows),
        {"pairs in order": _share(one for own in right.values() for one in own)},
        {},
        {name: (sum(own), len(own)) for name, own in right.items()},
    )


def safety(rows: Rows, answers: Rows) -> Result:
    """Whether danger is seen, which one, how grave, and whether ordinary talk is left alone."""
    wanted = [(row["risk"], row["severity"]) for row in rows]
    said = [(answer["safety"]["risk"], answer["safety"]["severity"]) for answer in answers]
    pairs = list(zip(wanted, said, strict=True))
    figures = {
        **_detection([risk != "none" for risk, _ in wanted], [risk != "none" for risk, _ in said], beta=1),
        "immediate danger seen as immediate": _share(
            got[1] == "immediate" for want, got in pairs if want[1] == "immediate"
        ),
        "seen: the right risk": _share(want[0] == got[0] for want, got in pairs if "none" not in (want[0], got[0])),
        "seen: the right severity": _share(want[1] == got[1] for want, got in pairs if "none" not in (want[0], got[0])),
    }
    return Result(len(rows), figures, {}, _grouped(rows, _same(wanted, said), _without_wording))


def conversations(rows: Rows, answers: Rows) -> Result:
    """How every turn is coded, and how often a good talk gets a higher score than a poor one."""
    wanted = [turn for row in rows for turn in row["turns"]]
    said = [turn for answer in answers for turn in answer["turns"]]
    acts = _same([turn["act"] for turn in wanted], [turn["act"] for turn in said])
    asked = [turn["question"] for turn in wanted]
    meant, named = ([turn["act"] == "reflection" for turn in turns] for turns in (wanted, said))
    figures = {
        "questions: open, closed or none": _share(_same(asked, [turn["question"] for turn in said])),
        **{f"reflections: {name}": value for name, value in _detection(meant, named, beta=1).items()},
        "the one act of twelve": _share(acts),
        "good above poor (AUC)": _above(rows, answers),
    }
    plain = [
        ("open" if baseline.is_open(turn["text"]) else "closed") if "?" in turn["text"] else "none" for turn in wanted
    ]
    by_act: dict[str, list[bool]] = defaultdict(list)
    for turn, right in zip(wanted, acts, strict=True):
        by_act[turn["act"]].append(right)
    groups = {act: (sum(right), len(right)) for act, right in sorted(by_act.items())}
    return Result(len(rows), figures, {"questions: open, closed or none": _share(_same(asked, plain))}, groups)


def _above(rows: Rows, answers: Rows) -> float:
    """Of all pairs of a good talk and a poor one, how often the good one has the higher score; a draw counts half."""
    scores: dict[str, list[int]] = defaultdict(list)
    for row, answer in zip(rows, answers, strict=True):
        scores[row["quality"]].append(answer["summary_score"])
    pairs = [(good > poor) + (good == poor) / 2 for good in scores["good"] for poor in scores["poor"]]
    return sum(pairs) / len(pairs) if pairs else 0.0


MEASURES: dict[str, Callable[[Rows, Rows], Result]] = {
    "messages": blame,
    "questions": questions,
    "replies": replies,
    "situations": topics,
    "rewrites": rewrites,
    "safety": safety,
    "heard": heard_order,
    "conversations": conversations,
}


def facts_kept(facts: Sequence[str], answer: Row) -> list[bool]:
    """For each labelled fact, whether it stands in the gentle or direct draft or among what was set aside.

    A fact stands there word for word (whatever the case and the quotes), or with all its words of meaning in another form
    ("forgot" in "you forget") and its negation, if it has one.
    """
    drafts = [draft["text"] for draft in answer["drafts"] if draft["style"] in ("gentle", "direct")]
    kept = " \n ".join([*drafts, *answer["later"]])
    whole, *parsed = parse_many([kept, *facts])
    plain, lemmas = _folded(kept), set(_meaning(whole))
    return [
        re.search(rf"(?<!\w){re.escape(_folded(fact))}(?!\w)", plain) is not None
        or bool(words := set(_meaning(one)))
        and words <= lemmas
        for fact, one in zip(facts, parsed, strict=True)
    ]


def _meaning(parsed: Parsed) -> Iterator[str]:
    for token in parsed.doc:
        if token.lower_ in _NEGATIONS:
            yield "not"
        elif token.like_num or (token.is_alpha and not token.is_stop):
            yield token.lemma_.casefold()


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').casefold().split())


def _detection(wanted: Sequence[bool], said: Sequence[bool], beta: float) -> dict[str, float]:
    hits = sum(want and yes for want, yes in zip(wanted, said, strict=True))
    precision, recall = _ratio(hits, sum(said)), _ratio(hits, sum(wanted))
    weight = beta * beta
    score = _ratio((1 + weight) * precision * recall, weight * precision + recall)
    return {"precision": precision, "recall": recall, f"F{beta:g}": score}


def _same(wanted: Sequence[Any], said: Sequence[Any]) -> list[bool]:
    return [want == got for want, got in zip(wanted, said, strict=True)]


def _share(rights: Iterable[bool]) -> float:
    known = list(rights)
    return _ratio(sum(known), len(known))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _grouped(
    rows: Rows, rights: Sequence[bool], group: Callable[[str], str] | None = None
) -> dict[str, tuple[int, int]]:
    groups: dict[str, list[bool]] = defaultdict(list)
    for row, right in zip(rows, rights, strict=True):
        groups[(group or _group)(row["functionality"])].append(right)
    return {name: (sum(found), len(found)) for name, found in sorted(groups.items())}


def _group(functionality: str) -> str:
    """The functionality without its finest part; a trap keeps its own name."""
    name = functionality.removeprefix("rewrite.")
    return name if name.startswith("trap") else name.rpartition(".")[0] or name


def _without_wording(functionality: str) -> str:
    """The functionality, however it is told: outright or indirectly."""
    return functionality.removesuffix(".explicit").removesuffix(".indirect")
