"""Checks: a learner tries out what was just explained. No score, no clock, and an answer can be changed.

There are three kinds. "do" looks at the state of the page, "say" asks for a number, "choose" offers
answers, each with the reason why it is right, or tempting and wrong.
"""

import random
from collections.abc import Iterable

import streamlit as st

from ui.language import N_, _
from ui.lessons import Choice, Question, Section
from ui.state.marks import mark, marks
from ui.widgets.controls import recall
from ui.widgets.live import Live
from ui.widgets.prose import READING, Values, label, polite, question
from ui.widgets.typed import RIGHT, ROUNDED, WRONG, judge, readings

CUT = N_("Close. Perhaps you rounded too early: keep one digit more.")
NOT_YET = N_("Not yet. Have another look at the sentences above, then change your answer.")
NO_NUMBER = N_("Type a number, such as 0.3 or −12.")


def show_checks(section: Section, live: Live) -> None:
    """Show one check of a section at a time, with a button to the other."""
    checks = section.checks
    if not checks:
        return
    key = f"check of {section.name}"
    number = min(st.session_state.get(key, 0), len(checks) - 1)
    with st.container(key="checks"):
        _show(checks[number], live, _place(number, len(checks)))
        if len(checks) > 1:
            other = (number + 1) % len(checks)
            name = _("Check 2 ›") if other else _("‹ Check 1")
            st.button(name, key="other-check", type="tertiary", on_click=recall, args=({key: other},))


def _show(check: Question, live: Live, place: str) -> None:
    """Show a check under its place, such as “Check 1 of 2”."""
    show = {"do": _do, "say": _say, "choose": _choose}[check.kind]
    with st.container(border=True, key=f"check-{check.name}", width=READING, gap="small"):
        show(check, live, place)


def _place(number: int, count: int) -> str:
    return _("Check {number} of {count}").format(number=number + 1, count=count) if count > 1 else _("Check")


def _head(check: Question, values: Values, place: str, *, done: bool, said: str | None = None) -> None:
    """Show the question under its mark; a check stays marked once it is done."""
    if done and check.name not in marks():
        mark(check.name)
    sign = "check_circle" if check.name in marks() else "radio_button_unchecked"
    word = _("{check}: done").format(check=place) if check.name in marks() else place
    question(f":material/{sign}: {word}", check.text, values, said)


def _do(check: Question, live: Live, place: str) -> None:
    state = live.done.get(check.name, False) if live.revealed else False
    hint = check.hints[state] if isinstance(state, str) and state else ""
    said = f":material/check: {check.lines['done']}" if state is True else hint
    _head(check, live.values, place, done=state is True, said=said)


def _say(check: Question, live: Live, place: str) -> None:
    values, mistakes = live.values, live.mistakes.get(check.name, check.mistakes)
    key, unit = f"said-{check.name}", check.lines.get("unit", "")
    typed = st.session_state.get(key) or ""
    value, text = answer(check, values)
    said = readings(typed, unit)
    verdict = judge(said, value, text, {name: _several(numbers) for name, numbers in mistakes.items()})
    _head(check, values, place, done=verdict == RIGHT)
    asked = _("Your answer, in {unit}").format(unit=unit) if unit else _("Your answer")
    st.text_input(asked, key=key, width=240, autocomplete="off", persist_state="session")
    reply = _reply(check, verdict) if said else _(NO_NUMBER)
    polite(reply if typed.strip() else "", values)


def _reply(check: Question, verdict: str) -> str:
    if verdict == RIGHT:
        return f":material/check: {check.lines['right']}"
    return check.hints.get(verdict) or _({ROUNDED: CUT, WRONG: NOT_YET}[verdict])


def _choose(check: Question, live: Live, place: str) -> None:
    key, values = f"chosen-{check.name}", live.values
    places = [check.choices.index(choice) for choice in mixed(check)]
    place_chosen = st.session_state.get(key)
    choice = None if place_chosen is None else check.choices[place_chosen]
    _head(check, values, place, done=choice is not None and choice.right)
    st.radio(
        _("Your answer"),
        places,
        index=None,
        key=key,
        format_func=lambda number: label(check.choices[number].text, values),
        label_visibility="collapsed",
        persist_state="session",
    )
    said = f"{':material/check: ' if choice.right else ''}{choice.reason}" if choice else ""
    polite(said, values)


def mixed(check: Question) -> list[Choice]:
    """Return the choices shuffled, the same way each time; in the file the right one comes first."""
    return random.Random(check.name).sample(check.choices, len(check.choices))  # noqa: S311


def answer(question: Question, values: Values) -> tuple[float, str]:
    """Return the number that answers a question, and how it is shown."""
    line = question.lines["answer"]
    text = label(line, values)
    value = values.get(line.strip("{}"))
    exact = isinstance(value, int | float)
    return (float(value) if exact else readings(text, "%")[0]), text  # type: ignore[arg-type]


def _several(numbers: float | Iterable[float]) -> tuple[float, ...]:
    return tuple(numbers) if isinstance(numbers, Iterable) else (numbers,)
