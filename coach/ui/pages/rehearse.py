"""The Rehearse page: practise a talk with a partner who answers what was said."""

import streamlit as st

from coach.ui import own, owner, rehearsing, state
from coach.ui.markup import announcer, say
from coach.ui.resources import warm_up
from coach.ui.views import rehearse, rehearse_end, rehearse_setup

me = owner.token()
own.bring_back(me)
st.title("Rehearse the conversation", anchor=False)
announce = announcer()
talk = rehearsing.now()
if talk is None and state.grave_seen() and rehearsing.screen().severity == "none":  # it was told on another page
    say(state.NO_REHEARSAL)
elif talk is None:
    rehearse_setup.setup()
    warm_up()
elif talk.ended:
    rehearse_end.debrief(talk)
else:
    rehearse.talk(talk)
announce(rehearsing.announcement(talk))
own.keep_typed(me)
