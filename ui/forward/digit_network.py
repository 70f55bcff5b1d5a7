"""The digit network: the walk of one picture through it."""

import numpy as np
import streamlit as st

from ui.address import put, value_of
from ui.components.diagram import show_diagram
from ui.figures.digit_diagram import digit_diagram
from ui.forward.asking import until_guessed
from ui.forward.chosen_digit import choose_digit, is_mistake
from ui.forward.formulas import activation_line, total_line
from ui.forward.scene import Scene, digit_scene
from ui.forward.steps import code_of, described, show_walk
from ui.language import _
from ui.theme import current_theme
from ui.widgets.answer import show_answer
from ui.widgets.guess import predict_first
from ui.widgets.live import Live

SHARES = (3, 2)


def digit_network() -> Live:
    """Show the walk of a picture through the digit network."""
    choose_digit()
    scene = until_guessed(digit_scene())
    show_walk(scene, _show_network, _show_numbers, SHARES)
    return Live(
        values={
            "in_use": "-".join(map(str, scene.network.sizes)),
            "inked": int(np.count_nonzero(scene.trace["X"])),
        },
        seen=[*(["also-input"] if scene.step == 0 else []), *(["also-yours"] if scene.own else [])],
        done={"see-a-mistake": _mistake_seen(scene)},
        revealed=not scene.hidden,
        code=code_of(scene),
    )


def _show_network(scene: Scene) -> None:
    """Show the diagram, where a neuron is chosen by a click."""
    alt, theme = described(scene), current_theme()
    diagram = digit_diagram(theme, scene, scene.path, alt)
    show_diagram(diagram, "digit_diagram", _choose_neuron, 21)


def _choose_neuron(part: str) -> None:
    """Look at the neuron that was clicked in the diagram, named by its layer and number."""
    layer, index = part.split()
    put("forward", **{f"n{layer}": int(index)})


def _show_numbers(scene: Scene) -> None:
    """Show what the marked neuron does at this step; at the input what the writer meant, at Y the answer."""
    theme, hidden, layer, k = current_theme(), scene.hidden, scene.layer, scene.neuron
    if scene.adds:
        st.markdown(total_line(theme, scene.trace, layer, k, hidden=hidden))
    elif layer:
        line = activation_line(theme, scene.network, scene.trace, layer, k, hidden=hidden, indexed=True)
        st.markdown(line)
    if scene.symbol == "Y" and not hidden:
        show_answer(scene.network, scene.trace["X"], scene.trace.Y)
    tells = (scene.step == 0 and not predict_first()) or scene.at_end
    if tells and scene.digit and scene.digit.label is not None:
        st.markdown(_("Its writer meant **{digit}**.").format(digit=scene.digit.label))


def _mistake_seen(scene: Scene) -> bool | str:
    """Whether a picture that is read wrongly was walked to the answer, or what helps."""
    if scene.digit and is_mistake(scene.network, scene.digit):
        return True if scene.at_end else "not-at-y"
    return "not-a-mistake" if scene.at_end or value_of("forward", "of") != "drawing" else False
