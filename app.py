"""Gates to Digits: the router. Run it with `make run`."""

from pathlib import Path

import streamlit as st

from ui.address import settle
from ui.components.fragment import come_back
from ui.components.inside import begin_page
from ui.course import BESIDE, COURSE
from ui.page import routed
from ui.sidebar import named, sidebar
from ui.state.own_network import show_gone

begin_page()
st.set_page_config(
    page_title="Gates to Digits", page_icon=Path(__file__).parent / "assets/icon.png", layout="wide"
)
entries = [
    st.Page(
        page.file,
        title=named(page),
        url_path=page.url,
        icon=page.icon,
        default=page is COURSE[0],
        visibility="visible" if page in COURSE else "hidden",
    )
    for page in (*COURSE, *BESIDE)
]
page = st.navigation({"Gates to Digits": entries})
url = (*COURSE, *BESIDE)[entries.index(page)].url
settle(url)
sidebar(url)
show_gone()
come_back()
with routed():
    page.run()
