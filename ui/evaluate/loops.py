"""One at a time, or in batches: the race, the shapes that explain it, the curve, and image 0."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import streamlit as st

from nncore import Network, in_batches, most_at_once, one_by_one, predict, seconds_by_batch_size
from nncore.evaluation.accuracy import Points
from ui.evaluate.race import batch_size, show_race
from ui.figures.bars import probability_bars
from ui.figures.base import show_figure, show_pixels
from ui.figures.curves import batch_curve
from ui.figures.pixels import activation_picture
from ui.figures.shapes import batch_shapes
from ui.numbers import grouped
from ui.page import try_this
from ui.resources import test_input, test_set
from ui.source import show_code
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.answer import show_answer
from ui.work import forget, show_work, work

SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


def show_loops() -> None:
    """Show everything about reading the test set in batches."""
    st.markdown(
        "Both loops do the same sums. The first asks for one answer 10 000 times; the second hands over "
        "a batch, and NumPy does all its rows in one matrix product."
    )
    show_race()
    show_code(one_by_one, in_batches, label="The code of the two loops")
    _shapes()
    _curve()
    _image_zero()
    try_this(
        "Run with batches of 1. Where does the rest of the difference come from?",
        "Find the batch size from which on larger batches no longer help.",
    )


def _shapes() -> None:
    theme, sizes, batch = current_theme(), network_in_use().sizes, batch_size()
    st.subheader("The shapes, to scale", anchor=False)
    st.markdown(
        "Each result lies where the rows of the matrix on its left meet the columns of the weights above it. "
        "The weights are fetched once for a whole batch instead of once for each image."
    )
    for place, size in zip(st.columns(2), (1, batch if batch > 1 else 100), strict=True):
        with place:
            flow = " → ".join(f"({size}, {n})" for n in sizes)
            show_figure(batch_shapes(theme, sizes, size), f"The shapes of the forward pass: {flow}.")
            st.caption(flow + ("; only 784 rows are drawn" if size > 784 else ""))


def _curve() -> None:
    st.subheader("Seconds against batch size", anchor=False)
    st.button("Measure on this machine", icon=":material/speed:", on_click=_start_measuring)
    _measured()


@dataclass(frozen=True, eq=False)
class Asked:
    """A curve that was asked for: each press of the button asks for another."""

    network: Network

    def run(self) -> Iterator[Points]:
        """Measure it, as far as a batch takes no more than a moment."""
        sizes = [size for size in SIZES if size <= most_at_once(self.network)]
        return seconds_by_batch_size(self.network, test_input(), test_set()[1], sizes)


def _start_measuring() -> None:
    st.session_state.measured = Asked(network_in_use())


@st.fragment
def _measured() -> None:
    asked: Asked | None = st.session_state.get("measured")
    if asked is None or asked.network is not network_in_use():
        forget("measured")
        st.caption("Reads all 10 000 images in batches of up to 13 sizes, and times each.")
        return
    points = work("measured", asked, asked.run).last
    if points:
        chart = batch_curve(current_theme(), points, batch_size())
        st.altair_chart(chart, alt="Seconds to read 10 000 images, against the batch size.")
        st.markdown(fastest_and_slowest(points))
    show_work("measured")


def fastest_and_slowest(points: Sequence[tuple[int, float]]) -> str:
    """Return in words what the curve (batch size, seconds) shows."""
    (slow, most), (fast, least) = (pick(points, key=lambda point: point[1]) for pick in (max, min))
    words = (
        f"Slowest: **{most:.3f} s** in batches of {grouped(slow)}. "
        f"Fastest: **{least * 1000:.1f} ms** in batches of {grouped(fast)}."
    )
    size, seconds = points[-1]
    if seconds > 1.2 * least and size > fast:
        words += " Larger ones take longer again: they no longer fit the processor's cache."
    return words


def _image_zero() -> None:
    theme, (images, labels) = current_theme(), test_set()
    y = predict(network_in_use(), test_input()[0])
    st.subheader("Image 0, the first of the 10 000", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        show_pixels(activation_picture(theme, images[0] / 255), "Test image 0: a handwritten 7.", 200)
        with st.container(width=200):
            st.markdown(f"Its label is **{labels[0]}**. The network answers:")
            show_answer(theme, y)
        with st.container(width="stretch"):
            st.altair_chart(probability_bars(theme, y), alt="The probability of each digit, as bars")
    st.caption("All ten: " + ", ".join(f"{p:.3f}" for p in y))
