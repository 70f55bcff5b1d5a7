"""Seconds against batch size on this machine: every size is run several times, and the spread is shown."""

from functools import partial

import streamlit as st

from nncore import RUNS, most_at_once, seconds_by_batch_size
from ui.evaluate.evaluate_state import evaluate_state
from ui.evaluate.race import batch_size, choose_batch
from ui.figures.curves import batch_curve
from ui.language import _
from ui.numbers import grouped
from ui.resources import test_input, test_set
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.work import begin, show_work

SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


def show_timings() -> list[str]:
    """Show the button and what was measured; return what there is to say about it."""
    with choose_batch():
        st.button(_("Measure on this machine"), icon=":material/speed:", on_click=_start)
    run = evaluate_state().timings
    if run is None or run.request is not network_in_use():
        text = _("Reads all {images} images in batches of up to {count} sizes, {runs} times each.")
        st.caption(text.format(images=grouped(len(test_set()[1])), count=len(SIZES), runs=RUNS))
        return []
    run.look()
    if timings := run.last:
        alt = _("Seconds to read 10 000 images, against the batch size.")
        show_plot(batch_curve(current_theme(), timings, batch_size(), alt), "timings", _("Seconds"), 19)
    show_work(run, "measured")
    return ["measured"] if run.finished else []


def _start() -> None:
    """Measure, as far as a batch takes no more than a moment."""
    network = network_in_use()
    sizes = [size for size in SIZES if size <= most_at_once(network)]
    timings = partial(seconds_by_batch_size, network, test_input(), test_set()[1], sizes)
    evaluate_state().timings = begin(network, timings)
