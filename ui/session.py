"""The state of a page besides its settings: one object for each page.

Its class is a dataclass with defaults in the folder of the page. State that pages share, such as the
network in use, is an object of the same kind.
"""

from typing import TypeVar

import streamlit as st

S = TypeVar("S")


def key_of(page: str) -> str:
    """Return the key under which it is kept."""
    return f"{page} state"


def state_of(page: str, kind: type[S]) -> S:
    """Return the state of a page, or a state that pages share; at first it is ``kind()``."""
    key = key_of(page)
    if key not in st.session_state:
        st.session_state[key] = kind()
    state: S = st.session_state[key]
    return state
