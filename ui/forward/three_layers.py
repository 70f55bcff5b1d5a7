"""The walk through the book's network: the diagram, and each neuron's line beside it."""

import streamlit as st

from ui.address import put, value_of
from ui.components.diagram import show_diagram
from ui.figures.network_diagram import network_diagram
from ui.forward.asking import until_guessed
from ui.forward.formulas import activation_line, sum_line
from ui.forward.scene import Scene, toy_scene
from ui.forward.steps import code_of, described, show_walk
from ui.forward.toy import show_book_note
from ui.forward.walk import forward_state
from ui.theme import current_theme
from ui.widgets.live import Live

SHARES = (4, 3)
"""How wide the diagram is, and what stands beside it."""


def three_layers() -> Live:
    """Show the walk through the small network: the diagram, and each neuron's line beside it."""
    scene = until_guessed(toy_scene())
    show_walk(scene, show_small_network, _show_neurons, SHARES)
    return Live(
        done={"walk-to-the-end": _walked(scene)},
        revealed=not scene.hidden,
        code=code_of(scene),
    )


def show_small_network(scene: Scene) -> None:
    """Show the diagram, where a neuron is chosen by a click and left by another one."""
    theme, alt, one = current_theme(), described(scene), _alone(scene)
    diagram = network_diagram(theme, scene, alt, chosen=one, picks=True)
    show_diagram(diagram, "toy_diagram", _choose_or_leave, 21)


def _alone(scene: Scene) -> int | None:
    """Return the neuron of this step's layer that is looked at alone, if one is."""
    layer, _space, neuron = (value_of("forward", "alone") or "").partition(" ")
    return int(neuron) if layer == str(scene.layer) else None


def _choose_or_leave(part: str) -> None:
    put("forward", alone=None if value_of("forward", "alone") == part else part)


def _show_neurons(scene: Scene) -> None:
    """Write out what each neuron does at this step, or the one that is looked at alone."""
    layer, one, theme = scene.layer, _alone(scene), current_theme()
    line, hidden = sum_line if scene.adds else activation_line, scene.hidden
    neurons = range(scene.network.sizes[layer] if layer else 0) if one is None else [one]
    st.markdown(
        "\n\n".join(line(theme, scene.network, scene.trace, layer, j, hidden=hidden) for j in neurons)
    )
    if not hidden:
        show_book_note(scene.symbol, scene.trace[scene.step].value)


def _walked(scene: Scene) -> bool | str:
    """Whether the learner has been at every step and is at the end, or what helps."""
    state = forward_state()
    if not scene.hidden:
        state.walked |= {scene.symbol}
    if scene.at_end and state.walked.issuperset(scene.trace.symbols):
        return True
    return "on-the-way" if len(state.walked) > 1 else False
