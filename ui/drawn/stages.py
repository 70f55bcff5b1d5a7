"""How a picture became what the network reads, stage by stage, and what happens without that."""

import streamlit as st

from nncore import Network, Preparation, predict, shrink
from ui.figures.bars import percent
from ui.figures.base import show_pixels
from ui.figures.pixels import activation_picture, ink_picture, placed_picture, scaled_picture
from ui.theme import Array, Theme


def show_seen(theme: Theme, preparation: Preparation) -> None:
    """Show the picture that the network reads."""
    alt = "Your digit as the network sees it: 28 by 28 grey pixels."
    show_pixels(activation_picture(theme, preparation.pixels), alt, 196)
    st.caption("What the network sees: 28×28 pixels, its 784 inputs")


def show_stages(theme: Theme, preparation: Preparation) -> None:
    """Show how the drawing became that picture, stage by stage."""
    st.subheader("From your drawing to its 784 inputs", anchor=False)
    height, width = preparation.scaled.shape
    row, column = preparation.origin
    stages = (
        (ink_picture, "**1. Find the ink** and the box around it.", "The ink with its box"),
        (
            scaled_picture,
            f"**2. Scale the box** in proportion into 20×20: here {width}×{height}.",
            "The digit scaled into 20 by 20 pixels",
        ),
        (
            placed_picture,
            f"**3. Centre its mass** in 28×28: its corner lands in row {row}, column {column}.",
            "The digit centred by its mass in 28 by 28 pixels",
        ),
    )
    for place, (draw, caption, alt) in zip(st.columns(3), stages, strict=True):
        with place:
            show_pixels(draw(theme, preparation), alt, 240)
            st.markdown(caption)


def show_contrast(theme: Theme, network: Network, rgba: Array, answer: int) -> None:
    """Show the plainly shrunk picture (H, W, 4) and the answer that it would have got."""
    shrunk = shrink(rgba)
    y = predict(network, shrunk.ravel())
    naive = int(y.argmax())
    picture, words = st.columns([1, 2], vertical_alignment="center")
    with picture:
        alt = "The whole canvas shrunk to 28 by 28 pixels without preparation."
        show_pixels(activation_picture(theme, shrunk), alt, 240)
    words.subheader("Without the preparation", anchor=False)
    verdict = "the same answer, this time" if naive == answer else "another answer"
    words.markdown(
        f"The whole canvas, just shrunk to 28×28, would be read as **{naive}** "
        f"({percent(float(y[naive]))}): {verdict}. The network learned from digits that fill 20×20 pixels "
        "and are centred by their mass; a digit that is small or in a corner is nothing it has ever seen."
    )
