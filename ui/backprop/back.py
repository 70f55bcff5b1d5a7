"""The walk backwards through a network: what arrives, the local slope, what leaves, and one weight tried."""

from functools import partial

import numpy as np
import streamlit as st

from nncore import (
    SLOPES,
    Array,
    Network,
    backward,
    init_network,
    loss_of,
    read_only,
    tried_slope,
    with_numbers,
)
from ui.address import put, value_of
from ui.components.diagram import show_diagram
from ui.figures.activation_charts import LABELS
from ui.figures.backward import BackMoment
from ui.figures.digit_diagram import digit_diagram
from ui.figures.network_diagram import network_diagram
from ui.language import _
from ui.numbers import rounded
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.controls import chips
from ui.widgets.live import Live
from ui.widgets.my_digit import my_digit
from ui.widgets.step_bar import show_step_bar
from ui.widgets.table import show_table

TOY = "toy"
TOY_INPUT, TOY_TARGET = read_only(np.array([1.0, 0.5])), read_only(np.array([0.0, 1.0]))
AGREE = 1e-6
"""How close the rule and the trial must be."""


def walk_back() -> Live:
    """Show the walk back through the book's network, or through the digit network."""
    which = str(chips(_("Network"), "backprop", "back_net") or TOY)
    network, x, t = _scene(which)
    trace = network.forward(x)
    back = backward(network, trace, t)
    step = _step(len(back))
    moment = BackMoment(network, trace, step, back=back)
    steps, go = dict.fromkeys(back.symbols, ""), partial(_go, back.symbols)
    show_step_bar(steps, lambda: back.symbols[_step(len(back))], go, on=_("Further back"))
    chosen, layer = _chosen(moment), max(moment.layer, 1)
    left, right = st.columns([11, 9], gap="medium")
    with left:
        _show_network(moment, chosen, toy=which == TOY)
    with right:
        values = _neuron(moment, layer, chosen[layer - 1], x, t)
    at_start = moment.symbol == "dX"
    return Live(
        values=values | {"back_symbol": moment.symbol, "back_loss": f"{loss_of(network, x, t):.4f}"},
        seen=[*_states(moment), *([] if values["agrees"] else ["also-apart"])],
        done={"walk-back-to-x": True if at_start else "go-further" if step else False},
        code=[backward],
    )


def _show_network(moment: BackMoment, chosen: list[int], *, toy: bool) -> None:
    """Show the diagram, and the line of NumPy that ran."""
    theme, k = current_theme(), chosen[max(moment.layer, 1) - 1]
    alt = _("The walk back at {step}: neurons filled by gradient.").format(step=moment.symbol)
    if toy:
        diagram = network_diagram(theme, moment, alt, chosen=k, picks=True)
    else:
        diagram = digit_diagram(theme, moment, chosen, alt)
    show_diagram(diagram, "back_diagram", _pick, 18)
    step = moment.back[moment.step]
    st.code(f"{step.formula}\n# {str(step.shape).replace(' ', '')}", language="python")


def _scene(which: str) -> tuple[Network, Array, Array]:
    """Return the network in float64, what it reads, and what would be right."""
    if which == TOY:
        return init_network(), TOY_INPUT, TOY_TARGET
    meant = chips(_("Right would be"), "backprop", "back_meant")
    x = my_digit().astype(np.float64)
    return with_numbers(network_in_use(), [], []), x, np.array(int(str(meant or 3)))


def _states(moment: BackMoment) -> list[str]:
    kind = moment.symbol[1]
    last = moment.layer == len(moment.network.layers)
    if kind == "A":
        return ["also-last"] if last else ["also-bend"]
    return [{"W": "also-weights", "b": "also-biases", "Z": "also-sums", "X": "also-sums"}[kind]]


def _step(count: int) -> int:
    """Return how far the walk is, of so many steps."""
    return min(int(value_of("backprop", "back_step")), count - 1)


def _go(symbols: tuple[str, ...], symbol: str) -> None:
    put("backprop", back_step=symbols.index(symbol))


def _pick(part: str) -> None:
    layer, index = part.split()
    put("backprop", **{f"back{layer}": int(index)})


def _chosen(moment: BackMoment) -> list[int]:
    """Return one neuron a layer: the one that was clicked, else the one with the largest gradient."""
    found = []
    for layer, size in enumerate(moment.network.sizes[1:], start=1):
        k = value_of("backprop", f"back{layer}")
        best = int(np.abs(moment.back[f"dA{layer}"]).argmax())
        found.append(k if k is not None and k < size else best)
    return found


def _neuron(moment: BackMoment, layer: int, k: int, x: Array, t: Array) -> dict[str, object]:
    """Write out one neuron: what arrives, its slope, what leaves, and one of its weights, tried too."""
    network, trace, back = moment.network, moment.trace, moment.back
    rows = _rows(moment, layer, k)
    leaves, before = float(back[f"dA{layer}"][k]), trace[2 * (layer - 1)]
    i = int(np.abs(before.value).argmax())
    name = f"W{layer}[{i}, {k}]"
    rule, tried = float(back[f"W{layer}"][i, k]), tried_slope(network, x, t, (f"W{layer}", (i, k)))
    now = {"A": len(rows) - 1, "b": len(rows) - 1, "W": len(rows), "Z": 0}.get(moment.symbol[1])
    product = f"{before.symbol}[{i}] · dA{layer}[{k}] = {_n(float(before.value[i]))} · {_n(leaves)}"
    rows += [
        (f"d{name}", product, _n(rule)),
        (_("tried: moved by ±0.0001"), _("(loss above − loss below) / 0.0002"), _n(tried)),
    ]
    show_table(("", "", ""), rows, now=now)
    return {
        "tried_name": name,
        "by_rule": _n(rule),
        "by_trying": _n(tried),
        "apart": rounded(abs(rule - tried), 1),
        "agrees": abs(rule - tried) < AGREE,
    }


def _rows(moment: BackMoment, layer: int, k: int) -> list[tuple[str, str, str]]:
    """Return how what leaves a neuron comes about: an error, or what arrives times the slope."""
    network, trace, back = moment.network, moment.trace, moment.back
    leaves = float(back[f"dA{layer}"][k])
    if layer == len(network.layers):
        y = float(trace.Y[k])
        return [(f"dA{layer}[{k}] = Y[{k}] − t", f"{_n(y)} − {_n(y - leaves)}", _n(leaves))]
    h, z, arrives = network.layers[layer - 1].h, trace[f"Z{layer}"], float(back[f"dZ{layer}"][k])
    slope, here = float(SLOPES[h](z)[k]), f"Z{layer}[{k}] = {_n(float(z[k]))}"
    comes, goes = f"dA{layer + 1} @ W{layer + 1}[{k}]", f"{_n(arrives)} · {_n(slope)}"
    return [
        (_("arrives: {name}").format(name=f"dZ{layer}[{k}]"), comes, _n(arrives)),
        (_("local slope of {h}").format(h=_(LABELS[h])), _("at {place}").format(place=here), _n(slope)),
        (_("leaves: {name}").format(name=f"dA{layer}[{k}]"), goes, _n(leaves)),
    ]


def _n(value: float) -> str:
    return rounded(value, 4)
