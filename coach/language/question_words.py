"""Word lists behind the reading of questions: grammar, not content.

Sources: open and closed questions by function after motivational interviewing's OARS; the attacking and leading frames after
Gordon's roadblocks (interrogating, lecturing) and the criticism of the four horsemen.
"""

from __future__ import annotations

import re

WH = frozenset("what how why when where who whom whose which what's how's who's where's why's when's wat".split())
AUX = frozenset(
    """do does did is are was were am be 's 're 'd 'll 've have has had can could will would shall should may might must ca wo sha
    ai""".split()
)
SUBJECTS = frozenset("i you he she it we they this that there".split())

# What comes before the question proper and says nothing.
LEAD_INS = frozenset(
    """so and but or ok okay well wait hey hi hello yeah yes no right oh hmm um now then also because honestly seriously sorry please
    anyway actually maybe just really love dear darling mate sweetheart""".split()
)

FACT_NOUNS = frozenset(
    """time day date year month week weekend hour size colour color name surname nickname number address postcode zip zipcode code
    password passcode pin gate platform flight train bus tram ferry station brand make model channel price cost fee amount total age
    height weight floor room street road city town country school class grade score temperature weather shift rota menu username
    email mail phone wifi extension plate deadline birthday title film movie song album show shop store restaurant team language dose
    medication tablet seat row ticket distance eta percentage rate version type flavour flavor topping capital currency size
    company department job degree speed limit balance bill rent salary wage deposit airline airport hotel exit stop route
    appointment verdict allergy blood doctor dentist website url link handle hashtag shoe breed recipe""".split()
)
OPEN_NOUNS = frozenset(
    """part parts bit bits thing things story matter best worst hardest latest reason difference feeling feelings side view
    memory dream hope worry fear idea meaning experience impression take point cause deal heart way sense picture moment""".split()
)
OBJECT_VERBS = frozenset(
    "eat drink order buy wear pay cook pack watch bring owe cost spend charge weigh study spell park book rent earn".split()
)
OBJECT_STEMS = OBJECT_VERBS | frozenset("read driv carry carri cook wea wear".split())
INSIDE = re.compile(  # what only the person asked can tell: makes even a where, when or who open
    r"\b(?:feel|feels|felt|feeling|happiest|proudest|loneliest|safest|see (?:your\w+|us|this|me)|picture|imagine|dream\w*|and why|heart|"
    r"head (?:at|these|right|now)|leave (?:you|us|that|things)|left you|com(?:e|ing) from|go from here|stand (?:on|with)|"
    r"at with|wish|hope|would you (?:like|love|want) (?:us|to (?:be|live|go from)))\b"
)
DEGREE_FREE = frozenset("else so come exactly best better differently then now about on".split())
TELLING = frozenset(
    """tell share describe explain talk say walk show paint put give teach take fill help let see understand hear know learn
    remember imagine recall speak express open ask wonder listen get remind guess find discuss""".split()
)
TELL_ME = re.compile(
    r"\b(?:tell(?:ing)? (?:me|us)|(?:talk|walk)(?:ing)? (?:me|us) through|tak(?:e|ing) (?:me|us) (?:back|through)|describ(?:e|ing)|shar(?:e|ing)|explain(?:ing)?|"
    r"say(?:ing)? (?:(?:a (?:bit|little)|some|any) )?more|help(?:ing)? (?:me|us) (?:to )?(?:\w+ )?(?:see|understand|get|picture|grasp|imagine|know|hear|feel)|"
    r"paint (?:me|us)|put (?:it |that )?into words|give (?:me|us) (?:a |an |some )?(?:\w+ )?(?:sense|idea|picture|example|glimpse|flavour)|"
    r"show(?:ing)? (?:me|us)|teach (?:me|us)|let(?:ting)? (?:me|us) (?:know|hear|in)|fill (?:me|us) in|open up|remind (?:me|us)|go on|"
    r"catch (?:me|us) up|bring (?:me|us) up to|spill|run (?:me|us) through|elaborate|expand on|unpack|talk(?:ing)? (?:a (?:bit|little) )?(?:more )?(?:(?:to|with) me )?about|"
    r"(?:can|could|may|might|if) i (?:just )?(?:ask|asked|hear)|mind (?:me|my) asking|say how|say what|speak about|introduce|give (?:me|us) your)\b"
)
CURIOUS = re.compile(
    r"\b(?:(?:love|like|want|wanna|keen|happy|glad|dying|eager|need|trying|hoping|long|wish|ready|here|going|able|got|get|prefer) (?:to )?(?:really )?"
    r"(?:hear|know|understand|learn|listen|see|find out|get|ask|picture|imagine|work out|figure out)|(?:alright|okay|ok|fine) (?:to|if i) ask(?:ed)?|"
    r"(?:any|some|your) (?:thoughts?|ideas|feelings?|views?|memories|stories) (?:on|about|of)|n't (?:really )?know|i (?:wish i knew|could hear)|curious|(?<!no )wonder(?:ing|ed|s)?|interested in|"
    r"interested to|(?:ever|never|not|n't) (?:\w+ )?(?:\w+ )?(?:heard|told me|asked you|asked|known|understood|knew)|all ears|"
    r"checking|(?:any|no) idea|(?:do|did|would) you (?:happen to )?(?:know|remember|recall)|you remember)\b"
)
CLOSED_STEMS = re.compile(r"\b(?:whether|if|which|when|where|who|whose)\b")
TAG = re.compile(
    r", (?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|wo|ca|ai|sha|must)(?: n't| not)? "
    r"(?:i|you|he|she|it|we|they|there)(?: not)?(?: ,? \w+)? ?\?*$|, (?:right|no|yes|yeah|innit|correct|huh|eh|ok|okay|na|ha) ?\?*$"
)
EITHER_OR_TAIL = re.compile(r", (?:(?!what|how|why|and)\w+ ){1,5}or (?:\w+ ?){1,4}\??$")
