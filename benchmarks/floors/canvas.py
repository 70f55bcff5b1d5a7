"""The canvas alone in a fragment that is otherwise empty but for a line of text."""

import gc

import streamlit as st
from streamlit_drawable_canvas import st_canvas


@st.fragment
def paper() -> None:
    """Show the canvas as the page on drawing does, and how often it reported."""
    st.session_state.times = st.session_state.get("times", 0) + 1
    with st.container(key="canvas", width=282):
        st_canvas(
            stroke_width=20,
            stroke_color="#22252B",
            background_color="rgba(255, 255, 255, 1)",
            initial_drawing={"objects": []},
            width=280,
            height=280,
            return_image_data=True,
            key="paper",
        )
    with st.container(key="prediction"):
        st.text(f"Run {st.session_state.times}")


gc.freeze()
paper()
