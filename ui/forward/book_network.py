"""The book's network: the walk through it, the names of its wires, and any of its numbers changed."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import streamlit as st

from nncore import ACTIVATIONS, Array, Network, init_network
from ui.address import bound
from ui.components.diagram import show_diagram
from ui.figures.network_diagram import Moment, network_diagram
from ui.forward.asking import ask, until_guessed
from ui.forward.bar import show_bar, walk_style
from ui.forward.formulas import activation_line, sum_line
from ui.forward.forward_state import forward_state
from ui.forward.scene import Scene, toy_scene
from ui.forward.step_view import described, name_step, offer_program, show_line
from ui.forward.toy import BOOK, show_book_note, show_fields
from ui.forward.walk import choose, chosen
from ui.theme import current_theme
from ui.widgets.guess import predict_first
from ui.widgets.live import Live

SYMBOLS = {"X", "A1", "Z1", "A2", "Z2", "A3", "Y"}
SHARES = (4, 3)
"""How wide the diagram is, and what stands beside it."""


def three_layers() -> Live:
    """Show the walk through the small network: the diagram, and each neuron's line beside it."""
    scene = until_guessed(toy_scene())
    show_bar(scene)
    picture, sums = st.columns(SHARES, gap="small")
    with picture:
        _show_network(scene)
    with sums.container(key="sums"):
        name_step(scene)
        ask(scene)
        _show_neurons(scene)
    show_line(scene)
    if not scene.moment.hidden:
        show_book_note(scene.symbol, scene.trace[scene.moment.step].value)
    offer_program(scene)
    return Live(
        values={"a1_second": 0.7},
        done={"walk-to-the-end": walked(scene)},
        mistakes={"second-neuron": _mistaken_sums()},
        revealed=not scene.moment.hidden,
        code=_code_of(scene),
    )


def _show_network(scene: Scene) -> None:
    """Show the diagram, where a neuron is chosen by a click and left by another one."""
    theme, trace, alt, one = current_theme(), scene.trace, described(scene), _alone(scene)
    diagram = network_diagram(theme, scene.network, trace, scene.moment, alt, chosen=one, picks=True)
    show_diagram(diagram, "toy_diagram", _choose_or_leave)


def _alone(scene: Scene) -> int | None:
    """Return the neuron of this step's layer that is looked at alone, if one is."""
    layer, _, neuron = (chosen("alone") or "").partition(" ")
    return int(neuron) if layer == str(scene.moment.layer) else None


def _choose_or_leave(part: str) -> None:
    choose(alone=None if chosen("alone") == part else part)


def _show_neurons(scene: Scene) -> None:
    """Write out what each neuron does at this step, or the one that is looked at alone."""
    layer, one, theme = scene.moment.layer, _alone(scene), current_theme()
    line = sum_line if scene.moment.adds else activation_line
    neurons = range(scene.network.sizes[layer] if layer else 0)
    lines = [
        line(theme, scene.network, scene.trace, layer, j, hidden=scene.moment.hidden)
        for j in neurons
        if one in (None, j)
    ]
    st.markdown("\n\n".join(lines))


def _code_of(scene: Scene) -> list[Callable[..., object]]:
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


def _mistaken_sums() -> dict[str, float | list[float]]:
    """Return what comes of mistakes in the sum of the second neuron of layer 1, which is 0.7."""
    x, W, b = BOOK["X"], BOOK["W1"], BOOK["b1"]
    return {
        "forgot-bias": float(x @ W[:, 1]),
        "wrong-row": [float(x @ row[:2] + b[1]) for row in W],
        "input-ignored": float(W[:, 1].sum() + b[1]),
    }


def wire_names() -> Live:
    """Show the first layer of the book's network, with one wire and both its names."""
    with st.container(horizontal=True):
        origin = st.segmented_control("From input", **bound("forward", "from"), required=True) or 2
        goal = st.segmented_control("To neuron", **bound("forward", "to"), required=True) or 1
    network, i, j = init_network(), origin - 1, goal - 1
    moment = Moment(1, hidden=predict_first())  # what the walk asks for is not given away here
    alt = f"The first layer; the wire from input {origin} to neuron {goal} is marked"
    trace = network.forward(BOOK["X"])
    walk_style()
    first = Network(network.layers[:1])
    diagram = network_diagram(current_theme(), first, trace, moment, alt, named=(i, j))
    show_diagram(diagram, "names_diagram")
    W = network["W1"]
    st.markdown(f"$w^{{(1)}}_{{{goal}{origin}}}$ = `W1[{i}, {j}]` = {W[i, j]:g}")
    return Live(
        values={"w_1_21": float(W[0, 1])},
        mistakes={"name-to-number": {"swapped": float(W[1, 0]), "counted-from-zero": float(W[1, 2])}},
    )


def your_numbers() -> Live:
    """Let the learner change every number of the network and its input, with the walk beside them."""
    scene = until_guessed(toy_scene())
    show_bar(scene)
    picture, fields = st.columns(SHARES, gap="small")
    with picture:
        _show_network(scene)
        with st.container(key="sums"):
            name_step(scene)
            ask(scene)
    with fields:
        show_fields()
    show_line(scene)
    W, sizes = scene.network["W1"], scene.network.sizes
    biases = sum(sizes[1:])
    weights = sum(before * after for before, after in pairwise(sizes))
    return Live(
        values={"toy_parameters": weights + biases},
        done={"silent-inputs": silent(W)},
        mistakes={"count-parameters": {"weights-only": weights, "neurons-only": biases}},
        code=_code_of(scene),
    )


def silent(W: Array) -> bool | str:
    """Whether a neuron of the first layer has no weight but 0, or what helps."""
    if bool((W == 0).all(axis=0).any()):
        return True
    return "one-zero" if bool(np.any(W == 0)) else False
