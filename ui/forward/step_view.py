"""A step of the walk: the diagram, and beside it what is computed now, in formulas and in code."""

import numpy as np
import streamlit as st

from ui.components.diagram import show_diagram
from ui.components.inside import ROW, Place
from ui.components.markup import css, style
from ui.figures.batch_picture import batch_picture, contact_sheet
from ui.figures.digit_diagram import digit_diagram
from ui.figures.network_diagram import network_diagram
from ui.figures.pixels import show_pixels
from ui.forward.asking import ask
from ui.forward.formulas import RULES, activation_line, matrix_line, shapes_line, sum_line
from ui.forward.one_neuron import (
    choose_in_diagram,
    choose_neuron,
    choose_or_leave,
    chosen_of_few,
    show_activation,
    show_sum,
    show_what_it_found,
)
from ui.forward.pytorch_program import PROGRAM
from ui.forward.scene import Scene
from ui.forward.script import needs, script
from ui.forward.toy import show_book_note
from ui.numbers import grouped
from ui.sidebar import predict_first
from ui.theme import Theme
from ui.widgets.answer import show_answer
from ui.widgets.bars import show_bars

SHARES = (11, 8)
"""How wide the diagram is, and what stands beside it."""
STEP_LOOK = css(
    """
.st-key-step-view {--diagram-most: max(250px, calc(100svh - 400px))}
.st-key-sums h3 {padding: 0; margin: 0 0 1rem; min-width: 2.2rem}
.st-key-sums td {border-bottom: 1px solid rgb(128 128 128 / .15)}
.st-key-sums table {font-size: .875rem; line-height: 1.4}
@media (min-width: 1500px) and (min-height: 1000px) {
  .st-key-sums table {font-size: 1.25rem}
  .st-key-sums .katex {font-size: 1.5em}
}
@media (max-width: 640px) {
  .st-key-net button {min-height: 2rem}
  [class*=st-key-beat-]:has(> * .st-key-step-view) > :first-child h2 {padding: 0 0 .5rem}
  .st-key-step-view {margin-top: -.5rem}
  .st-key-step-view.st-key-step-view $row {gap: .25rem}
  .st-key-sums {gap: .25rem}
  .st-key-sums .katex {font-size: 1em}
  .st-key-sums tr:last-child {position: sticky; bottom: 0}
}
""",
    row=ROW,
)
"""How a step looks: its diagram leaves room on the screen for the bar above it; on a phone the total of a
long sum stays at the window's lower edge."""


def show_toy(theme: Theme, scene: Scene) -> None:
    """Show the toy network, and every neuron of this step in full beside it."""
    layer, hidden = scene.moment.layer, scene.moment.hidden
    left, right = _places()
    with left:
        alt, one = described(scene), chosen_of_few(scene)
        diagram = network_diagram(
            theme, scene.network, scene.trace, scene.moment, alt, chosen=one, picks=True
        )
        show_diagram(diagram, "toy_diagram", choose_or_leave)
    with right:
        _head(scene)
        ask(scene)
        line = sum_line if scene.moment.adds else activation_line
        for j in range(scene.network.sizes[layer] if layer else 0):
            if one not in (None, j):
                style(css(".st-key-line-$j {opacity: .4}", j=str(j)))
            with st.container(key=f"line-{j}"):
                st.markdown(line(theme, scene.network, scene.trace, layer, j, hidden=hidden))
    left, right = st.columns(SHARES, gap="medium")
    with left:
        _explain(scene)
        if not hidden:
            show_book_note(scene.symbol, scene.trace[scene.moment.step].value)
    with right:
        _code(scene)


def show_digit(theme: Theme, scene: Scene) -> None:
    """Show the digit network, and one neuron of this step beside it."""
    step, hidden = scene.moment.step, scene.moment.hidden
    left, right = _places()
    with left:
        alt = described(scene)
        diagram = digit_diagram(theme, scene.network, scene.trace, scene.moment, scene.path, alt)
        show_diagram(diagram, "digit_diagram", choose_in_diagram)
    with right:
        _head(scene)
        ask(scene)
        if scene.symbol == "Y" and not hidden:
            _show_answer(theme, scene)
        if step:
            (show_sum if scene.moment.adds else show_activation)(theme, scene)
        else:
            _show_input(scene)
    left, right = st.columns(SHARES, gap="medium")
    with left:
        if step:
            choose_neuron(scene)
        _show_more(theme, scene)
    with right:
        _explain(scene)
        _code(scene)


def _places() -> tuple[Place, Place]:
    """Return the place for the diagram, and beside it the one for what is computed now."""
    with st.container(key="step-view"):
        left, right = st.columns(SHARES, gap="medium")
    return left, right.container(key="sums", gap="small")


def _show_more(theme: Theme, scene: Scene) -> None:
    """Show what else there is to see at a step: what a neuron looks for, the batch, all probabilities."""
    hidden = scene.moment.hidden
    if scene.moment.adds:
        show_what_it_found(theme, scene)
    if scene.symbol == "Y" and not hidden:
        show_bars(theme, scene.trace.Y)
    if scene.is_batch and not hidden:
        _show_batch(theme, scene)


def _show_answer(theme: Theme, scene: Scene) -> None:
    """Show the answer, and beside it what the writer meant."""
    show_answer(theme, scene.network, scene.trace["X"], scene.trace.Y)
    if scene.digit and scene.digit.label is not None:
        st.markdown(f"Its writer meant **{scene.digit.label}**.")


def show_script(scene: Scene) -> None:
    """Offer the complete program behind the number on the screen; it is made when it is asked for."""
    place = st.expander(
        "Run it yourself: the whole program", icon=":material/terminal:", key="script", on_change="rerun"
    )
    if place.open:
        what, _ = scene.shown
        place.caption(f"It needs {needs(scene)}, and prints {what} as it stands above.")
        place.code(script(scene), language="python", wrap_lines=True)
        if scene.digit and not scene.own:
            place.caption("The same network in PyTorch, which reads the first ten test images with it:")
            place.code(PROGRAM, language="python", wrap_lines=True)


def _head(scene: Scene) -> None:
    """Name the step, and write it in matrices; of the input say how many numbers it has."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"### {scene.symbol}", width="content", anchors=False)
        if scene.moment.step:
            st.markdown(matrix_line(scene.network, scene.whole, scene.moment.step), width="content")
        else:
            numbers = f"{scene.network.sizes[0]} numbers"
            told = f"{len(scene.whole['X'])} pictures of {numbers}" if scene.is_batch else numbers
            st.markdown(f"The input: {told}.", width="content")


def _explain(scene: Scene) -> None:
    """Say in words what the step does."""
    layer, step = scene.moment.layer, scene.moment.step
    size = scene.network.sizes[layer]
    if scene.moment.adds:
        st.caption(f"{size} neurons add up: each input times its weight, plus the bias.")
    elif step:
        rule = RULES[scene.network.layers[layer - 1].h]
        st.caption(f"Each sum goes through the activation function. ${rule}$")


def _code(scene: Scene) -> None:
    """Show the line of NumPy that ran, its shapes, and what it gave."""
    what, printed = scene.shown
    step = scene.moment.step
    lines = [scene.trace[step].formula] if step else []
    lines.append(f"# {shapes_line(scene.network, scene.whole, step)}")
    if not scene.moment.hidden:
        lines += [f"print({what})", *(f"# {line}" for line in printed.splitlines())]
    st.code("\n".join(lines), language="python", wrap_lines=True)
    if scene.digit and step == 0:
        count = np.count_nonzero(scene.whole["X"])
        st.caption(f"So many of the numbers are not 0: {grouped(int(count))}.")


def _show_input(scene: Scene) -> None:
    """Say which picture it is; what its writer meant only if nobody is to guess it."""
    if scene.digit:
        known = scene.digit.label is not None and not predict_first()
        meant = f" Its writer meant **{scene.digit.label}**." if known else ""
        st.markdown(f"This is {scene.digit.name}: 28 rows of 28 pixels, one after the other.{meant}")


def _show_batch(theme: Theme, scene: Scene) -> None:
    """Show the whole batch at this step, a row an image."""
    value, step = scene.whole[scene.moment.step].value, scene.moment.step
    st.markdown(f"The whole batch: {len(value)} images at once")
    if step == 0:
        show_pixels(contact_sheet(theme, value), "The 100 images of the batch", "stretch")
    else:
        picture = batch_picture(theme, value, adds=scene.moment.adds)
        alt = f"{scene.symbol} of the batch: a row an image, a column a neuron"
        show_pixels(picture, alt, "stretch")
    st.caption("The marked one is the picture in the diagram, with its numbers beside it.")


def described(scene: Scene) -> str:
    """Return what the diagram shows, for those who cannot see it."""
    sizes = "-".join(map(str, scene.network.sizes))
    state = "still hidden" if scene.moment.hidden else "computed now"
    return f"The network {sizes} at step {scene.symbol}, {state}: neurons filled by value, wires by weight"
