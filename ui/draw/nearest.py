"""What the network has seen that looks like this: the nearest of its training images."""

import streamlit as st

from nncore import Array, halved, squared_distances
from nncore import nearest as closest
from ui.draw.paper_and_answer import paper_and_answer
from ui.draw.read import Read, agreement, values_of
from ui.figures.pixels import activation_picture, show_pixels
from ui.language import _
from ui.numbers import grouped
from ui.resources import NOT_HERE, training_gallery, training_images, training_images_here
from ui.state.drawing import greys_of
from ui.theme import current_theme
from ui.widgets.live import UNKNOWN, Live

COUNT = 6
SIDE = 74
"""Width of a picture on the screen: three fit side by side."""


def nearest() -> Live:
    """Show the six training images closest to the chosen digit, and how many agree with the answer."""
    read, place = paper_and_answer()
    values = values_of(read) | dict.fromkeys(("same", "others"), UNKNOWN)
    if read is None or not read.revealed:
        return Live(values, revealed=read is None)
    with place:
        if not training_images_here():
            st.caption(_(NOT_HERE))
            return Live(values)
        state, agreed = agreement(_show_nearest(read), read.answer)
    return Live(values | agreed, seen=[state], code=[closest, halved, squared_distances])


def _show_nearest(read: Read) -> Array:
    """Show them with what their writers meant; return that."""
    images, labels = training_images()
    places = closest(training_gallery(), greys_of(read.shown.digit), COUNT)
    text = _("The six closest of {count} training images, each with its label")
    st.caption(text.format(count=grouped(len(images))))
    theme = current_theme()
    pictures = [activation_picture(theme, images[place].reshape(28, 28) / 255, 6) for place in places]
    alts = [_("A training image, labelled {label}").format(label=labels[place]) for place in places]
    with st.container(width=230):
        show_pixels(pictures, alts, SIDE, [str(labels[place]) for place in places])
    return labels[places]
