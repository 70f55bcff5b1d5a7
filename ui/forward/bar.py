"""The bar above the diagram: back and on, every step, and in one quiet line what one sets once."""

from functools import partial

import streamlit as st

from nncore import Trace
from ui.components.clicks import each_click_counts
from ui.components.inside import WRAPPER
from ui.components.markup import css, joined, style
from ui.forward.chosen_digit import choose_digit
from ui.forward.forward_state import forward_state
from ui.forward.scene import Scene
from ui.forward.walk import choose, go, is_playing, move, play, shape, stop
from ui.sidebar import predict_first
from ui.theme import Theme, current_theme
from ui.widgets.number_field import Range, number_field, show_refusal
from ui.widgets.pick import now_style, pick, quiet_style

VIEWS = {"one": "One image", "batch": "A batch of 100"}
PACE_FIELD = "the field of seconds"
BAR_LOOK = css(
    """
.st-key-bar {row-gap: .25rem; scroll-margin-top: 3.75rem}
$wrapper:has(> .st-key-quiet) {flex: 1 0 100%}
$wrapper:has(> .st-key-strip) {flex: 1 1 20rem}
.st-key-quiet button {min-height: 2rem; padding: 0 .5rem}
.st-key-strip {flex-wrap: nowrap}
.st-key-strip > div {flex: 1 1 0; min-width: 0}
.st-key-strip button {width: 100%; padding: .15rem 0}
.st-key-strip button p {font-size: .75rem; line-height: 1.4}
.st-key-strip strong {display: block; font-size: 1.05rem}
@media (min-width: 1500px) {
  .st-key-strip button p {font-size: 1rem}
  .st-key-strip strong {font-size: 1.4rem}
}
@media (max-width: 640px) {
  .st-key-bar > .st-key-previous {order: 1}
  .st-key-bar > .st-key-next {order: 2}
  $wrapper:has(> .st-key-quiet) {order: 3; flex: 1 1 0; min-width: 0; width: auto}
  .st-key-quiet {flex-wrap: nowrap; justify-content: flex-end}
  .st-key-quiet button p {font-size: 0}
  .st-key-bar kbd, .st-key-quiet button > div > [aria-hidden=true] {display: none}
  $wrapper:has(> .st-key-strip) {order: 4; flex: 1 0 100%}
  .st-key-strip button p {display: block; font-size: 0; line-height: 0}
  .st-key-strip button {min-height: 0; height: 2.25rem}
  .st-key-strip strong {font-size: 1rem; line-height: 1.6}
}
""",
    wrapper=WRAPPER,
)
"""How the bar looks; where it is narrow in two rows, the quiet line as signs without words."""


def show_bar(scene: Scene) -> None:
    """Show the ways to move, and the ways to what one sets once; the arrow keys move too."""
    trace, step = scene.trace, scene.moment.step
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="bar"):
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="quiet"):
            if scene.digit:
                choose_digit(scene.digit)
            _play_button(at_end=step == len(trace) - 1)
            _set_once(scene)
        _move("Back", "previous", "chevron_left", trace, -1, disabled=step == 0, shortcut="Left")
        _strip(current_theme(), scene.whole, step)
        _move("Next", "next", "chevron_right", trace, 1, disabled=step == len(trace) - 1, shortcut="Right")
    moves = {"previous": partial(move, trace, -1), "next": partial(move, trace, 1)}
    each_click_counts("walk", moves, {"ArrowLeft": "previous", "ArrowRight": "next"})
    show_refusal(PACE_FIELD)


def _strip(theme: Theme, trace: Trace, step: int) -> None:
    """Show the steps with their shapes; the one that is happening now is under the highlighter."""
    to_come = [
        css(" .st-key-strip-$symbol button {color:$muted}", symbol=symbol, muted=theme.muted)
        for symbol in trace.symbols[step + 1 :]
    ]
    style(joined(to_come))
    labels = {step.symbol: f"**{step.symbol}** {shape(step.shape)}" for step in trace}
    pick("strip", labels, trace.symbols[step], go, now_style(theme), "stretch")


def _set_once(scene: Scene) -> None:
    """Let the learner set the pace, and whether one image goes through the network or a batch."""
    batch = "batch" if scene.is_batch else "one"
    name = f"{VIEWS[batch]}, pace" if scene.digit else "Pace"
    with st.popover(name, icon=":material/tune:", type="tertiary", key="settings"):
        if scene.digit:
            pick("view", VIEWS, batch, _choose_view, quiet_style(current_theme()))
        fits, look = Range(PACE_FIELD, 0.5, 10), {"icon": ":material/timer:", "width": 190}
        number_field("Seconds a step", forward_state().pace, fits, _set_pace, key="pace_field", **look)


def _choose_view(view: str) -> None:
    choose(batch="batch" if view == "batch" else None)


def _set_pace(seconds: float) -> None:
    forward_state().pace = seconds


def _move(text: str, key: str, icon: str, trace: Trace, by: int, *, disabled: bool, shortcut: str) -> None:
    st.button(
        text,
        key=key,
        icon=f":material/{icon}:",
        on_click=move,
        args=(trace, by),
        disabled=disabled,
        shortcut=shortcut,
        type="primary" if key == "next" else "secondary",
    )


def _play_button(*, at_end: bool) -> None:
    look = {"type": "tertiary"}
    if is_playing():
        st.button("Stop", key="stop", icon=":material/stop:", on_click=stop, **look)  # type: ignore[arg-type]
        return
    icon, off = ":material/play_arrow:", predict_first()
    st.button("Play", key="play", icon=icon, on_click=play, args=(at_end,), disabled=off, **look)  # type: ignore[arg-type]
