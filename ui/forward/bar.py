"""The bar of a walk: back and on, every step, and Play; the arrow keys move too."""

from functools import partial

import streamlit as st

from nncore import Trace
from ui.address import bound, value_of
from ui.components.fragment import goes_on
from ui.forward.formulas import shape
from ui.forward.scene import Scene
from ui.forward.walk import forward_state, go, play, play_on, stop
from ui.language import _
from ui.widgets.guess import predict_first
from ui.widgets.step_bar import show_step_bar


def show_bar(scene: Scene) -> None:
    """Show the steps, the buttons that move between them, and Play."""
    steps = {step.symbol: shape(step.shape) for step in scene.whole}
    show_step_bar(steps, lambda: str(value_of("forward", "step")), go, partial(_play, scene.trace))


def _play(trace: Trace) -> None:
    """Show Play; while the walk plays, Stop and its pace."""
    if not forward_state().playing:
        icon, off = ":material/play_arrow:", predict_first()
        act = partial(play, trace)
        st.button(_("Play"), key="play", icon=icon, type="tertiary", on_click=act, disabled=off)
        return
    st.button(_("Stop"), key="stop", icon=":material/stop:", type="tertiary", on_click=stop)
    pace = st.number_input(_("Seconds a step"), **bound("forward", "pace"), width=150)
    if goes_on("walk", pace):
        play_on(trace)
        st.rerun()
