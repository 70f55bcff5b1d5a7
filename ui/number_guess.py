"""Predict first: the learner guesses a number before the page shows it."""

import math

import streamlit as st

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
    if not predict_first():
        return True
    guess = st.number_input(
        question, -1e9, 1e9, None, 1.0, "%g", f"guess {context}", placeholder="Your guess", width=320
    )
    if guess is None:
        st.info("Guess first, then see.", icon=":material/psychology:")
        return False
    right = math.isclose(guess, truth, rel_tol=0.01, abs_tol=0.005)
    verdict = "well done!" if right else f"it is **{truth:.4g}**."
    st.markdown(f"You said **{guess:.4g}**: {verdict}")
    return True
