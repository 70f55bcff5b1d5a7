"""Every weight at once: the book's simpleNet, one layer that learns one example."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import streamlit as st

from nncore import SGD, Array, Layer, Network, backward, cross_entropy_error, read_only, tried_slope
from ui.address import bound, put, value_of
from ui.figures.learning_charts import falling
from ui.language import _
from ui.numbers import minus, rounded
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import choose_view
from ui.widgets.guess import ask_guess
from ui.widgets.live import Live
from ui.widgets.table import show_table

X, T = read_only(np.array([0.6, 0.9])), read_only(np.array([0, 0, 1]))
W = read_only(np.array([[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]))
"""The book's simpleNet (section 4.4.2)."""
RATE = 0.1
MOST_STEPS = 200
"""How many steps can be taken."""
PUSH = 0.01
"""How far one weight is pushed."""


def simple_net(W: Array) -> Network:
    """Return a layer of these weights without biases, and softmax."""
    return Network([Layer(W, np.zeros(W.shape[1]), "softmax")])


def learned(steps: int) -> tuple[Array, list[float]]:
    """Return the weights after so many steps, and the loss before each and at the end."""
    params, optimizer, losses = {"W": W.copy()}, SGD(RATE), []
    for _step in range(steps):
        network = simple_net(params["W"])
        trace = network.forward(X)
        losses.append(cross_entropy_error(trace.Y, T))
        optimizer.update(params, {"W": backward(network, trace, T)["W1"]})
    return params["W"], [*losses, cross_entropy_error(simple_net(params["W"]).forward(X).Y, T)]


def every_weight() -> Live:
    """Show all six slopes at once, the push of one weight, and the loss that falls with each step."""
    steps = value_of("loss", "simple_steps")
    weights, losses = learned(steps)
    buttons = st.container()
    network, following = simple_net(weights), learned(steps + 1)[1][-1]
    asked = {"loss_now": f"{losses[-1]:.4f}", "next_loss": round(following, 4)}
    revealed = ask_guess("next-loss", steps, asked, within=0.01)
    view = choose_view("loss", "simple_view")
    if view == "push":
        _show_push(network)
    elif view == "slopes":
        _show_slopes(network)
    else:
        _show_losses(losses)
    with buttons:
        _controls(steps, may_step=revealed and steps < MOST_STEPS)
    return Live(values={**asked, **_slope(network), "steps_taken": steps}, code=[backward])


def _move(by: int) -> None:
    put("loss", simple_steps=min(max(value_of("loss", "simple_steps") + by, 0), MOST_STEPS))


def _controls(steps: int, *, may_step: bool) -> None:
    buttons = (
        ("simple_one", _("One step"), 1, may_step),
        ("simple_ten", _("Ten steps"), 10, may_step),
        ("simple_back", _("Back one step"), -1, steps > 0),
        ("simple_zero", _("Start again"), -steps, steps > 0),
    )
    with st.container(horizontal=True, gap="xsmall", key="simple_controls"):
        for key, label, by, ready in buttons:
            look: Literal["primary", "secondary"] = "primary" if key == "simple_one" else "secondary"
            st.button(label, key=key, on_click=_move, args=(by,), disabled=not ready, type=look)


def _show_push(network: Network) -> None:
    """Show how a push of one weight arrives at the loss."""
    name = str(st.pills(_("Weight"), **bound("loss", "pushed"), required=True, wrap=True))
    i, k = _place(name)
    trace = network.forward(X)
    error = float(trace.Y[k] - T[k])
    by_sum = _("its sum a[{k}] by {x} times that").format(k=k, x=minus(X[i]))
    rows = (
        (_("{weight} moves by").format(weight=name), minus(PUSH)),
        (by_sum, rounded(PUSH * X[i], 4)),
        (
            _("the loss by {error} times that").format(error=rounded(error, 3)),
            rounded(PUSH * X[i] * error, 3),
        ),
    )
    show_table(("", ""), rows)


def _place(name: str) -> tuple[int, int]:
    """Return row and column of a weight: those of W[1, 2] are 1 and 2."""
    return int(name[2]), int(name[5])


def _show_slopes(network: Network) -> None:
    """Show the outputs, the targets, and the gradient that the error makes with the input."""
    trace = network.forward(X)
    back, outputs = backward(network, trace, T), [_("output {k}").format(k=k) for k in range(3)]
    rows = [("a = xW", *_row(trace["A1"], 4)), ("y", *_row(trace.Y, 4)), ("t", *map(str, T))]
    rows += [(_("error y − t"), *_row(back["dA1"], 3))]
    rows += [(f"dW[{i}] = {minus(X[i])} · (y − t)", *_row(back["W1"][i], 3)) for i in range(2)]
    rows += [(f"W[{i}]", *_row(network["W1"][i], 4)) for i in range(2)]
    show_table(("", *outputs), rows)


def _show_losses(losses: Sequence[float]) -> None:
    """Show the loss after each step."""
    steps = np.arange(len(losses))
    alt = _("The loss after each step, from {first} to {last}.")
    alt = alt.format(first=f"{losses[0]:.3f}", last=f"{losses[-1]:.3f}")
    plot = falling(current_theme(), {_("loss"): (steps, np.array(losses))}, 1.0, alt)
    show_plot(plot, "simple_loss", _("Loss after each step"))


def _slope(network: Network) -> dict[str, object]:
    """Return the slope of the weight that is pushed, by the rule and by trying."""
    name = value_of("loss", "pushed")
    i, k = _place(name)
    rule = float(X[i] * (network.forward(X).Y[k] - T[k]))
    tried = tried_slope(network, X, T, ("W1", (i, k)))
    return {"weight": name, "by_rule": round(rule, 3), "by_trying": round(tried, 3)}


def _row(values: Array, digits: int) -> list[str]:
    return [minus(f"{value:.{digits}f}") for value in values]
