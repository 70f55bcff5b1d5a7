"""The book's two loops side by side: progress, seconds, and whether they agree to the last image."""

import streamlit as st

from nncore import Progress, in_batches, one_by_one
from ui.address import bare
from ui.address.table import LARGEST_BATCH
from ui.jobs import Job, Run, show_run
from ui.numbers import grouped, rounded, share
from ui.own_network import network_in_use
from ui.resources import test_input, test_set
from ui.sidebar import predict_first

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
    show_run("race", _loops)


def batch_size() -> int:
    """Return the chosen batch size, or the nearest one that there is."""
    return int(min(max(st.session_state.batch, 1), LARGEST_BATCH))


def _start() -> None:
    network, x, t = network_in_use(), test_input(), test_set()[1]
    jobs = Job(one_by_one(network, x, t)), Job(in_batches(network, x, t, batch_size()))
    st.session_state.race = Run(network, jobs, SLOWER if st.session_state.slow else 1)


def _loops(run: Run | None) -> None:
    jobs = run.jobs if run else (None, None)
    titles = "One at a time", "In batches"
    for place, title, job in zip(st.columns(2), titles, jobs, strict=True):
        with place.container(border=True):
            st.markdown(f"**{title}**")
            _progress(job)
    if run and not run.running:
        _verdict(run)


def _progress(job: Job | None) -> None:
    if job is None or job.last is None:
        st.progress(0.0)
        st.markdown("not run yet")
        return
    progress: Progress = job.last
    st.progress(progress.done / progress.total)
    st.markdown(
        f"**{grouped(progress.done)}** images in **{job.seconds:.3f} s**, "
        f"**{grouped(progress.correct)}** of them right: {share(progress.accuracy)}"
    )


def _verdict(run: Run) -> None:
    if not run.finished:
        st.info("Stopped. *Run both* begins again.", icon=":material/stop:")
        return
    one, batches = run.jobs
    if one.last.correct != batches.last.correct:
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
