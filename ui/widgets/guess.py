"""Predict first: the learner guesses before something is shown, if the switch in the sidebar is on.

One widget for all pages: what is asked, and what is said to a guess, stands in the lessons' `predict` parts.
"""

from dataclasses import dataclass

import streamlit as st

from nncore import INPUTS
from ui.address.settings import DIGITS
from ui.lessons import Question
from ui.resources import guesses
from ui.widgets.check import NO_NUMBER, answer
from ui.widgets.prose import READING, Values, label, polite, prose
from ui.widgets.typed import RIGHT, judge, readings


@dataclass(frozen=True)
class Guess:
    """What came of a prediction; true if what was asked for may be shown.

    Attributes
    ----------
    revealed : bool
        Whether it may be shown.
    said : str or tuple of str, optional
        The guess: a text, one a row for "rows"; None if nothing was asked.
    """

    revealed: bool
    said: str | tuple[str, ...] | None = None

    def __bool__(self) -> bool:
        return self.revealed


def ask_guess(
    name: str, situation: object, values: Values, *, within: float = 0.0, known: bool = True
) -> Guess:
    """Ask for a guess where this is called, and say afterwards whether it was right.

    Parameters
    ----------
    name : str
        The name of a `predict` part of a lesson.
    situation : object
        What the answer depends on. When it changes, there is a new guess to make.
    values : mapping
        The live values in its texts, its answer among them.
    within : float
        How far off a number may be and still be right.
    known : bool
        Whether there is an answer yet. What is asked before something runs is judged when it has run.

    Returns
    -------
    Guess
        False as a condition while the answer is to be hidden.
    """
    if not predict_first():
        return Guess(True)
    question, here = guesses()[name], _place(name, situation)
    place, said = st.session_state.get(f"guessed {name}", ("", None))
    with st.container(border=place != here, key=f"predict-{name}", width=READING, gap="small"):
        if place != here:
            st.caption(":material/psychology: Predict first")
            prose(question.text, values)
            said = _ask(question, here)
            if said is None:
                return Guess(False)
            st.session_state[f"guessed {name}"] = (here, said)
            st.rerun(scope="app")
        polite(_verdict(question, said, values, within) if known else _echo(said), values)
        return Guess(True, said)


def predict_first() -> bool:
    """Whether the learner wants to guess before seeing."""
    return bool(st.session_state.get("predict", False))


def revealed(name: str, situation: object) -> bool:
    """Whether what a prediction hides may be shown, for a part of the page that does not ask for it."""
    made = st.session_state.get(f"guessed {name}")
    return not predict_first() or (made is not None and made[0] == _place(name, situation))


def _place(name: str, situation: object) -> str:
    return f"guess {name} {situation!r}"


def _ask(question: Question, key: str) -> str | tuple[str, ...] | None:
    """Ask; return the guess once it is whole."""
    if question.kind == "say":
        return _ask_number(question, key)
    if question.kind == "rows":
        return _ask_rows(key)
    options = [choice.text for choice in question.choices] or DIGITS
    return st.pills("Your guess", options, key=key, label_visibility="collapsed", wrap=True)


def _ask_number(question: Question, key: str) -> str | None:
    unit = question.lines.get("unit", "a number")
    typed = st.text_input(f"Your guess: {unit}", key=key, width=320, autocomplete="off")
    if typed and not readings(typed):
        polite(NO_NUMBER, {})
    return typed if readings(typed) else None


def _ask_rows(key: str) -> tuple[str, ...] | None:
    with st.container(horizontal=True):
        said = [st.pills(f"{x1} {x2}", ("0", "1"), key=f"{key} {x1}{x2}") for x1, x2 in INPUTS]
    rows = tuple(guess for guess in said if guess is not None)
    return rows if len(rows) == len(said) else None


def _verdict(question: Question, said: str | tuple[str, ...], values: Values, within: float) -> str:
    right = is_right(question, said, values, within)
    return f"{_echo(said)} {question.lines['right' if right else 'wrong']}"


def _echo(said: str | tuple[str, ...]) -> str:
    return f"You said {' '.join(said) if isinstance(said, tuple) else said}."


def is_right(question: Question, said: str | tuple[str, ...], values: Values, within: float = 0.0) -> bool:
    """Whether a guess is the answer."""
    if question.kind != "say":
        return (" ".join(said) if isinstance(said, tuple) else said) == label(
            question.lines["answer"], values
        )
    numbers = readings(str(said))
    value, text = answer(question, values)
    return judge(numbers, value, text) == RIGHT or any(abs(number - value) <= within for number in numbers)
