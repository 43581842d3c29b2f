"""Cues of the eleven kinds of reply: phrases and their weight, over the parser's plain lower-case words (contractions split).

Sources: levels of validation (DBT), reflections (OARS), roadblocks to listening (Gordon: advising, reassuring, interrogating, blaming,
diverting), defensiveness and its antidote (four horsemen).
"""

from __future__ import annotations

import re

_CUES: dict[str, tuple[tuple[float, str], ...]] = {
    "validating": (
        (
            3.0,
            r"of course (?:you|it|that|he|she|they|anyone)|makes (?:total |perfect |complete |a lot of |so much )?sense|no wonder|(?:i|you) 'd be \w+ (?:too|if you had n't|as well)|who would n't",
        ),
        (
            3.0,
            r"any(?:one|body) (?:would|in your)|would (?:tug at|hurt|upset|break|shake|scare|frighten|exhaust|get to|drain|throw|rattle|sting|infuriate|make) any(?:one|body)|i 'd have done the same|i would have done the same|i 'd (?:feel|have felt|want|need) (?:the same|that|it|exactly) ",
        ),
        (
            2.5,
            r"(?:it is |it 's |perfectly |that 's |totally |completely |very |only |quite |so )(?:natural|understandable|normal|human)\b|stands to reason|(?:can|do) (?:completely |totally |really |still |well )?(?:understand|see|get|imagine) why|i (?:completely |totally |fully |really )?get why|(?:every|good) (?:right|reason) to",
        ),
        (
            2.5,
            r"(?:is|are|was) n't (?:stupid|silly|mad|daft|dramatic|nothing|weak|crazy|petty|being)|^(?:mad|stupid|silly|dramatic|crazy|weak|selfish) ?\? (?:no|not|never)|^(?:no|nope|not at all) ?[,.]|(?:is|are) allowed to|(?:fair enough|is fair|as human as|as it gets)|normal reaction|given (?:that|how|what|all)|after (?:all|everything|what|the (?:week|day|year|month)) (?:\w+ )*(?:you|he|she|they|that)|with (?:all|everything) (?:that|you)|how could (?:you|it|that) not|(?:hardly|not|no|never|n't) (?:\w+ )?surpris\w+|(?:very |perfectly |quite |totally )?reasonable|considering (?:what|how|all|that|the)|(?:be|'d be|been) (?:odd|strange|weird|surprised|worried|amazed) if|(?:most|all|any) of us would|^fair\b|i do n't think (?:that|so|you 're|it) |no (?:timetable|wrong way|right way|rule)|i get it|i 'd (?:have )?(?:been|be) \w+ing|both (?:belong|can be|are true)|ofc\b|does n't just (?:stop|go|vanish|switch)|why (?:on earth )?would (?:n't )?you",
        ),
        (
            1.5,
            r"that (?:must|sounds|would|is|does) (?:be |have been |really |so |really be )*(?:hard|awful|tough|painful|horrible|rough|scary|lonely|exhausting|heavy|so much|a lot|maddening|frustrating|hurt|sting|crushing)|i understand it|anybody would|anyone would|i 'd (?:be|feel|have)\b.*\b(?:too|as well)|does n't mean you|i believe you|you had every|bound to|that 's a lot (?:to|for)|matters to you|no one could blame",
        ),
    ),
    "reflective": (
        (
            3.0,
            r"(?:it |that )?sounds (?:like|as though|as if|lonely)|(?:what|so) i (?:'m|am) hearing|what i hear|(?:it|that) (?:feels|felt|seems) (?:like|as (?:if|though)) (?:you|no|nobody|all|he|she|they|i|we|the|it)|have i got that|did i get that|is there more|let me (?:see|check) if i|in other words|part of you|so (?:for you|what you 're saying|the)|you 're (?:saying|telling me|wondering|torn|longing|missing|carrying|left)",
        ),
        (
            1.5,
            r"^(?:so |ah ,? |oh ,? |and )*(?:you|youre|you 're|you 've|you 'd|part of) |^(?:not \w+ \. )|you (?:feel|felt|wanted|want|were hoping|wish|need|needed|sound|seem|long|miss|hate|dread|see|come|take|keep|give|watch\w*)\b|(?:for|around|with|to|on|after|at) you (?:at|too|and|,|\.|now|there|here|again)|it 's (?:your|as though|as if|like)|(?:is|are) n't what you|it (?:hurts|aches|stings|matters)|so i\b|for you (?:at|it|that|to)|just when you|on one hand|at once|and at the same time",
        ),
        (
            1.0,
            r"(?:sick|tired|worn|alone|lonely|torn|scared|hurt|left out|invisible|stuck|lost|empty|proud|happy and sad)\b",
        ),
    ),
    "responsibility": (
        (
            3.5,
            r"(?:that 's|that is|this is|it 's|it is|that was|it was) (?:on me|my (?:fault|doing|failure|mistake|bad|mess|responsibility)|wrong of me|unfair of me|rude|a (?:rotten|horrible|cruel|awful) thing)|my (?:fault|doing|mistake|bad)\b|i was (?:wrong|a coward|out of line|out of order|unfair|unkind|rude|thoughtless|careless|short with)|(?:down|that 's) (?:to|on) me|no excuses?|i (?:own|take) (?:it|that|full|responsib|the blame)|(?:was|were) (?:sneaky|mean|rotten|unkind|wrong|thoughtless|selfish) of me",
        ),
        (
            3.0,
            r"i (?:let you down|broke (?:our|that|my|the)|lied|messed up|screwed up|got it wrong|did n't listen|took (?:that|it) from you|should have (?!known you)|ought to have|should n't have|hurt you|went (?:silent|ahead|too far|behind)|chose .* over|failed|snapped|forgot(?! to mention)|lost my temper|underestimated|overstepped|kept quiet|walked out|put you|promised|left you|left (?:the|it|all)|got (?:comfortable|lazy|defensive|caught up))",
        ),
        (
            3.0,
            r"you (?:are|'re) (?:absolutely |totally |quite |completely )?right|you deserved|i regret|(?:i|we) did \.|^(?:no , )?i (?:was|did) (?:not|n't) \.|^(?:yeah|yes|ouch|god|oof)[ ,.]+(?:i(?! got| will|'ll)|that was|yeah|we)|that was me|we had \.|^(?:i|we) (?:did|could|was|were|had|have|said that|remember|heard it)[ ,.]|because of me|i wo n't do it again|wo n't happen again|i heard (?:it|myself)|i (?:really )?(?:did|do) (?:promise|say that|forget|laugh|leave|hurt|let|know)|i (?:shut|raised|shouted|yelled|dropped|ignored|broke|missed|let|pushed|cut|put|made|read|told|sent|spoke|treated|took|hid|walked|was (?:short|careless|selfish|distracted|late|harsh|unkind|mean))\b(?! (?:me|it to the))|i 'm ashamed|there 's no excuse|no excuse|(?:something|what) i need to (?:work|change|own)|not ok(?:ay)? (?:of me|,|and)|my apologies|i (?:had n't|hadn't) (?:realised|realized|seen|noticed) how|i 've (?:let|been (?:distant|selfish|short|distracted|absent|cold|unfair))|i can see how (?:\w+ )*(?:hurt|fright|that|it|painful)|i put (?:a|my|work|the) .* (?:ahead|first|before)|some of that 's true|that 's true|it was an invasion",
        ),
        (
            2.0,
            r"i (?:'m|am) (?:so |really |truly |very |deeply )*sorry(?! (?:you (?:feel|felt|took|see|think)|if|but|that you (?:feel|felt)|to hear))|i apologi[sz]e(?! if)|sorry , (?:man|love|mate)|^(?:im|and im) sorry|im sorry$|and im sorry",
        ),
    ),
    "curious": (
        (
            2.5,
            r"(?:i 'd|i would) (?:love|like) to (?:hear|know|understand)|i wan ?na hear|tell me (?:more|what|about|how|everything ,)|help me understand|what 's (?:that|it|this) like|what was (?:that|it) like|how (?:are|were) you feeling|how do you feel|what (?:came|comes|stays|happens|happened|was going on)|how so|weird how|in what way",
        ),
    ),
    "dismissive": (
        (
            3.5,
            r"for (?:heaven|god|goodness|pete|christ)|oh look|drama queen|heard (?:it|that|this) (?:all )?before|ca n't be (?:doing|bothered|dealing)|can we (?:just )?(?:enjoy|move|drop|not|stop|get)|about what this time|yeah yeah|yada|blah|who fancies|here 's? the violin|are you (?:done|finished)|i 'm (?:watching|driving|busy|knackered|not doing this|trying to)|yawn|so cute when|so dramatic|take a number|talk to the hand|good for you|suit yourself|anyway ,|^anyway|moving on|not this again|still on (?:that|about)|^(?:k |ok |oh )?whatever|whatever [.!]|^(?:pff|pfft|meh|lol|oh please)|do n't start|(?:can|could) (?:this|it|we) (?:wait|not|do this|talk about (?:this|it) (?:later|another))|some other time|the violins?|poor you|boo hoo|get over it|drop it|here we go|not now|change the subject|let 's not (?:have|talk|go|do)|very valid|great point|cry me|what(?:'s| 's| are we) (?:for (?:dinner|tea)|eating|on (?:telly|tv))|you and your|another day",
        ),
        (
            3.5,
            r"sorry (?:you|that you|if you|if any) ?(?:feel|felt|took|see|think|were (?:offended|hurt|upset)|got|find|one was|body)|if any(?:one|body) was (?:offended|upset|hurt)|sorry sorry|mea culpa|i 'm a monster|flog me|must have been awkward|that 's nice|how sweet|you do think of|cheerful topic|gloomy|bless (?:you|your)|you 're always (?:upset|on about|moaning|complaining|crying)|always (?:upset|something) (?:about|with)",
        ),
        (
            2.0,
            r"(?:did|have) you (?:see|seen|hear|remember(?:ed)?|get|got|pay|paid|feed|fed|buy|bought) (?:the|they|that|about the|to|my)|pass the|(?:the )?(?:match|film|game|show|telly|kettle|food|dinner|program(?:me)?) (?:is|'s) (?:on|starting|ready|boiling)|film 's starting|look at this|who wants|shall we (?:get|order|have|watch)|guests in|come on ,|mm \.|k whatever|lol",
        ),
    ),
    "defensive": (
        (
            3.5,
            r"in my defen[cs]e|with respect|not (?:within|in) my control|that 's not (?:true|fair|what i|how)|that is not (?:true|fair)|(?:i )?(?:could n't|could not) have|strictly speaking|technically|what was i (?:meant|supposed)|what (?:do|did) you (?:want|expect) (?:from )?me|i 'd point out|i should point out|no (?:way of knowing|natural moment)|to be fair|i ca n't do everything|i never (?:said|meant|did|asked)|i did so\b|i was (?:busy|helping|joking|tired|working|only|just|trying|parking|driving|outside|about to|planning|going to|stuck)|not my fault|it was n't me|i have n't done anything|i 've (?:had|always|got)|(?:nobody|no one) (?:told|asked|said) me|do n't see (?:how|why)|you know what (?:the|my)|knew i was|mind you",
        ),
        (
            2.5,
            r"(?:\bbut|, only|though|however|it 's just(?: that)?|except|still ,|and besides|besides) ,? ?(?:i|it|they|you|the|we|two|my|nobody|everyone|that|he|she|there|your|honestly|really|to be|in)\b",
        ),
        (
            2.5,
            r"there was nothing i could|i (?:did|do) (?!not|n't|and|\.|,|remember|see|know|hear|understand)\w+|you just (?:did n't|do n't|were n't|never)|how that 's (?:down|up|on|my)|you (?:asked|told|said|wanted|agreed|knew|started) (?!me how|for)|i(?: was|was|'m| am) (?:at|in|on|with) (?:work|the|a|my)|it was (?:a|just a|only a) joke|getting at you|i ca n't (?:have|be|always|read|help)|you know (?:this|that|i|what|how)|started (?:on|it)|the second i|because (?:you|i was|the|nobody|they)|i (?:'ve|have) (?:known|been|told|done|only)|i (?:rang|paid|bought|sent|asked|washed|cooked|fixed|booked) (?!you|off)",
        ),
        (
            2.0,
            r"^(?:i|we) (?:(?:was|were|did|had|have|do|am|could)(?: n't| not)|'d|'ve|was|were|had|did|read|waved|told|asked|called|texted|messaged|changed) |was n't \w+ing|i literally|check if you want|i (?:did|do) (?:message|call|tell|text|ask|help|say|try|love|listen|read|read)|was n't (?:annoyed|angry|my|me|even|on|that|like|where)|were n't (?:looking|listening|there)|i meant (?:it|well|no)|any harm|it was (?:windy|dark|late|the|an accident)|not (?:even|what) (?:i|online|my)",
        ),
    ),
    "fixing": (
        (
            3.0,
            r"(?:what|one thing that|something that) (?:works|worked|helps|helped) (?:is|was|for)|did wonders|a (?:sticker|star|reward) chart|i 'll (?:set|book|make|ring|call|order|get (?:you|a|an|the|us)|sort|draw|write|phone|email|buy|put|send|find)|we (?:cancel|sell|book|move|buy|hire)|on (?:monday|tuesday|wednesday|thursday|friday),? .* on (?:tuesday|wednesday|thursday|friday|saturday)|let 's \w+|(?:those|an|this|that|a|the) (?:\w+ )?apps?(?! was)|you could \w+|you (?:should|ought to|could (?:always|just|try|ask|get)|need to|must|want to (?:do|try)|'d better|just need)|have you (?:tried|thought of|considered (?!it 's|that)|asked|spoken|talked to|looked into)|why do n't you|what if you|why not (?:try|ask|just|get)|try (?:not|to|\w+ing|magnesium|that|a|the|this)|next time|step one|first thing|here 's (?:how|what)|what you (?:want|need) (?:to do )?is|problem solved|would sort you|i(?: 'd|'d| would) (?:suggest|recommend|advise|handle)|how i 'd|if i were you|let 's (?:put|make|get|book|sort|set|do|draw|start|plan|find)|i (?:can|could|will|'ll) (?:look up|book|ring|call|sort|find|fix|send)|make (?:a|an) (?:list|plan|appointment)|i 've found|all you (?:have|need) to do|the (?:trick|best thing|solution|answer) is|sign up|google|see (?:my|a|your) (?:doctor|gp|osteopath|therapist|counsell?or|physio)",
        ),
    ),
    "minimising": (
        (
            3.5,
            r"\b(?:at least(?! [?.!]| ?$)|no(?: one|body) (?:\w+ )?(?:noticed|saw|cares|remembers|minds|died)|never mind|(?:loads|lots|plenty) of (?:other|people)|take it personally|not as if|as if (?:he|she|it|they) (?:has|'s|is|died)|(?:probably|absolutely|really) nothing|chin up|worse things|you 've got (?:us|your|so|a lot|me|everything)|what more|you 're (?:young|lucky|still young|only \w+|so strong)|you can (?:always )?(?:try|have|get|make) (?:again|another|more)|all of us|(?:she|he|they) (?:says?|does?) that to|says that to every|is (?:hard|tough|like that) (?:for everyone|at the moment)|could happen to|first world|nothing to (?:cry|worry|be)|it will pass|part of life|everyone 's got)|it(?: 's| is|'s) (?:only|just|nothing|hardly (?!surpris|fair)|all (?:good|in your)|fine|not (?:that|the end|a big|so|such|really|the worst)|really not|no big)|not that (?:bad|deep|serious|big)|could (?:be|have been) worse|look on the bright|bright side|every(?:one|body|\W?step\W?parent)? (?:\w+ )?(?:does|gets|goes|has|feels|is|fights|have)|we all (?:get|have|feel|go|do|struggle|need|want)|happens to (?:everyone|all|the best)|wo n't (?:even )?(?:remember|notice|matter)|no need to|do n't (?:you )?(?:be (?:silly|daft)|worry|cry|fret|make)|you 'll (?:be (?:fine|ok|okay|alright|over)|get over|laugh|live|survive|forget)|big deal|grand scheme|plenty (?:more|of other)|there 'll be (?:others|another|more)|others (?:have|are)|some people (?:have|do n't)|women have|people have been|good innings|ca n't be too|would n't (?:make too much|worry|read too)|nobody (?:noticed|saw|cares|remembers)|hardly (?:see|the end|notice|anything)|only a|just a |just words|kids , probably|you can hardly|think how quickly|be over (?:soon|before)|time heals|cheer up|big smile|a bit (?:weepy|sad|tired|down) |got no |you 're so strong|silver lining|pocket change|so small|tiny",
        ),
    ),
    "interrogating": (
        (
            2.5,
            r"word for word|answer me|yes or no|exactly \?|tell me precisely|what precisely|on what date|can you prove|who with|with who|since when|which (?:card|pocket|ones|friends)|who (?:was|were|is|drove|bought|put|approved|else)|what time did|at which|why did n't|what were you wearing|what did (?:he|she|they|you) say",
        ),
    ),
    "blaming": (
        (
            3.5,
            r"(?:whose|your) (?:own )?fault|you (?:bring|brought) (?:it|this) on|you (?:started|caused|made|ruined|provoke|asked for|only have)|(?<!odd )(?<!strange )(?<!weird )(?<!worried )(?<!surprised )if you (?:had n't|were n't|was n't|did n't|were (?:more|less|not)|could|would (?:just|only|stop)|hadnt|didnt|werent|stopped)|you should n't have|because (?:you (?!love|care|were there|miss|matter|wanted|worked|had|put|gave)|of (?:you|how you|your))|you 're (?:the one who|a (?:difficult|selfish|horrible|lazy)|so (?!strong|right|brave|tired)|too (?:sensitive|needy|much)|being (?:dramatic|silly|ridiculous|selfish|difficult)|hardly|always|never)|maybe (?:if|learn|you should|stop|try not)|your (?:attitude|behaviou?r|temper|controlling|jealousy|drama|nagging|own doing)\b|you(?: 've|'ve| have) (?:spoilt|spoiled|ruined|made|pushed|let|become|turned|always|never|only got|been so)|you (?:push|pushed|let|never|always|chose|drove|forced|exaggerate|overreact|come across|do come across|put them off|know exactly|do know exactly|smoke|eat like|got yourself|could end|sit about)\b|what did you expect|who caused|by choosing|let yourself go|before you (?:let|started|became)|learn to|whining|nag|stubborn|two faced|it 's you who|you (?:really )?need to (?:work|look|take|grow|learn)|that 's (?:what happens|why|what you get) ?,?(?: when you| because you|$)|thats why|(?:and|so) (?:thats|that 's) why|you drive me|you 're (?:\w+ )?(?:messy|lazy|impossible|difficult|clingy|needy|cold|stubborn|paranoid|jealous|rude|selfish|careless|exhausting|hard work)|you (?:do )?(?:eat|drink|spend|sleep|work|moan|complain|shout|sulk|nag) (?:all|too|so|like)|you should have (?:thought|known|listened|said|told|asked|done)|you bite|impossible to|if you (?:were|was) (?:\w+ )?(?:more|less|nicer|better|kinder)|you ca n't (?:let|even|stop|help|handle|take)|look at your|what did you (?:think|expect)|like you (?:care|always)|that is your|how you (?:mother|treat|act|behave|carry)|you expect\b",
        ),
    ),
    "neutral": (
        (
            2.5,
            r"^(?:ok(?:ay)?|k|alright|all right|right|sure|yep|yes|yeah|noted|understood|i see|got it|mm ?-? ?hm+|mm|hm+|uh ?-? ?huh|oh ok|oh(?= ?[.!?]*$)|cool|fine|good to know|thanks?|thank you|you are welcome|you 're welcome|fair|right , yes|interesting)\b ?[,.!]?",
        ),
        (
            1.5,
            r"\b\d{1,2}(?:[.:]\d\d| ?(?:am|pm|th|st|nd|rd))\b|\b(?:appointment|train|platform|interval|bus|rooms?|miles|received your message|letting me know|pencil|o'clock|half past|quarter past|at (?:six|seven|eight|nine|ten|two|three|four|five|one))\b|speak (?:at|on|later)|see you|(?:he|she|they|it|we|there) (?:'s|'ll|'re|is|are|will|have)\b|by the way|around (?:six|seven|eight)",
        ),
    ),
}
CUES: dict[str, tuple[tuple[float, re.Pattern[str]], ...]] = {
    label: tuple((weight, re.compile(rf"(?<!\w)(?:{pattern})")) for weight, pattern in cues)
    for label, cues in _CUES.items()
}
