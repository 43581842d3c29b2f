"""The Handouts page: techniques, exercises and cards on paper."""

import streamlit as st

from coach.ui import own as own_things
from coach.ui import owner
from coach.ui.markup import say
from coach.ui.own_practice import own
from coach.ui.resources import content
from coach.ui.views import handouts, studio

me = owner.token()
studio.row()
st.title("Handouts", anchor=False)
say(
    "Everything prints well in black and white, with the fonts inside. A plan has its own PDF button on the Coach page, and a review "
    "on the Review page."
)
st.toggle("Big print", key=handouts.BIG)
library = content()
own_decks = [] if own_things.trouble() else own_things.decks(me)
handouts.choose(
    "technique",
    "A technique",
    (*library.techniques, *own().techniques),
    lambda one: one.name,
    handouts.technique_pdf,
    "What it is, when and when not, the steps, examples, and room to write.",
)
handouts.choose(
    "exercise",
    "An exercise",
    (*library.exercises, *own().exercises),
    lambda one: one.title,
    handouts.exercise_pdf,
    "Lines to write on, and the answers on a page of their own.",
)
handouts.choose(
    "cards",
    "Cards to cut out",
    (*own_decks, *library.decks),
    lambda one: one.title,
    handouts.cards_pdf,
    "Nine to a page, or four in big print. Print on both sides and turn the sheet on its long edge: the backs match.",
)
