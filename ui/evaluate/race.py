"""The book's two loops side by side: progress, seconds, and whether they agree to the last image."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log

import streamlit as st

from nncore import Network, Timed, in_batches, most_at_once, one_by_one, race
from ui.address import parameter, put, value_of
from ui.address.settings import LARGEST_BATCH
from ui.evaluate.evaluate_state import evaluate_state
from ui.numbers import grouped, share
from ui.resources import guesses, test_input, test_set
from ui.state.own_network import name_in_use, network_in_use
from ui.widgets.guess import ask_guess
from ui.widgets.live import UNKNOWN
from ui.widgets.number_field import Range, number_field, show_refusal
from ui.work import LOOK, forget, show_work, work

SLOWER = 20
"""How many times slower slow motion is."""
TIMES = (1, 2, 10, 30)
"""How many times as fast the choices of the guess say, in their order."""


@dataclass(frozen=True)
class Result:
    """What came of a race: whether it is over, whether both agree, how many times as fast batches were."""

    finished: bool = False
    equal: bool = True
    faster: float = 1.0
    batch: int = 0

    @property
    def speedup(self) -> str:
        """How many times as fast, in one decimal, if it is known."""
        return f"{self.faster:.1f}" if self.finished else UNKNOWN


@dataclass(frozen=True, eq=False)
class RaceRequest:
    """A race that was asked for: each press of the button asks for another."""

    network: Network
    batch: int
    slower: int

    def run(self) -> Iterator[tuple[Timed, ...]]:
        """Let the two loops run."""
        x, t = test_input(), test_set()[1]
        return race(one_by_one(self.network, x, t), in_batches(self.network, x, t, self.batch))


def show_race() -> list[str]:
    """Show the controls and the two loops; return what there is to say about them."""
    choose_batch(_race_controls)
    asked_first = st.container()
    _loops()
    result = race_result()
    with asked_first:
        _ask(result)
    return ["unequal"] if result.finished and not result.equal else []


def _race_controls() -> None:
    st.button("Run both", type="primary", icon=":material/play_arrow:", on_click=_start)
    help_text = f"{SLOWER} times slower, so that you can watch and stop."
    st.toggle("Slow motion", key="slow", persist_state="session", help=help_text)


def choose_batch(show_others: Callable[[], None] | None = None) -> None:
    """Show the field of the batch size, with other controls beside it, and say if a number does not fit."""
    fits = Range("“Batch size”", 1, LARGEST_BATCH, whole=True)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number_field("Batch size", batch_size(), fits, _take, key="field-batch", width=150)
        if show_others:
            show_others()
    show_refusal(fits.whose)


def _take(size: float) -> None:
    put("evaluate", batch=int(size))


def _ask(result: Result) -> None:
    """Let the learner guess before the loops run; what comes of it is said when they have run."""
    usual = parameter("evaluate", "batch").default  # the size of which the question speaks
    known = result.finished and result.batch == usual
    values = {"speedup": result.speedup, "speed_guess": speed_in_words(result.faster)}
    ask_guess("how-much-faster", name_in_use(), values, known=known)


def speed_in_words(faster: float) -> str:
    """Return the choice of the guess that is nearest to so many times as fast, as ratios go."""
    choices = [choice.text for choice in guesses()["how-much-faster"].choices]
    by_distance = {abs(log(faster) - log(times)): text for times, text in zip(TIMES, choices, strict=True)}
    return by_distance[min(by_distance)]


def batch_size() -> int:
    """Return the chosen batch size."""
    return int(value_of("evaluate", "batch"))


def _start() -> None:
    network = network_in_use()
    batch = min(batch_size(), most_at_once(network))
    evaluate_state().race = RaceRequest(network, batch, SLOWER if st.session_state.slow else 1)


def _asked() -> RaceRequest | None:
    asked = evaluate_state().race
    return asked if asked is not None and asked.network is network_in_use() else None


def race_result() -> Result:
    """Return what came of the race that was asked for last."""
    asked = _asked()
    run = st.session_state.get("work_race") if asked else None
    if asked is None or run is None or not run.finished or run.last is None:
        return Result()
    one, batches = run.last
    equal = bool(one.last and batches.last and one.last.correct == batches.last.correct)
    return Result(True, equal, one.seconds / max(batches.seconds, 1e-9), asked.batch)


def _loops() -> None:
    asked = _asked()
    if asked is None:
        forget("race")
        _show_lanes((None, None))
        return
    run = work("race", asked, asked.run, LOOK / asked.slower if asked.slower > 1 else None)
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
        f"**{grouped(progress.correct)}** of them correctly: {share(progress.accuracy)}"
    )


def _verdict(one: Timed, batches: Timed) -> None:
    if one.last is None or batches.last is None or one.last.correct != batches.last.correct:
        st.info("The two do not agree on every image: below it says why.", icon=":material/warning:")
        return
    faster = one.seconds / batches.seconds
    count, total = grouped(one.last.correct), grouped(one.last.total)
    st.success(
        f"Both read {count} of {total} correctly: the same, to the last image. In batches it went "
        f"**{faster:.1f} times** as fast.",
        icon=":material/check:",
    )
