"""Test images side by side, each with its label, the answer and its probability; a click opens one."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Predictions
from ui.address import page_link, settings_of
from ui.figures.pixels import activation_picture, show_pixels
from ui.language import _, ngettext
from ui.numbers import a_digit, grouped, percent
from ui.resources import test_set
from ui.theme import Theme, current_theme

PAGE = 5
"""How many images are shown at once: they stand in one row."""
SIDE = 92
"""Screen pixels of an image: three fit beside each other on a phone."""


def show_gallery(reading: Predictions, numbers: npt.NDArray[np.intp], choice: object) -> None:
    """Show the images with these numbers, a row at a time; another choice begins with the first row."""
    if not len(numbers):
        words = _("No image is like that: choose a cell with a number in it.")
        st.info(words, icon=":material/search_off:")
        return
    theme = current_theme()
    before, first = st.session_state.get("gallery", (None, 0))
    first = min(max(first, 0), (len(numbers) - 1) // PAGE * PAGE) if before == choice else 0
    st.session_state.gallery = choice, first
    shown = numbers[first : first + PAGE]
    _leaf_through(len(numbers), first, len(shown))
    with st.container(horizontal=True, gap="small"):
        for number in shown.tolist():
            _shot(theme, reading, number)


def _leaf_through(count: int, first: int, shown: int) -> None:
    """Say which of how many images are shown, beside the ways to those before and after them."""
    text = ngettext(
        "**{count} image**: written → **its answer**, how sure it was",
        "**{count} images**: written → **its answer**, how sure it was",
        count,
    )
    if shown < count:
        text = _("**{count} images**, {first} to {last}: written → **its answer**, how sure it was")
    with st.container(horizontal=True, vertical_alignment="center", key="gallery"):
        st.markdown(text.format(count=grouped(count), first=first + 1, last=first + shown), width="content")
        if shown < count:
            for label, by, off in (
                (_("Before"), -PAGE, first == 0),
                (_("More"), PAGE, first + shown == count),
            ):
                st.button(label, key=f"turn{by}", on_click=_turn, args=(by,), disabled=off, type="tertiary")


def _turn(by: int) -> None:
    choice, first = st.session_state.gallery
    st.session_state.gallery = choice, first + by


def _shot(theme: Theme, reading: Predictions, number: int) -> None:
    truth, answer = int(reading.t[number]), int(reading.answer[number])
    words = f"{truth} → **{answer}**, {percent(float(reading.confidence[number]))}".replace(" %", "\u202f%")
    with st.container(key=f"shot-{number}", width=SIDE, gap="xsmall"):
        picture = activation_picture(theme, test_set()[0][number] / 255, 8)
        alt = _("Test image {number}, {a_digit} that was read as {answer}")
        show_pixels(picture, alt.format(number=number, a_digit=a_digit(truth), answer=answer), SIDE)
        way = [("at", "digit-network"), *settings_of("forward", of=number)]
        page_link("pages/forward.py", label=words, query_params=way)
