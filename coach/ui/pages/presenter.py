"""The Presenter: one sentence, step by step, in large type, for a projector or a tablet."""

import streamlit as st

from coach.ui.markup import say
from coach.ui.own_practice import own
from coach.ui.resources import content, warm_up
from coach.ui.views import presenter, studio

techniques, mine = (*content().techniques, *own().techniques), own().examples
examples = (*mine, *(example for technique in techniques for example in technique.examples))
if (presentation := presenter.shown(examples)) is not None:
    presenter.on_stage(presentation)
else:
    studio.row()
    st.title("Show one sentence", anchor=False)
    say(
        "For a projector or a tablet: what was said, what is heard, what lies beneath, and ways to say it. Each step is one "
        "key or one tap."
    )
    presenter.sentence(techniques, mine)
    st.header("Keys", anchor=False)
    say(
        "Arrows, space, Page down and Page up: on and back. Home and End: first and last. H: hide. S: side by side. "
        "1 to 4: another form. F: full screen."
    )
    warm_up()
