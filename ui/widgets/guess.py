"""Predict first: the learner guesses before something is shown, if the switch in the sidebar is on.

One widget for all pages; questions and replies stand in the `predict` parts of the lessons.
"""

from collections.abc import Sequence

import streamlit as st

from nncore import INPUTS
from ui.address.settings import DIGITS
from ui.language import _
from ui.lessons import Question
from ui.texts import guesses
from ui.widgets.check import NO_NUMBER, answer
from ui.widgets.prose import READING, Values, label, polite, prose
from ui.widgets.typed import RIGHT, judge, readings

Said = int | str | tuple[str, ...]
"""A guess: the place of a choice, the number that was typed, or one for each row."""


def ask_guess(
    name: str, situation: object, values: Values, *, within: float = 0.0, known: bool = True
) -> bool:
    """Ask for a guess where this is called, and say afterwards whether it was right.

    Parameters
    ----------
    name : str
        The name of a `predict` part of a lesson.
    situation : object
        What the answer depends on: when it changes, a new guess is asked for.
    values : mapping
        The live values in its texts, its answer among them: one of the choices is named by `choice`.
    within : float
        How far off a number may be and still be right.
    known : bool
        Whether the answer is known; a guess made before something runs is judged afterwards.

    Returns
    -------
    bool
        Whether the answer may be shown.
    """
    if not predict_first():
        return True
    question, here = guesses()[name], _place(name, situation)
    place, said = st.session_state.get(f"guessed {name}", ("", None))
    with st.container(border=place != here, key=f"predict-{name}", width=READING, gap="small"):
        if place != here:
            sign = _("Predict first")
            st.caption(f":material/psychology: {sign}")
            prose(question.text, values)
            said = _ask(question, here)
            if said is None:
                return False
            st.session_state[f"guessed {name}"] = (here, said)
            st.rerun(scope="app")
        reply = _("You said {guess}.").format(guess=_in_words(question, said))
        if known:
            reply += f" {question.lines['right' if is_right(name, said, values, within) else 'wrong']}"
        polite(reply, values)
        return True


def predict_first() -> bool:
    """Whether the learner wants to guess first."""
    return bool(st.session_state.get("predict", False))


def revealed(name: str, situation: object) -> bool:
    """Whether the answer of a prediction may be shown by a part of the page that does not ask for it."""
    made = st.session_state.get(f"guessed {name}")
    return not predict_first() or (made is not None and made[0] == _place(name, situation))


def guessed_rows(name: str) -> tuple[str, ...]:
    """Return the guesses, one for each row, once the answer may be shown; none where nothing was asked."""
    return st.session_state[f"guessed {name}"][1] if predict_first() else ()


def choice(name: str, place: int) -> str:
    """Return one of the choices of a prediction by its place, as `ask_guess` takes the answer."""
    return _options(guesses()[name])[place]


def _place(name: str, situation: object) -> str:
    return f"guess {name} {situation!r}"


def _options(question: Question) -> Sequence[str]:
    """Return the options: the digits if the lesson names none."""
    return [each.text for each in question.choices] or DIGITS


def _ask(question: Question, key: str) -> Said | None:
    """Ask; return the guess once it is whole."""
    if question.kind == "say":
        return _ask_number(question, key)
    if question.kind == "rows":
        return _ask_rows(key)
    options = _options(question)
    return st.pills(
        _("Your guess"),
        range(len(options)),
        key=key,
        format_func=lambda place: options[place],
        label_visibility="collapsed",
        wrap=True,
    )


def _ask_number(question: Question, key: str) -> str | None:
    unit = question.lines.get("unit", _("a number"))
    typed = st.text_input(_("Your guess: {unit}").format(unit=unit), key=key, width=320, autocomplete="off")
    if typed and not readings(typed):
        polite(_(NO_NUMBER), {})
    return typed if readings(typed) else None


def _ask_rows(key: str) -> tuple[str, ...] | None:
    with st.container(horizontal=True):
        said = [st.pills(f"{x1} {x2}", ("0", "1"), key=f"{key} {x1}{x2}") for x1, x2 in INPUTS]
    rows = tuple(guess for guess in said if guess is not None)
    return rows if len(rows) == len(said) else None


def _in_words(question: Question, said: Said) -> str:
    if isinstance(said, int):
        return _options(question)[said]
    return " ".join(said) if isinstance(said, tuple) else said


def is_right(name: str, said: Said, values: Values, within: float = 0.0) -> bool:
    """Whether a guess is the answer."""
    question = guesses()[name]
    if question.kind != "say":
        return _in_words(question, said) == label(question.lines["answer"], values)
    numbers = readings(str(said))
    value, text = answer(question, values)
    return judge(numbers, value, text) == RIGHT or any(abs(number - value) <= within for number in numbers)
