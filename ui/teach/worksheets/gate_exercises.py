"""Gates to design: numbers of a neuron that make a truth table, what all of them have in common, and XOR."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from nncore import INPUTS, TRUTH_TABLES, Perceptron, best_possible
from ui.address import settings_of
from ui.address.settings import OWN
from ui.components.markup import Safe, fill, joined
from ui.language import _
from ui.numbers import number, written_sum
from ui.teach.worksheets.mathml import maths
from ui.teach.worksheets.pieces import (
    EMPTY,
    GAP,
    LINE,
    Exercises,
    dice,
    html_table,
    side_by_side,
    with_caption,
)
from ui.widgets.links import address_of

Table = tuple[int, ...]
BLANK = [EMPTY] * len(INPUTS)

WEIGHTS = (-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2)
"""What the sliders of the app can be set to, in halves."""
BIASES = (-1.5, -1, -0.5, 0.5, 1, 1.5)
NAMED = ("AND", "NAND", "OR")
CORNERS = ((0, 1, 1, 0), (1, 0, 0, 1))
"""XOR and its opposite: what no single neuron can be."""
ALL_TABLES = tuple(itertools.product((0, 1), repeat=4))
PLAIN = {TRUTH_TABLES[name] for name in NAMED}
DESIGNED = tuple(t for t in ALL_TABLES if best_possible(t) == 4 and sum(t) in (1, 3) and t not in PLAIN)
"""Gates with one row or all but one, other than those with a name in the course."""
POSSIBLE = tuple(t for t in ALL_TABLES if best_possible(t) == 4 and sum(t) == 2)
"""Gates with two rows that one neuron can be: they look much like XOR."""


@dataclass(frozen=True)
class Design:
    """The neurons and gates of a sheet.

    Attributes
    ----------
    named, given : (name, Perceptron)
        A gate to recognize; one whose bias is looked for.
    designed : (table, Perceptron)
        A gate to design, with an answer.
    impossible : tuple of int
        XOR or its opposite.
    possible : (table, Perceptron)
        The gate beside it.
    first : bool
        Whether the impossible one stands first.
    """

    named: tuple[str, Perceptron]
    given: tuple[str, Perceptron]
    designed: tuple[Table, Perceptron]
    impossible: Table
    possible: tuple[Table, Perceptron]
    first: bool


def _neurons() -> dict[Table, list[Perceptron]]:
    """Return by their tables the neurons that have no sum of 0, where it would be hard to see who fires."""
    found: dict[Table, list[Perceptron]] = {}
    for w1, w2, b in itertools.product(WEIGHTS, WEIGHTS, BIASES):
        neuron = Perceptron((w1, w2), b)
        if all(neuron.weighted_sum(*x) for x in INPUTS):
            found.setdefault(tuple(neuron(*x) for x in INPUTS), []).append(neuron)
    return found


NEURONS = _neurons()


def make_design(seed: int) -> Design:
    """Return the neurons and gates of a sheet."""
    rng = dice("gates", seed)
    named, given = rng.sample(NAMED, 2)
    designed, possible = rng.choice(DESIGNED), rng.choice(POSSIBLE)
    alike = [each for each in NEURONS[TRUTH_TABLES[given]] if len(set(each.weights)) == 1]
    return Design(
        (named, rng.choice(NEURONS[TRUTH_TABLES[named]])),
        (given, rng.choice(alike)),
        (designed, rng.choice(NEURONS[designed])),
        rng.choice(CORNERS),
        (possible, rng.choice(NEURONS[possible])),
        rng.random() < 0.5,
    )


def bias_range(weights: tuple[float, ...], wanted: Sequence[int]) -> tuple[float, float]:
    """Return the ends between which b makes a gate: above the first, at most the second."""
    without = [Perceptron(weights, 0).weighted_sum(*x) for x in INPUTS]
    fires = [-total for total, t in zip(without, wanted, strict=True) if t]
    silent = [-total for total, t in zip(without, wanted, strict=True) if not t]
    return max(fires), min(silent)


def gates_exercises(seed: int) -> Exercises:
    """Return what the sheet of gates says."""
    design = make_design(seed)
    words = {"neuron": "a = w1·x1 + w2·x2 + b", "b": "b", "diagonal": "w1 + w2 + 2·b"}
    values = {name: maths(formula) for name, formula in words.items()} | {"line": GAP}
    return Exercises(values | _one_neuron(design) | _own(design) | _pair(design), _links(design))


def _one_neuron(design: Design) -> dict[str, Safe]:
    """Return what is said of a gate to recognize, and of one whose bias is looked for."""
    (name, neuron), (given, other) = design.named, design.given
    sums = [maths(written_sum(neuron, *x)) for x in INPUTS]
    low, high = bias_range(other.weights, TRUTH_TABLES[given])
    w1, w2 = map(number, other.weights)
    return {
        "numbers": _numbers(neuron),
        "sums_blank": _table(a=BLANK, y=BLANK),
        "sums_done": _table(a=sums, y=[neuron(*x) for x in INPUTS]),
        "gate": fill("$name", name=name),
        "weights": maths(f"w1 = {w1}, w2 = {w2}"),
        "bias_gate": fill("$name", name=given),
        "bias_blank": _table(y=TRUTH_TABLES[given], a=BLANK),
        "bias_line": _answer_line("b ="),
        "bias_range": maths(f"{number(low)} < b ≤ {number(high)}"),
        "bias_example": maths(f"b = {number(other.bias)}"),
    }


def _own(design: Design) -> dict[str, Safe]:
    wanted, neuron = design.designed
    return {
        "design_blank": _table(y=wanted, a=BLANK),
        "design_line": _answer_line("w1 =", "w2 =", "b ="),
        "design_example": _numbers(neuron),
        "design_conditions": side_by_side(*map(maths, conditions(wanted))),
    }


def conditions(wanted: Sequence[int]) -> list[str]:
    """Return what the numbers of any neuron that is a gate must meet, a condition a row."""
    sums = ("b", "w1 + b", "w2 + b", "w1 + w2 + b")
    return [f"{total} {'>' if t else '≤'} 0" for total, t in zip(sums, wanted, strict=True)]


def _pair(design: Design) -> dict[str, Safe]:
    tables = [design.impossible, design.possible[0]][:: 1 if design.first else -1]
    named = [(_("Gate {letter}").format(letter=letter), t) for letter, t in zip("AB", tables, strict=True)]
    return {
        "pair": side_by_side(*(with_caption(name, _table(y=t)) for name, t in named)),
        "reason_line": joined([LINE, LINE, LINE]),
        "impossible": fill("$letter", letter="A" if design.first else "B"),
        "possible_example": _numbers(design.possible[1]),
    }


def _table(**columns: Sequence[Safe | str | int]) -> Safe:
    """Return a table of the inputs with their sums a, which have the most room, or answers y."""
    heads = {"a": fill("$sum $a", sum=_("Sum"), a=maths("a")), "y": maths("y")}
    header = [maths("x1"), maths("x2"), *(heads[name] for name in columns)]
    rows = [(*x, *cells) for x, *cells in zip(INPUTS, *columns.values(), strict=True)]
    return html_table(header, rows, wide=heads["a"])


def _numbers(neuron: Perceptron) -> Safe:
    w1, w2, b = map(number, (*neuron.weights, neuron.bias))
    return maths(f"w1 = {w1}, w2 = {w2}, b = {b}")


def _answer_line(*names: str) -> Safe:
    gaps = [fill("<span>$name $gap</span>", name=maths(name), gap=GAP) for name in names]
    return side_by_side(*gaps)


def _links(design: Design) -> dict[str, str]:
    (named, first), (given, second) = design.named, design.given
    return {
        "which-gate": _link(TRUTH_TABLES[named], first),
        "find-the-bias": _link(TRUTH_TABLES[given], second),
        "design-it": _link(*design.designed),
        "which-cannot": _link(design.impossible),
    }


def _link(wanted: Sequence[int], neuron: Perceptron | None = None) -> str:
    """Return the address of a gate, with a neuron on the sliders or the page's own."""
    numbers = dict(zip(("w1", "w2", "b"), (*neuron.weights, neuron.bias), strict=True)) if neuron else {}
    names = [name for name, t in TRUTH_TABLES.items() if t == tuple(wanted)]
    rows = [f"{x1} {x2}" for (x1, x2), t in zip(INPUTS, wanted, strict=True) if t]
    gate: dict[str, object] = {"gate": names[0]} if names else {"gate": OWN, "fires": rows}
    return address_of("gates", [("at", "three-numbers"), *settings_of("gates", **gate, **numbers)])
