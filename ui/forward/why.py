"""Why this answer? What spoke for it and against it, which pixels pushed it, and a check of that."""

from functools import partial

import numpy as np
import streamlit as st

from nncore import Array, Balance, Network, balance, occlude, occlusion_curve, predict, saliency
from ui.figures.contributions import contribution_bars, contribution_columns
from ui.figures.curves import shares_chart
from ui.figures.pixels import activation_picture, show_pixels, signed_picture
from ui.figures.vega import rows_of
from ui.forward.forward_state import forward_state
from ui.forward.scene import Scene
from ui.numbers import minus, percent
from ui.theme import Theme
from ui.widgets.chart import as_table, by_pixel, show_chart, side_by_side
from ui.widgets.number_field import Range, number_field, show_refusal

MOST = 100
"""How many pixels can be erased."""
USUAL = 20
"""So many are, until the learner says otherwise."""
ORDERS = 10
"""How many random orders of erasing the important one is compared with."""


def show_why(theme: Theme, scene: Scene) -> None:
    """Explain the answer of the digit network at the end of its forward pass."""
    answer, runner_up = (int(k) for k in np.argsort(-scene.trace.Y, kind="stable")[:2])
    pushes = {k: saliency(scene.network, scene.trace["X"], k) for k in (answer, runner_up)}
    limit = max(float(np.abs(push).max()) for push in pushes.values())
    for k, title, place in zip(
        pushes, ("The answer", "The runner-up"), st.columns(2, gap="large"), strict=True
    ):
        with place:
            st.markdown(f"### {title}: {k} ({percent(float(scene.trace.Y[k]))})", anchors=False)
            _show_evidence(theme, scene, k)
            alt = f"The pixels that pushed the score of {k} up, in blue, and down, in orange"
            show_pixels(signed_picture(theme, pushes[k].reshape(28, 28), limit), alt, 300)
            st.caption("gradient × pixel: up blue, down orange")
            as_table(f"Pixels for {k}", partial(by_pixel, pixel=scene.trace["X"], push=pushes[k]))


def _show_evidence(theme: Theme, scene: Scene, k: int) -> None:
    """Show what the last hidden layer's neurons said for and against one digit; without one, the pixels."""
    last, sides = scene.layers, evidence_of(scene, k)
    part = "neuron" if last > 1 else "pixel"
    st.markdown(
        f"For: {sides.pro} from {_parts(sides.pros, part)}. Against: {minus(sides.con)} from {sides.cons}. "
        f"Bias: {minus(sides.bias)}. Score: **{minus(sides.total)}**"
    )
    symbol = scene.trace.symbols[2 * last - 2]
    found = scene.trace[2 * last - 2].value, scene.network[f"W{last}"][:, k], symbol
    chart = contribution_bars(theme, *found, 150)
    alt = f"What each {part} adds to the score of {k}"
    show_chart(chart, alt, f"Parts of {k}", lambda: contribution_columns(*found))


def evidence_of(scene: Scene, k: int) -> Balance:
    """Return what spoke for one digit's score and against it."""
    return balance(scene.network, scene.trace, scene.layers, k)


def important(scene: Scene) -> Array:
    """Return the pixels that pushed the answer, those that pushed most first."""
    push = saliency(scene.network, scene.trace["X"], int(scene.trace.Y.argmax()))
    return np.argsort(-push, kind="stable")[: min(MOST, np.count_nonzero(push > 0))]


def erased_now(last: int) -> int:
    """Return how many pixels are erased, of so many that can be."""
    erased = forward_state().erased
    return min(USUAL if erased is None else erased, last)


def show_erasing(theme: Theme, scene: Scene, order: Array, fading: Array, others: Array) -> None:
    """Let the learner erase pixels, and show how the answer fades, beside other pixels at random."""
    network, x, answer = scene.network, scene.trace["X"], int(scene.trace.Y.argmax())
    picture, lines = st.columns([2, 3], gap="large")
    with picture:
        last = len(order)
        count = erased_now(last)
        fits = Range("the field of pixels", 0, last, whole=True)
        number_field("Most important pixels to erase", count, fits, _set_erased, key="erased_field")
        show_refusal(fits.whose)
        erased = occlude(x, order[:count])
        left = activation_picture(theme, erased.reshape(28, 28))
        show_pixels(left, "The digit with these pixels erased", 240)
        st.markdown(_outcome(answer, predict(network, x), predict(network, erased)))
    with lines:
        alt = "The answer's probability as pixels are erased, by weight and at random"
        ways = {"most important first": fading, "at random": others}
        rows = [row for kind, way in ways.items() for row in rows_of(x=range(len(way)), share=way, kind=kind)]
        colours = dict(zip(ways, (theme.primary, theme.muted), strict=True))
        chart = shares_chart(theme, rows, "pixels erased", count, colours, ends=(0, last))
        show_chart(chart, alt, "Erasing", lambda: side_by_side(rows, "pixels erased", "x", "share", "kind"))


def _set_erased(count: float) -> None:
    forward_state().erased = int(count)


def _outcome(answer: int, before: Array, after: Array) -> str:
    """Say what erasing did to the answer's probability, and what is read now."""
    was, is_now = (percent(float(y[answer])) for y in (before, after))
    verb = "falls" if after[answer] < before[answer] else "rises"
    change = f"stays at {was}" if was == is_now else f"{verb} from {was} to {is_now}"
    now = int(after.argmax())
    other = "" if now == answer else f"; now it reads **{now}** ({percent(float(after[now]))})"
    return f"**{answer}** {change}{other}."


def at_random(network: Network, x: Array, answer: int, count: int) -> Array:
    """Return the mean probability of the answer when inked pixels are erased in random orders."""
    rng = np.random.default_rng(0)  # the same orders each time, so that the line does not flicker
    inked = np.flatnonzero(x)
    lines = [occlusion_curve(network, x, rng.permutation(inked)[:count])[:, answer] for _ in range(ORDERS)]
    return np.mean(lines, axis=0)


def _parts(count: int, part: str) -> str:
    return f"1 {part}" if count == 1 else f"{count} {part}s"
