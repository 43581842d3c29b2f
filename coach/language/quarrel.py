"""What the custom patterns share: phrases of a quarrel, and where the noun phrase of a person begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from coach.language.parse import Parsed


def whole(doc: Doc, person: int) -> int:
    """Where the noun phrase of a described person begins."""
    token = doc[person]
    return int(token.left_edge.i) if token.ent_type_ == "OTHER" and token.pos_ != "PRON" else person


_SORE: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in """talk over|talking over|walk out|walk off|walks off|walks out|walking out|hang up|side with|on at me|at me|come last|roll your|roll their|make it about|about you
    take over|taking over|shut me|shut down|shuts down|put me|puts me|putting me|turn it|turn everything|turns it|look at me like|have a go|get defensive|gets defensive|blow up|kick off
    kicks off|freak out|flip out|lose it|give me grief|let me down|lets me down|show me up|shows me up|bring up|brings up|rub it|take it out|get away with
    get your way|last word|too busy|no time|on that|on your phone|on the phone|do this|do that|does this|does it|do it|did this|done this|same thing|same old|start on|make a scene
    make an excuse|make excuses|an excuse|my fault|walk away|walks away|your phone|that phone|change the subject|cuts me|cut me|use me|using me|take me for
    have to ask|have to beg|have to remind|end up|ends up|get out of|gets out of|say that|says that|say you|says he|says she|in front of|behind my back
    have to do|have to clean|leaving me|leaves me|leave me|go on|goes on|going on at|have to hear|have to fight|your mates|the pub|your friends|pick a fight|picks a fight
    start a fight|starts a fight|find a way|finds a way|find something|finds something|go quiet|goes quiet|shuts me|checking up|go through my""".replace(
        "\n", "|"
    ).split("|")
    if phrase.strip()
)


_SORE_BY_HEAD: dict[str, list[tuple[str, ...]]] = {}


for _phrase in _SORE:
    _SORE_BY_HEAD.setdefault(_phrase[0], []).append(_phrase)


def sore(parsed: Parsed, first: int, last: int) -> bool:
    """Some phrase of a quarrel stands in these tokens."""
    lowers = parsed.lower
    for i in range(first, last):
        for phrase in _SORE_BY_HEAD.get(lowers[i], ()):
            if i + len(phrase) <= last and lowers[i : i + len(phrase)] == phrase:
                return True
    return False
