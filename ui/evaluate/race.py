"""The book's two loops side by side: progress, seconds, and whether they agree to the last image."""

from functools import partial
from math import log

import streamlit as st

from nncore import Timed, in_batches, most_at_once, one_by_one, race
from ui.address import bound, parameter, value_of
from ui.evaluate.evaluate_state import evaluate_state
from ui.inside import Place
from ui.language import _
from ui.numbers import grouped, share
from ui.resources import test_input, test_set
from ui.state.own_network import name_in_use, network_in_use
from ui.widgets.guess import ask_guess, choice
from ui.work import LOOK, Work, begin, show_work

SLOWER = 20
"""How many times slower slow motion is."""
TIMES = (1, 2, 10, 30)
"""How many times as fast the choices of the prediction say, in their order."""
Lanes = tuple[Timed, ...]
"""How far both loops are."""


def show_race() -> list[str]:
    """Show the controls and the two loops; return what there is to say about them."""
    with choose_batch():
        st.button(_("Run both"), type="primary", icon=":material/play_arrow:", on_click=_start)
        words = _("{times} times slower, so that you can watch and stop.").format(times=SLOWER)
        st.toggle(_("Slow motion"), **bound("evaluate", "slow"), help=words)
    asked_first = st.container()
    run = evaluate_state().race
    network, batch = run.request if run else (None, 0)
    if run is None or network is not network_in_use():
        _show_lanes(None)
        lanes = None
    else:
        lanes = _show_run(run, batch)
    with asked_first:
        _ask(lanes, batch)
    return ["unequal"] if lanes and not _agree(lanes) else []


def _start() -> None:
    network, x, t = network_in_use(), test_input(), test_set()[1]
    batch = min(batch_size(), most_at_once(network))
    lanes = partial(race, one_by_one(network, x, t), in_batches(network, x, t, batch))
    seconds = LOOK / SLOWER if value_of("evaluate", "slow") else None
    evaluate_state().race = begin((network, batch), lanes, seconds)


def batch_size() -> int:
    """Return the chosen batch size."""
    return int(value_of("evaluate", "batch"))


def choose_batch() -> Place:
    """Show the field of the batch size; return its row for more."""
    row = st.container(horizontal=True, vertical_alignment="bottom")
    row.number_input(_("Batch size"), **bound("evaluate", "batch"), width=150)
    return row


def _ask(lanes: Lanes | None, batch: int) -> None:
    """Let the learner guess before the loops run; what comes of it is said when they have run."""
    usual = parameter("evaluate", "batch").default  # the size of which the question speaks
    known = bool(lanes) and batch == usual
    faster = _times_as_fast(lanes) if lanes else 1.0
    values = {"speedup": f"{faster:.1f}", "speed_guess": speed_in_words(faster)}
    ask_guess("how-much-faster", name_in_use(), values, known=known)


def speed_in_words(faster: float) -> str:
    """Return the choice of the prediction that is nearest to so many times as fast, as ratios go."""
    nearest = min(TIMES, key=lambda times: abs(log(faster) - log(times)))
    return choice("how-much-faster", TIMES.index(nearest))


def _show_run(run: Work[Lanes], batch: int) -> Lanes | None:
    """Show a race as far as it is; return its lanes once it is over."""
    run.look()
    lanes = run.last if run.finished else None
    _show_lanes(run.last)
    if batch < batch_size():
        text = _("Your network is large: a batch of {size} is the most it reads in a moment.")
        st.caption(text.format(size=grouped(batch)))
    if lanes:
        _verdict(lanes)
    show_work(run, "race")
    return lanes


def _show_lanes(lanes: Lanes | None) -> None:
    titles = _("One at a time"), _("In batches")
    for place, title, lane in zip(st.columns(2), titles, lanes or (None, None), strict=True):
        with place.container(border=True):
            st.markdown(f"**{title}**")
            _progress(lane)


def _progress(lane: Timed | None) -> None:
    if lane is None or lane.last is None:
        st.progress(0.0)
        st.markdown(_("not run yet"))
        return
    now = lane.last
    st.progress(now.done / now.total)
    text = _("**{count}** images in **{seconds} s**, **{right}** of them correctly: {share}")
    values = {"count": grouped(now.done), "right": grouped(now.correct), "share": share(now.accuracy)}
    st.markdown(text.format(**values, seconds=f"{lane.seconds:.3f}"))


def _agree(lanes: Lanes) -> bool:
    one, batches = (lane.last for lane in lanes)
    return bool(one and batches and one.correct == batches.correct)


def _times_as_fast(lanes: Lanes) -> float:
    one, batches = lanes
    return one.seconds / max(batches.seconds, 1e-9)


def _verdict(lanes: Lanes) -> None:
    last = lanes[0].last
    if last is None or not _agree(lanes):
        words = _("The two do not agree on every image: below it says why.")
        st.info(words, icon=":material/warning:")
        return
    text = _(
        "Both read {count} of {total} correctly: the same, to the last image. "
        "In batches it went **{faster} times** as fast."
    )
    values = {"count": grouped(last.correct), "total": grouped(last.total)}
    st.success(text.format(**values, faster=f"{_times_as_fast(lanes):.1f}"), icon=":material/check:")
