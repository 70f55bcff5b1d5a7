"""What an instrument tells the words around it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ui.lessons import Part, Section

UNKNOWN = "…"
"""A live value that nobody knows yet: before something was measured, or drawn."""


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
        False while a prediction is open: what was seen waits, and so do the word on "do" checks and a
        sentence to take away that tells a live value.
    code : sequence of callable
        The functions that made its numbers.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    seen: Collection[str] = ()
    done: Mapping[str, bool | str] = field(default_factory=dict)
    mistakes: Mapping[str, Mapping[str, float | Iterable[float]]] = field(default_factory=dict)
    revealed: bool = True
    code: Sequence[Callable[..., Any]] = ()


def seen(section: Section, states: Collection[str]) -> list[Part]:
    """Return what is said after the instrument: the part for the state that holds, and the ones besides."""
    parts = {part.title: part for part in section.of("seen")}
    instead = [state for state in parts if state in states and not state.startswith("also-")]
    besides = [state for state in parts if state in states and state.startswith("also-")]
    plain = [""] if "" in parts else []
    return [parts[state] for state in (*(instead or plain), *besides)]


def nothing_known(section: Section) -> Live:
    """Return what an instrument tells that has nothing to work with."""
    wanted, states, hints = _wanted(section)
    mistakes = {check: dict.fromkeys(names, ()) for check, names in hints.items()}
    values, done = dict.fromkeys(wanted, UNKNOWN), dict.fromkeys(states, False)
    return Live(values, done=done, mistakes=mistakes, revealed=not wanted)


def _wanted(section: Section) -> tuple[set[str], set[str], dict[str, set[str]]]:
    """Return the live values, the "do" checks, and the hints of the "say" checks that a section has."""
    values = {name for part in section.parts if part.kind != "predict" for name in part.placeholders}
    states = {check.name for check in section.checks if check.kind == "do"}
    hints = {check.name: set(check.hints) - {"rounded"} for check in section.checks if check.kind == "say"}
    return values, states, hints


def complain(section: Section, live: Live) -> None:
    """Say at once, to whoever writes the page, what the instrument does not tell."""
    wanted, states, hints = _wanted(section)
    told = {name: set(live.mistakes.get(name, ())) for name in hints}
    if missing := wanted - set(live.values) or states - set(live.done):
        raise LookupError(f"{section.name}: its instrument does not tell {sorted(missing)}.")
    if told != hints:
        raise LookupError(f"{section.name}: hints {hints} need mistaken numbers, told are {told}.")
