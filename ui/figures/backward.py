"""A moment of the walk back through a network: what arrives at each neuron, and what leaves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nncore import Backward
from ui.figures.moment import Column, Head, Moment, Wire, Wires, parameters_of, wire_name
from ui.language import _
from ui.numbers import fixed, minus
from ui.theme import Theme, activations, diverging

STRONGEST = 6
"""How many of the wires by which most comes back are drawn in the digit network."""


@dataclass(frozen=True, kw_only=True)
class BackMoment(Moment):
    """A moment of the walk back: the network, its forward pass, all backward steps, and the one shown."""

    back: Backward
    goes_back: ClassVar[bool] = True

    @property
    def symbol(self) -> str:
        """The name of the step: dA3."""
        return self.back.symbols[self.step]

    @property
    def layer(self) -> int:
        """The layer that the step belongs to: 0 for dX."""
        return int(self.symbol[2:] or 0)

    @property
    def best(self) -> None:
        """None: the way back shows no answer."""

    def is_known(self, name: str) -> bool:
        """Whether a backward step has been done."""
        return name in self.back.symbols[: self.step + 1]

    def reached(self, layer: int) -> bool:
        """Whether the walk has come to a layer."""
        return layer >= self.layer

    def flows(self, layer: int) -> bool:
        """Whether a gradient comes back on a layer's wires in this step."""
        return self.symbol == (f"dZ{layer - 1}" if layer > 1 else "dX")

    def heads(self, layer: int) -> Sequence[Head]:
        """Return the head above a layer: the latest gradient known there, or the layer's name."""
        name = self._newest(layer)
        text = name or (_("layer {n}").format(n=layer) if layer else "X")
        return [Head(text, now=bool(name) and layer == self.layer)]

    def at(self, theme: Theme, layer: int) -> Column:
        """Return what a layer's neurons show: the latest gradient known there."""
        name, now = self._newest(layer), layer == self.layer
        if name:
            return Column(name, self.back[name], diverging(theme, self.back[name]), now)
        nothing = np.zeros(self.network.sizes[layer]) if layer else self.trace[0].value
        return Column("", None, activations(theme, nothing), now)

    def _newest(self, layer: int) -> str:
        names = (f"dA{layer}", f"dZ{layer}") if layer else ("dX",)
        return next(filter(self.is_known, names), "")

    def wires(self, layer: int) -> Wires:
        """Return the wires of a small layer: weights and biases, and their gradients once known."""
        values = parameters_of(self.network, layer)
        known, now = np.zeros((2, *values.shape), bool)
        for name, rows in ((f"dW{layer}", slice(0, -1)), (f"db{layer}", slice(-1, None))):
            if self.is_known(name):
                values[rows], known[rows] = self.back[name], True
            now[rows] = self.symbol == name
        now[:-1] |= self.flows(layer)
        shares = np.minimum(np.abs(values) / (np.abs(values[:-1]).max() or 1.0), 1.0)
        return Wires(values, shares, ~known & ~now, now)

    def tip(self, layer: int, i: int, j: int) -> str:
        """Return the tip of one of these wires."""
        name = wire_name(self.network, layer, i, j)
        d = "d" if self.is_known(f"d{name.partition('[')[0]}") else ""
        return f"{d}{name} = {fixed(float(self.wires(layer).values[i, j]), 6)}"

    def heaviest(self, layer: int, chosen: Sequence[int]) -> list[Wire]:
        """Return the wires of a layer by which most comes back to its chosen input."""
        if not self.reached(layer - 1):
            return []
        W, arrives = self.network[f"W{layer}"], self.back[f"dA{layer}"]
        k = chosen[layer - 2] if layer > 1 else int(np.abs(W @ arrives).argmax())
        parts, wires = W[k] * arrives, []
        for j in np.argsort(-np.abs(parts))[:STRONGEST].tolist():
            told = f"W{layer}[{k}, {j}] = {fixed(W[k, j], 3)}\n· dA{layer}[{j}]"
            part = float(parts[j])
            wires.append(Wire(k, j, part, part, f"{told} = {minus(f'{part:.2e}')}"))
        return wires

    def pixel_tips(self, neuron: int) -> dict[int, str]:  # noqa: ARG002
        """Return the tip of each pixel: its ink, if there is any, and its gradient once known."""
        ink, known, told = self.trace[0].value, self.is_known("dX"), _("pixel [{row}, {column}] = {value}")
        tips = {}
        for i in range(len(ink)) if known else np.flatnonzero(ink).tolist():
            tips[i] = told.format(row=i // 28, column=i % 28, value=f"{ink[i]:.3f}")
            if known:
                tips[i] += f"\ndX[{i}] = " + minus(f"{self.back['dX'][i]:.2e}")
        return tips
