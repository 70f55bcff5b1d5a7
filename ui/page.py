"""What every page needs: its way through app.py, and the headline and foot of pages beside the course."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui.address import page_link
from ui.brand import VERSION
from ui.components.markup import css, style
from ui.components.page import arrive
from ui.course import BESIDE, COURSE, page_at
from ui.inside import COLUMN
from ui.language import _

LAST_PAGE = "page last shown"
SIDEBAR = 220
"""The width of the sidebar, in pixels."""


def title_of(url: str) -> None:
    """Show the headline of a page, just below the button of the menu."""
    ensure_router()
    style(css("$column {padding-top: 4rem}", column=COLUMN))
    st.title(page_at(url).question, anchor=False)
    arrive(url)


@contextmanager
def routed(url: str) -> Iterator[None]:
    """Mark a page as run by app.py (see `ensure_router`), and afterwards as the last one shown."""
    st.session_state.routed = True
    try:
        yield
    finally:
        st.session_state.pop("routed", None)
        st.session_state[LAST_PAGE] = url


def ensure_router() -> None:
    """Go through app.py if this run of a page did not come from there.

    A fresh server whose first visitor opens a link to a page takes ``pages/`` for the old kind
    of multi-page app and runs the page without app.py (Streamlit 1.67), until the first
    `st.navigation`. The pages here have no icons: those would be fetched from elsewhere, before
    app.py has named ours.
    """
    if "routed" not in st.session_state:
        st.set_page_config(layout="wide", initial_sidebar_state=SIDEBAR)
        st.navigation([st.Page(page.file, url_path=page.url) for page in (*COURSE, *BESIDE)])
        st.rerun()


def foot() -> None:
    """Link to the pages beside the course, the last of which says what changed with this version."""
    names = {page: page.title for page in BESIDE} | {
        BESIDE[-1]: _("Version {version}: what changed").format(version=VERSION)
    }
    with st.container(horizontal=True, horizontal_alignment="center"):
        for page, name in names.items():
            page_link(page.file, label=name, icon=page.icon)
