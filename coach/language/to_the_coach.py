"""Words of a situation that are meant for the coach and for nobody else: "How do I begin?", "please reword this", "any advice?"."""

from __future__ import annotations

import re

_IT = r"(?:it|this|that|something|a (?:text|message|note|letter|reply|card)|my (?:text|message|note|letter|reply))"
_WRITE = r"(?:write|word|reword|rewrite|phrase|rephrase|draft|proofread|put|say)"
_TO_WHOM = r"(?: (?:to|for) (?:me|him|her|them|(?:my|the) [\w']+(?: [\w']+)?))?"
_NICELY = r"(?: (?:nicely|kindly|politely|gently|better|well|properly|in a \w+ way|without [\w' ]{3,40}|so (?:that )?(?:it|i)\b[\w' ]{3,40}))?"
_PLEASE = r"(?:,? (?:please|pls|plz|thanks|thank you))?"
_END = r"(?:\s*[?.!:\n]+|\s+-+\s|\s*$)"
_OR_COMMA = r"(?:\s*[,?.!:\n]+|\s+-+\s|\s*$)"
_OR_COMMA_BUT = rf"(?:{_OR_COMMA}(?:\s*but\b)?|\s*but\b)"
_BEFORE = r"(?:(?:so|and|but|ok|okay|hi|hey|hello|please|pls)[, ]+){0,4}"
_ASIDES = "|".join(
    (
        rf"(?:how|where) (?:do|should|would|can|could|might) i (?:even |best )?(?:begin|start|go about (?:it|this)|bring (?:it|this) up|approach (?:it|this)|{_WRITE} (?:it|this|that)){_NICELY}{_PLEASE}{_END}",
        rf"how to (?:begin|start|bring (?:it|this) up|{_WRITE} (?:it|this|that)){_NICELY}{_PLEASE}{_END}",
        rf"how would you {_WRITE} (?:it|this|that){_NICELY}{_END}",
        rf"what(?: should| do| can| could| would)? i (?:say|write)(?: back)?{_TO_WHOM}{_PLEASE}\s*\?+",
        rf"what (?:do|would) (?:you|u) (?:even )?say{_TO_WHOM}{_PLEASE}\s*\??\s*$",
        rf"(?:is|was) (?:that|this|it) (?:ok|okay|all right|alright|fine|fair|too (?:harsh|much|rude|direct|soft|blunt))(?: to (?:say|send|ask|write))?{_TO_WHOM}\s*\?+",
        r"does (?:that|this|it) (?:sound|come across|read)(?: (?:as|like))?(?: [\w']+){0,3}\s*\?+",
        r"am i (?:being )?(?:unreasonable|overreacting|too sensitive|petty|out of order)(?: here)?\s*\?+",
        rf"(?:(?:i )?(?:could do with|need|want|looking for) )?(?:any|some|your|a bit of)? ?(?:ideas?|advice|tips?|suggestions?)(?: (?:please|pls|appreciated|welcome|needed))?{_END}",
        rf"(?:can|could|would|will) (?:you|u) (?:please |pls )?(?:help me (?:to )?)?{_WRITE} {_IT}{_TO_WHOM}{_NICELY}{_PLEASE}{_OR_COMMA}",
        r"(?:please |pls )?(?:(?:can|could|would|will) (?:you|u) )?(?:please |pls )?(?:tell|show) me (?=how to (?:ask|tell|say|talk|let|break)\b)",
        r"(?:can|could|would|will) (?:you|u) (?:please |pls )?help me (?:to )?(?:text|message|email|reply to|write (?:back )?to) (?:my|the) [\w']+(?: [\w']+)?\s*[,.:?!]+",
        r"(?:can|could|would|will) (?:you|u) (?:please |pls )?help me (?:to )?(?=(?:tell|ask|thank|talk|speak|break|let|apologi[sz]e|invite)\b)",
        r"(?:so )?(?:i need|i'd like|i would like|i want) (?:some )?help (?:to say|saying|with saying|telling|to tell)\b[^.!?\n]*[.!?\n]",
        r"that'?s what i want to say,?(?: but (?:better|nicer|kinder|shorter))?\s*[.!]",
        rf"(?:please |pls )?help me (?:to )?{_WRITE} {_IT}{_TO_WHOM}{_NICELY}{_PLEASE}{_OR_COMMA}",
        rf"(?:please |pls )?(?:reword|rewrite|rephrase|proofread|draft|word) {_IT}(?: for me)?{_NICELY}{_PLEASE}{_OR_COMMA}",
        rf"what(?:'s| is|s) (?:a|the) (?:[\w']+ )?(?:way|wording) (?:of|to|for) (?:saying|say|put|putting|word|wording|phrase|phrasing) (?:this|it|that){_TO_WHOM}{_END}",
        rf"(?:i'm |im |i am )?not (?:really )?sure (?:if this is the right place|(?:how|where) to (?:begin|start|bring (?:it|this) up|{_WRITE} (?:it|this|that))){_NICELY}{_OR_COMMA_BUT}",
        rf"(?:i )?(?:don'?t|do not) (?:really )?know (?:how|where) to (?:begin|start|bring (?:it|this) up|{_WRITE} (?:it|this|that)){_NICELY}{_OR_COMMA_BUT}",
        rf"(?:this is |here'?s |here is )?(?:what i(?: want to say|'?ve got|'?ve written| have| wrote|(?:'m| am) (?:going to|about to|planning to|gonna) (?:say|send|text|write|post|email)|'?d like to say| want to (?:send|text))(?: so far)?(?: (?:my|the|him|her|them)(?: (?!:)[\w']+){{0,2}})?|my (?:draft|message|text|letter|email))(?: so far)?{_TO_WHOM}\s*:",
        r"(?:right |ok |okay )?(?:so )?this (?:is|one's|one is) (?:to|for) (?:(?:my|the) [\w']+(?: [\w']+)?|[a-z]+)(?: who\b[^.!?:\n]{0,60})?\s*[.:\n]",
        r"to my (?:dear )?[\w-]+(?: [A-Z]\w+)?[.:\n]",
        rf"(?:i'?m|i am) (?:going to|about to|gonna) (?:send|text|write|say) (?:this|that|the following){_TO_WHOM}\s*[.:]",
        r"(?:hi|hello|hey)(?: there| all| everyone| coach)?[,.!]? (?=(?:so )?(?:i|we)(?:'d| would|'m| am)? (?:need|have|want|like|going|don't know how) to (?:tell|ask|thank|talk|speak|break|let|apologi[sz]e|say)\b)",
    )
)
_STARTS = re.compile(r"(?<=^)|(?<=[.:;?!\n] )|(?<=\n)|(?<=- )|,\s+")
_TO_THE_COACH = re.compile(rf"{_BEFORE}(?:{_ASIDES})", re.IGNORECASE)
_HELLO = re.compile(  # said to the coach: to nobody by name, of somebody described
    r"\s*(?:hi|hello|hey|hiya)(?: there| all| everyone| guys| folks| coach)?[,.!]*\s+"
    r"(?=(?!.*\b(?:you|your|u|ur|yours)\b).*\b(?:he|she|they|him|her|them|my)\b)",
    re.IGNORECASE | re.DOTALL,
)
_NAME = re.compile(r"\s*\w+[,!]?\s+(?!(?:I|My|So|The|Our|We|This|It|There|Need)\b)[A-Z][a-z]+")
_FEWEST = 3  # words that have to be left; else the whole is a message of its own


def without_asides(plain: str) -> str:
    """A text with words meant for the coach blanked out, as long as before; unchanged where hardly anything would be left."""
    rest, done = plain, 0
    if (hello := _HELLO.match(plain)) and not _NAME.match(plain):
        rest, done = " " * hello.end() + plain[hello.end() :], hello.end()
    for start in _STARTS.finditer(plain):
        aside = _TO_THE_COACH.match(plain, start.end()) if start.start() >= done else None
        if aside:
            rest, done = rest[: start.start()] + " " * (aside.end() - start.start()) + rest[aside.end() :], aside.end()
    return rest if len(re.findall(r"\w+", rest)) >= _FEWEST else plain
