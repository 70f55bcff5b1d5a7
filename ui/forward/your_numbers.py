"""Change any number: the book's network with each of its numbers in a field, and the walk beside it."""

import numpy as np
import streamlit as st

from nncore import Array
from ui.forward.asking import ask, until_guessed
from ui.forward.bar import show_bar
from ui.forward.scene import toy_scene
from ui.forward.steps import code_of, name_step, show_line
from ui.forward.three_layers import SHARES, show_small_network
from ui.forward.toy import show_fields
from ui.widgets.live import Live


def your_numbers() -> Live:
    """Let the learner change every number of the network and its input, with the walk beside them."""
    scene = until_guessed(toy_scene())
    show_bar(scene)
    picture, fields = st.columns(SHARES, gap="small")
    with picture:
        show_small_network(scene)
        with st.container(key="sums"):
            name_step(scene)
            ask(scene)
    with fields:
        show_fields()
    show_line(scene)
    return Live(done={"silent-inputs": silent(scene.network["W1"])}, code=code_of(scene))


def silent(W: Array) -> bool | str:
    """Whether a neuron of the first layer has no weight but 0, or what helps."""
    if bool((W == 0).all(axis=0).any()):
        return True
    return "one-zero" if bool(np.any(W == 0)) else False
