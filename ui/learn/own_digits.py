"""What one has trained reads one's own drawing, and goes into use on all pages."""

import io

import streamlit as st

from nncore import Array, Network, predict
from ui.address import page_link
from ui.components.canvas import ask_to_draw, canvas_buttons, draw_canvas
from ui.language import _
from ui.learn.digits_learned import FILE, KEY, digit_run, examine, live_of
from ui.learn.run import Run
from ui.learn.training_run import controls, go_on
from ui.numbers import a_digit, percent
from ui.resources import NOT_HERE, training_images_here
from ui.state.drawing import digits_of
from ui.state.own_network import back_to_ours, bring_network, network_file, own_network
from ui.widgets.bars import show_bars
from ui.widgets.live import Live


def own_digits() -> Live | None:
    """Let the visitor draw what the network reads as it learns, and take it along to all pages."""
    if not training_images_here():
        st.caption(_(NOT_HERE))
        return None
    run = digit_run()
    controls(KEY, run)
    paper, answer = st.columns(2, gap="medium")
    with paper:
        digits = digits_of(draw_canvas("learn-paper"))
        canvas_buttons("learn-paper")
    with answer:
        reads = _reading(run.network, digits[0].pixels.reshape(784)) if digits else {}
        if not digits:
            ask_to_draw()
    _take_along(run)
    live = live_of(run, *examine(run), reads)
    go_on(run)
    return live


def _reading(network: Network, x: Array) -> dict[str, object]:
    """Show what it makes of the drawing now, and return that in words."""
    y = predict(network, x)
    best = int(y.argmax())
    show_bars(y)
    return {"reads": a_digit(best), "sure": percent(float(y[best]))}


def _take_along(run: Run) -> None:
    """Let the visitor use the network on all pages, save it, and go back."""
    with st.container(horizontal=True):
        icon, ready = ":material/check:", bool(run.steps)
        use = _("Use it on all pages")
        st.button(use, key="learn_use", icon=icon, on_click=_use, args=(run,), disabled=not ready)
        st.download_button(
            _("Save it"),
            lambda: network_file(run.network),
            FILE,
            icon=":material/download:",
            on_click="ignore",
            disabled=not ready,
        )
        page_link(
            "pages/evaluate.py",
            label=_("Bring one back"),
            icon=":material/upload:",
            query_params=[("at", "own-network")],
        )
        if own_network():
            st.button(
                _("Back to our network"), icon=":material/undo:", on_click=back_to_ours, key="learn_back"
            )


def _use(run: Run) -> None:
    """Take it into use as a file that is uploaded: by the same door."""
    bring_network(FILE, io.BytesIO(network_file(run.network)))
