"""What each sentence of a turn does, as the partner hears it: an act, and the point that an answer has to meet.

Read from form alone: who the subject is, how it is asked, and the set phrases of the field's techniques. What hurts is told by the
findings; here is what asks, offers, owns, feels, takes up or merely tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.language.people import is_you
from coach.rehearsal.finer import finer_question, finer_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.language.parse import Parsed
    from coach.library.practice import Act, Point
    from coach.suggest.feelings import FeelingWords

_PLAIN = frozenset(
    "be have do get go say know think make take come want talk tell thing time day just so not never".split()
)
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_INTRO = r"^(?:(?:so|and|but|then|well|oh|okay|ok|right|sure|yes|no|now|seriously|honestly|please|all right|alright|first|god|still|only|just|actually|maybe|perhaps|look|i mean) ?[,.!]* ?\b)*"
_STATES = r"(?:angry|cross|mad|upset|annoyed|hurt|furious|disappointed|offended)"


@dataclass(frozen=True)
class Move:
    """What one sentence does. ``place`` is its number in the turn; ``asked`` says that it is a question."""

    act: Act
    point: Point | None
    place: int
    asked: bool = False


Rule = tuple[re.Pattern[str], "Act", "Point | None"]


def _rules(*rows: tuple[str, Act, Point | None]) -> tuple[Rule, ...]:
    return tuple(
        (re.compile(f"{_INTRO}(?:{pattern})" if pattern[0] != "~" else pattern[1:]), act, point)
        for pattern, act, point in rows
    )


_ASKED = _rules(
    (r"~\b(?:did i get|have i got|do i have|am i getting|am i hearing|did i hear|have i understood|is that (?:right|it|how|what)\b|(?<!who )(?<!what )(?<!why )(?<!how )(?<!when )(?<!where )is it that)", "reflective", "check"),
    (r"(?:is there )?(?:anything|something) (?:else|more)|(?:like|such as) what|what about|what else|(?:and|what) \?|and then \?|how (?:so|do you mean)|what do you mean|how does (?:it|that) work|what happens when", "curious", "more"),
    (r"(?:can|could|would|will|wo n't) you (?:please |just |maybe )*(?:tell(?! me (?:that |this |it |so )?(?:the (?:next|first|day|moment|minute)|as soon|whenever|once|when|if|first|next|before|beforehand|straight))|say(?! (?:so|it|that|no|yes|sorry|hello|goodbye|thank)\b)|explain|describe|walk|help me (?:see|understand|get)|talk me|show me what|give me an example|share)", "curious", "more"),
    (r"~\bwhat (?:'s|is|are) (?:the )?(?:bit|part|thing|rest|one) (?:that )?(?:you|i)\b.*\bnot\b", "curious", "more"),
    (r"(?:can|could|shall|may|might|should) (?:we|i) (?:please |just |maybe )*(?:talk|speak|have a (?:word|talk|chat|minute))|(?:have you got|do you have|got|is this) (?:a (?:minute|moment|sec\w*)|a good (?:time|moment)|time)|are you (?:up|ready|free|okay) (?:for|to) talk", "request", "may_i"),
    (r"(?:can|could|shall|may|might|should) we\b|how about (?!you\b|it\b|that\b)|why do n't we|what if we|would you (?:be )?(?:up|open|willing|game)\b|(?:do you )?fancy\b|are you up for|how would it be if we|how does .* sound|would it (?:work|be (?:ok|okay|all right|alright|possible)) if we", "request", "we_do"),
    (r"(?:can|could|may) i (?:please |just )*(?:have|get|ask you|ask for)\b", "request", "you_do"),
    (r"is there (?:anything|something) i\b", "curious", "need"),
    (r"(?:can|could|may|might|shall|should) i\b|(?:is|would) it (?:be )?(?:ok|okay|all right|alright|fine) if i|do you mind if|(?:do you|would you|you) (?:want|like|prefer) (?:me|us) to|want me to|(?:do|would) you (?:want|like) (?:a|an|some|any|ten|five|twenty|time|help|ideas|company)\b", "request", "may_i"),
    (r"would you (?:\w+ )?(?:rather|prefer|want|miss|feel|say|call|have (?!a\b|another\b|some\b))\b", "curious", "yes_no"),
    (r"(?:can|could|would|will|wo n't) you\b|would it (?:work|help|be (?:ok|okay|all right|possible)) (?:for you )?(?:if you|to)|are you (?:willing|able|prepared|ready) to|do you think you (?:could|can)|(?:any|what) chance you|would you mind", "request", "you_do"),
    (r"(?:where|how) (?:does|did|do) (?:that|this|it|you) (?:come from|start|learn|pick)|how come|why\b|what (?:'s|has) (?:been )?(?:making|keeping|stopping|holding|causing)|what (?:made|makes|stopped|stops|kept|keeps|happened|got|gets|changed|led|caused|set|sets|went|drives)|what (?:'s|is|was|has been|'s been) (?:going on|happening|behind|up|wrong|the matter|it about|stopping|in the way|it that)|what (?:is|'s) it (?:about|with)|how did (?:that|it|this) (?:happen|come)|what were you (?:thinking|hoping|trying)|what is it about", "curious", "reason"),
    (r"~\b(?:how|what) (?:do|did|does|are|were|is|was|has|have|'s|would|will|might|could|must) (?!(?:your|he|she|they|his|her)\b)(?:\w+ ){0,4}?(?:feel\w*|like (?:for you|being|lying|sitting|when|knowing|having|,|\?|there|in|on|at|that)|holding up|coping|for you|doing|been|bearing)\b|what was (?:that|it) like|what is (?:it|that) like|what 's (?:it|that) (?:been )?like|how (?:are|were) you\b|how (?:is|'s|was) (?:it|that|this|your (?:day|week|morning|evening|night))\b|how have you", "curious", "feeling"),
    (r"~\b(?:which|what) (?:\w+ ){0,2}?(?:(?:'s|is|was|has|part) )*(?:been )?(?:the )?(?:hardest|worst|hurts?|hurt|weighs|gets to you|bothers|upset|upsets|scares?|frightens?|worries|worrying|hard) ", "curious", "feeling"),
    (r"what (?:are|were|is it) you (?:most |so )?(?:afraid|scared|frightened|worried)|what do you (?:fear|dread|feel)", "curious", "feeling"),
    (r"~\bwhat (?:\w+ ){0,2}?(?:do|did|would|could|can|might|'d|will) (?:\w+ ){0,3}?(?:need|want|like|help|make|take|prefer|wish|hope|ask|change for)\b|what matters|what (?:is|'s) (?:most )?important|what i can do|what can i (?:do|give|offer|change)|what could i (?:do|give|change)|how (?:can|could|do) i (?:help|make|support|be)|what (?:are|were) you (?:hoping|asking|wanting|needing|after)|what would (?:you|it|that|have)|what do you need", "curious", "need"),
    (r"what (?:do|should|shall|can|could|would) i do\b", "curious", "idea"),
    (r"what (?:did|do|have|am|was|were) i (?:\w+ ){0,2}?(?:do(?:ne|ing)?|say|said|miss|get wrong|come across|sound)|how (?:did|do|am|was|have) i\b|was it (?:something )?i\b|when do i\b|what is it i\b|what about me", "curious", "me"),
    (r"what (?:could|can|should|do|might|shall) we|what (?:should|could|can|shall) i|is there (?:a|any|some) way|how (?:could|can|do|should|might|shall) we|where do we|any ideas|what if\b|what would (?:that|it|a) .*look|what next|what now", "curious", "idea"),
    (r"(?:what|how) (?:do|would|did|are) you (?:think|make|see (?!when|on|in|at|there|of|from)|reckon|say|feel we|suggest|picture|want to say|imagine|describe)|what (?:is|'s|was) your (?:view|side|take|idea|sense|story|version)|what .*do you think|which would you|what (?:is|'s) (?:your|the) (?:plan|thinking)|how does (?:it|this|that) look", "curious", "view"),
    (r"(?:when|what time|where|how (?:many|much|far|long|often)|which(?! (?:part|bit|one)))\b (?:\w+ ){0,2}?(?:do|does|is|'s|are|did|was|were|has|will|can) (?!(?:you|we|i|it|that|this|good|best|easier|better|there|your)\b)|what (?!(?:else|part|bit|kind)\b)\w+ (?:would|could|can|should) (?:you|we)\b", "curious", "fact"),
    (r"(?:when|what time|which (?:day|days|evening|week)|what day|how soon|by when)\b(?=.*\b(?:would|will|could|can|shall|should|works?|suits?|good|best|free|we)\b(?!.*\b(?:did|was|were)\b))|how soon|by when", "curious", "date"),
    (r"(?:when|what time|how (?:much|far|long)) (?:do|does|are|is)\b", "curious", "fact"),
    (r"when \?", "curious", "date"),
    (r"when\b|since when|how long|how far|what time", "curious", "since"),
    (r"who (?:else\b|knows?\b|(?:have|did|do|can|could) you (?:\w+ )?(?:told|tell|talk|turn|ask))", "curious", "who"),
    (r"how (?:many|much|often|big|far|bad|old)\b", "curious", "count"),
    (r"(?:are|will|were) we (?:still |going to be |gon na be |both |really )*(?:ok|okay|all right|alright|good|fine|friends|done|talking)|(?:do|can|did) you (?:still )?(?:love|forgive|like|want|trust|find|fancy|need) (?:me|us)\b", "curious", "us"),
    (rf"(?:are|were) you (?:\w+ ){{0,3}}?{_STATES}|(?:did|does) (?:i|that|it|this) (?:\w+ ){{0,2}}?(?:hurt|upset|annoy|bother|sting|offend)(?! (?:him|her|them|it|the|his|their|a|my)\b)|{_STATES} (?:with|at) me", "curious", "upset"),
    (r"are you (?:\w+ ){0,2}?(?:ok|okay|all right|alright|fine|well|tired|sad|lonely|worried|crying|coping|cold|ill|stressed|overwhelmed|exhausted|nervous)|is (?:everything|anything|something|it all) |you (?:ok|okay|all right|alright)|(?:is|was) (?:it|that) (?:\w+ ){0,2}?(?:hard|lonely|difficult|scary|too much|frightening|tiring|awful|sad|strange|sore)", "curious", "okay"),
    (r"(?:deal|agreed|okay|ok|fair|all right|alright|yeah|yes|no) \?|(?:does|would|will|do|is|could) (?:that|this|it|you) (?:\w+ ){0,3}?(?:make sense|sound|work|help|fair|all right|ok|okay|alright|suit|be enough|do|agree|live with|reasonable|easier|possible)", "curious", "assent"),
    (r"(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could) (?:he|she|they|my|his|her|their|anyone|anybody|someone|your (?:mother|father|mum|dad|sister|brother|boss|friend|aunt|uncle)s?)\b", "curious", "fact"),
    (r"(?:do|does|did|is|are|was|were|have|has|had|will|would|can|could|must|shall|should|am|is n't|are n't|do n't|did n't|have n't|would n't|were n't|was n't)\b", "curious", "yes_no"),
    (r"(?:really|you what|seriously)\b", "curious", "yes_no"),
    (r"(?:show|tell|give|pass|hand|bring|read|sing|play|send|let|come|sit|stay|take|try|hold|help|ring|call|forgive|look|listen|wait)\b", "request", "you_do"),
    (r"what\b|how\b|which\b|where\b|who(?:se)?\b", "curious", "detail"),
)  # fmt: skip
_TOLD = _rules(
    (r"i (?:'ve been |was |am |'m |do |just |often |always |really )*(?:wonder(?:ing|ed)?|asking) (?:why|what|how|if|whether|where)\b", "curious", "reason"),
    (r"i (?:just |really |only )*(?:want|need|'d like|would like) to know (?:if|whether) (?:you|we)\b", "curious", "us"),
    (r"i (?:just |really |only )*(?:want|need|'d like|would like) to know (?:if|whether)\b", "curious", "yes_no"),
    (r"~(?<!a )(?<!no )(?<!be )\b(?:sorry|apologi[sz]e|forgive me)\b(?! (?:you|if|but|to (?:hear|see)|for your|about your))", "apology", None),
    (r"(?:yes |i 've )*(?:i (?:just |really |only )*(?:want|wanted|need|needed|'d like|would like|'d love|have|'ve got|was hoping) to (?:talk|tell|say|speak|ask|discuss|raise|mention|bring)|there 's something|it(?: is| ?'s| was)(?: not| n't|n't)? (?:really |just )?about|about)\b(?!.*\b(?:because|couldn't|could n't|miss|love|proud|sorry|thank\w*)\b)", "neutral", "raises"),
    (r"~\b(?:(?:it |that )?sounds (?:like|as|so|really|very|to me)|what i (?:'m hearing|hear|heard)|so (?:for you|you (?:felt|feel|were|are|'re|wanted|needed|'ve been))|you sound|(?:it|that) (?:seems|looks|feels) (?:like|as if|that|to me) (?:\w+ )?you|you must (?:have been|be|feel)|if i (?:heard|got|understood) (?:you|that|it) right|part of you|i (?:can )?(?:see|tell|hear) (?:that )?(?:you|how|it|in your|on your))\b", "reflective", None),
    (r"i wish (?:you|i|we|it|they) (?:'d|had|were|was|could have)\b", "owned_feeling", "low"),
    (r"(?:please )?(?:tell me|go on|say more|help me (?:understand|see|get)|i 'd (?:really |just |honestly )*(?:like|love) to (?:hear|know|understand)|i want to (?:hear|know|understand)|i 'm (?:listening|all ears|interested|curious)|begin with|start with the|walk me through)", "curious", "more"),
    (r"~\b(?:congratulations|well done|i 'm (?:so |really )*happy for you|thank you|thanks|cheers|i (?:really |do |so )*appreciate|i 'm (?:so |really |very )*(?:grateful|thankful)|that was (?:kind|good|nice|generous|decent) of you|you(?: are|'re|'ve been| were) (?:(?:really|so|very|a|an|such|always|always so) )*(?:good at|kind|brave|brilliant|lovely|wonderful|generous|patient|good (?:parent|friend|person|mum|dad|mother|father|listener|kid|colleague|neighbour))|you(?: are|'re) the one who (?:taught|showed|helped))\b(?! (?:a (?:lot|bunch) \.|for nothing|to you))", "validating", "thanks"),
    (r"(?:please )?let 's (?:leave|pick|stop|call|talk|come back|finish|continue|sleep)|(?:i (?:'ll|will) let you (?:go|get|sleep|rest|eat|work)|for (?:today|now|tonight)|i (?:should|have to|'ve got to|need to|must|'d better) (?:go|get going|run|head)|see you|good ?night|bye|goodbye|that 's (?:all|it|enough)(?: for \w+)?|we(?: can|'ll)? (?:leave it|stop|finish|talk|come back|pick))\b(?! \w+ (?:about|over))", "neutral", "closes"),
    (r"you (?:can|may) (?:just |always |still )*(?:have|borrow|keep|use) (?!to\b|been\b|a go\b)", "responsibility", "offers"),
    (r"here ,? ?(?:have|take)\b", "responsibility", "offers"),
    (r"~\b(?:i owe (?:you|them|him|her) an? (?:\w+ )?(?:apology|sorry|explanation)|you (?:did n't|never) deserved? (?:that|it|this))", "responsibility", None),
    (r"let me (?!sleep|think|start|try|rephrase|say|tell|know|finish|in\b|out\b|be\b|go\b|put it)\w+", "request", "may_i"),
    (r"you (?:could|can|might) (?:just |maybe |also )*(?:start|come|help|bring|ring|call|ask|tell|let|give|join|try|wake|put|hold|say|send|take|stop|wait|leave|stay|sit)\b", "request", "you_do"),
    (r"(?:please )?do n't (?!(?:you|dare|know|think|be|worry|want|get|care|feel|cry|apologise|mind)\b)\w+", "request", "you_do"),
    (r"(?:just |please )*(?:come(?! on\b)|stay|sit|wait|stop|hold|ring|call|let(?! 's)|give|bring|send|keep|leave|sing|play|read|show|turn|look|listen|close|open)\b (?!to think)", "request", "you_do"),
    (r"let 's\b|we (?:could|can|might|should|ought to)\b|how about\b|maybe we\b|perhaps we\b|i (?:'ve |have |was |am |'m )?(?:been )?(?:think|thinking|thought) (?:that |maybe )*we (?:could|should|might)", "request", "we_do"),
    (r"~\b(?:that|it|this|you)(?: 's| is| was|'s)? (?:a )?(?:true|fair(?: point)?|good point|right)\b|you (?:are|'re|were) (?:\w+ )?right\b|i (?:know|see|can see|suppose|admit|guess) (?:now )?(?:that |it )?(?:i|my)\b|what i (?:said|did|wrote|called)\b.* (?:was|is) (?!(?:true|right|that)\b)|(?:thinking|thought|chewing|mulling|sorry) (?:\w+ )?(?:about|on|over|for) (?:what|how|that) i\b|my (?:fault|bad|doing|mistake|part|share)\b|(?:that|this|it)(?: one)? (?:'s|was|is) (?:on me|mine(?! too)|wrong|my (?:fault|bad|doing|mistake)|unfair|unkind|rude|cruel|mean|cheap|clumsy|thoughtless|selfish|childish|petty|silly|stupid|cowardly|sharp|uncalled for|a cheap|a (?:rotten|mean|cruel|low|horrible|silly|stupid|lousy) \w+)\b|(?:that|it) (?:was|is) n't (?:fair|kind|right|nice|okay|ok|good|okay of me|fair of me)\b(?! to me| on me)|no excuse|not proud|i (?:behaved|acted) (?:\w+ )?(?:badly|horribly|like)|i treated you|i hate that i|i should (?:\w+ )?(?:have|n't)|i ought|i could have|i (?:was|have been|'ve been|'m being|am being) (?:so |a bit |being |really |too |such )*(?:horrid|horrible|nasty|beastly|awful to|a (?!bit|little|lot|while|few)\w+|wrong|unfair|unkind|rude|selfish|careless|thoughtless|harsh|snappy|short with|out of (?:line|order)|impatient|distracted|a coward|defensive|stubborn|cowardly|hard on|late again|sharp|cold|cruel|mean)\b(?! (?:for|because|when))", "responsibility", None),
    (r"i (?:just |really |do |honestly |actually )*(?:(?:did n't|had n't|had never|never(?= (?:knew|saw|realis|realiz|notic|heard|understood|thought))|have n't) (?:know|knew|known|realis\w+|realiz\w+|see|seen|saw|notice\w*|hear|heard|understand|understood|guess\w*|think of|thought of|look\w* at)|had no idea|'d no idea|(?:would n't|would never) have (?:guessed|thought))\b", "neutral", "learns"),
    (r"i (?:just |really |do |honestly |actually )*(?:did n't|never|have n't|had n't) (?:once |even |really |ever )*(?:ask|tell|told|thank|listen|ring|rang|call|help|turn|come|came|apologi|notice|check|think|thought|stop|wait|give|gave|let|look|show|read|answer|reply|invite|include|share|back|defend|stand|stood|warn|explain|keep|kept|write|wrote|text|visit)\w*\b|i (?:just |really |simply )*forgot\b", "responsibility", None),
    (r"~\b(?:makes?|made|making) (?:\w+ ){0,2}?sense|no wonder|of course (?:it|that|you (?:are|were|'re|would|feel|felt|need|want|do))\b|any(?:one|body) would|(?:that|it|this|which) (?:must|sounds?|would|'s|is|was|'d|has to|seems) (?:have been |be |like |so |really |such |just |very |a |been |hurt |have )*(?:hard|heartbreaking|terrible|dreadful|rough|grim|tough|awful|painful|horrible|lonely|exhausting|heavy|a lot|long wait|long|frightening|scary|rotten|sad|tiring|unfair on you|kind|lovely|brave|good|maddening|frustrating|big|enough|allowed|okay to|all right to|understandable|natural|normal|only human)\b|i (?:can |do |could )?(?:\w+ )?(?:see|get|understand|imagine|know) (?:why|how|that|it)\b(?! i\b)|i (?:'d|would|do n't think i 'd|do n't think i would) (?:\w+ )?(?:be|feel|have|hate|want|mind|do|do it) .*\b(?:too|as well|either|the same|furious|hate it)\b|i (?:believe|admire|respect) (?:you|that|how)|i (?:'m )?(?:so |very )?sorry (?:to hear|for your|about your|you had|that happened|you went)|i think so too|you have n't (?:\w+ed|done)|(?:you|it|that) (?:are|'re|is|'s) n't (?:the |a |any |being )*(?:bad|silly|stupid|weak|mad|too|crazy|wrong|problem|burden)|you (?:'re|are) not (?:the |a |any |being )*(?:bad|silly|stupid|weak|mad|too|crazy|wrong|problem|burden)|no (?:rush|pressure|hurry)|take (?:all the |your |as much )|whenever you|you (?:do n't|need n't) (?:have to|need)|it matters (?:to (?:me|you)|because)|you (?:have|had|'ve|'ve got) every (?:right|reason)|(?:was n't|is n't|not) (?:\w+ )?(?:your|anybody 's|anyone 's) fault|you deserve|good (?:for|on) you|you should n't have (?:had )?to|i 'm with you|(?:it|that) (?:is|was|'s) (?:not nothing|n't nothing|only natural)|you (?:meant|mean) well|you were (?:only|just) (?:trying|doing)|i hear you|i (?:can )?hear that|you (?:always |really |did |do |'ve )*(?:help|helped|care|tried|work so hard|worked so hard|did so much|do so much|put in)\b", "validating", None),
    (r"i (?:'d|would) be (?:\w+ )?(?:happy|glad|fine|ok|okay|content|grateful) (?:with|if|to have)", "request", "wants"),
    (r"~\bi (?:'ve been missing|(?:'d|'ll|'ve) (?:\w+ )?miss(?:ed)?\b|(?:\w+ )?(?:miss|love|adore|like) (?:you|us|our|having you|being|the way|how|it when|that about|telling|living|talking|spending|coming|hearing|seeing|sitting|eating|walking|cooking|laughing|waking))\b|what a relief|i 'd (?:love|like that|be (?:so )?(?:glad|happy)|really like) (?:that|to|it|,|\.|$)|means (?:\w+ )?(?:a lot|so much|the world) to me|i 'm (?:\w+ )?(?:glad|happy|proud|touched|relieved|pleased)\b|i (?:feel|felt) (?:\w+ )?(?:lighter|better|closer|calmer|relieved|touched|happy|safe|proud|glad)|good to hear|(?:you|that) (?:matter|matters) to me|i 'm on your side|i look up to you|the world of you|i forgive you|i (?:really |do )?care (?:about|that) you|i 'm (?:right |still |always )*here\b|i (?:'m|am) not going (?:anywhere|away)", "owned_feeling", "warm"),
    (r"~(?:, |and |then )i (?:'ll|will) (?!be honest|admit|never)", "responsibility", "offers"),
    (r"i (?:'ll|will|wo n't)\b(?! (?:be honest|admit|say this|never|n't|give you that|be (?:nervous|sad|scared|lonely|tired|cross|glad|happy|late|fine|okay|sorry)|miss|feel|need|worry|cry)\b)|i (?:promise|can do|can start|can stop|can try|can give|can take(?! it\b)|can bring|could (?:do|take|bring|start|give|try|come)|'m (?:going to|happy to|willing to|ready to|gon na)|am (?:going to|happy to|willing to))|(?:next time|from now on|from today|starting|after \w+ ,)\b.*\b(?:i|we|'ll)\b|i want to (?:do|be|try|get|make|help|change|listen|learn)|i (?:'ve|have) (?:put|bought|booked|set|asked|cancelled|started|stopped)\b|promise \.?$|course \.?$|\w+ i can (?:do|give|manage)", "responsibility", "offers"),
    (r"~\b(?:i (?:\w+ )?(?:worry|dread|fear|panic|ache|cry|cried|lie awake|lay awake)\b|i (?:needed|wanted) (?:you|somebody|someone|us|my|to be)\b|i (?:ca n't|could n't|hardly|can not) (?:\w+ )?(?:sleep|cope|bear|breathe|eat|stop (?:thinking|picturing|seeing|imagining|worrying|crying|hearing))|(?:it|that|this) (?:\w+ )?(?:hurts?|stings?|stung|scares?|scared|worries|worried|frightens|frightened|saddens|kills|gets to|breaks|broke|upsets?) (?:me|my)?|(?:it|that)(?: 's| is| was|'s) (?:\w+ )?(?:hard|awkward|lonely|difficult|not easy|n't easy|painful) (?:for|on) me|(?:it|that) was n't easy|i(?:'m| am|'ve been|'m just) (?:\w+ )?(?:finding it|struggling|running on|at the end of|knackered|shattered|worn out|in pieces|a mess|all over the place|not coping|on edge))", "owned_feeling", "low"),
    (r"~\bi (?:'ve |have |just |really |still |also |do )*(?:feel|felt)\b(?! (?:that|like|as if|as though) (?:you|it|this|we|i should|she|he)|\b.*\b(?:better|good|glad)\b)", "owned_feeling", "low"),
    (r"i (?:just |really |only |also |do |still )*(?:want|need|wish|prefer|hope|'m (?:just |only )?asking|am asking)\b|i (?:'d|would) (?:just |really |only |so |much |also )*(?:like|love|rather|prefer|feel better|appreciate|be grateful|need)\b|what i (?:want|need|'d like|wish|hope)|all i (?:want|need|ask)|it would (?:\w+ )?(?:help|mean|be (?:good|great|nice|easier|better))", "request", "wants"),
    (r"(?:i (?:can not|ca n't|could n't possibly|'m not going to|am not going to|'d rather not|'m not able to|'m not ready|wo n't)(?! (?:believe|imagine|help|stop|stand|bear|keep|see|tell|hear|remember|wait|sleep|do anything right|go on|understand|lie|pretend|promise|say|be)\b)|no (?:\.|,) (?:i ca n't|not|sorry)|not (?:this|today|tonight|now|yet)\b|let me (?:sleep|think)|i 'm not saying (?:yes|no))", "neutral", "refuses"),
)  # fmt: skip
_AGREES = re.compile(
    r"^(?:(?:and|but|oh|ah|ha|well|so|yes|yeah|yep|no|ok|okay|all right|alright|right|fine|sure|deal|done|true|agreed|understood|exactly|good|great|brilliant|perfect|fair enough|of course|absolutely|me too|me neither|so (?:would|do|did|am|have|was) i|nor (?:do|did|am|would) i|neither (?:do|did|am) i|so it is|that works|sounds good|works for me|i (?:agree|know|see|do|did|will|would|understand|believe you|suppose|think so|guess so)|it is|it does|it was|we do|we did|we should|we must|we will|i should|let 's|you do|you did|very well|mm+|mhm|hm+|got it|i get (?:it|that)) ?[.,!]* ?)+$"
)
_INNER = re.compile(
    r"\byou (?:\w+ ){0,2}?(?:feel|felt|feeling|want|wanted|need|needed|wish|wished|hope|hoped|miss|missed|hate|hated|worry|worried|dread|care|cared|wonder|afraid|tired|alone|lonely|scared|frightened|sad|hurt|ashamed|worn out|left out|torn|stuck|carrying|exhausted|thought|believed|tried|trying)\b"
)
_CONDITION = re.compile(
    _INTRO
    + r"(?:if|when|since|as|because|after|before|once)\b[^,?]*, (?=\w+ )|^(?!(?:what|how|why|when|who|which|where|can|could|do|did|is|are|would|will)\b)[^,?]{1,40} , (?=(?:can|could|may|might|shall|would|will|do|does|did|are|is|what|how|why|when|where|who)\b)"
)
OPEN: frozenset[Point | None] = frozenset({"feeling", "need", "reason", "more", "view", "me", "idea"})
_ECHO = re.compile(
    r"(?:\w+(?:n't|n’t)? (?:I|you|we|it|they|that)|(?:You|I|It|They|We) \w+|Really|What|Did you)\?+",
    re.IGNORECASE,
)
ACCUSING = re.compile(r"\b(?:only|never|always|ever|just|even|again|really|enough|obviously|clearly|nothing)\b|^if\b")
_JUDGES = re.compile(_INTRO + r"(?:that|this|it) (?:was|is|'s)\b(?!.*\b(?:me|my|mine)\b)")
_PHATIC = re.compile(r"\b(?:can you believe (?:it|that|this)|(?<!do )you know|know what i mean|you see) \?$")
_PREFACE = re.compile(
    _INTRO
    + r"(?:i (?:just |really |only )*(?:want|wanted|need|needed|'d like|would like|have|'ve got) to (?:say|tell you)(?: that)?|what i (?:mean|meant|want to say) is(?: that)?) (?=\w+ \w+ \w+)"
)
_ASKS_TO_ASK = re.compile(
    _INTRO
    + r"(?:(?:can|could|may|might) i (?:just |please )*ask(?: you)?|do you mind if i ask|i (?:'d like|want) to (?:ask|know)) ,? ?(?=(?:what|why|how|who|where|when|which)\b)"
)
_BEFORE = re.compile(r"\b(?:had|'d) (?:\w+ ){0,2}?(?:been|hoped|looked|felt|thought)\b")
_KIND = frozenset(
    "teach help save support give listen care stay carry encourage believe hold raise mean try get feed work manage earn build keep".split()
)
_NO_CHARGE = _KIND | {"use", "deserve"}  # "you used to hide", "you didn't deserve it"
_TO_THEM = re.compile(r"\b(?:you|your|we|us|our|that|this)\b")
_GREETS = re.compile(_INTRO + r"(?:hi|hello|hey|good (?:morning|evening|afternoon))\b")


def moves(parsed: Parsed, partner: Parsed, feelings: FeelingWords) -> tuple[Move, ...]:
    """What each sentence does, in order; a sentence that only carries on gives none."""
    felt = {parsed.doc[place].sent.start: pleasant for place, pleasant in _felt(parsed, feelings)}
    told = [one for one in partner.sentences if any(token.lower_ in {"i", "my", "me"} for token in one)]
    known = {token.lemma_.lower() for one in told for token in one if token.pos_ in _CONTENT} - _PLAIN
    found: list[Move] = []
    last = len(parsed.sentences) - 1
    answers = "?" in partner.text
    for place, sentence in enumerate(parsed.sentences):
        if place < last and (_ECHO.fullmatch(sentence.text.strip()) or _one_word(sentence, partner)):
            continue
        words = " ".join(token.lower_ for token in sentence if not token.is_space and token.i not in parsed.reported)
        words = _PREFACE.sub("", words)
        before = {token.lower_ for token in parsed.doc[: sentence.start]}
        for move in _read(sentence, words, place, felt.get(sentence.start), known, answers=answers, before=before):
            finer = (
                finer_question(words, move.point, has_verb=_has_verb(sentence))
                if move.asked
                else finer_statement(words, sentence, move.act, move.point, answers=answers and not place)
            )
            found.append(Move(*finer, place, asked=move.asked or finer[1] == "silence") if finer else move)
    return tuple(found)


def _read(
    sentence: DocSpan,
    words: str,
    place: int,
    pleasant: bool | None,
    known: set[str],
    *,
    answers: bool,
    before: set[str],
) -> Iterator[Move]:
    if "?" in sentence.text and not _PHATIC.search(words):
        yield _question(words, place, takes_up=_takes_up(sentence, words, known))
        return
    if _GREETS.match(words):
        yield Move("neutral", "greets", place)
        return
    if _AGREES.match(words):
        yield Move("neutral", "agrees", place)
        return
    rule = next((rule for rule in _TOLD if rule[0].search(words) and (answers or rule[2] != "refuses")), None)
    if (
        rule is not None
        and rule[1] == "responsibility"
        and _JUDGES.match(words)
        and "i" not in before | set(words.split())
    ):
        rule = None  # "that was selfish", with nothing told of oneself before it, judges the partner
    if rule is not None and not (pleasant is not None and rule[2] in {"wants", "refuses"} and " if " not in words):
        yield Move(rule[1], rule[2], place, asked=rule[1] == "curious")
        if rule[2] in {"thanks", "warm", "offers", "closes"} or pleasant is None:
            return
    if pleasant and _BEFORE.search(words):
        pleasant = None
    if pleasant is not None:
        yield Move("owned_feeling", "low" if not pleasant else "warm" if _TO_THEM.search(words) else "tells", place)
    elif _takes_up(sentence, words, known):
        yield Move("reflective", None, place)
    elif _charges(sentence):
        yield Move("neutral", "charges", place)
    elif any(
        token.lower_ in {"i", "we", "my", "it", "he", "she", "they"} or token.dep_ == "ROOT" for token in sentence
    ):
        yield Move("neutral", "tells", place)


def _question(words: str, place: int, *, takes_up: bool) -> Move:
    words = _ASKS_TO_ASK.sub("", _CONDITION.sub("", words))
    inverted = next((rule for rule in _ASKED if rule[0].search(words)), None)
    if inverted is not None:
        return Move(inverted[1], inverted[2], place, asked=True)
    return Move("reflective", "check", place, asked=True) if takes_up else Move("curious", "guess", place, asked=True)


def _one_word(sentence: DocSpan, partner: Parsed) -> bool:
    """A question of one word that is the partner's own, or a pronoun: "Small?", "Me?"."""
    word = sentence[0]
    return "?" in sentence.text and len(sentence) == 2 and (word.pos_ == "PRON" or word.lower_ in partner.words)


def _felt(parsed: Parsed, feelings: FeelingWords) -> Iterator[tuple[int, bool]]:
    for token, name in feelings.own_places(parsed):
        if not any(child.dep_ == "dobj" for child in token.head.children):  # "kept your plate warm"
            yield token.i, feelings.feelings[name].pleasant


def _takes_up(sentence: DocSpan, words: str, known: set[str]) -> bool:
    """It says back what the partner told, or tells of their inner side: with them as the subject, or as a fragment of their words."""
    said = {token.lemma_.lower() for token in sentence if token.pos_ in _CONTENT} - _PLAIN
    if not _has_verb(sentence):
        return bool(said) and said <= known
    subject = _subject(sentence)
    if subject is None or not is_you(subject) and subject.lower_ != "you" or ACCUSING.search(words):
        return False
    return _INNER.search(words) is not None or bool(said & known)


def _charges(sentence: DocSpan) -> bool:
    """It tells what the partner did, with nothing in the words that stings: "you told her", "you've put me down for Saturday"."""
    heads = (token for token in sentence if token.dep_ in {"ROOT", "conj"} and token.pos_ == "VERB")
    return sentence[0].lower_ not in {"if", "when", "had"} and any(map(_past_of_you, heads))


def _past_of_you(verb: Token) -> bool:
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    past = verb.tag_ == "VBD" or verb.tag_ == "VBN" and bool(helpers & {"have", "'ve"}) or "did" in helpers
    return past and subject is not None and subject.lower_ == "you" and verb.lemma_.lower() not in _NO_CHARGE


def _subject(sentence: DocSpan) -> Token | None:
    return next((child for child in sentence.root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)


def _has_verb(sentence: DocSpan) -> bool:
    return any(token.tag_ in {"VBD", "VBP", "VBZ", "MD"} for token in sentence)
