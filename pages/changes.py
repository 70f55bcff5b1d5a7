"""What changed, version by version."""

import streamlit as st

from ui.page import foot, title_of
from ui.texts import changes
from ui.widgets.prose import READING

title_of("changes")
st.markdown(changes(), width=READING)
foot()
