"""The kind and unkind words and phrases of which a tone is made, and the words that turn or split it."""

from __future__ import annotations

KIND = frozenset(
    """kind brave lovely wonderful amazing best generous thoughtful patient gentle proud grateful lucky legend star angel rock favourite
    favorite fantastic gorgeous precious beautiful treasure blessing bless gem incredible thank thanks thankful appreciate admire adore
    cherish laugh smile cheer safe comfort help support encourage hug notice listen care share brighten welcome include glad joy warm
    delight remember cuddle reassure champion cheers honest loyal steady reliable strong clever funny fun warmth kindness goodness beauty hero
    lifesaver patience love happy save praise compliment apologise apologize apologies trust respect protect forgive inspire easier
    sweet great good nice better calm thoughtfulness courage generosity succeed thrive shine bravely kindly gently beautifully understand soothe lift
    ripper magic perfect marvellous impress enjoy treat backing well genius talented gifted bloody-marvellous legendary ace brill
    defend hopeful hope honour honor encouraging supportive caring loving precious straight gracious ask check contribute apologise thankyou
    clean tidy hold kiss visit phone ring call text reply answer explain finish admit touch learn teach phone adorable cute handsome charming
    delicious""".split()
)


# Kind only when negated words turn round: a bare "you always ask" says nothing.
NEUTRAL_UNLESS_NEGATED = frozenset(
    """ask check contribute clean tidy hold kiss visit phone ring call text reply answer explain finish admit touch learn teach apologise
    apologize good well great nice better straight care listen understand share treat include trust respect help happy call hope love
    remember notice fun clever strong hero funny calm answer genius perfect honest laugh sweet best safe praise""".split()
)


UNKIND = frozenset(
    """leave forget blame criticise criticize complain nag moan shout yell scream snap sulk lie cheat ignore interrupt ruin wreck spoil
    break waste lose fail miss dump judge mock embarrass hurt late mess worst lazy selfish wrong fault excuse fight argue ditch flake bail
    cancel dodge avoid annoy hate resent rush push hog steal flirt gamble whinge abandon quit last behind humiliate insult dismiss belittle
    undermine overrule correct contradict exclude blank boss bully bark bite tease lecture preach nitpick patronise patronize cut
    disappear vanish vanished slam stomp storm grumble rude cold mean nasty unkind useless hopeless careless thoughtless
    ungrateful trouble problem drama demand expect accuse attack threaten manipulate guilt punish control snoop spy pry interfere meddle
    hide sneak betray disrespect disappoint refuse deny defend crap shit fuck fucking damn bloody hell stupid idiot fool moody silent replace name
    stonewall withdraw twist exaggerate alone ashamed cry suffer exhaust drain sick fed tired worthless unfair
    favour overspend splurge procrastinate neglect mock sneer scoff smirk sigh tut snore pester hound chase beg bother
    hassle mistreat harm hit shove burn crash kill wind sabotage gossip backstab bitch slag skive shirk slack doze vape
    disturb invade barge trample crowd smother doubt give-up burden nuisance sneak pull wriggle weasel grudge raise throw turn drag rub
    dwell harp rant rave bicker squabble pick bitchy snappy grumpy ghost stand-up expensive grunt shrug""".split()
)


VERBS_ONLY = frozenset(
    "turn throw raise rub drag wind push cut break leave miss pick pull hit crash guilt control demand cry harm bother scream".split()
)


SWEARING = frozenset("shit crap damn bloody hell fuck fucking".split())


THEIR_PLEASURE = frozenset("glad grateful enjoy enjoyed enjoying happy pleased relieved delighted thrilled".split())


WARM_SIGNS = frozenset(
    "❤ ❤️ 🥰 😍 🥹 🍻 😘 💛 💕 💖 💚 💙 💜 😊 🤗 😂 🤣 😄 😁 ☺ ☺️ 💐 🫶 ♥ ♥️ haha hahaha lol lmao xx xxx x".split()
)


COLD_SIGNS = frozenset("🙄 😒 😤 😠 😡 🤬 👎 💔 🤡 😑 🖕".split())


NEGATORS = frozenset(
    "n't not never no nobody none nothing without hardly barely rarely seldom neither nor cannot dont didnt".split()
)


CONTRAST = frozenset("but yet except however though although whereas unless while until when then".split())


SELF_WORDS = frozenset("i we".split())


PLANNING = frozenset("i i'll we let shall maybe could can just no the".split())


SPLITTING = frozenset({"but", "yet", "except", "however", "though", "although", ";"})


LET_DOWN = frozenset(
    tuple(phrase.split())
    for phrase in """let me down|lets me down|let us down|let anyone down|let you down|let them down|let her down|put me down|puts me down|putting me down
    talk over|talks over|talking over|give up|gave up|gives up|given up|walk away|walks away|walked away|walk out|walks out|walked out|laugh at|laughs at
    laughed at|hang up|hangs up|hung up|make fun|makes fun|made fun|look down on|looks down on|turn your back|turn his back|take over|takes over|taking over
    side with|sides with|get angry|got angry|gets angry|at me|on at me|roll your eyes|rolls his eyes|rolls her eyes|pick on|picks on""".replace(
        "\n", "|"
    ).split("|")
    if phrase.strip()
)


KIND_PHRASES: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in """made room|make room|there for me|there for us|there for the|stick up for|stuck up for|stand by me|stood by|stood up for
    look after|looks after|looked after|take care of|takes care of|took care of|have my back|had my back|has my back|believe in me|believed in me
    kept me|keep me going|keeps me going|on my side|what to say|any other way|how do you do|cheer me up|cheers me up|means a lot|means the world
    meant the world|time for me|time for us|time for everyone|make me laugh|makes me laugh|made me laugh|make me smile|makes me smile|made me smile
    make my day|made my day|my rock|about you|good to me|so good at|good at|best at|the first with|first to help|more than you know|know when i need
    know when i|knows how to|know exactly how|know just|get me|well done|nice one|good on you|fair play|hats off|one of a kind
    kind to|sees the best|see the best|my hero|i miss|bless her|bless him|bless you|put up with me|put everyone first|look forward|looking forward
    showed up|show up for|shows up for|turn up for|lights up|light up|brighten up|brave one|happy child|the best|a star|at my best
    come to my|comes to my|came to my|let me finish|let me cry|gave me a lift|made me feel welcome|make me feel welcome|feel at home
    make me feel safe|made me feel safe|make me feel better|find the right|found the right|walk me|walks me|waits for me|wait up for me
    such a good|so proud|could listen|listen for hours|means the|pleased for you|good for you|good on you|hold my hand|held my hand""".replace(
        "\n", "|"
    ).split("|")
    if phrase.strip()
)
