"""One at a time, or in batches: the race, the shapes that explain it, and the timings."""

import streamlit as st

from nncore import RUNS, in_batches, one_by_one
from ui.address import bound
from ui.components.diagram import show_diagram
from ui.evaluate.race import batch_size, choose_batch, show_race
from ui.evaluate.timings import show_timings
from ui.figures.shapes import batch_shapes
from ui.language import _
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.live import Live


def one_or_many() -> Live:
    """Show the race of the two loops, or one of the pictures that explain it."""
    settings = bound("evaluate", "loops")
    shown = st.segmented_control(
        _("Shown"), **settings, required=True, label_visibility="collapsed", wrap=True
    )
    pictures = {"shapes": _shapes, "sizes": show_timings}
    states = pictures.get(str(shown), show_race)()
    return Live(values={"runs": RUNS}, seen=states, code=[one_by_one, in_batches])


def _shapes() -> list[str]:
    choose_batch()
    theme, sizes, batch = current_theme(), network_in_use().sizes, batch_size()
    flow = " → ".join(f"({batch}, {n})" for n in sizes)
    alt = _("The shapes of the forward pass: {shapes}.").format(shapes=flow)
    show_diagram(batch_shapes(theme, sizes, batch, alt), "shapes", most=24)
    st.caption(_("{shapes}; only 784 rows are drawn").format(shapes=flow) if batch > 784 else flow)
    return ["shapes"]
