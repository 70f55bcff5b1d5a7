"""Fragments that never lie within one another: an inner one redraws with the one around it.

As of 1.67 Streamlit drops what a fragment has not yet sent once it runs again, but keeps what fragments
within it have sent (`ForwardMsgQueue.clear`). A click that comes quickly then leaves the browser with
elements that have no place to stand in: "Bad delta path index", and the page is gone.
"""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

P = ParamSpec("P")
T = TypeVar("T")
_within = ContextVar("within", default=False)


def fragment(function: Callable[P, T]) -> Callable[P, T | None]:
    """Return a function that redraws by itself, like `st.fragment`; within another one, with that one."""

    @st.fragment
    @wraps(function)
    def by_itself(*args: P.args, **kwargs: P.kwargs) -> T:
        token = _within.set(True)
        try:
            return function(*args, **kwargs)
        finally:
            _within.reset(token)

    @wraps(function)
    def show(*args: P.args, **kwargs: P.kwargs) -> T | None:
        return function(*args, **kwargs) if _within.get() else by_itself(*args, **kwargs)

    return show


@st.fragment(run_every=24 * 60 * 60)
def come_back() -> None:
    """Let the browser ask for the page again when its server was started again; it shows nothing.

    As of 1.67 a browser that finds its server again asks for the page only if the last run was a
    fragment's, or if one runs every so often. Else the page stays as it is before a server that does not
    know it, and the next click in a fragment is lost.
    """
