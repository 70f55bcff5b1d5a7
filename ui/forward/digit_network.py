"""The digit network: the walk of one picture through it, and of a hundred pictures at once."""

from collections.abc import Callable

import numpy as np
import streamlit as st

from nncore import ACTIVATIONS, Network, terms
from ui.components.diagram import show_diagram
from ui.figures.batch_picture import batch_picture, contact_sheet
from ui.figures.digit_diagram import digit_diagram
from ui.figures.pixels import show_pixels
from ui.forward.asking import ask, until_guessed
from ui.forward.bar import show_bar
from ui.forward.chosen_digit import choose_digit, is_mistake
from ui.forward.one_neuron import choose_in_diagram, show_activation, show_total
from ui.forward.scene import BATCH, Scene, digit_scene
from ui.forward.step_view import described, name_step, offer_program, show_line
from ui.forward.walk import chosen
from ui.resources import digit_network as ours
from ui.theme import current_theme
from ui.widgets.answer import show_answer
from ui.widgets.guess import predict_first
from ui.widgets.live import Live

SHARES = (3, 2)


def digit_network() -> Live:
    """Show the walk of a picture through the digit network."""
    choose_digit()
    scene = until_guessed(digit_scene())
    show_bar(scene)
    picture, sums = st.columns(SHARES, gap="small")
    with picture:
        _show_network(scene)
    with sums.container(key="sums"):
        name_step(scene)
        ask(scene)
        _show_numbers(scene)
    show_line(scene)
    offer_program(scene)
    inputs, neurons = ours().sizes[:2]
    weights = inputs * neurons
    return Live(
        values={
            "in_use": "-".join(map(str, scene.network.sizes)),
            "inked": int(np.count_nonzero(scene.trace["X"])),
            "first_layer_parameters": weights + neurons,
        },
        seen=[*(["also-input"] if scene.moment.step == 0 else []), *(["also-yours"] if scene.own else [])],
        done={"see-a-mistake": mistake_seen(scene)},
        mistakes={
            "count-first-layer": {
                "weights-only": weights,
                "one-neuron": inputs + 1,
                "inputs-biased": weights + inputs,
            }
        },
        revealed=not scene.moment.hidden,
        code=digit_code(scene),
    )


def _show_network(scene: Scene) -> None:
    """Show the diagram, where a neuron is chosen by a click."""
    alt, theme = described(scene), current_theme()
    diagram = digit_diagram(theme, scene.network, scene.trace, scene.moment, scene.path, alt)
    show_diagram(diagram, "digit_diagram", choose_in_diagram)


def _show_numbers(scene: Scene) -> None:
    """Show what the marked neuron does at this step; at the input what the writer meant, at Y the answer."""
    theme, hidden = current_theme(), scene.moment.hidden
    if scene.moment.step:
        (show_total if scene.moment.adds else show_activation)(theme, scene)
    if scene.symbol == "Y" and not hidden:
        show_answer(theme, scene.network, scene.trace["X"], scene.trace.Y)
    tells = (scene.moment.step == 0 and not predict_first()) or scene.at_end
    if tells and scene.digit and scene.digit.label is not None:
        st.markdown(f"Its writer meant **{scene.digit.label}**.")


def digit_code(scene: Scene) -> list[Callable[..., object]]:
    """Return what ran for this step: the pass, then what took a sum apart or bent it."""
    if scene.moment.step == 0:
        return [Network.forward]
    h = scene.network.layers[scene.moment.layer - 1].h
    return [Network.forward, terms if scene.moment.adds else ACTIVATIONS[h]]


def mistake_seen(scene: Scene) -> bool | str:
    """Whether a picture that is read wrongly was walked to the answer, or what helps."""
    if scene.digit and is_mistake(scene.network, scene.digit):
        return True if scene.at_end else "not-at-y"
    return "not-a-mistake" if scene.at_end or chosen("of") is not None else False


def many_at_once() -> Live:
    """Show a batch at a step of the walk: a row an image, the chosen picture first."""
    choose_digit()
    scene = until_guessed(digit_scene(batch=True))
    show_bar(scene)
    picture, sums = st.columns(SHARES, gap="small")
    with picture.container(key="batch"):
        if not scene.moment.hidden:
            _show_batch(scene)
    with sums.container(key="sums"):
        name_step(scene)
        ask(scene)
    show_line(scene)
    offer_program(scene)
    return Live(values={"batch": BATCH}, revealed=not scene.moment.hidden, code=[Network.forward])


def _show_batch(scene: Scene) -> None:
    """Show all numbers of the batch at this step as colours."""
    value, theme = scene.whole[scene.moment.step].value, current_theme()
    if scene.moment.step == 0:
        show_pixels(contact_sheet(theme, value), "The 100 images of the batch", "stretch")
        return
    picture = batch_picture(theme, value, adds=scene.moment.adds)
    show_pixels(picture, f"{scene.symbol} of the batch: a row an image, a column a neuron", "stretch")
