"""The rare patterns that no token pattern can say: functions from a parsed text to token ranges, named by pattern files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.language.masks import tone_at
from coach.language.rules import Custom

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from coach.language.parse import Parsed

CUSTOMS: dict[str, Custom] = {}


# --- absolutes, and what is put down to a person: decided by the tone around the words ---

_HURTFUL_WHEN_MISSING = frozenset(
    """help listen care ask thank apologise apologize clean cook call ring phone text reply visit say talk speak tell hug kiss touch notice
    wash tidy pay share answer remember finish turn show let get lift do bother contribute offer want come go take give look think admit
    consider appreciate love respect support trust try see play pick put bring spend praise defend stand wait check plan step
    stop include believe back leave send pack feed respond invite read write hold smile lock empty organise organize book drive""".split()
)
_HURTFUL_WHEN_ALWAYS = frozenset(
    """criticise criticize complain nag moan shout yell scream snap sulk lie cheat ignore interrupt ruin spoil blame judge mock dump leave
    late forget side lose cancel bail flake dismiss belittle undermine correct contradict exclude bully boss lecture pick put talk start make
    expect demand accuse threaten manipulate guilt punish control snoop interfere meddle hide sneak disappear storm slam argue fight compare
    change borrow use hog steal find twist exaggerate avoid dodge come turn throw bring take on at have want get wait tell drop push""".split()
)
_STATES = frozenset("time home here there around ready satisfied happy happy sorry grateful available interested".split())
_ME = frozenset("me my i us our mine".split())


def absolute_others(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """"My husband never helps", "she's always criticising me": a described person, and a deed that hurts, not plain news."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in {"always", "never"} or token.i == token.sent.start:
            continue
        person = _person_before(doc, token.i)
        if person is None:
            continue
        after = [doc[i] for i in range(token.i + 1, min(token.sent.end, token.i + 4)) if not doc[i].is_punct]
        verb = next((word for word in after if word.pos_ in {"VERB", "AUX", "ADJ"} or word.tag_.startswith("VB")), after[0] if after else None)
        if after and doc[token.i + 1].is_punct and token.head.i > token.i and token.head.pos_ == "VERB":  # "never, in all our years, let me finish"
            verb = token.head
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
            hurtful = lemma in _HURTFUL_WHEN_MISSING and (touches_me or tone.unkind > tone.kind or not past)
            hurtful = hurtful and tone.kind <= tone.unkind
        else:
            hurtful = (lemma in _HURTFUL_WHEN_ALWAYS and (touches_me or tone.unkind > 0)) or tone.unkind > tone.kind
            hurtful = hurtful and tone.kind <= tone.unkind
        if hurtful:
            yield _whole(doc, person), token.i + 1


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
        if here >= token.sent.end or doc[here].lower_ not in _TIMES:
            continue
        tone = tone_at(parsed, token.i)
        unkind = tone.unkind > tone.kind or _sore(parsed, token.sent.start, token.sent.end)
        if not (unkind or (single and tone.kind == 0)):
            continue
        end = min(token.sent.end, here + 12)
        person = next((i for i in range(here + 1, end) if doc[i].ent_type_ in {"YOU", "OTHER"} and doc[i].dep_ in {"nsubj", "nsubjpass"}), None)
        before = next((i for i in range(max(token.sent.start, token.i - 9), token.i) if doc[i].ent_type_ in {"YOU", "OTHER"} and doc[i].dep_ == "nsubj"), None)
        if before is not None and (person is None or doc[person].lower_ == "you"):
            if doc[before].ent_type_ == "YOU" or tone.unkind:
                yield _whole(doc, before), here + 1
        elif person is not None and (doc[person].ent_type_ == "YOU" or tone.unkind):
            yield token.i, person + 1


_TIMES = frozenset("time day night morning evening weekend week month meal conversation argument sunday saturday friday monday holiday birthday christmas".split())
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


CUSTOMS["if_you_had"] = if_you_had
CUSTOMS.update(
    {
        "absolute_others": absolute_others,
        "every_time": every_time,
        "all_the_time": all_the_time,
        "because_of_them": because_of_them,
        "because_you_did": because_you_did,
        "somebodys_doing": somebodys_doing,
        "reason_for_harm": reason_for_harm,
    }
)
