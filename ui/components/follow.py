"""Parts of a page that redraw by themselves, and those that follow them: not before they are looked at.

A part that was redrawn tells the browser when that was. A part that is about it, and shows something older,
asks to be redrawn as soon as it is in view, or nearly; what nobody looks at costs the server nothing, and
is left out in print.
"""

import time
from collections.abc import Callable, Collection
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import streamlit as st

from ui.components.fragment import fragment
from ui.components.inside import MAIN
from ui.state.of_page import state_of

LOOK = """
@media print {
    [data-older] { display: none; }
}
"""

_mount = st.components.v2.component(
    "gates_to_digits.follow",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    css=LOOK,
    isolate_styles=False,
)
_with_the_page = ContextVar("with the page", default=False)


@dataclass
class PartsState:
    """When parts were redrawn by themselves, in milliseconds, and which is so because it is looked at."""

    redrawn: dict[str, int] = field(default_factory=dict)
    looked_at: str = ""


def redraws_alone(name: str, show: Callable[[], None], follows: Collection[str] = ()) -> None:
    """Show a part of a page that redraws by itself.

    Parameters
    ----------
    name : str
        No other part of the course is called so.
    show : callable
        Shows it.
    follows : collection of str
        The parts whose widgets it is about.
    """
    token = _with_the_page.set(True)
    try:
        _part(name, show, tuple(follows))
    finally:
        _with_the_page.reset(token)


@fragment
def _part(name: str, show: Callable[[], None], follows: tuple[str, ...]) -> None:
    state = state_of("parts", PartsState)
    if not _with_the_page.get() and state.looked_at != name:
        state.redrawn[name] = time.time_ns() // 1_000_000
    state.looked_at = ""
    seen = {leader: state.redrawn.get(leader, 0) for leader in follows}
    show()
    data = {"main": MAIN, "part": name, "now": state.redrawn.get(name, 0), "seen": seen}
    _mount(key=f"follow {name}", data=data, on_look_change=partial(setattr, state, "looked_at", name))
