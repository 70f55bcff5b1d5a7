"""A step of a walk, in words, formulas and code, whichever network is walked."""

from collections.abc import Callable

import streamlit as st

from nncore import ACTIVATIONS, Network, terms
from ui.forward.asking import ask
from ui.forward.bar import show_bar
from ui.forward.formulas import RULES, shapes_line
from ui.forward.program import IN_PYTORCH, notebook, script
from ui.forward.scene import Scene
from ui.language import _


def show_walk(
    scene: Scene, show: Callable[[Scene], None], tell: Callable[[Scene], None], shares: tuple[int, int]
) -> None:
    """Show the walk: its bar, what a section shows at this step beside the words, and the line that ran."""
    show_bar(scene)
    picture, sums = st.columns(shares, gap="small")
    with picture:
        show(scene)
    with sums.container(key="sums"):
        name_step(scene)
        ask(scene)
        tell(scene)
    show_line(scene)
    _offer_program(scene)


def name_step(scene: Scene) -> None:
    """Name the step, and say in words what it does."""
    st.markdown(f"## {scene.symbol}\n\n{_what_happens(scene)}", anchors=False)


def _what_happens(scene: Scene) -> str:
    layer, size = scene.layer, scene.network.sizes[scene.layer]
    if scene.adds:
        return _("{size} neurons add up: inputs times weights, plus the bias.").format(size=size)
    if scene.step:
        rule = f"${RULES[scene.network.layers[layer - 1].h]}$"
        return _("Each sum goes through the activation: {rule}").format(rule=rule)
    if scene.digit is None:
        return _("The input: {size} numbers.").format(size=size)
    if scene.is_batch:
        text = _("The input: {count} pictures of {size} numbers.")
        return text.format(count=len(scene.whole["X"]), size=size)
    if scene.digit.number is None:
        text = _("This is your drawing: {size} numbers, 28 rows of 28 pixels, one after the other.")
        return text.format(size=size)
    text = _("This is test image {number}: {size} numbers, 28 rows of 28 pixels, one after the other.")
    return text.format(number=scene.digit.number, size=size)


def show_line(scene: Scene) -> None:
    """Show the line of NumPy that ran, its shapes, and what it gave."""
    (what, printed), step = scene.shown, scene.step
    lines = [f"{scene.trace[step].formula}  # {shapes_line(scene.network, scene.whole, step)}"]
    if not scene.hidden:
        lines.append(f"print({what})  # {printed}")
    st.code("\n".join(lines), language="python", wrap_lines=True)


def _offer_program(scene: Scene) -> None:
    """Offer the complete program behind the number on the screen; it is made when it is asked for."""
    label, icon = _("Run it yourself"), ":material/terminal:"
    place = st.popover(label, icon=icon, type="tertiary", key="script", on_change="rerun")
    if place.open:
        words = _("It prints {what} as it stands above.").format(what=scene.shown[0])
        program = script(scene)
        place.caption(words)
        place.code(program, language="python", wrap_lines=True)
        with place.container(horizontal=True):
            _save(_("Save the script"), program, "text/x-python", "py")
            _save(_("Save as a notebook"), notebook(program, words), "application/x-ipynb+json", "ipynb")
        if scene.digit and not scene.own:
            place.caption(_("The same network in PyTorch, which reads the first ten test images with it:"))
            place.code(IN_PYTORCH, language="python", wrap_lines=True)


def _save(name: str, text: str, kind: str, ending: str) -> None:
    file, icon = f"forward-pass.{ending}", ":material/download:"
    st.download_button(name, text, file, kind, icon=icon, on_click="ignore")


def described(scene: Scene) -> str:
    """Return what the diagram shows, for those who cannot see it."""
    text = _("The network {sizes} at step {step}, computed now: neurons filled by value, wires by weight")
    if scene.hidden:
        text = _("The network {sizes} at step {step}, still hidden: neurons filled by value, wires by weight")
    return text.format(sizes="-".join(map(str, scene.network.sizes)), step=scene.symbol)


def code_of(scene: Scene) -> list[Callable[..., object]]:
    """Return the functions that ran for this step: the pass, then the activation or the terms of a sum."""
    if scene.adds:
        return [Network.forward, *([terms] if scene.digit else [])]
    if scene.step == 0:
        return [Network.forward]
    return [Network.forward, ACTIVATIONS[scene.network.layers[scene.layer - 1].h]]
