"""Numbers that differ from visitor to visitor and stay the same within a visit: for checks."""

import random
import secrets

import streamlit as st


def chance(name: str) -> random.Random:
    """Return what throws the dice for a check: the same throws each time in this visit.

    Parameters
    ----------
    name : str
        The check's name: another one throws others.
    """
    seed = st.session_state.setdefault("chance", secrets.randbits(32))
    return random.Random(f"{seed} {name}")  # noqa: S311
