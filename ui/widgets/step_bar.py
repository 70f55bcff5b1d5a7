"""The bar of a walk: buttons back and on, and all steps; the arrow keys move too."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from ui.components.clicks import each_click_counts
from ui.language import _


def show_step_bar(
    steps: Mapping[str, str],
    where: Callable[[], str],
    go: Callable[[str], None],
    more: Callable[[], None] = lambda: None,
    *,
    on: str = "",
) -> None:
    """Show the bar.

    Parameters
    ----------
    steps : mapping
        What each step is called, by its symbol.
    where : callable
        Returns the symbol of the step at which the walk stands: several clicks may come before a redraw.
    go : callable
        Goes to a step.
    more : callable, optional
        Shows more widgets in the bar.
    on : str, optional
        The words on the button that goes on.
    """
    symbols, now = list(steps), where()
    first, last = now == symbols[0], now == symbols[-1]

    def move(by: int) -> None:
        go(symbols[min(max(symbols.index(where()) + by, 0), len(symbols) - 1)])

    moves = {"step-back": partial(move, -1), "step-on": partial(move, 1)}
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="bar"):
        icons = ":material/chevron_left:", ":material/chevron_right:"
        back, ahead = moves.values()
        words = _("Step back"), on or _("Step")
        st.button(words[0], "step-back", icon=icons[0], on_click=back, disabled=first, shortcut="Left")
        _strip(steps, now, go)
        st.button(words[1], "step-on", icon=icons[1], on_click=ahead, disabled=last, shortcut="Right")
        more()
    each_click_counts("walk", moves, {"ArrowLeft": "step-back", "ArrowRight": "step-on"}, "strip")


def _strip(steps: Mapping[str, str], now: str, go: Callable[[str], None]) -> None:
    """Show the steps; the one that is happening now is under the highlighter.

    Each step has a widget of its own, since a late message about the last one would be a step back. The
    callback of the old one may still run if a key is pressed as soon as the next step has come; its value is
    then the step that it began with, which nobody chose.
    """
    key = f"strip-{now}"

    def choose() -> None:
        if (chosen := st.session_state[key]) != now:
            go(chosen)

    with st.container(key="strip"):
        st.segmented_control(
            _("Step of the walk"),
            list(steps),
            default=now,
            key=key,
            required=True,
            format_func=lambda symbol: f"**{symbol}** {steps[symbol]}",
            label_visibility="collapsed",
            on_change=choose,
            wrap=False,
        )
