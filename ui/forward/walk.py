"""The walk through a forward pass: where it stands, and the ways to move.

What is chosen on the page is kept for this visitor and mirrored in the address, so that a reload,
a link to a friend and the browser's Back all lead to the same picture. A run of the whole page
believes the address. A run of the viewer alone does not: it carries the address as the browser
knew it when the key was pressed, which may be a step behind.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Literal

import streamlit as st

from nncore import Trace
from ui.address import PARAMETERS, parameter, rewrite, told
from ui.address.kinds import Kind
from ui.components.clicks import each_click_counts
from ui.components.clock import run_again
from ui.components.markup import Safe, css, joined, style
from ui.theme import Theme
from ui.widgets.number_field import Range, number_field, show_refusal

NAMES = tuple(name for page, name in PARAMETERS if page == "forward" and name != "only")
"""The settings in the address that belong to the walk."""
STRIP = """
.st-key-strip > div {flex:1 1 4.2rem}
.st-key-strip button {width:100%; padding:.3rem .1rem}
.st-key-strip button p {font-size:.85rem}
.st-key-strip strong {display:block; font-size:1.1rem}
"""
"""How the row of steps looks."""
PACE = 1.5
"""Seconds that each step stays while the walk plays by itself."""
PACE_FIELD = "the field of seconds"


def chosen(name: str) -> Any | None:
    """Return what is chosen under a name, or None if nothing is."""
    text = st.session_state.walk.get(name)
    return None if text is None else parameter("forward", name).kind.read([text])


def choose(**settings: object) -> None:
    """Choose something; None leaves it to its default. `mirror` writes it into the address."""
    texts = {name: _text(name, value) for name, value in settings.items()}
    st.session_state.walk = {**st.session_state.walk, **texts}


def leave_out(name: str, kind: Kind) -> None:
    """Leave to its default what is chosen but not of a narrower kind, and say so."""
    text = st.session_state.walk.get(name)
    if text is not None and kind.read([text]) is None:
        st.error(parameter("forward", name).refusal([text], kind), icon=":material/link_off:")
        choose(**{name: None})


def _text(name: str, value: object) -> str | None:
    """Return a choice as the address holds it; None needs no text."""
    row = parameter("forward", name)
    return None if value is None else "".join(row.kind.write(value))


def arrive() -> None:
    """Take over what the address says, if it is not what we wrote there: a link, or the browser's Back.

    Whoever comes back from another page keeps the rest of what they chose, but not a drawing:
    the one last made is to be shown.
    """
    told = _address()
    came_back = "next" not in st.session_state  # a button's state goes when its page is left
    if came_back:
        kept = st.session_state.get("walk", {})
        told = {name: value for name, value in kept.items() if name != "ink"} | told
        st.session_state.playing = False
    elif told == st.session_state.mirrored:
        return
    st.session_state.walk = told
    st.session_state.mirrored = told


def mirror() -> None:
    """Write what is chosen into the address."""
    walk = st.session_state.walk
    rewrite("forward", {name: [walk[name]] if walk.get(name) else [] for name in NAMES})
    st.session_state.mirrored = _address()


def _address() -> dict[str, str]:
    said = {name: told("forward", name) for name in NAMES}
    return {name: text for name, value in said.items() if (text := _text(name, value)) is not None}


def current_step(trace: Trace) -> int:
    """Return the step that the address names, or the first one."""
    symbol = chosen("step")
    return trace.symbols.index(symbol) if symbol in trace.symbols else 0


def go(symbol: str) -> None:
    """Jump to a step, and stop playing."""
    st.session_state.playing = False
    choose(step=None if symbol == "X" else symbol)


def move(trace: Trace, by: int) -> None:
    """Go on or back some steps from where the walk is now, as far as there are any."""
    go(trace.symbols[min(max(current_step(trace) + by, 0), len(trace) - 1)])


def pick(
    key: str,
    options: Mapping[str, str],
    current: str,
    action: Callable[[str], None],
    look: Safe,
    width: Literal["content", "stretch"] = "content",
) -> None:
    """Show a row of buttons, one of which is current and gets its own CSS.

    They are buttons, not a segmented control: that one swallows the arrow keys once it has the focus.
    """
    if current in options:
        style(css(".st-key-$key-$current button { $look }", key=key, current=current, look=look))
    with st.container(horizontal=True, gap="xsmall", key=key, width=width):
        for value, text in options.items():
            st.button(text, key=f"{key}-{value}", on_click=action, args=(value,))


def quiet_style(theme: Theme) -> Safe:
    """Return the CSS of a choice that is made, where nothing is happening now."""
    return css("border-color:$ink; box-shadow:inset 0 0 0 1px $ink; font-weight:600", ink=theme.ink)


def strip(theme: Theme, trace: Trace, step: int) -> None:
    """Show the steps with their shapes; the one that is happening now is under the highlighter."""
    to_come = [
        css(" .st-key-strip-$symbol button {color:$muted}", symbol=symbol, muted=theme.muted)
        for symbol in trace.symbols[step + 1 :]
    ]
    style(joined([css(STRIP), *to_come]))
    labels = {step.symbol: f"**{step.symbol}** {shape(step.shape)}" for step in trace}
    marker = theme.highlight  # also under the pointer, where a button has colours of its own
    look = css(
        "background:$marker !important; border-color:$marker; color:$ink !important",
        marker=marker,
        ink=theme.on_highlight,
    )
    pick("strip", labels, trace.symbols[step], go, look, "stretch")


def shape(value: tuple[int, ...]) -> str:
    """Return a shape as NumPy prints it, without spaces: (50,) or (100,784)."""
    return str(value).replace(" ", "")


def controls(trace: Trace, step: int, *, may_play: bool) -> None:
    """Show the buttons that move; the arrow keys press two of them."""
    last = len(trace) - 1
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="controls"):
        _move("First", "first_page", trace, -last, disabled=step == 0)
        _move("Previous", "chevron_left", trace, -1, disabled=step == 0, shortcut="Left")
        _move("Next", "chevron_right", trace, 1, disabled=step == last, shortcut="Right")
        _move("Last", "last_page", trace, last, disabled=step == last)
        _play_button(trace, at_end=step == last, may_play=may_play)
        number_field(
            "Seconds a step",
            _pace(),
            Range(PACE_FIELD, 0.5, 10),
            _set_pace,
            key="pace_field",
            step=0.5,
            label_visibility="collapsed",
            icon=":material/timer:",
            width=150,
        )
        st.caption("seconds a step")
    moves = {"previous": partial(move, trace, -1), "next": partial(move, trace, 1)}
    each_click_counts("walk", moves, {"ArrowLeft": "previous", "ArrowRight": "next"})
    show_refusal(PACE_FIELD)


def _pace() -> float:
    return float(st.session_state.get("pace", PACE))


def _set_pace() -> None:
    st.session_state.pace = st.session_state.pace_field


def _move(
    text: str, icon: str, trace: Trace, by: int, *, disabled: bool, shortcut: str | None = None
) -> None:
    st.button(
        text,
        key=text.lower(),
        icon=f":material/{icon}:",
        on_click=move,
        args=(trace, by),
        disabled=disabled,
        shortcut=shortcut,
        type="primary" if text == "Next" else "secondary",
    )


def _play_button(trace: Trace, *, at_end: bool, may_play: bool) -> None:
    if is_playing():
        st.button("Stop", key="stop", icon=":material/stop:", on_click=_stop)
        run_again("walk", _pace(), partial(_play_on, trace))
    else:
        icon = ":material/play_arrow:"
        st.button("Play", key="play", icon=icon, on_click=_play, args=(at_end,), disabled=not may_play)


def is_playing() -> bool:
    """Whether the walk moves by itself."""
    return bool(st.session_state.get("playing"))


def _play(at_end: bool) -> None:
    if at_end:
        go("X")
    st.session_state.playing = True


def _stop() -> None:
    st.session_state.playing = False


def _play_on(trace: Trace) -> None:
    if is_playing():
        move(trace, 1)
        st.session_state.playing = current_step(trace) < len(trace) - 1
