"""The walk through a forward pass: where it stands, and the ways to move.

What is chosen on the page lives in the address and nowhere else: widgets take their values from
it, and their callbacks write to it. So a reload, a link to a friend and the browser's Back all
lead to the same picture. `arrive` brings a visitor who comes back from another page to where
they left.
"""

import time
from collections.abc import Callable, Mapping

import streamlit as st

from nncore import Trace
from ui.address import put_in_address
from ui.theme import Theme

ARRAYS = ("X", "W1", "b1", "W2", "b2", "W3", "b3")
NAMES = ("net", "step", "h", "out", "of", "ink", "batch", "n1", "n2", "n3", *ARRAYS)
"""The parameters of the address that belong to this page."""
PACE = 1.5
"""Seconds that each step stays while the walk plays by itself."""


def chosen(name: str, default: str = "") -> str:
    """Return what the address says under a name."""
    return str(st.query_params.get(name, default))


def choose(**settings: str | None) -> None:
    """Write settings into the address; None takes one out, back to its default."""
    for name, value in settings.items():
        put_in_address(name, value)
    _remember()


def arrive() -> None:
    """Restore this visitor's settings when they come back from another page by a bare link."""
    came_back = "next" not in st.session_state  # a button's state goes when its page is left
    if came_back and not any(name in st.query_params for name in NAMES):
        choose(**st.session_state.get("walk", {}))
    _remember()


def _remember() -> None:
    """Keep the settings for `arrive`, but not a drawing: the last one made is to be shown."""
    kept = {name: st.query_params[name] for name in NAMES if name in st.query_params}
    st.session_state.walk = {name: value for name, value in kept.items() if name != "ink"}


def current_step(trace: Trace) -> int:
    """Return the step that the address names, or the first one."""
    symbol = chosen("step", "X")
    return trace.symbols.index(symbol) if symbol in trace.symbols else 0


def go(symbol: str) -> None:
    """Jump to a step, and stop playing."""
    st.session_state.due = None
    choose(step=None if symbol == "X" else symbol)


def pick(
    key: str, options: Mapping[str, str], current: str, action: Callable[[str], None], style: str
) -> None:
    """Show a row of buttons, one of which is current and gets its own CSS.

    They are buttons, not a segmented control: that one swallows the arrow keys once it has the focus.
    """
    st.html(f"<style>.st-key-{key}-{current} button {{ {style} }}</style>")
    with st.container(horizontal=True, gap="xsmall", key=key):
        for value, text in options.items():
            st.button(text, key=f"{key}-{value}", on_click=action, args=(value,))


def quiet_style(theme: Theme) -> str:
    """Return the CSS of a choice that is made, where nothing is happening now."""
    return f"border-color:{theme.ink}; box-shadow:inset 0 0 0 1px {theme.ink}; font-weight:600"


def strip(theme: Theme, trace: Trace, step: int) -> None:
    """Show the steps with their shapes; the one that is happening now is under the highlighter."""
    to_come = ", ".join(f".st-key-strip-{symbol} button" for symbol in trace.symbols[step + 1 :])
    st.html(
        "<style>.st-key-strip > div {flex:1 1 4.2rem} .st-key-strip button {width:100%; padding:.3rem .1rem}"
        " .st-key-strip button p {font-size:.85rem} .st-key-strip strong {display:block; font-size:1.1rem}"
        f" {to_come or '.none'} {{color:{theme.muted}}}</style>"
    )
    labels = {step.symbol: f"**{step.symbol}** {shape(step.shape)}" for step in trace}
    style = f"background:{theme.highlight}; border-color:{theme.highlight}; color:{theme.on_highlight}"
    pick("strip", labels, trace.symbols[step], go, style)


def shape(value: tuple[int, ...]) -> str:
    """Return a shape as NumPy prints it, without spaces: (50,) or (100,784)."""
    return str(value).replace(" ", "")


def controls(trace: Trace, step: int, *, may_play: bool) -> None:
    """Show the buttons that move; the arrow keys press two of them."""
    last = len(trace) - 1
    before, after = trace.symbols[max(step - 1, 0)], trace.symbols[min(step + 1, last)]
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom", key="controls"):
        _move("First", "first_page", trace.symbols[0], disabled=step == 0)
        _move("Previous", "chevron_left", before, disabled=step == 0, shortcut="Left")
        _move("Next", "chevron_right", after, disabled=step == last, shortcut="Right", main=True)
        _move("Last", "last_page", trace.symbols[last], disabled=step == last)
        _play_button(at_end=step == last, may_play=may_play)
        st.number_input(
            "Seconds a step",
            0.5,
            10.0,
            PACE,
            0.5,
            key="pace",
            format="%.1f",
            width=130,
            persist_state="session",
        )


def _move(
    text: str, icon: str, symbol: str, *, disabled: bool, shortcut: str | None = None, main: bool = False
) -> None:
    st.button(
        text,
        key=text.lower(),
        icon=f":material/{icon}:",
        on_click=go,
        args=(symbol,),
        disabled=disabled,
        shortcut=shortcut,
        type="primary" if main else "secondary",
    )


def _play_button(*, at_end: bool, may_play: bool) -> None:
    if is_playing():
        st.button("Stop", key="stop", icon=":material/stop:", on_click=_stop)
    else:
        icon = ":material/play_arrow:"
        st.button("Play", key="play", icon=icon, on_click=_play, args=(at_end,), disabled=not may_play)


def is_playing() -> bool:
    """Whether the walk moves by itself: `due` is the time of its next step."""
    return st.session_state.get("due") is not None


def _play(at_end: bool) -> None:
    if at_end:
        go("X")
    _wait()


def _stop() -> None:
    st.session_state.due = None


def _wait() -> None:
    """Plan the next step; a little early, lest a tick of the clock come just before it."""
    st.session_state.due = time.monotonic() + 0.7 * float(st.session_state.get("pace", PACE))


def by_the_clock(viewer: Callable[[], None]) -> None:
    """Show the viewer, which redraws alone; while the walk plays, the clock redraws it too."""
    pace = float(st.session_state.get("pace", PACE))
    st.session_state.clock = is_playing()
    st.fragment(viewer, run_every=pace if is_playing() else None)()


def tick(trace: Trace) -> None:
    """Move on if the walk plays and its time has come; start or stop the clock where needed."""
    if is_playing() and time.monotonic() >= st.session_state.due:
        following = min(current_step(trace) + 1, len(trace) - 1)
        go(trace.symbols[following])
        if following < len(trace) - 1:
            _wait()
    if is_playing() != st.session_state.clock:
        st.rerun()
