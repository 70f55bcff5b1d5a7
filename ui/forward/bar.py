"""The bar of a walk: back and on, every step, and Play; the arrow keys move too."""

from functools import partial

import streamlit as st

from nncore import Trace
from ui.components.clicks import each_click_counts
from ui.components.fragment import goes_on
from ui.components.markup import css, style
from ui.forward.forward_state import forward_state
from ui.forward.scene import Scene
from ui.forward.walk import go, move, play, play_on, shape, stop
from ui.theme import current_theme
from ui.widgets.guess import predict_first
from ui.widgets.number_field import Range, number_field, show_refusal

PACE_FIELD = "the field of seconds"
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
    at_end = step == len(trace) - 1
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="bar"):
        _move("Step back", "step-back", "chevron_left", trace, -1, disabled=step == 0, shortcut="Left")
        _strip(scene.whole, step)
        _move("Step", "step-on", "chevron_right", trace, 1, disabled=at_end, shortcut="Right")
        _play(trace, at_end=at_end)
    moves = {"step-back": partial(move, trace, -1), "step-on": partial(move, trace, 1)}
    each_click_counts("walk", moves, {"ArrowLeft": "step-back", "ArrowRight": "step-on"}, "strip")
    show_refusal(PACE_FIELD)


def _strip(trace: Trace, step: int) -> None:
    """Show the steps with their shapes; the one that is happening now is under the highlighter.

    At each step it is another widget: what a browser still says of the last one would be a step back.
    """
    labels = {step.symbol: f"**{step.symbol}** {shape(step.shape)}" for step in trace}
    key = f"strip-{trace.symbols[step]}"
    with st.container(key="strip"):
        st.segmented_control(
            "Step of the walk",
            list(labels),
            default=trace.symbols[step],
            key=key,
            required=True,
            format_func=labels.__getitem__,
            label_visibility="collapsed",
            on_change=lambda: go(st.session_state[key]),
            wrap=False,
        )


def _move(text: str, key: str, icon: str, trace: Trace, by: int, *, disabled: bool, shortcut: str) -> None:
    st.button(
        text,
        key=key,
        icon=f":material/{icon}:",
        on_click=move,
        args=(trace, by),
        disabled=disabled,
        shortcut=shortcut,
    )


def _play(trace: Trace, *, at_end: bool) -> None:
    """Let the walk move by itself, and meanwhile set its pace."""
    state = forward_state()
    if not state.playing:
        icon, off = ":material/play_arrow:", predict_first()
        st.button("Play", key="play", icon=icon, type="tertiary", on_click=play, args=(at_end,), disabled=off)
        return
    st.button("Stop", key="stop", icon=":material/stop:", type="tertiary", on_click=stop)
    fits, look = Range(PACE_FIELD, 0.5, 10), {"icon": ":material/timer:", "width": 150}
    number_field("Seconds a step", state.pace, fits, _set_pace, key="pace_field", **look)
    if goes_on("walk", state.pace):
        play_on(trace)
        st.rerun()


def _set_pace(seconds: float) -> None:
    forward_state().pace = seconds
