"""What a component of ours tells in a callback."""

import streamlit as st


def reported(key: str, name: str) -> object:
    """Return what the component of a key tells under a name, or None.

    Who goes to another page while a message is under way takes the component out of the session, and its
    callback runs all the same.
    """
    told = st.session_state.get(key)
    return None if told is None else told.get(name)
