"""The bar of a walk: back and on, every step, and Play; the arrow keys move too."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from nncore import Trace
from ui.components.clicks import each_click_counts
from ui.components.fragment import goes_on
from ui.components.markup import css, style
from ui.forward.formulas import shape
from ui.forward.scene import Scene
from ui.forward.walk import forward_state, go, move, play, play_on, stop
from ui.language import _
from ui.theme import current_theme
from ui.widgets.guess import predict_first

LOOK = """
.st-key-bar kbd {display: none}
:is(.st-key-step-back, .st-key-play, .st-key-stop) button p {font-size: 0}
:has(> .st-key-strip) {flex: 1 1 20rem}
.st-key-strip :not(button, button *) {width: 100%}
.st-key-strip.st-key-strip [role=radiogroup] {flex-wrap: nowrap; gap: .25rem}
.st-key-strip.st-key-strip button {flex: 1 1 0; min-width: 0; height: auto; padding: .15rem 0; margin: 0;
  border: 1px solid $line !important; border-radius: .5rem !important; justify-content: center}
.st-key-strip button p {font-size: .75rem; line-height: 1.35}
.st-key-strip strong {display: block; font-size: 1.05rem}
.st-key-strip.st-key-strip button[data-selected=true] {background: $now; border-color: $now !important}
.st-key-strip.st-key-strip button[data-selected=true] p {color: $on_now}
.st-key-strip.st-key-strip button[data-selected=true] ~ button p {color: $muted}
.st-key-sums h2 {padding: 0; margin: 0; font-size: 1.25rem}
.st-key-sums .katex {font-size: .9em}
.st-key-sums table {font-size: .875rem; line-height: 1.4}
:is(.st-key-toy_diagram, .st-key-names_diagram, .st-key-digit_diagram) {--diagram-most: 21rem}
.st-key-found > div {flex: 0 0 9.3rem; min-width: 0}
.st-key-pushes.st-key-pushes {flex-wrap: nowrap}
.st-key-pushes > div {flex: 1 1 0; min-width: 0}
.st-key-batch img {max-height: 19.5rem; object-fit: contain}
@media (max-width: 640px) {
  :has(> .st-key-strip) {order: -1; flex-basis: 100%}
  .st-key-strip button p {font-size: 0; line-height: 0}
  .st-key-strip strong {font-size: 1rem; line-height: 1.6}
}
"""
"""How bar and step look; on a phone the bar has two rows, and the steps no shapes."""


def walk_style() -> None:
    """Give the page the style of the bar, and of what a step shows."""
    theme = current_theme()
    look = {"line": theme.line, "muted": theme.muted, "now": theme.highlight, "on_now": theme.on_highlight}
    style(css(LOOK, **look))


def show_bar(scene: Scene) -> None:
    """Show the ways to move; while it plays, the walk goes on by itself."""
    walk_style()
    trace, step = scene.trace, scene.moment.step
    back, on = partial(move, trace, -1), partial(move, trace, 1)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="bar"):
        _move(_("Step back"), "step-back", "chevron_left", "Left", back, disabled=step == 0)
        _strip(scene.whole, step)
        _move(_("Step"), "step-on", "chevron_right", "Right", on, disabled=step == len(trace) - 1)
        _play(trace)
    moves = {"step-back": back, "step-on": on}
    each_click_counts("walk", moves, {"ArrowLeft": "step-back", "ArrowRight": "step-on"}, "strip")


def _move(text: str, key: str, icon: str, arrow: str, act: Callable[[], None], *, disabled: bool) -> None:
    icon = f":material/{icon}:"
    st.button(text, key=key, icon=icon, on_click=act, disabled=disabled, shortcut=arrow)


def _strip(trace: Trace, step: int) -> None:
    """Show the steps with their shapes; the one that is happening now is under the highlighter.

    At each step it is another widget: what a browser still says of the last one would be a step back.
    """
    labels = {step.symbol: f"**{step.symbol}** {shape(step.shape)}" for step in trace}
    key = f"strip-{trace.symbols[step]}"
    with st.container(key="strip"):
        st.segmented_control(
            _("Step of the walk"),
            list(labels),
            default=trace.symbols[step],
            key=key,
            required=True,
            format_func=labels.__getitem__,
            label_visibility="collapsed",
            on_change=lambda: go(st.session_state[key]),
            wrap=False,
        )


def _play(trace: Trace) -> None:
    """Let the walk move by itself, and meanwhile set its pace."""
    if not forward_state().playing:
        icon, off = ":material/play_arrow:", predict_first()
        act = partial(play, trace)
        st.button(_("Play"), key="play", icon=icon, type="tertiary", on_click=act, disabled=off)
        return
    st.button(_("Stop"), key="stop", icon=":material/stop:", type="tertiary", on_click=stop)
    label = _("Seconds a step")
    pace = st.number_input(label, 0.5, 10.0, 1.5, 0.5, key="pace", persist_state="session", width=150)
    if goes_on("walk", pace):
        play_on(trace)
        st.rerun()
