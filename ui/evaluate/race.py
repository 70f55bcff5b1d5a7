"""The book's two loops side by side: progress, seconds, and whether they agree to the last image."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import streamlit as st

from nncore import Network, Timed, in_batches, most_at_once, one_by_one, race
from ui.address import bare
from ui.address.table import LARGEST_BATCH
from ui.numbers import grouped, rounded, share
from ui.resources import test_input, test_set
from ui.sidebar import predict_first
from ui.state.own_network import network_in_use
from ui.work import SLICE, forget, show_work, work

SLOWER = 20
"""How many times slower slow motion is."""
UNEQUAL = (
    "The two do not agree to the last image: some answers of this network are so close that the last digit "
    "of a sum decides, and a batch adds up in another order."
)
GUESSES = ("as fast", "2 times as fast", "10 times as fast", "100 times as fast")


def show_race() -> None:
    """Show the controls and the two loops."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        # Without Streamlit's own limits: they refuse a number with a red frame and no sentence.
        st.number_input(
            "Batch size",
            value=100.0,
            step=1.0,
            format="%g",
            **bare("evaluate", "batch"),
            persist_state="session",
            width=150,
        )
        st.button("Run both", type="primary", icon=":material/play_arrow:", on_click=_start)
        help_text = f"{SLOWER} times slower, so that you can watch and stop."
        st.toggle("Slow motion", key="slow", persist_state="session", help=help_text)
    if st.session_state.batch != batch_size():
        entered = rounded(st.session_state.batch, 9)
        st.error(
            f"A batch takes 1 to {grouped(LARGEST_BATCH)} images, a whole number: {entered} does not fit, "
            f"so these are batches of {grouped(batch_size())}."
        )
    if predict_first():
        question = "Guess before you run: batches are …"
        st.radio(question, GUESSES, key="guess", index=None, horizontal=True)
    _loops()


def batch_size() -> int:
    """Return the chosen batch size, or the nearest one that there is."""
    return int(min(max(st.session_state.batch, 1), LARGEST_BATCH))


@dataclass(frozen=True, eq=False)
class Asked:
    """A race that was asked for: each press of the button asks for another."""

    network: Network
    batch: int
    slower: int

    def run(self) -> Iterator[tuple[Timed, ...]]:
        """Let the two loops run."""
        x, t = test_input(), test_set()[1]
        return race(one_by_one(self.network, x, t), in_batches(self.network, x, t, self.batch))


def _start() -> None:
    network = network_in_use()
    batch = min(batch_size(), most_at_once(network))
    st.session_state.race = Asked(network, batch, SLOWER if st.session_state.slow else 1)


@st.fragment
def _loops() -> None:
    asked: Asked | None = st.session_state.get("race")
    if asked is None or asked.network is not network_in_use():
        forget("race")
        _show_lanes((None, None))
        return
    run = work("race", asked, asked.run, SLICE / asked.slower)
    _show_lanes(run.last or (None, None))
    if asked.batch < batch_size():
        st.caption(
            f"Your network is large: a batch of {grouped(asked.batch)} is the most it reads in a moment."
        )
    if run.stopped:
        st.info("Stopped. *Run both* begins again.", icon=":material/stop:")
    elif run.finished and run.last:
        _verdict(*run.last)
    show_work("race")


def _show_lanes(lanes: Sequence[Timed | None]) -> None:
    titles = "One at a time", "In batches"
    for place, title, lane in zip(st.columns(2), titles, lanes, strict=True):
        with place.container(border=True):
            st.markdown(f"**{title}**")
            _progress(lane)


def _progress(lane: Timed | None) -> None:
    if lane is None or lane.last is None:
        st.progress(0.0)
        st.markdown("not run yet")
        return
    progress = lane.last
    st.progress(progress.done / progress.total)
    st.markdown(
        f"**{grouped(progress.done)}** images in **{lane.seconds:.3f} s**, "
        f"**{grouped(progress.correct)}** of them right: {share(progress.accuracy)}"
    )


def _verdict(one: Timed, batches: Timed) -> None:
    if one.last is None or batches.last is None or one.last.correct != batches.last.correct:
        st.info(UNEQUAL, icon=":material/warning:")
        return
    faster = one.seconds / batches.seconds
    guess = st.session_state.get("guess") if predict_first() else None
    count, total = grouped(one.last.correct), grouped(one.last.total)
    st.success(
        f"Both read {count} of {total} right: the same, to the last image. In batches it went "
        f"**{faster:.1f} times** as fast." + (f" You guessed: {guess}." if guess else ""),
        icon=":material/check:",
    )
