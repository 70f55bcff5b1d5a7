"""The way to every page, a card each."""

import streamlit as st

from ui.components.inside import PAGE_LINK
from ui.components.markup import css, style
from ui.course import COURSE
from ui.page import foot
from ui.theme import current_theme

LOOK = """
.st-key-cards {display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
  gap: .6rem; align-items: stretch; margin-bottom: .75rem}
@media (min-width: 1700px) {.st-key-cards {grid-template-columns: repeat(5, 1fr)}}
.st-key-cards > * {margin: 0}
.st-key-cards > *, .st-key-cards $link, .st-key-cards $link > div {display: grid; width: auto}
.st-key-cards $link a {border: 1px solid $line; border-radius: 8px; padding: .6rem .75rem; height: auto;
  align-items: flex-start; margin: 0}
.st-key-cards $link :is(div, p) {white-space: normal; overflow: visible; line-height: 1.35}
.st-key-cards $link :is(strong, em) {display: block; padding-bottom: .25rem}
"""


def the_way() -> None:
    """Show every page of the course with its question."""
    with st.container(key="cards"):
        for page in COURSE[1:]:
            question = "" if page.question == page.title else f"*{page.question}* "
            st.page_link(page.file, label=f"**{page.title}** {question}{page.summary}", icon=page.icon)
    foot()
    style(css(LOOK, link=PAGE_LINK, line=current_theme().line))
