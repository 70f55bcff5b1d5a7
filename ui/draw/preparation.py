"""How a picture became what the network reads, stage by stage, and what happens without that."""

from collections.abc import Callable
from typing import Any

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
from ui.address import bound
from ui.draw.paper_and_answer import paper_and_answer
from ui.draw.read import Read, values_of
from ui.figures.pixels import (
    STAGE,
    activation_picture,
    ink_picture,
    placed_picture,
    scaled_picture,
    show_pixels,
)
from ui.language import _
from ui.numbers import percent
from ui.state.on_screen import Shown
from ui.theme import Theme, current_theme
from ui.widgets.live import UNKNOWN, Live

TINY = 100
"""Of the canvas's 280 pixels: the box of a tiny digit is smaller."""
SIDE = 104
"""Width of a picture on the screen: two fit beside the paper, three on a phone."""
Stage = tuple[Array, str, str]
"""A picture, what is said of it, and its description."""


def preparation() -> Live:
    """Show the stages of the chosen digit, and what would be read without them."""
    read, place = paper_and_answer(seen=False)
    values = values_of(read) | {"naive": UNKNOWN}
    if read is None:
        return Live(values=values, done={"tiny-in-a-corner": "nothing-yet"})
    with place:
        naive = _show_stages(current_theme(), read)
    return Live(
        values=values | ({} if naive is None else {"naive": naive}),
        done={"tiny-in-a-corner": _misread_in_a_corner(read, naive)},
        revealed=read.revealed,
        code=_code(read.shown),
    )


def _show_stages(theme: Theme, read: Read) -> int | None:
    """Show the stages, and last the digit as it would be without them; return the answer to that."""
    photo = read.shown.digit.photo
    if photo and st.segmented_control(_("Stages"), **bound("draw", "stages"), required=True) == "ink":
        _show(_stages_of_photo(theme, photo))
        return None
    without = _contrast(read) if read.revealed else None
    _show(_stages(theme, read.shown.digit) + ([] if without is None else [without[0]]))
    return without[1] if without else None


def _show(stages: list[Stage]) -> None:
    pictures, captions, alts = zip(*stages, strict=True)
    with st.container(key="stages-shown"):
        show_pixels(list(pictures), list(alts), SIDE, list(captions))


def _stages_of_photo(theme: Theme, photo: Photo) -> list[Stage]:
    """Return how the ink was found in a photograph."""
    ink = activation_picture(theme, photo.ink, 1)
    return [
        (photo.picture, _("As it came"), _("The photograph")),
        (photo.background, _("Without all that is thin"), _("The photograph without its ink")),
        (ink, _("What differs: the ink"), _("The ink that was found")),
    ]


def _stages(theme: Theme, digit: Preparation) -> list[Stage]:
    """Return how the ink became 28×28 pixels."""
    height, width = digit.scaled.shape
    row, column = digit.origin
    scaled = _("2. Scaled: {width}×{height} of 20×20").format(width=width, height=height)
    placed = _("3. Centred: row {row}, column {column}").format(row=row, column=column)
    return [
        (ink_picture(theme, digit), _("1. The box around its ink"), _("The ink with its box")),
        (scaled_picture(theme, digit), scaled, _("The digit scaled into 20 by 20 pixels")),
        (placed_picture(theme, digit), placed, _("The digit centred by its mass in 28 by 28 pixels")),
    ]


def _contrast(read: Read) -> tuple[Stage, int] | None:
    """Return the plainly shrunk picture and the answer that it would have got; of several digits nothing."""
    if len(read.y) > 1:
        return None
    digit, is_drawing = read.shown.digit, read.shown.name == "drawing"
    try:
        shrunk = shrink(read.shown.rgba, digit.ink if is_drawing and digit.photo is None else None)
    except NothingDrawn:  # a box may be around what is too faint for the picture as a whole
        return None
    y = predict(read.network, shrunk.ravel())
    naive = int(y.argmax())
    text = _("Just shrunk: **{digit}** ({share})").format(digit=naive, share=percent(float(y[naive])))
    alt = _("The whole sheet shrunk to 28 by 28 pixels without preparation")
    return (activation_picture(current_theme(), shrunk, STAGE), text, alt), naive


def _misread_in_a_corner(read: Read, naive: int | None) -> bool | str:
    """Return whether a tiny digit is misread without preparation, or what helps."""
    if naive is None:
        return False
    if naive == read.answer:
        return "same-answer"
    top, left, bottom, right = read.shown.digit.box
    return max(bottom - top, right - left) < TINY


def _code(shown: Shown) -> list[Callable[..., Any]]:
    """Return the code that made the stages."""
    photo = [read_photo] if shown.digit.photo is not None else []
    return [*photo, prepare_ink, scale_to_box, centre_origin]
