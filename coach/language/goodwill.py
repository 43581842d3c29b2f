"""Kind words that the encoder may take for blame: praise, care, affection, thanks for what was done, easy consent.

The frames are matched on the parser's plain words (contractions split: "ca n't"), joined by blanks. A word that turns a kind one round
("but", "for once", "oh") leaves the sentence to the encoder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.language.tone import tones

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_FRAMES = re.compile(
    r"\byou (?:absolute |total |real |little |wee |big )?(?:star|legend|angel|gem|lifesaver|sweetheart|diamond|marvel|beauty|treasure)\b"
    r"|^good (?:job|work|game|one|effort|going)\b|\bwell played\b|\bfair play to you\b"
    r"|\bsaved (?:my|our|the) (?:bacon|life|skin|neck|day|week|night)\b|\b(?:made|make) (?:my|our) (?:day|week|year|night)\b"
    r"|\byou (?:'ve|have) (?:more than )?earned (?:it|this|that|a)\b|\byou deserve (?:a|the|some) (?:rest|break|best|holiday|treat|medal|lie|night|day)\b"
    r"|\bmakes? me (?:want to (?:be|do) (?:a )?better|smile|proud|happy|feel (?:safe|loved|better|calm|brave|at home|special|seen|heard|lucky|welcome))\b"
    r"|\b(?:felt|feel|feeling) (?:so |so much |much |a lot |really |very )?(?:lighter|better|calmer|safer|safe|seen|heard|understood|looked after|cared for|loved|at home|less alone|lucky|grateful|proud|spoilt|spoiled|supported|welcome)\b"
    r"|\bdid n't feel (?:so )?(?:alone|lonely|stupid|judged|ashamed|scared|small)\b"
    r"|\byou always (?:know (?:what|how)|make (?:me|us|everyone) (?:laugh|smile|feel))\b"
    r"|\b(?:go easy on|be gentle with|be kind to|take care of|look after|treat) yourself\b|\bput your feet up\b|\bsleep (?:well|tight)\b"
    r"|\b(?:have|get|take) (?:a|some) (?:good |proper |well earned |long )?(?:rest|sleep|lie-in|nap)\b|\bget well\b|\bsafe (?:travels|journey|home)\b|\bgood luck\b"
    r"|\bca n't wait to (?:see|hug|hold|hear|meet|kiss|show)\b|\bmiss(?:ed|ing)? you\b|\bthinking (?:of|about) you\b|\bin (?:my|our) (?:thoughts|prayers)\b"
    r"|\b(?:here|there) (?:if|when|whenever) you (?:need|want)\b|\bproud of you\b|\bhappy for you\b|\brooting for you\b|\bi believe in you\b"
    r"|^(?:(?:that 's |sounds )?(?:fine|ok|okay|grand|good|great|perfect) (?:by|with|for) me|(?:i 'm )?(?:fine|good|grand|well) , thanks)\b"
    r"|\bi do n't (?:mind|care) (?:which|what|where|when|who)\b.*\byou (?:choose|pick|decide)\b"
    r"|\b(?:got|have|has|with) (?:your|his|her|my|our) \w+ 's (?:eyes|laugh|smile|nose|hair|hands|chin|voice|ears|dimples|legs)\b"
    r"|\b(?:nobody|no one) 's fault\b|\bnot (?:your|his|her) fault\b|\bno harm done\b|\bnever mind the\b|\bcould (?:have )?happen(?:ed)? to anyone\b"
    r"|\bwould you mind \w+ing\b|\bcould you please\b|\bplease could you\b"
    r"|\bn't have (?:done|managed|made|got|finished) .*\bwithout you\b"
    r"|\byou (?:'re|are) (?:the best|my (?:rock|favourite|favorite|hero)|a (?:rock|natural|good (?:friend|egg|listener)))\b|\byou were (?:so |just )?(?:brilliant|amazing|wonderful|brave|kind|lovely|great)\b"
    r"|\byou (?:'re|are) doing (?:great|brilliantly|so well|really well)\b|\byou did (?:so|really|very) well\b|\b(?:nailed|smashed) it\b|\bcome so far\b"
    r"|^(?:happy (?:birthday|anniversary|eid|diwali|christmas)|welcome (?:home|back)|bless you|big hugs?)\b|\bhard on yourself\b"
    r"|\bhope (?:you|he|she|they) (?:feels?|slept|sleeps?|have a|has a|had a|likes?|enjoys?)\b|\bi (?:really |do |so )?(?:appreciate|admire) (?:you|how|it|that|everything)\b"
    r"|\b(?:let me know|give me a (?:shout|ring|bell)|shout) (?:if|when)\b"
    r"|(?<!n't )\bmakes? me laugh\b|\bi 'll (?:keep|save|leave|hold|bring|make|get|fetch|cook) you (?:a|an|some|one|the|your)\b"
    r"|\bi owe you (?:one|a|big|lunch|dinner)\b|\b(?:thanks|cheers|ta|thank you)(?: (?:mate|love|pal|mum|dad|x))* ?[.!]*$"
)
_TURNED = re.compile(
    r"\b(?:but|though|although|except|only|for once|at last|finally|oh|wow|yeah|whatever|suppose|apparently|unlike|instead|nothing|never(?! mind))\b|🙄|🙃|👏"
)


def goodwill(parsed: Parsed) -> frozenset[int]:
    """Numbers of ``parsed.sentences`` that say something kind and nothing unkind."""
    found = set()
    for number, sentence in enumerate(parsed.sentences):
        words = " ".join(parsed.lower[sentence.start : sentence.end]).replace(" 've got", " got")
        if _FRAMES.search(words) and not _TURNED.search(words):
            unkind = any(
                tone.unkind for tone in tones(parsed) if tone.first < sentence.end and tone.last > sentence.start
            )
            if not unkind:
                found.add(number)
    return frozenset(found)
