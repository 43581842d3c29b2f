"""Named masks: tokens in which a rule's words are no blame (praise, habit, a generic you, an apology, a quotation, a request)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from coach.language.parse import Parsed


class Tone(NamedTuple):
    """A stretch of a sentence between contrasting words, and how many kind and unkind words it holds (negation turns them round)."""

    first: int
    last: int
    kind: int
    unkind: int


_KIND = frozenset(
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
_NEUTRAL_UNLESS_NEGATED = frozenset(
    """ask check contribute clean tidy hold kiss visit phone ring call text reply answer explain finish admit touch learn teach apologise
    apologize good well great nice better straight care listen understand share treat include trust respect help happy call hope love
    remember notice fun clever strong hero funny calm answer genius perfect honest laugh sweet best safe praise""".split()
)
_UNKIND = frozenset(
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
_VERBS_ONLY = frozenset("turn throw raise rub drag wind push cut break leave miss pick pull hit crash guilt control demand cry harm bother scream".split())
_SWEARING = frozenset("shit crap damn bloody hell fuck fucking".split())
_THEIR_PLEASURE = frozenset("glad grateful enjoy enjoyed enjoying happy pleased relieved delighted thrilled".split())
_WARM_SIGNS = frozenset("❤ ❤️ 🥰 😍 🥹 🍻 😘 💛 💕 💖 💚 💙 💜 😊 🤗 😂 🤣 😄 😁 ☺ ☺️ 💐 🫶 ♥ ♥️ haha hahaha lol lmao xx xxx x".split())
_COLD_SIGNS = frozenset("🙄 😒 😤 😠 😡 🤬 👎 💔 🤡 😑 🖕".split())
_NEGATORS = frozenset("n't not never no nobody none nothing without hardly barely rarely seldom neither nor cannot dont didnt".split())
_CONTRAST = frozenset("but yet except however though although whereas unless while until when then".split())
_SELF_WORDS = frozenset("i we".split())
_PLANNING = frozenset("i i'll we let shall maybe could can just no the".split())
_SPLITTING = frozenset({"but", "yet", "except", "however", "though", "although", ";"})


def tones(parsed: Parsed) -> tuple[Tone, ...]:
    """The tone of each stretch of the text, worked out once."""
    doc = parsed.doc
    if "tones" not in doc.user_data:
        doc.user_data["tones"] = tuple(_tones(doc))
    found: tuple[Tone, ...] = doc.user_data["tones"]
    return found


def tone_at(parsed: Parsed, index: int) -> Tone:
    """The tone of the stretch that holds the token."""
    return next(tone for tone in tones(parsed) if tone.first <= index < tone.last)


def _tones(doc: Doc) -> Iterator[Tone]:
    for sentence in doc.sents:
        first = sentence.start
        for token in sentence:
            so_i = token.lower_ == "so" and token.i + 1 < sentence.end and doc[token.i + 1].lower_ in _PLANNING
            if (token.lower_ in _SPLITTING or so_i) and token.i > first:
                yield _tone(doc, first, token.i)
                first = token.i
        yield _tone(doc, first, sentence.end)


def _tone(doc: Doc, first: int, last: int) -> Tone:
    kind = unkind = 0
    for i in range(first, last):
        token = doc[i]
        lower = token.lower_
        if lower in _WARM_SIGNS:
            kind += 1
            continue
        if lower in _COLD_SIGNS:
            unkind += 1
            continue
        lemma = token.lemma_.lower()
        good, bad = lemma in _KIND or lower in _KIND, lemma in _UNKIND or lower in _UNKIND
        if lemma == "turn" and [doc[k].lower_ for k in range(i + 1, min(i + 3, last))] == ["up", "with"]:
            continue
        if lower == "kind" and i + 1 < last and doc[i + 1].lower_ == "of":
            continue
        if lower in _THEIR_PLEASURE and _felt_by_you(doc, first, i):  # "you're glad I lost"
            continue
        if lower in {"pick", "picks", "picked", "picking"} and i + 1 < last and doc[i + 1].lower_ in {"up", "me", "us"}:
            continue
        if (lower == "thanks" and doc[min(i + 1, last - 1)].lower_ == "to") or (lemma == "call" and "names" in {doc[k].lower_ for k in range(i, min(last, i + 4))}):
            continue
        if not (good or bad) or (lower == "well" and doc[i - 1].lower_ == "as" and i):
            continue
        if lower in _NEGATORS or (lower in _VERBS_ONLY and token.pos_ != "VERB") or (lemma == "mean" and token.pos_ != "ADJ"):
            continue
        negated = _negated(doc, first, i)
        if bad:
            if negated:
                kind += lower not in _SWEARING
            else:
                unkind += 1
        elif negated:
            unkind += lemma not in _NEUTRAL_UNLESS_NEGATED or token.pos_ in {"VERB", "ADJ", "AUX"}
        elif lemma == "love":
            kind += _own_love(doc, first, i)
        elif lemma not in _NEUTRAL_UNLESS_NEGATED and lower not in _NEUTRAL_UNLESS_NEGATED:
            kind += 1
    for i in range(first, last):
        kind += _kind_phrase(doc, i, last)
        if tuple(doc[k].lower_ for k in range(i, min(i + 3, last))) in _LET_DOWN or tuple(doc[k].lower_ for k in range(i, min(i + 2, last))) in _LET_DOWN:
            kind, unkind = (kind + 1, unkind) if _negated(doc, first, i) else (kind, unkind + 1)
        if doc[i].lower_ == "small" and i and doc[i - 1].lower_ == "feel":
            kind, unkind = (kind + 1, unkind) if _negated(doc, first, i - 2) else (kind, unkind + 1)
    return Tone(first, last, kind, unkind)


_LET_DOWN = frozenset(
    tuple(phrase.split())
    for phrase in """let me down|lets me down|let us down|let anyone down|let you down|let them down|let her down|put me down|puts me down|putting me down
    talk over|talks over|talking over|give up|gave up|gives up|given up|walk away|walks away|walked away|walk out|walks out|walked out|laugh at|laughs at
    laughed at|hang up|hangs up|hung up|make fun|makes fun|made fun|look down on|looks down on|turn your back|turn his back|take over|takes over|taking over
    side with|sides with|get angry|got angry|gets angry|at me|on at me|roll your eyes|rolls his eyes|rolls her eyes|pick on|picks on""".replace("\n", "|").split("|")
    if phrase.strip()
)


def _felt_by_you(doc: Doc, first: int, i: int) -> bool:
    """The pleasure is said to be theirs: "you're so happy", not "you make me so happy"."""
    for back in range(i - 1, max(first, i - 5) - 1, -1):
        if doc[back].ent_type_ == "SELF" or doc[back].lower_ in {"make", "makes", "made", "for", "with", "of", "about", "see", "have", "had"}:
            return False
        if doc[back].ent_type_ == "YOU":
            return True
    return False


def _negated(doc: Doc, first: int, i: int) -> bool:
    """A negator stands up to four words before, and no new subject or clause between."""
    for back in range(i - 1, max(first, i - 5) - 1, -1):
        if doc[back].lower_ == "only" and doc[back + 1].lower_ == "ever":
            return True
        if doc[back].lower_ in _NEGATORS:
            return not (doc[back].lower_ == "no" and back + 1 < len(doc) and doc[back + 1].lower_ in {"wonder", "doubt", ","})
        if doc[back].dep_ in {"nsubj", "nsubjpass"} and doc[back].ent_type_:
            return back > first and doc[back - 1].lower_ in {"never", "n't", "not"} and doc[back - 2].dep_ == "aux"
        if doc[back].lower_ in {",", "and", "so", "because"}:
            return False
    return False


def _own_love(doc: Doc, first: int, i: int) -> int:
    """The writer loves: "I love it", "and I really love you for it"; not "you love seeing me squirm", not "I'd love it if"."""
    before = [doc[back].lower_ for back in range(max(first, i - 3), i)]
    return int(any(word in _SELF_WORDS for word in before) and not {"'d", "would", "to", "everybody", "everyone"} & set(before))


_KIND_PHRASES: tuple[tuple[str, ...], ...] = tuple(
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
    such a good|so proud|could listen|listen for hours|means the|pleased for you|good for you|good on you|hold my hand|held my hand""".replace("\n", "|").split("|")
    if phrase.strip()
)
_PHRASES_BY_HEAD: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _KIND_PHRASES:
    _PHRASES_BY_HEAD.setdefault(_phrase[0], []).append(_phrase)


def _kind_phrase(doc: Doc, i: int, last: int) -> int:
    phrases = _PHRASES_BY_HEAD.get(doc[i].lower_)
    if not phrases:
        return 0
    for phrase in phrases:
        if i + len(phrase) <= last and all(doc[i + k].lower_ == word for k, word in enumerate(phrase)):
            if phrase == ("about", "you"):  # "one of my favourite things about you", "what I love about you"
                return int(any(doc[back].lower_ in {"love", "favourite", "favorite", "like", "adore", "admire"} for back in range(max(0, i - 4), i)))
            return int(phrase[0] == "any" or not _negated(doc, max(0, i - 4), i))
    return 0


def praise(parsed: Parsed) -> frozenset[int]:
    """Stretches that praise, thank or reassure: kind words and no unkind ones, "never" with something bad, "no one thinks you're lazy"."""
    found: set[int] = set()
    all_tones = tones(parsed)
    for tone in all_tones:
        if tone.kind > tone.unkind and (tone.unkind == 0 or tone.kind > tone.unkind + 1):
            found.update(range(tone.first, tone.last))
    for before, after in itertools.pairwise(all_tones):  # "You've made every rehearsal. I love that."
        if after.kind and not after.unkind and not before.unkind and before.last == after.first and not _contrasting(parsed.doc, after):
            found.update(range(before.first, before.last))
    found.update(_reassurance(parsed))
    return frozenset(found)


def _contrasting(doc: Doc, tone: Tone) -> bool:
    return doc[tone.first].lower_ in _CONTRAST


def _reassurance(parsed: Parsed) -> Iterator[int]:
    """What somebody is said not to be: "you weren't careless", "no one thinks you're lazy", "I'm not saying you did it on purpose"."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in {"n't", "not", "no", "nobody", "never"}:
            continue
        after = [doc[i].lower_ for i in range(token.i + 1, min(len(doc), token.i + 4))]
        before = {doc[i].lower_ for i in range(max(token.sent.start, token.i - 3), token.i)}
        verb = next((word for word in after[:2] if word in {"think", "thinks", "thought", "saying", "say", "said", "mean", "blame", "blames", "blaming"}), None)
        if verb and (before & {"i", "we"} or token.lower_ in {"no", "nobody"}):
            yield from range(token.i, token.sent.end)
        elif token.lower_ in {"n't", "not"} and doc[token.i - 1].lemma_ == "be" and (before & {"you", "your", "it", "he", "she", "they"}):
            yield from range(max(token.sent.start, token.i - 2), min(token.i + 5, token.sent.end))


_ROUTINE = frozenset("usually normally generally typically mostly tends tend".split())
_TAGS = ((",", "right", "?"), (",", "do", "you", "?"), (",", "do", "n't", "you", "?"), (",", "are", "n't", "you", "?"), (",", "yeah", "?"))
_AND_SO = frozenset("so then".split())
_DEALS = frozenset("arrangement deal routine tradition ritual system custom habit".split())


def habit(parsed: Parsed) -> frozenset[int]:
    """Sentences that tell or ask how somebody does things, for a plan: "You never take sugar, do you?", "…so I've left the pot on"."""
    found: set[int] = set()
    doc = parsed.doc
    for sentence in doc.sents:
        if {"ever", "n't", "so"} & {token.lower_ for token in sentence[:3]} or any(
            tone.unkind for tone in tones(parsed) if tone.first < sentence.end and tone.last > sentence.start and doc[tone.first].lower_ != "so"
        ):
            continue
        words = [token.lower_ for token in sentence]
        planned = any(
            word in _AND_SO and following in _PLANNING and i > 2 for i, (word, following) in enumerate(itertools.pairwise(words))
        )
        tagged = any(tuple(words[i : i + len(tag)]) == tag for tag in _TAGS for i in range(len(words)))
        asked = "?" in words and bool(words) and (words[0] in {"do", "does", "are", "is", "which", "what", "where"} or "still" in words)
        following = doc[sentence.end].sent if sentence.end < len(doc) else sentence
        if following[0].lower_ in {"and", "that"}:
            words = words + [token.lower_ for token in following]
        if planned or tagged or asked or _ROUTINE.intersection(words) or _DEALS.intersection(words):
            found.update(range(sentence.start, sentence.end))
    return frozenset(found)


_PROVERBS: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split("_"))
    for phrase in """you_never_know you_ca_n't_please you_ca_n't_win you_ca_n't_have you_ca_n't_buy you_ca_n't_beat you_ca_n't_teach
    you_ca_n't_choose you_ca_n't_pick you_ca_n't_judge you_ca_n't_go_wrong you_ca_n't_make_an you_never_forget_your you_never_stop you_live_and
    you_get_what you_reap you_learn_to you_only_live you_are_never_too you_'re_never_too you_never_get_a_second you_know_what_they_say
    you_always_hurt_the you_always_remember_your you_never_really_know you_always_think_you""".split()
)
_HANDS = frozenset(
    """press push pull turn twist salt rinse jiggle stir pour pop slide click tap type scroll hold lift unscrew screw tighten loosen plug
    unplug soak boil simmer knead fold peel chop whisk bake grease dial swipe enter select add heat carry feed water dig plant rub
    sand paint oil measure weigh cut drill squeeze shake drain check bring arrive sign fill book validate stamp queue register tip
    brake steer indicate reverse park flip prime charge reset restart back-up save clip strap buckle""".split()
)
_PEOPLE_LIKE_ME = frozenset(
    """immigrant mother mum mom parent dad father nurse teacher doctor carer woman man girl boy child kid twin student teenager migrant widow
    widower expat foreigner freelancer farmer manager eldest youngest oldest only-child beginner driver single pregnant poor twins kids children toddlers newborn old young ill
    sick grieving broke fifty forty sixty thirty seventy eighty seven eleven twelve nine six eight ten sixteen""".split()
)
_SAYING = (("used", "to", "say"), ("as", "they", "say"), ("they", "say"), ("always", "said"), ("goes", "the", "saying"), ("as", "the", "saying"), ("used", "to", "teach"), ("used", "to", "tell"))


def generic_you(parsed: Parsed) -> frozenset[int]:
    """Sentences whose *you* is anybody: sayings, how-to, how things are for people like us."""
    found: set[int] = set()
    doc = parsed.doc
    for sentence in doc.sents:
        words = [token.lower_ for token in sentence]
        if "you" not in words and "your" not in words:
            continue
        said = any(tuple(words[i : i + len(end)]) == end for end in (*_PROVERBS, *_SAYING) for i in range(len(words)))
        if not said and sentence.end < len(doc):  # "…you always draw it for someone who is tired. That's what my professor used to teach us."
            after = [token.lower_ for token in doc[sentence.end].sent]
            said = after[:1] in (["that"], ["so"]) and any(tuple(after[i : i + len(end)]) == end for end in _SAYING for i in range(len(after)))
        if said or _how_to(sentence) or _for_anybody(sentence, words):
            found.update(range(sentence.start, sentence.end))
    return frozenset(found)


def _how_to(sentence: object) -> bool:
    """"You have to jiggle the key left": hands do it to a thing, and neither me nor a reproach is there."""
    words = [token.lower_ for token in sentence]  # type: ignore[attr-defined]
    if words[:3] == ["all", "you", "do"] or words[:5] == ["all", "you", "have", "to", "do"]:
        return any(token.lemma_.lower() in _HANDS for token in sentence[3:8])  # type: ignore[index]
    if {"me", "my", "us", "our", "i"} & set(words) or "?" in words:
        return False
    for token in sentence:  # type: ignore[attr-defined]
        if token.lower_ == "you" and token.dep_ == "nsubj" or token.dep_ == "ROOT" and token.i == sentence.start:  # type: ignore[attr-defined]
            head = token if token.dep_ == "ROOT" else token.head
            verbs = [head, *(child for child in head.children if child.dep_ in {"xcomp", "conj", "ccomp"})]
            if any(verb.lemma_.lower() in _HANDS and verb.pos_ == "VERB" and verb.tag_ in {"VB", "VBP"} for verb in verbs):
                return not any(child.lower_ in {"hair", "temper", "mouth", "weight"} for verb in verbs for child in verb.children)
    return False


def _for_anybody(sentence: object, words: list[str]) -> bool:
    """"In nursing you learn…", "In that valley you never see the sun", "When you're the eldest girl in an Igbo house…"."""
    if {"me", "my", "we", "us", "i", "your"} & set(words):
        return False
    start = words[:1]
    if start == ["in"] or (start == ["at"] and "age" not in words) or start == ["on"]:
        until = words[: words.index("you")] if "you" in words else []
        return 2 <= len(until) <= 8 and not {"weeks", "months", "years", "days", "fact", "front", "purpose", "top"} & set(until)
    if words[:2] == ["when", "you"] or words[:2] == ["if", "you"] or words[:2] == ["once", "you"] or words[:2] == ["as", "a"]:
        return bool(_PEOPLE_LIKE_ME.intersection(words[:8])) and words.count("you") >= 1
    return False


_SORRY = frozenset("sorry apologise apologize apologies forgive apology apologising apologizing".split())
_OWNED = frozenset("called blamed accused told said snapped shouted yelled lied forgot thought treated judged ignored".split())


def apology(parsed: Parsed) -> frozenset[int]:
    """Sentences in which the writer apologises or owns something, up to a "but", and the next one when it goes on about the same."""
    found: set[int] = set()
    doc = parsed.doc
    for sentence in doc.sents:
        words = [token.lower_ for token in sentence]
        end = next((i for i, word in enumerate(words) if word == "but" and i), len(words))
        head = words[:end]
        if end < len(words) and end <= 4:  # "I'm sorry, but …"
            continue
        for i, word in enumerate(head):
            mine = {"i", "my", "me", "we"} & set(head)
            saying = word in _SORRY and (i < 4 or head[i - 1] in {"'m", "am", "so", "very", "really", "truly", "an", "i", "my"}) and (mine or i == 0)
            told = {"you", "he", "she", "they"} & set(head[:i]) or (i and head[i - 1] in {"say", "said", "be"} or i and head[i - 1] == "to" and "i" not in head[max(0, i - 4) : i])
            non_apology = head[i + 1 : i + 3] in (["you", "feel"], ["you", "'re"], ["you", "think"], ["if", "you"], ["that", "you"])
            owning = word == "i" and (
                (i + 1 < len(head) and head[i + 1] in _OWNED and {"you", "your"} & set(head[i:]))
                or head[i + 1 : i + 3] in (["should", "n't"], ["let", "you"], ["was", "wrong"], ["was", "defensive"])
                or head[i + 1 : i + 4] in (["should", "have", "seen"], ["should", "not", "have"])
            )
            if (saying and not told and not non_apology) or (owning and _sorry_near(doc, sentence)):
                found.update(range(sentence.start, sentence.start + end))
                if word in _SORRY and sentence.end < len(doc):
                    following = doc[sentence.end].sent
                    if not {"always", "never", "but"} & {token.lower_ for token in following} and len(following) < 25:
                        found.update(range(following.start, following.end))
                break
    return frozenset(found)


def _sorry_near(doc: Doc, sentence: object) -> bool:
    """Somewhere in the text the writer says sorry, or says that it was not fair or not true."""
    words = {token.lower_ for token in doc}
    return bool(words & (_SORRY | {"unkind", "untrue", "unfair", "regret", "own"})) or sentence is None


_FICTION = frozenset(
    """character novel story script chapter screenplay plot protagonist villain rogue film movie play poem song lyric lyrics episode
    fiction sitcom soap panto scene d&d""".split()
)
_FICTION_CUES = (("in", "the", "film"), ("in", "the", "script"), ("my", "character"), ("short", "story"), ("chapter",), ("my", "d&d"), ("the", "protagonist"),
    ("in", "my", "novel"), ("in", "the", "play"), ("in", "the", "book"), ("in", "the", "song"), ("the", "villain"), ("in", "the", "movie"), ("the", "lyrics"),
    ("in", "my", "story"), ("the", "queen"), ("the", "captain"), ("this", "novel"), ("the", "novel"), ("in", "this", "scene"), ("for", "my", "script"))  # fmt: skip


def quotation(parsed: Parsed) -> frozenset[int]:
    """Somebody else's words, and what is told as fiction."""
    doc = parsed.doc
    words = [token.lower_ for token in doc]
    if _FICTION.intersection(words) or "captain" in words or "queen" in words:
        for cue in _FICTION_CUES:
            if any(tuple(words[i : i + len(cue)]) == cue for i in range(min(len(words), 40))):
                return frozenset(range(len(doc)))
    return parsed.reported


_ASKING = (
    ("could", "you"), ("would", "you"), ("can", "you"), ("will", "you"), ("would", "it", "be"), ("could", "we"), ("can", "we"), ("shall", "we"),
    ("would", "n't", "mind"), ("if", "you", "do", "n't", "mind"), ("do", "you", "mind"), ("may", "i"), ("can", "i"), ("could", "i"), ("is", "it", "ok"),
    ("is", "there", "any", "chance"), ("any", "chance"), ("i", "'d", "love"), ("i", "'d", "like"), ("i", "would", "like"), ("i", "'d", "appreciate"),
    ("i", "would", "appreciate"), ("i", "wonder"), ("are", "you", "up", "for"), ("how", "about"), ("let", "'s"), ("feel", "free"), ("when", "you", "get"),
    ("please",), ("would", "you", "mind"), ("be", "up", "for"),
)  # fmt: skip
_NOT_ASKING = frozenset("kill hurt once ever just hell fuck bloody fucking damn god already kindly".split())


def request(parsed: Parsed) -> frozenset[int]:
    """Sentences that ask and can be refused: "Could you ring me?", "please", "I'd like …"; not "can you just for once"."""
    found: set[int] = set()
    for sentence in parsed.doc.sents:
        words = [token.lower_ for token in sentence]
        if _NOT_ASKING.intersection(words) and "please" not in words:
            continue
        if words[:2] == ["oh", "please"] and len(words) > 2 and words[2] in {",", ".", "!"}:
            continue
        if any(
            tuple(words[i : i + len(cue)]) == cue and not (i and words[i - 1] == "," and set(words[i + len(cue) :]) <= {".", "?", "!"} and len(cue) == 2)
            for cue in _ASKING
            for i in range(len(words))
        ):
            found.update(range(sentence.start, sentence.end))
    return frozenset(found)


def own(parsed: Parsed) -> frozenset[int]:
    """Clauses about the writer: "I'm so lazy", "what is wrong with me", "my own fault"."""
    found: set[int] = set()
    for token in parsed.doc:
        if token.lower_ in {"i", "we"} and token.dep_ in {"nsubj", "nsubjpass"}:
            found.update(_clause(token.head))
        elif token.lower_ in {"me", "myself"} and token.head.lower_ in {"with", "on", "about"} and token.head.head.lower_ in {"wrong", "is", "that", "it"}:
            found.update(range(token.sent.start, token.i + 1))
        elif token.lower_ == "own" and token.i and parsed.doc[token.i - 1].lower_ == "my":
            found.update(range(token.sent.start, token.sent.end))
    return frozenset(found)


def _clause(verb: Token) -> Iterator[int]:
    """The tokens of a verb's clause without the clauses that have a subject of their own."""
    stack = [verb]
    while stack:
        token = stack.pop()
        yield token.i
        for child in token.children:
            if child.dep_ in {"conj", "ccomp", "advcl", "relcl", "parataxis"} and any(inner.dep_ in {"nsubj", "nsubjpass"} for inner in child.children):
                continue
            stack.append(child)


_SUPPOSING = frozenset("imagine suppose supposing pretend what-if".split())


def hypothetical(parsed: Parsed) -> frozenset[int]:
    """Clauses that are only supposed: after "if", "in case", "unless", or in a sentence that says imagine."""
    found: set[int] = set()
    for token in parsed.doc:
        lower = token.lower_
        if lower in {"if", "unless"} and token.dep_ == "mark":
            if not (token.i and parsed.doc[token.i - 1].lower_ in {"as", "like"}):
                found.update(inner.i for inner in token.head.subtree)
        elif lower in _SUPPOSING and token.i <= token.sent.start + 2:
            found.update(range(token.sent.start, token.sent.end))
        elif lower == "case" and token.i and parsed.doc[token.i - 1].lower_ == "in":
            found.update(range(token.i, token.sent.end))
    return frozenset(found)


MASKS: dict[str, Callable[[Parsed], frozenset[int]]] = {
    "praise": praise,
    "habit": habit,
    "generic_you": generic_you,
    "apology": apology,
    "quotation": quotation,
    "request": request,
    "self": own,
    "hypothetical": hypothetical,
}
