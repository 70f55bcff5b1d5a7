"""What the network has seen that looks like this: the nearest of its training images."""

import numpy as np
import streamlit as st

from nncore import Array, Preparation, nearest
from ui.figures.base import show_pixels
from ui.figures.pixels import activation_picture
from ui.numbers import a_digit, grouped
from ui.resources import seen_images
from ui.state.drawing import greys_of
from ui.theme import Theme

NUMBERS = ("none", "one", "two", "three", "four", "five", "six")
SIDE = 84
"""Width of a picture on the screen: 3 pixels for each of its 28; three fit side by side on a phone."""


def show_nearest(theme: Theme, preparation: Preparation, answer: int) -> None:
    """Show the six training images closest to a drawing, with what their writers meant."""
    images, labels = seen_images()
    places = nearest(images, greys_of(preparation).ravel(), len(NUMBERS) - 1)
    st.subheader("The nearest", anchor=False)
    st.caption(
        f"The six training images that are closest to yours, of the {grouped(len(images))} "
        "that our network learned from, each with its label"
    )
    pictures = [activation_picture(theme, images[place].reshape(28, 28) / 255, 12) for place in places]
    alts = [f"A training image, labelled {labels[place]}" for place in places]
    with st.container(key="nearest"):
        show_pixels(pictures, alts, SIDE, [str(labels[place]) for place in places])
    st.markdown(agreement(labels[places], answer))


def agreement(labels: Array, answer: int) -> str:
    """Return in a sentence how many of the six labels are the answer."""
    same = int(np.count_nonzero(labels == answer))
    if same == len(labels):
        return f"All six are {answer}s, as it answered."
    if not same:
        return (
            f"It answered {answer}, yet not one of them is {a_digit(answer)}: "
            "it does not look pictures up, it adds up weights."
        )
    are = f"is {a_digit(answer)}" if same == 1 else f"are {answer}s"
    others = ", ".join(str(label) for label in labels[labels != answer])
    return f"{NUMBERS[same].capitalize()} of them {are}, as it answered; not so: {others}."
