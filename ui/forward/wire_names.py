"""Every wire has a name: the first layer of the book's network, with one wire and both its names."""

import streamlit as st

from nncore import Network, init_network
from ui.address import bound
from ui.address.settings import BOOK
from ui.components.diagram import show_diagram
from ui.figures.moment import Moment
from ui.figures.network_diagram import network_diagram
from ui.language import _
from ui.theme import current_theme
from ui.widgets.guess import predict_first


def wire_names() -> None:
    """Show the first layer of the book's network, with one wire and both its names."""
    with st.container(horizontal=True):
        origin = st.segmented_control(_("From input"), **bound("forward", "from"), required=True) or 2
        goal = st.segmented_control(_("To neuron"), **bound("forward", "to"), required=True) or 1
    network, i, j = init_network(), origin - 1, goal - 1
    first, W = Network(network.layers[:1]), network["W1"]
    trace = network.forward(BOOK["X"])
    moment = Moment(first, trace, 1, hidden=predict_first())  # what the walk asks for is not given away here
    alt = _("The first layer; the wire from input {origin} to neuron {goal} is marked")
    alt = alt.format(origin=origin, goal=goal)
    show_diagram(network_diagram(current_theme(), moment, alt, (i, j)), "names_diagram", most=21)
    st.markdown(f"$w^{{(1)}}_{{{goal}{origin}}}$ = `W1[{i}, {j}]` = {W[i, j]:g}")
