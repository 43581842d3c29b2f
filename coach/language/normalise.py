"""What the parser reads instead of what was typed: same tokens, plainer words. Offsets never change."""

from __future__ import annotations

import re
import unicodedata

# Each character becomes exactly one character, so that every offset stays right.
_SAME_LENGTH = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "…": ".",
    }
)
_TEXT_SPEAK = {
    "u": "you",
    "ya": "you",
    "yu": "you",
    "yous": "you",
    "youse": "you",
    "yiz": "you",
    "yez": "you",
    "yall": "you",
    "r": "are",
    "b4": "before",
    "thx": "thanks",
    "ty": "thanks",
    "pls": "please",
    "plz": "please",
    "coz": "because",
    "cuz": "because",
    "cos": "because",
    "bc": "because",
    "becuz": "because",
    "tho": "though",
    "abt": "about",
    "bout": "about",
    "nvr": "never",
    "neva": "never",
    "nevr": "never",
    "eva": "ever",
    "txt": "text",
    "kno": "know",
    "jus": "just",
    "dis": "this",
    "dat": "that",
    "lyk": "like",
    "wud": "would",
    "shud": "should",
    "cud": "could",
    "bcuz": "because",
    "bcos": "because",
    "alwayz": "always",
    "alway": "always",
    "evry": "every",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "2moro": "tomorrow",
    "tonite": "tonight",
    "nite": "night",
    "nites": "nights",
    "msg": "message",
    "msgs": "messages",
    "ppl": "people",
    "rly": "really",
    "srsly": "seriously",
    "gd": "good",
    "bf": "boyfriend",
    "gf": "girlfriend",
    "txted": "texted",
    "txting": "texting",
    "msgd": "messaged",
    "msged": "messaged",
    "bday": "birthday",
    "b-day": "birthday",
    "xmas": "Christmas",
    "yday": "yesterday",
    "yest": "yesterday",
    "2day": "today",
    "wknd": "weekend",
    "mins": "minutes",
    "hrs": "hours",
    "wks": "weeks",
    "mths": "months",
    "sumthing": "something",
    "sth": "something",
    "smth": "something",
    "wiv": "with",
    "wot": "what",
    "ngl": "honestly",
    "lowkey": "honestly",
    "highkey": "honestly",
    "deadass": "honestly",
    "istg": "honestly",
    "frfr": "really",
    "luv": "love",
    "gna": "gonna",
    "i": "I",
    "m": "'m",
    "s": "'s",
    "d": "'d",
    "nt": "n't",
    "ve": "'ve",
    "ll": "'ll",
    "wat": "what",
    "wen": "when",
    "y": "why",
    "k": "ok",
    "n": "and",
    "w/": "with",
    "w": "with",
}
_TWO_WORDS = {
    "thats": ("that", "'s"),
    "whats": ("what", "'s"),
    "ud": ("you", "'d"),
    "u'd": ("you", "'d"),
    "u've": ("you", "'ve"),
    "u're": ("you", "'re"),
    "u'll": ("you", "'ll"),
    "tryna": ("trying", "to"),
    "wanna": ("want", "to"),
    "dint": ("did", "n't"),
    "dnt": ("do", "n't"),
    "cnt": ("ca", "n't"),
    "havnt": ("have", "n't"),
    "shoulda": ("should", "have"),
    "coulda": ("could", "have"),
    "woulda": ("would", "have"),
    "youre": ("you", "'re"),
    "ure": ("you", "'re"),
    "youve": ("you", "'ve"),
    "uve": ("you", "'ve"),
    "ull": ("you", "'ll"),
    "ye're": ("you", "'re"),
    "everytime": ("every", "time"),
    "evrytime": ("every", "time"),
    "noone": ("no", "one"),
}
_NAMES = frozenset({"Eva", "Ty", "Dis", "Wen", "Luv"})
_COULD = frozenset("should could would must might shouldn't couldn't wouldn't n't shouldnt couldnt wouldnt".split())
_SHORT_DAYS = {
    "mon": "Monday", "tues": "Tuesday", "tue": "Tuesday", "wed": "Wednesday", "weds": "Wednesday", "thurs": "Thursday", "thur": "Thursday",
    "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_ALSO_WORDS = frozenset("mon wed sat sun".split())
_BEFORE_DAY = frozenset("on next last this every by until till since from".split())
_AFTER_DIGIT_MEANS_WORD = frozenset(
    "me u you us him her them do be get go talk the my your ur his our their a an dinner".split()
)
_BEFORE_TO = frozenset("supposed meant going trying used".split())
_AFTER_TOO = frozenset("busy late much far long tired early often many lazy scared good bad hard".split())
# "ur toxic", "ur so late": a judging or feeling word that ends its phrase; "ur toxic mate" keeps "your".
_SAID_OF_PEOPLE = frozenset(
    """toxic lazy selfish rude mean cruel fake dead late annoying pathetic useless stupid dumb crazy insane mad weird sad moody horrible nasty
    vile evil cheap childish immature ridiculous dramatic jealous obsessed insecure hopeless heartless cold disgusting awful impossible unreal
    insufferable embarrassing lame cringe sus shady sneaky ungrateful boring gross petty bitter blind deaf thick dense delusional unbelievable
    exhausting arrogant entitled spoilt spoiled needy clingy messy wrong right amazing lovely beautiful sweet kind great good bad fine ok okay
    welcome cute funny brilliant perfect angry upset tired drunk busy home out done ready sorry safe happy proud unreliable irresponsible
    manipulative controlling abusive dishonest inconsiderate disrespectful careless thoughtless two-faced full nothing like""".split()
)
_SUBJECTS = frozenset(
    "i u you ur ya he she we they it im i'm its it's youre you're hes he's shes she's theyre they're that thats my your nobody".split()
)
_CLITIC_AFTER = frozenset("i you u he she it we they who there that".split())
_G_DROPPED = re.compile(
    r"(?:say|go|do|mak|tak|com|try|gett|hav|talk|tell|look|play|work|act|ask|text|call|leav|liv|putt|giv|sitt|runn|wait|eat|drink|cook|cry|shout|yell|moan|noth|someth)in'?"
)
_ENDS_PHRASE = re.compile(
    r"^(\W*|and|n|or|but|as|cos|coz|bc|because|if|when|for|to|with|at|of|about|tbh|lol|omg|fr|ngl|af|asf|bro|bruh|today|again|now|too|all|in|on|the|how|u|ur|i|so|rn)$"
)
_AFTER_UR_MEANS_ARE = re.compile(
    r"^(a|an|the|so|too|not|just|such|always|never|being|very|really|literally|still|all|no|gonna|gna|welcome|right|wrong|\w+ing)$"
)


_WED = re.compile(  # beside another day it is no "we'd"
    r"(?<=\bmon )wed\b|(?<=\btue )wed\b|(?<=\btues )wed\b|\bwed(?=[ ,/&]+(?:thu|thur|thurs|fri|sat|sun)\b)",
    re.IGNORECASE,
)


def same_length(text: str) -> str:
    """Text for the tokenizer: straight quotes, blanks for control and direction marks; as long as the original."""
    plain = _WED.sub("Wed", text.translate(_SAME_LENGTH))
    if plain.replace("\n", "").replace("\t", "").isprintable():
        return plain
    return "".join(char if char in "\n\t" or not unicodedata.category(char).startswith("C") else " " for char in plain)


def plain_words(words: list[str]) -> list[tuple[str, ...]]:
    """For each token the words the parser is given: text-speak spelled out ("ur" may be two words), shouting in lower case."""
    letters = [char for word in words for char in word if char.isalpha()]
    shouting = len(letters) > 8 and sum(char.isupper() for char in letters) > 0.7 * len(letters)
    following = [*words[1:], "", ""]
    return [
        _plain(word.lower() if shouting else word, before, after, second)
        for word, before, after, second in zip(words, ["", *words], following, following[1:], strict=False)
    ]


def _plain(word: str, before: str, following: str, second: str) -> tuple[str, ...]:
    lower = word.lower()
    if lower == "d" and before.lower() not in _CLITIC_AFTER:
        return (word,)
    if lower == "ur":
        said = following.lower() in _SAID_OF_PEOPLE and _ENDS_PHRASE.match(second.lower())
        return ("you", "'re") if said or _AFTER_UR_MEANS_ARE.match(following.lower()) else ("your",)
    if (
        lower == "ye"
        and following[:1].isalpha()
        and following.lower() not in {"i", "ok", "okay", "sure", "that", "it", "we", "sounds", "thanks", "no"}
    ):
        return ("you",)
    if lower == "of" and before.lower() in _COULD:
        return ("have",)
    listed = not _SHORT_DAYS.keys().isdisjoint({before.lower(), following.lower()})  # "Mon Wed Fri"
    if (day := _SHORT_DAYS.get(lower)) and (lower not in _ALSO_WORDS or listed or before.lower() in _BEFORE_DAY):
        return (day,)
    if lower in {"cause", "'cause"} and following.lower() in _SUBJECTS:
        return ("because",)
    if lower == "its" and re.match(
        r"\d|not|no|so|the|a|an|just|only|always|never|been|ur|your|you|all$|because|(?:now|already|still|nearly|almost|half|like|too|very|really|my|his|her|our|their|this|that|getting|raining|freezing|cold|late|hard|fine|ok|bad|good|gone|every|been|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$",
        following.lower(),
    ):
        return ("it", "'s")
    if _G_DROPPED.fullmatch(lower):
        return (word.rstrip("'") + "g",)
    if lower in _TWO_WORDS:
        return _TWO_WORDS[lower]
    if lower == "2" and following.lower() in _AFTER_TOO:
        return ("too",)
    if lower == "2" and before.lower() in _BEFORE_TO:
        return ("to",) if following[:1].isalpha() and following.lower() not in {"hours", "days"} else (word,)
    if lower in {"2", "4"} and following.lower() in _AFTER_DIGIT_MEANS_WORD:
        return ({"2": "to", "4": "for"}[lower],)
    if word in _NAMES:
        return (word,)
    return (word if word == "S" else _TEXT_SPEAK.get(lower, word),)
