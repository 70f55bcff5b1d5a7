"""What a distortion does to a network's answers, measured step by step: the dials, the accuracy, a curve."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np

from nncore import Counted, Distortion, Network, read_distorted
from ui.address import parameter
from ui.language import N_
from ui.resources import test_input, test_set
from ui.state.own_network import tested

KEPT = 1000
"""How many counts are kept of a network, a kilobyte each; a push takes some 20."""
SOME = 10
"""Every tenth image is read first, and for the curve."""
Counts = dict[object, Counted]


@dataclass(frozen=True)
class Dial:
    """A slider for one field of `Distortion`: its label and unit; the table of settings has its ends."""

    field: str
    label: str
    format: str

    @property
    def rest(self) -> float:
        """The value at which nothing changes."""
        return float(parameter("evaluate", self.key).start)

    @property
    def key(self) -> str:
        """The name of the slider in the address."""
        return f"push_{self.field}"

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the largest value."""
        limits = parameter("evaluate", self.key).kind.widget()
        return limits["min_value"], limits["max_value"]

    @property
    def values(self) -> tuple[float, ...]:
        """The 21 places at which the curve is measured."""
        return tuple(np.linspace(*self.ends, 21).round(6).tolist())


DIALS = (
    Dial("right", N_("Shift right"), "%.1f px"),
    Dial("down", N_("Shift down"), "%.1f px"),
    Dial("turn", N_("Rotate"), "%.0f°"),
    Dial("slant", N_("Shear"), "%.2f"),
    Dial("size", N_("Scale"), "× %.2f"),
    Dial("thickness", N_("Stroke thickness"), "%.2f px"),
    Dial("noise", N_("Noise"), "%.2f"),
    Dial("contrast", N_("Contrast"), "× %.1f"),
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
        """Measure the accuracy on every tenth image, then on all of them, then the curve.

        What was counted before is looked up here: the thread that measures knows no visitor.
        """
        return self._measure([(network, tested(network).counts) for _name, network in self.networks])

    def _measure(self, networks: list[tuple[Network, Counts]]) -> Iterator[Measured]:
        known = Measured([None] * len(networks), [()] * len(networks))
        for step in (SOME, 1):
            for place, network in enumerate(networks):
                known.whole[place] = yield from self._read(*network, self.by, step, known)
                yield known
        for place, network in enumerate(networks):
            for value in self.dial.values:
                by = self.by.with_one(self.dial.field, value)
                answers = yield from self._read(*network, by, SOME, known)
                known.curves[place] += (answers.accuracy,)
        yield known

    def _read(
        self, network: Network, counts: Counts, by: Distortion, step: int, known: Measured
    ) -> Generator[Measured, None, Counted]:
        """Let a network read a share of the images; counts from before are used again."""
        key = by, self.prepared, step
        before = counts.get(key)  # asked once: another visitor may take its place meanwhile
        if before is not None:
            return before
        images, labels = test_input()[::step].reshape(-1, 28, 28), test_set()[1][::step]
        for progress in read_distorted(network, images, labels, by, prepared=self.prepared):
            answers = progress
            yield known
        counts[key] = answers
        for oldest in list(counts)[:-KEPT]:
            counts.pop(oldest, None)
        return answers
