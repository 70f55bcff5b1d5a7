"""Gates to Digits: the router. Run it with `make run`."""

from pathlib import Path

import streamlit as st

from ui.address import settle
from ui.course import COURSE
from ui.own_network import show_gone
from ui.sidebar import sidebar

st.set_page_config(
    page_title="Gates to Digits", page_icon=Path(__file__).parent / "assets/icon.png", layout="wide"
)
pages = [
    st.Page(page.file, title=page.title, url_path=page.url, icon=page.icon, default=page is COURSE[0])
    for page in COURSE
]
page = st.navigation({"Gates to Digits": pages})
settle(COURSE[pages.index(page)].url)
sidebar()
show_gone()
page.run()
