"""What no suggestion says, by its words alone: markup, machine talk, verdicts, labels, diagnoses, advice to stay or leave."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_IS = r"(?:['’](?:re|s|m)| are| is| am| was| were| have been| has been)"
_VERY = r"(?: (?:so|very|too|just|really|clearly|absolutely|completely|totally|entirely|obviously|being|simply|quite|such|a|an|the|in|not|always|all|both|one|who|only|plainly|perfectly|100%|most|definitely))*"
_WHO = r"(?:you|they|he|she|it|i|we|your (?:partner|husband|wife|mother|father|friend|boss)|this|that)"
_MARKUP = re.compile(
    r"[<>{}\[\]|`*_#\\~^]|https?:|ftp:|data:|javascript:|www\.|\w\.(?:com|org|net|io|co|example|test|invalid|me|app)\b|\S@\S|&#?\w+;|%[0-9a-f]{2}",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"\b(?:as an? (?:ai|assistant|language model|coach|therapist)|(?:language|ai) model|system (?:prompt|turn|message)|user turn|my (?:instructions|rules|prompt)|"
    r"these rules|(?:the|your|previous|prior|above) instructions?|instructed to|i-statements?|the other person (?:may|might|could|is|in)|chatbot|metaphor|rewrit\w+|(?:these|following|two|three|four) sentences|(?:this|possible|given|following) (?:response|text|interpretation)|(?:this|possible|given|following) (?:question|line) (?:is|asks|shows|could|would)|(?:four|three) (?:questions|sentences|ways|replies)|"
    r"one-liner|says?:|could become|\A(?:an? )?(?:open )?question with|glad you reached|how can i (?:help|assist)(?: you)?(?: today| with (?:your|that|this)|[?!.])|happy to help|ready to assist|here to help|json|schema|prompt|chatgpt|gpt|openai|llama|qwen|mistral|gemini|claude|"
    r"i (?:cannot|can['’]t|am unable to|won['’]t) (?:help with|assist|answer|discuss|provide|comply)|"
    r"here (?:is|are) (?:the|your|three|some)|sure[,!]|certainly[,!]|of course[,!] here|draft \d|option \d|gentle:|direct:|brief:|observation:|feeling:|need:|request:)(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:narcissis\w*|toxic|abus(?:er|ers|ive|ing)|gaslight\w*|manipulat\w+|sociopath\w*|psychopath\w*|psycho|selfish\w*|immatur\w+|laz(?:y|iness)|childish\w*|"
    r"pathetic\w*|crazy|insane|stupid\w*|idiot\w*|moron\w*|jerks?|losers?|monsters?|liars?|cheaters?|lying|(?<!feel )(?<!feeling )(?:useless|hopeless)|worthless|disgusting|unreasonable|irrational|"
    r"overreact\w*|too sensitive|drama queen|dramatic|controlling|cruel\w*|heartless\w*|inconsiderate\w*|ungrateful\w*|spoil(?:ed|t)|red flags?|needy|clingy|"
    r"incompetent|ridiculous|bitch\w*|bastards?|assholes?|arseholes?|slut\w*|whore\w*|pigs?|brats?|coward\w*|bully\w*|bullies|evil|a nag|(?:always|stop|are|you['’]re) nagging|(?:are|you['’]re|is) (?:such )?a burden|"
    r"(?<!see you as )(?<!that you were )a bad (?:person|partner|parent|mother|father|husband|wife|friend|son|daughter)|what is wrong with (?:you|me)|what['’]s wrong with (?:you|me))\b",
    re.IGNORECASE,
)
_DIAGNOSIS = re.compile(
    r"\b(?:bipolar|borderline|adhd|add|autis\w+|asperger\w*|depression|ptsd|ocd|personality|disorders?|diagnos\w+|syndrome|codependen\w+|trauma\w*|attachment style|"
    r"avoidant|anxious attachment|anger issues|anger management|addict\w*|alcoholi\w+|mental(?:ly)? (?:ill\w*|health)|unstable|daddy issues|mommy issues|in denial|projecting|repress\w+)\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    rf"\b(?:{_WHO}{_IS}{_VERY} (?:(?<!all )right|wrong|to blame|at fault|justified|innocent|guilty|victim|problem|victims|responsible for this|correct|reasonable|better person|bigger person)\b(?! now| here| there| away)|"
    r"(?:your|his|her|their|my|whose|entirely his|entirely her) fault|no fault of|deserv(?:e|es|ed|ing)|any (?:reasonable|sane|normal|decent) person|(?:any|every)(?:one|body) (?:can see|would|agrees|says?|thinks?|knows)|people say (?:that|you|he|she)|hard to (?:live|be) with|"
    r"i (?:agree|side|stand) with (?:you|him|her|them)|(?:['’]m|am|are|is|be|stand|entirely) on (?:your|his|her|their) side|most people would|no ?(?:one|body) should have to|every right to|"
    r"(?:obviously|undoubtedly|objectively)|clearly(?! to me| enough)(?<!more clearly)(?<!it clearly)|doesn['’]t (?:love|respect|care about) (?:you|me)|don['’]t (?:love|respect|care about) (?:you|me)|"
    r"(?:he|she|they|you) should (?:be ashamed|apologi[sz]e|have)|owes? (?:you|me|him|her|them) (?:an?|the|this|that|your|my)\b|(?:you|i) did nothing wrong|nothing (?:you|i) did|so brave|proud of you|"
    r"the truth is|the fact is|real reason|(?:he|she|they) (?:will|['’]ll) (?:never|always)|(?:is|are) to blame|blam(?:e|es|ed|ing) (?:you|him|her|them|is|lies))\b|(?:\A|[,.] )good for you\b",
    re.IGNORECASE,
)
_FLATTERY = re.compile(
    r"\b(?:(?:i am|i['’]m|you are|you['’]re) (?:such an? |an? |the |so |very |really |truly |always )*(?:and |\w+ and )?(?:wonderful|amazing|incredible|great|perfect|caring|loving|strong|"
    r"brave|patient|generous|thoughtful|better|best|smart|special)\b|(?:wonderful|amazing|strong|brave|caring|loving|great|good) (?:person|partner|friend|parent|soul)(?: that)? (?:i am|you are))",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"\b(?:(?:leave|leaving|dump|divorc(?:e|ing)|ditch|break(?:ing)? up|broke up|split up|walk(?:ing)? (?:away|out)|cut(?:ting)? (?:\w+ )?(?:off|out|ties)|get rid of|move on|stay(?:ing)?|stick(?:ing)?|put up)"
    r" (?:with |from |on )?(?:him|her|them|each other|this (?:relationship|marriage|man|woman)|the (?:relationship|marriage)|your (?:partner|husband|wife|job|family|friend)|me for good|you for good)|"
    r"end (?:it|things|this|the|your|our) ?(?:relationship|marriage|friendship|all)?|divorce|separation|lawyer|no contact|go no[- ]contact|better off (?:without|alone|with)|move out|pack your|find someone (?:else|better)|"
    r"(?:he|she|they)(?:['’]s| is| are) not worth)\b",
    re.IGNORECASE,
)
_THEIR_VIEW = re.compile(
    r"\A(?:(?:perhaps|maybe|possibly|it may be that|it might be that|i (?:wonder|imagine|guess))\b|(?:[\w'’-]+,? ){1,9}(?:may|might|could)\b)",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"\b(?:i love you|i hate you|against me|on purpose|to (?:hurt|punish|annoy|spite) me|like an idiot)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_SPEAKER = re.compile(
    r"\bi(?:['’]m| am)(?: not)? (?:sure|glad|happy|going)\b|\bi (?:have no doubt|will say|suppose)\b|\band i know\b|\bbut\b",
    re.IGNORECASE,
)
_LEAST = 10  # words of a view that may end in one
_NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
_OWN_VIEW = re.compile(
    r"\b(?:your|their|a|different|another)(?: own)? (?:points? of view|opinions?|perspectives?|views?|reasons?)\W*\Z",
    re.IGNORECASE,
)
_IN_TALK = re.compile(
    r"(?:you['’]re right|that was wrong|(?:your|my|their|whose) fault|they (?:are|were) (?:right|wrong)|you should have|everyone says|clearly|(?:\w+ )*blam\w+)",
    re.IGNORECASE,
)
_HEARS = re.compile(
    r"\b(?:you|your|yours|hear|i (?:know|love|laughed)|i['’]d love|me too|that['’]s (?:true|a lot|hard)|fair|heard|sounds?|understand|sense|thank|thanks|sorry|tell me|i see|i can see|we|us)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:sorry|thank(?:s| you)|makes? sense|fair|i (?:can |do |did )?(?:see|hear|know|get|miss|understand)|it sounds|that sounds|sounds like|must (?:be|have)|you (?:want|need|miss|care|feel|felt|mean|meant|gave|wish|hoped?|were|had|do|did|see|don['’]t|didn['’]t)|"
    r"(?:matters?|mattered) (?:a lot )?to (?:you|me)|hard|a lot|take the time|it can wait|not now|i['’]m (?:really )?(?:glad|here|listening)|means a lot|i[’']d (?:like|love) to (?:hear|know)|your \w+ (?:was|were|is|got|felt)|so (?:you|we|one)|let['’]s|from where you|good idea|it helps|we both|you['’]ve|i think i)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:may|might|perhaps|maybe|could|possibly|i wonder|i imagine|i guess|can feel)\b", re.IGNORECASE
)
_ADVICE = re.compile(
    r"\b(?:you (?:should|need to|have to|must|ought to|had better|could (?:just|always|try))|why don['’]t you|have you (?:tried|thought|considered)|try (?:to|not)|just (?:relax|calm|let|be|try|stop|get)|"
    r"calm down|cheer up|look on the|at least|if i were you|my advice|i (?:suggest|recommend)|it['’]s not (?:that|so) bad|don['’]t (?:worry|be|cry|feel)|you['’]ll be (?:fine|ok))\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:i (?:promise|swear|will (?:always|never)|['’]ll (?:always|never))|never again|from now on|i (?:completely|totally|fully|absolutely) agree|\Ai agree\b)",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\A(?:no|nope|yes|yeah|fine|ok|okay),? (?:you|but|i (?:did|do|never|work))\b|\A(?:no|nope|yes|yeah|fine|whatever|so what|ok|okay|well,? (?:no|yes))[.!]*\Z|\A(?:whatever|so what)\b|\bif you (?:really |truly )?(?:loved|cared)|no idea what|else would put up",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|however|although|though)\b", re.IGNORECASE)


def faults(text: str, original: str, *, talk: bool = False, example: bool = False) -> Iterator[str]:
    """Why a text cannot stand anywhere on the page, in plain words. A diagnosis that the person named may be named.

    ``talk`` is said between the two of them, where "you're right" gives in and judges nobody; an ``example`` is what the other may
    say, or what not to say, where "you're so dramatic" is no word of ours; both only as long as it is about nobody else.
    """
    talk = talk and not _THIRD.search(text)
    yield from form_faults(text)
    if (label := _LABEL.search(text)) and not (talk and example):
        yield f"“{label[0]}” labels a person"
    if (illness := _DIAGNOSIS.search(text)) and not (talk and example) and illness[0].lower() not in original.lower():
        yield f"“{illness[0]}” sounds like a diagnosis"
    if (verdict := _VERDICT.search(text)) and not (talk and _IN_TALK.fullmatch(verdict[0])):
        yield f"“{verdict[0]}” gives a verdict"
    if flattery := _FLATTERY.search(text):
        yield f"“{flattery[0]}” flatters"
    if leaving := _LEAVING.search(text):
        yield f"“{leaving[0]}” advises to stay or to leave"


def form_faults(text: str) -> Iterator[str]:
    """Why a text is no plain talk: markup, characters that cannot be seen, words about itself."""
    if not text.strip():
        yield "it is empty"
    if _MARKUP.search(text):
        yield "it holds markup, a link or an address"
    if text.count('"') % 2 or re.match(r"\W*\w:", text):
        yield "it is a piece of something longer"
    if any(unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Cn"} for char in text):
        yield "it holds characters that cannot be seen"
    if any(char.isalpha() and not unicodedata.name(char, "").startswith("LATIN") for char in text):
        yield "it is not in English letters"
    if _MACHINE.search(text):
        yield "it speaks about its instructions or itself"


def hedged(text: str) -> bool:
    """Whether a text says may or might."""
    return _HEDGED.search(text) is not None


def shows_their_view(text: str) -> bool:
    """Whether a line is about the other, and begins with a hedge."""
    begins = _THEIR_VIEW.match(text) is not None and not set('?":') & set(text)
    return (
        begins
        and all(map(hedged, re.split(r"(?<=[.!;]) ", text)))
        and (_CHARGE.search(text) is None or _NOT.search(text) is not None)
    )


def shows_hearing(text: str) -> bool:
    """Whether a response has words of somebody who listened."""
    return _SHOWS.search(text) is not None


def leaves_their_side(text: str) -> bool:
    """Whether a view takes itself back, or goes on to what the person thinks of it."""
    return _SPEAKER.search(text) is not None


def fits_anything(text: str) -> bool:
    """Whether a view is only that there is one."""
    return _OWN_VIEW.search(text) is not None and len(text.split()) < _LEAST


def reply_faults(text: str) -> Iterator[str]:
    """Why a response does not validate: it takes back, advises, or says what it cannot mean."""
    if _BUT.search(text):
        yield "it takes back with “but” what it gave"
    if advice := _ADVICE.search(text):
        yield f"“{advice[0]}” is advice"
    if not _HEARS.search(text):
        yield "it says nothing of what was heard"
    if denial := _DENIAL.search(text):
        yield f"“{denial[0]}” brushes off or hits back"
    if promise := _PROMISE.search(text):
        yield f"“{promise[0]}” says more than one can mean"
