"""The settings that are arrays: matrices of numbers, and drawings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nncore import Array
from ui.address.kinds import Kind
from ui.address.packed import as_text, from_text, pack_row, unpack_row
from ui.numbers import rounded


@dataclass(frozen=True)
class Matrix(Kind):
    """A vector or matrix of one of the shapes, whose numbers are at most so large."""

    shapes: tuple[tuple[int, ...], ...]
    largest: float

    @property
    def takes(self) -> str:
        """The shape if there is but one, else the most rows and columns, and the range of the numbers."""
        sizes = "×".join(map(str, self.shapes[-1]))
        most = "" if len(self.shapes) == 1 else "up to "
        return f"{most}{sizes} numbers from {rounded(-self.largest)} to {rounded(self.largest)}, like 1,2;3,4"

    def parse(self, texts: Sequence[str]) -> Array | None:
        """Return the array."""
        array = from_text(texts[-1])
        fits = array is not None and array.shape in self.shapes and np.abs(array).max() <= self.largest
        return array if fits else None

    def write(self, value: Array) -> list[str]:
        """Return it as text: rows are parted by semicolons."""
        return [as_text(value)]

    def held(self, value: Array | None) -> str | None:
        """Return it as text: a field of numbers is set from that."""
        return None if value is None else as_text(value)


@dataclass(frozen=True)
class Drawings(Kind):
    """One drawing of 28×28 greys or more, side by side."""

    most: int

    @property
    def takes(self) -> str:
        """How many."""
        return "a whole drawing" if self.most == 1 else f"up to {self.most} whole drawings"

    def parse(self, texts: Sequence[str]) -> Array | None:
        """Return the drawings (n, 28, 28)."""
        return unpack_row(texts[-1], self.most)

    def write(self, value: Array) -> list[str]:
        """Return the drawings packed."""
        return [pack_row(value)]

    def refusal(self, name: str, texts: Sequence[str], instead: str) -> str:  # noqa: ARG002
        """Say it without the text, which nobody can read."""
        return f"The link holds no drawing: it may have been cut short. {instead}."
