"""The walk through a forward pass: where it stands, and what is chosen on the page.

What is chosen on the page lies in the session and in the address, so that a reload, a link to a friend and
the browser's Back all lead to the same picture.
"""

from dataclasses import dataclass

import streamlit as st

from nncore import Trace
from ui.address import linked_with, put, value_of
from ui.page import LAST_PAGE
from ui.session import state_of


@dataclass
class ForwardState:
    """What the page remembers: whether the walk plays, and which steps the learner has seen."""

    playing: bool = False
    walked: frozenset[str] = frozenset()


def forward_state() -> ForwardState:
    """Return what this visitor's page remembers."""
    return state_of("forward", ForwardState)


def arrive() -> None:
    """Stop playing when the visitor comes from another page, and show the latest drawing."""
    if st.session_state.get(LAST_PAGE) != "forward":
        stop()
        if linked_with("forward", "ink") is None:
            put("forward", ink=None)


def current_step(trace: Trace) -> int:
    """Return the step that the address names."""
    return trace.symbols.index(value_of("forward", "step"))


def go(symbol: str) -> None:
    """Jump to a step, and stop playing."""
    stop()
    put("forward", step=symbol)


def play(trace: Trace) -> None:
    """Play the walk, from the start if it has arrived."""
    if current_step(trace) == len(trace) - 1:
        go("X")
    forward_state().playing = True


def stop() -> None:
    """Stop playing."""
    forward_state().playing = False


def play_on(trace: Trace) -> None:
    """Take the next step of a walk that plays; at the last one it stops."""
    following = min(current_step(trace) + 1, len(trace) - 1)
    go(trace.symbols[following])
    forward_state().playing = following < len(trace) - 1
