"""Seconds against batch size on this machine: every size is run several times, and the spread is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import streamlit as st

from nncore import RUNS, Network, Timings, most_at_once, seconds_by_batch_size
from ui.evaluate.evaluate_state import evaluate_state
from ui.evaluate.race import batch_size, choose_batch
from ui.figures.curves import batch_curve
from ui.numbers import grouped
from ui.resources import test_input, test_set
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_chart
from ui.work import forget, show_work, work, work_of

SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


@dataclass(frozen=True, eq=False)
class TimingsRequest:
    """Timings that were asked for: each press of the button asks for others."""

    network: Network

    def run(self) -> Iterator[Timings]:
        """Measure them, as far as a batch takes no more than a moment."""
        sizes = [size for size in SIZES if size <= most_at_once(self.network)]
        return seconds_by_batch_size(self.network, test_input(), test_set()[1], sizes)


def show_timings() -> list[str]:
    """Show the button and what was measured; return what there is to say about it."""
    choose_batch(_measure_button)
    _measured()
    return ["measured"] if _asked() is not None and work_of("measured").finished else []


def _measure_button() -> None:
    st.button("Measure on this machine", icon=":material/speed:", on_click=_start)


def _start() -> None:
    evaluate_state().timings = TimingsRequest(network_in_use())


def _asked() -> TimingsRequest | None:
    asked = evaluate_state().timings
    return asked if asked is not None and asked.network is network_in_use() else None


def _measured() -> None:
    asked = _asked()
    if asked is None:
        forget("measured")
        st.caption(f"Reads all 10 000 images in batches of up to {len(SIZES)} sizes, {RUNS} times each.")
        return
    run = work("measured", asked, asked.run)
    if run.last:
        chart = batch_curve(current_theme(), run.last, batch_size())
        alt, timings = "Seconds to read 10 000 images, against the batch size.", run.last
        show_chart(chart, alt, "Seconds", lambda: timing_columns(timings))
        st.markdown(fastest_and_slowest(run.last))
    show_work("measured")


def timing_columns(timings: Timings) -> dict[str, list[float]]:
    """Return the seconds of each batch size: shortest, middle and longest of its runs."""
    return {
        "images in a batch": [size for size, _ in timings],
        "shortest s": [min(times) for _, times in timings],
        "middle s": [median(times) for _, times in timings],
        "longest s": [max(times) for _, times in timings],
    }


def fastest_and_slowest(timings: Sequence[tuple[int, tuple[float, ...]]]) -> str:
    """Return in words which size took longest, and which shortest, in the middle of its runs."""
    slow, fast = (pick(timings, key=lambda timing: median(timing[1])) for pick in (max, min))
    return f"Slowest: batches of {_in_words(*slow)}. Fastest: batches of {_in_words(*fast)}."


def _in_words(size: int, times: Sequence[float]) -> str:
    unit, factor, digits = ("s", 1, 3) if min(times) >= 1 else ("ms", 1000, 1)
    least, most = (f"{factor * seconds:.{digits}f}" for seconds in (min(times), max(times)))
    span = least if least == most else f"{least} to {most}"
    return f"{grouped(size)}, **{span} {unit}**"
