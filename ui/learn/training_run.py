"""A training on the page: how far it is, and its buttons."""

from collections.abc import Callable, Hashable
from typing import Any

import streamlit as st

from ui.components.fragment import again
from ui.language import _
from ui.learn.learn_state import learn_state
from ui.learn.run import Run
from ui.numbers import grouped
from ui.work import LOOK


def current(key: str, request: Hashable, make: Callable[[], Run]) -> Run:
    """Return this visitor's training of a key as it is now; begin another if something else is asked for.

    It is paused when the visitor comes back from another page.
    """
    runs = learn_state().runs
    run = runs.get(key)
    if run is not None and (run.request != request or f"{key}_again" not in st.session_state):
        run.pause()  # a button's state goes when its page is left
    if run is None or run.request != request:
        run = runs[key] = make()
    if run.work is not None:
        run.work.look()
    return run


def controls(key: str, run: Run, *, may_move: bool = True) -> None:
    """Show the buttons: play or stop, a step back or on, one epoch, start again."""
    still = not may_move or run.is_over
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key=f"{key}_controls"):
        if run.plays:
            st.button(_("Stop"), key=f"{key}_stop", icon=":material/stop:", on_click=run.pause)
        else:
            look: dict[str, Any] = {"icon": ":material/play_arrow:", "type": "primary"}
            st.button(_("Play"), key=f"{key}_play", on_click=run.play, disabled=still, **look)
        st.button(_("Back one step"), key=f"{key}_back", on_click=run.back, disabled=not run.can_go_back)
        st.button(_("Step"), key=f"{key}_step", on_click=run.step, disabled=still)
        st.button(_("One epoch"), key=f"{key}_epoch", on_click=run.play, args=(run.epoch,), disabled=still)
        st.button(_("Start again"), key=f"{key}_again", on_click=_again, args=(key, run))


def _again(key: str, run: Run) -> None:
    """Forget how far it is: the same plan begins with the same weights."""
    run.pause()
    learn_state().runs.pop(key, None)


def progress(run: Run) -> None:
    """Show how far it is in its epoch while it plays."""
    if run.plays:
        done = max(run.steps - 1, 0) // run.epoch  # an epoch's last step is its own, not the next one's start
        steps = run.steps - done * run.epoch
        words = _("Epoch {epoch}: step {step} of {steps}")
        words = words.format(epoch=done + 1, step=grouped(steps), steps=grouped(run.epoch))
        st.progress(steps / run.epoch, words)


def go_on(run: Run) -> None:
    """Look again while it plays, and say what went wrong; call it last."""
    if run.plays:
        again(LOOK)
    elif run.work is not None and run.work.error:
        st.error(run.work.error, icon=":material/healing:")
