"""A field for a number of any size, which says what it takes when what was typed does not fit.

It is a field of text: a browser's field for numbers drops what it does not know while one types, so that
1,5 becomes 15 and 0x10 becomes 10, and Streamlit's own limits (1.67) refuse without a sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui.language import _
from ui.numbers import rounded
from ui.plain import plain
from ui.widgets.typed import readings


@dataclass(frozen=True)
class Range:
    """Which numbers a field takes, and as whose numbers a sentence speaks of them."""

    whose: str
    low: float
    high: float

    def read(self, text: str) -> float | None:
        """Return the number that a text means, however it is written, or None if it is none of these."""
        return next((value for value in readings(text) if self.low <= value <= self.high), None)

    def refusal(self, text: str) -> str:
        """Say in Markdown that a text is none of them, and which are."""
        words = _(
            "“{text}” does not fit, and the old number stays: {whose} takes numbers from {low} to {high}."
        )
        low, high = rounded(self.low, 9), rounded(self.high, 9)
        return words.format(text=plain(text, 24), whose=self.whose, low=low, high=high)


def number_field(
    label: str, held: float, fits: Range, take: Callable[[float], None], *, key: str, **look: Any
) -> None:
    """Show a field for a number that is held elsewhere; who empties it gets that number back.

    Parameters
    ----------
    label : str
        What it is, for those who cannot see it too.
    held : float
        The number that it shows.
    fits : Range
        The numbers that it takes. `show_refusal` says so if something else was entered.
    take : callable
        Called with a new number that fits.
    key : str
        Its key.
    **look
        Further arguments of `st.text_input`.
    """
    text = f"{held + 0.0:.12g}"
    if st.session_state.get(key) != text:  # only then: what is being typed elsewhere must not be reset
        st.session_state[key] = text
    st.text_input(label, key=key, on_change=_changed, args=(key, fits, take), autocomplete="off", **look)


def show_refusal(whose: str) -> None:
    """Say why a number was not taken, if one was not."""
    if refusal := st.session_state.pop(f"refusal {whose}", None):
        st.error(refusal)


def _changed(key: str, fits: Range, take: Callable[[float], None]) -> None:
    text = st.session_state[key]
    value = fits.read(text)
    if value is not None:
        take(value)
    elif text.strip():
        st.session_state[f"refusal {fits.whose}"] = fits.refusal(text)
