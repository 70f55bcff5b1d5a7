"""The answer, large, with its probability: what everybody came for."""

import streamlit as st

from nncore import NOT_SURE, Array
from ui.components.markup import css, fill, show
from ui.numbers import a_digit, percent
from ui.theme import Theme


def show_answer(theme: Theme, probabilities: Array) -> None:
    """Show the most probable digit in the primary colour, how probable it is, and a doubt if there is one."""
    best = int(probabilities.argmax())
    big_digit(str(best), theme.primary, percent(float(probabilities[best])))
    if probabilities[best] < NOT_SURE:
        st.markdown(doubt(probabilities))


def doubt(probabilities: Array) -> str:
    """Return the two likeliest digits in a sentence: “Not sure: a 4, or perhaps a 9.”"""
    first, second = (int(k) for k in (-probabilities).argsort(kind="stable")[:2])
    return f"**Not sure:** {a_digit(first)}, or perhaps {a_digit(second)}."


def big_digit(digits: str, colour: str, words: str) -> None:
    """Show digits as tall as five lines of text, more than four smaller, with a few words beside them."""
    size = min(5.5, 22 / len(digits))
    look = css("font:600 $size/1 serif;color:$colour", size=f"{size:.3g}rem", colour=colour)
    show(
        fill(
            '<div style="display:flex;align-items:baseline;gap:.75rem;line-height:1">'
            '<span style="$look">$digits</span><span style="font-size:1.25rem">$words</span></div>',
            look=look,
            digits=digits,
            words=words,
        )
    )
