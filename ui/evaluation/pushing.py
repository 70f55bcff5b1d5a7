"""How far can you push? All 10 000 images distorted at once, and the accuracy that remains."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from nncore import Network, Push, as_seen, push, read_pushed
from ui.address import bound
from ui.address.table import PUSHES
from ui.figures.base import show_pixels
from ui.figures.curves import lines_chart
from ui.figures.pixels import activation_picture
from ui.number_guess import revealed
from ui.numbers import grouped, share
from ui.own_network import OUR_NAME, YOUR_NAME, network_in_use, own_network
from ui.page import try_this
from ui.resources import digit_network, our_curve, push_curve, test_input, test_set
from ui.sidebar import predict_first
from ui.source import show_code
from ui.theme import current_theme


@dataclass(frozen=True)
class Dial:
    """A slider for one field of `Push`: its label, step and unit; the address knows its ends."""

    field: str
    label: str
    step: float
    format: str

    @property
    def rest(self) -> float:
        """The value at which nothing changes."""
        return float(getattr(Push(), self.field))

    @property
    def key(self) -> str:
        """The name of the slider in the address."""
        return f"push_{self.field}"

    @property
    def values(self) -> tuple[float, ...]:
        """The 21 places at which the curve is measured."""
        return tuple(np.linspace(*PUSHES[self.field], 21).round(6).tolist())


DIALS = (
    Dial("right", "Shift right", 0.5, "%.1f px"),
    Dial("down", "Shift down", 0.5, "%.1f px"),
    Dial("turn", "Rotate", 1.0, "%.0f°"),
    Dial("size", "Scale", 0.05, "× %.2f"),
    Dial("slant", "Shear", 0.05, "%.2f"),
    Dial("thickness", "Stroke thickness", 0.25, "%.2f px"),
    Dial("noise", "Noise", 0.05, "%.2f"),
    Dial("contrast", "Contrast", 0.1, "× %.1f"),
)
NAMES = {dial.field: dial.label for dial in DIALS}
SAMPLES = 8


def show_pushing() -> None:
    """Show the dials, the accuracy, a few images as the network sees them, and the curve."""
    st.markdown(
        "The network has learned digits of one size, in one place. Push all 10 000 out of shape and watch; "
        "then prepare them again as MNIST's own were, and see what that mends."
    )
    _desk()
    show_code(push, read_pushed)
    try_this(
        "Shift by 5 pixels, then switch the preparation on: why does the curve become flat?",
        "Rotate by 90° or 180°: which digits does it take for which others? Does the preparation help?",
        "Invert. It is the same picture to you: what is it to the first layer's weights?",
    )


@st.fragment
def _desk() -> None:
    results, samples = st.container(), st.container()
    by = _dials()
    prepared, networks = bool(st.session_state.prepared), _networks()
    with samples:
        _samples(by, prepared)
    with results:
        if not _guessed(by, prepared):
            return
        _results(networks, by, prepared)
    _curves(networks, by, prepared)


def _guessed(by: Push, prepared: bool) -> bool:
    """Let a class that predicts first guess what the network in use makes of this push."""
    if not predict_first():
        return True
    images, labels = test_input().reshape(-1, 28, 28), test_set()[1]
    truth = 100 * read_pushed(network_in_use(), images, labels, by, prepared=prepared).accuracy
    return revealed("Of 100 images, how many does it read right now?", truth, f"{by} {prepared} {truth}")


def _dials() -> Push:
    """Show the sliders and switches, and return the push that they mean."""
    with st.container(horizontal=True):
        for dial in DIALS:
            _slider(dial)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        inverted = st.toggle("Invert", **bound("evaluate", "push_inverted"), persist_state="session")
        st.toggle("Prepare again as MNIST", **bound("evaluate", "prepared"), persist_state="session")
        st.button("Reset", icon=":material/restart_alt:", on_click=_reset)
    values = {dial.field: float(st.session_state[dial.key]) for dial in DIALS}
    return Push(**values, inverted=inverted)


def _slider(dial: Dial) -> None:
    st.slider(
        dial.label,
        **bound("evaluate", dial.key),
        step=dial.step,
        format=dial.format,
        persist_state="session",
        on_change=_show_curve_over,
        args=(dial.field,),
        width=152,
    )


def _show_curve_over(field: str) -> None:
    st.session_state.curve = field


def _reset() -> None:
    for dial in DIALS:
        st.session_state[dial.key] = dial.rest
    st.session_state.push_inverted = False


def _networks() -> dict[str, Network]:
    """Return what is compared, by name: ours, and beside it the visitor's own."""
    own = own_network()
    return {OUR_NAME: digit_network()} | ({YOUR_NAME: own.network} if own else {})


def _results(networks: dict[str, Network], by: Push, prepared: bool) -> None:
    """Show the accuracy on every tenth image as soon as it is known, then on all of them."""
    images, labels = test_input().reshape(-1, 28, 28), test_set()[1]
    places = [column.empty() for column in st.columns(max(2, len(networks)))]
    for step in (10, 1):
        for place, (name, network) in zip(places, networks.items(), strict=False):
            reading = read_pushed(network, images[::step], labels[::step], by, prepared=prepared)
            right, total = grouped(int(reading.right.sum())), grouped(len(reading.t))
            words = f"{right} of {total}" + (", then all …" if step > 1 else "")
            place.metric(
                f"{name}, right answers",
                share(reading.accuracy),
                delta=words,
                delta_color="off",
                delta_arrow="off",
                border=True,
            )


def _samples(by: Push, prepared: bool) -> None:
    theme, images = current_theme(), test_input()[:SAMPLES].reshape(-1, 28, 28)
    (seen,) = as_seen(images, by, prepared=prepared)
    st.markdown("**As the network sees them**")
    pictures = [activation_picture(theme, picture, 8) for picture in seen]
    show_pixels(pictures, [f"Test image {n} after the push" for n in range(SAMPLES)], 72)


def _curves(networks: dict[str, Network], by: Push, prepared: bool) -> None:
    field = st.selectbox(
        "Curve over",
        list(NAMES),
        format_func=NAMES.__getitem__,
        key="curve",
        persist_state="session",
        width=220,
    )
    dial = next(d for d in DIALS if d.field == field)
    others = by.with_one(field, dial.rest)
    table = pd.concat(
        pd.DataFrame({"x": dial.values, "share": _curve(name, dial, others, prepared), "kind": name})
        for name in networks
    )
    theme = current_theme()
    colours = dict(zip(networks, (theme.primary, theme.negative), strict=False))
    chart = lines_chart(theme, table, dial.label, getattr(by, field), colours)
    st.altair_chart(chart, alt=f"The share of right answers against {dial.label.lower()}")
    st.caption("The curve is measured on every tenth image; the other sliders stay where they are.")


def _curve(name: str, dial: Dial, others: Push, prepared: bool) -> tuple[float, ...]:
    own = own_network()
    if own is None or name == OUR_NAME:
        return our_curve(dial.field, dial.values, others, prepared)
    key = (dial.field, others, prepared)
    if key not in own.curves:
        own.curves[key] = push_curve(own.network, dial.field, dial.values, others, prepared)
    return own.curves[key]
