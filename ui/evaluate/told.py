"""What a part that redraws by itself has found out, for the beat around it to speak of."""

from typing import Any

import streamlit as st


def tell(name: str, state: object) -> None:
    """Tell the beat around a fragment how things stand, and draw the page again if that is new to it."""
    if st.session_state.get(f"told {name}") != state:
        st.session_state[f"told {name}"] = state
        st.rerun()


def last_told(name: str) -> Any:
    """Return what was told last, or None."""
    return st.session_state.get(f"told {name}")
