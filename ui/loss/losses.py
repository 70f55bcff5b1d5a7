"""How wrong is an answer? Ten bars, the right one under a slider, and both losses; why not count mistakes."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from nncore import (
    Array,
    Network,
    along_last_weight,
    cross_entropy_error,
    predict,
    read_only,
    sum_squared_error,
)
from ui.address.settings import FIRST, MY_DRAWING, SECOND
from ui.components.diagram import show_diagram
from ui.figures.learning_charts import entropy_curve, moved_weight
from ui.numbers import minus, share
from ui.resources import NOT_HERE, other_examples, training_images_here
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.bars import show_bars
from ui.widgets.chart import Columns, show_plot
from ui.widgets.controls import chips
from ui.widgets.live import UNKNOWN, Live
from ui.widgets.my_digit import my_digit

ANSWERS = {
    FIRST: read_only(np.array([0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0])),
    SECOND: read_only(np.array([0.1, 0.05, 0.1, 0, 0.05, 0.1, 0, 0.6, 0, 0])),
}
"""What a network says in section 4.2 of the book."""
MOVES = read_only(np.linspace(-0.5, 0.5, 101))
"""How far the weight is moved."""


VIEWS = ("curve", "bars")


def how_wrong() -> Live:
    """Show one answer and its sum of squares."""
    answer = _answer()
    show_bars(answer.y, right=answer.t)
    st.metric("Sum of squares", f"{answer.squares:.6g}")
    return Live(
        values=answer.values | {"squares_of_three": 0.07},
        mistakes={"squares-by-hand": {"not-halved": 0.14, "signed": 0.0, "one-only": (0.045, 0.09)}},
        done={"push-down": pushed_down(answer)},
        code=[sum_squared_error],
    )


def cross_entropy() -> Live:
    """Show one answer and its cross-entropy, on the curve on which it lies."""
    answer = _answer()
    p, entropy = float(answer.y[answer.t]), answer.entropy
    view = st.segmented_control(
        "Show", VIEWS, default=VIEWS[0], required=True, key="entropy_view", persist_state="session"
    )
    if view == VIEWS[1]:
        show_bars(answer.y, right=answer.t)
    else:
        alt = f"Cross-entropy against the probability of the right answer; now {entropy:.3f} at {p:.3f}."
        plot = entropy_curve(current_theme(), p, answer.squares, entropy, alt)
        show_plot(plot, "entropy_curve", "Cross-entropy", _entropies)
    st.metric("Cross-entropy", f"{entropy:.6f}")
    half = float(-np.log10(0.5))
    mistakes = {"other-log": [round(half, digits) for digits in range(2, 9)], "square-instead": (0.25, 0.125)}
    return Live(
        values=answer.values | {"entropy_of_half": f"{np.log(2):.3f}"},
        mistakes={"entropy-by-hand": mistakes},
        code=[cross_entropy_error],
    )


@dataclass(frozen=True, eq=False)
class Answer:
    """Ten probabilities, and the digit that would be right."""

    y: Array
    t: int

    @property
    def squares(self) -> float:
        """Its sum of squares."""
        return sum_squared_error(self.y, self.t)

    @property
    def entropy(self) -> float:
        """Its cross-entropy."""
        return cross_entropy_error(self.y, self.t)

    @property
    def values(self) -> dict[str, object]:
        """What the words say of it."""
        return {
            "right_digit": self.t,
            "right_share": f"{self.y[self.t]:.3g}",
            "squares": f"{self.squares:.4f}",
            "entropy": f"{self.entropy:.4f}",
        }


def pushed_down(answer: Answer) -> bool | str:
    """Return whether the sum of squares is nearly 0, or what helps."""
    p = float(answer.y[answer.t])
    if p >= 0.9 and answer.squares < 0.01:
        return True
    return "not-enough" if p > 0.5 else False


def _answer() -> Answer:
    """Let the learner choose an answer, the right digit, and its probability."""
    said, t = (
        str(chips("The network says", "loss", "said")),
        int(str(chips("Right would be", "loss", "meant"))),
    )
    return Answer(_with(ANSWERS[said] if said != MY_DRAWING else _mine(), t, said), t)


def _with(y: Array, t: int, said: str) -> Array:
    """Let the learner change the probability of the right answer; the others share what is left."""
    given = round(float(y[t]), 2)
    key = f"p-{said}-{t}-{given}"
    p = st.slider("Probability of the right answer", 0.0, 1.0, given, 0.01, key=key, persist_state="session")
    if p == given:
        return y
    rest = np.where(np.arange(10) == t, 0, y)
    rest = rest / rest.sum() * (1 - p) if rest.sum() > 0 else rest
    return np.where(np.arange(10) == t, p, rest)


def _mine() -> Array:
    return predict(network_in_use(), my_digit()).astype(np.float64)


def _entropies() -> Columns:
    p = np.linspace(0.01, 1, 100)
    return {"probability of the right answer": p, "cross-entropy": -np.log(p)}


def busiest(network: Network, x: Array) -> int:
    """Return the input of the last layer that is largest on average."""
    return int(network.forward(x[:100])[-3].value.mean(axis=0).argmax())


def not_mistakes() -> Live:
    """Show that accuracy stands still where the loss moves."""
    if not training_images_here():
        st.caption(NOT_HERE)
        unknown = ("weight_name", "loss_change", "share_change", "looked_at")
        return Live(dict.fromkeys(unknown, UNKNOWN), done={"loss-moves-alone": False}, revealed=False)
    theme, network = current_theme(), network_in_use()
    x, t = other_examples(1000)
    place = (busiest(network, x), 8)
    losses, shares = along_last_weight(network, x, t, place, MOVES)
    name = f"W{len(network.layers)}[{place[0]}, {place[1]}]"
    move = st.slider(f"Move {name} by", -0.5, 0.5, 0.0, 0.01, key="weight_move", persist_state="session")
    now = int(np.abs(MOVES - move).argmin())
    said = f"mean loss: {losses[now]:.5f}"
    show_diagram(moved_weight(theme, MOVES, losses, now, said, theme.primary, said), "moved_loss")
    said = f"read correctly: {share(shares[now], 1)}"
    plot = moved_weight(theme, MOVES, shares, now, said, theme.ink, said)
    columns = {"moved by": MOVES, "mean loss": losses, "read correctly": shares}
    show_plot(plot, "moved_share", "Loss and accuracy", lambda: columns)
    start = int(np.abs(MOVES).argmin())
    still = move != 0 and shares[now] == shares[start] and losses[now] != losses[start]
    return Live(
        values={
            "weight_name": name,
            "loss_change": minus(f"{losses[now] - losses[start]:+.5f}"),
            "share_change": minus(f"{100 * (shares[now] - shares[start]):+.1f}"),
            "looked_at": 1000,
        },
        seen=[] if move else ["unmoved"],
        done={"loss-moves-alone": True if still else "both-moved" if move else False},
    )
