"""A number field that says what it takes when a number does not fit.

Streamlit's own limits (1.67) refuse such a number with a red frame, and name the range only in a tooltip.
So the field has none: it takes any number, and this module decides.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui.numbers import rounded


@dataclass(frozen=True)
class Range:
    """Which numbers a field takes, and as whose numbers a sentence speaks of them."""

    whose: str
    low: float
    high: float
    whole: bool = False

    def admits(self, value: float) -> bool:
        """Whether a number is one of them."""
        return self.low <= value <= self.high and not (self.whole and value % 1)

    def refusal(self, value: float) -> str:
        """Say that a number is none of them, and which are."""
        kind = "whole numbers" if self.whole else "numbers"
        return (
            f"{rounded(value, 9)} does not fit, and the old number stays: "
            f"{self.whose} takes {kind} from {rounded(self.low, 9)} to {rounded(self.high, 9)}."
        )


def number_field(
    label: str, held: float | None, fits: Range, take: Callable[[], None], *, key: str, **look: Any
) -> None:
    """Show a field for a number that is held elsewhere; who empties it gets that number back.

    Parameters
    ----------
    label : str
        What it is, for those who cannot see it too.
    held : float or None
        The number that it shows.
    fits : Range
        The numbers that it takes. `show_refusal` says so if another one was entered.
    take : callable
        Called when it holds a new number that fits, in ``st.session_state[key]``.
    key : str
        Its key.
    **look
        Further arguments of `st.number_input`; its buttons move by 1 unless ``step`` is among them.
    """
    if st.session_state.get(key) != held:  # only then: what is being typed elsewhere must not be reset
        st.session_state[key] = held
    settings: dict[str, Any] = {"step": 1.0, "format": "%g"} | look
    st.number_input(label, value=held, key=key, on_change=_changed, args=(key, fits, take), **settings)


def show_refusal(whose: str) -> None:
    """Say why a number was not taken, if one was not."""
    if refusal := st.session_state.pop(f"refusal {whose}", None):
        st.error(refusal)


def _changed(key: str, fits: Range, take: Callable[[], None]) -> None:
    value = st.session_state[key]
    if value is None or not math.isfinite(value):
        return
    if fits.admits(value):
        take()
    else:
        st.session_state[f"refusal {fits.whose}"] = fits.refusal(value)
