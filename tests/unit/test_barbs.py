"""What a message says without saying it: comparison, envy, sarcasm, threats and questions to nobody, told as what happens or as a wish."""

from __future__ import annotations

import pytest

from coach.language.analyse import Analyser
from coach.language.parse import parse_many
from coach.library.load import Library
from coach.model import Situation
from coach.service import CoachService
from coach.suggest.facts import Facts
from coach.suggest.feelings import FeelingWords
from coach.suggest.message import Message, sort_message
from coach.suggest.requests import wanted

TOLD = [
    # held up, likened
    ("You're as bad as your brother, you leave the light on in the van.", "you leave the light on in the van"),
    (
        "Just like your dad, you slam the door and drive off when we're in the middle of something.",
        "you slam the door and drive off while we're in the middle of something",
    ),
    ("You sound exactly like your aunt when you count my biscuits out loud.", "you count my biscuits out loud"),
    ("Everyone else's brother came to the naming day.", "you didn't come to the naming day"),
    (
        "You can find time for the gym four nights a week but you can't find twenty minutes to read to her.",
        "you find time for the gym four nights a week",
    ),
    # sweetly
    (
        "It must be lovely to doze while I'm up at 3 and 5 with the puppy.",
        "I'm up at 3 and 5 with the puppy while you doze",
    ),
    ("Lucky you, three days in Porto while I chase the roofers.", "it's three days in Porto for you while I chase the"),
    ("Alright for some, lying in till noon while I do the paper round.", "you lie in till noon while I do the paper"),
    ("Some of us have to be on the ward at 7.", "I have to be on the ward at 7"),
    ("Great, another weekend of golf.", "it's another weekend of golf"),
    ("Fine, go to your choir rehearsal.", "you go to your choir rehearsal"),
    (
        "Oh sure, buy another drum kit, it's not like we have a gas bill.",
        "you buy another drum kit while we have a gas bill",
    ),
    ("£340 on trainers in one month!", "that's £340 on trainers in one month"),
    # bitterly
    ("I feel like you only ring when the van breaks down.", "you mostly ring when the van breaks down"),
    (
        "You talk to me like I'm a child in front of your friends.",
        "I feel small, like a child, when you talk to me in front of your friends",
    ),
    ("You act like I'm invisible when your ex is in the room.", "I feel invisible when your ex is in the room"),
    ("You treat me like a lodger in my own home.", "I feel small, like a lodger, in my own home"),
    ("You talk to my sister like she's five.", "it's hard for me to hear how you talk to my sister"),
    ("You just had to bring up my divorce at the christening, didn't you.", "you brought up my divorce at the"),
    ("Don't you dare roll your eyes at me when I talk about rent.", "you roll your eyes at me when I talk about rent"),
    ("You couldn't be bothered to read the letter from the clinic.", "you didn't read the letter from the clinic"),
    ("I'm tired of hearing about your diet while I'm eating.", "I hear about your diet while I'm eating"),
    ("I've cut your hair for years and not once have you swept up after.", "you haven't swept up after"),
    ("Nobody thanked me for the quiche, not even you.", "you didn't thank me for the quiche"),
    # threats, tests of love
    ("If you cancel on me one more time don't bother ringing again.", "you cancel on me"),
    ("If you're late picking up Noor one more time I'm telling the club.", "you were late picking up Noor"),
    ("If I hear one more word about how tired you are I'm going to scream.", "I often hear about how tired you are"),
    ("If you loved me you'd have come to the hearing with me.", "you didn't come to the hearing with me"),
    ("If I'd known you'd sell Grandad's boat I'd have bought it off you.", "you sold Grandad's boat"),
    # questions to nobody
    ("When are you going to stop smoking in the car?", "you smoke in the car"),
    ("How many more times are you going to move my review?", "you move my review"),
    ("Why would anyone leave wet towels in a bag for four days?", "you left wet towels in a bag for four days"),
    ("What sort of uncle forgets to pick up his own nephew from judo?", "you forget to pick up your own nephew from"),
    ("So I'm supposed to smile when your mum moves my pans?", "I'm left to smile when your mum moves my pans"),
    ("Do you even know how many times I've covered your shift?", "I've covered your shift many times"),
    ("It's odd that you've met none of my friends in a year.", "you've met none of my friends in a year"),
    ("Did you think I wouldn't notice you'd deleted the photos from Crete?", "you'd deleted the photos from Crete"),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[told for _, told in TOLD])
def test_the_fact_behind_a_barb_is_told(text: str, told: str, library: Library) -> None:
    """The main point is what happens, in the person's own words."""
    assert told in " and ".join(one.text for one in _sorted(text, library).main)


WANTED = [
    ("Why can't you be more like Dev's mum, she actually asks before she comes round.", "ask before you come round"),
    ("Why can't you be more like Ama's husband, he at least picks up his own plates.", "pick up your own plates"),
    ("Other people's sons manage to ring when they land.", "ring when you land"),
    ("At least Marek's dad turns up to sports day.", "turn up to sports day"),
    ("Tom's wife drives two hours to see his parents. You complain.", "drive two hours to see my parents"),
    ("Don't bother coming to the hospital.", "come to the hospital"),
    ("You'd rather watch strangers play games than meet my parents.", "meet my parents"),
    ("I'm not your secretary. Book your own dentist.", "book your own dentist"),
    ("When are you going to take that tree down?", "take that tree down"),
]


@pytest.mark.parametrize(("text", "wish"), WANTED, ids=[wish for _, wish in WANTED])
def test_the_wish_behind_a_barb_is_asked_for(text: str, wish: str, library: Library) -> None:
    """Whoever is held up as an example does what is wished for."""
    assert wanted(_sorted(text, library)) == wish


NOT_TOLD = [
    "If you see Sam, tell him I said hello.",
    "When are you going to be home?",
    "Fine by me, let's go to the cinema.",
    "It must be hard to work nights.",
    "You treat me like a queen.",
    "Can you ring me when you land?",
    "Great, another day with you at the beach!",
    "You treat my mum like your own and I love that.",
    "Lucky you, three weeks in Greece! Send photos.",
    "If you see Sam again, say hello from me.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_plain_talk_is_no_barb(text: str, library: Library) -> None:
    """Nothing is vouched for that was no barb."""
    assert not any(one.sure for one in _sorted(text, library).main)


def test_a_slammed_door_gets_no_invented_moment(service: CoachService) -> None:
    """ "Do what you want" tells of no moment, so the direct draft asks for one."""
    assert "[one time" in service.plan(Situation(text="Whatever. Do what you want, you always do.")).drafts[1].text


def test_a_person_compared_with_is_not_spoken_to(library: Library) -> None:
    """ "My sister gets a card and I get a text" is no message to the sister."""
    message = _sorted("My sister gets a card and flowers and I get a text at 11pm.", library)
    assert any(line.startswith("My sister gets a card and flowers") for line in message.before)


MESSAGES = [
    "You said you'd pay me back the £200 by the end of October, and every time I bring it up you change the subject.",
    "We agreed on eight, you came at ten past nine, the soup was cold and Nina had gone to bed without her story.",
    "You told Mark about my migraines, you forwarded my email to Steph, and on Thursday you asked me about it in the lift.",
    "I cooked, I cleaned, I drove your parents to the airport and you went to the pub.",
    "He said he'd fix the boiler before winter and it's November and we're heating water in a pan.",
    "You took the credit for the harvest supper and I'd been up since four peeling potatoes.",
    "Every call you ask me when I am getting married and I can't take it anymore.",
    "You've known about the inspection since March and you hand me the paperwork the night before.",
    "I waited two hours outside the station because you'd gone to the wrong platform and turned your phone off.",
    "It must be so nice to sit in the garden with a beer while I bath all three of them.",
    "I suppose I'll take Mum to her chemo again, since you're so busy with your podcast.",
    "Wet towels on the floor, plates under the bed. You said you'd have a go on Friday.",
    "My housemate never buys washing powder, in eight months she's bought it once.",
    "You promised we'd talk about a baby when we turned 34. I'm 36 in May.",
    "If you'd just listened to me about the tyres we wouldn't be sat here in the rain waiting for the breakdown van.",
    "Your brother manages to visit Nan every Sunday and he lives in Cardiff.",
    "I can't believe you'd give the spare key to your brother after what he did with the car.",
    "You didn't come to the funeral, you missed the reading of the will, and now you ask for the cottage in Wales?",
]
_MEANING = frozenset({"NOUN", "PROPN", "NUM", "VERB"})
_LIGHT = frozenset(
    "be have do get go come make take say tell know think want want can manage suppose believe place time treat housemate".split()
)


@pytest.mark.parametrize("text", MESSAGES)
def test_no_word_of_meaning_is_lost(text: str, service: CoachService) -> None:
    """What does not sting is in a draft or in what is set aside: every noun, name, number and verb."""
    reading = service.reading(Situation(text=text))
    plan = service.plan(Situation(text=text))
    said = " ".join([*(draft.text for draft in plan.drafts if draft.style != "brief"), *plan.later])
    (kept,) = parse_many([said])
    known = {token.lemma_.lower() for token in kept.doc} | {token.lower_ for token in kept.doc}
    stings = [
        (one.start, one.end) for one in reading.analysis.findings if one.kind in {"contempt_or_sarcasm", "comparison"}
    ]
    lost = {
        token.text
        for at, token in zip(reading.parsed.starts, reading.parsed.doc, strict=True)
        if token.pos_ in _MEANING
        and token.lemma_.lower() not in known | _LIGHT
        and token.lower_ not in known
        and not any(start <= at < end for start, end in stings)
    }
    assert lost == set()


def _sorted(text: str, library: Library) -> Message:
    (parsed,) = parse_many([text])
    analyser = Analyser(library)
    return sort_message(parsed, analyser.analyse(parsed), Facts(analyser), FeelingWords(library))
