"""The heard score keeps the order of openings of Rogers, Howieson & Neame 2018, in ten scenarios of our own."""

from __future__ import annotations

from itertools import product

import pytest

from coach.language.heard import heard
from coach.language.parse import parse, parse_many
from coach.model import Finding, Kind

# Per scenario: I or you language × neither, own, the other's, both views.
SCENARIOS: dict[str, dict[tuple[str, str], str]] = {
    "late for dinner": {
        ("i", "neither"): "I had the food on the table at seven and I ate at eight.",
        ("i", "own"): "I ate alone at eight and I felt lonely at that table.",
        ("i", "other"): "I ate at eight, and I know your meeting ran over.",
        ("i", "both"): "I felt lonely eating at eight, and I know your meeting ran over and that you were rushing.",
        ("you", "neither"): "You came home at eight and you missed dinner.",
        ("you", "own"): "You came home at eight and you missed dinner, and for me that was hard.",
        ("you", "other"): "You came home at eight and you missed dinner. You may have been stuck in a meeting.",
        ("you", "both"): "You came home at eight and you missed dinner. For me that was hard, and you may have been stuck in a meeting.",
    },
    "phone in bed": {
        ("i", "neither"): "I was in bed next to a bright screen last night.",
        ("i", "own"): "I was lying there last night and I felt far away and sad.",
        ("i", "other"): "I was lying there last night, and I understand that you need to switch off.",
        ("i", "both"): "I felt sad lying there last night, and I understand that you need to switch off after work.",
        ("you", "neither"): "You were on your phone in bed last night.",
        ("you", "own"): "You were on your phone in bed last night, and it made it hard for me to sleep.",
        ("you", "other"): "You were on your phone in bed last night. Perhaps you needed to switch off.",
        ("you", "both"): "You were on your phone in bed last night. Perhaps you needed to switch off. It was hard for me to sleep.",
    },
    "spending": {
        ("i", "neither"): "I opened the bank statement today.",
        ("i", "own"): "I opened the bank statement today and I got worried.",
        ("i", "other"): "I opened the statement today, and I can see why you wanted the new tools.",
        ("i", "both"): "I got worried when I opened the statement, and I can see why you wanted the new tools.",
        ("you", "neither"): "You spent four hundred on tools.",
        ("you", "own"): "You spent four hundred on tools, and to me that is a lot.",
        ("you", "other"): "You spent four hundred on tools. You probably saw a good price.",
        ("you", "both"): "You spent four hundred on tools. You probably saw a good price. To me that is a lot.",
    },
    "mother-in-law": {
        ("i", "neither"): "I heard on Sunday that guests were coming.",
        ("i", "own"): "I heard on Sunday that guests were coming and I felt overwhelmed.",
        ("i", "other"): "I heard on Sunday that guests were coming. I know you find it hard to say no to her.",
        ("i", "both"): "I felt overwhelmed on Sunday when I heard guests were coming. I know you find it hard to say no to her.",
        ("you", "neither"): "You invited your mother on Sunday.",
        ("you", "own"): "You invited your mother on Sunday, and I need my weekend.",
        ("you", "other"): "You invited your mother on Sunday. It might be hard for you to say no to her.",
        ("you", "both"): "You invited your mother on Sunday, and I need my weekend. It might be hard for you to say no to her.",
    },
    "homework": {
        ("i", "neither"): "I did the homework with Ben three times this week.",
        ("i", "own"): "I did the homework with Ben three times this week and I'm exhausted.",
        ("i", "other"): "I did the homework with Ben three times this week. I realise you were on late shifts.",
        ("i", "both"): "I'm exhausted from doing the homework with Ben this week. I realise you were on late shifts.",
        ("you", "neither"): "You left the homework to me this week.",
        ("you", "own"): "You left the homework to me this week. I think that is too much.",
        ("you", "other"): "You left the homework to me this week. Maybe you were tired from your late shifts.",
        ("you", "both"): "You left the homework to me this week. I think that is too much. Maybe you were tired from your late shifts.",
    },
    "kitchen of a shared flat": {
        ("i", "neither"): "I washed the pans again this morning.",
        ("i", "own"): "I washed the pans this morning and I was frustrated.",
        ("i", "other"): "I washed the pans this morning. I get that you had to run for the train.",
        ("i", "both"): "I was frustrated washing the pans this morning. I get that you had to run for the train.",
        ("you", "neither"): "You left the pans in the sink.",
        ("you", "own"): "You left the pans in the sink, and my view is that we share this.",
        ("you", "other"): "You left the pans in the sink. You must have had to run for the train.",
        ("you", "both"): "You left the pans in the sink, and my view is that we share this. You must have had to run for the train.",
    },
    "meeting": {
        ("i", "neither"): "I stopped in the middle of my slide on Monday.",
        ("i", "own"): "I stopped in the middle of my slide on Monday and I felt embarrassed.",
        ("i", "other"): "I stopped in the middle of my slide on Monday. I imagine you were keen to help.",
        ("i", "both"): "I felt embarrassed when I stopped in the middle of my slide. I imagine you were keen to help.",
        ("you", "neither"): "You talked over me on Monday.",
        ("you", "own"): "You talked over me on Monday. I want to finish my slides.",
        ("you", "other"): "You talked over me on Monday. From your side it may have looked like help.",
        ("you", "both"): "You talked over me on Monday. I want to finish my slides. From your side it may have looked like help.",
    },
    "birthday": {
        ("i", "neither"): "I turned forty on Friday and I went to bed early.",
        ("i", "own"): "I turned forty on Friday and I was sad by the evening.",
        ("i", "other"): "I turned forty on Friday, and I know that you were in hospital with your dad.",
        ("i", "both"): "I was sad on my fortieth, and I know that you were in hospital with your dad and had no head for dates.",
        ("you", "neither"): "You forgot my birthday on Friday.",
        ("you", "own"): "You forgot my birthday on Friday. I care about that day.",
        ("you", "other"): "You forgot my birthday on Friday. You may have been busy with your dad.",
        ("you", "both"): "You forgot my birthday on Friday. I care about that day. You may have been busy with your dad.",
    },
    "teenager's curfew": {
        ("i", "neither"): "I sat up until one last night.",
        ("i", "own"): "I sat up until one last night and I was scared.",
        ("i", "other"): "I sat up until one last night. I understand that you wanted to stay with your friends.",
        ("i", "both"): "I was scared, sitting up until one. I understand that you wanted to stay with your friends.",
        ("you", "neither"): "You came in at one last night.",
        ("you", "own"): "You came in at one last night. I worry when it gets late.",
        ("you", "other"): "You came in at one last night. Maybe you wanted to stay with your friends.",
        ("you", "both"): "You came in at one last night. I worry when it gets late. Maybe you wanted to stay with your friends.",
    },
    "handover of a co-parent": {
        ("i", "neither"): "I waited at school until five on Tuesday.",
        ("i", "own"): "I waited at school until five on Tuesday and I was anxious.",
        ("i", "other"): "I waited at school until five on Tuesday. I can imagine that your traffic was bad.",
        ("i", "both"): "I was anxious waiting at school until five. I can imagine that your traffic was bad and that you were stressed.",
        ("you", "neither"): "You picked her up at five on Tuesday.",
        ("you", "own"): "You picked her up at five on Tuesday. I need to plan my shifts.",
        ("you", "other"): "You picked her up at five on Tuesday. You might have had bad traffic.",
        ("you", "both"): "You picked her up at five on Tuesday. I need to plan my shifts. You might have had bad traffic.",
    },
}  # fmt: skip


def _pairs() -> list[tuple[str, tuple[str, str], tuple[str, str]]]:
    """The pairs the study orders: (scenario, the better opening, the worse)."""
    views = ("neither", "own", "other", "both")
    pairs = []
    for scenario, openings in SCENARIOS.items():
        pairs += [(scenario, ("i", view), ("you", view)) for view in views]
        pairs += [
            (scenario, (who, seen), (who, unseen))
            for who, seen, unseen in product(("i", "you"), ("other", "both"), ("neither",))
        ]
        pairs += [(scenario, (who, "both"), (who, "own")) for who in ("i", "you")]
        pairs += [(scenario, ("i", "both"), other) for other in openings if other != ("i", "both")]
    return pairs


def test_the_order_of_the_study_holds() -> None:
    """At least 95 of 100 ordered pairs are right."""
    scores = {
        (scenario, kind): heard(parsed, ()).score
        for scenario, openings in SCENARIOS.items()
        for kind, parsed in zip(openings, parse_many(openings.values()), strict=True)
    }
    pairs = _pairs()
    wrong = [pair for pair in pairs if scores[pair[0], pair[1]] <= scores[pair[0], pair[2]]]
    assert len(wrong) <= 0.05 * len(pairs), wrong


@pytest.mark.parametrize(
    "text",
    [
        "I felt worried when it got late and I couldn't reach you. I know work has been heavy for you. Could we text if one of us is late?",
        "I love our Sundays. I've been missing them and feeling a bit lonely, and I know you have had a lot on. Could we keep this one free?",
        "I was hurt when the joke was about me last night. You may have meant it kindly. Would you leave my cooking out of it next time?",
    ],
)
def test_a_strong_softened_start_up_scores_high(text: str) -> None:
    """Feeling, what about, the other's view and a request together: 85 and above."""
    assert heard(parse(text), ()).score >= 85


@pytest.mark.parametrize(
    "text", ["Dinner is at seven.", "The car needs new tyres before the winter.", "The bins go out tomorrow."]
)
def test_an_ordinary_message_stands_in_the_middle(text: str) -> None:
    """No blame and nothing special: 60 to 75."""
    assert 60 <= heard(parse(text), ()).score <= 75


def _finding(text: str, words: str, kind: Kind) -> Finding:
    start = text.index(words)
    return Finding(start=start, end=start + len(words), text=words, pattern="p", kind=kind, why="why")


def test_an_insult_scores_low() -> None:
    """Contempt and a label: 15 at most."""
    text = "You're a pathetic idiot."
    found = (_finding(text, "You're a pathetic idiot", "label"), _finding(text, "pathetic", "contempt_or_sarcasm"))
    assert heard(parse(text), found).score <= 15


@pytest.mark.parametrize("text", ["", "   ", "👍", "You forgot.", "I felt sad. I know you were tired. Could we talk?"])
def test_two_to_five_reasons(text: str) -> None:
    """Every score comes with two to five plain sentences."""
    reasons = heard(parse(text), ()).reasons
    assert 2 <= len(reasons) <= 5
    assert all(reason.endswith(".") for reason in reasons)
