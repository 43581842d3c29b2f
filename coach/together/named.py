"""What an answer names: a feeling, a joy, something that weighs. Only words that say it; nothing is guessed from a story."""

from __future__ import annotations

import re

FEELINGS = {  # noun → the words that name it, and what to say to it
    "fear": ("afraid|scared|terrified|frightened|fear", "It makes sense to me that this scares you."),
    "worry": ("worry|worried|worries|anxious|nervous|dread", "It makes sense to me that this worries you."),
    "loneliness": ("lonely|alone|homesick|left out", "It makes sense to me that this feels lonely."),
    "shame": ("ashamed|embarrassed|humiliated", "It takes courage to say that."),
    "anger": ("angry|furious|mad|resent", "I can see why that made you angry."),
    "hurt": ("hurt|bullied|betrayed|let down|abandoned|stung", "I can see how that would hurt."),
    "guilt": ("guilty|guilt", "I can see how that weighs on you."),
    "sadness": ("sad|cried|cry|crying|miss|missed|grief|grieve|died|dying|death|heartbroken", "It makes sense to me that this is sad for you."),
    "frustration": ("frustrated|frustrating|annoyed|annoys|annoying|fed up|sick of|tired of|bothers|bothered|irritates|irritated", "I can see why that gets to you."),
    "tiredness": ("exhausted|overwhelmed|drained|worn out", "It makes sense to me that you are worn out."),
}  # fmt: skip
WARM = re.compile(
    r"\b(?:love|loved|enjoy|enjoyed|liked|closest|close to|happy|happiest|proud|proudest|glad|laugh|laughed|laughing|smile|smiled|"
    r"danc\w+|sang|sing|singing|cuddl\w+|hug|hugged|hold my hand|held my hand|favou?rite|(?<!for the )best|cosy|cozy|safe|thankful|grateful)\b"
)
HEAVY = re.compile(
    r"\b(?:(?:lost|lose|losing)(?! (?:myself|track|count))|dead|killed|hate|hated|fail|failed|miscarr\w+|divorc\w+|cancer|illness|hospital|fought|fight|fights|hit|"
    r"laugh(?:ed|ing)? at|never told|regret\w*|should(?: n't)? have|left me|gave up|too late)\b"
)
