"""What a part that redraws by itself has found out, for the beat around it to speak of."""

from typing import Any

import streamlit as st

from ui.evaluate.evaluate_state import evaluate_state


def tell(name: str, state: object) -> None:
    """Tell the beat around a fragment how things stand, and draw the page again if that is new to it."""
    told = evaluate_state().told
    if told.get(name) != state:
        told[name] = state
        st.rerun()


def last_told(name: str) -> Any:
    """Return what was told last, or None."""
    return evaluate_state().told.get(name)
