"""The beats of the book's network: the walk, the names of its wires, and any number changed."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import streamlit as st

from nncore import ACTIVATIONS, Array, Network, init_network
from ui.address import only_beat
from ui.components.diagram import show_diagram
from ui.components.inside import CELL
from ui.components.markup import css, style
from ui.figures.network_diagram import Moment, network_diagram
from ui.forward.asking import ask
from ui.forward.bar import show_bar
from ui.forward.forward_state import forward_state
from ui.forward.scene import Scene
from ui.forward.step_view import described, show_script, show_toy
from ui.forward.toy import BOOK, show_fields
from ui.forward.walk import go
from ui.sidebar import predict_first
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.lesson import Live

SYMBOLS = {"X", "A1", "Z1", "A2", "Z2", "A3", "Y"}
IN_SIGHT = """
$cell:has(.st-key-numbers_diagram) {
  position: sticky; top: 3.5rem; align-self: flex-start; z-index: 2; background: $paper}
"""
"""The drawing stays in sight while one changes the numbers beside or below it."""


def three_layers(scene: Scene) -> Live:
    """Show the walk through the small network."""
    show_bar(scene)
    show_toy(current_theme(), scene)
    show_code(*toy_code(scene), key="walk")
    show_script(scene)
    book, x = init_network(), BOOK["X"]
    W, b = book["W1"], book["b1"]
    rows = (W[i, :2] for i in range(2))
    return Live(
        values={"a1_second": float(book.forward(x)["A1"][1])},
        done={"walk-to-the-end": walked(scene)},
        mistakes={
            "second-neuron": {
                "forgot-bias": float(x @ W[:, 1]),
                "wrong-row": [float(x @ row + b[1]) for row in rows],
                "input-ignored": float(W[:, 1].sum() + b[1]),
            }
        },
        revealed=not scene.moment.hidden,
    )


def toy_code(scene: Scene) -> list[Callable[..., object]]:
    """Return what ran for this step: the forward pass, and the function that bends the sums."""
    h = scene.network.layers[scene.moment.layer - 1].h
    bends = scene.moment.step > 0 and not scene.moment.adds
    return [Network.forward, *([ACTIVATIONS[h]] if bends else [])]


def walked(scene: Scene) -> bool | str:
    """Whether the learner has been at every step and is at the end, or what helps."""
    state = forward_state()
    if not scene.moment.hidden:
        state.walked |= {scene.symbol}
    if scene.at_end and state.walked == SYMBOLS:
        return True
    return "on-the-way" if len(state.walked) > 1 else False


def wire_names(_: Scene) -> Live:
    """Show the first layer of the book's network, with the wire from input 2 to neuron 1 marked."""
    network = init_network()
    moment = Moment(1, hidden=predict_first())  # what the first beat asks for is not given away here
    alt = "The first layer; the wire from input 2 to neuron 1 is marked"
    with st.container(width=560):
        trace = network.forward(BOOK["X"])
        diagram = network_diagram(current_theme(), network, trace, moment, alt, named=(1, 0))
        show_diagram(diagram, "names_diagram")
    W = network["W1"]
    return Live(
        values={"w_1_21": float(W[0, 1])},
        mistakes={"name-to-number": {"swapped": float(W[1, 0]), "counted-from-zero": float(W[1, 2])}},
    )


def your_numbers(scene: Scene) -> Live:
    """Let the learner change every number, with the network beside it; by itself with the walk."""
    alone = bool(only_beat("forward"))
    if alone:
        show_bar(scene)
        ask(scene)
    icon = ":material/tune:"
    place = st.expander("Change any number", alone, icon=icon, key="editor", on_change="rerun")
    if place.open:  # closed, it is empty: 25 fields would slow down every step
        with place:
            _edit(scene, alone=alone)
    W, sizes = scene.network["W1"], scene.network.sizes
    biases = sum(sizes[1:])
    weights = sum(before * after for before, after in pairwise(sizes))
    return Live(
        values={"toy_parameters": weights + biases},
        done={"silent-inputs": silent(W)},
        mistakes={"count-parameters": {"weights-only": weights, "neurons-only": biases}},
    )


def _edit(scene: Scene, *, alone: bool) -> None:
    theme = current_theme()
    style(css(IN_SIGHT, cell=CELL, paper=theme.paper))
    picture, fields = st.columns([9, 10], gap="medium")
    with picture:
        diagram = network_diagram(theme, scene.network, scene.trace, scene.moment, described(scene))
        show_diagram(diagram, "numbers_diagram")
        if not alone and scene.symbol != "Y":
            st.button("Stand at Y", key="stand_at_y", icon=":material/last_page:", on_click=go, args=("Y",))
    with fields:
        show_fields(theme)


def silent(W: Array) -> bool | str:
    """Whether a neuron of the first layer has no weight but 0, or what helps."""
    if bool((W == 0).all(axis=0).any()):
        return True
    return "one-zero" if bool(np.any(W == 0)) else False
