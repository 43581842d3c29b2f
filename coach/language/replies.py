"""Replies: how a response lands on what the partner said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from coach.language.encoder import encoder
from coach.language.normalise import same_length
from coach.language.question_blame import JUDGING
from coach.language.questions import read_questions
from coach.language.reply_better import better_reply
from coach.language.reply_cues import CUES
from coach.model import ReplyLabel, ReplyReading

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from coach.language.encoder import Floats, Later
    from coach.language.parse import Parsed

LABELS: tuple[ReplyLabel, ...] = get_args(ReplyLabel)
GOOD = frozenset({"validating", "reflective", "responsibility", "curious"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
_BEFORE_ORDER = frozenset("just maybe well okay ok so then and first please love darling sweetheart , -".split())
_NO_ORDER = frozenset("tell help let thank bless say look thanks sounds sound guess makes thinking do".split())
_ADVICE_VERBS = frozenset(
    """go join try get make ring call put download book buy keep stop ask write take use come set sort see talk speak switch change drink eat
    sleep rest read block delete ignore leave move apply hire google start find send cut drop add sign""".split()
)
_COMMON = frozenset(
    "be have do get go say know think feel make take come see want so just really very too even not now".split()
)
_CONTRAST = re.compile(
    r"(?:^|[,.;] |\w )(?:but|though|however|although|only|except|it 's just|mind you|besides|that said)\b ,?"
)
_WARM = re.compile(r"\b(?:touched|close to|love|loved|grateful|proud|thank|moved|thankful|happy|glad|miss)\b")
_SELF_JUDGED = frozenset(
    "stupid dumb silly petty mad crazy dramatic terrible weak pathetic lazy selfish ridiculous awful bad daft needy weird".split()
)


def hear_reply(partner: str, response: str) -> Later[Floats]:
    """Start to hear a response after what the partner said, beside whatever else is done; shape (1, 384)."""
    return encoder().pairs_beside([(same_length(partner), same_length(response))])


def read_reply(
    partner: Parsed, response: Parsed, heard: Later[Floats] | None = None, *, blaming: bool = False
) -> ReplyReading:
    """Label a response to what the partner said; ``better`` answers this partner's sentence when it is not good.

    ``heard``: the response as it is heard after that, where somebody began to hear it; ``blaming``: patterns found blame in it.
    """
    heard = heard or hear_reply(partner.text, response.text)
    scores = rule_scores(partner, response)
    if blaming:
        scores["blaming"] += 2.0
    read = encoder()
    odds = read.head("reply", heard.result[0])
    weight = float(read.setting("reply.weight"))
    label = max(LABELS, key=lambda name: scores[name] + weight * float(odds[LABELS.index(name)]))
    good = label in GOOD
    return ReplyReading(good=good, label=label, better=None if good else better_reply(partner))


def rule_scores(partner: Parsed, response: Parsed) -> dict[str, float]:
    """How much cues and shape speak for each label."""
    words = " ".join(token.lower_ for token in response.doc if not token.is_space)
    scores = dict.fromkeys(CUES, 0.0)
    for label, cues in CUES.items():
        for weight, pattern in cues:
            hits = len({found.group(0) for found in pattern.finditer(words)})
            scores[label] += weight * min(hits, 2) * (1.0 if hits < 2 else 0.75)
    charged = _charges(partner)
    _weigh_questions(scores, response, words)
    _weigh_overlap(scores, partner, response, words)
    _weigh_admission(scores, partner, response)
    _weigh_shape(scores, response, words, charged)
    return scores


def _charges(partner: Parsed) -> bool:
    """The partner says something the other did or was, and not to praise it."""
    if _WARM.search(same_length(partner.text).lower()):
        return False
    return any(token.lower_ == "you" and token.dep_ not in {"pobj", "dative"} for token in partner.doc) or bool(
        re.search(
            r"\b(?:your (?:joke|idea|turn|side|tone|message|text|report|phone|half|part)|the (?:report|draft|rota)|this house)\b",
            same_length(partner.text).lower(),
        )
    )


def _weigh_questions(scores: dict[str, float], response: Parsed, words: str) -> None:
    """One open question is curious; several pointed ones interrogate."""
    marks = len(re.findall(r"\?+", words)) or len(
        re.findall(r"(?:^|\. )(?:with )?(?:who|what|where|when|why|did)\b", words)
    )
    asked = read_questions(response)
    opened = sum(question.open for question in asked)
    if marks >= 3 or len(asked) >= 3:
        scores["interrogating"] += 3.0 + marks
        scores["curious"] -= 2.0
    elif opened and len(asked) - opened <= 1:
        scores["curious"] += 3.5
        scores["interrogating"] -= 1.0
    elif asked and not opened:
        scores["dismissive"] += 1.0
        scores["curious"] -= 1.0
    if asked and any(question.blaming for question in asked):
        scores["blaming"] += 1.5
        scores["curious"] -= 2.0


def _weigh_overlap(scores: dict[str, float], partner: Parsed, response: Parsed, words: str) -> None:
    """A reply that takes up the partner's words about the partner reflects; one that shares nothing turns away."""
    said, answered = _content(partner), _content(response)
    shared = len(said & answered)
    about_them = len(re.findall(r"\byou(?:r|rs)?\b", words))
    if about_them and shared:
        scores["reflective"] += min(1.5, 0.7 * shared)
    first = next(iter(response.sentences), None)
    if first is not None and _tells_of_you(first):
        scores["reflective"] += 1.5
    if not about_them and not shared:
        scores["neutral"] += 0.5
        scores["dismissive"] += 0.5


def _weigh_admission(scores: dict[str, float], partner: Parsed, response: Parsed) -> None:
    """Saying "I did" to "you did" owns it; denying it, or "I did" to "you didn't", defends. A self-judgement denied is kind."""
    charges = {token.lemma_.lower(): _negated(token) for token in partner.doc if _done_by(token, {"you"})}
    for token in response.doc:
        if not _done_by(token, {"i", "we"}):
            continue
        lemma = token.lemma_.lower()
        if lemma in charges and lemma not in _COMMON:
            same = charges[lemma] == _negated(token)
            scores["responsibility" if same else "defensive"] += 2.5
    judged = {token.lower_ for token in partner.doc if token.pos_ in {"ADJ", "NOUN"}} & _SELF_JUDGED
    if judged:
        for token in response.doc:
            if token.lower_ in judged and _negated(token.head if token.head.pos_ == "AUX" else token):
                scores["validating"] += 4.5


def _done_by(token: Token, who: set[str]) -> bool:
    return token.pos_ == "VERB" and any(
        child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in who for child in token.children
    )


def _negated(token: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in {"never", "not", "n't"} for child in token.children)


def _weigh_shape(scores: dict[str, float], response: Parsed, words: str, charged: bool) -> None:
    count = len([token for token in response.doc if token.text[:1].isalnum()])
    if count <= 4 and scores["neutral"] > 0:
        scores["neutral"] += 2.0
    scores["fixing"] += 2.5 * min(sum(orders(sentence) for sentence in response.sentences), 2)
    contrast = _CONTRAST.search(words)
    if contrast is not None and charged:
        scores["defensive"] += 1.5
        for label in ("validating", "responsibility", "reflective"):
            scores[label] *= 0.5
    if not charged:
        scores["defensive"] -= 1.5
        scores["responsibility"] -= 1.0
    good = max(scores[label] for label in GOOD)
    bad = max(score for label, score in scores.items() if label not in GOOD and label != "neutral")
    judged = _judges_you(response)
    if judged:
        scores["blaming"] += 3.0
    elif charged and good < 2.0 and bad < 2.5 and count > 4 and "?" not in words:
        scores["defensive"] += 3.0
    elif good < 2.0 and bad < 2.0 and re.search(r"\byou(?:r|rs|rself)?\b", words) and "?" not in words:
        scores["reflective"] += 2.5
    if (
        scores["neutral"] >= 2.0
        and "?" in words
        and max(scores["curious"], bad) < 3.0
        and not re.search(r"\b(?:he|she|it|they|that)\b", words)
    ):
        scores["dismissive"] += 4.0
    for label in ("blaming", "dismissive", "minimising", "defensive", "fixing"):
        if scores[label] >= 3.0:  # what hurts outweighs the kind words around it
            scores[label] += 1.5


def _judges_you(response: Parsed) -> bool:
    """A judging word said of the partner."""
    return any(
        token.lower_ in JUDGING and token.dep_ in {"acomp", "attr", "amod", "ROOT", "conj"} and _of_you(token)
        for token in response.doc
    )


def _of_you(token: Token) -> bool:
    near = [other.lower_ for other in token.doc[max(token.sent.start, token.i - 5) : token.i]]
    return bool({"you", "your"} & set(near)) and not {"i", "n't", "not", "feel", "felt", "he", "she", "they"} & set(
        near
    )


def _content(parsed: Parsed) -> set[str]:
    return {token.lemma_.lower() for token in parsed.doc if token.pos_ in _CONTENT and token.is_alpha} - _COMMON


def _tells_of_you(sentence: DocSpan) -> bool:
    """A statement whose subject is the partner."""
    root = sentence.root
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject.lower_ == "you" and "?" not in sentence.text


def orders(sentence: DocSpan) -> bool:
    """An order: a bare verb first, with no subject before it."""
    first = next((token for token in sentence if token.text[:1].isalnum() and token.lower_ not in _BEFORE_ORDER), None)
    if first is None or first.lower_ in _NO_ORDER:
        return False
    if (
        any(child.dep_ in {"nsubj", "nsubjpass"} and child.i < first.i for child in first.children)
        or first.i + 1 < len(first.doc)
        and first.nbor().lower_ in {"you", "i", "'s", "?", "."}
    ):
        return False
    return first.lower_ in _ADVICE_VERBS or first.tag_ == "VB" and first.pos_ == "VERB"
