"""Predict first: the learner guesses a number, or several, before the page shows them."""

import math
from collections.abc import Mapping

import streamlit as st

from ui.numbers import rounded
from ui.sidebar import predict_first


def revealed(question: str, truth: float, context: str) -> bool:
    """Ask for a guess if the class predicts first; return whether the number may be shown.

    Parameters
    ----------
    question : str
        What to guess, in Markdown.
    truth : float
        The number itself.
    context : str
        What the number depends on: when it changes, there is a new guess to make.
    """
    return all_revealed({question: truth}, context)


def all_revealed(asked: Mapping[str, float], context: str) -> bool:
    """Ask several questions at once, each with its truth; all are guessed before anything is shown."""
    if not predict_first():
        return True
    with st.container(horizontal=True):
        guesses = [_guess(question, context) for question in asked]
    if None in guesses:
        st.info("Guess first, then see.", icon=":material/psychology:")
        return False
    for (question, truth), guess in zip(asked.items(), guesses, strict=True):
        subject = f"{question} " if len(asked) > 1 else ""
        st.markdown(f"{subject}{_verdict(guess or 0.0, truth)}")
    return True


def _guess(question: str, context: str) -> float | None:
    key = f"guess {question} {context}"
    return st.number_input(
        question, value=None, step=1.0, format="%g", key=key, placeholder="Your guess", width=300
    )


def _verdict(guess: float, truth: float) -> str:
    right = math.isclose(guess, truth, rel_tol=0.01, abs_tol=0.005)
    verdict = "well done!" if right else f"it is **{rounded(truth, 4)}**."
    return f"You said **{rounded(guess, 4)}**: {verdict}"
