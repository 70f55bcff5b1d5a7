"""A step of a walk, in words, formulas and code, whichever network is walked."""

import streamlit as st

from ui.forward.formulas import RULES, shapes_line
from ui.forward.notebook import notebook
from ui.forward.pytorch_program import PROGRAM
from ui.forward.scene import Scene
from ui.forward.script import needs, script


def name_step(scene: Scene) -> None:
    """Name the step, and say in words what it does."""
    st.markdown(f"## {scene.symbol}\n\n{_what_happens(scene)}", anchors=False)


def _what_happens(scene: Scene) -> str:
    layer, size = scene.moment.layer, scene.network.sizes[scene.moment.layer]
    if scene.moment.adds:
        return f"{size} neurons add up: inputs times weights, plus the bias."
    if scene.moment.step:
        return f"Each sum goes through the activation: ${RULES[scene.network.layers[layer - 1].h]}$"
    if scene.digit is None:
        return f"The input: {size} numbers."
    picture = f"This is {scene.digit.name}: {size} numbers, 28 rows of 28 pixels, one after the other."
    return f"The input: {len(scene.whole['X'])} pictures of {size} numbers." if scene.is_batch else picture


def show_line(scene: Scene) -> None:
    """Show the line of NumPy that ran, its shapes, and what it gave."""
    (what, printed), step = scene.shown, scene.moment.step
    lines = [f"{scene.trace[step].formula}  # {shapes_line(scene.network, scene.whole, step)}"]
    if not scene.moment.hidden:
        lines.append(f"print({what})  # {printed}")
    st.code("\n".join(lines), language="python", wrap_lines=True)


def offer_program(scene: Scene) -> None:
    """Offer the complete program behind the number on the screen; it is made when it is asked for."""
    icon = ":material/terminal:"
    place = st.popover("Run it yourself", icon=icon, type="tertiary", key="script", on_change="rerun")
    if place.open:
        what, _ = scene.shown
        words, program = f"It needs {needs(scene)}, and prints {what} as it stands above.", script(scene)
        place.caption(words)
        place.code(program, language="python", wrap_lines=True)
        with place.container(horizontal=True):
            _save("Save the script", program, "text/x-python", "py")
            _save("Save as a notebook", notebook(program, words), "application/x-ipynb+json", "ipynb")
        if scene.digit and not scene.own:
            place.caption("The same network in PyTorch, which reads the first ten test images with it:")
            place.code(PROGRAM, language="python", wrap_lines=True)


def _save(name: str, text: str, kind: str, ending: str) -> None:
    st.download_button(
        name, text, f"forward-pass.{ending}", kind, icon=":material/download:", on_click="ignore"
    )


def described(scene: Scene) -> str:
    """Return what the diagram shows, for those who cannot see it."""
    sizes = "-".join(map(str, scene.network.sizes))
    state = "still hidden" if scene.moment.hidden else "computed now"
    return f"The network {sizes} at step {scene.symbol}, {state}: neurons filled by value, wires by weight"
