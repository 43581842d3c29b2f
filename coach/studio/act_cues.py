"""Cues of what a turn does, over the parser's plain lower-case words (contractions split).

They are general: what else tells is shape (who is the subject, what is asked, what is taken up), which :mod:`coach.studio.act_features` reads.

Sources: the behaviour codes of motivational interviewing (MITI, OARS), Gordon's roadblocks, the four horsemen and repair attempts.
"""

from __future__ import annotations

import re

# What people say while the other goes on, and before they begin: no turn of its own.
FILLERS = frozenset(
    """mm mmm mhm hmm hm uh um er erm ah oh huh yeah yes yep yup yah no nope nah okay ok right sure well so and but now like really wow gosh god
    exactly absolutely totally definitely great good alright fine cool see know mean then just actually anyway honestly , . - -- ... ; : ! mm-hmm uh-huh""".split()
)
CUES: dict[str, re.Pattern[str]] = {
    "gives back": re.compile(
        r"\b(?:(?:it |that |this )?(?:sounds?|sounded|seems?|looks?) (?:like|as (?:if|though)|to me|that|you)|(?:what )?i(?: 'm| am)? hear(?:ing)? (?:is|you|that|a|some|how)|(?:what|if) i understand|"
        r"let me (?:see|check|make sure) (?:if |that )?(?:i|we)|in other words|(?:you|you 've|you 're) (?:just )?(?:said|saying|mentioned|telling|told|describ\w+|talk(?:ed|ing) about)|as you (?:said|say)|"
        r"it (?:feels|felt|must feel|must have felt) (?:like|as|so|really|pretty)|it 's (?:almost |kind of |sort of |a bit )?(?:like|as (?:if|though))|on (?:the )?one hand|on the other hand|part of you|one part|i (?:get|have) the (?:sense|feeling|impression)|"
        r"so (?:for you|there 's (?:a )?part|it 's|that 's|there (?:is|are|'s)|what you)|have i got|did i get (?:that|it)|is that (?:right|fair|it|how)|am i (?:right|hearing|getting))\b"
    ),
    "you feel": re.compile(
        r"\byou (?:'re|are|were|'ve been|have been|must (?:be|feel|have)|feel|felt|'d|would|really|kind of|sort of|also|still|just|do|do n't|did n't|want|wanted|need|needed|wish|hope|hoped|care|love|miss|long|worry|like|see|know|think|thought|find|found|value|ca n't|could n't|have|had|'ve|get|got)\b"
    ),
    "advises": re.compile(
        r"\b(?:you (?:should|ought|need to|have to|must|'ve got to|'ve gotta|gotta|'d better|had better|could (?:always|just|try|also|maybe|start)|might want|may want|want to (?:try|make sure|start)|can (?:always|try|start))|"
        r"i(?: 'd| would) (?:suggest|recommend|advise|strongly|encourage|say you)|my (?:advice|suggestion)|if i were you|why do n't you|why not (?:just )?\w+|what (?:about|if you)|have you (?:tried|thought (?:about|of)|considered|looked into)|how about|try (?:to|not|\w+ing)|just (?:try|stop|do|go|tell|say|get|put|write|make|ask|keep|take)|the (?:best|first|only) thing (?:to do|is|you)|you 'll (?:want|need|have) to|it(?: 's| is|'d be| would be) (?:important|best|better|good|a good idea|crucial) (?:for you )?(?:to|that|if)|we need to get you|start by|make sure)\b"
    ),
    "asks for": re.compile(
        r"\b(?:(?:could|can|would|will|wo n't) (?:you|we) (?:please |just |maybe |at least |perhaps |possibly |both |not )*(?!tell|say|describe|explain|help me|give me an|share|talk|walk|remember|think|imagine|see|hear|feel|understand|be more|rate|put)\w+|i(?: 'd| would) (?:really |so |just )*(?:like|love|appreciate|prefer) (?:it if |if |us |you |to ask|for (?:you|us))|"
        r"i need (?:you|us) to|i want (?:you|us) to|i(?: 'm| am) asking (?:you|for|that|if)|would you (?:be )?(?:willing|able|mind|ok|okay|up for|consider)|are you willing|please|let 's (?!see|say|not (?:go|do|start))|"
        r"is it (?:ok|okay|all right|alright) (?:if|with you)|(?:can|could|may) (?:i|we) (?:have|get|agree|try|make|set|swap|do|keep)|what i (?:need|want|'d like|would like) (?:is|from)|do you think (?:you|we) could|how about we|what if we|shall we)\b"
    ),
    "repairs": re.compile(
        r"\b(?:(?:can|could|let|let 's|may) (?:we|me|us|i)? ?(?:please |just )?(?:start (?:over|again|that)|try (?:that |this |it |saying that )?again|slow (?:down|this)|take (?:a|five|ten|twenty)|back up|rewind|pause|stop (?:for|here|and)|say (?:that|it) (?:again|differently|better|another)|put (?:that|it) (?:differently|better|another)|begin again|do this (?:again|over))|"
        r"start (?:over|again)|came out (?:wrong|harsh\w*|badly|all wrong|sharp\w*)|i (?:do n't|did n't|never) (?:want|mean|meant) (?:to|us to|this to|that to) (?:fight|argue|hurt|attack|be (?:a|so|harsh)|sound|snap|come across|turn)|same (?:team|side)|(?:on|in) this together|i(?: 'm| am) getting (?:heated|worked up|defensive|loud|flooded|upset)|need (?:a )?(?:break|minute|moment|breather)|take (?:that|it) back|"
        r"you and me against|we(?: 're| are) (?:both )?(?:getting|going|stuck|losing|on the same|okay|ok|good)|let me (?:try|start|rephrase|put)|i(?: 'm| am) (?:still )?(?:here|listening|on your side|not going anywhere)|that was not (?:fair|kind)|i love you)\b"
    ),
    "owns": re.compile(
        r"\b(?:(?:i(?: 'm| am)|im|so|really|truly) (?:so |really |very |truly )*sorry(?! (?:you|if|but|to hear|for your loss|that you))|^sorry\b(?! (?:you|if|but|to))|i apologi[sz]e|my (?:fault|bad|mistake|part|apologies)|that (?:'s|was|is) (?:on me|unfair of me|wrong of me|my)|i (?:was|am) (?:wrong|unfair|out of line|short|harsh|rude|unkind|impatient|distracted|defensive|late|selfish)|"
        r"i (?:should n't|should not|should) have|i (?:did|could have|might have) (?:\w+ )?(?:forget|forgot|snap|shout|interrupt|let|leave|promise|hurt|miss|say|done|been|told|called|asked|listened)|i (?:forgot|snapped|shouted|yelled|overreacted|interrupted|let you down|got defensive|lost my temper|dropped the ball|messed up|went quiet|shut down|got it wrong|did n't (?:listen|call|tell|think|ask|notice|realise|realize|show))|i own (?:that|it|my)|i take (?:responsibility|the blame)|you(?: 're| are) right)\b"
    ),
    "validates": re.compile(
        r"\b(?:(?:that|it|which|this) (?:makes|make) (?:a lot of |total |perfect |complete |so much )?sense|makes sense|of course(?! not)|no wonder|any(?:one|body) would|who would n't|i(?: 'd| would) (?:feel|be|have felt) (?:\w+ )?(?:too|the same|as well)|i (?:can|could|do)? ?(?:totally |really |completely |definitely |certainly |absolutely )?(?:understand|see|get|imagine|appreciate|relate)(?: that| how| why| it|\b)|understandable|understandably|it(?: 's| is) (?:okay|ok|natural|normal|only human|only natural) to|"
        r"(?:that|it) (?:must|sounds|would|has to|had to|'s|is|was) (?:be |have been |really |so |very |pretty |incredibly |a )*(?:hard|tough|difficult|awful|painful|horrible|rough|scary|lonely|exhausting|frustrating|upsetting|stressful|overwhelming|brave|big|heavy|a lot|great|good|wonderful|fantastic|awesome|amazing|impressive)|thank you for|thanks for|i(?: 'm| am) (?:really |so |very )?(?:glad|proud|happy|impressed|grateful)|i appreciate|good for you|well done|you(?: 've| have)? (?:really )?(?:done|did|worked|work|managed|handled|put in) (?:so |really |very |a lot|well|hard|great)|that takes|it takes (?:courage|guts|strength|a lot)|you (?:have|'ve) every (?:right|reason)|that(?: 's| is) (?:a )?(?:fair|great|wonderful|excellent|fantastic|awesome|terrific|impressive|good point|valid))\b"
    ),
    "brushes off": re.compile(
        r"\b(?:whatever|not (?:this|that) again|here we go|(?:it 's|that 's|is|was) (?:not (?:that|such|so|a) (?:bad|big|a big|deal)|no big deal|nothing|fine|just a|only a|silly|ridiculous)|calm down|relax|get over|drop it|let it go|forget (?:it|about it)|you(?: 're| are) (?:overreacting|too sensitive|making (?:a|too)|being (?:silly|dramatic|ridiculous|so|too)|fine)|you 'll be (?:fine|ok|okay|all right|alright)|do n't (?:worry|be (?:silly|so|like)|cry|start|make)|not (?:now|tonight|doing this|worth)|at least|could be worse|every(?:one|body) (?:feels|has|goes|does|gets)|it(?: 's| is) all in|i do n't (?:have time|want to (?:talk|hear|discuss)|care)|nothing to (?:talk|say|worry)|leave me|i(?: 'm| am) (?:done|busy|tired of|not (?:doing|having|talking|in the mood)|watching)|can we not|big deal|what(?: 's| is) the (?:big deal|point|problem)|look on the bright|cheer up|snap out|move on|blah|talk (?:about (?:it|this) )?later|in a minute|anyway)\b"
    ),
    "defends": re.compile(
        r"\b(?:i (?:did n't|did not|never|have n't|was n't|ca n't|could n't) (?:do|say|said|mean|meant|forget|know|ask|asked|promise|help|even|have|start|the one)|that(?: 's| is) (?:not|n't) (?:true|fair|what|how|my)|it(?: 's| is| was|'s) (?:not|n't) my|not my (?:fault|job|problem)|i was (?:just|only|busy|trying|going to|about to|working|joking|tired|stuck)|i(?: 'm| am) (?:just|only) (?:trying|saying|asking|telling)|i do (?:\w+ )?(?:everything|plenty|enough|a lot|more|my|the|help|listen|try)|i work|what about (?:you|when you|your|the time)|you (?:did|do|never|also|said|told|asked|knew|could have)|and you (?:\w+ )?|yes but|yeah , but|but i|well (?:,|maybe)? ?(?:i|if you|you)|because (?:you|i was|nobody|no one)|how was i|nobody told|no one told|i had (?:to|no|a)|so (?:it 's|this is|now it 's) my|i ca n't do everything|in my defen[cs]e|to be fair|it was an accident)\b"
    ),
    "informs": re.compile(
        r"\b(?:\d+|percent|o'clock|studies|research|evidence|doctors?|medication|symptoms?|risk|causes?|according|program(?:me)?|appointment|minutes?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|next week|hello|hi|hey|bye|nice to (?:meet|see)|see you|my name|have a seat|we have (?:about|some)|some people|a lot of people|many people|people who|there (?:is|are|'s) (?:a|some|two|three|several|lots?))\b"
    ),
}
PROSE = re.compile(
    r"\b(?:i (?:feel|felt|'m feeling|was feeling|get|got|'m|am|was|have been|'ve been) (?:so |really |just |a bit |kind of |like |pretty |very |quite |always )*\w+|i (?:miss|worry|wish|hope|want|need|love|hate|dread|think|thought|guess|suppose|do n't know|do n't|tried|try|used to|would|'d|know|just))\b"
)
OWN_FEELING = re.compile(
    r"\bi (?:still |just |often |always |also |do )?(?:feel|felt|'m feeling|was feeling)\b(?! (?:like|that|sorry for|bad for))"
)
