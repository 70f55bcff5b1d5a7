"""The answer, large, with its probability: what everybody came for."""

import html

import numpy.typing as npt
import streamlit as st

from ui.figures.bars import percent
from ui.theme import Theme


def show_answer(theme: Theme, probabilities: npt.NDArray) -> None:  # type: ignore[type-arg]
    """Show the most probable digit in the primary colour, and how probable it is."""
    best = int(probabilities.argmax())
    big_digit(str(best), theme.primary, percent(float(probabilities[best])))


def big_digit(digit: str, colour: str, words: str) -> None:
    """Show one digit as tall as five lines of text, with a few words beside it."""
    st.html(
        '<div style="display:flex;align-items:baseline;gap:.75rem;line-height:1">'
        f'<span style="font:600 5.5rem/1 serif;color:{colour}">{html.escape(digit)}</span>'
        f'<span style="font-size:1.25rem">{html.escape(words)}</span></div>'
    )
