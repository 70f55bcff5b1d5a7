"""Test images side by side, each with its label, the answer and its probability; a click opens one."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Predictions
from ui.address import settings_of
from ui.components.inside import ELEMENT, PAGE_LINK
from ui.components.markup import css, style
from ui.evaluate.evaluate_state import evaluate_state
from ui.figures.pixels import activation_picture, show_pixels
from ui.numbers import a_digit, grouped, percent
from ui.resources import test_set
from ui.theme import Theme, current_theme

PAGE = 5
"""How many images are shown at once: they stand in one row."""
SIDE = 92
"""Screen pixels of an image: three fit beside each other on a phone."""
STRETCHED = """
[class*="st-key-shot-"] { position: relative; }
[class*="st-key-shot-"] $page_link a { padding: 0; justify-content: center; min-height: 0; }
[class*="st-key-shot-"] :is($element, $page_link, a, a *) {
  position: static;
}
[class*="st-key-shot-"] a::after { content: ""; position: absolute; inset: 0; z-index: 1; }
[class*="st-key-shot-"]:hover img { outline: 3px solid $marker; }
.st-key-gallery button { min-height: 0; padding: 0 .4rem; }
"""
"""Makes the whole of an image the link that stands below it."""


def show_gallery(reading: Predictions, numbers: npt.NDArray[np.intp], choice: object) -> None:
    """Show the images with these numbers, a row at a time; another choice begins with the first row."""
    if not len(numbers):
        st.info("No image is like that: choose a cell with a number in it.", icon=":material/search_off:")
        return
    state = evaluate_state()
    if state.choice != choice:
        state.choice, state.first = choice, 0
    state.first = min(max(state.first, 0), (len(numbers) - 1) // PAGE * PAGE)
    theme = current_theme()
    style(css(STRETCHED, page_link=PAGE_LINK, element=ELEMENT, marker=theme.highlight))
    shown = numbers[state.first : state.first + PAGE]
    _leaf_through(len(numbers), len(shown))
    with st.container(horizontal=True, gap="small"):
        for number in shown.tolist():
            _shot(theme, reading, number)


def _leaf_through(count: int, shown: int) -> None:
    """Say which of how many images are shown, beside the ways to those before and after them."""
    first = evaluate_state().first
    which = f", {first + 1} to {first + shown}" if shown < count else ""
    with st.container(horizontal=True, vertical_alignment="center", key="gallery"):
        images = "1 image" if count == 1 else f"{grouped(count)} images"
        st.markdown(f"**{images}**{which}: written → **its answer**, how sure it was", width="content")
        if shown < count:
            before, after = first == 0, first + shown == count
            st.button("Before", key="fewer", on_click=_turn, args=(-PAGE,), disabled=before, type="tertiary")
            st.button("More", key="more", on_click=_turn, args=(PAGE,), disabled=after, type="tertiary")


def _turn(by: int) -> None:
    evaluate_state().first += by


def _shot(theme: Theme, reading: Predictions, number: int) -> None:
    truth, answer = int(reading.t[number]), int(reading.answer[number])
    words = f"{truth} → **{answer}**, {percent(float(reading.confidence[number]))}".replace(" %", "\u202f%")
    with st.container(key=f"shot-{number}", width=SIDE, gap="xsmall"):
        picture = activation_picture(theme, test_set()[0][number] / 255, 8)
        show_pixels(picture, f"Test image {number}, {a_digit(truth)} that was read as {answer}", SIDE)
        way = [("at", "digit-network"), *settings_of("forward", of=number)]
        st.page_link("pages/forward.py", label=words, query_params=way)
