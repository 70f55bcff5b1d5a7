"""Show the code that just ran: the real source of the functions that made the page's numbers."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent


def show_code(*functions: Callable[..., Any], label: str = "The code that just ran") -> None:
    """Offer the source of functions (or classes), each under the file and line it comes from."""
    with st.expander(label, icon=":material/code:"):
        for function in functions:
            lines, first = inspect.getsourcelines(function)
            file = Path(inspect.getsourcefile(function) or "").resolve().relative_to(ROOT)
            st.caption(f"{file}, line {first}")
            st.code("".join(lines), language="python", wrap_lines=True)
