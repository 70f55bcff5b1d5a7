"""A feed-forward network and its forward pass, every number of which stays readable.

The names are the book's: X is the input, A1 = X @ W1 + b1 the sums of layer 1, Z1 = h(A1)
what its neurons answer, and so on to Y. The network itself never changes: `forward` returns
all it computed as a `Trace`, so one network can serve every visitor at once. `predict` is the
same loop for those who want Y alone, and `learning` shows how weights are found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nncore.activations import ACTIVATIONS
from nncore.types import Array, read_only


def _frozen(values: npt.ArrayLike, dtype: npt.DTypeLike | None = None) -> Array:
    """Return a read-only copy, so that nobody changes ours; what is read-only already is shared."""
    array = np.asarray(values, dtype=dtype)
    return read_only(array.copy()) if array.flags.writeable else array


@dataclass(frozen=True, eq=False)
class Layer:
    """Weights W (inputs, neurons), biases b (neurons,) and the name of the activation h."""

    W: Array
    b: Array
    h: str = "sigmoid"

    def __post_init__(self) -> None:
        dtype = np.result_type(np.asarray(self.W), np.asarray(self.b), np.float32)
        if dtype.kind != "f":
            raise ValueError(f"W and b must hold real numbers, not {dtype}.")
        object.__setattr__(self, "W", _frozen(self.W, dtype))
        object.__setattr__(self, "b", _frozen(self.b, dtype))
        if self.W.ndim != 2 or self.b.shape != self.W.shape[1:]:
            raise ValueError(f"W {self.W.shape} needs one bias per column, but b is {self.b.shape}.")
        if self.h not in ACTIVATIONS:
            raise ValueError(f"No activation is called {self.h!r}: use {', '.join(ACTIVATIONS)}.")

    def sums(self, z: Array) -> Array:
        """Return A = Z @ W + b, a new array."""
        a = z.dot(self.W)  # quicker than @ for one input
        a += self.b
        return a


@dataclass(frozen=True, eq=False)
class Step:
    """One line of the forward pass: its symbol (A1), formula, and the value it gave."""

    symbol: str
    formula: str
    value: Array

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the value: (50,) for one input, (100, 50) for a batch of 100."""
        return self.value.shape


class Trace(Sequence[Step]):
    """The steps of one forward pass in order: X, A1, Z1, A2, Z2, …, Y.

    ``trace["A2"]`` is the value of a step, ``trace[3]`` the step itself.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = tuple(steps)
        self._values = {step.symbol: step.value for step in self._steps}

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, str):
            return self._values[key]
        return self._steps[key]

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def symbols(self) -> tuple[str, ...]:
        """The names of the steps, in order."""
        return tuple(step.symbol for step in self._steps)

    @property
    def Y(self) -> Array:
        """The network's output."""
        return self._steps[-1].value


class Network(Mapping[str, Array]):
    """A feed-forward network, built from its layers.

    It also reads as the book's dictionary: ``network["W1"]``, ``network["b3"]``, and "B1" for
    "b1". Its arrays are read-only.

    Parameters
    ----------
    layers : sequence of Layer
        From input to output; each takes as many inputs as the one before has neurons.
    bar : float, optional
        The answer counts as sure if the best score before softmax is at least this high (`is_sure`).

    Raises
    ------
    ValueError
        If there is no layer, two neighbours do not fit, or the bar is no finite number.
    """

    def __init__(self, layers: Sequence[Layer], bar: float | None = None) -> None:
        self.layers = tuple(layers)
        self.bar = None if bar is None else float(bar)
        if self.bar is not None and not np.isfinite(self.bar):
            raise ValueError(f"The bar must be a finite number, not {bar}.")
        if not self.layers:
            raise ValueError("A network needs at least one layer.")
        for left, right in zip(self.layers, self.layers[1:], strict=False):
            if left.W.shape[1] != right.W.shape[0]:
                raise ValueError(
                    f"A layer of {left.W.shape[1]} neurons cannot feed one of {right.W.shape[0]} inputs."
                )
        self.dtype = np.result_type(*(layer.W for layer in self.layers))
        self._arrays: dict[str, Array] = {}
        for n, layer in enumerate(self.layers, start=1):
            self._arrays |= {f"W{n}": layer.W, f"b{n}": layer.b}

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of inputs, then of neurons in each layer: (784, 50, 100, 10)."""
        return (self.layers[0].W.shape[0], *(layer.W.shape[1] for layer in self.layers))

    def forward(self, x: npt.ArrayLike) -> Trace:
        """Compute every step from the input to the output.

        Parameters
        ----------
        x : array_like
            One input (n,) or a batch of them (batch, n), n being ``sizes[0]``.

        Returns
        -------
        Trace
            X, A1, Z1, …, Y, all read-only.

        Raises
        ------
        ValueError
            If x does not have n numbers per input.
        """
        z = _frozen(self.as_input(x))
        steps = [Step("X", "X", z)]
        for n, layer in enumerate(self.layers, start=1):
            before, after = steps[-1].symbol, "Y" if n == len(self.layers) else f"Z{n}"
            a = layer.sums(z)
            z = ACTIVATIONS[layer.h](a, out=np.empty_like(a))
            steps.append(Step(f"A{n}", f"A{n} = {before} @ W{n} + b{n}", a))
            steps.append(Step(after, f"{after} = {layer.h}(A{n})", z))
        for step in steps:
            read_only(step.value)
        return Trace(steps)

    def as_input(self, x: npt.ArrayLike) -> Array:
        """Return x in the network's number type, or raise ValueError if its shape does not fit."""
        array, inputs = np.asarray(x, dtype=self.dtype), len(self.layers[0].W)
        if array.ndim not in (1, 2) or array.shape[-1] != inputs:
            raise ValueError(f"The network takes {inputs} numbers per input, not {array.shape}.")
        return array

    def __getitem__(self, key: str) -> Array:
        return self._arrays["b" + key[1:] if str(key).startswith("B") else key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    # A mapping compares its items, and arrays do not compare to one truth value.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        names = ", ".join(layer.h for layer in self.layers)
        return f"Network({'-'.join(map(str, self.sizes))}: {names})"


def init_network() -> Network:
    """Return the book's toy network (section 3.4.3): 2-3-2-2, sigmoid, identity at the end."""
    return Network(
        [
            Layer(np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), np.array([0.1, 0.2, 0.3])),
            Layer(np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]), np.array([0.1, 0.2])),
            Layer(np.array([[0.1, 0.3], [0.2, 0.4]]), np.array([0.1, 0.2]), "identity_function"),
        ]
    )


def forward(network: Network, x: npt.ArrayLike) -> Array:
    """Return the output for x, as the book's function of this name does.

    >>> forward(init_network(), [1.0, 0.5]).round(8).tolist()
    [0.31682708, 0.69627909]
    """
    return network.forward(x).Y
