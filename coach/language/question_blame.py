"""Whether a question attacks: rhetorical, leading, sarcastic, or a charge in polite clothes.

The frames are matched on the parser's plain words (contractions split: "do n't", "ca n't"), joined by blanks. Strong frames
always attack; mild ones attack unless the asker shows interest. Sources: criticism and contempt of the four horsemen; Gordon's roadblocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_BAD = frozenset(
    """lazy selfish pathetic useless clueless childish stupid thick idiot idiotic immature hopeless rude cruel heartless inconsiderate
    thoughtless careless ungrateful spoiled spoilt stubborn difficult dramatic unreasonable ridiculous disgusting mean nasty cold
    dense blind deaf jealous paranoid controlling needy clingy insecure crazy mental insane impossible unreliable irresponsible
    arrogant smug entitled bossy petty bitter moody grumpy miserable hypocritical hypocrite liar coward baby brat princess slob
    narcissist monster bully loser moron jerk cow prick twat wanker ashamed incompetent oblivious weak guilty shameless defensive
    sensitive negative obsessed nosy cheap stingy tight embarrassing unbearable annoying""".split()
)
_BAD_DEEDS = frozenset(
    """humiliate embarrass ruin sulk whine moan nag sabotage ditch abandon betray undermine mock disrespect insult belittle mess
    screw storm manipulate punish provoke exclude destroy wreck whinge bitch complain gaslight neglect dump shame waste cheat steal
    lie blame snap yell shout scream""".split()
)
_DEEDS_TO_US = frozenset("ignore hurt upset annoy attack judge criticise criticize treat drag hide disappear interrupt exaggerate".split())

_STRONG = re.compile(
    r"""
    \b(?:why|how|what|who|where|when)\ (?:the|in)\ (?:hell|fuck|heck|bloody|god|world|blazes)\b
  | \b(?:what|how|why|who)\ on\ earth\ (?:is|are|were|was|did|do|would|could|made|possessed)\b.{0,20}\byou\b
  | \bwhy\ (?:must)\ (?:you|everything|it|i|we)\b
  | \bwhy\ (?:would|should)\ (?:you\ (?!like|prefer|say|love|choose|rather)|i\ (?:have|bother|believe|trust|care|listen|help|even|be))
  | \bwhy\ (?:ca|wo|could|would)\ n't\ you\b(?!\ (?:sleep|rest|eat|stop\ crying|relax|breathe|come\ with\ me\ to|be\ there\ in))
  | \bwhy\ (?:do|did|have|are|is|were|would|should|had)\ (?:n't\ you|you\ not|you\ n't)\ (?:\w+\ ){0,3}?(?:ever|just|even|once|simply|bother|yet|tell|call|text|help|listen|answer|think|ask|care|say|come|do|pick|clean|warn|show)\b
  | \bwhy\ (?:do|did|does|are|is|was|were)\ you\ (?:\w+\ ){0,2}?(?:always|never|constantly|forever|insist|bother|even|have\ to|need\ to|got\ to|keep|refuse|being\ so|being\ such|acting|like\ this|like\ that|going\ round|running)
  | \bwhy\ are\ you\ (?:so|such|this|being)\ (?!quiet|sad|tired|happy|kind|good|sweet|lovely|nervous|scared|worried|upset|calm|excited|keen|interested|drawn|wonderful|patient)
  | \bwhy\ (?:did|do)\ you\ go\ (?:\w+ing|and|off|behind)\b
  | \bwhy\ (?:do|did|must|should|am|does)\ (?:i|we)\ (?:always|even|ever|have\ to|need\ to|the\ (?:only\ )?one|bother|put\ up|got\ to|still\ have)
  | \bwhy\ (?:is|does|do|must)\ (?:it|everything|nothing|nobody|no\ one)\ (?:\w+\ )?(?:always|never|ever|have\ to|about\ you|my\ fault|so\ hard|with\ you)
  | \bwhy\ (?:bother|even)\b
  | \bhow\ (?:dare|could)\ you\b(?!\ (?:see|like|feel|use|make\ it\ work|get\ through|possibly\ know))
  | \bhow\ can\ (?:you|someone|anyone|anybody|a\ \w+)\ (?:\w+\ )?(?:be\ (?:so|this|that)|say\ that|do\ (?:this|that)|not|just|even|stand\ there|sit\ there|treat|live\ with\ yourself|sleep|call\ yourself|possibly|expect|forget|claim)
  | \bhow\ (?:many|much)\ (?:more\ )?times\ (?:do|must|have|did|does|am|will|should|are|is)\ (?:i|we|you|she|he)\ (?:have|need|got|to|told|tell|ask|asked|going|supposed|promised|said)
  | \bhow\ (?:many\ (?:more\ )?\w+\ (?:do\ i|must|will\ it\ take)|much\ longer\ (?:do|must|am|are\ you|will|is)|much\ (?:more\ )?(?:do\ i|am\ i|must\ i)\ (?:have|supposed|put))
  | \bhow\ (?:hard|difficult|complicated)\ (?:is\ it|can\ it|could\ it|would\ it)
  | \bhow\ do\ you\ (?:sleep\ at\ night|live\ with\ yourself|expect|manage\ to\ (?:always|ruin|lose|forget|mess|screw|get\ it\ wrong)|even|always\ manage)
  | \bhow\ (?:is|'s|comes?)\ (?:it\ )?(?:that\ )?(?:everyone|everybody|every\ other|other|nobody|no\ one|my\ friends)\b
  | \bhow\ (?:is\ it\ (?:that\ )?(?:you|i)|come\ (?:you|i|it)\ (?:never|always|ca|only|are\ n't|do\ n't|did\ n't|'s\ always))
  | \bhow\ (?:long|late)\ (?:are\ you|were\ you|will\ you|do\ you|did\ you|must|do\ i)\ (?:\w+\ )?(?:planning|intend\w*|going|have|need|expect\w*|think)\ (?:to|me|on|of)\ (?:\w+\ )?(?:sulk|ignore|pretend|keep|avoid|make|punish|hide|wait|lie|put|carry|act|be\ like|stay\ mad|drag|mope|sit|hold)
  | \bhow\ (?:am|are)\ (?:i|we)\ (?:supposed|meant|expected)\ to\ (?:trust|believe|know|feel|live|put|respect|love|deal|rely|cope|take|read)
  | \bhow\ would\ you\ (?:like|feel)\ (?:it\ )?if\ i\ (?:did|treated|spoke|talked|ignored|went|left|forgot|never|always|just)
  | \bhow\ does\ it\ feel\ to\ (?:be\ (?:such|so|always|the\ (?:worst|favou?rite|only\ one))|let|know\ that\ you|have\ ruined|ruin|always)|\bhow\ it\ feels\ to\ (?:let|ruin|be\ (?:such|so|always))
  | \bwhat\ (?:is|'s|was|the\ hell\ is|'\ s)\ (?:actually\ |even\ )?(?:wrong|the\ matter|up)\ with\ you\b
  | \bwhat\ (?:were|was|are|r)\ you\ (?:even\ |actually\ |possibly\ )?thinking\b(?!\ (?:about|of))
  | \bwhat\ (?:is|'s)\ your\ (?:\w+\ )?(?:problem|excuse|deal|damage|issue|malfunction)\b
  | \bwhat\ (?:kind|sort|type)\ of\ (?:a\ )?(?:\w+\ )?(?:mother|father|mum|mom|dad|parent|husband|wife|partner|boyfriend|girlfriend|person|man|woman|friend|brother|sister|son|daughter|boss|manager|colleague|human|adult|idiot|example|excuse|flatmate|roommate|teacher|leader|lad|bloke|girl|guy|grandparent|uncle|aunt|driver|neighbou?r|host|guest|doctor|team)\ (?!(?:do|did|would|are|were|have|can)\ (?:you|i|we)\b)
  | \bwhat\ exactly\ (?:do|did|have|are|were)\ you\ (?:\w+\ ){0,3}?(?:do|done|contribute|contributed|bring|expect|expecting|want\ from|think|achieved|been\ doing|playing)
  | \bwhat\ (?:do|have)\ you\ (?:even|ever|actually)\ (?:do|done|contribute|contributed|care|given|bring)
  | \bwhat\ do\ you\ (?:do\ all\ day|care|expect\ me\ to|take\ me\ for|think\ (?:i\ am|you\ (?:'re|are)\ (?:doing|playing))|want,?\ a\ medal|want\ ,\ a)
  | \byou\ (?:really\ |honestly\ |seriously\ |actually\ )?call\ (?:this|that|yourself)\b|\byou\ (?:really|honestly|seriously|actually)\ (?:expect|think|believe|want\ me\ to)\b
  | \bi\ (?:'m|am)\ (?:just\ |now\ )?(?:supposed|meant|expected)\ to\b|\bam\ i\ \?$|\bwhy\ you\ (?:never|always|ca\ n't|could\ n't\ be|wo\ n't|have\ to\ (?:ruin|be)|refuse|insist|bothered|did\ n't\ even)
  | \bis\ there\ (?:a|any|some)\ (?:\w+\ )?reason\ (?:why\ )?you\ (?:ignor|did\ n't|ca\ n't|could\ n't|have\ n't|are\ n't|wo\ n't|never|always|have\ to|keep|felt\ the\ need|thought\ it|\w+ed\ (?:me|my))
  | \bwhat\ did\ you\ (?:think|expect|imagine)\ (?:would|was\ going\ to|i\ (?:would|was))|^(?:and\ )?(?:from|with|to|for)\ what\ ,\ exactly|\bwhat\ part\ of\b.*\b(?:do|did|are|ca)\ (?:n't\ )?you\b
  | \bwhat\ (?:is\ it\ going\ to|'s\ it\ going\ to|will\ it|would\ it|does\ it|is\ it\ gonna)\ (?:have\ to\ )?(?:take|finally\ take)\ (?:for\ you|to\ (?:get|make)\ you|before\ you)
  | \bwhat\ (?:makes|made)\ you\ (?:think\ (?:you|i|it\ (?:is|'s|was)\ (?:ok|okay|fine|acceptable))|so\ (?:special|perfect|sure|high))
  | \bwhat\ (?:gives|gave)\ you\ the\ right|\bwhat\ did\ (?:you\ expect|i\ (?:ever\ )?do\ to\ (?:you|deserve))|\bwhat\ am\ i\b(?!\ (?:missing|doing|getting|not|like|to))
  | \bwhat\ (?:planet|world|century|age)\ (?:are|do|is)\ (?:you|this)|\bwhat\ 's\ it\ to\ you|\bwhat\ ,\ (?:was|were|are|did|do|is|you|so|too|no|am|has|have|had|would|could|can|ca)
  | \bwho\ (?:do|d)\ (?:you|ya|u)\ think\ you\b|\bwho\ (?:died|asked\ you|gave\ you|does\ that|raised\ you|made\ you|even|says\ you|the)\b
  | \bdo\ you\ (?:even|actually|seriously|honestly|really\ (?:think|believe|expect)|not)\ (?!miss|wish|feel|need\ a\ hand|eat|like|want|mind|drink|have\ (?:time|to)|fancy)
  | \bdo\ you\ ever\ (?:think\ (?:of|about)\ (?:any|me|how\ (?:i|your|other)|what\ (?:it|you))|listen|stop|care|give|help|shut|learn|consider|look|pay|do\ any|say\ (?:sorry|thank)|apologi|clean|pick|bother|ask\ (?:me|how)|plan|answer|actually|just|shut|admit|put)
  | \bdo\ you\ (?:have\ (?:any|the\ (?:slightest|faintest|foggiest))\ (?:idea|clue|concept|respect|shame|manners)\b(?!\ (?:when|where|who|what\ (?:time|day|the)|if|whether))|enjoy\ (?:making|watching\ me|hurting|seeing\ me|upsetting|humiliating|being\ (?:difficult|mean|late))|get\ (?:off|a\ kick)|think\ (?:i\ (?:'m|am)\ (?:stupid|an\ idiot|made|your|blind|a\ fool|dumb|deaf)|i\ (?:enjoy|like\ (?:doing|being|having)|was\ born)|money\ grows|it\ (?:'s|is)\ (?:funny|fair\ that|okay\ to|ok\ to|acceptable|normal\ to)|the\ world|you\ (?:'re|are)\ (?:the\ only|better|so|above|god|too\ good)|(?:the|these|those)\ \w+\ (?:wash|clean|do|make|pay)\ themselves)|want\ (?:a\ medal|me\ to\ (?:leave|go\ mad|beg|lose)|an\ award|applause)|need\ (?:me\ to\ (?:spell|draw)|a\ map|an\ invitation|instructions)|call\ (?:that|this|yourself)|hear\ yourself|listen\ to\ yourself)
  | \bdid\ (?:it|that)\ (?:not\ |never\ |ever\ |even\ |really\ )?(?:occur\ to|cross\ your|hurt\ ,|enter\ your|kill)|\bdid\ n't\ (?:it|that)\ (?:occur|cross)
  | \bdid\ you\ (?:even|seriously|really\ (?:just|think|believe|expect|have\ to)|actually\ (?:just|think|believe|listen)|not\ (?:think|see|hear|read|even)|honestly|just|have\ to|ever\ (?:stop|think|consider|once|plan|intend|care|bother|love))\b
  | \bhave\ you\ (?:no|any\ (?:idea\ (?:how|what\ you)|shame|respect)|ever\ (?:once|stopped|considered\ (?:that|how)|bothered|actually|thought\ (?:about\ (?:anyone|anybody|how|someone|what\ it)|that\ (?:maybe|you|i)|of\ (?:anyone|apologi))|listened|said\ (?:sorry|thank))|lost\ your|completely|forgotten\ how|even)\b
  | \bare\ you\ (?:even|actually|seriously|really|honestly|just|always|ever|deliberately|purposely|intentionally|trying\ to)\ (?!ok\b|okay|alright|all\ right|happy\ with|sure|fine|enjoying|looking\ forward|free|interested|in\ on|coming|home|leaving|going\ to\ (?:be|come|miss)|get\ (?:a|some)|find|save|sell|buy|learn|sleep|quit|eat|lose|cut|in\b|off\b|up\b|hungry|there\b|warm|well)
  | \bare\ you\ (?:kidding|joking|serious|having\ a\ laugh|happy\ now|proud\ of\ yourself|done\ (?:whining|sulking|complaining|yet|moaning)|finished\ (?:sulking|shouting|yelling|moaning)|out\ of\ your\ mind|taking\ the|mad\ \?|satisfied|quite\ (?:finished|done)|(?:ever\ )?going\ to\ (?:admit|apologi\w+|grow|start|stop|sit\ there|keep|ever|finally|do\ anything|blame|sulk|ignore|tell\ me\ the\ truth|act|make\ me|actually|let\ me\ down|own)|(?:still\ )?too\ \w+\ to|that\ (?!keen|worried|close|far|sure|sad|upset|tired|hungry)\w+\ ,?|n't\ you\ (?:ashamed|a\ bit|supposed|embarrassed|sick|the\ one|being|meant|just|tired\ of\ (?:being|making|lying)|old\ enough))
  | \bare\ n't\ you\ (?:ashamed|a\ (?:bit|little)|supposed|embarrassed|sick\ of|the\ one|being|meant\ to|just|overreacting|forgetting|exaggerating|old\ enough|too|tired\ of\ (?:being|making|lying|always))
  | \bis\ (?:it|that)\ (?:really\ |actually\ |honestly\ )?(?:so|that|too|really\ (?:so|that|too))\ (?:hard|much|difficult|complicated|impossible|unreasonable)
  | \b(?:would|will|does|did)\ it\ (?:kill|hurt|have\ killed|have\ hurt|be\ so\ hard|be\ too\ much|have\ been\ (?:so|too))\b
  | \bis\ (?:that|this)\ (?:really\ |seriously\ |honestly\ |actually\ )?(?:all\ (?:you|i)|your\ idea|supposed\ to\ be|the\ best\ you|how\ you\ (?:treat|speak|talk|repay|thank)|what\ you\ call|(?:another|some\ kind\ of)\ (?:joke|excuse))
  | \bis\ (?:there\ anything|anything)\ (?:you\ (?:do\ n't|ca\ n't|wo\ n't)|ever)|\bis\ (?:everything|it\ always)\ (?:a\ (?:joke|game|fight)|about\ you|my)
  | \bcan\ you\ (?:not|ever|never|at\ least|for\ once|just\ (?:once|stop|not|be|listen|for)|possibly|even|be\ any|try\ to\ act)\b|\bca\ n't\ you\ (?:just|see|even|ever|do\ (?:anything|one)|at\ least|take|read|think|be|go\ (?:one|five|a)|manage|show|act|understand|give)
  | \bcould\ you\ (?:be\ any|not\ (?:have|just|even|for|at)|for\ once|possibly\ be|at\ least|have\ been\ any)|\bcould\ n't\ you\ (?:have|at\ least|just|even|be\ bothered|see|wait|think|tell|for)
  | \bmust\ you\b|\bdo\ (?:i|we)\ (?:really\ )?(?:have\ to|need\ to)\ (?:do\ everything|spell|beg|remind|tell\ you|explain|ask\ (?:you|twice|again)|draw|repeat|say\ it|put\ up|chase|treat|always|clean|pick\ up|carry|nag|hold\ your)|\bdo\ i\ (?:look\ like|mean\ (?:nothing|anything|so\ little)|even\ (?:matter|exist)|not\ matter|really\ matter\ so|ask\ (?:for\ )?(?:so|too)\ much|have\ (?:to\ )?(?:\w+\ )?(?:servant|stupid))
  | \bam\ i\ (?:just\ |really\ |only\ |even\ |nothing\ (?:but|more)\ |invisible|talking\ to\ (?:myself|a\ wall|the)|speaking|supposed\ to|(?:just\ )?(?:your|a)\ (?:maid|servant|slave|taxi|joke|cash|atm|bank|doormat|babysitter|ghost|chauffeur|secretary|cook|cleaner|nanny|punch)|the\ only\ (?:one|adult|person))
  | \bwhen\ (?:are|will|do|were|did)\ you\ (?:ever\ |finally\ |actually\ |plan(?:ning)?\ (?:to|on)\ |going\ to\ |intend(?:ing)?\ to\ |gonna\ |start\w*\ )+(?:\w+\ ){0,1}?(?:grow|learn|start|stop|stopp\w+|realise|realize|act|take|behav\w+|listen|change|care|pull|get\ (?:a\ (?:real\ |proper\ )?(?:job|grip|life)|off|your\ (?:act|life|head))|do\ (?:something|your|anything)|be(?:com(?:e|ing))?\ (?:a\ (?:man|real|proper|decent)|an\ adult|responsible|honest)|admit|apologi\w+|tell\ me|think\ (?:about|of)|mention|pay|own|help|move\ your)|\bwhen\ (?:you\ (?:plan|intend|are\ going|'re\ going)\ to)\ (?:start|stop|grow|act|behave|do|take|get|finally|be)|\bwhen\ (?:do\ i\ (?:get|ever)|was\ the\ last\ time\ you\ (?:\w+\ )?(?:did|helped|cleaned|cooked|said|asked|lifted|thought|listened|bothered|made|paid|put|took|offered|showed|apologi\w+))
  | \b(?:do|would|could|should|have|did|is|was|were|are|can)\ n't\ (?:you|it|that|a|any|anyone|everyone|i)\ (?:ever\ )?(?:think|agree|reckon|feel\ (?:even|a\ (?:bit|little)|bad|guilty|ashamed)|see\ (?:that|how|what|why|you|i|it)|reali[sz]e|care|know\ (?:how|what|that|better|i)|have\ (?:any\ (?:shame|respect|idea|self|manners|decency)|been\ (?:better|smarter|kinder|wiser|easier|more|nicer|fairer)|just|thought|told|asked|checked|known|called|rung|texted|done|waited|said|let|warned|a\ (?:shred|conscience))|time|about\ time|obvious|clear\ that|say\ (?:that|it|you|this|sorry)|done\ enough|be\ (?:better|smarter|kinder|wiser|more|helping|doing|fairer|at\ home|thanking|grateful|ashamed)|your\ (?:job|turn|fault|responsibility|mess)|admit|decent|good|real|proper|normal|loving|trust\ me|love\ me\ enough|want\ to\ (?:be\ a|apologi)|a\ (?:bit|little)\ (?!cold|tired|chilly|early|peckish|hungry|nervous|scared|sad|excited)|(?:even\ )?ashamed|had\ enough|caused\ enough|said\ enough|learned|learnt|promise|supposed|sick\ of|listen|notice|hear\ (?:me|yourself|a\ word)|the\ (?:real|whole|least)|just\ (?:like\ you|you|be|say|admit|an\ excuse|your|another)|exactly|typical|possible\ (?:that\ )?you)\b
  | \bshould\ n't\ you\b|\bwould\ n't\ a\b|\bsurely\ (?:you|even\ you|a|that|it\ 's\ not|any)|^(?:and\ |so\ )?since\ when\ (?:do|are|did|is|were|have)
  | \bwould\ you\ (?:care\ to|like\ (?:a\ (?:medal|prize|round|trophy|cookie)|me\ to\ (?:draw|spell|clap)|it\ if\ i)|mind\ (?:telling|explaining)\ (?:\w+\ )?why\ (?:you|i)\ (?:never|always|did\ n't|ca|are\ n't|have\ n't|think|thought|could\ n't|had)|listen\ to\ yourself)\b
  | \btell\ the\ class|\bwhich\ award|\b(?:medal|trophy|round\ of\ applause)\b|\bfor\ once\b|\b(?:lift|lifting)\ a\ finger|\bnormal\ (?:person|people|human|adult|husband|wife|mother|father|family|partner)\b|\blike\ everyone\ else|\b(?:of|at)\ your\ age\b|\bbe\ bothered\b|\babove\ the\ rules|\bbetter\ than\ (?:me|us|everyone|the\ rest)|\bto\ be\ a\ (?:decent|proper|real)\ |\bin\ the\ first\ place\ ,?\ (?:did|do|were|are|was)\ (?:n't\ )?(?:you|i)
  | \bwas\ (?:the|your|my|it|that)\ (?:\w+\ )?(?:too\ (?:heavy|hard|much|difficult|busy|far|boring)|so\ (?:hard|heavy|difficult|important))
  | \b(?:what|which)\ (?:time|hour)\ do\ you\ call\ this\b|\bsee\ what\ you\ (?:'ve\ done|did|made\ me)|\bcan\ i\ (?:expect|count\ on)\ you\ to\ (?:\w+\ )?(?:ever|finally|actually)|\bwill\ (?:you|i)\ ever\ (?:learn|grow|change|stop|listen|get|be\ (?:good|enough)|change)\b|\bwill\ i\ have\ to\b|\bwhatever\ happened\ to\ (?:your|the)\ (?:promise|manners)|\b(?:ever\ )?heard\ of\ (?:a\ |an\ |the\ |knocking|saying|asking|soap|deodorant|manners|privacy|phones?|texting|cleaning)
  | \b(?:admit|admitted)\ (?:that\ )?(?:you|it)\b
    """,
    re.VERBOSE,
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
    r"\byou (?:just |really |only |simply )?(?:\w+ )?(?:could n't|ca n't|could not|did n't (?:think|care|bother|even)|do n't (?:care|even|think|listen)|never|always|just had to|had to|wo n't ever|only (?:ever )?care|"
    r"ruined|forgot|lied|broke|let me down|enjoy|love making|think (?:you|i|it|that))\b"
)
_SAME_WAY_TAG = re.compile(
    r"\b(?:so|oh|now|suddenly)\b.*\byou (?:'re|are|were|do|did|think|know|want|have|had|can|expect)\b(?!.*\bn't\b.*,).*, (?:are|were|do|did|have|had|can) you\b"
)
_PUSHED = re.compile(r"\b(?:so|such|being|this|always|be|too|just|really|actually|completely|seriously)\b")


def attacks(words: str, tokens: Sequence[Token]) -> bool:
    """Whether a question charges the one asked. ``words`` are the lower-case words of ``tokens``, joined by blanks."""
    warm = _WARM.search(words) is not None and not _NOT_WARM.search(words)
    if _STRONG.search(words) and not warm:
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
        if not re.search(r"\b(?:why|how (?:could|can|dare|long)|what (?:gives|makes|kind)|enjoy|insist|always|ever|again|trying to|going to|planning to)\b|n't you \?+$", sentence):
            return False
    elif lower not in _BAD and lemma not in _BAD:
        return False
    elif token.dep_ == "amod" and token.head.dep_ not in {"attr", "npadvmod", "ROOT", "appos"}:
        return False
    elif token.pos_ not in {"ADJ", "NOUN", "PROPN", "VERB", "ADV", "INTJ"} or lower in {"mean", "tight", "cold", "blind", "baby", "deaf", "mental", "weak", "difficult", "negative", "sensitive"} and not _PUSHED.search(" ".join(other.lower_ for other in token.doc[max(token.sent.start, token.i - 3) : token.i])):
        return False
    return _nearest_subject(token) == "you"


def _nearest_subject(token: Token) -> str:
    """The person (or thing) said to be or do this: the nearest subject to the left in the sentence, "" when none."""
    doc = token.doc
    for i in range(token.i - 1, token.sent.start - 1, -1):
        near = doc[i]
        if near.lower_ in {"you", "i", "we", "he", "she", "they", "it", "me", "him", "us", "them", "someone"}:
            return str(near.lower_)
        if near.dep_ in {"nsubj", "nsubjpass"} and near.pos_ in {"NOUN", "PROPN", "PRON"} and near.head.i >= token.i - 3:
            return str(near.lower_)
    return ""
