"""A forward pass by hand: a network like the book's, 2-3-2-2, in which every number is whole or a half."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nncore import Array, Layer, Network, Perceptron, Trace
from ui.address import settings_of
from ui.components.markup import Safe
from ui.language import _
from ui.numbers import number, written_sum
from ui.teach.worksheets.mathml import maths
from ui.teach.worksheets.pieces import EMPTY, LINE, Exercises, dice, html_table, side_by_side
from ui.widgets.links import address_of

WHOLE = (-2, -1, 1, 2)
HALVES = (-2, -1, -0.5, 0.5, 1, 2)
"""Halves stand in W1 and the biases alone: a half times a half would be a quarter."""
LARGEST = 12
"""No sum is larger: they can be worked out in the head."""


@dataclass(frozen=True, eq=False)
class Pass:
    """A network and its input X (2,)."""

    network: Network
    x: Array

    @property
    def trace(self) -> Trace:
        """All steps from X to Y."""
        return self.network.forward(self.x)

    @property
    def is_nice(self) -> bool:
        """Whether ReLU stops one sum of layer 1, passes one of layer 2, no sum is 0, and one output wins."""
        trace = self.trace
        sums = [trace["A1"], trace["A2"], trace["A3"]]
        bends = (sums[0] < 0).sum() == 1 and (sums[1] > 0).any() and sums[0].all() and sums[1].all()
        y = trace.Y
        return bool(bends and y[0] != y[1] and all(np.abs(a).max() <= LARGEST for a in sums))


def make_pass(seed: int) -> Pass:
    """Return the forward pass of a sheet."""
    return next(each for each in _passes(seed) if each.is_nice)


def _passes(seed: int) -> Iterator[Pass]:
    rng = dice("forward", seed)
    while True:
        x = np.array(rng.sample((1, 2, 3, 4), 2), float)
        layers = [
            Layer(
                np.array([[float(rng.choice(weights)) for _ in range(after)] for _ in range(before)]),
                np.array([float(rng.choice(HALVES)) for _ in range(after)]),
                h,
            )
            for before, after, weights, h in (
                (2, 3, HALVES, "relu"),
                (3, 2, WHOLE, "relu"),
                (2, 2, WHOLE, "identity_function"),
            )
        ]
        yield Pass(Network(layers), x)


def forward_exercises(seed: int) -> Exercises:
    """Return what the sheet of a forward pass says."""
    made = make_pass(seed)
    values = {
        "neuron": maths("a = w1·x1 + w2·x2 + … + b"),
        "relu": maths("h(a) = max(0, a)"),
        "w": maths("W"),
        "line": LINE,
    }
    for layer in (1, 2, 3):
        values |= {
            f"given{layer}": _given(made, layer),
            f"blank{layer}": _table(layer, [(EMPTY, EMPTY, EMPTY)] * len(made.network[f"b{layer}"])),
            f"done{layer}": _table(layer, _sums(made, layer)),
        }
    y = made.trace.Y
    values |= {"larger": maths(str(y.argmax() + 1)), "gap": maths(number(float(np.ptp(y))))}
    steps = {"first-layer": "Z1", "second-layer": "Z2", "output": "Y"}
    return Exercises(values, {task: _link(made, step) for task, step in steps.items()})


def _given(made: Pass, layer: int) -> Safe:
    names = (*(["X"] if layer == 1 else []), f"W{layer}", f"b{layer}")
    arrays: dict[str, Array] = {"X": made.x, **made.network}
    return side_by_side(*(maths(f"{name} =", arrays[name]) for name in names))


def _table(layer: int, rows: list[tuple[Safe, Safe, Safe]]) -> Safe:
    written = _("Sum, written out")
    header = [_("Neuron"), written, maths("a"), maths("y = a" if layer == 3 else "z = h(a)")]
    return html_table(header, [[str(neuron), *row] for neuron, row in enumerate(rows, start=1)], wide=written)


def _sums(made: Pass, layer: int) -> list[tuple[Safe, Safe, Safe]]:
    trace, at = made.trace, 2 * layer - 1
    inputs, answers = trace[at - 1].value, trace[at + 1].value
    neurons = zip(made.network[f"W{layer}"].T, made.network[f"b{layer}"], answers, strict=True)
    rows = []
    for weights, bias, z in neurons:
        written, _, total = written_sum(Perceptron(tuple(weights), bias), *inputs).partition(" = ")
        rows.append((maths(written), maths(total), maths(number(float(z)))))
    return rows


def _link(made: Pass, step: str) -> str:
    arrays = {"X": made.x, **made.network}
    return address_of("forward", settings_of("forward", h="relu", step=step, **arrays))
