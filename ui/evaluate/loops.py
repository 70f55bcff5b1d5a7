"""One at a time, or in batches: the race, the shapes that explain it, the timings, and image 0."""

import streamlit as st

from nncore import RUNS, in_batches, one_by_one, predict
from ui.evaluate.race import batch_size, show_race
from ui.evaluate.timings import show_timings
from ui.figures.base import show_figure
from ui.figures.pixels import activation_picture, show_pixels
from ui.figures.shapes import batch_shapes
from ui.resources import test_input, test_set
from ui.source import show_code
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.answer import show_answer
from ui.widgets.bars import show_bars
from ui.widgets.lesson import Live


def one_or_many() -> Live:
    """Show everything about reading the test set in batches."""
    result = show_race()
    show_code(one_by_one, in_batches, label="The code of the two loops")
    _shapes()
    measured = show_timings()
    _image_zero()
    states = {"unequal": result.finished and not result.equal, "also-measured": measured}
    return Live(
        values={"speedup": result.speedup, "runs": RUNS, "argmax_row": 1, "right_in_batch": 2},
        seen=[state for state, holds in states.items() if holds],
        done={"run-both": result.finished or "not-run"},
        mistakes={
            "argmax-of-a-row": {"counted-from-one": 2, "the-value": 0.4},
            "count-right": {"all-right": 3, "label-sum": 5},
        },
    )


def _shapes() -> None:
    theme, sizes, batch = current_theme(), network_in_use().sizes, batch_size()
    st.subheader("The shapes, to scale", anchor=False)
    st.caption("Each result lies where the rows on its left meet the columns above it.")
    for place, size in zip(st.columns(2), (1, batch if batch > 1 else 100), strict=True):
        with place:
            flow = " → ".join(f"({size}, {n})" for n in sizes)
            show_figure(batch_shapes(theme, sizes, size), f"The shapes of the forward pass: {flow}.")
            st.caption(flow + ("; only 784 rows are drawn" if size > 784 else ""))


def _image_zero() -> None:
    theme, (images, labels) = current_theme(), test_set()
    network, x = network_in_use(), test_input()[0]
    y = predict(network, x)
    st.subheader("Image 0, the first of the 10 000", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        show_pixels(activation_picture(theme, images[0] / 255), "Test image 0: a handwritten 7.", 200)
        with st.container(width=200):
            st.markdown(f"Its label is **{labels[0]}**. The network answers:")
            show_answer(theme, network, x, y)
        with st.container(width="stretch"):
            show_bars(theme, y)
    st.caption("All ten: " + ", ".join(f"{p:.3f}" for p in y))
