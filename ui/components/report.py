"""What a component of ours reports in a callback."""

import streamlit as st


def reported(key: str, name: str) -> object:
    """Return what the component of this key reports under a name, or None.

    A visitor who goes to another page meanwhile takes the component out of the session; its callback runs
    all the same.
    """
    told = st.session_state.get(key)
    return None if told is None else told.get(name)
