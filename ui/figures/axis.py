"""One axis of a plot: its ends, its name, and the numbers along it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ui.figures.diagram_base import Cell
from ui.numbers import rounded

Ends = tuple[float, float]
Writer = Callable[[float], str]
TINY = 1e-300
"""What stands for 0 on a logarithmic axis, far outside."""


def cell_text(cell: Cell, digits: int = 4) -> str:
    """Return a number in a few digits, or a word as it is."""
    return cell if isinstance(cell, str) else rounded(cell, digits)


@dataclass
class Axis:
    """One axis of a plot.

    Attributes
    ----------
    ends : tuple of float
        The numbers at its ends.
    name : str
    ticks : sequence of float, optional
        The numbers along it; by default round ones.
    most : int
        About how many round numbers.
    log : bool
        Whether it is logarithmic.
    write : callable
        How the numbers along it are written.
    """

    ends: Ends
    name: str = ""
    ticks: Sequence[float] | None = None
    most: int = 11
    log: bool = False
    write: Writer = cell_text

    def __post_init__(self) -> None:
        low, high = self.ends
        self.ends = (low, high) if low < high else (low - 1, high + 1)

    @property
    def numbers(self) -> Sequence[float]:
        """The numbers along it."""
        if self.ticks is not None:
            return self.ticks
        return steps_of_ten(self.ends) if self.log else round_numbers(self.ends, self.most)

    def share(self, value: float) -> float:
        """Return how far on the way from one end to the other a number is."""
        numbers = (*self.ends, value)
        low, high, here = (np.log10(np.maximum(each, TINY)) if self.log else each for each in numbers)
        return (here - low) / (high - low)


def round_numbers(ends: Ends, most: int) -> list[float]:
    """Return round numbers between both ends, at most about `most`."""
    low, high = ends
    power = 10.0 ** math.floor(math.log10((high - low) / most or 1))
    step = next(factor * power for factor in (1, 2, 5, 10) if (high - low) / (factor * power) < most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [float(f"{number * step:.6g}") for number in range(first, last + 1)]


def steps_of_ten(ends: Ends) -> list[float]:
    """Return the numbers along a logarithmic axis: 1, 2, 5, 10, …"""
    steps = (float(f"{factor}e{power}") for power in range(-4, 5) for factor in (1, 2, 5))
    return [step for step in steps if ends[0] <= step <= ends[1]]
