"""Test images side by side, each with its label, the answer and its probability; a click opens one."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Predictions
from ui.address import settings_of
from ui.components.clicks import each_click_counts
from ui.components.inside import ELEMENT, PAGE_LINK
from ui.components.markup import css, style
from ui.evaluate.evaluate_state import evaluate_state
from ui.figures.pixels import activation_picture, show_pixels
from ui.numbers import a_digit, grouped, percent
from ui.resources import test_set
from ui.theme import Theme, current_theme

PAGE = 24
"""How many images are shown at first, and how many more each time."""
SIDE = 98
"""Screen pixels of an image: three fit beside each other on a phone."""
STRETCHED = """
[class*="st-key-shot-"] { position: relative; }
[class*="st-key-shot-"] $page_link a { padding: 0; justify-content: center; }
[class*="st-key-shot-"] :is($element, $page_link, a, a *) {
  position: static;
}
[class*="st-key-shot-"] a::after { content: ""; position: absolute; inset: 0; z-index: 1; }
[class*="st-key-shot-"]:hover img { outline: 3px solid $marker; }
"""
"""Makes the whole of an image the link that stands below it."""


def show_gallery(reading: Predictions, numbers: npt.NDArray[np.intp], choice: object) -> None:
    """Show the images with these numbers, a page at a time; another choice begins with the first page."""
    if not len(numbers):
        st.info("No image is like that: choose a cell with a number in it.", icon=":material/search_off:")
        return
    state = evaluate_state()
    if state.choice != choice:
        state.choice, state.images = choice, PAGE
    shown = numbers[: state.images]
    few = f", the first {len(shown)}" if len(shown) < len(numbers) else ""
    st.markdown(f"**{_count(len(numbers))}**{few}: what was written → **its answer**, how sure it was")
    theme = current_theme()
    style(css(STRETCHED, page_link=PAGE_LINK, element=ELEMENT, marker=theme.highlight))
    with st.container(horizontal=True, gap="small"):
        for number in shown.tolist():
            _shot(theme, reading, number)
    if few:
        st.button(f"Show {PAGE} more", key="more", on_click=_more, icon=":material/expand_more:")
        each_click_counts("gallery", {"more": _more})


def _count(n: int) -> str:
    return "1 image" if n == 1 else f"{grouped(n)} images"


def _more() -> None:
    evaluate_state().images += PAGE


def _shot(theme: Theme, reading: Predictions, number: int) -> None:
    truth, answer = int(reading.t[number]), int(reading.answer[number])
    words = f"{truth} → **{answer}**, {percent(float(reading.confidence[number]))}".replace(" %", "\u202f%")
    with st.container(key=f"shot-{number}", width=SIDE, gap="xsmall"):
        picture = activation_picture(theme, test_set()[0][number] / 255, 8)
        show_pixels(picture, f"Test image {number}, {a_digit(truth)} that was read as {answer}", SIDE)
        way = settings_of("forward", net="digit", of=number)
        st.page_link("pages/forward.py", label=words, query_params=way)
