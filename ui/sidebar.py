"""What stands in the sidebar on every page, below the table of contents."""

import streamlit as st


def sidebar() -> None:
    """Show the switch that lets a class guess before a number is revealed; the link carries it."""
    with st.sidebar:
        st.toggle(
            "Predict first",
            key="predict",
            bind="query-params",
            help="Guess before a number or an answer is shown. The link to the page keeps this switch.",
        )


def predict_first() -> bool:
    """Whether the learner wants to guess before seeing."""
    return bool(st.session_state.get("predict", False))
