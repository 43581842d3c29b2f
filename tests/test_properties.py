"""Whatever is typed: offsets stay right, nothing raises, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach import paths
from coach.language.clauses import clauses
from coach.language.parse import parse
from coach.library.load import load_library
from coach.model import CoachingPlan, Situation, Span
from coach.service import CoachService
from coach.suggest.edits import Edits
from coach.suggest.own_words import own_words
from coach.suggest.target import find_target

WORDS = st.sampled_from(
    """you u never always ur r i feel like that don't dont can't why what how ? ! . , … — “ ” ' " ( ) : ; - me him she they
    my mum kids dishes money again late 2 4 10pm £30 😀 👩‍👩‍👧 <b> </b> ![x](http://example.com/a.png) [09:14] Ana: \n \t because of your
    fault sorry thanks please could would should stop listen lazy said told "you're selfish" Whatever LOL NEVER""".split(
        " "
    )
)
CHATTER = st.lists(WORDS, max_size=40).map(" ".join)
ANY_TEXT = st.one_of(
    CHATTER,
    st.text(max_size=300),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Mn", "Zs", "So"]), max_size=60),
)
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def spans(plan: CoachingPlan) -> list[Span]:
    """Every place in the text that a plan speaks of."""
    return [*plan.analysis.findings, *plan.analysis.questions, *plan.screen.evidence]


@SLOW
@given(text=ANY_TEXT)
def test_nothing_raises_and_every_offset_is_right(service: CoachService, text: str) -> None:
    """Any Unicode text gets a plan, whose spans are cut from the text as typed."""
    plan = service.plan(Situation(text=text))
    assert plan.situation.text == text
    assert all(text[one.start : one.end] == one.text for one in spans(plan))
    assert CoachingPlan.model_validate_json(plan.model_dump_json()) == plan


@SLOW
@given(text=ANY_TEXT, said=ANY_TEXT)
def test_questions_and_replies_never_raise(service: CoachService, text: str, said: str) -> None:
    """Any Unicode text can be read as a question and as a reply."""
    assert service.question(text).text == text
    assert service.reply(said, text).label


@SLOW
@given(text=ANY_TEXT)
def test_tokens_lie_in_order_on_the_original(text: str) -> None:
    """Tokens neither overlap nor leave the text, and what lies between them is white space."""
    parsed = parse(text)
    last = 0
    for start, end in zip(parsed.starts, parsed.ends, strict=True):
        assert last <= start <= end <= len(text)
        last = end
    assert len(parsed.starts) == len(parsed.doc)


@SLOW
@given(text=CHATTER)
def test_reading_twice_is_reading_once(service: CoachService, text: str) -> None:
    """The same text gets the same plan."""
    assert service.plan(Situation(text=text)) == service.plan(Situation(text=text))


@SLOW
@given(text=CHATTER, before=st.sampled_from(["Hi. ", "😀 ", "\n\n", "So. "]))
def test_a_whole_sentence_before_moves_offsets_with_the_text(service: CoachService, text: str, before: str) -> None:
    """Whatever stands before, a span is what it says it is."""
    moved = before + text
    assert all(moved[one.start : one.end] == one.text for one in spans(service.plan(Situation(text=moved))))


@SLOW
@given(text=CHATTER)
def test_a_draft_marks_only_words_that_are_the_persons(service: CoachService, text: str) -> None:
    """Recasting keeps the person's words where it says it does: each marked word stands in the message, and in the draft."""
    for draft in service.plan(Situation(text=text)).drafts:
        own = own_words(draft.text, text)
        assert 0 <= own.share <= 1
        assert all(draft.text[one.start : one.end] == one.text for one in own.spans)


@SLOW
@given(text=CHATTER)
def test_edits_change_only_their_words(text: str) -> None:
    """An edit names a word of its clause; every other word stays as it was typed, in its order."""
    found = clauses(parse(text).doc)
    target = find_target(found)
    for clause in found:
        edits = Edits(clause, target, frozenset())
        written, place = edits.text().lower(), 0
        assert set(edits.changed) <= {token.i for token in clause.tokens}
        for token in clause.tokens:
            if token.i not in edits.changed and token.text.isalnum():
                place = written.find(token.lower_, place) + len(token)
                assert place >= len(token), (written, token)


@pytest.mark.parametrize(
    "text",
    [
        "YOU NEVER LISTEN TO ME AND I AM TIRED OF IT",
        "u nvr lisen 2 me n i h8 it",
        "<script>alert('you never call')</script>",
        "![you never call](http://example.com/a.png)",
        "\u202eyou never call\u202c",
        "you\u200bnever\u200dcall",
        "Tú nunca me escuchas y estoy cansada.",
        "[09:14] Ana: you never call\n[09:15] Ben: whatever\n[09:16] Ana: fine",
        "12/03/26, 21:05 - Sam: you never call\n12/03/26, 21:06 - Kim: sorry",
        "\x00\x01\x02",
        "💔" * 200,
        "a" * 10_000,
        "you never call. " * 600,
    ],
)
def test_bad_input_of_the_issue(service: CoachService, text: str) -> None:
    """Shouting, text-speak, HTML, images, direction marks, another language, a pasted chat: a plan, with right offsets."""
    plan = service.plan(Situation(text=text))
    assert all(text[one.start : one.end] == one.text for one in spans(plan))


CUTS = st.sampled_from(
    [example.text for rule in load_library(paths.CONTENT).patterns for example in (*rule.flag, *rule.allow)]
).flatmap(lambda text: st.integers(1, len(text.split())).map(lambda last: " ".join(text.split()[:last])))


@settings(SLOW, max_examples=200)
@given(text=CUTS)
def test_a_message_cut_anywhere_raises_nothing(service: CoachService, text: str) -> None:
    """People send half a sentence; a plan never reaches over its end."""
    assert service.plan(Situation(text=text)).drafts
