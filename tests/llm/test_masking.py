"""Names and places stay on this computer: masked before a text is sent, and put back into what comes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from fakes import FakeModel
from fault_server import GOOD

from coach.engines.masking import Mask
from coach.language.parse import parse
from coach.model import Situation, Wish

if TYPE_CHECKING:
    from conftest import Connect

# A text, and what in it would tell a stranger who it is about.
TOLD = (
    ("You never help, Marco, and I do everything for Lena.", "Marco Lena"),
    ("My husband Tom said he would call his mother in Leeds.", "Tom Leeds"),
    ("Priya from accounts sent my report to Mr Henderson without asking.", "Priya Henderson"),
    ("When we moved to Edinburgh you promised that Oscar could keep the dog.", "Edinburgh Oscar"),
    ("I saw you with Jessica at Starbucks on Friday.", "Jessica Starbucks"),
    ("Dear Mum, you told Aunt Clara about my flat in Berlin.", "Clara Berlin"),
    ("Ahmed, you always park in front of Sofia's house.", "Ahmed Sofia"),
    ("my sister Beth never pays her share of the rent in Bristol", "Beth Bristol"),
    ("You told Dr Okafor that I drink.", "Okafor"),
    ("Write to me at sam.hill@mail.example or ring 07700 900123.", "sam.hill@mail.example 900123"),
    ("We live at 14 Garden Street and you park on the lawn.", "Garden"),
    ("Yusuf and Mateus left the kitchen in Porto like a battlefield.", "Yusuf Mateus Porto"),
    ("Why did Chen get the shift at Tesco and not me?", "Chen Tesco"),
    ("Grandma says that Nadia will not come for Christmas.", "Nadia"),
    ("You and Kwame talked about me at the Red Lion.", "Kwame Lion"),
    ("I can't believe you lent Olivia our car for her trip to Wales.", "Olivia Wales"),
    ("Honey, I miss our evenings in Lisbon.", "Lisbon"),
    ("Our son Felix failed maths and you said nothing to Mrs Bauer.", "Felix Bauer"),
    ("Aisha, could you turn the music down after ten?", "Aisha"),
    ("You said Rosa was a better cook than me.", "Rosa"),
    ("Ever since Dmitri left Google we fight about money.", "Dmitri"),
    ("The meeting with Zhang Wei went badly because you were late.", "Zhang Wei"),
    ("I told Hannah, and she told Pete, and now all of Norwich knows.", "Hannah Pete Norwich"),
    ("You never visit us in Cape Town, Lindiwe.", "Cape Town Lindiwe"),
)
MESSAGE = "You always leave the dishes to me, Marco, and Lena sees it."


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_a_name_is_masked_and_comes_back(text: str, names: str) -> None:
    """No name is left in what is sent, what is left still reads, and the way back is exact."""
    mask = Mask(parse(text))
    hidden = mask.hide(text)
    assert [name for name in names.split() if name in hidden] == []
    assert mask.show(hidden) == text
    assert mask.show({"drafts": [{"text": hidden}], "n": 1}) == {"drafts": [{"text": text}], "n": 1}


@pytest.mark.parametrize(
    "text",
    [
        "You never help with the dishes and I feel tired.",
        "Mum, you told my sister on Monday that I would come in December.",
        "I'm tired. You said that we would talk. Nothing happened.",
        "My husband and my boss don't get on.",
        "It's OK. I'd like us to have dinner at Christmas.",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    """Who somebody is to the person, days and the beginnings of sentences are sent as they are: the model needs them."""
    assert Mask(parse(text)).hide(text) == text


def test_a_stand_in_is_a_word_the_text_does_not_hold() -> None:
    """A text that holds Name1 already is brought back unchanged."""
    text = "Name1 told Marco that Name2 is a file."
    mask = Mask(parse(text))
    assert mask.show(mask.hide(text)) == text
    assert "Marco" not in mask.hide(text)


def test_no_name_leaves_and_the_plan_has_them(connect: Connect) -> None:
    """The model sees stand-ins, in the wish and the repair too; the drafts on the page name the people again."""

    def answer(request: object) -> dict[str, object]:
        drafts = [{**draft, "observation": ""} for draft in GOOD["drafts"]]
        drafts[0]["text"] = (
            "Name1, I feel tired when the dishes are left to me and Name2 sees it. You may be tired too. Would you help?"
        )
        drafts[1]["text"] = "Name1, you never help. I feel tired of the dishes. Would you help?"
        return {**GOOD, "drafts": drafts}

    model = FakeModel(answer)
    coach = connect(model, known="schema")
    plan = coach.plan(Situation(text=MESSAGE), Wish(words="kinder to Marco, and not a word of Sven"))
    assert plan.drafts[0].text.startswith("Marco, I feel tired")
    assert "Lena sees it" in plan.drafts[0].text
    assert plan.stand_ins["drafts"] == (1,)
    sent = json.dumps([[turn.text for turn in request.turns] for request in model.asked])
    assert len(model.asked) == 2
    assert "Name1, you never help" in sent
    assert "Marco" not in sent
    assert "Sven" not in sent
    assert "Lena" not in sent


def test_masking_can_be_turned_off(connect: Connect) -> None:
    """Without it the text is sent as it is."""
    model = FakeModel(lambda request: GOOD)
    connect(model, known="schema", masks=False).plan(Situation(text=MESSAGE))
    assert "Marco" in model.asked[0].turns[1].text
