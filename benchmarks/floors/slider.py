"""A slider and a line of text, and another page with a line of text."""

import gc

import streamlit as st


@st.fragment
def slider() -> None:
    """Show a slider and what it says."""
    value = st.slider("w1", -10.0, 10.0, 0.0, 0.1, key="w1")
    with st.container(key="said"):
        st.text(f"It says {value:g}")
    st.button("Next", key="next", on_click=lambda: st.session_state.update(w1=st.session_state.w1 + 0.1))


def first() -> None:
    """Show the one page."""
    st.title("First")
    slider()


def second() -> None:
    """Show the other."""
    st.title("Second")


gc.freeze()
st.navigation([st.Page(first, title="First"), st.Page(second, title="Second")]).run()
