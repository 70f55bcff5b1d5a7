"""A moment of the walk through a network: what its neurons, heads and wires show then.

Both diagrams draw any moment, forward or back; `ui.figures.backward` has those of the way back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np

from nncore import Array, Network, Trace, contributions, terms
from ui.numbers import fixed, minus, rounded
from ui.theme import Theme, activations, diverging, mix


@dataclass(frozen=True)
class Column:
    """What the neurons of a layer show: a name, values (None while unknown) and colours."""

    name: str
    values: Array | None
    colours: Array
    now: bool = False

    def tip(self, i: int) -> str:
        """Return the tip of a neuron."""
        return f"{i}: ?" if self.values is None else f"{self.name}[{i}] = {rounded(self.values[i], 6)}"


class Head(NamedTuple):
    """A word above a column: highlighted if it is computed now, pale if it is still to come."""

    text: str
    now: bool = False
    pale: bool = True


class Wires(NamedTuple):
    """The wires of a small layer, a row for each input and a last one for the biases.

    `values` give the colour, `shares` of the thickest the width; `pale` wires are still to come, `now` ones
    belong to this step.
    """

    values: Array
    shares: Array
    pale: Array
    now: Array


class Wire(NamedTuple):
    """A wire of a large layer, from input i to neuron j: `sign` gives its colour, `amount` its width."""

    i: int
    j: int
    sign: float
    amount: float
    tip: str


@dataclass(frozen=True)
class Moment:
    """A moment of the forward pass: the network, its trace, the current step, and whether that is hidden."""

    network: Network
    trace: Trace
    step: int
    hidden: bool = False
    goes_back: ClassVar[bool] = False

    @property
    def known(self) -> int:
        """The last step whose values may be shown."""
        return self.step - self.hidden

    @property
    def layer(self) -> int:
        """The layer that the step belongs to: 0 for X, 1 for A1 and Z1."""
        return (self.step + 1) // 2

    @property
    def adds(self) -> bool:
        """Whether the step adds up (A) rather than activates (Z, Y)."""
        return self.step % 2 == 1

    @property
    def best(self) -> int | None:
        """The most probable output, once it may be shown."""
        return int(self.trace.Y.argmax()) if self.known == len(self.trace) - 1 else None

    def reached(self, layer: int) -> bool:
        """Whether the walk has come to a layer."""
        return layer <= self.layer

    def flows(self, layer: int) -> bool:
        """Whether this step sends values along a layer's wires."""
        return self.adds and layer == self.layer

    def heads(self, layer: int) -> Sequence[Head]:
        """Return the heads above a layer: the steps that belong to it."""
        steps = [2 * layer - 1, 2 * layer] if layer else [0]
        return [Head(self.trace.symbols[step], step == self.step, step > self.step) for step in steps]

    def at(self, theme: Theme, layer: int) -> Column:
        """Return what a layer shows: nothing at first, then its sums, then its activations."""
        now, trace = layer == self.layer, self.trace
        for step, colour in ((2 * layer, activations), (2 * layer - 1, diverging)):
            if 0 <= step <= self.known:
                values = trace[step].value
                return Column(trace.symbols[step], values, colour(theme, values), now)
        return Column("", None, mix(theme.paper, theme.second, np.ones(trace[2 * layer].shape)), now)

    def wires(self, layer: int) -> Wires:
        """Return the wires of a small layer, as thick as what flows on them."""
        weights = parameters_of(self.network, layer)
        flow = np.abs(weights * np.append(self.trace[2 * (layer - 1)].value, 1.0)[:, np.newaxis])
        each = np.ones(weights.shape, bool)
        return Wires(
            weights, flow / (flow.max() or 1.0), each ^ self.reached(layer), each & self.flows(layer)
        )

    def tip(self, layer: int, i: int, j: int) -> str:
        """Return the tip of one of these wires."""
        weight, before = float(parameters_of(self.network, layer)[i, j]), self.trace[2 * (layer - 1)]
        told = f"{wire_name(self.network, layer, i, j)} = {rounded(weight, 4)}"
        if not self.reached(layer) or i == len(before.value):
            return told
        return f"{told} · {before.symbol}[{i}] = {minus(rounded(before.value[i] * weight, 4))}"

    def heaviest(self, layer: int, chosen: Sequence[int]) -> list[Wire]:
        """Return the wires that weigh most for the chosen neuron of a layer, and the one of its bias."""
        if not self.reached(layer):
            return []
        k, inputs = chosen[layer - 1], self.trace[2 * (layer - 1)].value
        bias = float(self.network[f"b{layer}"][k])
        wires = [Wire(len(inputs), k, bias, bias, f"b{layer}[{k}] = {fixed(bias, 3)}")]
        for term in terms(self.network, self.trace, layer, k).terms:
            i, product = term.index, term.value * term.weight
            source = f"X[{i // 28}, {i % 28}]" if layer == 1 else f"Z{layer - 1}[{i}]"
            told = f"W{layer}[{i}, {k}] = {fixed(term.weight, 3)}\n· {source} {inputs[i]:.3f}"
            wires.append(Wire(i, k, term.weight, product, f"{told} = {fixed(product, 3)}"))
        return wires

    def pixel_tips(self, neuron: int) -> dict[int, str]:
        """Return the tip of each pixel with ink: its grey, and what it adds to a neuron of layer 1."""
        ink, added = self.trace[0].value, contributions(self.network, self.trace, 1, neuron)
        return {
            int(i): f"[{i // 28}, {i % 28}] = {ink[i]:.3f}"
            + (f"\n→ A1[{neuron}]: {fixed(added[i], 3)}" if self.known >= 1 else "")
            for i in np.flatnonzero(ink)
        }


def parameters_of(network: Network, layer: int) -> Array:
    """Return the weights of a layer with its biases as the last row: weights of an input that is always 1."""
    return np.vstack([network[f"W{layer}"], network[f"b{layer}"]])


def wire_name(network: Network, layer: int, i: int, j: int) -> str:
    """Return the name of a weight, W1[0, 2], or of a bias, b1[2], if i is the number of inputs."""
    return f"b{layer}[{j}]" if i == network.sizes[layer - 1] else f"W{layer}[{i}, {j}]"
