"""What a message is for: a complaint, an invitation to closeness, logistics, fishing for reassurance, thanks, an apology, or plain.

Decided by the help the person needs: *complaint* wants wording for a grievance, *invitation* wants closeness (bids for connection),
*logistics* asks a fact, *reassurance* asks whether one is loved, *plain* is none of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.people import is_other, is_you
from coach.model import Finding, Intent, QuestionReading

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed

_THANKS = re.compile(
    r"\b(?:(?<!said )(?<!say )(?<!saying )thank(?:s| you| u)|thanked (?:you|u)|(?<!act )(?<!acting )(?<!should be )(?<!to be )(?<!supposed )grateful(?! if)|gratitude|(?<!which )(?:i|we) (?:really |so |do |just |also )*appreciate(?! you (?:may|might|must|have|are|will|'re|'ll|'ve))|means (?:so much|a lot|the world) (?:to me )?that you|"
    r"(?:so )?glad (?:that )?you|(?:cheers|ta|tysm) (?:for|so much|again)|proud of (?:you|u)|(?:well done|congrats|congratulations)(?: you)?(?: \w+)? (?:on|for)|(?:great|lovely|brilliant|fantastic|amazing) (?:job|work) (?:on|with|at)|"
    r"i (?:really |just |do )?love (?:how|the way|it when) you|i (?:really |just |do )?love \w+ing (?:\w+ ){0,2}(?:with|for) (?:you|your|us)|i noticed (?:that )?you(?: 'd| had)? (?:clean|cook|wash|tidi|fix|sort|help|mend|fill|stay|wait|rememb)\w*|you (?:were|have been|'ve been|are) (?:so |really |just )?(?:good|brilliant|amazing|great|lovely|patient|gentle|kind) (?:with|to|about|at)|"
    r"a (?:better|good|great|real|true) friend to me|meant the world|made my (?:whole |entire )?(?:day|week|year)|i (?:really |so |do )*admire|how much your [\w ]{3,40} meant|you handled [\w ]{3,40} (?:so |really )?well|the best \w+ (?:i 've|i have|ever|i had)|could n't have (?:done|managed|got through) (?:it|this|\w+) without you|you (?:are|'re) (?:the best|amazing|wonderful|a star|a gem|so (?:kind|thoughtful|good to me)))\b"
)
_MOCK_THANKS = re.compile(
    r"\bthank(?:s| you) (?:a (?:lot|bunch|million) )?(?:for (?:nothing|(?:lett|mak|leav|show|mess|screw|cock|stand|wind|kick|turn)ing (?:me (?:down|look|wait|up|out)|it up|everything up|up my))|to you|so much for (?:ruin|forget|leav|wast|not))"
    r"|\bthanks for (?:ruin|forget|leav|wast|not|lett|ignor|embarrass|humiliat|mak\w+ me (?:look|feel (?:like|stupid|small)))|\bcongrat\w+ on (?:\w+ ){1,5}for (?:the first time|once)\b|\bno thanks to\b|\bappreciate (?:it if|you not)\b"
)
_APOLOGY = re.compile(
    r"\b(?:(?:i 'm|i am|im|so|really|truly|deeply|very|just|^) ?(?:so |really |truly |deeply |very |just )*sorry|sorry (?:for|that i|i|about|if i|we|again)|i (?:want to |would like to |'d like to |wanted to |do |owe (?:\w+ ){1,4}an )?(?:apologi[sz]e|apology)|"
    r"my (?:apologies|fault|bad)|forgive me|i was (?:wrong|out of (?:line|order)|unfair|rude|a right \w+)|i should n't have|i take (?:it|that) back|"
    r"soz|^apologies|(?:no|not an|is n't an|'s no) excuse|(?:ashamed|feel (?:so |really )?(?:bad|awful|terrible|guilty|rotten)) (?:of it|about (?:it|what i|how i|that|saying|not)|for (?:\w+ing|what i|how i))|was n't my place|sorry i accused|make it right|you did n't deserve (?:that|it)|^confession(?= [:,-])|i have a confession|i need to own up)\b"
)
_NO_APOLOGY = re.compile(
    r"\bsorry ,? i (?:do n't|ca n't|wo n't|am not|'m not)\b|\bsorry (?:you (?:feel|felt|took|think|are|were)|if you|but|to (?:hear|bother|ask|disturb|say)|not sorry|for your loss|about your)|\bsorry\b.{0,60}\bbut you\b|\bnot sorry\b|\b(?:say|said|says|saying) sorry\b|\bapologi[sz]e (?:to|if)\b.*\byou should\b"
)
_REASSURE = re.compile(
    r"(?<!what )(?<!how )(?<!when )(?<!which )\b(?:do|did|will|would|could|can) you (?:still |even |really |actually |ever |truly |honestly )*(?:love|like|want(?! (?:me|us) to\b)|need|miss|fancy|care (?:about|for)|believe in|find me|regret|think (?:of me|about me|i 'm a |i 'm (?:too|ugly|fat|boring|good)|i am|we 'll|we will|we 're)|enjoy being with|see a future)\b.{0,30}(?:\bme\b|\bus\b|\bi\b|\bwe\b|\btogether\b)|\bdo you think i (?:'m|am)\b"
    r"|\bare you (?:still |really |just )*(?:mad|angry|cross|upset|annoyed|pissed|fed up|bored|disappointed|tired|done|in love|attracted|happy|ashamed|sick|over|into|going to leave|leaving)(?: \w+)? ?(?:at|with|of|to|by|in)? ?(?:me|us)\b"
    r"|\bare you (?:mad|angry|cross|upset|ok with me|happy with (?:me|us))\b|\bare (?:we|things) (?:still |really )*(?:ok|okay|alright|good|fine|all right|over)\b|\b(?:do|did|does|am) i (?:still )?(?:matter|mean (?:anything|something|a lot)|do something wrong|upset you|annoy you|bore you|bother you|make you happy|enough|too much|a burden|the one|still attractive|attractive|important|ugly|fat|a bad \w+|a good \w+)\b"
    r"|\bis (?:it|this) (?:me|about me|something i (?:did|said))\b|\bdid i (?:do|say) (?:something|anything) (?:wrong|to)|\bhave i (?:done|said|upset|lost you|annoyed)\b|\bwould you (?:ever )?(?:leave|replace|cheat on|tell me if)\b|\bam i (?:still )?(?:good|pretty|your|special|losing you|being)\b(?! [^?]*\bor\b)|\byou (?:still|do) love me\b.*\?|\byou (?:'re|are) n?'?t? ?(?:mad|angry|cross|upset) (?:at|with) me\b.*\?"
)
_CLOSENESS = re.compile(
    r"\b(?:miss (?:us|you|being|our|how we|the way we|feeling|talking|holding|your|having)|close(?:r)? (?:to you|together|again|with you)|feel(?:ing)? close|reconnect|connect(?:ed|ion)? (?:with|again|more|as)|drift(?:ed|ing)?|(?:grow(?:n|ing)?|grew) apart|"
    r"(?:just|only) (?:the two of )?us\b|two of us|(?:we|us) only (?:\w+ )?(?:talk|speak|text|discuss)|only (?:ever )?talk about|date night|quality time|get to know|know you (?:better|more)|know more about (?:you|your)|(?:spend|have|make) (?:more |some |an? \w+ )*(?:time|evening|day|hour|weekend) (?:together|with you|for us|for each other)|"
    r"time together|more of you|deeper|real (?:talk|conversation)|talk (?:like|as) we used to|like we used to|strangers|housemates|roommates (?:more|who)|ships (?:in|that)|love (?:you )?to (?:hear|know|understand) (?:\w+ )?(?:you|your|what)|learn about you|understand you|remember when we|dream (?:out loud|together)|"
    r"cuddle|hold (?:hands|you|me)|(?<!they )want (?:us|you and me) to|tell you how much|in love with you|feel loved|be near you|lonely (?:for|without) you|want to be with you|wish we|let 's (?:do something|go out|plan|get away)|hang out)\b"
)
_WRONGS = frozenset(
    """forget ignore interrupt shout yell scream cancel lie miss refuse snap slam sulk mock tease embarrass humiliate criticise criticize
    judge blame break steal cheat undermine overrule exclude flake bail ditch ghost dump waste ruin spoil storm complain nag moan borrow
    leave skip scroll stare laugh roll overspend dismiss disappear hang block read""".split()
)
_HURT = frozenset(
    """exhausted tired hurt angry sad upset frustrated lonely annoyed furious disappointed fed sick overwhelmed embarrassed humiliated
    invisible ignored unappreciated resentful worried gutted livid fuming drained unimportant betrayed rejected abandoned mad done
    irritated worn stressed mortified devastated ashamed alone small stupid""".split()
)
_LOADED = re.compile(
    r"\b(?:again|without (?:asking|telling|saying|a word|even)|instead of|so late|hours? late|minutes? late|at (?:two|three|four|2|3|4) (?:in the morning|am|a\.m\.)?|behind my back|in front of|by myself|on my own|all by|everything myself|every (?:single )?time|"
    r"for the (?:third|fourth|second|umpteenth|nth|hundredth)|do everything|all the (?:work|cooking|cleaning|chores|housework)|had to|left me|let me down|not fair|unfair|fed up|sick of|tired of|enough of|ca n't (?:take|stand|go on|keep)|never (?:once )?(?:help|say|ask|call|listen|thank|text|notice)\w*|promised|supposed to|only one who|always me)\b"
)
_GRAVE = re.compile(
    r"\b(?:let (?:me|us|him|her|them|everyone|everybody) down|let down\b|behind my back|left me (?:to|wait\w*|alone|sitting|standing|stranded|out)|stood me up|broke (?:your|his|her|their) (?:word|promise)|cheated on|lied to|walked out on)"
)
_TIME = re.compile(
    r"\b(?:\d{1,2}(?::\d\d)?(?: ?[ap]m)?|o'clock|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|tomorrow|today|weekend|next week|january|february|march|april|june|july|august|"
    r"september|october|november|december|seven|eight|nine|six|five|ten)\b"
)


_MOCK_TONE = re.compile(
    r"^(?:wow|oh|well(?! done)|gee|great(?! (?:job|work|that|to)\b))\b|\bmust have been (?:exhausting|hard|so|very|tiring|a real)\b|\bhope it was n't too\b|\btruly\b.{0,20}\binspir"
)
_OWN_PART = re.compile(
    r"\b(?:i (?:was|have been|'ve been) (?:hard|difficult|horrible|awful|short|grumpy|distant|unfair|wrong|rude|mean|harsh)|took it out on|i snapped|i shouted|i should n't have|my fault)\b"
)
_WISHED = 25  # words of a wish for closeness that also tells what the other does
_PLAN = 30  # words of a mere plan
_TELLING = 14  # words beside its questions: it asks no mere fact
_FAVOUR = re.compile(r"\b(?:can|could|would|will|wo n't|may|shall) (?:you|u|we|i)\b|\bwould you mind\b|\bplease\b")
_ENVY = re.compile(
    r"\bmust be (?:so |really )?(?:nice|lovely|great|good|wonderful|fun)\b|^(?:lucky you|some of us|(?:nice|alright) for some)\b"
    r"|^(?:oh |so )*(?:great|perfect|brilliant|lovely|good|fantastic|super) ,? ?another\b"
)
_FEELING_TONE = re.compile(r"\b(?:feel|felt|feeling|love|hope|wish|happy|proud|excited|glad|sorry|miss)\b")
_USUAL = re.compile(  # what someone does again and again is no plan
    r"\b(?:late|again|always|never|keeps?|most (?:days|nights|weeks|mornings|evenings)|every (?:single )?(?:day|night|week|time|morning|evening))\b"
)
_QUESTION_WORD = re.compile(
    r"\s*(?:when|where|who|what|which|how|is|are|do|does|did|have|has|can|could|will|would)\b", re.IGNORECASE
)
_UNREAL = frozenset("would could should might may will 'll 'd can must".split())
_STATES = frozenset("be have know think want need like love seem mean live work look feel hope believe".split())
_KIND_ACTS = frozenset(
    "thank help love support hug bring cook visit call smile laugh hold listen sit stay drive cover teach make give save fix".split()
)


def intent(parsed: Parsed, findings: tuple[Finding, ...], questions: tuple[QuestionReading, ...]) -> Intent:
    """The main purpose of a text."""
    words = " ".join(token.lower_ for token in parsed.doc if token.i not in parsed.reported and not token.is_space)
    if not any(char.isalpha() for char in words):
        return "plain"
    blamed = bool(findings) or any(question.blaming for question in questions)
    told = _tells_an_act(parsed)
    short = len(parsed.sentences) <= 2
    if _REASSURE.search(words) and short and not told:
        return "reassurance"
    if blamed:
        return "complaint"
    if _MOCK_THANKS.search(words):
        return "complaint"
    apology = _APOLOGY.search(words) and not _NO_APOLOGY.search(words)
    thanks = _THANKS.search(words) and not (questions and _THANKS.search(words[-25:]))
    grievance = _grievance(parsed, words)
    if apology and (grievance < 3 or _OWN_PART.search(words)):
        return "apology"
    if thanks and grievance < 3:
        return "complaint" if _MOCK_TONE.search(words) else "thanks"
    if _CLOSENESS.search(words) and grievance < 3 and not (told and len(words.split()) > _WISHED):
        return "invitation"
    if grievance >= 2 or (told and grievance):
        return "complaint"
    return _the_rest(parsed, words, questions, told=told)


def _the_rest(parsed: Parsed, words: str, questions: tuple[QuestionReading, ...], *, told: bool) -> Intent:
    """Logistics asks a fact, or says when and where something is; with an act of the other in it, it is something to talk about."""
    if told:
        return "complaint"
    if _ENVY.search(words):
        return "plain"
    asked = [
        question
        for question in questions
        if question.text.rstrip().endswith("?") or _QUESTION_WORD.match(question.text)
    ]
    if asked and not any(question.open for question in asked):
        telling = len(words.split()) - sum(len(question.text.split()) for question in asked)
        return "plain" if _FAVOUR.search(words) or telling > _TELLING else "logistics"
    people = re.search(r"\b(?:you|he|she|they|my \w+|your \w+)\b", words) is not None
    past = any(token.tag_ == "VBD" for token in parsed.doc)
    plan = (
        not people
        and not past
        and _TIME.search(words)
        and not _FEELING_TONE.search(words)
        and len(words.split()) <= _PLAN
        and not _FAVOUR.search(words)
        and not (_USUAL.search(words) and any(is_other(token) for token in parsed.doc))
    )
    return "logistics" if plan and not questions else "plain"


def _tells_an_act(parsed: Parsed) -> bool:
    """Whether a clause tells what the other did, does or has left undone: no wish, no question, no plan, nothing kind."""
    for token in parsed.doc:
        if (
            token.pos_ != "VERB"
            or token.i in parsed.reported
            or token.dep_ in {"relcl", "advcl", "xcomp", "ccomp", "pcomp"}
        ):
            continue
        subject = _subject(token)
        if subject is None or not (is_you(subject) or is_other(subject)) or subject.i > token.i:
            continue
        auxiliaries = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
        first = min((child.i for child in token.children if child.dep_ == "aux"), default=subject.i)
        asks = first < subject.i or "?" in token.sent.text
        past = token.tag_ in {"VBD", "VBN"} and not auxiliaries & _UNREAL
        habit = token.tag_ in {"VBP", "VBZ"} and token.lemma_ not in _STATES
        wrong = is_you(subject) or _wrong(token) > 0
        if not asks and wrong and (past or (habit and _wrong(token))) and token.lemma_ not in _KIND_ACTS:
            return True
    return False


def _grievance(parsed: Parsed, words: str) -> int:
    """How much a described wrong weighs: an act of the other that hurt, left undone or broke an agreement, and the hurt itself."""
    weight = min(2, len(_LOADED.findall(words)) + 2 * (_GRAVE.search(words) is not None))
    acts = hurts = 0
    for token in parsed.doc:
        if token.i in parsed.reported:
            continue
        if token.pos_ in {"VERB", "AUX"}:
            subject = _subject(token)
            if subject is not None and (is_you(subject) or is_other(subject)):
                acts = max(acts, _wrong(token))
        if token.lower_ in _HURT and _mine(token):
            hurts = 1
    return weight + acts + (hurts if acts or weight or re.search(r"\b(?:you|he|she|they)\b", words) else 0)


def _wrong(verb: Token) -> int:
    children = {child.lower_ for child in verb.children}
    if verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in {"hope", "wonder", "know", "think", "ask"}:
        return 0
    if children & {"n't", "not", "never", "hardly", "barely", "rarely"}:
        soft = verb.lemma_ in {"have", "be", "know", "mind", "worry", "deserve", "need", "like"} or children & {
            "ca",
            "may",
            "might",
        }
        return 1 if soft else 2
    if verb.lemma_.lower() in _WRONGS:
        return (
            2
            if verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"} and not children & {"can", "could", "will", "would", "might"}
            else 1
        )
    if verb.lemma_ in {"keep", "stop"} and any(child.tag_ == "VBG" for child in verb.children):
        return 2
    return 0


def _subject(verb: Token) -> Token | None:
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None and verb.dep_ == "conj":
        return _subject(verb.head) if verb.head != verb else None
    return subject


def _mine(token: Token) -> bool:
    """The feeling is the writer's: "I'm exhausted", "left me furious"."""
    near = [other.lower_ for other in token.doc[max(token.sent.start, token.i - 4) : token.i]]
    return bool({"i", "me", "'m", "im", "am"} & set(near)) and not {"you", "he", "she", "they"} & set(near[-2:])
