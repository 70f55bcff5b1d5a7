"""The stage of the walk: the diagram, and beside it what is computed now, in formulas and in code."""

import numpy as np
import streamlit as st

from ui.components.diagram import show_diagram
from ui.figures.bars import probability_bars
from ui.figures.base import show_pixels
from ui.figures.batch import batch_picture, contact_sheet
from ui.figures.digits import digit_diagram
from ui.figures.network import network_diagram
from ui.forward.chosen_digit import Digit
from ui.forward.formulas import RULES, activation_line, matrix_line, shapes_line, sum_line
from ui.forward.one_neuron import (
    choose_in_diagram,
    choose_neuron,
    show_activation,
    show_sum,
    show_what_it_found,
)
from ui.forward.scene import Scene
from ui.forward.script import needs, script
from ui.forward.toy import show_book_note
from ui.theme import Theme
from ui.widgets.answer import show_answer


def show_toy(theme: Theme, scene: Scene) -> None:
    """Show the toy network, and every neuron of this step in full beside it."""
    left, right = st.columns([11, 8], gap="medium")
    with left:
        diagram = network_diagram(theme, scene.network, scene.trace, scene.moment, _alt(scene))
        show_diagram(diagram, "toy_diagram")
        _code(scene)
    with right, st.container(key="sums"):
        _head(scene)
        line = sum_line if scene.moment.adds else activation_line
        layer, hidden = scene.moment.layer, scene.moment.hidden
        for j in range(scene.network.sizes[layer] if layer else 0):
            st.markdown(line(theme, scene.network, scene.trace, layer, j, hidden=hidden))
        if not hidden:
            show_book_note(scene.symbol, scene.trace[scene.moment.step].value)


def show_digit(theme: Theme, scene: Scene, digit: Digit) -> None:
    """Show the digit network, and one neuron of this step beside it."""
    left, right = st.columns([11, 8], gap="medium")
    step, hidden = scene.moment.step, scene.moment.hidden
    with left:
        diagram = digit_diagram(theme, scene.network, scene.trace, scene.moment, scene.path, _alt(scene))
        show_diagram(diagram, "digit_diagram", choose_in_diagram)
        if scene.is_batch and not hidden:
            _show_batch(theme, scene)
        if scene.moment.adds and not hidden:
            show_what_it_found(theme, scene)
        if scene.symbol == "Y" and not hidden:
            st.altair_chart(
                probability_bars(theme, scene.trace.Y), alt="The probability of each digit, as bars"
            )
    with right, st.container(key="sums"):
        _head(scene)
        if step == 0:
            _show_input(scene, digit)
        else:
            choose_neuron(scene)
            (show_sum if scene.moment.adds else show_activation)(theme, scene)
        if step == len(scene.trace) - 1 and not hidden:
            show_answer(theme, scene.trace.Y)
        _code(scene)


def show_script(scene: Scene) -> None:
    """Offer the complete program behind the number on the screen; it is made when it is asked for."""
    place = st.expander(
        "Run it yourself: the whole program", icon=":material/terminal:", key="script", on_change="rerun"
    )
    if place.open:
        what, _ = scene.shown
        place.caption(
            f"It needs {needs(scene)}, and prints {what} as it stands above. "
            "The button in its corner copies it."
        )
        place.code(script(scene), language="python", wrap_lines=True)


def _head(scene: Scene) -> None:
    """Say what this step does, once in words and once in matrices."""
    layer, step = scene.moment.layer, scene.moment.step
    size = scene.network.sizes[layer]
    if step == 0:
        words = f"The input: {size} numbers."
    elif scene.moment.adds:
        words = f"{size} neurons add up: each input times its weight, plus the bias."
    else:
        words = f"Each sum goes through the activation function. ${RULES[scene.network.layers[layer - 1].h]}$"
    st.markdown(f"### {scene.symbol}\n{words}")
    st.markdown(matrix_line(scene.network, scene.whole, step))


def _code(scene: Scene) -> None:
    """Show the line of NumPy that ran, its shapes, and what it gave."""
    what, printed = scene.shown
    step = scene.moment.step
    lines = [scene.trace[step].formula] if step else []
    lines.append(f"# {shapes_line(scene.network, scene.whole, step)}")
    if not scene.moment.hidden:
        lines += [f"print({what})", *(f"# {line}" for line in printed.splitlines())]
    st.code("\n".join(lines), language="python", wrap_lines=True)


def _show_input(scene: Scene, digit: Digit) -> None:
    inked = int(np.count_nonzero(scene.trace["X"]))
    meant = "" if digit.label is None else f" Its writer meant **{digit.label}**."
    st.markdown(
        f"This is {digit.name}: 28 rows of 28 pixels, {inked} of them inked, one after the other.{meant}"
    )


def _show_batch(theme: Theme, scene: Scene) -> None:
    """Show the whole batch at this step, a row an image."""
    value, step = scene.whole[scene.moment.step].value, scene.moment.step
    st.markdown(f"**The whole batch: {len(value)} images at once**")
    if step == 0:
        show_pixels(contact_sheet(theme, value), "The 100 images of the batch", "stretch")
    else:
        picture = batch_picture(theme, value, adds=scene.moment.adds)
        alt = f"{scene.symbol} of the batch: a row an image, a column a neuron"
        show_pixels(picture, alt, "stretch")
    st.caption("The marked one is the picture in the diagram, with its numbers beside it.")


def _alt(scene: Scene) -> str:
    sizes = "-".join(map(str, scene.network.sizes))
    state = "still hidden" if scene.moment.hidden else "computed now"
    return f"The network {sizes} at step {scene.symbol}, {state}: neurons filled by value, wires by weight"
