"""A moment of a walk through a network, and what each of its layers shows then."""

from dataclasses import dataclass

import numpy as np

from nncore import Array, Network, Trace
from ui.numbers import rounded
from ui.theme import Theme, activations, diverging, mix


@dataclass(frozen=True)
class Column:
    """What the neurons of a layer show: a name and values, None while these are unknown, and colours."""

    name: str
    values: Array | None
    colours: Array
    now: bool = False

    def tip(self, i: int) -> str:
        """Return what pointing at a neuron tells."""
        return f"{i}: ?" if self.values is None else f"{self.name}[{i}] = {rounded(self.values[i], 6)}"


@dataclass(frozen=True)
class Moment:
    """Where a walk is: the network, its pass, the step computed now, and whether to guess that first."""

    network: Network
    trace: Trace
    step: int
    hidden: bool = False

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

    def at(self, theme: Theme, layer: int) -> Column:
        """Return what a layer shows: what it answers, before that its sums, at first nothing."""
        now, trace = layer == self.layer, self.trace
        for step, colour in ((2 * layer, activations), (2 * layer - 1, diverging)):
            if 0 <= step <= self.known:
                values = trace[step].value
                return Column(trace.symbols[step], values, colour(theme, values), now)
        return Column("", None, mix(theme.paper, theme.second, np.ones(trace[2 * layer].shape)), now)
