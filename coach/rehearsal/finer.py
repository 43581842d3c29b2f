"""What a sentence does more exactly than its act and form tell: praise, reassurance, a touch, a plan with a time, a plain piece of news.

A finer point mostly keeps the act; praise, reassurance and care soothe as what validates does, a touch, a treat and a plan as a request. Where a persona has no answer to it, the broader point's
frames answer (:data:`BROADER`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

    from coach.library.practice import Act, Point

BROADER: dict[Point, Point] = {
    "guess": "check", "either": "yes_no", "dreads": "us", "detail": "more", "does": "detail", "again": "more", "somebody": "detail",
    "span": "count", "amount": "count", "moment": "since", "choose": "need", "where": "fact", "how_was": "feeling", "silence": "okay",
    "treat": "may_i", "touch": "may_i", "meets": "we_do", "praise": "thanks", "glad": "warm", "reassures": "warm", "cares": "thanks",
    "shared": "tells", "together": "agrees", "explains": "tells", "wished": "low", "news": "tells", "limits": "refuses",
    "jokes": "tells", "answers": "tells",
}  # fmt: skip
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tonight|today|christmas|easter)"
_PART = r"(?:morning|afternoon|evening|night|week|weekend|month)"
_CLOCK = r"(?:at|by|from|around|about|till|until) (?:half past |quarter (?:past|to) |(?:ten|twenty|five) past )?(?:\d+(?:[.:]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)(?: o'clock)?(?! (?:years?|months?|weeks?|days?|hours?|minutes?|people|euros?|pounds?)\b)"
TIME = re.compile(
    rf"\b(?:(?:this|next|on|every|from|after|before|by) )?(?:{_DAY}(?: {_PART})?|(?:this|next|every) {_PART}|{_CLOCK}|after (?:work|dinner|lunch|school|breakfast|supper))(?:,? (?:{_CLOCK}|{_DAY}|after (?:work|dinner|lunch)|in the {_PART}))*",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:it is|then(?= ?[?.!]*$)|shall we|make it|how about|what about|let 's|we said|we 'll (?:do|go|meet|have|sit|talk|see|eat)|see you|i 'll (?:be|come|pick|bring|ring|fetch)|are you free|(?:does|would|is|will) .* (?:work|suit|do|okay|ok|good|better|easier|possible|all right|fine)|deal)\b"
)
_FOOD = r"(?:tea|coffee|cuppa|cup|biscuits?|cake|sugar|milk|water|blanket|cushion|lift|drink|soup|toast|sandwich|sweets?|chocolate|crisps|seat|eggs?|bread|dinner|lunch|breakfast|supper|pasta|noodles|rice|chips|pizza|beer|wine|juice|pancakes?|tissues?|hanky|brew|slice|piece|half(?! past))"
_KIND = r"keep (?:it|them|that) (?!from|up|in mind|quiet)|(?:have|get|take|eat|drink|have got) (?:a |an |some |your )?(?:rest|break|seat|nap|sleep|breath|biscuit|bath|day off|minute|hot|water|tea|drink|chair|coat|something)|sit (?:down|with|by|next|beside|here|still)|lie down|sleep (?:well|warm|tight|in)|rest\b|eat (?:something|up)|look after yourself|take care|do n't (?:fall asleep|forget your|catch|stay up|work too|get cold|be late|miss your|wait up)|take your (?:shoes|coat|time)|put your feet up|go (?:to bed|and (?:rest|sleep|lie|eat|have))|breathe|wrap up|drive (?:safe|care)\w*|warm up|dry your|get (?:home safe|warm|well)"
_TOUCH = re.compile(
    r"\b(?:(?:hold|take|give me|squeeze) (?:my|your) hand|(?:can|may|could|shall|should|do you want me to|let me|want to) (?:i |we |me )?(?:please |just )*(?:hold|hug|kiss|cuddle) (?:you|your hand|on to you|each other|\?)|give (?:me|you|us) (?:a|one) (?:big |last )?(?:hug|kiss|cuddle)|(?:a |need a |want a |have a )?(?:hug|cuddle) \?|come here\b(?! (?:and|with|to|at|for|often|every|when))|(?:my|your) arms? (?:a?round)|lean on me|put your (?:head|hand|arm)|(?:i 'm|i am) (?:holding|squeezing|hugging|taking) your|hug me|hold me)\b"
)
_SILENCE = re.compile(
    r"\b(?:are you (?:still )?(?:there|with me|awake|listening)|(?:^|, |please |just |do )say (?:something|anything)|you(?: 've| have) gone (?:\w+ )?quiet|you(?: 're| are) (?:so |very |being |awfully )?(?:quiet|silent)|do n't go quiet|where (?:did|have) you (?:go|gone) \?|nothing to say|talk to me)\b|^hello \?"
)
_DREADS = re.compile(
    r"^(?!(?:\w+ ?,? ){0,3}?(?:when|where|who|what|which|how)\b).*?(?:\b(?:are|do|did|will|would|is|have) (?:you|we|it|this) (?:\w+ ){0,3}?(?:hate|leave|leaving|breaking up|splitting|over\b(?! (?:here|there))|regret|lying|lie to|blame me|sick of|tired of me|fed up|ashamed of me|embarrassed by|disappointed in|giving up|want me (?:to go|gone|out)|the end\b|(?:seeing|meeting|sleeping with|in love with) (?:some|any)(?:one|body)|sorry (?:you|that you|about (?:it|us|me))\b|having an affair|cheat\w*|(?:that|it|this) too (?:much|late|early|soon|far|long)|too late|mind (?:if|me|it|that|very|much)|mind \?)|\b(?:did|have|had) i (?:do|done|say|said|get|got) (?:something|anything|it) (?:wrong|stupid|bad|to upset|to offend)|\b(?:was|is) (?:my|it|this) (?:\w+ )?(?:wrong|bad|rubbish|stupid|terrible) ?\?|\bam i (?:\w+ )?(?:boring|in the way|a (?:bad|burden|terrible)|too (?:much|late|old|slow)))"
)
_EITHER = re.compile(
    r"(?<!minute )(?<!day )(?<!week )(?<!hour )(?<!time )\bor (?!(?:not|no|something|anything|so|what|else|more)\b)\w+"
)
_HOW_WAS = re.compile(
    r"\bhow (?:was|is|are|were|'s|'ve|did|has|have|does|do) (?!(?:you|it|that|this|we|i|they|he|she)\b)(?:\w+ ){1,4}?(?:\?|,|today|yesterday|now|doing|go\b|going|been|keeping|getting|coming|holding|feeling)"
    r"|\bhow (?:are|were|have|'ve|has) (?:you|things|you two)(?: (?:been|doing|feeling|keeping|now|today|tonight|then|lately))* ?\?|\bhow (?:is|'s|was|are|were) (?:he|she|they) (?:(?:doing|getting on|keeping|feeling|now|today|these days) ?)*\?"
)
_HARD_ON = r"(?:angry|cross|mad|upset|annoyed|accusing|blaming|judging|leaving|going|shouting|asking you|here to|trying to|disappointed|giving up|letting go|trapping|laughing)"
_REASSURES = re.compile(
    rf"\b(?:i (?:'m|am) not (?:\w+ )?{_HARD_ON}|i do n't want to (?:take|hurt|fight|argue|spoil|stop you|push|rush|make you|change you|win)|i (?:do n't|never|did n't|wo n't|would n't|'d never|would never|could n't|could never) (?:ever |really |even )*(?:think (?:\w+ )?(?:less|badly|worse)|mind|need you to|care about|care if|expect|blame|hate|want you to (?!go\b)|want a perfect|have minded|have been cross|hold (?:it|that)|tell (?:anyone|anybody|them|her|him)|go\b|leave|laugh at you|shout|be (?:cross|angry))|you (?:do n't|never|need n't|did n't|wo n't|never did) (?:ever )?(?:have|need) to|(?:it|that) (?:is n't|'s not|is not) your (?:job|fault|doing)|i (?:'d|would) have (?:lent|helped|come|understood|listened|waited|looked|done|stayed|said yes|forgiven|given|believed|brought|made you|sat|driven|held|rung|picked)|no ?body 's (?:angry|cross|blaming|leaving|counting)|i (?:'m|am) (?:still |right )?here|we (?:'re|are) (?:fine|okay|ok|all right|alright|good|not over)|no more \w+ from me|i (?:do )?believe you|i (?:'m|am) (?:quite |really )?sure\b|you (?:have n't|did n't) (?:ruin|spoil|break|hurt|do anything|lose|let)|it (?:does n't|did n't) (?:bother|change)|(?:is|was) n't the end of the world|happens to (?:everyone|everybody|the best)|i know (?:that )?you (?:did n't|'re not|were n't|meant|never meant)|nothing to (?:be sorry|apologi[sz]e|be ashamed)|no need to (?:be )?(?:sorry|apologi[sz]e|explain)|take (?:all |as much |your )(?:the |of the )?time|no (?:rush|hurry|pressure)|whenever you (?:'re|are|like|want|can))"
)
_GOOD = r"(?:good|great|brilliant|brave|lovely|kind|wonderful|clever|beautiful|funny|generous|patient|strong|amazing|fair|sweet|thoughtful|nice|decent|honest)"
_PRAISE = re.compile(
    rf"\b(?:you (?:'re|are|were|'ve been|have been) (?:\w+ ){{0,2}}?(?:a |an |the )?{_GOOD}(?! (?:enough|for nothing))|(?:that|this|it) (?:was|is|'s) (?:\w+ ){{0,2}}?(?:a |an )?(?:brave|brilliant|beautiful|clever|{_GOOD} (?!time|idea|day|thing|point|question)\w+)|i (?:do |really |just )*(?:like|love|admire|respect) (?:the way|how|that) you|i (?:do |really )*(?:like|love) (?:the|your|his|her|that|this|those) \w+|i (?:'m|am) (?:\w+ )?(?:impressed)|you (?:'re|are) not as (?:bad|difficult|hopeless|stupid|cold|hard)|well done|congratulations|you did (?:\w+ )?(?:well|great|brilliantly)|you(?: 've| have) (?:got )?(?:a real|such a)|look(?:s|ed)? (?:\w+ )?(?:lovely|great|beautiful|brilliant|nice|good|well|smart|pretty)\b|nobody (?:\w+ )?(?:like you|as well as you)|you (?:handled|managed) (?:\w+ )?(?:\w+ )?well)"
)
_PARCHED = re.compile(r"^(?:\w+ ?,? ){0,1}?(?:thirsty|hungry|peckish|cold)\b")
_WEARY = re.compile(r"\b(?:tired|sleepy|hungry|cold|thirsty|full|sore)\b(?! of)")
_THANKED = re.compile(r"\b(?:thank\w*|cheers|appreciate|grateful)\b")
_SHARED = re.compile(
    r"^(?:(?:and|but|yes|oh|well|no) ?,? )*(?:i|we|so|neither|nor|me)\b(?!.*\b(?:could|can|'ll|will|want)\b).*\b(?:too|as well|either|both|same(?: here)?|(?:so|neither|nor) (?:was|were|did|am|do|have|had) i)\b(?! (?:much|many|late|early|long|hard|big|far|often|loud|soon|quick|busy|\w+ (?:to|for)))|^(?:(?:and|but|yes|oh|well|no) ?,? )*(?:so|neither|nor) (?:was|were|did|am|do|have|had|would|will|could) i\b|\bme (?:too|neither)\b|\bsame here\b|\bthat makes two of us\b"
)
_TOGETHER = re.compile(
    r"^(?:(?:and|but|so|then|well|yes) ?,? )*(?:if \w+ \w+ , )?we (?:'ll|will|can|could always|'ve|have|'re|are|do|did) (?!(?:said|talked|never|always|need)\b)|\bwe (?:'ll|will) (?:manage|find|get|work|sort|see|be (?:fine|ok|okay|all right))\b|\bbetween (?:us|the two of us)\b"
)
_EXPLAINS = re.compile(
    r"^(?:(?:and|but|well|you know|look) ?,? )*(?:it|that|this|i)\b.*\b(?:because|so that|so (?:i|you|we) (?:can|could|would|do)|that 's why|the reason)\b|\bthat 's (?:why|what) i\b|\bi only \w+(?:ed)? (?:it )?(?:because|so)\b"
)
_WISHED = re.compile(
    r"\bi (?:only |just |do |really |so )*wish\b|\bi (?:'d|would) have (?:liked|loved|preferred|wanted)\b|\bif only\b|\bwe (?:could|should) have (?:been|done|gone|had|talked|said|told|asked|met|come|tried|sat)\b"
)
_LIMITS = re.compile(
    r"\bi (?:ca n't|can not|could n't) (?:promise|always|do it (?:alone|all)|be (?:\w+ )?(?:every|all))|\bi do n't know (?:if|whether|how) i\b|\bi (?:'m|am) (?:not (?:\w+ )?good at|no good at|bad at|hopeless at|not perfect|still learning|useless at)|\bi might (?:not|forget|fail|get it wrong)\b"
)
_JOKES = re.compile(
    r"\b(?:final offer|i owe you (?:a|an|one|two|three)|world record|(?:gold )?medal|ha+ ?ha+\w*|(?:terrible|hopeless|awful|dreadful|useless|rubbish) at|(?:i 'm |only |just )(?:joking|kidding|teasing)|nobel|world champion|call the police|museum|no refunds|in my defence|don't tell the|for the record books|i (?:will|'ll) (?:deny|charge))\b"
)
_CARES = re.compile(rf"^(?:(?:and|now|please|just|then|so|go on|go|you|ok|okay) ?,? )*(?:{_KIND})")
_TREAT = re.compile(
    rf"^(?:(?:and|now|so|here|there 's|would you like|do you want|want|fancy|can i get you|shall i (?:make|get|bring|put)|may i (?:get|bring)) ?,? )*(?:you |us |on )*(?:a |an |some |more |another |the |any |your |one |two |no )*(?:\w+ )?{_FOOD}\b"
)
_CAN_BEAR = re.compile(r"\b(?:can|could) you (?:manage|do|live with|bear|cope with|afford) (?:that|it|this)\b")
_FIRST = r"^(?:\w+ ?,? ){0,2}?"
_HOW_LONG = re.compile(_FIRST + r"how (?:long|far) (?:did|do|does|was|were|is|are|will|would)\b")
_WE_ARE = re.compile(r"\b(?:we (?:'re|are)|are we) (?:\w+ ){0,2}?(?:friends|okay|ok|good|fine|all right|alright|us)\b")
_TO_BE = re.compile(
    r"\bwhat (?:do|did) you want to (?:be|become|talk|say|tell|ask|do)\b|\bwhat would you have (?!me\b|us\b|liked|wanted|needed|preferred)\w+"
)
_WHO_ELSE = re.compile(r"\bwho else (?!knows?\b|knew|(?:did|do|have) you)")
_CHOICE = re.compile(
    r"\bwhich\b.*\byou (?:\w+ )?(?:want|like|prefer|fancy|rather|have|having)\b|\bwhat (?:would|do|are|shall) (?:you|i|we) (?:\w+ )?(?:like|want|fancy|have|having|get|bring|order|cook|make)(?: me)? (?:to (?:eat|drink|watch|have|wear)|for (?:dinner|lunch|breakfast|supper|tea|pudding|your birthday|christmas)|on (?:your|it)|in (?:your|it)|with (?:your|it))"
)
_OFTEN = re.compile(_FIRST + r"how (?:often|many (?:times|nights|days|weeks|evenings|hours|mornings))\b")
_WHEN_DID = re.compile(_FIRST + r"(?:when|what time) (?:did|was|were)\b")
_MAY_SAY = re.compile(r"\byou (?:can|may) (?:always |still |just )*(?:tell|say|ask|talk|cry|ring|call|come to)\b")
_WILL_BE = re.compile(
    _FIRST
    + r"will you (?:still |also |ever )?(?:have|be|need|live|know|get|earn|work)\b(?! (?:me|back to me|it done|up))"
)
_HOW_OLD = re.compile(_FIRST + r"how (?:old|tall|bad)\b")
_SOME_SUM = re.compile(
    r"^(?!.*\b(?:is|are|was|were|did|do|does|has|have|'s|'re|had|would|could|will)\b)(?=.*\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|eighty|hundred|thousand|half|each)\b)"
)
_TELL_REASON = re.compile(r"\btell me (?:the reason|why)\b")
_TELL_WHAT = re.compile(
    r"\btell me (?:what|who|where|when|how (?:much|many|long|old))\b(?! (?:happened\b|(?:'s|is|was|it) (?:like|wrong|up|going on|on your)))"
)
_ENDS_AT = re.compile(
    _FIRST
    + r"(?:when|what time) (?:do|does) \w+ (?:\w+ )?(?:finish|end|start|begin|get|leave|close|open|stop|arrive)\b"
)
_WHICH_DAY = re.compile(_FIRST + r"which \w*(?:day|week|evening|weekend|month)\b")
_WOULD_TAKE = re.compile(r"\bwhat would it take\b")
_NOT_OF_YOU = re.compile(
    r"\bwhat (?:'s|is|are) (?:the|his|her|their|my) \w+ doing\b|\bwhat would you (?:tell|say|answer)\b"
)
_ASKS_WHICH = re.compile(_FIRST + r"(?:which|what|why|how|who|when)\b(?! (?:about|if)\b)")
_GONE = re.compile(r"\b(?:since|ago|last|until|till now|was|were|had|did)\b")
_TO_YOU = re.compile(r"\b(?:do|does|did|has|have|was|were|is) (?:any|some|no)(?:one|body|thing)\b.*\byou\b")
_INVITES = re.compile(
    r"^(?:\w+ ?,? ){0,2}?(?:want|wanna|feel like|coming|up for) (?!me\b|to (?:know|hear|tell|talk|say|leave|fight|lose)\b)(?:to |a |for )?\w+"
)
_HOW_MUCH = re.compile(_FIRST + r"how (?:much|many|big)\b")
_WHEN = re.compile(_FIRST + r"(?:when|what time|what day) (?:do|does|is|are|will|can|shall)\b(?! it\b)")
_CLOCK_SAYS = re.compile(r"\bwhat (?:time|day) is it\b")
_WHO = re.compile(_FIRST + r"who\b(?! (?:am|are) (?:i|you|we)\b)")
_WHERE = re.compile(_FIRST + r"where\b(?! (?:does that|do we))")
_DOES = re.compile(r"\bwhat (?:do|did|does|are|were|have) you (?:\w+ )?(?:do|doing|done|get up to)\b")
_STUNG = re.compile(
    r"\b(?:it|that|this) (?:\w+ )?(?:felt|hurts?|stings?|stung|broke|crushed|frightened|scared|upset|cut)\b|\b(?:it|that|this) (?:was|'s been|has been) (?:\w+ )?(?:hard|awful|lonely|horrible|cruel|frightening|humiliating|embarrassing|painful|exhausting)"
)
_AT_THE_END = re.compile(
    r"\bi (?:do n't want to (?:lose|leave|be without)|ca n't (?:do (?:this|it|that) (?:alone|any)|go on|keep (?:doing|this)|do .* much longer)|do n't know (?:how much|if i can))|\bmuch longer\b|\bi (?:keep|still|ca n't help) (?:thinking|hearing|seeing|going over|dreaming|wondering|think of|hear|see)\b"
)
_RETURNED = re.compile(r"\b(?:love|adore|miss|missed|missing|like|want)\b")
_INFORMS = re.compile(_FIRST + r"(?:did|do) you know (?!(?:about|what|who|how|why|where|when|if|whether|of)\b)\w+ \w+")
_ASKED: tuple[tuple[re.Pattern[str], frozenset[str], Act, Point], ...] = (
    (_INFORMS, frozenset({"yes_no"}), "neutral", "news"),
    (_SOME_SUM, frozenset({"guess"}), "curious", "assent"),
    (_TELL_REASON, frozenset({"more"}), "curious", "reason"),
    (_TELL_WHAT, frozenset({"more"}), "curious", "detail"),
    (_ENDS_AT, frozenset({"fact", "date"}), "curious", "moment"),
    (_WHICH_DAY, frozenset({"detail"}), "curious", "date"),
    (_WOULD_TAKE, frozenset({"feeling"}), "curious", "need"),
    (_NOT_OF_YOU, frozenset({"feeling", "need"}), "curious", "detail"),
    (_WILL_BE, frozenset({"you_do"}), "curious", "yes_no"),
    (_HOW_OLD, frozenset({"fact", "count", "since"}), "curious", "detail"),
    (_CAN_BEAR, frozenset({"you_do"}), "curious", "assent"),
    (_PRAISE, frozenset({"guess"}), "validating", "praise"),
    (_DREADS, frozenset("yes_no guess us upset okay detail assent".split()), "curious", "dreads"),
    (_EITHER, frozenset("yes_no guess okay upset may_i".split()), "curious", "either"),
    (_HOW_WAS, frozenset("fact feeling more detail".split()), "curious", "how_was"),
    (_HOW_LONG, frozenset({"fact", "since", "detail"}), "curious", "span"),
    (_WE_ARE, frozenset({"guess", "yes_no"}), "curious", "us"),
    (_TO_BE, frozenset({"need"}), "curious", "detail"),
    (_WHO_ELSE, frozenset({"who"}), "curious", "detail"),
    (_CHOICE, frozenset("detail need yes_no more fact view".split()), "curious", "choose"),
    (_OFTEN, frozenset({"fact", "since", "count"}), "curious", "count"),
    (_HOW_MUCH, frozenset({"fact", "since", "count"}), "curious", "amount"),
    (_WHEN_DID, frozenset({"fact", "since"}), "curious", "moment"),
    (_CLOCK_SAYS, frozenset({"fact", "date"}), "curious", "detail"),
    (_WHEN, frozenset({"fact"}), "curious", "date"),
    (_TO_YOU, frozenset({"fact"}), "curious", "yes_no"),
    (_INVITES, frozenset({"guess", "yes_no"}), "request", "we_do"),
    (_WHO, frozenset({"detail"}), "curious", "somebody"),
    (_WHERE, frozenset("detail fact since reason".split()), "curious", "where"),
    (_DOES, frozenset({"detail", "more", "need", "feeling"}), "curious", "does"),
)
_TOLD: tuple[tuple[re.Pattern[str], Point], ...] = ((_LIMITS, "limits"), (_WISHED, "wished"), (_JOKES, "jokes"))
_PLAINLY: tuple[tuple[re.Pattern[str], Point], ...] = (
    (_SHARED, "shared"),
    (_EXPLAINS, "explains"),
    (_TOGETHER, "together"),
)
_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl"})
_STANDS: frozenset[str] = frozenset("thanks closes raises learns refuses greets agrees".split())
_BURDENED = re.compile(
    r"\b(?:you|your|alone|wait\w*|cr(?:y|ied|ying)|nobody|no one|never|nothing|until|till|without|could n't|did n't|was n't|only|myself|lost|left|stood|sat|scared|hurt|hid|all (?:night|day))\b"
)
_TOLD_PLAINLY: frozenset[Point | None] = frozenset({"tells", "charges"})
_NO_PLAN: frozenset[str] = frozenset("we_do you_do may_i since check".split())


def finer_question(words: str, point: Point | None, *, has_verb: bool) -> tuple[Act, Point] | None:
    """A finer reading of a question, or None: ``words`` in lower case, joined by spaces."""
    if _TOUCH.search(words):
        return "request", "touch"
    if _SILENCE.search(words):
        return "curious", "silence"
    if point not in _NO_PLAN and _timed(words, has_verb=has_verb):
        return "request", "meets"
    if not has_verb and _PARCHED.search(words):
        return "request", "treat"
    if point != "check" and _TREAT.search(words) and (not has_verb or point in {"may_i", "we_do", "yes_no"}):
        return "request", "treat"
    return next(((act, finer) for rule, known, act, finer in _ASKED if point in known and rule.search(words)), None)


def finer_statement(
    words: str, sentence: DocSpan, act: Act, point: Point | None, *, answers: bool
) -> tuple[Act, Point] | None:
    """A finer reading of what is told, or None; ``answers`` where the partner has asked something and this comes first."""
    if _TOUCH.search(words) and point != "tells":
        return "request", "touch"
    if _SILENCE.search(words):
        return "curious", "silence"
    if act == "request" and _MAY_SAY.search(words):
        return "validating", "reassures"
    if act == "request":
        return (
            ("validating", "cares")
            if _CARES.search(words)
            else ("owned_feeling", "wished")
            if _WISHED.search(words)
            else None
        )
    if act in {"apology", "repair", "responsibility", "reflective"}:
        return None
    if point == "low":
        if _WISHED.search(words):
            return act, "wished"
        if _WEARY.search(words):
            return act, "news"
        return (act, "shared") if _SHARED.search(words) else None
    if point == "warm" and not _RETURNED.search(words) and not _REASSURES.search(words):
        return act, "glad"
    if _PRAISE.search(words) and not _THANKED.search(words) and "n't" not in words:
        return "validating", "praise"
    if _REASSURES.search(words):
        return act if act != "neutral" else "validating", "reassures"
    if point == "agrees" and _SHARED.search(words):
        return act, "shared"
    if point in _STANDS and not _LIMITS.search(words):
        return None
    told = next((finer for rule, finer in _TOLD if rule.search(words)), None)
    if told:
        return act, told
    return _plain(words, sentence, act, answers=answers) if point in _TOLD_PLAINLY else None


def _plain(words: str, sentence: DocSpan, act: Act, *, answers: bool) -> tuple[Act, Point] | None:
    """A sentence that only tells something."""
    if _CARES.search(words):
        return "validating", "cares"
    if _STUNG.search(words) or _AT_THE_END.search(words):
        return "owned_feeling", "low"
    finite = any(token.tag_ in {"VBD", "VBP", "VBZ", "MD"} for token in sentence)
    if not any(token.tag_ in {"VBD", "VBN"} for token in sentence) and _timed(words, has_verb=finite):
        return "request", "meets"
    for rule, finer in _PLAINLY:
        if rule.search(words):
            return act, finer
    if answers and len(words.split()) <= 8:
        return act, "answers"
    subject = next((token.lower_ for token in sentence if token.dep_ in _SUBJECT), None)
    light = not _BURDENED.search(words) or not any(token.tag_ in {"VBD", "VBN"} for token in sentence)
    return (act, "news") if light and finite and subject not in {None, "we", "you"} else None


def _timed(words: str, *, has_verb: bool) -> bool:
    """Whether it proposes a time: "this Wednesday, then?", "Saturday at ten", "Tuesday it is"."""
    named = TIME.search(words)
    if named is None or _ASKS_WHICH.search(words) or _GONE.search(words):
        return False
    return _PLAN.search(words) is not None if has_verb else "every" not in named[0] and len(words.split()) <= 12
