"""Fragments that are never nested, and that redraw themselves for as long as they ask for it.

As of 1.67 Streamlit drops what a fragment has not yet sent once it runs again, but keeps what fragments
within it have sent (`ForwardMsgQueue.clear`). A click that comes quickly then leaves the browser with
elements that have no place to stand in: "Bad delta path index", and the page is gone. So an inner one
redraws with the one around it.

Streamlit's `run_every` begins and ends with a run of the whole page, so there is one whenever a fragment
begins to ask for it, and when it asks no more.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from ui.address import mirror
from ui.session import state_of

P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class Rhythms:
    """Intervals in seconds of fragments that redraw themselves, and times of the last steps of players."""

    every: dict[str, float] = field(default_factory=dict)
    went_on: dict[str, float] = field(default_factory=dict)


_asked: ContextVar[list[float] | None] = ContextVar("asked", default=None)


def fragment(function: Callable[P, T]) -> Callable[P, T | None]:
    """Return a function that is a fragment, as by `st.fragment`; within another one it is part of that."""

    @wraps(function)
    def show(*args: P.args, **kwargs: P.kwargs) -> T | None:
        if _asked.get() is not None:
            return function(*args, **kwargs)
        names = function.__module__, function.__qualname__, *(arg for arg in args if isinstance(arg, str))
        name, every = " ".join(names), state_of("rhythms", Rhythms).every
        now = every.get(name)

        @st.fragment(run_every=now)
        @wraps(function)
        def by_itself() -> T:
            asked: list[float] = []
            token = _asked.set(asked)
            try:
                result = function(*args, **kwargs)
                mirror()  # a fragment that redraws by itself does not come to the end of app.py
            finally:
                _asked.reset(token)
            wanted = asked[-1] if asked else None
            if wanted != now:
                if wanted is None:
                    every.pop(name, None)
                else:
                    every[name] = wanted
                st.rerun()
            return result

        return by_itself()

    return show


def again(seconds: float) -> None:
    """Ask for a redraw of this fragment after so many seconds."""
    asked = _asked.get()
    if asked is not None:
        asked.append(seconds)


def goes_on(name: str, seconds: float) -> bool:
    """Ask for a redraw `again`, and return whether the next step is due."""
    again(seconds)
    went_on, now = state_of("rhythms", Rhythms).went_on, time.monotonic()
    if now - went_on.setdefault(name, now) < seconds / 2:
        return False
    went_on[name] = now
    return True


@st.fragment(run_every=24 * 60 * 60)
def come_back() -> None:
    """Let the browser ask for the page again when its server was started again; it shows nothing.

    As of 1.67 a browser that finds its server again asks for the page only if the last run was a
    fragment's, or if one runs every so often. Else the page stays as it is before a server that does not
    know it, and the next click in a fragment is lost.
    """
