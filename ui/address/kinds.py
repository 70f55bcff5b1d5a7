"""The kinds of settings in the address: each class reads, writes and limits one kind.

`read` turns untrusted text into one of a closed set, a number in a range, a checked array, or None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nncore import Array
from ui.address.packed import as_text, from_text, pack_row, unpack_row
from ui.language import _
from ui.limits import ADDRESS_CHARACTERS


class Kind:
    """A kind of setting, by default a switch. An address may repeat a setting, so texts are lists."""

    def read(self, texts: Sequence[str]) -> Any | None:
        """Return what the texts stand for, or None if they stand for nothing."""
        fits = sum(map(len, texts)) <= ADDRESS_CHARACTERS
        return self.parse(texts) if texts and fits else None

    def parse(self, texts: Sequence[str]) -> Any | None:
        """Return the same for texts that are not too long, in upper or lower case."""
        return {"true": True, "false": False}.get(texts[-1].lower())

    def write(self, value: Any) -> list[str]:
        """Return the texts that an address holds for a value."""
        return [str(value).lower()]

    def widget(self) -> dict[str, Any]:
        """Return the arguments of a Streamlit widget for it."""
        return {}


@dataclass(frozen=True)
class OneOf(Kind):
    """One of a closed set of options, which the address holds; the screen shows their `labels`."""

    options: tuple[Any, ...]
    labels: Mapping[Any, str] = field(default_factory=dict)

    def label(self, option: Any) -> str:
        """Return the label of an option."""
        return _(self.labels[option]) if option in self.labels else str(option)

    def parse(self, texts: Sequence[str]) -> Any | None:
        """Return the option that is named last."""
        return {str(option): option for option in self.options}.get(texts[-1])

    def write(self, value: Any) -> list[str]:
        """Return the option."""
        return [str(value)]

    def widget(self) -> dict[str, Any]:
        """Return the arguments of pills and the like."""
        return {"options": self.options, "format_func": self.label}


class Several(OneOf):
    """Some of a closed set, or none of them."""

    def parse(self, texts: Sequence[str]) -> list[Any] | None:
        """Return the options that are named, each once."""
        found = [super(Several, self).parse([text]) for text in dict.fromkeys(texts) if text]
        return None if None in found else found

    def write(self, value: Sequence[Any]) -> list[str]:
        """Return them, or an empty text."""
        return [str(option) for option in value] or [""]


@dataclass(frozen=True)
class Number(Kind):
    """A number in a range, whole if its ends are, or a word of `also`.

    It is rounded to `digits` after the point if no more are shown. A widget moves it by `step`, by default a
    tenth, or 1 if it is whole.
    """

    low: float
    high: float
    step: float | None = None
    digits: int | None = None
    also: tuple[str, ...] = ()

    def parse(self, texts: Sequence[str]) -> float | str | None:
        """Return the last number or word."""
        if texts[-1] in self.also:
            return texts[-1]
        try:
            value = type(self.low)(texts[-1])
        except ValueError:
            return None
        if not self.low <= value <= self.high:
            return None
        return value if self.digits is None else round(value, self.digits)

    def write(self, value: float | str) -> list[str]:
        """Return its shortest form."""
        return [value if isinstance(value, str) else f"{value + 0.0:.12g}"]

    def widget(self) -> dict[str, Any]:
        """Return the arguments of a slider."""
        usual = 1 if isinstance(self.low, int) else 0.1
        return {"min_value": self.low, "max_value": self.high, "step": self.step or usual}


@dataclass(frozen=True)
class Matrix(Kind):
    """A vector or matrix of one of some shapes, with a largest absolute value."""

    shapes: tuple[tuple[int, ...], ...]
    largest: float

    def parse(self, texts: Sequence[str]) -> Array | None:
        """Return the array."""
        array = from_text(texts[-1])
        fits = array is not None and array.shape in self.shapes and np.abs(array).max() <= self.largest
        return array if fits else None

    def write(self, value: Array) -> list[str]:
        """Return it as text: rows are parted by semicolons."""
        return [as_text(value)]


@dataclass(frozen=True)
class Drawings(Kind):
    """One or more drawings of 28×28 greys, side by side."""

    most: int

    def parse(self, texts: Sequence[str]) -> Array | None:
        """Return the drawings (n, 28, 28)."""
        return unpack_row(texts[-1], self.most)

    def write(self, value: Array) -> list[str]:
        """Return them as packed text."""
        return [pack_row(value)]


@dataclass(frozen=True)
class Parameter:
    """A setting: its page, name, kind and start value."""

    page: str
    name: str
    kind: Kind
    default: Any = None

    @property
    def key(self) -> str:
        """Its key in the session: its widget's; a walk and a drawing have none, and more than one page."""
        return f"{self.page} {self.name}" if self.page == "forward" or self.name == "ink" else self.name

    @property
    def start(self) -> Any:
        """What is held at first; the numbers of a gate are the gate's own."""
        return self.default() if callable(self.default) else self.default
