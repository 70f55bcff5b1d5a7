"""What a page remembers of a visit besides its widgets' own values: one object a page.

Its class says all there is: a dataclass with a default for everything, in the page's folder. What all
pages share, such as the network in use, is an object of its own in the same way.
"""

from typing import TypeVar

import streamlit as st

S = TypeVar("S")


def key_of(page: str) -> str:
    """Return the key under which it is kept."""
    return f"{page} state"


def state_of(page: str, kind: type[S]) -> S:
    """Return what a page remembers, or all pages together of one thing; at first that is ``kind()``."""
    key = key_of(page)
    if key not in st.session_state:
        st.session_state[key] = kind()
    state: S = st.session_state[key]
    return state
