"""How a picture became what the network reads, stage by stage, and what happens without that."""

import streamlit as st

from nncore import (
    Array,
    NothingDrawn,
    Photo,
    Preparation,
    centre_origin,
    predict,
    prepare_ink,
    read_photo,
    scale_to_box,
    shrink,
)
from ui.draw.desk import desk
from ui.draw.read import Read, ask_for_a_digit, values_of
from ui.figures.pixels import activation_picture, ink_picture, placed_picture, scaled_picture, show_pixels
from ui.numbers import percent
from ui.source import show_code
from ui.state.chance import chance
from ui.state.drawing import current_drawing
from ui.state.on_screen import Shown
from ui.state.own_network import network_in_use
from ui.theme import Theme, current_theme
from ui.widgets.lesson import UNKNOWN, Live

BOXES = ((60, 120), (90, 150), (50, 100), (80, 200), (120, 160))
"""Widths and heights of boxes that scale to whole pixels."""
TINY = 100
"""Of the canvas's 280 pixels: the box of a tiny digit is smaller."""


def preparation() -> Live:
    """Show the stages of the chosen digit, and what would be read without them."""
    read = desk()
    width, height = chance("scaled-width").choice(BOXES)
    values = values_of(read) | {
        "naive": UNKNOWN,
        "box_width": width,
        "box_height": height,
        "scaled_width": 20 * width // height,
    }
    mistakes = {"scaled-width": {"stretched": 20, "into-28": 28 * width / height}}
    if read is None:
        ask_for_a_digit()
        return Live(values=values, done={"tiny-in-a-corner": "nothing-yet"}, mistakes=mistakes)
    _show_stages(current_theme(), read.shown)
    naive = _show_contrast(read) if read.revealed else None
    _show_code(read.shown)
    return Live(
        values=values | ({} if naive is None else {"naive": naive}),
        done={"tiny-in-a-corner": _misread_in_a_corner(read, naive)},
        mistakes=mistakes,
        revealed=read.revealed,
    )


def _show_stages(theme: Theme, shown: Shown) -> None:
    stages = _stages_of_photo(theme, shown.digit.photo) + _stages(theme, shown.digit)
    for first in range(0, len(stages), 3):
        for number, place in enumerate(st.columns(3), first):
            picture, caption, alt = stages[number]
            with place:
                show_pixels(picture, alt, 240)
                st.markdown(f"{number + 1}\\. {caption}")


def _stages_of_photo(theme: Theme, photo: Photo | None) -> list[tuple[Array, str, str]]:
    """Return how the ink was found in a photograph: picture, caption and description of each stage."""
    if photo is None:
        return []
    return [
        (photo.picture, "The picture as it came.", "The photograph"),
        (
            photo.background,
            "Its background: what is left after removing everything as thin as a pen stroke.",
            "The photograph without its ink",
        ),
        (
            activation_picture(theme, photo.ink, 1),
            "The ink: what differs from it, without specks and what hangs on the edge.",
            "The ink that was found",
        ),
    ]


def _stages(theme: Theme, digit: Preparation) -> list[tuple[Array, str, str]]:
    """Return how the ink became 28×28 pixels: picture, caption and description of each stage."""
    height, width = digit.scaled.shape
    row, column = digit.origin
    find = "Find the box around its ink." if digit.photo else "Find the ink and the box around it."
    return [
        (ink_picture(theme, digit), find, "The ink with its box"),
        (
            scaled_picture(theme, digit),
            f"Scale the box in proportion into 20×20: here {width}×{height}.",
            "The digit scaled into 20 by 20 pixels",
        ),
        (
            placed_picture(theme, digit),
            f"Centre its mass in 28×28: its corner lands in row {row}, column {column}.",
            "The digit centred by its mass in 28 by 28 pixels",
        ),
    ]


def _show_contrast(read: Read) -> int | None:
    """Show the plainly shrunk picture and the answer that it would have got; not of several digits."""
    if len(read.y) > 1:
        return None
    try:
        shrunk = shrink(read.shown.rgba)
    except NothingDrawn:  # a box may be around what is too faint for the picture as a whole
        return None
    y = predict(network_in_use(), shrunk.ravel())
    naive = int(y.argmax())
    picture, words = st.columns([1, 2], vertical_alignment="center")
    with picture:
        alt = f"The whole {read.shown.name} shrunk to 28 by 28 pixels without preparation."
        show_pixels(activation_picture(current_theme(), shrunk), alt, 240)
    words.subheader("Without the preparation", anchor=False)
    words.markdown(f"The whole {read.shown.name}, just shrunk to 28×28:")
    verdict = "the same answer, this time" if naive == read.answer else "another answer"
    words.markdown(f"It would be read as **{naive}** ({percent(float(y[naive]))}): {verdict}.")
    return naive


def _misread_in_a_corner(read: Read, naive: int | None) -> bool | str:
    """Return whether a tiny digit is misread without preparation, or what helps."""
    if naive is None:
        return False
    if naive == read.answer:
        return "same-answer"
    top, left, bottom, right = read.shown.digit.box
    return max(bottom - top, right - left) < TINY


def _show_code(shown: Shown) -> None:
    """Show the code that made the stages; what came with a link was prepared before."""
    photo = shown.digit.photo is not None
    if shown.name == "picture" or not current_drawing().sheet.greys:
        show_code(*([read_photo] if photo else []), prepare_ink, scale_to_box, centre_origin)
