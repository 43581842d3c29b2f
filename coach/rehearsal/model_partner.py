"""The partner played by a language model: checked before anyone sees a word, and the scripted partner in its place when it fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from coach.engines.masking import Mask
from coach.errors import ModelError
from coach.language.parse import parse
from coach.llm.outputs import PartnerAnswer, json_schema
from coach.llm.prompts import turns
from coach.llm.reasons import model_error
from coach.rehearsal.partner import Partner
from coach.rehearsal.state import Answer, level
from coach.rehearsal.story import Moment, next_to_tell
from coach.suggest.verdicts import form_faults

if TYPE_CHECKING:
    from coach.library.prompt import Prompt
    from coach.llm.retry import Caller
    from coach.model import SafetyScreen

_WORDS, _SENTENCES, _REMEMBERED = 55, 4, 12
_ALIKE, _TOLD = 90, 70  # of 100: how like an earlier line is a repetition; how like the story has told it
_ABUSE = re.compile(
    r"\b(?:bitch\w*|bastards?|assholes?|arseholes?|slut\w*|whore\w*|cunt\w*|twats?|retard\w*|morons?|idiots?|scum\w*|pathetic|worthless|n[i1]gg\w*|f[a4]gg?\w{0,3}|tr[a4]nn\w*|k[i1]kes?|ch[i1]nks?|p[a4]k[i1]s?|dykes?"
    r"|(?:i(?:'ll| will|'m going to)|i could|i should) (?:kill|hit|hurt|slap|punch|beat|smash|strangle|destroy|ruin|make you (?:pay|regret))|shut up|fuck (?:you|off)|go to hell|drop dead)\b",
    re.IGNORECASE,
)
_COACHES = re.compile(
    r"\b(?:i[- ]statements?|i[- ]messages?|active listening|non-?violent|communication (?:skills?|style)|validat(?:e|es|ing|ion)|reflect(?:ive|ing) (?:listening|back)|open[- ](?:ended )?questions?|try (?:saying|to say|using|rephrasing)|you (?:could|should|might) (?:say|rephrase|try saying|word)"
    r"|(?:good|great|nice|well done)[,!]? (?:job|work|question|use|reflection|practice)|in (?:this|a) (?:rehearsal|role-?play|practice|simulation|scenario)|as (?:the|your) (?:partner|persona|character)|my (?:persona|character|role)|hidden need|tension (?:is|level)|therap(?:y|ist)|counsell?or|here(?: i|')s (?:how|what) you|remember to|it(?: i|')s important to)\b",
    re.IGNORECASE,
)


class ModelPartner:
    """Implements :class:`coach.rehearsal.partner.Partner`. ``screen`` is the safety screen. Raises ModelError."""

    def __init__(self, caller: Caller, prompt: Prompt, screen: Callable[[str], SafetyScreen], masks: bool) -> None:
        self._caller, self._prompt, self._screen, self._masks = caller, prompt, screen, masks

    def answer(self, moment: Moment) -> Answer:
        """What the model says in the persona's place, asked once more when it does not do. Raises ModelError."""
        call, mend = self._caller.call(), list[dict[str, Any]]()
        mask = _mask(moment) if self._masks else None
        while call.may_ask:
            given = turns(self._prompt, _values(moment, mask, mend))
            said = next((value for key, value in call.ask(given, json_schema(PartnerAnswer)) if key == "say"), None)
            text = _plain(mask.show(said) if mask else said)
            faults = list(self._faults(text, moment))
            if not faults:
                story = next_to_tell(moment)
                told = story if story and fuzz.partial_token_set_ratio(story, text) >= _TOLD else ""
                return Answer(text=text, frame=text, told=told, written_by=self._caller.name)
            mend.append({"say": (mask.hide(text) if mask else text)[:300], "reasons": faults[:4]})
        raise model_error("unfit")

    def _faults(self, text: str, moment: Moment) -> Iterator[str]:
        yield from form_faults(text)
        if len(text.split()) > _WORDS or len(re.findall(r"[.!?…]+(?:\s|$)", text)) > _SENTENCES:
            yield "it is too long"
        if _ABUSE.search(text) or self._screen(text).severity != "none":
            yield "it insults or threatens"
        if _COACHES.search(text):
            yield "it steps out of character, or coaches"
        if any(fuzz.ratio(text.lower(), turn.answer.text.lower()) >= _ALIKE for turn in moment.before if turn.answer):
            yield "it was said before"


class FallbackPartner:
    """A partner with another behind it, who steps in for one turn and says why."""

    def __init__(self, first: Partner, second: Partner) -> None:
        self._first, self._second = first, second

    def answer(self, moment: Moment) -> Answer:
        """The first one's answer, else the second's with the reason."""
        try:
            return self._first.answer(moment)
        except ModelError as error:
            return self._second.answer(moment).model_copy(update={"reason": str(error)})


def _values(moment: Moment, mask: Mask | None, mend: list[dict[str, Any]]) -> dict[str, Any]:
    setup, turn = moment.setup, moment.turn
    persona = setup.persona
    hide = mask.hide if mask else str
    talk = [
        {"they": hide(one.said), "you": hide(one.answer.text) if one.answer else ""}
        for one in moment.before[-_REMEMBERED:]
    ]
    return {
        "persona": {
            "name": persona.name, "about": persona.about, "voice": persona.voice, "way": persona.way,
            "need": persona.hidden_need, "examples": [persona.reveals[0], persona.breaks[0], persona.returns[0]],
        },
        "relation": setup.relation,
        "matter": hide(setup.matter),
        "what_happened": hide(setup.what_happened),
        "tension": "flooded" if moment.flooded else level(turn.tension),
        "told": [hide(one.answer.told) for one in moment.before if one.answer and one.answer.told],
        "next": hide(next_to_tell(moment)) or None,
        "talk": talk,
        "said": hide(turn.said) if turn.kind == "said" else "(twenty minutes have passed; you come back, calmer)",
        "mend": mend,
    }  # fmt: skip


def _mask(moment: Moment) -> Mask:
    said = [turn.said for turn in (*moment.before, moment.turn)]
    return Mask(parse("\n".join((moment.setup.what_happened, moment.setup.matter, *said))))


def _plain(said: object) -> str:
    return " ".join(str(said or "").split()).strip('"“” ')
