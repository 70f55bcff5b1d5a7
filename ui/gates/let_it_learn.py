"""A perceptron that learns a gate, step by step or playing."""

from collections.abc import Sequence

import streamlit as st

from nncore import INPUTS, PERCEPTRONS, RATE, Update, learn
from ui.components.fragment import goes_on
from ui.figures.learning_charts import mistakes_chart
from ui.frame import go_to
from ui.gates.gates_state import PASSES, PLAY, SEED, Learner, learner_now
from ui.gates.neuron_controls import Setting, choose_gate, numbers_of, setting_now
from ui.gates.plane import show_plane, spots
from ui.language import _
from ui.numbers import added, number
from ui.state.chance import chance
from ui.theme import Theme, current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import recall
from ui.widgets.live import UNKNOWN, Live
from ui.widgets.table import show_table

SECONDS = 0.3
"""How long one update stays when playing."""


def let_it_learn() -> Live:
    """Show a perceptron that learns the chosen gate; it moves by itself only while its Play is on."""
    choose_gate()
    setting = setting_now()
    learner = learner_now()
    if learner.wanted != setting.wanted:
        learner.wanted = setting.wanted
        learner.restart(SEED)
        st.session_state[PLAY] = False
    if st.session_state.get(PLAY) and goes_on("learning", SECONDS):
        learner.advance()
    _board(current_theme(), learner)
    update = learner.updates()[-1]
    correction, mistakes = one_correction()
    return Live(
        values=correction
        | {
            "gate": setting.name,
            "passes": len(update.mistakes),
            "fewest": min(update.mistakes, default=UNKNOWN),
        },
        seen=how_far(setting, learner, update),
        done={"let-and-learn": has_learned(setting, learner, update)},
        mistakes={"one-correction": mistakes},
        code=[learn],
    )


def how_far(setting: Setting, learner: Learner, update: Update) -> tuple[str, ...]:
    """Return the section's state: what is said of how far it is."""
    if update.converged:
        return ("learned",)
    if not setting.separable and update.mistakes and update.mistakes[-1] == len(INPUTS):
        return ("xor-learning",)
    return ("stopped",) if learner.finished else ()


def has_learned(setting: Setting, learner: Learner, update: Update) -> bool | str:
    """Return whether it has learned one of the three gates, or what helps."""
    if not setting.separable:
        return "not-separable"
    if update.converged:
        return setting.gate in PERCEPTRONS
    return "still-learning" if learner.step else False


def one_correction() -> tuple[dict[str, object], dict[str, float]]:
    """Draw a correction to be done by hand; return its values, and the mistaken weights."""
    dice = chance("one-correction")
    w1, t = dice.choice([n / 10 for n in range(-9, 10) if n]), dice.choice((0, 1))
    error = 2 * t - 1  # it answered 1 − t
    after = round(w1 + RATE * error, 12)
    values: dict[str, object] = {
        "lesson_w1": w1,
        "lesson_t": t,
        "lesson_y": 1 - t,
        "lesson_error": error,
        "lesson_change": added(RATE * error).replace(" ", ""),
        "lesson_w1_after": after,
        "lesson_direction": _("larger") if t else _("smaller"),
    }
    mistakes = {"wrong-way": w1 - RATE * error, "forgot-rate": w1 + error, "not-moved": w1}
    return values, mistakes


def _board(theme: Theme, learner: Learner) -> None:
    """Show one update: the controls, the plane, what changed."""
    _controls(learner)
    updates = learner.updates()
    update = updates[-1]
    plane, words = st.columns((5, 4), gap="small")
    with plane:
        alt = _("The four points, and the line of the neuron that is learning.")
        line = {"y": update.perceptron}
        show_plane(line, spots(learner.wanted, update.row), alt, _("Plane of the learner"), "learner")
    with words:
        _last_change(updates)
        counts, name = update.mistakes, _("Mistakes in each pass")
        show_plot(mistakes_chart(theme, counts, PASSES, name), "mistakes", name)


def _controls(learner: Learner) -> None:
    if learner.finished:
        st.session_state[PLAY] = False
    done, to_end = learner.finished, len(INPUTS) - learner.step % len(INPUTS)
    numbers = numbers_of(learner.updates()[-1].perceptron)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.button(_("New start"), on_click=learner.restart, help=_("Other random weights"))
        st.button(_("Step"), on_click=learner.advance, disabled=done)
        st.button(_("One pass"), on_click=learner.advance, args=[to_end], disabled=done)
        st.toggle(_("Play"), key=PLAY, disabled=done)
        words = _("Go to Three numbers with what it has learned")
        st.button(_("To the sliders"), help=words, on_click=_to_sliders, args=(numbers,))


def _to_sliders(numbers: dict[str, float]) -> None:
    recall(numbers)
    go_to("three-numbers")


def _last_change(updates: Sequence[Update]) -> None:
    """Say which row was looked at, what came of it, and what it did to the three numbers."""
    update, before = updates[-1], updates[max(len(updates) - 2, 0)].perceptron
    old, new = ((*p.weights, p.bias) for p in (before, update.perceptron))
    if update.row is None:
        st.markdown(_("Random weights, nothing learned yet. *Step* looks at the first row."))
    else:
        x1, x2 = INPUTS[update.row]
        y = before(x1, x2)
        right = _("Pass {pass_}, row {x1} {x2}: it said {y}, right, nothing changes.")
        wrong = _("Pass {pass_}, row {x1} {x2}: it said {y}, wanted {wanted}: a mistake.")
        known = {"pass_": (len(updates) - 2) // len(INPUTS) + 1, "x1": x1, "x2": x2, "y": y}
        st.markdown((wrong if update.error else right).format(wanted=y + update.error, **known))
    change = [number(round(n - o, 12)) for o, n in zip(old, new, strict=True)]
    rows = ((_("before"), *map(number, old)), (_("change"), *change), (_("now"), *map(number, new)))
    show_table(("", "w1", "w2", "b"), rows, now=2)
