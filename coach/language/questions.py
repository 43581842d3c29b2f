"""Questions: open or closed by function, whether they attack, and an open version of a closed one.

Open is what asks for the other's own telling, whatever the first word ("Can you tell me what that was like?"); closed is what a
word, a fact or a choice answers ("What time is dinner?"). Source: OARS of motivational interviewing. A question that attacks
is never open (Gordon's roadblocks).
"""

from __future__ import annotations

# fmt: off
# tables of words and frames are easier to read as tables than one word a line
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.language import question_words as w
from coach.language.encoder import encoder
from coach.language.question_blame import attacks
from coach.language.question_rewrite import open_version
from coach.model import Finding, QuestionReading

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.encoder import Floats
    from coach.language.parse import Parsed

_ATTACKING_KINDS = frozenset({"rhetorical_question", "contempt_or_sarcasm", "label", "you_make_me", "fault", "invalidation"})
_SHORT = re.compile(r"(?:and |so )?(?:then|like what|such as|meaning|in what way|how come|and|because|and you|go on|say more|tell me)(?: what)? ?[?.!]*")
_BREAKS = frozenset({",", ":", ";", "-", "--", "...", "?", "!", ".", "(", "and", "but", "so", "or", "to", "now", "then"})


def read_questions(parsed: Parsed, findings: tuple[Finding, ...] = ()) -> tuple[QuestionReading, ...]:
    """Every question of a text, in order, by the rules alone; a question with a finding of attack on it is blaming."""
    found = []
    for sentence in parsed.sentences:
        tokens = [token for token in sentence if not token.is_space]
        if not tokens or 2 * sum(token.i in parsed.reported for token in tokens) > len(tokens):
            continue
        asked = _is_open(tokens)
        if asked is None:
            continue
        span = parsed.span(tokens[0].i, tokens[-1].i + 1)
        hit = any(f.kind in _ATTACKING_KINDS and f.start < span.end and span.start < f.end for f in findings)
        blaming = hit or attacks(_words(tokens), tokens)
        is_open = asked and not blaming
        version = None if is_open else open_version(tokens, blaming=blaming)
        found.append(QuestionReading(**dict(span), open=is_open, blaming=blaming, open_version=version))
    return tuple(found)


def read_question(parsed: Parsed, findings: tuple[Finding, ...] = ()) -> QuestionReading:
    """A whole text read as one question: open when any part of it needs telling, blaming when any part attacks."""
    parts = _parts(parsed)
    asked = [(tokens, opened) for tokens in parts if (opened := _is_open(tokens)) is not None]
    if not asked and parts:
        asked = [(parts[-1], False)]
    rule_open, rule_attack = rules_say(parsed, findings)
    opened, attacking = weighed(rule_open, rule_attack, parsed.encoding.whole)
    version = None if opened or not asked else open_version(asked[0][0], blaming=attacking)
    return QuestionReading(
        start=0, end=len(parsed.text), text=parsed.text, open=opened, blaming=attacking, open_version=version
    )


def rules_say(parsed: Parsed, findings: tuple[Finding, ...] = ()) -> tuple[bool, bool]:
    """Whether the rules alone take a whole text for open, and for an attack."""
    parts = _parts(parsed)
    whole = [token for token in parsed.doc if not token.is_space]
    hit = any(f.kind in _ATTACKING_KINDS for f in findings)
    attack = hit or any(attacks(_words(tokens), tokens) for tokens in [*parts, *([whole] if len(parts) > 1 else [])])
    return any(_is_open(tokens) for tokens in parts) and not attack, attack


def weighed(opened: bool, attacking: bool, vector: Floats) -> tuple[bool, bool]:
    """What rules say, weighed with the heads ``open`` and ``attack``: open or not, attacking or not.

    What the rules take for an attack is one, and an attack is never open.
    """
    read = encoder()
    if attacking or read.head("attack", vector)[0] > read.setting("attack.least"):
        return False, True
    return bool(read.head("open", vector)[0] + read.setting("open.rules") * (1 if opened else -1) > 0), False


def _parts(parsed: Parsed) -> list[list[Token]]:
    return [[token for token in sentence if not token.is_space] for sentence in parsed.sentences]


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.lower_ for token in tokens)


def _is_open(tokens: Sequence[Token]) -> bool | None:
    """Whether one sentence asks for telling; None when it asks nothing."""
    low = [token.lower_ for token in tokens]
    words = " ".join(low)
    ends = low[-1].startswith("?") or "?" in low[-1] or "?" in low
    direct = [i for i in range(len(low)) if low[i] in w.WH and _starts(low, i) and _asks(tokens, low, i)]
    if direct:
        if w.EITHER_OR_TAIL.search(words):
            return False
        return any(_needs_telling(tokens, low, i) for i in direct)
    telling, curious = w.TELL_ME.search(words), w.CURIOUS.search(words)
    inverted = _inverted(low)
    if w.TAG.search(words) and not telling:
        return False
    for cue in (telling, curious):
        if cue is not None and (inverted or ends or cue is telling and _imperative(low) or _mine(words, cue.start())):
            return _complement(tokens, low, words, cue.end())
    if _SHORT.fullmatch(words):
        return True
    if ends or inverted:
        rest = [i for i, word in enumerate(low) if word in {"how", "what", "why"} and i and low[i - 1] in {"about", "of"}]
        return bool(rest) and not inverted and _needs_telling(tokens, low, rest[0])
    return None


def _starts(low: Sequence[str], i: int) -> bool:
    """A question can begin here: at the start, after a break, or after words that lead in."""
    while i > 0 and (low[i - 1] in w.LEAD_INS or low[i - 1] in {"in", "at", "from", "with", "for", "on", "to", "about", "of"}):
        if low[i - 1] == "about" and i > 1 and low[i - 2] not in _BREAKS:
            return False
        if low[i - 1] in {"of", "to"} and i > 1:
            return False
        i -= 1
    return i == 0 or low[i - 1] in _BREAKS or not low[i - 1][0].isalnum() and low[i - 1] not in {"'", "n't"} and not low[i - 1].startswith("'")


def _asks(tokens: Sequence[Token], low: Sequence[str], i: int) -> bool:
    """The wh-word at ``i`` asks: the auxiliary comes before the subject, or the wh-word is the subject, or nothing follows."""
    rest = low[i + 1 :]
    word = low[i]
    if not rest or not rest[0][0].isalnum() and not rest[0].startswith("'"):
        return True
    if word in {"what", "how", "why"} and rest[0] in {"about", "if", "come", "else", "so", "not", "for", "on", "bother", "r", "the"} or word.endswith("'s"):
        return word != "why" or rest[0] != "the" or True
    stop = next((k for k, other in enumerate(rest) if other in {",", ";", ":", "?", ".", "!"}), len(rest))
    part, nodes = rest[:stop], tokens[i + 1 : i + 1 + stop]
    if not part:
        return True
    first_aux = next((k for k, other in enumerate(part) if other in w.AUX or nodes[k].tag_ == "MD"), None)
    first_subject = next((k for k, other in enumerate(part) if other in w.SUBJECTS), None)
    if word in {"when", "where"}:
        return first_aux == 0 or rest[0] in {"to", "exactly"} or "?" in low[i + 1 :] and i == 0 and first_aux is not None and (first_subject is None or first_aux < first_subject)
    if first_aux is not None and (first_subject is None or first_aux < first_subject):
        return True
    if first_subject == 0:
        return False
    verb = nodes[0].pos_ in {"VERB", "AUX"} or nodes[0].tag_ in {"VBZ", "VBD"}
    later = any(node.pos_ in {"VERB", "AUX"} for node in nodes)
    return verb or word in {"which", "whose", "who"} and later or "?" in low[i:] and (later or len(part) <= 3) and (i == 0 or first_subject is None)


def _inverted(low: Sequence[str]) -> bool:
    """A yes-or-no question by its order: an auxiliary before its subject, at the start or after a break."""
    for i, word in enumerate(low[:-1]):
        if word in w.AUX and not word.startswith("'") and _starts(low, i):
            after = low[i + 1] if low[i + 1] not in {"n't", "not"} or i + 2 >= len(low) else low[i + 2]
            if after in w.SUBJECTS or after in {"your", "my", "our", "his", "her", "their", "the", "anyone", "everyone", "someone", "any", "anybody"}:
                return True
    return False


def _imperative(low: Sequence[str]) -> bool:
    return any(_starts(low, i) for i, word in enumerate(low) if word in w.TELLING)


def _mine(words: str, place: int) -> bool:
    """The asker's own curiosity: "I'd love to hear …"."""
    before = words[max(0, place - 40) : place + 12]
    return re.search(r"\b(?:i|we|'d|'m|me|im|curious|wondering|would|wonder\w*|keen|interested|idea)\b", before) is not None


def _complement(tokens: Sequence[Token], low: Sequence[str], words: str, end: int) -> bool:
    """What is to be told: open unless it is a fact or a yes."""
    start = words.count(" ", 0, end) + 1
    if start < len(low) and low[start : start + 1] == ["me"]:
        start += 1
    following = range(start, len(low))
    asked = next(
        (i for i in following if low[i] in {"what", "how", "why", "which", "who", "whose", "where", "when", "whether", "if", "that"} and _complement_wh(low, i, start)),
        None,
    )
    if asked is not None:
        if low[asked] in {"whether", "if"}:
            return False
        if low[asked] == "that":
            return "any chance" in words or _needs_object(low, start)
        story = any(word in w.OPEN_NOUNS for word in low[start : max(start, asked - 1)])
        return story or _needs_telling(tokens, low, asked)
    return _needs_object(low, start)


def _complement_wh(low: Sequence[str], i: int, start: int) -> bool:
    """A clause that is asked for, not "if you like" at the end or "when you come home" after an object."""
    if low[i] == "if" and i > start + 1 and low[i - 1] == ",":
        return False
    if low[i] in {"when", "where", "who", "that"}:
        return i <= start + 2 and low[i] != "that" or low[i - 1] in {"about", "of", "on", "exactly", "just"} or i == start
    if low[i] == "if":
        return i <= start + 2
    return True


def _needs_object(low: Sequence[str], start: int) -> bool:
    """The thing to be told is no single fact ("the long version", not "your shoe size")."""
    rest = [word for word in low[start:] if word[0].isalnum()]
    head = []
    for word in rest:
        if word in {"again", "of", "for", "in", "on", "at", "i", "when", "so", "before", "and", "from", "please", "with", "where", "behind"}:
            break
        head.append(word)
    if head and head[-1] in w.FACT_NOUNS and not (len(head) > 1 and head[0] == "about"):
        return False
    return not (rest[:1] == ["know"] and len(rest) < 3)


def _needs_telling(tokens: Sequence[Token], low: Sequence[str], i: int) -> bool:
    """Whether what this wh-word asks for is more than a fact, a name, a number or a choice."""
    word = low[i].split("'")[0]
    stop = next((k for k in range(i + 1, len(low)) if low[k] in {",", ";", "?", "."} and k > i + 1), len(low))
    rest = low[i + 1 : stop]
    after = rest[0] if rest else ""
    clause = " ".join(rest)
    if word in {"who", "whom", "whose", "which"}:
        return bool(re.search(r"\b(?:and (?:why|how|what)|why)\b", " ".join(low[i:]))) or word == "which" and after in w.OPEN_NOUNS
    if word in {"where", "when"}:
        return w.INSIDE.search(" ".join(low[i:])) is not None and "did you put" not in clause
    if word == "why":
        return after != "not" or len(rest) == 1
    if word == "how":
        return _open_how(tokens, rest, i)
    return _open_what(rest, clause)


def _open_how(tokens: Sequence[Token], rest: Sequence[str], i: int) -> bool:
    after, clause = (rest[0] if rest else ""), " ".join(rest)
    if after == "about":
        return False
    if after in {"much", "many", "long", "far", "often", "late", "soon", "old", "big", "tall", "early", "high", "fast", "heavy"}:
        return False
    if after and after not in w.DEGREE_FREE and after not in w.AUX and tokens[i + 1].pos_ in {"ADJ", "ADV"}:
        return False
    if re.search(r"\b(?:spell|spelt|spelled|pronounce|(?:do|did) (?:you|i|we) pay|switch|turn (?:it|this|the|on|off))\b", clause):
        return False
    if re.search(r"\b(?:take|like|want|have) (?:your|ur|the) (?:coffee|tea|eggs?|steak|chai|burger|toast)\b", clause):
        return False
    return not re.search(r"^(?:are|do|did|will|can|would|is|'re|'ll) (?:you|we|i|he|she|they|the \w+|your \w+) (?:get(?:ting)?|got|travel\w*|go(?:ing)?|com(?:e|ing)) (?:home|here|there|back|to (?:the|work|school|town|\w+$))\b(?! (?:with|where|after))", clause)


def _open_what(rest: Sequence[str], clause: str) -> bool:
    if not rest:
        return False
    if rest[-1] == "like" or " like for " in clause or clause.startswith("like for") or " like " in clause and ("be like" in clause or "it 's like" in clause or "it is like" in clause or "was like" in clause or "been like" in clause or "feel" in clause or "look like" in clause):
        return True
    if rest[0] == "about":
        return not (len(rest) < 4 and rest[1:] and rest[-1] not in {"you", "us", "that", "it", "him", "her"})
    if rest[0] in w.FACT_NOUNS | {"mark", "marks"} or len(rest) > 1 and rest[0] in {"exact", "other", "kind", "sort"} and rest[1] in w.FACT_NOUNS:
        return rest[0] in {"time", "day"} and "of" in rest[:2]
    if rest[0] in {"'s", "is", "was", "are", "were", "'re"} or rest[0] in {"the", "your", "his", "her", "my", "our", "their"}:
        return _open_noun(rest[1:] if rest[0] in {"'s", "is", "was", "are", "were", "'re"} else rest, clause)
    if rest[0] in w.AUX:
        verbs = [word for word in rest[1:5] if re.sub(r"(?:r?ing|ed|s)$", "", word) in w.OBJECT_STEMS]
        if verbs and not re.search(r"\b(?:if|would|could)\b", clause):
            return False
        if re.search(r"\b(?:for|at) (?:dinner|tea|lunch|breakfast|supper|pudding|dessert)\b", clause):
            return False
        return not re.search(r"\b(?:called|named|due|open|close[sd]?|start)$|^do(?:es)? \w+ (?:cost|weigh)", clause)
    return not re.search(r"^(?:cost|costs|for (?:dinner|tea|lunch|breakfast|supper|pudding|dessert))", clause)


def _open_noun(rest: Sequence[str], clause: str) -> bool:
    """"What's the hardest part?" against "What's the wifi password?"."""
    noun: list[str] = []
    for word in rest:
        if word in {"of", "for", "about", "in", "to", "at", "on", "again", "with", "from", "i", "you", "we", "that", "when", "now", "this", "these", "like", "then", "is", "was", "behind"}:
            break
        noun.append(word)
    if not noun:
        return not (rest[:1] in (["this"], ["that"]) and len(rest) == 1)
    if noun[-1] in w.OPEN_NOUNS or noun[0] in {"it", "going", "making", "keeping", "stopping", "happening", "been", "worrying", "bothering", "driving", "weighing", "underneath", "behind", "really", "something"}:
        return True
    if noun[-1] in w.FACT_NOUNS:
        return False
    if any(word.endswith("est") or word in {"best", "worst", "most", "favourite", "favorite", "one", "hard", "so", "important", "special"} for word in noun):
        return noun[-1] not in {"colour", "color", "food", "number"}
    if noun[0] == "the":
        return any(word in rest for word in ("mean", "like"))
    return not re.search(r"\bfor (?:dinner|tea|lunch|breakfast|supper|pudding|dessert)\b", clause)
