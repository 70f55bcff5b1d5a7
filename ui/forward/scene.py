"""What the walk shows: one network, one input, and the moment of the forward pass to be shown."""

from dataclasses import dataclass, replace

import numpy as np

from nncore import Array, Network, Trace, strongest_path
from ui.address import drop_unless, value_of
from ui.figures.moment import Moment
from ui.forward.chosen_digit import Digit, chosen_digit
from ui.forward.toy import toy
from ui.forward.walk import current_step
from ui.resources import as_input, test_set
from ui.state.own_network import OwnNetwork, network_in_use, own_network
from ui.widgets.guess import predict_first

BATCH = 100
"""How many images go through the network at once in the view of a batch."""


@dataclass(frozen=True, kw_only=True)
class Scene(Moment):
    """Everything that the parts of the page draw from: a moment of the pass of one input, and more.

    Attributes
    ----------
    whole : Trace
        The pass of the whole batch whose first row that input is; without a batch, `trace` itself.
    path : tuple of int
        The neuron that is looked at in each layer, from layer 1 on.
    digit : Digit, optional
        What the digit network reads; None for the toy network.
    own : OwnNetwork, optional
        The visitor's own network, if that is the one; None for the course's.
    alone : bool
        Whether one neuron is taken apart, without the rest of the network beside it.
    """

    whole: Trace
    path: tuple[int, ...]
    digit: Digit | None = None
    own: OwnNetwork | None = None
    alone: bool = False

    @property
    def symbol(self) -> str:
        """The name of the step computed now."""
        return self.trace.symbols[self.step]

    @property
    def layers(self) -> int:
        """How many layers the network has."""
        return len(self.network.layers)

    @property
    def at_end(self) -> bool:
        """Whether the answer is shown."""
        return self.step == len(self.trace) - 1 and not self.hidden

    @property
    def is_batch(self) -> bool:
        """Whether a whole batch goes through the network."""
        return self.whole is not self.trace

    @property
    def neuron(self) -> int:
        """The neuron that is looked at in this step's layer; 0 for X."""
        return self.path[self.layer - 1] if self.layer else 0

    @property
    def shown(self) -> tuple[str, str]:
        """What a program prints to show this step's number, and what it then prints."""
        value = self.whole[self.step].value
        if self.digit is None:
            return self.symbol, str(value)
        if self.step == 0:
            return "np.count_nonzero(X)", str(np.count_nonzero(value))
        index = (0, self.neuron) if value.ndim == 2 else (self.neuron,)
        return f"{self.symbol}[{', '.join(map(str, index))}]", str(value[index])


def batch_of(x: Array) -> Array:
    """Return a batch: this input first, then the first other images of the test set."""
    images = as_input(test_set()[0][:BATCH])
    others = images[(images != x).any(axis=1)]
    return np.vstack([x, others[: BATCH - 1]])


def chosen_path(network: Network, trace: Trace, *, tell_answer: bool = True) -> tuple[int, ...]:
    """Return the neurons that are chosen, else those that weigh most towards the answer.

    While the answer is still to be guessed, the last of them is no hint: it is output 0.
    """
    path = strongest_path(network, trace)
    path = path if tell_answer else (*path[:-1], 0)
    named = [value_of("forward", f"n{layer}") for layer in range(1, len(network.sizes))]
    return tuple(k if k is not None else best for k, best in zip(named, path, strict=True))


def toy_scene() -> Scene:
    """Send the input through the book's network, and set the scene for the step of the walk."""
    network, x = toy()
    trace = network.forward(x)
    drop_unless("forward", "step", trace.symbols)
    path = (0,) * len(network.layers)
    return Scene(network, trace, current_step(trace), whole=trace, path=path)


def digit_scene(*, batch: bool = False, alone: bool = False) -> Scene:
    """Send the chosen picture, or a batch that begins with it, through the network in use; as `toy_scene`."""
    network, digit = network_in_use(), chosen_digit()
    trace = network.forward(digit.x)
    drop_unless("forward", "step", trace.symbols)
    for layer, size in enumerate(network.sizes[1:], start=1):
        drop_unless("forward", f"n{layer}", range(size))
    whole = network.forward(batch_of(digit.x)) if batch else trace
    tells = not (alone and predict_first())  # what is asked of the whole network is not given away here
    path = chosen_path(network, trace, tell_answer=tells)
    own, step = own_network(), current_step(trace)
    return Scene(network, trace, step, whole=whole, path=path, digit=digit, own=own, alone=alone)


def hide(scene: Scene) -> Scene:
    """Hide the numbers of the step, which are still to be guessed, and what tells the answer."""
    path = chosen_path(scene.network, scene.trace, tell_answer=False) if scene.digit else scene.path
    return replace(scene, hidden=True, path=path)


def fingerprint(network: Network, x: Array) -> int:
    """Return a number that identifies a network and its input."""
    layers = ((layer.W.tobytes(), layer.b.tobytes(), layer.h) for layer in network.layers)
    return hash((x.tobytes(), *layers))
