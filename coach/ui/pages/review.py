"""The Review page: a transcript, coded turn by turn."""

import streamlit as st

from coach.ui import reviewing
from coach.ui.markup import announcer, say
from coach.ui.resources import warm_up
from coach.ui.views import review, studio

studio.row()
st.title("Review a conversation", anchor=False)
say(
    "Paste a transcript, one turn a line, each with a name and a colon. You see what each turn does, who asks and who reflects, "
    "and the moments that turned the talk."
)
say(
    "Nothing is kept: it is gone when you press “Clear” or close the page. Leave real names out where you can.",
    "cc-soft",
)
review.box()
announce = announcer()
read = reviewing.transcript()
job = reviewing.job()
if read is not None:
    review.mistakes(read)
if job is not None and job.running:
    announce("Reading the conversation.")
    review.progress()
elif (known := reviewing.done()) is not None:
    announce("The review is ready below.")
    review.review(known)
elif job is not None and job.message:
    announce("")
    st.warning(job.message)
else:
    announce("")
    warm_up()
