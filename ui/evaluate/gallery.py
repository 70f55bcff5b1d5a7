"""Test images side by side, each with its label, the answer and its probability; a click opens one."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Predictions
from ui.address import bare, drop_unless, page_link, settings_of
from ui.figures.pixels import activation_picture, show_pixels
from ui.language import _, ngettext
from ui.numbers import a_digit, grouped, percent
from ui.resources import test_set
from ui.theme import Theme, current_theme

IN_A_ROW = 5
"""How many images are shown at once."""
SIDE = 92
"""Screen pixels of an image: three fit beside each other on a phone."""


def show_gallery(reading: Predictions, numbers: npt.NDArray[np.intp]) -> None:
    """Show the images with these numbers, a row at a time."""
    if not len(numbers):
        words = _("No image is like that: choose a cell with a number in it.")
        st.info(words, icon=":material/search_off:")
        return
    text = ngettext(
        "**{count} image**: written → **its answer**, how sure it was",
        "**{count} images**: written → **its answer**, how sure it was",
        len(numbers),
    )
    with st.container(horizontal=True, vertical_alignment="center", key="leaf"):
        st.markdown(text.format(count=grouped(len(numbers))), width="content")
        rows = -(-len(numbers) // IN_A_ROW)
        drop_unless("evaluate", "gallery", range(1, rows + 1))
        row = st.pagination(rows, max_visible_pages=0, **bare("evaluate", "gallery")) - 1
    theme = current_theme()
    with st.container(horizontal=True, gap="small"):
        for number in numbers[row * IN_A_ROW : (row + 1) * IN_A_ROW].tolist():
            _shot(theme, reading, number)


def _shot(theme: Theme, reading: Predictions, number: int) -> None:
    truth, answer = int(reading.t[number]), int(reading.answer[number])
    words = f"{truth} → **{answer}**, {percent(float(reading.confidence[number]))}".replace(" %", "\u202f%")
    with st.container(key=f"shot-{number}", width=SIDE, gap="xsmall"):
        picture = activation_picture(theme, test_set()[0][number] / 255, 8)
        alt = _("Test image {number}, {a_digit} that was read as {answer}")
        show_pixels(picture, alt.format(number=number, a_digit=a_digit(truth), answer=answer), SIDE)
        way = [("at", "digit-network"), *settings_of("forward", of=number)]
        page_link("pages/forward.py", label=words, query_params=way)
