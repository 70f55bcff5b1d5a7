"""The walk through a forward pass: where it stands, and what is chosen on the page.

What is chosen on the page is kept for this visitor and mirrored in the address, so that a reload,
a link to a friend and the browser's Back all lead to the same picture. A run of the whole page
believes the address. A run of the viewer alone does not: it carries the address as the browser
knew it when the key was pressed, which may be a step behind.
"""

from typing import Any

import streamlit as st

from nncore import Trace
from ui.address import PARAMETERS, parameter, rewrite, told
from ui.address.kinds import Kind
from ui.forward.forward_state import forward_state

NAMES = tuple(name for page, name in PARAMETERS if page == "forward" and name != "only")
"""The settings in the address that belong to the walk."""


def chosen(name: str) -> Any | None:
    """Return what is chosen under a name, or None if nothing is."""
    text = forward_state().walk.get(name)
    return None if text is None else parameter("forward", name).kind.read([text])


def choose(**settings: object) -> None:
    """Choose something; None leaves it to its default. `mirror` writes it into the address."""
    texts = {name: _text(name, value) for name, value in settings.items()}
    state = forward_state()
    state.walk = {**state.walk, **texts}


def leave_out(name: str, kind: Kind) -> None:
    """Leave to its default what is chosen but not of a narrower kind, and say so."""
    text = forward_state().walk.get(name)
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
    told, state = _address(), forward_state()
    came_back = "next" not in st.session_state  # a button's state goes when its page is left
    if came_back:
        told = {name: text for name, text in state.walk.items() if text and name != "ink"} | told
        state.playing = False
    elif told == state.mirrored:
        return
    state.walk, state.mirrored = dict(told), told


def mirror() -> None:
    """Write what is chosen into the address."""
    state = forward_state()
    texts = {name: state.walk.get(name) for name in NAMES}
    rewrite("forward", {name: [text] if text else [] for name, text in texts.items()})
    state.mirrored = _address()


def _address() -> dict[str, str]:
    said = {name: told("forward", name) for name in NAMES}
    return {name: text for name, value in said.items() if (text := _text(name, value)) is not None}


def current_step(trace: Trace) -> int:
    """Return the step that the address names, or the first one."""
    symbol = chosen("step")
    return trace.symbols.index(symbol) if symbol in trace.symbols else 0


def go(symbol: str) -> None:
    """Jump to a step, and stop playing."""
    forward_state().playing = False
    choose(step=None if symbol == "X" else symbol)


def move(trace: Trace, by: int) -> None:
    """Go on or back some steps from where the walk is now, as far as there are any."""
    go(trace.symbols[min(max(current_step(trace) + by, 0), len(trace) - 1)])


def shape(value: tuple[int, ...]) -> str:
    """Return a shape as NumPy prints it, without spaces: (50,) or (100,784)."""
    return str(value).replace(" ", "")


def is_playing() -> bool:
    """Whether the walk moves by itself."""
    return forward_state().playing


def play(at_end: bool) -> None:
    """Let the walk move by itself, from the start if it has arrived."""
    if at_end:
        go("X")
    forward_state().playing = True


def stop() -> None:
    """Let it stand still."""
    forward_state().playing = False


def play_on(trace: Trace) -> None:
    """Go on by itself, as far as there are steps."""
    move(trace, 1)
    forward_state().playing = current_step(trace) < len(trace) - 1
