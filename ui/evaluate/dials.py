"""The sliders and switches that push the test set out of shape, and the button that sets all of them back."""

import streamlit as st

from nncore import Distortion
from ui.address import bound, put, value_of
from ui.address.settings import PUSHES
from ui.evaluate.measuring import DIALS, Dial
from ui.widgets.controls import recall

PAIRS = dict(zip(PUSHES, zip(DIALS[::2], DIALS[1::2], strict=True), strict=True))
"""The two sliders of each kind of push."""


def choose_distortion() -> tuple[Distortion, Dial]:
    """Show sliders and switches; return the distortion that they mean, and the dial that was moved last."""
    kind = st.segmented_control(
        "Push", **bound("evaluate", "push"), required=True, label_visibility="collapsed"
    )
    pair = PAIRS[str(kind or next(iter(PUSHES)))]
    with st.container(horizontal=True):
        for dial in pair:
            _slider(dial)
    with st.container(horizontal=True, vertical_alignment="center"):
        inverted = st.toggle("Invert", **bound("evaluate", "push_inverted"))
        st.toggle("Prepare again as MNIST", **bound("evaluate", "prepared"))
        st.button("No push", on_click=_reset, type="tertiary")
    values = {dial.field: float(value_of("evaluate", dial.key)) for dial in DIALS}
    _tell_others(pair, values)
    moved = next((dial for dial in pair if dial.field == st.session_state.get("curve")), pair[0])
    return Distortion(**values, inverted=inverted), moved


def _slider(dial: Dial) -> None:
    given = bound("evaluate", dial.key)
    st.slider(
        dial.label,
        **given,
        step=dial.step,
        format=dial.format,
        on_change=recall,
        args=({"curve": dial.field},),
    )


def _tell_others(pair: tuple[Dial, ...], values: dict[str, float]) -> None:
    """Say what other kinds of push hold besides."""
    others = [dial for dial in DIALS if dial not in pair and values[dial.field] != dial.rest]
    if others:
        st.caption("Besides: " + ", ".join(f"{d.label} {d.format % values[d.field]}" for d in others))


def _reset() -> None:
    put("evaluate", **{dial.key: dial.rest for dial in DIALS}, push_inverted=False, prepared=False)
