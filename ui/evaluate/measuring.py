"""What a distortion does to a network's answers, measured step by step: the dials, the accuracy, a curve."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from nncore import Counted, Distortion, Network, read_distorted
from ui.address.settings import DISTORTIONS
from ui.resources import Pushed, test_input, test_set
from ui.state.own_network import pushed

T = TypeVar("T")
KEPT = 1000
"""So many curves, and so many counts, a kilobyte each, are kept of a network; a push takes some 20 counts."""


@dataclass(frozen=True)
class Dial:
    """A slider for one field of `Distortion`: its label, step and unit; the address knows its ends."""

    field: str
    label: str
    step: float
    format: str

    @property
    def rest(self) -> float:
        """The value at which nothing changes."""
        return float(getattr(Distortion(), self.field))

    @property
    def key(self) -> str:
        """The name of the slider in the address."""
        return f"push_{self.field}"

    @property
    def values(self) -> tuple[float, ...]:
        """The 21 places at which the curve is measured."""
        return tuple(np.linspace(*DISTORTIONS[self.field], 21).round(6).tolist())


DIALS = (
    Dial("right", "Shift right", 0.5, "%.1f px"),
    Dial("down", "Shift down", 0.5, "%.1f px"),
    Dial("turn", "Rotate", 1.0, "%.0f°"),
    Dial("slant", "Shear", 0.05, "%.2f"),
    Dial("size", "Scale", 0.05, "× %.2f"),
    Dial("thickness", "Stroke thickness", 0.25, "%.2f px"),
    Dial("noise", "Noise", 0.05, "%.2f"),
    Dial("contrast", "Contrast", 0.1, "× %.1f"),
)


@dataclass(eq=False)
class Measured:
    """What is known so far, of each network.

    Attributes
    ----------
    whole : list of Counted or None
        The answers to every tenth image, then to all.
    curves : list of tuple of float
        The accuracy on every tenth image for each of the dial's values.
    """

    whole: list[Counted | None]
    curves: list[tuple[float, ...]]


@dataclass(frozen=True)
class PushRequest:
    """What is to be measured.

    Attributes
    ----------
    networks : tuple of (str, Network)
        What is compared, with its name.
    by : Distortion
    prepared : bool
        Whether the distorted images are prepared anew.
    dial : Dial
        What the curve is over; the other dials stay where they are.
    """

    networks: tuple[tuple[str, Network], ...]
    by: Distortion
    prepared: bool
    dial: Dial

    def measure(self) -> Iterator[Measured]:
        """Measure the accuracy on every tenth image, then on all of them, then the curve."""
        return self._measure([(network, pushed(network)) for _, network in self.networks])

    def _measure(self, networks: Sequence[tuple[Network, Pushed]]) -> Iterator[Measured]:
        count = len(self.networks)
        known = Measured([None] * count, [()] * count)
        for step in (10, 1):
            for number, (network, kept) in enumerate(networks):
                for progress in self._read(network, kept, self.by, step):
                    if progress.done == progress.total:
                        known.whole[number] = progress
                    yield known
        for number, (network, kept) in enumerate(networks):
            for known.curves[number] in self._curve(network, kept):
                yield known

    def _read(self, network: Network, kept: Pushed, by: Distortion, step: int) -> Iterator[Counted]:
        """Let a network read a share of the images; what was read before is known at once."""
        key = by, self.prepared, step
        known = kept.counts.get(key)  # asked once: another visitor may take its place meanwhile
        if known is not None:
            yield known
            return
        images, labels = test_input()[::step].reshape(-1, 28, 28), test_set()[1][::step]
        for progress in read_distorted(network, images, labels, by, prepared=self.prepared):
            if progress.done == progress.total:
                _keep(kept.counts, key, progress)
            yield progress

    def _curve(self, network: Network, kept: Pushed) -> Iterator[tuple[float, ...]]:
        """Yield the curve as it grows; one that was measured before is there at once."""
        others = self.by.with_one(self.dial.field, self.dial.rest)
        key = self.dial, others, self.prepared
        curve: tuple[float, ...] = kept.curves.get(key, ())
        yield curve
        for value in self.dial.values[len(curve) :]:
            for progress in self._read(network, kept, others.with_one(self.dial.field, value), 10):
                if progress.done == progress.total:
                    curve = (*curve, progress.accuracy)
                yield curve
        _keep(kept.curves, key, curve)


def _keep(kept: dict[object, T], key: object, value: T) -> None:
    """Keep what was measured, and so much of the rest as there is room for: the newest."""
    kept[key] = value
    for oldest in list(kept)[:-KEPT]:
        kept.pop(oldest, None)
