"""The frames of attacking questions: how a question begins, and the ways it may go on that make it a charge.

Read as regular expressions over the parser's plain lower-case words, contractions split ("do n't", "ca n't", "you 're"). Tails stand
between slashes. Sources: criticism and contempt of the four horsemen; Gordon's roadblocks (judging, preaching, interrogating).
"""

from __future__ import annotations

# fmt: off
# tables of words and frames are easier to read as tables than one word a line
import re

_DO = "(?:do|did|does|are|is|was|were|have|had|would|should|could)"
_BE = "(?:is|are|was|were|'s|'re)"
_REALLY = "(?:really |actually |seriously |honestly |even |just )*"

_FRAMES: tuple[tuple[str, str], ...] = (
    (r"\b(?:why|how|what|who|where|when) ", "the (?:hell|fuck|heck|bloody|blazes) / in (?:the world|god 's name|hell) / tf / on earth .*you"),
    (r"\bwhy must ", "you / everything / it / i / we"),
    (r"\bwhy would ", "you (?!like|prefer|say|love|choose|rather) / (?:any|some)(?:one|body) .*(?:mind|leave|do that|say that)"),
    (r"\bwhy should ", "you get / i (?:have|bother|believe|trust|care|listen|help|even|be|always)"),
    (
        r"\bwhy (?:ca|wo|could|would) n't you (?:\w+ ){0,4}?",
        "ever / just / even / once / simply / bother / for once / like / say / tell / be / come / let / call / text / listen / answer / help",
    ),
    (
        rf"\bwhy {_DO} (?:n't you|you not) (?:\w+ ){{0,3}}?",
        """ever / just / even / once / simply / bother / yet / tell / call / text / help / listen / answer / think / ask / care / say /
        come / do / pick / clean / warn / show / ring / phone / let / stop / check""",
    ),
    (
        rf"\bwhy {_DO} you (?:\w+ ){{0,2}}?",
        r"""always (?!order|take|start|choose|cry|laugh) / never / constantly / forever / insist / bother / even / have to / need to / got to /
        keep \w+ing / refuse / being so (?!nice|kind|good|sweet|quiet) / being such / acting / like (?:this|that) / going round / running /
        go (?:\w+ing|and|off|behind) / get to / hate me / punish\w* / such a / (?:so|this) (?!quiet|sad|tired|happy|kind|good|sweet|lovely|
        nervous|scared|worried|upset|calm|excited|keen|interested|drawn|wonderful|patient|sure|into|fond|early|late)""",
    ),
    (rf"\bwhy (?:{_DO}|am|must) (?:i|we) ", "always (?!cry|laugh|feel) / even / ever / have to / need to / the (?:only )?one / bother / put up / got to / still have / think you"),
    (r"\bwhy ", rf"bother / even / {_BE} it (?:my|always|up to me|only|that (?:you|i|every)) / (?:does|is|must) everything / does no(?:body| one)"),
    (r"\bwhy you ", "never / always / ca n't / could n't / wo n't / refuse / insist / have to (?:ruin|be) / think you / believe you / did n't even"),
    (r"\bwhy your ", "needs / friends always / mother always / job always"),
    (r"\bwhy the rules ", "do n't apply"),
    (r"\b(?:why|how come|how is it|how) .*", r"(?:and|but) (?:not|never|none|no one|ca n't|wo n't|do n't|still) .*\?"),
    (r"\bhow dare ", "you / he / she / they"),
    (r"\bhow could you ", "(?!see|like|feel|use|make it work|get (?:through|more)|possibly know|earn|tell (?:me )?(?:when|if|whether|how)|let (?:me|us) know|(?:show|warn|remind|teach) (?:me|us) (?!up|\\?))"),
    (
        r"\bhow can (?:you|someone|anyone|anybody|a \w+) (?:\w+ )?",
        """be (?:so|this|that|such) / say that / do (?:this|that) / not / just / even / stand there / sit there / treat / live with yourself /
        sleep / call yourself / possibly / expect / forget / claim""",
    ),
    (r"\bhow (?:many|much)(?: more)? (?:times|years|weeks|months) ", r"(?:do|must|have|did|does|am|will|should|are|is) (?:i|we) / before you"),
    (r"\bhow many \w+ are you ", "planning / going / gon na"),
    (r"\bhow much (?:longer|more) ", "do i / must i / am i / are you / will i / is this"),
    (r"\bhow (?:hard|difficult|complicated) ", "is it / can it / could it / would it / was it"),
    (r"\bhow (?:stupid|dumb|thick|gullible|naive) ", "do / did / are / can / is"),
    (r"\bhow do you ", "sleep at night / live with yourself / expect / (?:always )?manage to (?!stay|keep|fit|get|do|look|let (?:things|it) go|rest|relax) / even / always manage / think (?:i |that makes|it feels)"),
    (rf"\bhow (?:{_BE}|come|comes) (?:it )?(?:that )?", "(?:everyone|everybody|every other|other|nobody|no one|my friends) / you (?:never|always|ca|only|are n't|do n't|did n't|have n't)"),
    (r"\bhow (?:is it |come )", r"i (?:never|always|am|'m) / possible / you (?:manage|can \w+ but)"),
    (
        rf"\bhow long {_DO} you (?:\w+ )?(?:planning|plan|intend\w*|going|expect\w*|think\w*) (?:to|on|me|of) (?:\w+ )?",
        "sulk / ignore / pretend / avoid / make / punish / hide / lie / put / carry / act / stay mad / drag / mope / sit / hold / live off / keep this",
    ),
    (r"\bhow (?:am|are|was|were) (?:i|we) (?:supposed|meant|expected) to ", "trust / believe / know / feel / live / put / respect / love / deal / rely / cope / take / read / guess"),
    (r"\bhow would you (?:like|feel)(?: it)? if i ", "did / treated / spoke / talked / ignored / went (?:through|off|behind) / left you / forgot / never / always / just / flirted / lied / cheated"),
    (r"\bhow (?:does it feel|it feels|must it feel) ", "to (?:let|ruin|be (?:such|so|always|the (?:worst|favou?rite))|know you|have ruined|always)"),
    (r"\bhow you ", "managed to / could (?:be|do|say) / sleep at night / always"),
    (r"\bwhat (?:(?:the \w+ )?(?:is|was|'s|s)) ", "(?:actually |even )?(?:wrong|up) with (?:you|your \\w+) \\W*$ / the matter with you / your (?:\\w+ )?(?:problem|excuse|damage|malfunction) / it going to take / it to you / so (?:hard|difficult|complicated) about / the point (?:of (?:you|having|telling|talking to|asking|even)|in (?:telling|talking|asking))"),
    (r"\bwhat (?:were|was|are) you ", "(?:even |actually |possibly )?thinking (?!about|of|for) / doing , (?!love|dear|mate|darling|babe|then) / waiting for ,"),
    (
        r"\bwhat (?:kind|sort|type) of (?:a )?(?:\w+ )?",
        """(?:mother|father|mum|mom|dad|parent|husband|wife|partner|boyfriend|girlfriend|person|man|woman|friend|brother|sister|son|daughter|
        boss|manager|colleague|human|adult|idiot|example|excuse|flatmate|roommate|teacher|leader|lad|bloke|guy|grown \\w+|grandparent|uncle|
        aunt|host|guest|team) (?!(?:do|did|would|are|were|have|can|will) (?:you|i|we)|was|is he|is she)""",
    ),
    (r"\bwhat exactly (?:do |did |have |are |were )?you ", r"(?:\w+ )?(?:do|done|contribute|bring|think|achieved|been doing|playing|expect|want from)"),
    (r"\bwhat (?:do|have|did) you (?:even |ever |actually |exactly )", "do / done / contribute\\w* / care / given? / bring / expect"),
    (r"\bwhat (?:do|did|have) you ", "do all day / done all day / care / take me for / want , / do , (?!love|dear|mate|then) / want me to do , / think (?:i am|you (?:'re|are)|would happen|was going to happen) / expect (?:me to|\\W*$|i|was|would) / gain / been doing all"),
    (r"\bwhat (?:part|bit) of\b.*", "(?:do|did|are|ca|is) (?:n't )?(?:you|so|too|unclear)"),
    (r"\bwhat (?:will it|would it|does it|is it going to|is it gonna) ", "(?:have to |finally )*take (?:for you|to (?:get|make) you|before you)"),
    (r"\bwhat (?:makes|made) you ", "think (?:you|i|it (?:is|'s|was) (?:ok|okay|fine|acceptable)) / so (?:special|perfect|sure|high)"),
    (r"\bwhat (?:gives|gave) ", "you the right / ,"),
    (r"\bwhat did i ", "(?:ever )?do to (?:you|deserve) / ever (?:see|do) / marry"),
    (r"\bwhat am i ", r", / to you / your / supposed to / , your / even \w+ here for"),
    (r"\bwhat (?:planet|world|century) ", "are / do / is"),
    (r"\bwhat (?:use|good) ", "is (?:a|an|my|having) / are you / is it (?:telling|asking)"),
    (r"^(?:oh |and |so )*what , ", "was / were / are / did / do / is / you / so / too / no / am / has / have / had / would / could / can / ca / i"),
    (r"\bwhat time do you ", "call this"),
    (r"\bwho ", "do you think you / d you think you / died / asked you / gave you / does that / raised you / made you (?:the|boss|king|queen|judge|in) / says you / (?:told|said) (?:you )?(?:that )?you could / even does / else would be / would be \\w+ enough"),
    (r"\bwhere (?:'s|is|are|s|was|were) your ", "brain / head at \\? / manners / respect / sense / shame / conscience / heart / loyalty / decency"),
    (
        r"\bwhen (?:are|will|do|were|did|is) (?:you|he|she) (?:ever |finally |actually |plan(?:ning)? (?:to|on) |going to |intend(?:ing)? (?:to|on) |gon na |start\w* )+(?:\w+ )?",
        """grow / learn / start \\w+ing / stop / stopping / reali[sz]e / act / take (?:responsib|some|me) / behav\\w+ / listen / change your / care /
        pull / get (?:a (?:real |proper )?(?:job|grip|life)|off|your (?:act|life|head)) / do (?:something|your|anything) /
        be(?:com(?:e|ing))? (?:a (?:man|real|proper|decent)|an adult|responsible|honest) / admit / apologi\\w+ / think (?:about|of) / pay / own up""",
    ),
    (r"\bwhen (?:you|i) ", "(?:plan|intend|are going|'re going) to (?:start|stop|grow|act|behave|do|take|get|finally|be) / stopped (?:caring|being|loving)"),
    (r"\bwhen (?:exactly |precisely )?(?:did|was) ", r"you (?:become|turn into|get so|stop (?:caring|being|trying|loving|listening|thinking)) / the last time you (?:\w+ )?(?:did|helped|cleaned|cooked|said|asked|lifted|thought|listened|bothered|made|paid|put|took|offered|showed|apologi\w+)"),
    (r"\bdo you (?:even|actually|seriously|honestly|really (?=think|believe|expect|call)|not) ", "(?!miss|wish|feel|need a hand|eat|like|want|mind|drink|have (?:time|to)|fancy|live|go)"),
    (
        r"\bdo you ever ",
        """think (?:of|about) (?:any|me|how (?:i|your|other)|what (?:it|you)|some) / listen / stop / care / give / help / shut / learn / consider /
        look / pay / do any / say (?:sorry|thank) / apologi / clean / bother / ask (?:me|how) / plan / answer / actually / just / admit / put / lift""",
    ),
    (
        r"\bdo you ",
        """have (?:any|the (?:slightest|faintest|foggiest)) (?:idea|clue|concept|respect|shame|manners) (?!when|where|who|what (?:time|day|the)|if|whether) /
        enjoy (?:making|watching me|hurting|seeing me|upsetting|humiliating|being (?:difficult|mean|late|cruel)) / get (?:off|a kick) / have to be (?:so|such) /
        think (?:i (?:'m|am) (?:stupid|an idiot|made|your|blind|a fool|dumb|deaf)|i (?:enjoy|like (?:doing|being|having)|was born)|money grows|
        it (?:'s|is) (?:funny|fair that|okay to|ok to|acceptable|normal to)|the world|you (?:'re|are) (?:the only|better|so|above|god|too good)) /
        want (?:a medal|me to (?:leave|go mad|beg|lose)|an award|applause|a round) / need (?:me to (?:spell|draw)|a map|an invitation|instructions) /
        call (?:that|this|yourself) / hear yourself / listen to yourself / treat""",
    ),
    (
        r"\bdid you ",
        """even / seriously / really (?:just|think|believe|expect|have to) / actually (?:just|think|believe|listen) / not (?:think|see|hear|read|even) / honestly /
        just (?:roll|hang|walk|ignore|lie|throw|slam|call me|interrupt|swear|laugh at|tell me to|shush|cut|sigh|yawn|snap) / have to /
        ever (?:stop|think|consider|once|plan|intend|care|bother|love)""",
    ),
    (r"\b(?:did|has|does) (?:it|that) ", "(?:not |never |ever |even |really )*(?:occur\\w* to|cross\\w* your|enter\\w* your|hurt ,|kill) / make you feel (?:big|good|better|proud|clever|important|powerful)"),
    (r"\bdid n't (?:it|that|i|you) ", "occur / cross / tell / say / warn / just / promise / think / learn / hear me / even"),
    (r"\bdid your ", "(?:hands?|legs?|arms?|fingers?|phone) "),
    (
        r"\bhave you ",
        """no (?:shame|heart|respect|manners|sense|decency|consideration|pride|self|idea|feelings|conscience|loyalty) / (?:got )?nothing better /
        any (?:idea (?:how|what you)|shame|respect) / ever (?:once|stopped|considered (?:that|how)|bothered|actually|thought (?:about (?:anyone|anybody|
        how|someone|what it)|that (?:maybe|you|i)|of apologi)|listened|said (?:sorry|thank)|heard of) / lost your / completely / forgotten how / even / quite finished""",
    ),
    (
        r"\bare you ",
        """(?:even|actually|seriously|really|honestly|just|always|ever|deliberately|purposely|trying to) (?!ok|alright|all right|happy|sure|fine|enjoying|looking forward|
        free|interested|in|coming|home|leaving|going to (?:be|come|miss)|get|find|save|sell|buy|learn|sleep|quit|eat|lose|cut|off|up|hungry|there|warm|well|on|a ) /
        kidding / joking / serious / having a laugh / happy now / proud of yourself / done (?:whining|sulking|complaining|yet|moaning) / quite / satisfied /
        finished (?:sulking|shouting|yelling|moaning) / out of your mind / taking the / n't (?:you )?ashamed / (?:still )?too \\w+ to /
        (?:ever )?(?:going|planning|gon na) (?:to )?(?:admit|apologi\\w+|grow|start \\w+ing|stop|sit there|keep|ever|finally|do anything|blame|sulk|ignore|tell me the truth|
        act|make me|actually|let me down|own|miss|ruin|waste) / (?:deaf|blind|thick|stupid|dumb|slow|mad|crazy|insane|drunk|high) (?:or|,|\\?)""",
    ),
    (r"\bare n't you ", "ashamed / a (?:bit|little) / supposed / embarrassed / sick of / the one / being / meant to / just / overreacting / forgetting / exaggerating / old enough / too / tired of (?:being|making|lying)"),
    (rf"\b(?:is|was) (?:it|that|this) {_REALLY}", "(?:so|that|too|really (?:so|that|too)) (?:hard|much|difficult|complicated|impossible|unreasonable) / all (?:you|i) / your idea of / supposed to be / the best you / how you (?:treat|speak|talk|repay|thank|were (?:brought|raised)) / what you call / (?:another|some kind of) (?:joke|excuse|one of your) / beneath / beyond"),
    (r"\b(?:would|will|does|did) it ", "kill / hurt (?:you|to|them) / have (?:killed|hurt|been (?:so|too)) / be so hard / be too much (?:to|trouble|effort) / be beneath"),
    (r"\bis there ", r"(?:a|any|some) (?:\w+ )?reason (?:why )?you (?:ignor|did n't|ca n't|could n't|have n't|are n't|wo n't|never|always|have to|keep|felt the need|thought|\w+ed (?:me|my)) / anything you (?:do n't|ca n't|wo n't) (?:moan|complain|ruin|blame|critici|lie|forget) / something wrong with your"),
    (r"\bis (?:everything|every \w+) ", "a (?:joke|game|fight|drama) / about you / my fault"),
    (r"\bcan you ", "not (?:go|just|even|ever|see|\\?|do|leave|for|be|hear|shout|talk|put|think|at) / go (?:one|five|a|ten) \\w+ without / ever / never / at least / for once / just (?:once|stop|not|be|listen|for) / possibly / be any / try to act"),
    (r"\b(?:ca|could) n't you ", "just / see / even / ever / do (?:anything|one) / at least / take / read / think / be / go (?:one|five|a) / manage / show / act / understand / give / have / wait / tell / for"),
    (r"\bcould you ", "be any / not (?:have|just|even|for|at) / for once / possibly be / at least / have been any"),
    (r"\bmust you ", ""),
    (r"\bdo (?:i|we) (?:really |always )?(?:have|need) to ", "do everything / spell / beg / remind / tell you / explain / ask (?:you|twice|again) / draw / repeat / say it / put up / chase / treat / always / clean / pick up / carry / nag / hold your / find out"),
    (r"\bdo i ", "look like / mean (?:nothing|anything|so little) / even (?:matter|exist) / not matter / ask (?:for )?(?:so|too) much / not deserve"),
    (r"\bam i (?:just |really |only |even |now )*", "nothing / invisible / talking to (?:myself|a wall|the) / supposed to / (?:your|a) (?:maid|servant|slave|taxi|joke|cash|atm|bank|doormat|babysitter|ghost|chauffeur|secretary|cook|cleaner|nanny|punch) / the only (?:one|adult|person) (?:who|in|that|here|with)"),
    (
        r"\b(?:do|would|could|should|have|did|is|was|were|are|can|wo|ca) n't (?:you|it|that|a \w+|any|anyone|i) ",
        """(?:ever )?think (?!he|she|they|the) / (?:ever )?agree / reckon / feel (?:even|a (?:bit|little)|bad|guilty|ashamed) / see (?:that|how|what|why|you|i|it) / reali[sz]e / care /
        know (?:how|what|that|better) / have (?:any (?:shame|respect|idea|self|manners|decency)|been (?:better|smarter|kinder|wiser|easier|more|nicer|fairer)|just|thought|told|
        asked|checked|known|called|rung|texted|done|waited|said|let|warned|a (?:shred|conscience)) / time (?:you|we stopped|to (?:stop|grow|admit)) / about time / obvious / say (?:that|it|you|this|sorry) / done enough /
        be (?:better|smarter|kinder|wiser|more|helping|doing|fairer|at (?:home|work|school)|thanking|grateful|ashamed|honest) / your (?:job|turn|fault|responsibility|mess) / admit / trust me / love me enough / a (?:bit|little) (?!cold|tired|chilly|
        early|peckish|hungry|nervous|scared|sad|excited|warm|walk|help|longer|while) / ashamed / had enough / caused enough / said enough / learned / learnt / supposed to / sick of / notice / hear (?:me|yourself|a word) / the (?:real|whole|least) /
        just (?:like you|you|say|admit|an excuse|your|another) / exactly / typical / possible (?:that )?you / rather be (?:honest|a|the)""",
    ),
    (r"\b(?:should|would) n't (?:you|a) ", "(?!\\?|,|like|prefer|be (?:cold|warm|hungry|easier)|it be|rather|love|want some|mind|take a (?:coat|jumper))"),
    (r"\b(?:surely|obviously) ", "you / even you / a \\w+ / that / it 's not / any"),
    (r"^(?:and |so |oh )*since when ", "do / are / did / is / were / have"),
    (r"\bwould you ", "care to / like (?:a (?:medal|prize|round|trophy|cookie)|me to (?:draw|spell|clap)) / listen to yourself / ever (?:treat|speak|say)"),
    (r"\byou (?:really |honestly |seriously |actually )+", "call / expect / think / believe / want me to"),
    (r"\byou ", "call (?:this|that|yourself) / 'd agree / would agree / stopped (?:caring|being|trying|loving|listening) / 'd rather .*than (?:me|us|your|with|be) / (?:do|did) n't (?:give|care) / managed? to (?:lose|forget|break|ruin|spend|miss|waste|mess)"),
    (r"\bi (?:'m|am) ", "(?:just |now )*(?:supposed|meant|expected) to"),
    (r"\b(?:think|reckon) you (?:'re|are) ", "(?:so |being |very )?(?:funny|clever|smart|special|better|perfect|cute|tough|hard|god)"),
    (r"\byour (?:hands?|legs?|ears?|eyes|mouth|brain|arms?|fingers?|thumbs?|feet|tongue|phone) ", r"(?:\w+ )?(?:broken|fall|fell|glued|attached|stopped|painted|dead|stuck|welded|drop)"),
    (r"\b(?:oh|is|are|was|so|and|would|does|did)\b.*\b(?:princess|queen|king|majesty|lordship|ladyship|highness|genius|einstein|sherlock|superman|saint|martyr)\b", ""),
    (r"\b(?:the|your|my|it|that|this) (?:\w+ )?(?:is |was |been )?(?:too|so) (?:heavy|hard|much|difficult|boring|important) ", "to (?:pick|lift|put|say|wash|answer|remember|call|text|open|read|ask)"),
    (r"\btoo (?:good|important|grand|proud|posh|precious|lazy|busy \w+ing) ", "for / to"),
    (
        r"\b",
        """tell (?:the class|us all (?:why|what|how)) / which award / medal / round of applause / for once / for a change / lift(?:ing)? a finger / normal (?:person|people|human|adult|husband|wife|mother|father|family|partner) /
        (?:of|at) your age / be bothered / above the rules / better than (?:me|us|everyone|the rest) / to be a (?:decent|proper|real) / see what you (?:'ve done|did|made me) / ever going to learn /
        will (?:you|i) ever (?:learn|grow|change|stop|listen|be (?:good|enough)) / will i have to / (?:ever )?heard of (?:a|an|the|knocking|saying|asking|soap|manners|privacy) / admit (?:that )?(?:you|it) / admitted you / nice of you /
        beneath you / beyond you / (?<!those people )(?<!the people )see in you / give a (?:damn|shit|toss|hoot|fuck|monkey) / always (?:my fault|me who|about you|come (?:first|before)|the victim) / in (?:your|their|her|his) right mind / (?:brought up|raised|born) (?:in a barn|by wolves|like that) /
        treat (?:me|us|your \\w+|people|everyone|her|him) (?:like|this|that|so) / i (?:supposed|meant) to (?:know|guess|read|believe|trust) / all (?:day|night|week) while i / (?:does|do|cooks?|wash(?:es)?|cleans?|pays?|folds?) (?:itself|themselves) /
        just (?:going to|gon na) (?:\\w+ )?(?:ignore|sit|stand|leave|lie there|pretend|walk|let|stare|keep|act) / (?:dumb|stupid|mad|crazy|daft|desperate) enough / of your (?:excuses|moods|tantrums|lies|little|jokes|games|sulks|dramas) /
        nothing better to do / cross(?:ed)? your mind (?:that|to) / n't apply to you / exactly (?:do )?you think / while i (?:do|did|work|worked|cook|clean|run|pay|carry|look after|slave|am doing|'m (?:doing|stuck)) /
        except (?:lie|sit|sleep|complain|moan|watch|scroll) / such a (?:child|baby|drama|diva|martyr|snob|killjoy) / n't a (?:father|mother|husband|wife|friend|decent|grown|real|proper|good) / could have told you /
        with you , is n't there / when you (?:knew|promised) / behind my back / in front of (?:everyone|the interns|my|the whole|the kids) (?=.*why) / too much to ask / how would you like it if""",
    ),
    (r"^(?:oh |, |so |and )*i suppose ", ""),
    (r"^(?:from|with|to|for|by) (?:what|who|whom) , ", "exactly"),
    (r"^(?:oh |, |so )*(?:(?!you|we|it|he|she|they|i|that|this)\w+ ){1,6}, ", "was it / are we / were we / have we / did we"),
)


class Frames:
    """The compiled frames; each is tried only where the words it begins with stand in the sentence."""

    def __init__(self, frames: tuple[tuple[str, str], ...]) -> None:
        always: list[str] = []
        by_start: dict[str, list[str]] = {}
        for head, tails in frames:
            options = [re.sub(r"\|\s+", "|", " ".join(tail.split())) for tail in re.split(r"\s/\s", tails)]
            frame = f"{head}(?:{'|'.join(options)})" if tails.strip() else head
            starts = _STARTS.match(head)
            if starts is None:
                always.append(frame)
            for start in starts[1].strip("(?:)").split("|") if starts else ():
                by_start.setdefault(start, []).append(frame)
        self._always = re.compile("|".join(always))
        self._by_start = {start: re.compile("|".join(found)) for start, found in by_start.items()}

    def search(self, words: str) -> bool:
        """Whether any frame stands in the lower-case words of a sentence."""
        here = set(words.split())
        return any(start in here and frame.search(words) for start, frame in self._by_start.items()) or bool(
            self._always.search(words)
        )


_STARTS = re.compile(r"\\b([a-z]+|\(\?:[a-z|]+\)) ")
STRONG = Frames(_FRAMES)
