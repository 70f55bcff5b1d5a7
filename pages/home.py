"""Start here: what the course is, a digit being read, and the way to every page."""

import streamlit as st

from nncore import predict
from ui.answer import show_answer
from ui.course import COURSE
from ui.figures.bars import probability_bars
from ui.figures.base import show_pixels
from ui.figures.pixels import activation_picture
from ui.own_network import network_in_use, own_network
from ui.page import ensure_router
from ui.resources import as_input, test_set
from ui.theme import current_theme

SHOWN = (0, 7, 1, 18, 61, 84, 2, 4, 15, 8)
"""The test images that the first screen reads, one after the other."""


def read_another() -> None:
    """Go on to the next image."""
    st.session_state.shown += 1


@st.fragment
def reading() -> None:
    """A digit being read: the picture, the answer, its ten probabilities."""
    theme = current_theme()
    turn = st.session_state.setdefault("shown", 0)
    image = test_set()[0][SHOWN[turn % len(SHOWN)]]
    y = predict(network_in_use(), as_input(image))
    picture, answer, bars = st.columns([240, 180, 380], vertical_alignment="center", gap="medium")
    alt = "A handwritten digit from the test set, 28 by 28 pixels."
    with picture:
        show_pixels(activation_picture(theme, image / 255), alt, 240)
    with answer:
        show_answer(theme, y)
        if own := own_network():
            st.caption(f"read by {own.name}")
        st.button("Read another", icon=":material/refresh:", on_click=read_another)
    bars.altair_chart(probability_bars(theme, y), alt="The probability of each digit, as bars")


ensure_router()
st.title(COURSE[0].question, anchor=False)
st.markdown(
    "Begin with one neuron that can say yes or no, and end with 160 of them that read the digit you draw. "
    "Every number on the way is computed before your eyes by a few lines of NumPy."
)
reading()
if st.button("Draw your own digit", type="primary", icon=":material/draw:"):
    st.switch_page("pages/draw.py")
st.subheader("The course", anchor=False)
for first in range(1, len(COURSE), 3):
    for place, page in zip(st.columns(3), COURSE[first : first + 3], strict=False):
        with place.container(border=True, height="stretch"):
            st.page_link(page.file, label=f"**{page.title}**", icon=page.icon)
            st.markdown(f"*{page.question}*")
            st.caption(page.summary)
