"""What a setting in the address can be: one class a kind, which reads it, writes it and says what it takes.

`read` is where text from outside ends: it returns one of a closed set, numbers within a range, or None.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nncore import ADDRESS_CHARACTERS, NUMBER_CHARACTERS
from ui.numbers import rounded
from ui.plain import plain


class Kind(ABC):
    """One kind of setting. An address may name a setting several times, so its text is a list."""

    @property
    @abstractmethod
    def takes(self) -> str:
        """What it takes, as a sentence says it."""

    @abstractmethod
    def parse(self, texts: Sequence[str]) -> Any | None:
        """Return the value that texts of a bearable length stand for, or None."""

    @abstractmethod
    def write(self, value: Any) -> list[str]:
        """Return the texts that an address holds for a value."""

    def read(self, texts: Sequence[str]) -> Any | None:
        """Return the value that the texts stand for, or None if they stand for none."""
        fits = sum(map(len, texts)) <= ADDRESS_CHARACTERS.most
        return self.parse(texts) if texts and fits else None

    def words(self, value: Any) -> str:
        """Return a value as a sentence says it."""
        return " ".join(self.write(value))

    def refusal(self, name: str, texts: Sequence[str], instead: str) -> str:
        """Say in Markdown that a link's texts are no such value, and what happens instead."""
        said = plain(" ".join(texts), 24)
        told = f"says `{name}` = “{said}”" if said else f"leaves `{name}` empty"
        return f"The link {told}, but it takes {self.takes}: {instead}."

    def widget(self, default: Any) -> dict[str, Any]:
        """Return the arguments of a widget of Streamlit that takes the same."""
        return {"value": default}

    def held(self, value: Any) -> Any:
        """Return what a widget of Streamlit holds for a value."""
        return value


@dataclass(frozen=True)
class Switch(Kind):
    """On or off."""

    takes = "true or false"

    def parse(self, texts: Sequence[str]) -> bool | None:
        """Return it; the case of the letters is all one, as Streamlit has it."""
        return {"true": True, "false": False}.get(texts[-1].lower())

    def write(self, value: bool) -> list[str]:
        """Return ``true`` or ``false``."""
        return [str(value).lower()]


@dataclass(frozen=True)
class OneOf(Kind):
    """One of a closed set; `labels` are the names by which screen and address know the options."""

    options: tuple[Any, ...]
    labels: Mapping[Any, str] = field(default_factory=dict)

    @property
    def named(self) -> dict[str, Any]:
        """The options by the names that they have in the address."""
        return {self.labels.get(option, str(option)): option for option in self.options}

    @property
    def takes(self) -> str:
        """All of them."""
        *first, last = (f"“{name}”" for name in self.named)
        return f"{', '.join(first)} or {last}" if first else last

    def parse(self, texts: Sequence[str]) -> Any | None:
        """Return the option that is named last."""
        return self.named.get(texts[-1])

    def write(self, value: Any) -> list[str]:
        """Return the option's name."""
        return [self.labels.get(value, str(value))]

    def words(self, value: Any) -> str:
        """Return its name in quotes."""
        return f"“{self.labels.get(value, str(value))}”"

    def widget(self, default: Any) -> dict[str, Any]:
        """Return the arguments of pills and the like."""
        look = {"format_func": self.labels.__getitem__} if self.labels else {}
        return {"options": self.options, "default": default} | look


class Several(OneOf):
    """Some of a closed set, or none of them."""

    def parse(self, texts: Sequence[str]) -> list[Any] | None:
        """Return those that are named, each once."""
        found = [self.named.get(text) for text in dict.fromkeys(texts) if text]
        return None if None in found else found

    def write(self, value: Sequence[Any]) -> list[str]:
        """Return their names, or an empty one."""
        return [self.labels.get(option, str(option)) for option in value] or [""]

    def words(self, value: Sequence[Any]) -> str:
        """Return their names, one after the other."""
        return ", ".join(map(super().words, value))


@dataclass(frozen=True)
class Number(Kind):
    """A number in a range, rounded to `digits` after the point if it shows no more."""

    low: float
    high: float
    digits: int | None = None

    @property
    def takes(self) -> str:
        """The range."""
        return f"numbers from {rounded(self.low, 9)} to {rounded(self.high, 9)}"

    def parse(self, texts: Sequence[str]) -> float | None:
        """Return the last number."""
        value = _number(texts[-1])
        if value is None or not self.low <= value <= self.high:
            return None
        return value if self.digits is None else round(value, self.digits)

    def write(self, value: float) -> list[str]:
        """Return its shortest form."""
        return [f"{value + 0.0:.12g}"]

    def words(self, value: float) -> str:
        """Return it with a true minus."""
        return rounded(value, 9)

    def widget(self, default: Any) -> dict[str, Any]:
        """Return the arguments of a slider."""
        return {"min_value": self.low, "max_value": self.high, "value": default}


@dataclass(frozen=True)
class Span(Kind):
    """The two ends of a range, in order; each is a number."""

    end: Number

    @property
    def takes(self) -> str:
        """The range of both."""
        return f"two {self.end.takes}"

    def parse(self, texts: Sequence[str]) -> tuple[float, ...] | None:
        """Return both ends."""
        ends = [end for text in texts[:2] if (end := self.end.parse([text])) is not None]
        return tuple(sorted(ends)) if len(texts) == len(ends) == 2 else None

    def write(self, value: Sequence[float]) -> list[str]:
        """Return both ends."""
        return [text for end in value for text in self.end.write(end)]

    def words(self, value: Sequence[float]) -> str:
        """Return both ends with true minus signs."""
        return " to ".join(map(self.end.words, value))

    def widget(self, default: Any) -> dict[str, Any]:
        """Return the arguments of a slider with two ends."""
        return self.end.widget(default)


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number in a range, or one of the words `also`."""

    low: int
    high: int
    also: tuple[str, ...] = ()

    @property
    def takes(self) -> str:
        """The range, and the words."""
        words = "".join(f"“{word}” or " for word in self.also)
        return f"{words}whole numbers from {self.low} to {self.high}"

    def parse(self, texts: Sequence[str]) -> int | str | None:
        """Return the last number or word."""
        if texts[-1] in self.also:
            return texts[-1]
        value = _number(texts[-1])
        fits = value is not None and self.low <= value <= self.high and not value % 1
        return int(value) if value is not None and fits else None

    def write(self, value: int | str) -> list[str]:
        """Return it in digits."""
        return [str(value)]

    def words(self, value: int | str) -> str:
        """Return a number in digits, a word in quotes."""
        return f"“{value}”" if isinstance(value, str) else str(value)


def _number(text: str) -> float | None:
    if len(text) > NUMBER_CHARACTERS.most:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
