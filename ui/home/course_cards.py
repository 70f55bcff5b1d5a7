"""The way to every page, a card each."""

import streamlit as st

from ui.address import page_link
from ui.course import COURSE
from ui.page import foot


def the_way() -> None:
    """Show every page of the course with its question."""
    with st.container(key="cards"):
        for page in COURSE[1:]:
            question = "" if page.question == page.title else f"*{page.question}* "
            page_link(page.file, label=f"**{page.title}** {question}{page.summary}", icon=page.icon)
    foot()
