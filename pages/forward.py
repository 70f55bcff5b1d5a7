"""The forward pass, step by step: what happens between the input and the answer."""

import streamlit as st

from nncore import Array, Network, input_gradient, softmax, terms
from ui.figures.network import Moment
from ui.forward.chosen_digit import Digit, choose_digit, chosen_digit
from ui.forward.guess import ask, is_hidden
from ui.forward.scene import Scene, batch_of, chosen_path, drop_misfits, fingerprint
from ui.forward.stage import show_digit, show_script, show_toy
from ui.forward.toy import editor, toy
from ui.forward.walk import (
    arrive,
    choose,
    chosen,
    controls,
    current_step,
    mirror,
    pick,
    quiet_style,
    strip,
)
from ui.forward.why import show_why
from ui.page import footer, header, try_this
from ui.sidebar import predict_first
from ui.source import show_code
from ui.state.own_network import network_in_use, own_network
from ui.theme import current_theme

NETWORKS = {"toy": "The book's network", "digit": "The digit network"}
VIEWS = {"one": "One image", "batch": "A batch of 100"}


@st.fragment
def viewer() -> None:
    """The walk itself; it redraws alone, so that a step is there at once."""
    theme = current_theme()
    which = "digit" if chosen("net") == "digit" else "toy"
    with st.container(horizontal=True, gap="medium"):
        pick("net", NETWORKS, which, _choose_network, quiet_style(theme))
        if which == "digit":
            pick("view", VIEWS, chosen("batch") or "one", _choose_view, quiet_style(theme))
    digit = chosen_digit_with_ways() if which == "digit" else None
    network, x = (network_in_use(), digit.x) if digit else toy()
    state = fingerprint(network, x)
    scene = stage(network, x, digit, state)
    mirror()
    strip(theme, scene.whole, scene.moment.step)
    controls(scene.trace, scene.moment.step, may_play=not predict_first())
    ask(scene, state)
    if digit:
        show_digit(theme, scene, digit)
        if scene.symbol == "Y" and not scene.moment.hidden:
            show_why(theme, scene)
    else:
        show_toy(theme, scene)
        editor(theme)
    show_script(scene)


def chosen_digit_with_ways() -> Digit:
    """Return the chosen picture, with the ways to another one above it."""
    digit = chosen_digit()
    choose_digit(digit)
    return digit


def stage(network: Network, x: Array, digit: Digit | None, state: int) -> Scene:
    """Run the forward pass and set the scene for the step that the address names."""
    trace = network.forward(x)
    drop_misfits(network, trace, with_neurons=digit is not None)
    whole = network.forward(batch_of(x)) if digit and chosen("batch") == "batch" else trace
    step = current_step(trace)
    moment = Moment(step, is_hidden(step, state))
    path = chosen_path(network, trace, tell_answer=not moment.hidden)
    image, own = (digit.image, own_network()) if digit else (None, None)
    return Scene(network, trace, whole, moment, path, image, own)


def _choose_network(which: str) -> None:
    choose(net="digit" if which == "digit" else None)


def _choose_view(view: str) -> None:
    choose(batch="batch" if view == "batch" else None)


header("forward")
arrive()
viewer()
show_code(Network.forward, softmax, terms, input_gradient)
try_this(
    "Stand at Y and change one weight in W1 under **Change any number**: which numbers follow, which do not?",
    "Set both weights into one hidden neuron to 0. What does it still say, and why?",
    "Take the digit network and a random mistake to Y: what spoke for the wrong answer?",
)
footer("forward")
