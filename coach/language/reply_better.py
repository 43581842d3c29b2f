"""A better reply to what a partner said: its content and feeling given back in fresh words, person turned round, no advice, no "but".

Frames after the reflections of OARS, speaker and listener (PREP) and the first levels of validation (DBT). The frame follows from
how the partner's sentence is built; what varies besides is drawn from its letters, so the same sentence gets the same reply.
"""

from __future__ import annotations

# fmt: off
# tables of words and frames are easier to read as tables than one word a line
import re
from typing import TYPE_CHECKING

from coach.language.clauses import Clause, clauses
from coach.language.inflect import forms, inflected, verb_lemma
from coach.language.mood import mood, plain_words
from coach.language.person_flip import flipped, until_end
from coach.language.question_blame import INSULTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.parse import Parsed

_FEELS = frozenset("feel felt feeling be".split())
_WANTS = frozenset("want wish need hope like".split())
_ENDINGS = ("", " I'd like to hear more about it.", " What's the hardest part for you?", " I'm glad you told me.", " What has it been like for you?")
_GLAD_ENDINGS = (" What's the best part of it for you?", " I'd love to hear more about it.", " I'm glad you told me.")


def better_reply(partner: Parsed) -> str:
    """A reply that answers this partner's sentence: a reflection, at times with one short open question."""
    words = plain_words(partner)
    pick = sum(map(ord, words))
    glad, shade, noun = mood(partner)
    if re.search(r"\bsorry (?:i|that i|for (?:my|what i|how i|shout\w*|snapp\w*))\b", words):
        return "Thank you for saying that. It sounds like it has been weighing on you."
    plain = not glad and shade == "hard"
    if glad:
        shade = "like something that means a lot to you"
    ending = (_GLAD_ENDINGS if glad else _ENDINGS)[pick % (3 if glad else 5)]
    if plain and not ending.endswith("?"):
        ending = (" What was it like for you?", " What has it been like for you?")[pick % 2]
    for clause in _telling(partner):
        body = _recast(clause, shade, noun, pick)
        if body and _fit(body):
            return _tidy(body + ("" if body.endswith("?") else ending))
    thing = _thing(partner)
    if thing and _fit(thing):
        return _tidy(f"It sounds like a lot is going on with {thing}." + (_GLAD_ENDINGS[0] if glad else " What's the hardest part for you?"))
    if glad:
        return "It sounds like this means a lot to you. What's the best part of it for you?"
    return ("It sounds like this really matters to you. What's it like for you right now?", "I can hear that there's something hard in this for you. I'd like to understand it.")[pick % 2]


def _telling(partner: Parsed) -> list[Clause]:
    """The clauses that tell most first: with a wish or a feeling, about the speaker, then the rest."""
    found = [clause for clause in clauses(partner.doc) if clause.head.pos_ in {"VERB", "AUX"} and clause.subject is not None and not any(token.text == "?" for token in clause.tokens)]

    def weight(clause: Clause) -> int:
        lemma = clause.head.lemma_.lower()
        return -(2 * (lemma in _FEELS | _WANTS) + (clause.about_me or clause.about_you) + (len(clause.tokens) > 4))

    return sorted(found, key=weight)


def _lemma(head: Token) -> str:
    """The verb's lemma, mended where the small parser cuts too much ("hated" → "hat")."""
    lemma = head.lemma_.lower()
    if head.pos_ == "VERB" and head.lower_ != lemma and head.lower_ not in forms(lemma, head.tag_):
        return verb_lemma(head.lower_)
    return lemma


def _recast(clause: Clause, shade: str, noun: str, pick: int) -> str:
    head, subject = clause.head, clause.subject
    assert subject is not None
    lemma, lower = _lemma(head), subject.lower_
    if lower in {"today", "tomorrow", "yesterday", "there", "one"}:
        return ""
    after = [token for token in clause.tokens if token.i > head.i]
    if shade == "hard":
        sounds = "sounds like a lot to hold"
    else:
        sounds = f"sounds {shade}" if pick % 2 else f"must {'be' if not _past(head) else 'have been'} {shade}" if not shade.startswith("like") else f"sounds {shade}"
    if lower in {"i", "we"}:
        return _of_speaker(clause, lemma, after, shade, noun, sounds, pick)
    if lower == "you":
        return _of_listener(clause, lemma, after, pick)
    if lower in {"it", "that", "this"}:
        cause = next((token for token in after if token.lower_ in {"when", "that"} and token.i + 2 < len(token.doc)), None)
        if cause is not None and lemma in {"be", "hurt", "sting", "feel", "upset", "bother", "annoy", "break", "make", "scare"}:
            told = flipped(until_end([token for token in clause.tokens if token.i > cause.i]))
            return f"When {told}, it {'left' if _past(head) else 'leaves'} you with something {shade}." if len(told.split()) > 1 and not shade.startswith("like") else ""
        return ""
    name = flipped(token for token in subject.subtree if token.i <= subject.right_edge.i)
    rest = flipped(until_end(after))
    if len(name.split()) > 6 or lemma == "be" and not rest or lower in {"there", "who", "what", "which"}:
        return ""
    never = any(child.lower_ in {"never", "n't", "not"} for child in head.children)
    if head.tag_ == "VBG" or any(child.dep_ in {"aux", "auxpass"} and child.lower_ not in {"did", "does", "do", "has", "have", "had", "'s"} for child in head.children):
        whole = flipped(until_end([token for token in clause.tokens if token.i >= subject.left_edge.i]))
        return f"So {whole}, and it sounds {shade} for you." if not shade.startswith("like") else f"So {whole}. That {sounds}."
    if lower in {"he", "she", "they"}:
        name = {"he": "him", "she": "her", "they": "them"}[lower]
    return f"Having {name} {'not ' if never else ''}{_base(lemma)} {rest} {sounds}."


def _of_speaker(clause: Clause, lemma: str, after: list[Token], shade: str, noun: str, sounds: str, pick: int) -> str:
    head = clause.head
    rest = flipped(until_end(after))
    words = rest.split()
    negated = clause.negated
    modal = next((child.lower_ for child in head.children if child.tag_ == "MD"), "")
    us = clause.subject is not None and clause.subject.lower_ == "we"
    if lemma == "hope" and us:
        return f"You were hoping {rest}, and I can hear that it matters."
    state = head.tag_ == "VBN" and any(child.lemma_ == "be" or child.lower_ in {"'m", "am", "was"} for child in head.children if child.dep_ in {"aux", "auxpass"})
    if state and not us:
        return _state(head, f"{head.lower_} {rest}".strip(), shade, noun, negated, pick)
    if us:
        whole = flipped(until_end([token for token in clause.tokens if clause.subject is not None and token.i >= clause.subject.i]))
        return f"You've noticed that {whole}, and it sounds {shade}." if not shade.startswith("like") and modal not in {"could", "can", "should"} else ""
    special = _special(lemma, head, rest, shade, negated)
    if special:
        return special
    inner = re.match(r"(?:that )?i(?:'ll|'d| will| would| could| had)? (.+)", rest, re.IGNORECASE)
    if lemma in {"wish", "hope", "want", "need"} and rest.startswith(("I ", "I'", "me to ", "me ")):
        wish = re.sub(r"^(?:I'd|I'll|I would|I could|I had|I to|I|me to|me) ", "", rest)
        done = next((token for token in after if token.pos_ == "VERB"), None)
        told = f"had {wish}" if done is not None and done.tag_ in {"VBN", "VBD"} else _past_form(wish)
        return f"It sounds like it would {'have meant' if told.startswith('had ') else 'mean'} a lot to you if I {told}." if inner or rest.startswith("me") else ""
    longed = re.match(r"(?:that )?(.{2,40}?) (?:would|could|'d) (.+)", rest)
    if lemma in {"wish", "hope"} and longed:
        return f"It sounds like you're longing for {_object(longed.group(1))} to {longed.group(2)}."
    if lemma in {"want", "need"} and rest and not negated and words[0] in {"a", "an", "the", "some", "more", "your", "my", "time", "space"}:
        return f"It sounds like {rest} would mean a lot to you."
    if lemma in {"want", "like", "love"} and words[:1] in (["to"], ["us"]) and (modal or lemma == "want"):
        if negated:
            return f"It sounds like {_gerund(rest[3:])} is more than you want right now." if rest.startswith("to ") else ""
        return f"You'd like {rest}, and I can hear that it matters to you." if words[0] == "us" else f"You're hoping {rest}, and I can hear that it matters to you."
    if lemma == "miss" and rest and not negated:
        return f"It sounds like you're longing for {rest}."
    if lemma in {"think", "guess", "know", "realise", "realize", "suppose", "find", "believe"} and len(words) > 2 and words[0] in {"you", "i", "I", "we", "he", "she", "it", "that", "they", "your", "my"} and not negated:
        told = re.sub(r"^that ", "", rest)
        return f"It's on your mind that {told}, and it sounds {shade}." if shade != "hard" and not shade.startswith("like") else f"It's on your mind that {told}." if shade == "hard" else ""
    if lemma == "feel" and words[:1] in (["like"], ["as"]) and len(words) > 3:
        return f"It sounds as if, for you, {re.sub(r'^(?:like|as if|as though) ', '', rest)}." if words[1] in {"you", "i", "I", "we", "my", "your", "nobody", "no"} else f"You've been feeling like {rest[5:]}, and it sounds {shade}."
    if lemma in {"be", "feel", "get"} and rest:
        return _state(head, rest, shade, noun, negated, pick)
    if modal in {"ca", "can", "could"} and negated:
        if lemma in {"stand", "bear", "face", "take"}:
            return f"It sounds like you've reached your limit with {rest}." if rest else ""
        return f"It sounds like {_gerund(f'{lemma} {rest}')} {'felt out of reach for you' if modal == 'could' else 'feels out of reach for you right now'}."
    if modal in {"should", "must", "could", "will", "'ll", "'d", "would"} or lemma in {"have", "do", "say", "go"} and not rest:
        return ""
    gerund = head.lower_ if head.tag_ == "VBG" else inflected(lemma, "VBG")
    if lemma in INSULTS or len(words) > 14:
        return ""
    return f"{'Not ' if negated else ''}{gerund} {rest} {sounds}."


def _special(lemma: str, head: Token, rest: str, shade: str, negated: bool) -> str:
    """Verbs that say by themselves what is felt."""
    ing = re.match(r"[a-z]+ing\b", rest)
    if lemma == "feel" and rest.startswith("like ") and negated:
        return f"It sounds like {rest[5:]} is more than you want right now."
    if lemma == "find" and re.match(r"it (?:so |really |very )?(?:hard|difficult|tough) to ", rest):
        return f"I can hear how hard it is for you {rest[rest.index('to '):]}."
    if lemma in {"keep", "start"} and ing:
        return f"It sounds like you {'keep' if lemma == 'keep' else 'have started'} {rest}, and that it's {shade if not shade.startswith('like') else 'important to you'}."
    if lemma == "hate" and rest and not negated:
        if re.match(r"(?:that|when|it when) ", rest) or re.match(r"(?:I|we|he|she|they)(?: |')", rest):
            return f"I can hear how hard it is for you {rest if rest.startswith(('that', 'when')) else rest[3:] if rest.startswith('it ') else 'that ' + rest}."
        if re.match(r"(?:how|what|who|where) ", rest):
            return f"It sounds {shade if not shade.startswith('like') else 'hard'}, {rest}."
        return f"You've had more than enough of {rest}, and it sounds {'wearing' if shade == 'hard' else shade}." if not shade.startswith("like") else ""
    if lemma == "dread" and rest:
        return f"I can hear how much worry there is for you around {rest}."
    if lemma in {"trust", "believe", "understand", "forgive", "accept", "sleep", "eat", "stop"} and negated:
        return f"I can hear how hard it is for you to {lemma} {rest}.".replace(" .", ".")
    if lemma == "like" and negated and rest:
        return f"I can hear that {rest} {'was' if _past(head) else 'is'} hard for you." if ing else f"I can hear how hard it is for you with {rest}."
    return ""


def _state(head: Token, rest: str, shade: str, noun: str, negated: bool, pick: int) -> str:
    """A feeling or a state of the speaker, by its noun and by where or when it is."""
    past = "was" if _past(head) else "is"
    if negated:
        return ""
    if re.match(r"(?:sick of|tired of|fed up with|fed up of) ", rest):
        return f"You've had more than enough of {re.sub(r'^(?:sick of|tired of|fed up with|fed up of) ', '', rest)}, and it sounds wearing."
    glad = shade.startswith("like")
    how_much = f"I can hear how much joy there {past} for you" if glad else f"I can hear how hard it {past} for you" if noun == "weight" else f"I can hear how much {noun} there {past} for you"
    when = re.search(r"\b(?:when|since|because|while|after|if) \w+ \w.*$", rest)
    if when:
        return f"{how_much} {when.group(0)}."
    that = re.search(r"(?:\bthat |^(?:so |really )?\w+(?: out| down)? )((?:I|you|we|he|she|they|it|nobody|my|your)(?: |').+)$", rest)
    if that and len(that.group(1).split()) > 2:
        inner = re.search(r"\b(?:did|was|were|had)(?: n't|n't)?\b|ed\b", that.group(1))
        return f"{how_much} {'when' if inner or past == 'was' else 'that'} {that.group(1)}." if noun == "weight" or inner or past == "was" else f"{how_much} in the thought that {that.group(1)}."
    first = rest.split(maxsplit=1)[0]
    if re.match(r"[a-z]+ing\b", first) and first not in {"exhausting", "boring"}:
        return f"It sounds like you're {rest}, and that it's {shade}." if not glad else ""
    about = re.search(r"\b(?:about|over|around) (.+)$", rest) or re.search(r"^(?:so |really |very )?\w+ (?:of|with|by) (.+)$", rest)
    if about:
        if glad:
            return f"{how_much} in {about.group(1)}."
        return f"{how_much} with {about.group(1)}." if noun == "weight" else f"It sounds like there's a lot of {noun} around {about.group(1)}."
    place = re.search(r"\b(?:in|at|on|from|during|as|to) (?!be\b).+$", rest)
    if place and not rest.startswith(("in ", "at ", "on ")) and not re.search(r"\b(?:to|from) me\b", rest):
        return f"{how_much} {place.group(0)}." if place.group(0).split()[0] != "to" or noun == "weight" else f"{how_much}."
    if first in {"a", "an", "the", "in", "at", "on"}:
        return f"Being {rest} sounds {shade if shade != 'hard' else 'like a lot to hold'}."
    return f"{how_much} right now." if past == "is" else f"{how_much}."


def _object(name: str) -> str:
    return {"he": "him", "she": "her", "they": "them", "we": "us", "I": "me"}.get(name, name)


def _of_listener(clause: Clause, lemma: str, after: list[Token], pick: int) -> str:
    """What the partner says of the one who answers: taken up as a wish, or as what hurt."""
    head = clause.head
    rest = flipped(until_end(after))
    modal = next((child.lower_ for child in head.children if child.tag_ == "MD"), "")
    if modal or lemma in INSULTS or any(word.lower() in INSULTS for word in rest.split()):
        return ""
    if clause.negated:
        phrase = f"{_base(lemma)} {rest}".strip()
        if _past(head) or any(child.lower_ in {"did", "were", "was", "had"} for child in head.children):
            return f"You'd have liked me to {phrase}, and I can hear that it hurt."
        return f"You'd like me to {phrase}, and it sounds as if you've missed that."
    whole = flipped(until_end([token for token in clause.tokens if clause.subject is not None and token.i >= clause.subject.i]))
    if len(whole.split()) < 3:
        return ""
    lead = ("What I'm hearing is that", "From where you stand,", "So for you,")[pick % 3]
    return f"{lead} {whole}, and I can hear that it hurt."


def _past(head: Token) -> bool:
    return head.tag_ == "VBD" or any(child.lower_ in {"did", "was", "were", "had"} for child in head.children)


def _base(lemma: str) -> str:
    return "be" if lemma in {"'s", "'re", "'m"} else lemma


def _gerund(phrase: str) -> str:
    verb, _, rest = phrase.partition(" ")
    return f"{inflected(verb, 'VBG')} {rest}".strip()


def _past_form(phrase: str) -> str:
    verb, _, rest = phrase.partition(" ")
    return f"{'were' if verb == 'be' else inflected(verb, 'VBD') if verb.isalpha() and not verb.endswith('ed') else verb} {rest}".strip()


def _thing(partner: Parsed) -> str:
    best = ""
    for token in partner.doc:
        if token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"dobj", "pobj", "nsubj", "attr"} and token.lower_ not in INSULTS:
            own = [child for child in token.children if child.i < token.i and child.dep_ in {"det", "poss", "amod", "compound"}]
            tokens = sorted([other for child in own for other in child.subtree] + [token], key=lambda other: other.i)
            phrase = flipped(tokens)
            if len(phrase) > len(best) and phrase.split()[0] in {"the", "your", "my", "our", "this", "that", "his", "her"}:
                best = phrase
    return best


def _fit(text: str) -> bool:
    words = re.findall(r"[a-z']+", text.lower())
    return 3 <= len(words) <= 32 and not any(word in INSULTS and word not in {"mean", "jealous", "guilty", "ashamed", "weak"} for word in words) and " but " not in text and "  " not in text.strip()


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([.,?])", r"\1", re.sub(r"\s+", " ", text)).strip()
    text = re.sub(r"\b(do|does|did|is|are|was|were|have|has|ca|wo|could|would|should|had) n't", r"\1n't", text)
    return text[0].upper() + text[1:]
