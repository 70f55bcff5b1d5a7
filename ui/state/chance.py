"""Random numbers for checks: another seed for each visitor, the same within a visit."""

import random
import secrets

import streamlit as st


def chance(name: str) -> random.Random:
    """Return the random generator of a check, which starts the same way each time in this visit.

    Parameters
    ----------
    name : str
        The check's name, which is part of the seed.
    """
    seed = st.session_state.setdefault("chance", secrets.randbits(32))
    return random.Random(f"{seed} {name}")  # noqa: S311
