"""What makes a danger immediate, whatever told of it: breath, weapons, fresh injury, means and farewells, a child hurt, now."""

from __future__ import annotations

import re

from coach.model import Risk

_BREATH = re.compile(
    r"\b(?:neck|throat|windpipe|chok(?:e[sd]?|ing)|strangl\w+|throttl\w+|suffocat\w+|smother\w*|blacked out|passed out|saw stars"
    r"|(?:pillow|cushion|hand|hands|duvet|blanket)\b[^.]{0,20} over (?:my|her|his) (?:face|mouth|nose|head)|(?:could(?:n't| not)|can't) breathe"
    r"|(?:sat|sits|knelt|kneels|kneeling|lay) on my chest)\b",
    re.IGNORECASE,
)
_WEAPON = re.compile(
    r"\b(?:guns?|rifle|shotgun|pistol|handgun|revolver|firearm|bullets?|knife|knives|blade|machete|panga|cutlass|axe|hatchet|hammer|crowbar|cleaver"
    r"|chisel|screwdriver|sjambok|(?:baseball|cricket) bat|a bat|petrol(?! station)|paraffin|kerosene|gasoline|acid|poison\w*|lighter|a hurley|boiling (?:water|oil))\b",
    re.IGNORECASE,
)
_DEATH = re.compile(
    r"\b(?:kill(?:s|ed|ing)? (?:me|us|you|him|her|them|my)|(?:end|finish|bury|murder)(?:s|ed|ing)? (?:me|us|you|him|her|them)|walk out of here|(?:me|us|you|him|her) dead"
    r"|drove (?:\w+ ){0,2}at me|run (?:me|us) (?:over|off))\b",
    re.IGNORECASE,
)
_HAPPENING = re.compile(
    r"\b(?:right now|as i (?:type|write|speak)|at this (?:very )?(?:moment|minute|second)|i(?:'m| am) (?:locked|hiding|shut|trapped) (?:in|behind|under)"
    r"|(?:he|she|they)(?:'s| is|'re| are) (?:at|outside|behind|under|in) (?:the|my) (?:\w+ )?(?:door|window|flat|house|garden|hall|drive|stairs|hedge|street)"
    r"|(?:he|she|they)(?:'s| is|'re| are) (?:on (?:his|her|their) way|coming|driving|walking|heading) (?:over|round|here|home|up|back)"
    r"|(?:'s|has|'ve|have) (?:just )?locked me in|(?:following|behind) me (?:home|now|since)|trying (?:the|my) (?:door|handle|lock|window))\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:right now|as i (?:type|write|speak)|at this (?:\w+ )?(?:moment|minute|second)|this (?:minute|second)"
    r"|i(?:'m| am) (?:\w+ )?(?:locked|hiding|hid|shut|trapped|typing|writing|sitting|stuck) (?:\w+ )?(?:in|behind|under|from|outside|the)|i'?m in the (?:toilet|bathroom|loo|spare room|car|wardrobe|shed|hall)"
    r"|(?:he|she|they|ex)(?:'s| is|'re| are) (?:\w+ )?(?:at|outside|behind|under|in|on|out|downstairs|upstairs|across|banging|knocking|hammering|trying|shouting|coming|driving|walking|heading)"
    r"|(?:'s|has|'ve|have) (?:just )?locked|(?:following|behind) me (?:home|since)|on (?:his|her|their) way|outside (?:the|my|our) (?:\w+ )?(?:door|window|house|flat|place))\b",
    re.IGNORECASE,
)
_LATELY = re.compile(
    r"\b(?:last (?:night|nite|evening)|tonight|tonite|yesterday|today|this (?:morning|evening|afternoon|week|weekend)|(?:an|one|two|a few|some|few|three|couple of|half an) (?:hours?|minutes?|mins|days?) ago"
    r"|(?:on|since|last|from|sat|fri|sun|by) ?(?:mon|tues?|wednes|thurs?|fri|satur|sun|sat)(?:day)?(?: (?:night|nite|morning|evening))?|just now|the other (?:day|night)|earlier)\b",
    re.IGNORECASE,
)
_INJURED = re.compile(
    r"\b(?:broke(?:n)?|fractured?|cracked|stitch(?:es|ed)|bleed(?:s|ing)?|bled|blood|unconscious|knocked (?:me|her|him) out|black eye|ribs?|concuss\w+|hospital|a ?& ?e|casualty|emergency room"
    r"|pregnant|months gone|belly|bump|baby|teeth|tooth|burn(?:t|ed)|scald\w*|stab(?:bed)?|jaw|wrist|swollen|swelling|seeing double|dizzy|hoarse|limp(?:ing)?|can(?:'t|not) (?:lie|open|close|move|bend|walk|see|hear|feel)"
    r"|hurts to|in the (?:stomach|head|face)|sore|head)\b",
    re.IGNORECASE,
)
_HARM_PLANNED = re.compile(
    r"\b(?:i(?:'m| am|m)? (?:\w+ )?(?:going|gonna|waiting|outside|driving|ready)|i(?:'ll| will)|i(?:'ve|ve| have)? (?:\w+ )?(?:got|bought|sharpened|loaded|put|paid|hidden|kept|found out)|i know (?:where|when|what time|which)"
    r"|tonight|tomorrow|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|when he|when she|when they|there(?:'s|s| is) a list)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\b(?:tablets?|pills?|paracetamol|insulin|morphine|opioids?|rope|noose|razor|blade|gun|rifle|shotgun|bridge|platform|cliffs?|quarry|rooftop|roof|terrace|ledge|viaduct|on the tracks|car park|multi-storey|reservoir|hosepipe|exhaust"
    r"|engine running|overdose|(?:written|wrote|writing|left|leave|leaving|last|sealed)[^.]{0,25}(?:letters?|notes?)|(?:letters?|notes?)[^.]{0,30}(?:written|drawer|envelope|after|gone|find|fault)|insurance|policy|my will|goodbye|farewell|last (?:time|text|message|call|words?|one|dinner|night|night)|gave (?:away )?my|given (?:away )?my|giving (?:away )?my|rehomed"
    r"|tonight|tonite|2nite|tomorrow|2moro|tmrw|harvest|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this weekend|by the time|when they find|i(?:'ve| have) (?:decided|chosen|picked)|i know (?:how many|where|when|which)|everything(?:'s| is) (?:sorted|arranged|in order))\b",
    re.IGNORECASE,
)
_CHILD_HURT = re.compile(
    r"\b(?:touch(?:es|ed|ing)?|undress\w*|naked|photos?|pictures?|pics|secret|game|skirt|knickers|trousers|into (?:his|her|my|their) (?:bed|room)|in my room|in the shower|kiss(?:es|ed)?|do (?:things|stuff)|sit on (?:him|his)"
    r"|hit(?:s)?|beat(?:s|en|ing)?|kick(?:s|ed)|punch(?:es|ed)|belt|cane[sd]?|whip\w*|flog\w*|leathers?|a hiding|wooden spoon|wire|sh(?:ook|akes?|aking|aken)|burn(?:s|t|ed)?|scald\w*|marks?|bruis\w+|welts?|handprint|finger ?marks|blood|bleeding|lump|floppy|limp"
    r"|locks?|locked|throttl\w+|chok\w+|throat|threw|thrown|forced?)\b",
    re.IGNORECASE,
)


def is_happening(text: str, risk: Risk) -> bool:
    """It is said outright that somebody's danger to another is going on at this moment."""
    return risk not in {"self_harm", "acute_medical"} and bool(_HAPPENING.search(text))


def is_grave(text: str, risk: Risk) -> bool:
    """The words tell of what makes ``risk`` immediate."""
    if risk == "acute_medical":
        return True
    if risk == "self_harm":
        return bool(_ENDING.search(text))
    if risk == "child_abuse":
        return bool(_CHILD_HURT.search(text))
    if risk == "sexual_coercion":
        return bool(_LATELY.search(text) or _NOW.search(text))
    now, armed = bool(_NOW.search(text)), bool(_WEAPON.search(text) or _DEATH.search(text))
    if risk == "harm_to_others":
        return bool(_BREATH.search(text)) or (armed and bool(_HARM_PLANNED.search(text)))
    if risk == "partner_violence":
        return armed or bool(_BREATH.search(text)) or bool(_LATELY.search(text) and _INJURED.search(text))
    return now or (armed and risk == "stalking")
