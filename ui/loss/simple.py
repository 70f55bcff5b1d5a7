"""Every weight at once: the book's simpleNet, one layer that learns one example."""

import numpy as np
import streamlit as st

from nncore import SGD, Array, Layer, Network, backward, cross_entropy_error, read_only, tried_slope
from ui.figures.learning_charts import falling
from ui.loss.loss_state import loss_state
from ui.numbers import minus
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.lesson import Live
from ui.widgets.predict_first import predict
from ui.widgets.table import show_table

X, T = read_only(np.array([0.6, 0.9])), read_only(np.array([0, 0, 1]))
W = read_only(np.array([[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]))
"""The book's simpleNet (section 4.4.2)."""
RATE = 0.1
MOST_STEPS = 200
"""So many steps can be taken."""


def simple_net(W: Array) -> Network:
    """Return a layer of these weights without biases, and softmax."""
    return Network([Layer(W, np.zeros(W.shape[1]), "softmax")])


def learned(steps: int) -> tuple[Array, list[float]]:
    """Return the weights after so many steps, and the loss before each and at the end."""
    params, optimizer, losses = {"W": W.copy()}, SGD(RATE), []
    for _ in range(steps):
        network = simple_net(params["W"])
        trace = network.forward(X)
        losses.append(cross_entropy_error(trace.Y, T))
        optimizer.update(params, {"W": backward(network, trace, T)["W1"]})
    return params["W"], [*losses, cross_entropy_error(simple_net(params["W"]).forward(X).Y, T)]


def every_weight() -> Live:
    """Show all six slopes at once, and the loss that falls with each step."""
    steps = loss_state().simple_steps
    weights, losses = learned(steps)
    buttons = st.container()
    theme, network = current_theme(), simple_net(weights)
    trace = network.forward(X)
    back = backward(network, trace, T)
    following = learned(steps + 1)[1][-1]
    left, right = st.columns(2, gap="large")
    with left:
        _tables(weights, back["W1"], back["dA1"])
    with right:
        st.latex(_answer(trace["A1"], trace.Y))
        st.metric("Loss", f"{losses[-1]:.6f}")
        asked = {"loss_now": f"{losses[-1]:.4f}", "next_loss": round(following, 4)}
        guess = predict("next-loss", steps, asked, within=0.01)
        with buttons:
            _controls(steps, may_step=bool(guess) and steps < MOST_STEPS)
        if steps:
            series = {"loss": (np.arange(steps + 1), np.array(losses))}
            alt = f"The loss after each step, from {losses[0]:.3f} to {losses[-1]:.3f}."
            plot = falling(theme, series, 1.0, alt)
            name = "Loss after each step"
            show_plot(plot, "simple_loss", name, lambda: {"step": range(steps + 1), "loss": losses})
    values = {
        **asked,
        "steps_taken": steps,
        "slope_00": round(float(back["W1"][0, 0]), 3),
        "tried_00": round(tried_slope(network, X, T, ("W1", (0, 0))), 3),
        "outer_entry": round(0.9 * -0.6, 2),
    }
    return Live(
        values=values,
        done={"loss-below-half": True if losses[-1] < 0.5 else "go-on" if steps else False},
        mistakes={"one-outer": {"other-input": 0.6 * -0.6, "sign": 0.54, "wanted-instead": 0.9 * 0.4}},
    )


def _move(by: int) -> None:
    loss_state().simple_steps = min(loss_state().simple_steps + by, MOST_STEPS)


def _controls(steps: int, *, may_step: bool) -> None:
    with st.container(horizontal=True):
        st.button("One step", key="simple_one", on_click=_move, args=(1,), disabled=not may_step)
        st.button("Ten steps", key="simple_ten", on_click=_move, args=(10,), disabled=not may_step)
        st.button("Start again", key="simple_zero", on_click=_move, args=(-steps,), disabled=not steps)


def _answer(a: Array, y: Array) -> str:
    row = ", ".join
    sums, shares = row(f"{v:.6f}" for v in a), row(f"{v:.4f}" for v in y)
    return rf"\begin{{aligned}} p &= [{sums}] \\ y &= [{shares}] \\ t &= [0, 0, 1] \end{{aligned}}"


def _tables(weights: Array, dW: Array, error: Array) -> None:
    """Show y − t, the gradient that it makes with x, and the weights."""
    outputs = [f"output {k}" for k in range(3)]
    rows = [("y − t", *_row(error, 3))]
    rows += [(f"dW[{i}] = {minus(X[i])} · (y − t)", *_row(dW[i], 3)) for i in range(2)]
    rows += [(f"W[{i}]", *_row(weights[i], 4)) for i in range(2)]
    show_table(("", *outputs), rows)


def _row(values: Array, digits: int) -> list[str]:
    return [minus(f"{value:.{digits}f}") for value in values]
