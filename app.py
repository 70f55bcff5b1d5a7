"""Gates to Digits: the router. Run it with `make run`."""

import streamlit as st

from ui.address import enter, mirror
from ui.brand import ICON, tab_title
from ui.components.fragment import come_back
from ui.course import BESIDE, COURSE, WORDS
from ui.inside import begin_page
from ui.page import SIDEBAR, routed
from ui.sidebar import named, sidebar

begin_page()
# Before the pages are named: else the browser asks a host outside for their icons, to show one in its tab.
st.set_page_config(page_icon=ICON, layout="wide", initial_sidebar_state=SIDEBAR)
entries = [
    st.Page(
        page.file,
        title=named(page),
        url_path=page.url,
        icon=page.icon,
        default=page is COURSE[0],
        visibility="visible" if page in (*COURSE, WORDS) else "hidden",
    )
    for page in (*COURSE, *BESIDE)
]
page = st.navigation(entries)
course_page = (*COURSE, *BESIDE)[entries.index(page)]
st.set_page_config(page_title=tab_title(course_page))
enter(course_page.url)
sidebar(course_page.url)
come_back()
with routed(course_page.url):
    page.run()
mirror()
