"""What a setting in the address can be: one class a kind, which reads it, writes it and limits its widget.

`read` is where text from outside ends: it returns one of a closed set, a number within a range, a text
that was looked through, or None.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nncore import ADDRESS_CHARACTERS, NUMBER_CHARACTERS, Array
from ui.address.packed import as_text, from_text, pack_row, unpack_row
from ui.language import _
from ui.numbers import grouped


class Kind(ABC):
    """One kind of setting. An address may name a setting several times, so its text is a list."""

    def read(self, texts: Sequence[str]) -> Any | None:
        """Return what the texts stand for, as a widget holds it, or None if they stand for nothing."""
        fits = sum(map(len, texts)) <= ADDRESS_CHARACTERS.most
        return self.parse(texts) if texts and fits else None

    @abstractmethod
    def parse(self, texts: Sequence[str]) -> Any | None:
        """Return the same for texts of a bearable length."""

    def write(self, value: Any) -> list[str]:
        """Return the texts that an address holds for a value."""
        return [str(value)]

    def value(self, held: Any) -> Any:
        """Return the value of what a widget holds."""
        return held

    def widget(self) -> dict[str, Any]:
        """Return the arguments of a widget of Streamlit that takes the same."""
        return {}


class Switch(Kind):
    """On or off."""

    def parse(self, texts: Sequence[str]) -> bool | None:
        """Return it; the case of the letters is all one."""
        return {"true": True, "false": False}.get(texts[-1].lower())

    def write(self, value: bool) -> list[str]:
        """Return ``true`` or ``false``."""
        return [str(value).lower()]


@dataclass(frozen=True)
class OneOf(Kind):
    """One of a closed set, whose options the address holds; `labels` are what the screen calls them."""

    options: tuple[Any, ...]
    labels: Mapping[Any, str] = field(default_factory=dict)

    def label(self, option: Any) -> str:
        """Return what the screen calls an option, in the visitor's language."""
        if option in self.labels:
            return _(self.labels[option])
        return grouped(option) if isinstance(option, int) else str(option)

    def parse(self, texts: Sequence[str]) -> Any | None:
        """Return the option that is named last."""
        return {str(option): option for option in self.options}.get(texts[-1])

    def widget(self) -> dict[str, Any]:
        """Return the arguments of pills and the like."""
        return {"options": self.options, "format_func": self.label}


class Several(OneOf):
    """Some of a closed set, or none of them."""

    def parse(self, texts: Sequence[str]) -> list[Any] | None:
        """Return those that are named, each once."""
        found = [super(Several, self).parse([text]) for text in dict.fromkeys(texts) if text]
        return None if None in found else found

    def write(self, value: Sequence[Any]) -> list[str]:
        """Return them, or an empty text."""
        return [str(option) for option in value] or [""]


@dataclass(frozen=True)
class Number(Kind):
    """A number in a range, rounded to `digits` after the point if it shows no more."""

    low: float
    high: float
    digits: int | None = None

    def parse(self, texts: Sequence[str]) -> float | None:
        """Return the last number."""
        value = _number(texts[-1])
        if value is None or not self.low <= value <= self.high:
            return None
        return value if self.digits is None else round(value, self.digits)

    def write(self, value: float) -> list[str]:
        """Return its shortest form."""
        return [f"{value + 0.0:.12g}"]

    def widget(self) -> dict[str, Any]:
        """Return the arguments of a slider."""
        return {"min_value": self.low, "max_value": self.high}


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number in a range, or one of the words `also`."""

    low: int
    high: int
    also: tuple[str, ...] = ()

    def parse(self, texts: Sequence[str]) -> float | str | None:
        """Return the last number or word."""
        if texts[-1] in self.also:
            return texts[-1]
        value = _number(texts[-1])
        fits = value is not None and self.low <= value <= self.high and not value % 1
        return int(value) if value is not None and fits else None

    def write(self, value: float | str) -> list[str]:
        """Return it in digits."""
        return [value if isinstance(value, str) else f"{value:.12g}"]

    def widget(self) -> dict[str, Any]:
        """Return the arguments of a slider."""
        return {"min_value": self.low, "max_value": self.high}


@dataclass(frozen=True)
class Matrix(Kind):
    """The text of a vector or matrix of one of the shapes, whose numbers are at most so large."""

    shapes: tuple[tuple[int, ...], ...]
    largest: float

    def parse(self, texts: Sequence[str]) -> str | None:
        """Return the text as we write it."""
        array = self.value(texts[-1])
        return None if array is None else as_text(array)

    def write(self, value: Array | str) -> list[str]:
        """Return an array as text: rows are parted by semicolons."""
        return [value if isinstance(value, str) else as_text(value)]

    def value(self, held: str | None) -> Array | None:
        """Return the array."""
        array = from_text(held) if held is not None else None
        fits = array is not None and array.shape in self.shapes and np.abs(array).max() <= self.largest
        return array if fits else None


@dataclass(frozen=True)
class Drawings(Kind):
    """The text of one drawing of 28×28 greys or more, side by side."""

    most: int

    def parse(self, texts: Sequence[str]) -> str | None:
        """Return the text."""
        return None if self.value(texts[-1]) is None else texts[-1]

    def write(self, value: Array | str) -> list[str]:
        """Return drawings packed."""
        return [value if isinstance(value, str) else pack_row(value)]

    def value(self, held: str | None) -> Array | None:
        """Return the drawings (n, 28, 28)."""
        return None if held is None else unpack_row(held, self.most)


def _number(text: str) -> float | None:
    if len(text) > NUMBER_CHARACTERS.most:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
