"""What in a clause is judgement, and whether anything is left that a camera could have seen (the camera test, NVC)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.language.missing_marks import DAYS, MONTHS
from coach.language.people import is_other, is_you
from coach.suggest.brought_up import introduces

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coach.language.clauses import Clause
    from coach.language.parse import Parsed
    from coach.model import Finding
    from coach.suggest.target import Target

_CUT_DEPS = frozenset("advcl relcl acl prep npadvmod appos intj parataxis dep meta advmod".split())
_JUDGING = frozenset(
    """label mind_reading disguised_blame contempt_or_sarcasm threat_or_ultimatum invalidation stonewalling
    defensiveness rhetorical_question you_make_me command_or_should past_dredging""".split()
)
_MIND = frozenset(
    """think care love like hate want know believe feel mean intend need seem treat respect appreciate value bother prefer deserve try
    reckon act behave enjoy consider expect understand live pretend suppose understand matter mind realise realize regret assume find change learn""".split()
)
_OWN_MIND = frozenset(
    "believe guess swear think mean hope wish know suppose bet wonder hate want need deserve expect feel give".split()
)
_SOMEONE = frozenset("i we he she they everyone everybody".split())
_SEEN_STATES = frozenset(
    "late early away out absent drunk asleep home there gone awake sober sick outside inside upstairs downstairs online offline".split()
)
_PHRASES = tuple(
    phrase.split()
    for phrase in (
        "as usual", "as always", "classic you", "typical you", "so typical", "of course", "for once", "for once in your life", "in your life", "at all", "no surprise there", "with respect",
        "with all due respect", "by the way", "to be honest", "to be fair", "you know what", "in case you had n't noticed", "in case you forgot",
        "i swear", "i guess", "like nothing happened", "as if nothing happened", "like nothing 's wrong", "for no reason", "for nothing", "no reason", "on purpose", "out of spite", "for the sake of it", "at least", "for a change", "god forbid", "yet again", "like always", "like usual", "as per usual", "or something", "and stuff", "or whatever",
        "for god 's sake", "for crying out loud", "for heaven 's sake", "knowing full well", "of all people", "no less", "mind you", "if you ask me",
    )
)  # fmt: skip


def judged_tokens(parsed: Parsed, clause: Clause, findings: Sequence[Finding]) -> frozenset[int]:
    """Tokens of side phrases that judge: similes, asides, and subordinate clauses that hold a finding."""
    head = parsed.starts[clause.head.i]
    marked = {
        token.i
        for finding in findings
        if finding.kind in _JUDGING
        and " time" not in finding.text.lower()  # "for the third time this week" counts
        and not finding.start <= head < finding.end  # what judges the whole clause tells nothing of its phrases
        for token in clause.tokens
        if finding.start <= parsed.starts[token.i] < finding.end
    }
    dropped = _phrases(clause)
    for token in clause.tokens:
        if token == clause.head or token.i in dropped or token.dep_ not in _CUT_DEPS:
            continue
        subtree = {inner.i for inner in token.subtree}
        if clause.head.i in subtree or (token.dep_ == "npadvmod" and any(map(is_you, token.children))):
            continue
        if _like_before(token) or _as_though(token):
            dropped |= subtree
            continue
        if _simile(token):
            noun = next(child for child in token.children if child.dep_ == "pobj")
            tail = any(
                child.lower_ in {"on", "of", "with", "without"} for child in noun.rights
            )  # "like a goat on a rope"
            dropped |= set(range(token.i, (noun.right_edge.i if tail else noun.i) + 1))
            continue
        overlap = subtree & marked
        if _guesses_motive(token) or (token.dep_ != "advmod" and overlap and len(overlap) * 2 >= len(subtree)):
            dropped |= subtree
    return frozenset(dropped)


def stinging_modifiers(parsed: Parsed, clause: Clause, findings: Sequence[Finding]) -> frozenset[int]:
    """Adverbs and adjectives of a clause that stand inside a finding and can go without breaking the sentence."""
    inside = [
        token
        for token in clause.tokens
        if any(finding.start <= parsed.starts[token.i] < finding.end for finding in findings)
    ]
    loose = [
        token
        for token in inside
        if token.dep_ in {"npadvmod", "amod", "intj"}
        or (token.dep_ == "advmod" and token.tag_ != "WRB" and _colours(token))
        if token != clause.head and not any(map(is_you, token.children))  # "you lot are having lattes"
    ]
    return frozenset(
        part.i for token in loose for part in token.subtree if clause.head.i not in {t.i for t in token.subtree}
    )


def _colours(adverb: Token) -> bool:
    """An adverb of manner or degree, and none that a verb leans on ("come close", "turn away")."""
    return adverb.i < adverb.head.i or adverb.head.pos_ not in {"VERB", "AUX"} or adverb.lower_.endswith("ly")


def observable(clause: Clause, target: Target) -> bool:
    """Whether the clause says something a camera could have seen, or a fact about the writer or a thing."""
    head, subject = clause.head, clause.subject
    if subject is None:
        return _you_did(clause) or _fragment_of_fact(clause)
    if _asks(clause) or _empty(clause) or _unreal(head) or (target.described and introduces(clause)):
        return False
    if clause.grants:
        return True
    meant = target.means(subject)
    about_target = is_you(subject) or (target.described and is_other(subject) and meant)
    lemma = head.lemma_.lower()
    if lemma == "be" or (head.pos_ in {"ADJ", "NOUN"}):
        return _seen_state(head, about_target, subject)
    if not about_target:
        return _own_fact(clause)
    liked = lemma == "like" and head.tag_ == "VBD"  # a click that was seen
    expected = lemma in {"suppose", "mean"} and head.tag_ == "VBN"  # "you were supposed to ring"
    if (
        (lemma in _MIND and not liked and not expected and not _does(head))
        or _about_to(head)
        or (lemma == "have" and any(child.lower_ in {"no", "zero"} for t in head.children for child in t.children))
    ):
        return False
    return head.pos_ in {"VERB", "AUX"} and (not _modal(head) or _cannot(head))


def _does(head: Token) -> bool:
    """As in "you change the subject", "you find time for golf": an act by what follows it."""
    if head.lower_ == "living":  # "you've been living here for a month"
        return True
    if head.lemma_.lower() == "know" and head.tag_ == "VBN":  # "you've known about it since March"
        return any(child.lower_ == "about" for child in head.children)
    return head.lemma_.lower() in {"change", "find"} and any(
        child.dep_ == "dobj" and child.pos_ != "PRON" for child in head.children
    )


def _about_to(head: Token) -> bool:
    """As in "You're going to ruin it", "you're turning into your father": a forecast or a verdict, nothing seen."""
    return (head.lower_ == "going" and any(child.dep_ == "xcomp" for child in head.children)) or (
        head.lemma_ in {"turn", "become"} and any(child.lower_ == "into" for child in head.children)
    )


def _asks(clause: Clause) -> bool:
    """Inverted or with a question word: a question, whatever its mark."""
    first = clause.tokens[0]
    return first.lower_ in {"who", "what", "why", "how", "where", "which"} or (
        first.pos_ == "AUX" and clause.subject is not None and clause.subject.i > first.i
    )


def _unreal(head: Token) -> bool:
    """As in "I would have come if you'd asked": what did not happen."""
    words = {child.lower_ for child in head.children if child.dep_ in {"aux", "mark", "auxpass"}}
    unmet = "would" in words and head.lemma_ in {"last", "survive", "cope", "dare", "manage"}
    return (
        unmet
        or bool(words & {"would", "'d", "could", "should"} and words & {"have", "'ve", "of"})
        or ("if" in words and bool(words & {"had", "'d"}))
    )


def _empty(clause: Clause) -> bool:
    """As in "you do this", "you did it again": words that only point at another sentence."""
    return clause.head.lemma_ == "do" and not any(
        token.pos_ in {"NOUN", "PROPN", "NUM"} or token.lower_ in {"once", "twice"} for token in clause.tokens
    )


def _modal(head: Token) -> bool:
    return any(
        child.dep_ == "aux"
        and child.tag_ == "MD"
        and child.lower_ in {"will", "'ll", "wo", "ca", "can", "might", "may", "'d"}
        and not (child.lower_ == "'d" and head.tag_ == "VBN")
        for child in head.children
    )


def _cannot(head: Token) -> bool:
    """As in "you can't even remember my birthday", "you won't let me drive": what is not done, said as a failing."""
    negated = any(child.dep_ == "neg" for child in head.children)
    return negated and any(child.lower_ in {"ca", "can", "could", "wo"} for child in head.children)


def _seen_state(head: Token, about_target: bool, subject: Token) -> bool:
    complements = [
        child
        for child in head.children
        if child.dep_ in {"acomp", "attr", "advmod", "prep", "npadvmod", "expl", "xcomp"}
    ]
    facts = any(
        child.lower_ in _SEEN_STATES | DAYS | MONTHS
        or child.dep_ in {"prep", "npadvmod"}
        or (child.dep_ == "xcomp" and head.lower_ == "been")
        or any(inner.pos_ == "NUM" or inner.like_num for inner in child.subtree)
        for child in complements
    )
    if about_target:
        judged = any(
            child.dep_ in {"acomp", "attr"}
            and child.lower_ not in _SEEN_STATES
            and not any(i.pos_ == "NUM" for i in child.subtree)
            for child in complements
        )
        return facts and not judged
    if subject.lower_ in {"it", "that", "this", "what", "which", "who", "everything", "nothing"}:
        return facts and not any(child.dep_ == "acomp" for child in complements)
    return bool(complements) and subject.pos_ != "PRON" or facts


def _own_fact(clause: Clause) -> bool:
    head = clause.head
    if head.lemma_.lower() in _OWN_MIND and clause.about_me:
        return any(token.ent_type_ == "" and token.pos_ in {"PROPN", "NUM"} for token in clause.tokens)
    if any(token.lower_ in {"?", "who", "what", "why", "how", "where"} for token in clause.tokens[:1]):
        return False
    if (
        any(token.tag_ == "MD" and token.lower_ in {"'ll", "will", "ca", "can"} for token in head.children)
        and clause.about_me
    ):
        return False
    someone = clause.subject is not None and clause.subject.lower_ in _SOMEONE
    return someone or any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in clause.tokens)


def _you_did(clause: Clause) -> bool:
    """A clause the parser took for a fragment ("Dad, every time I visit you bring up my weight"): *you* and a verb stand in it."""
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return clause.head.pos_ in {"PROPN", "NOUN"} and any(is_you(one) and after.pos_ == "VERB" for one, after in pairs)


def _fragment_of_fact(clause: Clause) -> bool:
    """As in "Eleven missed calls during my viva": a number or a name in a fragment."""
    return any(token.dep_ == "nummod" for token in clause.tokens) and clause.head.pos_ in {"NOUN", "PROPN", "VERB"}


def _simile(token: Token) -> bool:
    """As in "like a teenager", "like an idiot": never "like I asked"."""
    if (
        token.lower_ != "like"
        or token.dep_ not in {"prep", "mark", "advcl", "dep"}
        or token.head.lemma_ in {"be", "feel", "look", "sound", "taste", "smell", "seem"}
    ):
        return False
    return any(
        child.dep_ == "pobj"
        and child.lower_ not in {"this", "that", "these", "those"}
        and not any(inner.lower_ in {"every", "last"} for inner in child.children)
        for child in token.children
    )


def _like_before(token: Token) -> bool:
    """As in "just like you forgot our anniversary": an older fact, for another time."""
    marked = any(
        child.lower_ in {"like", "as"} and child.dep_ in {"mark", "prep", "advmod"} for child in token.children
    )
    return token.dep_ == "advcl" and token.tag_ == "VBD" and marked


def _as_though(token: Token) -> bool:
    """As in "you talk to me like I'm your servant", "as if it were mine": a picture, not what was said."""
    marks = [child.lower_ for child in token.children if child.dep_ == "mark"]
    unreal = bool(marks) and (
        marks[0] == "like" or (marks[0] in {"if", "though"} and token.doc[token.left_edge.i].lower_ == "as")
    )
    return token.dep_ == "advcl" and unreal and token.head.lemma_.lower() not in {"feel", "look", "sound", "seem"}


def _guesses_motive(token: Token) -> bool:
    """As in "because you think …", "just to wind me up"."""
    if token.dep_ != "advcl":
        return False
    marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "advmod"}}
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    hints = {"neg", "acomp"} if token.tag_ == "VBN" else {"neg", "aux", "acomp"}
    about = subject is not None and (is_you(subject) or is_other(subject))
    return (
        bool(marks & {"because", "cause", "since", "as"})
        and about
        and (token.lemma_.lower() in _MIND or any(c.dep_ in hints for c in token.children))
    )


def _phrases(clause: Clause) -> set[int]:
    words = [token.lower_ for token in clause.tokens]
    found: set[int] = set()
    for phrase in _PHRASES:
        for start in range(len(words) - len(phrase) + 1):
            if words[start : start + len(phrase)] == phrase:
                found.update(token.i for token in clause.tokens[start : start + len(phrase)])
    return found
