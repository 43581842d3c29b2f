"""Messages that can stand nearly as they are: a request, an offer of help, news, a boundary, a concern in which nobody hears blame.

Told by forms of words, one sentence at a time, as speech acts are (directives, commissives, assertives; Searle 1976). Thanks and apologies are intents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span as DocSpan

    from coach.language.parse import Parsed
    from coach.model import Analysis
    from coach.suggest.message import Message

Kind = Literal["boundary", "offer", "request", "news", "apology", "thanks", "concern", "told"]

_LONGEST = 90  # words; more than this is a letter with more than one purpose
_TELLING = 5  # spaces in a sentence that is more than a greeting
_LONGEST_HEARD = 150  # of one in which surely no blame is heard
_HELP = r"(?:help|sit with|take|do|cover|mind|look after|watch|bring|drop|drive|pick|collect|cook|make|lend|pay|give|show|sort|fix|walk|feed|come (?:with|over|round|along)|run|stay with|ask|talk (?:it|you) through|read|look (?:over|at))"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_THEN = rf"from (?:now on|today|tomorrow|next (?:week|month|year|term)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTH}|the \d+)\b"
_FROM_THEN = rf"(?:^|[,;] ?){_THEN}|(?:\b(?:will|can't|am|is|are|going to)|'ll|'m|'re|won't)\b.*\b{_THEN}"
_I_AM = r"\b(?:i|we)(?:'m| am|'re| are)"
_I_HAVE = r"\b(?:i|we)(?:'ve| have)"
_WORDINGS: tuple[tuple[Kind, str], ...] = (
    (
        "boundary",
        (
            rf"{_I_AM} not (?!trying|asking|saying|making|getting|being|expecting|talking|going to lie)\w+ing (?!you\b|that\b|to\b|it's\b)|{_I_AM} (?:not|no longer) (?:going|able|willing|prepared|available|free|comfortable)\b"
            r"|\b(?:i|we) (?:won't|will not|can't|cannot|can not) (?:also |really |be able to |be )?(?:lend|lending|give|giving|pay|paying|host|hosting|have|come|coming|there|on|at|in|your|spoken|cover|covering|work|working|take|taking|drive|driving|"
            r"discuss|discussing|talk|talking|answer|answering|reply|replying|stay|share|look after|looking after|babysit|babysitting|mind the|join|go to|carry|sign|invite|accept|agree|let you|allow|keep|attend|help|cook|drink|make|do|use|read|listen|manage|put up)\b"
            r"|\b(?:i|we)(?:'d| would) rather not\b|\b(?:i|we) (?:no longer|don't|do not) (?:do|lend|share|give|let \w+ (?:have|use|go)|answer|discuss|work|drink|talk about|reply|swap|host|want to (?:talk about|discuss|hear about))\b"
            r"|\b(?:i|we) (?:won't|will not|shall not|shan't|can't|cannot) be \w+ing\b|\b(?:i|we) (?:shall not|shan't)\b|\bplease (?:don't|do not|stop)\b(?! (?:be (?:mad|angry|cross|upset|sad|annoyed)|worry|hate|get (?:mad|angry|cross|upset)))|^no \w+.*\b(?:rule|house)\b|\bthen i (?:need|want) the\b|\bafter that,? (?:i|we)\b|\bi(?:'m| am) going to (?:hang up|leave the room|step out|log off)\b"
            rf"|{_I_AM} keeping\b|\b(?:the|one|two|three) \w+ is (?:what|as much as|all) i can\b|\bi need .{{0,30}}\b(?:to myself|on my own|space)\b"
        ),
    ),
    (
        "offer",
        (
            r"\b(?:shall|should) (?:i|we) .*\?|\bdo you (?:want|need) (?:me|us|some|any|a (?:hand|lift)|help)\b|\bwould you like (?:me|us|some|a (?:hand|lift))\b|\bwould it (?:help|be (?:any )?(?:help|use|easier)) if (?:i|we)\b"
            rf"|\b(?:can|could|may) i (?:help|give you|bring you|get you|take .* off|do anything|{_HELP} (?:.* )?(?:for|to) you)\b|\b(?:happy|glad|pleased) to {_HELP}\b"
            rf"|\bif (?:you(?:'d)? (?:want|like|need|ever)|(?:it|that)(?:'s| is| would)? (?:help|helps|any|be|of)|you're stuck)\b.*\b(?:i|we|ring|call|text|happy)\b|\b(?:i|we)(?:'m|'re| am| are| can| could|'ll| will) .*\bif (?:you(?:'d)? (?:want|like|need)|(?:it|that)(?:'s| is| would)? (?:help|helps|any|be|of))\b"
            rf"|^(?:\w+,? )?let (?:me|us) {_HELP}\b|(?<!so )(?<!that )\b(?:i|we) (?:can|could)(?: also| always| easily)? {_HELP}\b|^(?:i|we)(?:'ll| will) {_HELP}\b"
            rf"|^(?:do you )?want me to\b|^why don't (?:i|we) {_HELP}\b|\b(?:it's|they're) yours if\b|\b(?:i|we) (?:can|could) have the (?:kids|boys|girls|baby|children|dog)\b|\byou can (?:always )?(?:stay|sleep|crash|ring|call|text|have|borrow|use|come)\b(?!.*\b(?:until|till|only)\b)|\bi(?:'d| would) (?:like|love) you to have\b|{_I_AM} (?:around|here|free|at home)\b.*\bif\b"
        ),
    ),
    (
        "request",
        (
            r"(?<!how )(?<!what )(?<!when )(?<!where )(?<!why )\b(?:can|could|would|will|may|might) (?:you|i|we)\b(?! (?:like|rather|not|imagine|believe|ever|be (?!up|willing|able|free|ok|okay|open)))|\b(?:any|a) chance (?:of|you|i|we|that)\b|\bwould (?:it|that) be (?:ok|okay|all right|alright|possible|fine)\b"
            r"|(?<!how )(?<!what )(?<!why )\b(?:can|could) (?:it|this|that|they|these|the \w+|your \w+) (?!be that\b)\w+.*\?"
            r"|^maybe (?:you|they|we|he|she)\b.*\?|\b(?:want|wanted|would like|like) to ask (?:you )?(?:if|for|whether)\b|\bgrateful if you\b|\bis it (?:ok|okay|all right|alright|possible) (?:if|to|for)\b|\b(?:would|do) you mind\b|\b(?:i|we)(?:'d| would) (?:really )?(?:like|love|appreciate)(?: it)? (?:if (?:you|we|i)|you to|us to|to (?:ask (?:for|if|whether|you)|request|move|change|have|take|swap|come|work|play|try|see|hear|start|borrow|use|join))\b"
            r"|(?:^|[,.;] ?)(?:\w+,? )?please (?!don't|stop|do not)\w+|\bi need (?:you to|your|the|those|that)\b.*\b(?:by|before)\b"
        ),
    ),
    (
        "news",
        (
            r"\blet(?:ting)? you (?:all )?know\b|\bi have (?:some )?(?:good |bad |sad |big )?news\b"
            rf"|{_I_HAVE} (?:decided|been (?:offered|accepted|diagnosed|promoted|made redundant|let go|asked to)|accepted|handed in|split up|broken up|got (?:the|a|an|in|into|engaged|married)|(?:bought|sold|found) (?:a|the|our|my) (?:house|flat|home|place|car|job|school)|failed|passed|lost my)\b"
            rf"|{_I_AM} (?:leaving|moving|getting (?:married|divorced|engaged)|marrying|pregnant|expecting|engaged|selling|splitting|separating|quitting|dropping out|changing|gay|bi|bisexual|trans|starting|taking|retiring|closing|not coming|going to (?:have a|take|leave|move|sell|marry))\b"
            rf"|{_FROM_THEN}|\b(?:is|are) (?:going|selling) up\b|\bhave to be out by\b|\bi (?:got|start|passed|failed|lost) (?:the|my|a|on|in|work|at)\b|\bhave (?:split|broken) up\b|\bresults (?:came|are)\b|\bhours (?:have|were|are)\b|\b(?:passed away|died)\b|\b(?:has|have|had) (?:changed|been cut|moved to)\b"
        ),
    ),
)
_FORMS = {kind: re.compile(form, re.IGNORECASE) for kind, form in _WORDINGS}
_FIRST: tuple[tuple[Kind, ...], ...] = (("boundary",), ("offer", "request"), ("news",))  # which kind a mixed message is
_CHARGES = re.compile(
    r"\b(?:why|every (?:single )?time|for once|supposed to|or else|once more and|one more time and|sick of|fed up|tired of|how (?:many|dare|could)|nobody|no one|(?:only|the) one who)\b|\bor (?:i'll|i'm|we're)\b|\b(?:if you (?:don't|won't|can't|ever|keep|do (?:it|that))|unless you|next time you|one more time)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\b(?:again|(?<!can )always|never)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:you|your|he|she|they|his|her|their|it|it's|again)\b", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\b(?:you|your|yours|please)\b|^(?:hi|hiya|hey|hello|dear|guys)\b|\b(?:can|could|may|shall) (?:i|we)\b",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(
    r"\b(?:you|your|yours|please)\b|^(?:hi|hiya|hey|hello|dear|guys|morning|evening|afternoon)\b|\b(?:can|could|may|shall) (?:i|we)\b.*\?",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"^(?:hi|hiya|hey|hello|dear|good (?:morning|evening|afternoon))\b|\b(?:thank you for|i love you|miss you|(?:tell|let) you (?:myself|know)|i wanted to tell you|want to say to you|love,? \w+$|regards|yours (?:truly|sincerely))\b",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(
    r"\b(?:he|she|him|they)\b|\bi want to (?:ask|tell|find|explain)\b|\bi'd like to (?:ask|encourage|tell) (?!for|if|whether|you)",
    re.IGNORECASE,
)
_NOT_AGAIN = re.compile(r"(?:can't|won't|not)\b[^.?!]*\bagain\b", re.IGNORECASE)
_LACKS = re.compile(
    r"\b(?:not|none|nothing|\w+n't|\d+ (?:out )?of \d+|it's been|ignored?|left out)\b(?! (?:i|we) \w)", re.IGNORECASE
)
_ASKS_A_FACT = re.compile(r"(?:what|when|where|who|which|how|is|are|do|does|did|have|has)\b", re.IGNORECASE)
_MOCKS = re.compile(
    r"^(?:oh|wow|great|lovely|fantastic|brilliant|perfect|nice|sure|fine)\b|\bi'll just\b|\bdon't worry about me\b",
    re.IGNORECASE,
)
_OPENS_ASK = re.compile(
    r"(?:[\w']+,? |hi |dear [\w ]+, ){0,2}(?:please )?(?:can|could|would|will|may|might|shall|do|is it|any chance)\b(?:(?:,? (?:you|u|i|we|it|of)\b))",
    re.IGNORECASE,
)

_THANKS = re.compile(r"\b(?:thank|thanks|thanked|thx|cheers|ta|grateful|appreciate)\b", re.IGNORECASE)
_SORRY = re.compile(r"\b(?:sorry|apolog\w+|forgive|confession|my (?:fault|bad))\b", re.IGNORECASE)
_SHORT = 5  # words of a question that says little by itself: "Maybe he pays a part?"
_SIGNED = 2  # sentences
_LAUGHS = re.compile(r"(?:lol|lmao|haha|hehe|smh|ffs|x+)\W*", re.IGNORECASE)
_LEANS = re.compile(r"(?:after that|then|so|because)\b|.*\b(?:it|that|them|those)\b", re.IGNORECASE)
_BARE = re.compile(
    r"(?:[\w']+,? ){0,2}?(?:i'm |i am |so |really |very |just |i )*(?:sorry|apologies|apologi[sz]e|owe you an apology|have (?:some )?news|thank you|thanks|cheers|my bad|forgive me)(?:,? \w+)?\W*",
    re.IGNORECASE,
)
_REASON = re.compile(r", (?=(?:i|we|it)(?:'\w+)? \w|(?:my|the) [\w ]{2,20} (?:is|are|was|has|have)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Standing:
    """A message that stands in its own words. ``words``: its sentences, spelled out; ``key``: what it is for, soon said."""

    kind: Kind
    words: tuple[str, ...]
    key: str


def standing(
    parsed: Parsed, analysis: Analysis, message: Message, *, feels: bool, calm: bool, calm_throughout: bool
) -> Standing | None:
    """The message as one that can stand; None where it may hold a charge.

    ``feels``: it names a feeling of its writer's; ``calm``: the encoder is all but certain that nobody would hear blame in it, so that it stands even where its form of words says nothing;
    ``calm_throughout``: nor in any of its sentences. Said to the one concerned it stands then even if it tells what they did, where it says how that felt.
    """
    intent, words = analysis.intent, own_words(parsed)
    if not words or analysis.findings or intent == "reassurance":
        return None
    if intent == "thanks" and len(words) > _SIGNED and _asks_and_thanks(words):
        intent = "plain"
    if intent in {"thanks", "apology"}:
        said = _THANKS if intent == "thanks" else _SORRY
        key = with_its_matter(words, next(filter(said.search, words), words[0]))
        asked = next((one for one in words if asks_for(one) and one not in key), "")
        return Standing(intent, words, f"{key} {asked}".strip())
    theirs = any(one.to_you for one in message.main)
    whole = " ".join(words)
    charged = _CHARGES.search(whole) or _MOCKS.search(whole) or any(asked.blaming for asked in analysis.questions)
    spoken = _SPOKEN_TO.search(whole) and not message.target.described and len(whole.split()) <= _LONGEST_HEARD
    grieves, form = theirs and intent == "complaint", _form(words)
    owned = feels or not theirs or (form and not grieves)
    if calm_throughout and spoken and not charged and owned:
        plain: Kind = "concern" if theirs else "told"
        kind, key = form or (plain, next((one for one in words if one.count(" ") >= _TELLING), words[0]))
        return Standing(kind, words, with_its_matter(words, key))
    often = any(_OFTEN.search(_NOT_AGAIN.sub("", one)) and _OF_OTHERS.search(one) for one in words)
    if charged or grieves or often or len(whole.split()) > _LONGEST:
        return None
    if not _ADDRESSED.search(whole) and (message.target.described or _TOLD_OF.search(whole)):
        return None
    if form:
        kind, key = form
        hurt = kind == "request" and (theirs or message.feeling_words or intent == "invitation")
        return None if hurt else Standing(kind, words, with_its_matter(words, key))
    tells = intent == "plain" or (intent == "logistics" and not _ASKS_A_FACT.match(whole))
    mild = calm and tells and not (theirs or message.feeling_words or _LACKS.search(whole))
    return Standing("told", words, with_its_matter(words, words[0])) if mild else None


def _asks_and_thanks(words: Sequence[str]) -> bool:
    """It asks for something, and thanks ahead where it ends."""
    return any(map(asks_for, words)) and not any(_THANKS.search(one) for one in words[:-1])


def _form(words: Sequence[str]) -> tuple[Kind, str] | None:
    """What a message is by its form of words, and the sentence that shows it."""
    for kinds in _FIRST:
        for key, kind in ((one, kind) for one in words for kind in kinds if _FORMS[kind].search(one)):
            return kind, key
    return None


def own_words(parsed: Parsed) -> tuple[str, ...]:
    """The sentences of a message in its own words, each with a capital and its mark; what no mark parts stays together."""
    return tuple(marked for words, _ in passages(parsed) for marked in _marked(words))


def passages(parsed: Parsed) -> list[tuple[str, DocSpan]]:
    """The sentences as they were typed, and where they stand; what no mark parts stays together."""
    told: list[tuple[str, DocSpan]] = []
    for one in parsed.sentences:
        words = " ".join(one.text.split())
        if _LAUGHS.fullmatch(words):
            continue
        last = told[-1][0] if told else "."
        if (
            last[-1:].isalnum()
            and not _OPENS_ASK.match(last)
            and "\n" not in parsed.text[parsed.ends[one.start - 1] : parsed.starts[one.start]]
        ):
            told[-1] = (f"{last} {words}", parsed.doc[told[-1][1].start : one.end])
        else:
            told.append((words, one))
    return told


def speaks_to(parsed: Parsed) -> bool:
    """Whether a message is addressed to somebody: a letter, or one in which the other is thanked, told or asked something as "you"."""
    return _LETTER.search(parsed.doc.text.strip()) is not None


def asks_for(words: str) -> bool:
    """Whether a sentence asks for something, by its form."""
    return _FORMS["request"].search(words) is not None


def with_its_matter(words: Sequence[str], key: str) -> str:
    """A key sentence that says little by itself takes its neighbour along: "I owe you an apology. I told Marcus."."""
    at = words.index(key)
    if at and (_LEANS.match(key) or (key.endswith("?") and len(key.split()) <= _SHORT)):
        return f"{words[at - 1]} {key}"
    return " ".join((key, *words[at + 1 :][:1])) if _BARE.fullmatch(key) else key


def _marked(words: str) -> Iterator[str]:
    """With a capital and the mark at its end: "can I have Tuesday off, it's my birthday" → "Can I have Tuesday off?", "It's my birthday."."""
    bare = words.rstrip(" ,;:-")
    bare = bare[:1].upper() + bare[1:]
    if not _OPENS_ASK.match(bare) or bare.endswith(("!", "?")):
        yield re.sub(r"\.{2,}$", ".", bare) if bare.endswith((".", "!", "?")) else f"{bare}."
        return
    asked, reason = [*_REASON.split(bare.rstrip("."), maxsplit=1), ""][:2]
    yield f"{asked}?"
    if reason:
        yield f"{reason[:1].upper()}{reason[1:]}."
