"""Many images at once: a hundred pictures on the walk, a row each, the chosen one first."""

import streamlit as st

from nncore import Network
from ui.figures.batch_picture import batch_picture, contact_sheet
from ui.figures.pixels import show_pixels
from ui.forward.chosen_digit import choose_digit
from ui.forward.digit_network import SHARES
from ui.forward.scene import BATCH, Scene, digit_scene
from ui.forward.steps import show_walk
from ui.language import _
from ui.theme import current_theme
from ui.widgets.live import Live


def many_at_once() -> Live:
    """Show a batch at a step of the walk: a row an image, the chosen picture first."""
    choose_digit()
    show_walk(digit_scene(batch=True), _show_batch, lambda _scene: None, SHARES)
    return Live(values={"batch": BATCH}, code=[Network.forward])


def _show_batch(scene: Scene) -> None:
    """Show all numbers of the batch at this step as colours."""
    value, theme = scene.whole[scene.step].value, current_theme()
    if scene.step == 0:
        picture, alt = contact_sheet(theme, value), _("The {count} images of the batch").format(count=BATCH)
    else:
        picture = batch_picture(theme, value, adds=scene.adds)
        alt = _("{step} of the batch: a row an image, a column a neuron").format(step=scene.symbol)
    with st.container(key="batch"):
        show_pixels(picture, alt, "stretch")
