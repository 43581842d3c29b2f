"""Whether a question attacks: rhetorical, leading, sarcastic, or a charge in polite clothes.

The frames are matched on the parser's plain words (contractions split: "do n't", "ca n't"), joined by blanks. Strong frames
always attack; mild ones attack unless the asker shows interest. Sources: criticism and contempt of the four horsemen; Gordon's roadblocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.question_frames import STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_BAD = frozenset(
    """lazy selfish pathetic useless clueless childish stupid thick idiot idiotic immature hopeless rude cruel heartless inconsiderate
    thoughtless careless ungrateful spoiled spoilt stubborn difficult dramatic unreasonable ridiculous disgusting mean nasty cold
    dense blind deaf jealous paranoid controlling needy clingy insecure crazy mental insane impossible unreliable irresponsible
    arrogant smug entitled bossy petty bitter moody grumpy miserable hypocritical hypocrite liar coward brat princess slob
    narcissist monster bully loser moron jerk cow prick twat wanker ashamed incompetent oblivious weak guilty shameless defensive
    sensitive negative obsessed nosy cheap stingy tight embarrassing unbearable annoying""".split()
)
_BAD_DEEDS = frozenset(
    """humiliate embarrass ruin sulk whine moan nag sabotage ditch abandon betray undermine mock disrespect insult belittle mess
    screw storm manipulate punish provoke exclude destroy wreck whinge bitch complain gaslight neglect dump shame waste cheat steal
    lie blame snap yell shout scream""".split()
)
INSULTS = _BAD
JUDGING = (
    _BAD
    | _BAD_DEEDS
    | frozenset(
        {"sulking", "humiliating", "bothered", "dare", "forgets", "drama", "wrong", "fault", "medal", "pathetic"}
    )
)
_DEEDS_TO_US = frozenset(
    "ignore hurt upset annoy attack judge criticise criticize treat drag hide disappear interrupt exaggerate".split()
)

_MILD = re.compile(
    r"\bwhy (?:do|did|have|are|were|had|was|is) (?:n't you|you not)\b(?! (?:feel|like|want|enjoy|sleep|trust|eat|believe|go to bed|eating|sleeping))"
    r"|\bwhy did you (?:\w+ )?(?:lie|leave me|tell every|ignore|do (?:that|this|it)|say that|let (?:him|her|them)|throw|break|ruin|forget|take my|read my|hide|spend|eat my|use my|invite|have to)\b"
    r"|\bwhy do you (?:treat|talk to|speak to|let|hate|think (?:i|you can|it is ok|you 're (?:so|better))|make|act|do (?:this|that)|want to hurt|make me|need|lie|ignore|never|care)\b"
    r"|\bwhat did you do (?:that|this) for|\bwhat for \?"
)
_INTEREST = re.compile(
    r"\b(?:curious|i 'm interested|i 'd (?:like|love) to (?:get|know|understand|hear)|i (?:really )?want to (?:know|understand|get better|hear|learn)|"
    r"out of interest|do you (?:think|reckon)|would you say|i promise to (?:just )?listen|no (?:judg\w+|pressure|blame)|if you (?:don't|do n't) mind|gently|genuinely|"
    r"i 'm (?:really |just )?(?:asking|trying to understand|curious)|not (?:angry|cross|blaming|judging))\b"
)
_WARM = re.compile(
    r"\b(?:smile|smiles|kind(?! of)|lovely|sweet|patient|wonderful|beautiful|gorgeous|laugh|make me (?:laugh|smile|feel (?:safe|loved|special|better))|"
    r"good at|good to me|love about|believe in me|cheer|amazing|brave|light up|lights up)\b"
)
_CHARGE_TAG = re.compile(
    r"\byou (?:just |really |only |simply )?(?:\w+ )?(?:could n't|ca n't (?:even|do|be|let|just|stop|help yourself|go|see|handle|leave|stand)|could not|did n't (?:think|care|bother|even)|do n't (?:care(?! (?:whether|if|which|how))|even|think|listen)|never (?!take|eat|drink|like|had|been|go|use|mind|wear|play)|always (?!take|have|go|get)|just had to|had to|wo n't ever|only (?:ever )?care|"
    r"ruined|forgot|lied|broke|let me down|enjoy|love making|think (?:you|i|it|that))\b"
)
_SAME_WAY_TAG = re.compile(
    r"(?=.*\b(?:oh|suddenly|expert|victim|boss|perfect|the one|saint|authority|judge|in charge|too|better|funny|clever|special|allowed|above)\b).*\byou (?:'re|are|were|do|did|think|know|want|have|had|can|expect)\b(?!.*\bn't\b.*,).*, (?:are|were|do|did|have|had|can) you\b"
)
# What an attack's words say in a plain question: of other people, of how much is too much, of what the asked one needs or foresees.
_PLAINLY_ASKED = re.compile(
    r"\b(?:\w+s|people|someone|somebody|anyone|everyone|those|person|family|man|woman) who (?:raised you|died)\b"
    r"|\bfeels? (?:like )?(?:a (?:bit|little) )?too \w+ to\b|\bwhen (?:is|was|does) (?:it|that|this) (?:get |become )?too much\b"
    r"|\bwould it take for you to (?:feel|enjoy|relax|rest|sleep|say yes|(?:walk|come|go) (?:in|out|away|home)|make a|talk to some\w+)\b"
    r"|^(?:what|which|where|who) (?:\w+ )?did you have to (?!.*\bfor \?)\w+|\bwould you like to .*\bfor a change\b"
    r"|\bhow (?:can|could|might) we .* and still\b|\bsince when have you (?:wanted|felt|known|liked|loved|hoped|wished)\b"
    r"|\b(?:that|this) (?:one|way|\w+) better than the rest\b|\bwhat do you (?:think|expect|imagine) (?:\w+ )?would \w+ if\b"
)
_FEELINGS = frozenset(
    {"ashamed", "jealous", "cold", "guilty", "insecure", "weak", "bitter", "embarrassed", "sensitive", "miserable"}
)
_PUSHED = re.compile(r"\b(?:so|such|being|this|always|be|too|just|really|actually|completely|seriously)\b")


_ONLY_ASKED = re.compile(
    r"^(?:(?:so|and|oh|sorry|hey|by the way|right|ok) ,? ?)?(?:when|where|what time|what day|which \w+|how (?:long|far|often|late|early)) (?:do|does|did|will|are|is|was|were|have|has|can|should) "
    r"(?:you|he|she|they|it|we|i|\w+ \w+)\b"
    r"|^(?:do|did|have) you ever (?:see|seen|hear|heard|meet|met|visit|visited|miss|missed|dream|dreamt|been|tried|try|play|played|swim|read|eaten|had|used)\b"
)
_NOT_ONLY_ASKED = re.compile(
    r"\b(?:really|even|just|actually|exactly|again|always|never|going to|gonna|finally|earth|hell|fuck\w*|bloody|damn|ever (?!see|seen|hear|heard|meet|met|visit|miss|dream|been|tried|try|play|swim|read|eaten|had|used)|stop|learn|grow|me|my|us|our)\b"
)


def only_asks(words: str) -> bool:
    """A plain question for when, where, how long or whether ever, with no word of a quarrel in it."""
    return bool(_ONLY_ASKED.search(words)) and not _NOT_ONLY_ASKED.search(words) and not STRONG.search(words)


def attacks(words: str, tokens: Sequence[Token]) -> bool:
    """Whether a question charges the one asked. ``words`` are the lower-case words of ``tokens``, joined by blanks."""
    words = _PLAINLY_ASKED.sub("…", words)
    warm = _WARM.search(words) is not None and not _NOT_WARM.search(words)
    if STRONG.search(words) and not warm:
        return True
    if _MILD.search(words) and not warm and not _INTEREST.search(words):
        return True
    if _CHARGE_TAG.search(words) and _TAIL.search(words) and not warm:
        return True
    if _SAME_WAY_TAG.search(words):
        return True
    return any(_aimed_at_you(token) for token in tokens)


_NOT_WARM = re.compile(r"\b(?:not|n't|never|even|kill|hard|once)\b")
_TAIL = re.compile(r"\b(?:do|did|are|were|could|can|have|had|will|would|is|was) (?:n't )?you(?: ,? \w+)? ?\?*$")


def _aimed_at_you(token: Token) -> bool:
    """A judging word whose subject is the one asked: "why are you so lazy", not "when I am so lazy"."""
    lemma, lower = token.lemma_.lower(), token.lower_
    if lemma in _BAD_DEEDS or lemma in _DEEDS_TO_US:
        if token.pos_ not in {"VERB", "AUX"} or token.tag_ == "VBN" and token.dep_ in {"acomp", "amod", "ccomp"}:
            return False
        if lemma in _DEEDS_TO_US and not any(child.lower_ in {"me", "us"} for child in token.children):
            return False
        sentence = " ".join(other.lower_ for other in token.sent)
        if not re.search(
            r"\b(?:why|how (?:could|can|dare|long)|what (?:gives|makes|kind)|enjoy|insist|always|ever|again|trying to|going to|planning to)\b|n't you \?+$",
            sentence,
        ):
            return False
    elif lower not in _BAD and lemma not in _BAD:
        return False
    elif lower in _FEELINGS and _asked_as_a_feeling(token):
        return False
    elif token.dep_ == "amod" and token.head.dep_ not in {"attr", "npadvmod", "ROOT", "appos"}:
        return False
    elif (
        token.pos_ not in {"ADJ", "NOUN", "PROPN", "VERB", "ADV", "INTJ"}
        or lower
        in {"mean", "tight", "cold", "blind", "baby", "deaf", "mental", "weak", "difficult", "negative", "sensitive"}
        and not _PUSHED.search(
            " ".join(other.lower_ for other in token.doc[max(token.sent.start, token.i - 3) : token.i])
        )
    ):
        return False
    return _nearest_subject(token) == "you"


def _asked_as_a_feeling(token: Token) -> bool:
    """What is felt, and of what: "Which habit do you feel ashamed of?", "When you feel too cold, …", not "Why are you so jealous?"."""
    sentence = token.sent
    if sentence[0].lower_ not in {"what", "which", "when", "where", "who"}:
        return False
    before = {near.lemma_.lower() for near in token.doc[max(sentence.start, token.i - 4) : token.i]}
    return "feel" in before or token.i + 1 < sentence.end and token.nbor().lower_ in {"of", "about"}


def _nearest_subject(token: Token) -> str:
    """The person (or thing) said to be or do this: the nearest subject to the left in the sentence, "" when none."""
    doc = token.doc
    for i in range(token.i - 1, token.sent.start - 1, -1):
        near = doc[i]
        if near.lower_ in {"you", "i", "we", "he", "she", "they", "it", "me", "him", "us", "them", "someone"}:
            return str(near.lower_)
        if (
            near.dep_ in {"nsubj", "nsubjpass"}
            and near.pos_ in {"NOUN", "PROPN", "PRON"}
            and near.head.i >= token.i - 3
        ):
            return str(near.lower_)
    return ""
