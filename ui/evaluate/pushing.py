"""How far can you push? All 10 000 images distorted at once, and the accuracy that remains."""

import pandas as pd
import streamlit as st

from nncore import Distortion, Network, as_seen, distort, read_distorted
from ui.address import bound
from ui.address.table import DISTORTIONS
from ui.evaluate.measuring import DIALS, Asked, Dial, Measured
from ui.figures.base import show_pixels
from ui.figures.curves import lines_chart
from ui.figures.pixels import activation_picture
from ui.numbers import grouped, share
from ui.page import try_this
from ui.resources import digit_network, test_input, test_set
from ui.sidebar import predict_first
from ui.source import show_code
from ui.state.own_network import OUR_NAME, YOUR_NAME, own_network
from ui.theme import current_theme
from ui.widgets.number_guess import revealed
from ui.work import forget, show_work, work, work_of

NAMES = {dial.field: dial.label for dial in DIALS}
SAMPLES = 8


def show_pushing() -> None:
    """Show the dials, the accuracy, a few images as the network sees them, and the curve."""
    st.markdown(
        "The network has learned digits of one size, in one place. Push all 10 000 out of shape and watch; "
        "then prepare them again as MNIST's own were, and see what that mends."
    )
    _desk()
    show_code(distort, read_distorted)
    try_this(
        "Shift by 5 pixels, then switch the preparation on: why does the curve become flat?",
        "Rotate by 90° or 180°: which digits does it take for which others? Does the preparation help?",
        "Invert. It is the same picture to you: what is it to the first layer's weights?",
    )


@st.fragment
def _desk() -> None:
    samples = st.container()
    by = _dials()
    with samples:
        _samples(by, bool(st.session_state.prepared))
    _measurements(by, bool(st.session_state.prepared))


@st.fragment
def _measurements(by: Distortion, prepared: bool) -> None:
    """The accuracy and the curve: they are measured slice by slice, and this part alone is redrawn."""
    results, below = st.container(), st.container()
    with below:
        field = st.selectbox(
            "Curve over",
            list(NAMES),
            format_func=NAMES.__getitem__,
            key="curve",
            persist_state="session",
            width=220,
        )
    dial = next(d for d in DIALS if d.field == field)
    asked = Asked(_networks(), by, prepared, dial)
    measured = work("push", asked, asked.measure).last
    with results:
        known = measured is not None and _guessed(asked, measured)
        if measured and known:
            _show_accuracy(asked, measured)
    with below:
        if measured and known:
            _show_curve(asked, measured)
        show_work("push")
        if work_of("push").stopped:
            st.info("Stopped. Move a slider, or measure again.", icon=":material/stop:")
            st.button("Measure again", icon=":material/refresh:", on_click=forget, args=("push",))


def _guessed(asked: Asked, measured: Measured) -> bool:
    """Let a class that predicts first guess what the network in use makes of this distortion."""
    if not predict_first():
        return True
    answers = measured.whole[len(asked.networks) - 1]  # ours, or the visitor's own beside it
    if answers is None or answers.total < len(test_set()[1]):
        st.caption("One moment: all images are read.")
        return False
    truth = 100 * answers.accuracy
    context = f"{asked.by} {asked.prepared} {truth}"
    return revealed("Of 100 images, how many does it read right now?", truth, context)


def _dials() -> Distortion:
    """Show the sliders and switches, and return the distortion that they mean."""
    with st.container(horizontal=True):
        for dial in DIALS:
            _slider(dial)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        inverted = st.toggle("Invert", **bound("evaluate", "push_inverted"), persist_state="session")
        st.toggle("Prepare again as MNIST", **bound("evaluate", "prepared"), persist_state="session")
        st.button("Reset", icon=":material/restart_alt:", on_click=_reset)
    values = {dial.field: float(st.session_state[dial.key]) for dial in DIALS}
    return Distortion(**values, inverted=inverted)


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


def _networks() -> tuple[tuple[str, Network], ...]:
    """Return what is compared, with its name: ours, and beside it the visitor's own."""
    own = own_network()
    return (OUR_NAME, digit_network()), *(((YOUR_NAME, own.network),) if own else ())


def _show_accuracy(asked: Asked, measured: Measured) -> None:
    """Show the accuracy on every tenth image until it is known on all of them."""
    columns = st.columns(max(2, len(asked.networks)))
    for place, (name, _), answers in zip(columns, asked.networks, measured.whole, strict=False):
        if answers is not None:
            words = f"{grouped(answers.correct)} of {grouped(answers.total)}"
            place.metric(
                f"{name}, right answers",
                share(answers.accuracy),
                delta=words + (", then all …" if answers.total < len(test_set()[1]) else ""),
                delta_color="off",
                delta_arrow="off",
                border=True,
            )


def _samples(by: Distortion, prepared: bool) -> None:
    theme, images = current_theme(), test_input()[:SAMPLES].reshape(-1, 28, 28)
    (seen,) = as_seen(images, by, prepared=prepared)
    st.markdown("**As the network sees them**")
    pictures = [activation_picture(theme, picture, 8) for picture in seen]
    show_pixels(pictures, [f"Test image {n} after the push" for n in range(SAMPLES)], 72)


def _show_curve(asked: Asked, measured: Measured) -> None:
    theme, dial = current_theme(), asked.dial
    names = [name for name, _ in asked.networks]
    table = pd.DataFrame(
        [
            {"x": x, "share": y, "kind": name}
            for name, curve in zip(names, measured.curves, strict=True)
            for x, y in zip(dial.values, curve, strict=False)
        ],
        columns=["x", "share", "kind"],
    )
    colours = dict(zip(names, (theme.primary, theme.negative), strict=False))
    now = getattr(asked.by, dial.field)
    chart = lines_chart(theme, table, dial.label, now, colours, ends=DISTORTIONS[dial.field])
    st.altair_chart(chart, alt=f"The share of right answers against {dial.label.lower()}")
    st.caption("The curve is measured on every tenth image; the other sliders stay where they are.")
