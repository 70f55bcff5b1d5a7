"""How it was trained: the curves that were stored with the weights, the recipe, the data it saw."""

import streamlit as st


def show_training() -> None:
    """Show what is known of the training of the network that ships."""
    st.info(
        "The training curves come with the next version of the weights.", icon=":material/hourglass_empty:"
    )
