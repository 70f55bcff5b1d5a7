"""What an instrument tells the words around it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ui.lessons import Part, Section

UNKNOWN = "…"
"""A live value that is not known yet, before something is measured or drawn."""


@dataclass(frozen=True)
class Live:
    """What an instrument tells the prose around it.

    Attributes
    ----------
    values : mapping
        All live values of the section by their placeholders, a predict's apart; `UNKNOWN` for what is not
        known yet. Numbers are shown short. What a stranger said comes as `ui.plain.plain` text.
    seen : collection of str
        The states that hold: "learned" is for `### seen learned`, "also-input" for `### seen also-input`.
    done : mapping
        For each "do" check: True, or the name of the hint that helps, or False.
    mistakes : mapping
        For each "say" check: the mistaken numbers (one or several) by the names of their hints.
    revealed : bool
        False while a prediction is open: the "seen" parts, "do" checks and a takeaway with live values wait.
    code : sequence of callable
        The functions that computed its numbers.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    seen: Collection[str] = ()
    done: Mapping[str, bool | str] = field(default_factory=dict)
    mistakes: Mapping[str, Mapping[str, float | Iterable[float]]] = field(default_factory=dict)
    revealed: bool = True
    code: Sequence[Callable[..., Any]] = ()


def seen(section: Section, states: Collection[str]) -> list[Part]:
    """Return the "seen" parts to show: the one for the state that holds, and the "also-" ones."""
    parts = {part.title: part for part in section.of("seen")}
    instead = [state for state in parts if state in states and not state.startswith("also-")]
    besides = [state for state in parts if state in states and state.startswith("also-")]
    plain = [""] if "" in parts else []
    return [parts[state] for state in (*(instead or plain), *besides)]


def nothing_known(section: Section) -> Live:
    """Return the values of an instrument that has nothing to show."""
    parts = (part for part in section.parts if part.kind != "predict")
    values = {name: UNKNOWN for part in parts for name in part.placeholders}
    return Live(values, revealed=not values)
