"""How a picture became what the network reads, stage by stage, and what happens without that."""

import streamlit as st

from nncore import Array, Network, NothingDrawn, Photo, Preparation, predict, shrink
from ui.figures.bars import percent
from ui.figures.base import show_pixels
from ui.figures.pixels import activation_picture, ink_picture, placed_picture, scaled_picture
from ui.state.on_screen import Shown
from ui.theme import Theme


def show_seen(theme: Theme, preparation: Preparation) -> None:
    """Show the picture that the network reads."""
    alt = "Your digit as the network sees it: 28 by 28 grey pixels."
    show_pixels(activation_picture(theme, preparation.pixels), alt, 196)
    st.caption("What the network sees: 28×28 pixels, its 784 inputs")


def show_stages(theme: Theme, shown: Shown) -> None:
    """Show how the drawing or the photograph became that picture, stage by stage."""
    st.subheader(f"From your {shown.name} to its 784 inputs", anchor=False)
    stages = _stages_of_photo(theme, shown.digit.photo) + _stages(theme, shown.digit)
    for first in range(0, len(stages), 3):
        for number, place in enumerate(st.columns(3), first):
            picture, caption, alt = stages[number]
            with place:
                show_pixels(picture, alt, 240)
                st.markdown(f"**{number + 1}. {caption}")


def _stages_of_photo(theme: Theme, photo: Photo | None) -> list[tuple[Array, str, str]]:
    """Return how the ink was found in a photograph: picture, caption and description of each stage."""
    if photo is None:
        return []
    return [
        (photo.picture, "The picture** as it came.", "The photograph"),
        (
            photo.background,
            "Its background:** what remains when all that is as thin as a pen's stroke is taken away.",
            "The photograph without its ink",
        ),
        (
            activation_picture(theme, photo.ink, 1),
            "The ink:** what differs from the background, without specks and without what hangs on the edge.",
            "The ink that was found",
        ),
    ]


def _stages(theme: Theme, digit: Preparation) -> list[tuple[Array, str, str]]:
    """Return how the ink became 28×28 pixels: picture, caption and description of each stage."""
    height, width = digit.scaled.shape
    row, column = digit.origin
    find = "Find the box** around its ink." if digit.photo else "Find the ink** and the box around it."
    return [
        (ink_picture(theme, digit), find, "The ink with its box"),
        (
            scaled_picture(theme, digit),
            f"Scale the box** in proportion into 20×20: here {width}×{height}.",
            "The digit scaled into 20 by 20 pixels",
        ),
        (
            placed_picture(theme, digit),
            f"Centre its mass** in 28×28: its corner lands in row {row}, column {column}.",
            "The digit centred by its mass in 28 by 28 pixels",
        ),
    ]


def show_contrast(theme: Theme, network: Network, shown: Shown, answer: int) -> None:
    """Show the plainly shrunk picture and the answer that it would have got; not of several digits."""
    if len(shown.digits) > 1:
        return
    whole = "canvas" if shown.name == "drawing" else shown.name
    try:
        shrunk = shrink(shown.rgba)
    except NothingDrawn:  # a box may be around what is too faint for the picture as a whole
        return
    y = predict(network, shrunk.ravel())
    naive = int(y.argmax())
    picture, words = st.columns([1, 2], vertical_alignment="center")
    with picture:
        alt = f"The whole {whole} shrunk to 28 by 28 pixels without preparation."
        show_pixels(activation_picture(theme, shrunk), alt, 240)
    words.subheader("Without the preparation", anchor=False)
    verdict = "the same answer, this time" if naive == answer else "another answer"
    words.markdown(
        f"The whole {whole}, just shrunk to 28×28, would be read as **{naive}** "
        f"({percent(float(y[naive]))}): {verdict}. The network learned from digits that fill 20×20 pixels "
        "and are centred by their mass, on even paper: a digit in a corner, or a shadow, "
        "is nothing it has ever seen."
    )
