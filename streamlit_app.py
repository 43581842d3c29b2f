"""The app: page config and navigation; nothing else."""

import streamlit as st

from coach.ui import shell

st.set_page_config(page_title=shell.TITLE, page_icon=shell.ICON, layout="centered")
page = st.navigation(shell.pages(), position="top")
shell.top_bar()
page.run()
shell.foot()
