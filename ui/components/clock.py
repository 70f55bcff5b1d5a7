"""A clock in the browser: it lets a fragment run once more after some seconds.

Streamlit's own (`run_every`) is started and stopped by what lies around the fragment alone, which is the
whole page. This one goes as long as the fragment shows it. It waits for each run to end before it counts
again, so a slow server is not asked more often than it can answer; and it ends with its tab.
"""

import time
from collections.abc import Callable
from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "gates_to_digits.clock",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def run_again(key: str, seconds: float, action: Callable[[], None] = lambda: None) -> None:
    """Let the fragment that shows this run again after so many seconds, the action first."""
    _mount(key=f"clock-{key}", data={"seconds": seconds, "run": time.monotonic_ns()}, on_tick_change=action)
