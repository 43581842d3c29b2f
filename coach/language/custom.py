"""The rare patterns that no token pattern can say: functions from a parsed text to token ranges, named by pattern files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.language.masks import tone_at
from coach.language.rules import Custom

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from coach.language.parse import Parsed

CUSTOMS: dict[str, Custom] = {}


# --- absolutes, and what is put down to a person: decided by the tone around the words ---

_HURTFUL_WHEN_MISSING = frozenset(
    """help listen care ask thank apologise apologize clean cook call ring phone text reply visit say talk speak tell hug kiss touch notice
    wash tidy pay share answer remember finish turn show let get lift do bother contribute offer want come go take give look think admit
    consider appreciate love respect support trust try see play pick put bring spend praise defend stand wait check plan step
    stop include believe back leave send pack feed respond invite read write hold smile lock empty organise organize book drive replace refill change wipe rinse shower""".split()
)
_HURTFUL_WHEN_ALWAYS = frozenset(
    """criticise criticize complain nag moan shout yell scream snap sulk lie cheat ignore interrupt ruin spoil blame judge mock dump leave
    late forget side lose cancel bail flake dismiss belittle undermine correct contradict exclude bully boss lecture pick put talk start make
    expect demand accuse threaten manipulate guilt punish control snoop interfere meddle hide sneak disappear storm slam argue fight compare
    change borrow use hog steal twist exaggerate avoid dodge come turn throw take on at have want get drop push""".split()
)
_UNKIND_VERBS = frozenset("lie cheat shout miss fail lose forget complain hurt break leave smoke drink".split())
_STATES = frozenset("time home here there around ready satisfied happy happy sorry grateful available interested".split())
_ME = frozenset("me my i us our mine".split())


def absolute_others(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"My husband never helps", "she's always criticising me": a described person, and a deed that hurts, not plain news."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in {"always", "never"} or token.i == token.sent.start:
            continue
        person = _person_before(doc, token.i)
        joined = _joined_verb(token, "OTHER") if person is None else None
        if joined is not None and token.lower_ == "never" and joined.lemma_.lower() in _MISSING | {"say", "share", "pay", "tell", "ring", "call", "text", "reply"}:
            if tone_at(parsed, token.i).kind == 0:
                yield token.i, joined.i + 1
        if person is None:
            continue
        after = [doc[i] for i in range(token.i + 1, min(token.sent.end, token.i + 4)) if not doc[i].is_punct]
        verb = next((word for word in after if word.pos_ in {"VERB", "AUX", "ADJ"} or word.tag_.startswith("VB")), after[0] if after else None)
        beyond = _beyond_aside(doc, token.i, token.sent.end)
        if beyond:
            verb = doc[beyond]
        if verb is None:
            continue
        if token.lower_ == "never" and _STATES.intersection(word.lower_ for word in after[:2]) and doc[token.i - 1].lemma_ == "be":
            yield _whole(doc, person), token.i + 1
            continue
        tone = tone_at(parsed, token.i)
        lemma = verb.lemma_.lower()
        stretch = token.i + 1
        stretch = max(stretch, verb.i)
        while stretch < min(token.sent.end, token.i + 14) and not doc[stretch].is_punct and doc[stretch].lower_ not in {"and", "but"}:
            stretch += 1
        touches_me = any(word.lower_ in _ME for word in doc[token.i : stretch])
        if token.lower_ == "never":
            past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and doc[token.i - 1].lower_ == "had")
            aside = bool(beyond) and lemma not in _UNKIND_VERBS
            hurtful = (lemma in _HURTFUL_WHEN_MISSING or aside) and (touches_me or tone.unkind > tone.kind or not past)
            hurtful = hurtful and (tone.kind <= tone.unkind or aside)
        else:
            hurtful = (lemma in _HURTFUL_WHEN_ALWAYS and (touches_me or tone.unkind > 0)) or tone.unkind > tone.kind
            hurtful = hurtful and tone.kind <= tone.unkind
        if hurtful:
            yield _whole(doc, person), token.i + 1


def _beyond_aside(doc: Doc, index: int, end: int) -> int:
    """Where it goes on after ", in all our years,"; zero when no aside follows."""
    if index + 1 >= end or doc[index + 1].text != ",":
        return 0
    comma = next((i for i in range(index + 3, min(end - 1, index + 10)) if doc[i].text == ","), None)
    return comma + 1 if comma is not None and doc[comma + 1].tag_.startswith("VB") else 0


def _whole(doc: Doc, person: int) -> int:
    """Where the noun phrase of a described person begins."""
    token = doc[person]
    return int(token.left_edge.i) if token.ent_type_ == "OTHER" and token.pos_ != "PRON" else person


def _person_before(doc: Doc, index: int) -> int | None:
    """The described person right before "always" or "never", with at most a helper verb and an adverb between."""
    for back in range(index - 1, max(-1, index - 4), -1):
        token = doc[back]
        if token.ent_type_ == "OTHER":
            return back if token.dep_ in {"nsubj", "nsubjpass", "ROOT", "nmod", "dep"} else None
        if token.pos_ not in {"AUX", "ADV"} and token.lower_ not in {"'s", "has", "will", "'ll"}:
            return None
    return None


def every_time(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"Every single time I open my mouth you …", "you do this every time", "every weekend you …": with an unkind tone."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in {"every", "each"} or token.i + 1 >= token.sent.end:
            continue
        here = token.i + 1
        single = doc[here].lower_ in {"single", "bloody", "damn", "fucking", "goddamn", "freaking", "fricking", "blasted", "flipping"}
        here += single or doc[here].lower_ == "blessed"
        if here >= token.sent.end or doc[here].lower_ not in _TIMES and not (
            single and here + 1 < token.sent.end and doc[here + 1].ent_type_ == "YOU"
        ):
            continue
        tone = tone_at(parsed, token.i)
        unkind = _sore(parsed, token.sent.start, token.sent.end) or (tone.unkind > tone.kind and (single or doc[here].lower_ not in _DATES))
        if not (unkind or (single and tone.kind == 0)):
            continue
        end = min(token.sent.end, here + 12)
        person = next((i for i in range(here + 1, end) if doc[i].ent_type_ in {"YOU", "OTHER"} and doc[i].dep_ in {"nsubj", "nsubjpass"}), None)
        before = next((i for i in range(max(token.sent.start, token.i - 9), token.i) if doc[i].ent_type_ in {"YOU", "OTHER"} and doc[i].dep_ == "nsubj"), None)
        if before is not None and (person is None or doc[person].lower_ == "you" or doc[before].ent_type_ == "YOU"):
            if doc[before].ent_type_ == "YOU" or tone.unkind:
                yield _whole(doc, before), here + 1
        elif person is not None and (doc[person].ent_type_ == "YOU" or tone.unkind):
            yield token.i, person + 1


_TIMES = frozenset("time day night morning evening weekend week month meal conversation argument sunday saturday friday monday holiday birthday christmas".split())
# "You leave towels on the floor every day" is an observation; "every single day" is not.
_DATES = frozenset("day night morning evening weekend week month sunday saturday friday monday".split())
_SORE: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in """talk over|talking over|walk out|walk off|walks off|walks out|walking out|hang up|side with|on at me|at me|come last|roll your|roll their|make it about|about you
    take over|taking over|shut me|shut down|shuts down|put me|puts me|putting me|turn it|turn everything|turns it|look at me like|have a go|get defensive|gets defensive|blow up|kick off
    kicks off|freak out|flip out|lose it|give me grief|let me down|lets me down|show me up|shows me up|bring up|brings up|rub it|take it out|get away with
    get your way|last word|too busy|no time|on that|on your phone|on the phone|do this|do that|does this|does it|do it|did this|done this|same thing|same old|start on|make a scene
    make an excuse|make excuses|an excuse|my fault|walk away|walks away|your phone|that phone|change the subject|cuts me|cut me|use me|using me|take me for
    have to ask|have to beg|have to remind|end up|ends up|get out of|gets out of|say that|says that|say you|says he|says she|in front of|behind my back
    have to do|have to clean|leaving me|leaves me|leave me|go on|goes on|going on at|have to hear|have to fight|your mates|the pub|your friends|pick a fight|picks a fight
    start a fight|starts a fight|find a way|finds a way|find something|finds something|go quiet|goes quiet|shuts me|checking up|go through my""".replace("\n", "|").split("|")
    if phrase.strip()
)
_SORE_BY_HEAD: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _SORE:
    _SORE_BY_HEAD.setdefault(_phrase[0], []).append(_phrase)


def _sore(parsed: Parsed, first: int, last: int) -> bool:
    """Some phrase of a quarrel stands in these tokens."""
    doc = parsed.doc
    for i in range(first, last):
        for phrase in _SORE_BY_HEAD.get(doc[i].lower_, ()):
            if i + len(phrase) <= last and all(doc[i + k].lower_ == word for k, word in enumerate(phrase)):
                return True
    return False


_ALL_THE_TIME: tuple[tuple[str, ...], ...] = (
    ("all", "the", "time"), ("all", "the", "bloody", "time"), ("24/7",), ("non", "-", "stop"), ("non-stop",), ("nonstop",), ("day", "and", "night"), ("day", "in"),
    ("night", "and", "day"), ("morning", ",", "noon"), ("all", "day", "long"), ("all", "day", "every", "day"), ("half", "the", "time"), ("at", "all", "hours"),
    ("all", "the", "damn", "time"), ("all", "the", "fucking", "time"), ("time", "and", "again"), ("time", "after", "time"), ("day", "after", "day"),
    ("night", "after", "night"), ("week", "after", "week"), ("year", "after", "year"), ("again", "and", "again"), ("over", "and", "over"), ("every", "waking"),
)  # fmt: skip


_ENDLESS = frozenset(phrase[0] for phrase in _ALL_THE_TIME)


def all_the_time(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"You're on that phone all the time": a person, an unkind tone, and no end to it."""
    doc = parsed.doc
    for token in doc:
        lower = token.lower_
        if lower not in _ENDLESS:
            continue
        for phrase in _ALL_THE_TIME:
            if phrase[0] == lower and all(token.i + k < len(doc) and doc[token.i + k].lower_ == word for k, word in enumerate(phrase)):
                start = max(token.sent.start, token.i - 12)
                person = next((i for i in range(token.i - 1, start - 1, -1) if doc[i].ent_type_ in {"YOU", "OTHER"} and doc[i].dep_ in {"nsubj", "nsubjpass"}), None)
                if person is None and lower in {"day", "night", "morning", "24/7", "time", "week", "year", "again", "over"}:
                    person = next((i for i in range(token.i, min(token.sent.end, token.i + 10)) if doc[i].ent_type_ == "YOU" and doc[i].dep_ == "nsubj"), None)
                    if person is not None and tone_at(parsed, person).kind == 0:
                        yield token.i, person + 1
                    continue
                if person is None or any(doc[i].dep_ == "nsubj" and doc[i].ent_type_ == "SELF" for i in range(person + 1, token.i)):
                    continue
                tone = tone_at(parsed, token.i)
                if doc[person].ent_type_ == "OTHER" and not tone.unkind:
                    continue
                if tone.unkind > tone.kind or _sore(parsed, person, token.sent.end):
                    if doc[person + 1].lower_ not in {"can", "could", "may", "might"}:
                        yield _whole(doc, person), token.i + len(phrase)
                break


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
    """"Because of you I dropped out", "thanks to you we all have to stay", "you're the reason she left": with harm named, not a gain."""
    doc = parsed.doc
    for token in doc:
        if token.ent_type_ not in {"YOU", "OTHER", "YOURS"} or token.i < 2:
            continue
        start = max(int(token.left_edge.i), 2) if token.ent_type_ == "OTHER" else token.i
        before = (doc[start - 2].lower_, doc[start - 1].lower_)
        if before not in {("because", "of"), ("thanks", "to"), ("cause", "of"), ("coz", "of"), ("down", "to"), ("account", "of"), ("courtesy", "of"), ("owing", "to")}:
            continue
        if start - 3 >= token.sent.start and doc[start - 3].lower_ in {"not", "n't", "never"}:
            continue
        words = [word.lower_ for word in token.sent]
        harmed = _HARMED.intersection(words) or {"had", "to"} <= set(words) and token.ent_type_ != "OTHER"
        gained = _GAINED.intersection(words) - ({"thanks"} if before[0] == "thanks" else set())
        whole = before[0] == "thanks" and {"whole", "everyone", "everybody", "all", "now"} & set(words)
        rest = {word.lower_ for word in doc[token.sent.start :]} & {"grateful", "thank", "star", "love", "forget", "legend", "proud"}
        if (harmed and not (gained and not {"lost", "missed", "ruined"} & set(words))) or (whole and not gained and not rest and "off" not in words):
            if not rest - {"love"}:
                yield start - 2, token.i + 1


_RUINED_LIVES = frozenset(
    """single alone broke jobless homeless childless divorced failed lost sacked fired stuck debt ruined missed late bankrupt skint evicted
    grounded suspended expelled hungry freezing soaked ill sick miserable depressed flooded crying nothing wasted dropped cancelled canceled
    embarrassed humiliated behind cold sleepless exhausted fined wet paying banned lonely limping hurt injured""".split()
)
_DID_WELL = frozenset("ask offer help save cook drive stay come fix teach tell make give lend read hold sing bring warn love say".split())


def because_you_did(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"We are in debt because you wouldn't wait": a harm to me or us, laid on what the other did or left undone."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in {"because", "cos", "cause"} or token.i + 2 >= token.sent.end or token.i - token.sent.start < 2:
            continue
        subject = doc[token.i + 1]
        if subject.ent_type_ not in {"YOU", "YOURS"}:
            continue
        before = doc[token.sent.start : token.i]
        harmed = any(word.lower_ in _RUINED_LIVES for word in before)
        if not harmed or not any(word.ent_type_ == "SELF" for word in before) or any(word.lower_ in {"not", "n't", "if", "?"} for word in before):
            continue
        verb = subject.head if subject.ent_type_ == "YOU" else subject.head.head
        undone = any(child.dep_ == "neg" for child in verb.children)
        tone = tone_at(parsed, token.i)
        if tone.kind > tone.unkind or "sorry" in {word.lower_ for word in token.sent}:
            continue
        told = verb.lemma_ == "say" and doc[min(verb.i + 1, len(doc) - 1)].lower_ in {"wait", "no", "it", "we", "not", "you"}
        if undone or told or verb.lemma_ not in _DID_WELL:
            yield token.i, min(token.sent.end, verb.i + 1 if verb.i > token.i else token.i + 2)


def somebodys_doing(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"It's my brother's doing that Mum is ill": with harm named, not a gain."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in {"doing", "handiwork", "fault"} or token.i < 3 or doc[token.i - 1].lower_ not in {"'s", "'"}:
            continue
        if doc[token.i - 2].ent_type_ != "OTHER" and doc[token.i - 2].pos_ != "PROPN":
            continue
        tone = tone_at(parsed, token.i)
        words = {word.lower_ for word in token.sent}
        if {"not", "n't", "?"} & words or tone.kind > tone.unkind:
            continue
        if _HARMED & words or tone.unkind or _RUINED_LIVES & words or {"rotting", "starving", "sold", "dying", "dead", "gone"} & words:
            yield int(doc[token.i - 2].left_edge.i), token.i + 1


def reason_for_harm(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"You're the reason Grandma doesn't come": and not "you're the reason I smile"."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in {"reason", "cause"} or token.i < 3 or doc[token.i - 1].lower_ not in {"the", "only", "whole", "sole", "main", "real"}:
            continue
        person = next((i for i in range(token.i - 2, max(token.sent.start - 1, token.i - 6), -1) if doc[i].ent_type_ in {"YOU", "OTHER"}), None)
        if person is None or any(doc[i].lower_ in {"n't", "not", "if"} for i in range(max(token.sent.start, person - 1), token.i)):
            continue
        after = {word.lower_ for word in doc[token.i : token.sent.end]}
        if (_HARMED & after or tone_at(parsed, token.i).unkind) and not (_GAINED & after):
            yield _whole(doc, person), token.i + 1


_PLEASANT = frozenset(
    """given gave beach found married alive love like appreciate help happy glad grateful wonderful great lovely prefer mind thank thanks managed finished passed survived coped known
    met learnt learned made got dared laughed better""".split()
)


_RESULTS = frozenset("we she he they this none it that".split())


def if_you_had(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"If you'd listened to me we wouldn't be here", "if it wasn't for you we'd be home": the past run again, with somebody to blame."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ != "if" or token.i + 4 >= token.sent.end:
            continue
        words = [word.lower_ for word in doc[token.i : token.sent.end]]
        without = words[1] == "it" and "for" in words[2:6] and {"n't", "not"} & set(words[2:5]) and doc[token.i + words.index("for") + 1].ent_type_ in {"YOU", "YOURS"}
        only = 2 if words[1] == "only" else 1
        had = doc[token.i + only].ent_type_ == "YOU" and words[only + 1] in {"had", "'d", "would", "did", "could", "were", "was"}
        undone = had and (words[only + 1] == "had" or doc[token.i + only + 1].text == "'d" and any(word.tag_ == "VBN" for word in doc[token.i + only + 2 : token.i + only + 5]))
        if not (without or had):
            continue
        before = [word.lower_ for word in doc[token.sent.start : token.i]]
        if _PLEASANT & {*words, *before} or (without or "n't" in words[:5]) and {"lost", "stuck", "homeless", "dropped", "quit", "up"} & {*words, *before} or tone_at(parsed, token.i).kind > tone_at(parsed, token.i).unkind:
            continue
        for k in range(1, len(before) - 1):
            if before[k] in {"would", "'d", "could", "might"} and (before[k - 1] in {"i", "we"} or undone or without) and before[k + 1] in {"n't", "not", "have", "be", "still"}:
                yield token.sent.start + k - 1, token.i + (words.index("for") + 2 if without else only + 1)
        for k in range(4, len(words)):
            if undone and words[k] in {"would", "might", "could"} and doc[token.i + k].dep_ == "aux" and words[k - 1] not in {"i", "you", *_RESULTS}:
                if k + 1 < len(words) and words[k + 1] in {"n't", "not", "have", "never", "be", "still", "'ve"}:
                    yield token.i, token.i + k + (2 if words[k + 1] in {"n't", "not", "never"} else 1)
                break
            if words[k] in {"would", "'d", "might", "could", "wo"} and words[k - 1] in {"i", *_RESULTS}:
                if k + 1 < len(words) and words[k + 1] in {"n't", "not", "have", "never", "be", "still", "'ve"}:
                    yield token.i, token.i + k + (2 if words[k + 1] in {"n't", "not", "never"} else 1)
                break


# --- "you always", "you never": flagged when something says that it hurts ---

_FINE_WHEN_NEVER = frozenset(
    """wake stop want win lock walk go like mind guess know need be wash drink smoke dry rinse open touch cut use add boil see meet lose miss fail complain
    quit judge hurt give doubt waste forget regret leave hide lie shout fight""".split()
)
_FINE_WHEN_ALWAYS = frozenset(
    """know draw wave clap wait find bring remember think dream hope believe bring cook bake sing smile laugh share offer carry stand hold
    welcome like enjoy admire work read""".split()
)
_MISSING = frozenset("bother finish ask listen thank apologise apologize help clean tidy lift contribute appreciate consider notice compliment include support defend admit learn".split())
_EVER_WORDS = frozenset("always never nevr nevah alwys allways".split())
_BETWEEN = frozenset("just really literally honestly seriously so fucking bloody damn still even only simply actually totally basically 've 'd 'll 're have had has are were was would will could can do did is be been ever also all both almost".split())
_PRONE = frozenset("late on at busy tired angry grumpy moody in with about too something some an the a my your so out up there".split())


def absolute_you(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"You never ask me", "you're always late": told to somebody, of something that hurts; not "you never woke me"."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in _EVER_WORDS or token.i == token.sent.start:
            continue
        person = _you_before(doc, token.i)
        if person is None:
            verb = _joined_verb(token, "YOU")
            if verb is not None and token.lower_[0] == "n" and verb.lemma_.lower() in _MISSING and _hurts(parsed, token, token.i):
                yield token.i, verb.i + 1
        elif _hurts(parsed, token, person):
            yield person, token.i + 1


def _joined_verb(token: Token, who: str) -> Token | None:
    """The verb after "and never …" whose subject is that of the verb before: "she tells her dad and never asks me"."""
    verb = token.head
    if verb.i < token.i or verb.dep_ != "conj" or any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return None
    subjects = [child for child in verb.head.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return verb if any(subject.ent_type_ == who for subject in subjects) else None


def _you_before(doc: Doc, index: int) -> int | None:
    for back in range(index - 1, max(-1, index - 5), -1):
        if doc[back].ent_type_ == "YOU":
            return back
        if doc[back].lower_ not in _BETWEEN and doc[back].pos_ != "ADV":
            return None
    return None


def _hurts(parsed: Parsed, token: Token, person: int) -> bool:
    doc = parsed.doc
    end = token.sent.end
    here = token.i + 1
    while here < end and (doc[here].lower_ in {"ever", "once", ",", "even", "just", "really", "not", "fucking", "bloody", "actually"} or doc[here].lower_ == token.lower_):
        here += 1
    if here >= end:
        return True
    verb = doc[here]
    once = token.i + (token.i + 1 < end and doc[token.i + 1].lower_ in {"once", "ever"})
    beyond = _beyond_aside(doc, once, end)
    verb = doc[beyond] if beyond else verb
    lemma, lower = verb.lemma_.lower(), verb.lower_
    stretch = max(here, verb.i)
    while stretch < min(end, verb.i + 12) and doc[stretch].text not in {".", "!", "?", ";", ","} and doc[stretch].lower_ != "but":
        stretch += 1
    words = [word.lower_ for word in doc[max(here, beyond) : stretch]]
    tone = tone_at(parsed, token.i)
    if tone.kind > tone.unkind:
        return False
    unkind = tone.unkind > tone.kind or _sore(parsed, token.sent.start, end)
    if token.lower_[0] == "n":
        if lemma == "let":
            return not {"cold", "fall", "drown", "quit", "starve", "freeze", "suffer", "struggle", "lose", "sleep", "alone", "hungry", "fail"} & set(words)
        if lemma == "stop":
            return unkind or bool(words[1:2]) and words[1].endswith("ing") and doc[here + 1].tag_ == "VBG" and not _DOING_WELL & set(words) and token.i + 1 == here
        if lemma in _MISSING or (doc[token.i - 1].lemma_ == "be" and lower in _STATES):
            return True
        if lemma in _FINE_WHEN_NEVER:
            mine = bool(_ME.intersection(words))
            return mine and (unkind or "for" in words or lemma in {"want", "like", "touch", "go", "give", "know", "see"}) or lemma == "be"
        return unkind or lemma in _HURTFUL_WHEN_MISSING or bool(_ME.intersection(words))
    if lemma in _FINE_WHEN_ALWAYS:
        return unkind
    if "first" in words[:3]:
        return unkind and "first to" not in " ".join(words)
    return True


_DOING_WELL = frozenset("skating running trying learning smiling caring loving growing fighting believing".split())


def _when_said(words: frozenset[str], custom: Custom) -> Custom:
    """The custom, asked only about texts that hold one of the words."""

    def asked(parsed: Parsed) -> Iterable[tuple[int, int]]:
        return custom(parsed) if any(token.lower_ in words for token in parsed.doc) else ()

    return asked


for _words, _custom in (
    ("always never", absolute_others),
    (" ".join(_EVER_WORDS), absolute_you),
    ("every each", every_time),
    (" ".join(_ENDLESS), all_the_time),
    ("because thanks cause coz down account courtesy owing", because_of_them),
    ("because cos cause", because_you_did),
    ("doing handiwork fault", somebodys_doing),
    ("reason cause", reason_for_harm),
    ("if", if_you_had),
):
    CUSTOMS[_custom.__name__] = _when_said(frozenset(_words.split()), _custom)
