"""What the network has seen that looks like this: the nearest of its training images."""

import streamlit as st

from nncore import Array, halved, nearest, squared_distances
from ui.draw.agreement import agreement, state
from ui.draw.desk import desk
from ui.draw.read import Read, ask_for_a_digit, values_of
from ui.figures.pixels import activation_picture, show_pixels
from ui.numbers import grouped
from ui.resources import NOT_HERE, seen_gallery, seen_images, training_images_here
from ui.source import show_code
from ui.state.drawing import greys_of
from ui.theme import current_theme
from ui.widgets.lesson import UNKNOWN, Live

COUNT = 6
SIDE = 84
"""Width of a picture on the screen: 3 pixels for each of its 28; three fit side by side on a phone."""


def looks_nothing_up() -> Live:
    """Show the six training images closest to the chosen digit, and how many agree with the answer."""
    read = desk()
    unknown = dict.fromkeys(("a_answer", "count_agree", "are_answer", "others"), UNKNOWN)
    if read is None or not read.revealed:
        ask_for_a_digit() if read is None else st.caption("They wait for your guess above.")
        return Live(values=values_of(read) | unknown, revealed=read is None)
    if not training_images_here():
        st.caption(NOT_HERE)
        return Live(values=values_of(read) | unknown)
    labels = _show_nearest(read)
    show_code(nearest, halved, squared_distances)
    return Live(values=values_of(read) | agreement(labels, read.answer), seen=[state(labels, read.answer)])


def _show_nearest(read: Read) -> Array:
    """Show them with what their writers meant; return that."""
    images, labels = seen_images()
    places = nearest(seen_gallery(), greys_of(read.shown.digit), COUNT)
    st.caption(f"The six closest of {grouped(len(images))} training images, each with its label")
    theme = current_theme()
    pictures = [activation_picture(theme, images[place].reshape(28, 28) / 255, 12) for place in places]
    alts = [f"A training image, labelled {labels[place]}" for place in places]
    with st.container(key="nearest"):
        show_pixels(pictures, alts, SIDE, [str(labels[place]) for place in places])
    return labels[places]
