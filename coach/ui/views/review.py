"""A review on the page: what was read, how far the work is, the figures, the moments, every turn with its corrections, and the files to save."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.studio.handouts import figures_table, review_sheet, score_in_words, timeline_in_words
from coach.studio.review import Review
from coach.studio.transcript import Transcript
from coach.studio.turns import ACT_NAMES, ASKED_NAMES, CodedTurn
from coach.ui import reviewing
from coach.ui.marks import marked
from coach.ui.markup import element, say, show
from coach.ui.resources import service
from coach.ui.review_export import to_csv, to_markdown
from coach.ui.views.reading import findings
from coach.ui.views.timeline import timeline

_LOOK = 0.5  # seconds between two looks at how far it is
ON_A_PAGE = 20
EXAMPLE = """Ana: You were on your phone all through dinner again.
Ben: I had one message to answer. You never let anything go.
Ana: I felt a bit lonely sitting there, to be honest.
Ben: So you were hoping we'd talk, and I was somewhere else.
Ana: Yes. I know work is a lot at the moment.
Ben: It is. I'm sorry, I could have told you. What would help tonight?
Ana: Could we put the phones in the hall until eight?
Ben: Deal."""


def box() -> None:
    """Where the transcript goes in."""
    st.text_area(
        "The conversation",
        key=reviewing.TEXT,
        height=220,
        placeholder="Ana: How was your day?\nBen: Long. I’m glad to be home.",
    )
    with st.expander("Or choose a file", type="compact"):
        st.file_uploader(
            "A text, WebVTT, SRT or CSV file", type=["txt", "md", "vtt", "srt", "csv", "tsv"], key=reviewing.file_key()
        )
        say(
            "A file goes before what stands in the box. A CSV needs a first row that names a column “speaker” and one “text”.",
            "cc-soft",
        )
    with st.container(horizontal=True, gap="small"):
        st.button("Review it", type="primary", key="review_go", on_click=reviewing.begin, args=(service,))
        st.button("Try an example", key="review_example", on_click=_example)
        if reviewing.transcript() is not None:
            st.button("Clear", key="review_clear", on_click=reviewing.clear)


def mistakes(transcript: Transcript) -> None:
    """Everything that was not as it should be, row by row."""
    if not transcript.mistakes:
        return
    count = len(transcript.mistakes)
    with st.expander(
        f"{count} {'thing' if count == 1 else 'things'} to look at in the transcript",
        expanded=count < 6,
        key="review_mistakes",
    ):
        show(element("ul", *(element("li", one, dir="auto") for one in transcript.mistakes), cls="cc-list"))


@st.fragment(run_every=_LOOK)
def progress() -> None:
    """How far the work is, with a button to stop it."""
    job = reviewing.job()
    if job is None or not job.running:
        st.rerun()
    st.progress(job.done / max(1, job.total), text=f"Read {job.done:,} of {job.total:,} turns …")
    st.button("Stop", key="review_stop", on_click=job.stop)


def review(known: reviewing.Done) -> None:
    """The whole review."""
    found = known.review
    _danger(found)
    st.header("How the talk went", anchor=False)
    say(score_in_words(found.score))
    words = timeline_in_words(found).replace("grey, up", "green, up").replace("black, down", "red, down")
    st.image(timeline(found.warmth, [one.moment.place for one in known.suggestions]), alt=words, width="stretch")
    say(words, "cc-soft")
    _moments(known)
    st.header("In numbers", anchor=False)
    head = ("What", *(one.speaker for one in found.speakers))
    rows = list(figures_table(found.speakers))
    st.table({name: [row[place] for row in rows] for place, name in enumerate(_apart(head))}, hide_index=True)
    _turns(found)
    _files(known)


def _apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """The heads of the columns, which Streamlit shows as Markdown: every sign stands for itself."""
    return tuple(
        "".join(f"\\{char}" if not (char.isalnum() or char.isspace()) and char.isascii() else char for char in name)
        for name in names
    )


def _danger(found: Review) -> None:
    places = [str(number) for number, turn in enumerate(found.turns, 1) if turn.danger]
    if places:
        with st.container(border=True, key="review_danger"):
            one = len(places) == 1
            shown = ", ".join(places[:12]) + (" …" if len(places) > 12 else "")
            say(
                f"{'Turn' if one else 'Turns'} {shown} may tell of danger. Please read {'it' if one else 'them'} yourself first; the Help page lists people to call. This is in no file you save."
            )


def _moments(known: reviewing.Done) -> None:
    if not known.suggestions:
        return
    st.header("Moments that turned it", anchor=False)
    for number, one in enumerate(known.suggestions, 1):
        turn = known.review.turns[one.moment.place]
        with st.container(border=True):
            show(
                element(
                    "p",
                    element("strong", f"{number}. Turn {one.moment.place + 1}, "),
                    element("bdi", turn.speaker),
                    f": {ACT_NAMES[turn.act]}",
                    cls="cc-text",
                ),
                element("p", turn.text, cls="cc-own", dir="auto"),
            )
            say(" ".join(filter(None, (one.why, one.text))))


def _turns(found: Review) -> None:
    st.header("Every turn", anchor=False)
    say("Not how you hear it? Change it, and every figure follows.", "cc-soft")
    pages = -(-len(found.turns) // ON_A_PAGE)
    page = 1
    if pages > 1:
        page = int(st.number_input(f"Page, of {pages}", 1, pages, key=reviewing.PAGE, width=160) or 1)
    first = (page - 1) * ON_A_PAGE
    for place, turn in enumerate(found.turns[first : first + ON_A_PAGE], first):
        _turn(place, turn)


def _turn(place: int, turn: CodedTurn) -> None:
    with st.container(border=True, key=f"review_turn_{place}"):
        show(
            element("p", element("strong", f"{place + 1}. "), element("bdi", turn.speaker), cls="cc-soft"),
            element("p", marked(turn.text, turn.findings), cls="cc-text", dir="auto"),
        )
        with st.container(horizontal=True, gap="small"):
            act, question = f"review_act_{place}", f"review_question_{place}"
            st.session_state[act], st.session_state[question] = turn.act, turn.question
            changed = partial(_changed, place)
            st.selectbox(
                f"Turn {place + 1} is",
                list(ACT_NAMES),
                format_func=lambda one: ACT_NAMES[one],
                key=act,
                on_change=changed,
                width=220,
            )
            st.selectbox(
                f"In turn {place + 1}",
                list(ASKED_NAMES),
                format_func=lambda one: ASKED_NAMES[one],
                key=question,
                on_change=changed,
                width=180,
            )
        if turn.findings:
            with st.expander("Words that may sting", type="compact"):
                findings(turn.findings)


def _changed(place: int) -> None:
    reviewing.correct(
        place, st.session_state[f"review_act_{place}"], st.session_state[f"review_question_{place}"], service()
    )


def _files(known: reviewing.Done) -> None:
    st.header("Take it with you", anchor=False)
    big = st.toggle("Big print", key="review_big")
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "Save as PDF",
            partial(_pdf, known, big),
            "review.pdf",
            "application/pdf",
            key="review_pdf",
            on_click="ignore",
        )
        st.download_button(
            "Save as CSV", to_csv(known.review), "review.csv", "text/csv", key="review_csv", on_click="ignore"
        )
        st.download_button(
            "Save as Markdown",
            to_markdown(known.review, known.suggestions),
            "review.md",
            "text/markdown",
            key="review_md",
            on_click="ignore",
        )


def _pdf(known: reviewing.Done, big: bool) -> bytes:
    from coach.studio.paper import printed

    return printed(review_sheet(known.review, known.suggestions), big=big)


def _example() -> None:
    st.session_state[reviewing.TEXT] = EXAMPLE
