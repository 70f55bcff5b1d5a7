"""A digit being read: the picture, the answer, its ten probabilities, and the neurons between them."""

import streamlit as st

from nncore import Array, predict
from ui.address import put, value_of
from ui.components.diagram import show_diagram
from ui.figures.digit_diagram import digit_diagram
from ui.figures.moment import Moment
from ui.figures.pixels import activation_picture, show_pixels
from ui.language import _
from ui.resources import as_input, digit_network, test_set
from ui.state.own_network import network_in_use, own_network
from ui.theme import current_theme
from ui.widgets.answer import show_answer
from ui.widgets.bars import show_bars
from ui.widgets.guess import ask_guess
from ui.widgets.live import Live

SHOWN = (0, 7, 1, 18, 61, 84, 2, 4, 15, 8)
"""The test images that are read, one after the other."""


def read_another() -> None:
    """Go on to the next image, after the last to the first."""
    put("home", turn=(value_of("home", "turn") + 1) % len(SHOWN))


def _shown() -> tuple[Array, int]:
    """Return the image that is read now (28, 28), and its label."""
    images, labels = test_set()
    which = SHOWN[value_of("home", "turn")]
    return images[which], int(labels[which])


def _offer_another() -> None:
    icon = ":material/refresh:"
    st.button(_("Read another"), key="read_another", icon=icon, on_click=read_another)


def a_digit_is_read() -> Live:
    """Show the picture, the answer, and the ten probabilities that it comes from."""
    theme, network, (image, label) = current_theme(), network_in_use(), _shown()
    y = predict(network, as_input(image))
    values = {"answer": int(y.argmax()), "label": label}
    picture, bars = st.columns([4, 5], gap="medium")
    with picture:
        alt = _("A handwritten digit from the test set, 28 by 28 pixels.")
        show_pixels(activation_picture(theme, image / 255), alt, 200)
        _offer_another()
    with bars:
        revealed = ask_guess("first-answer", value_of("home", "turn"), values)
        if revealed:
            show_answer(network, as_input(image), y)
            if own := own_network():
                st.caption(_("read by {network}").format(network=own.name))
            show_bars(y)
    return Live(values, revealed=bool(revealed))


def made_of_neurons() -> None:
    """Show the picture and all neurons, each filled by what it hands on."""
    network, image = digit_network(), _shown()[0]
    trace = network.forward(as_input(image))
    strongest = [int(trace[2 * layer].value.argmax()) for layer in range(1, len(network.layers) + 1)]
    alt = _("784 pixels, then layers of 50, 100 and 10 neurons.")
    heads, moment = [str(size) for size in network.sizes], Moment(network, trace, len(trace) - 1)
    diagram = digit_diagram(current_theme(), moment, strongest, alt, heads)
    show_diagram(diagram, "all_neurons", most=26)
    _offer_another()
