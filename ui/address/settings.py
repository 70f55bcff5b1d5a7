"""Every setting that an address can hold, in one table: a row says its page, name, kind and start value.

It decides what is read from a link, the limits of widgets, and what *Reset* goes back to. Options are ids in
ASCII, which are the same in every language.
"""

import itertools
from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from nncore import (
    CANVAS,
    FRUIT,
    INITIAL,
    INPUTS,
    NEURONS_A_LAYER,
    NOT_SURE,
    OPTIMIZERS,
    PERCEPTRONS,
    POINTS,
    PRODUCTS,
    TRUTH_TABLES,
    Distortion,
    init_network,
    neuron_graph,
    read_only,
)
from ui.address.kinds import Drawings, Kind, Matrix, Number, OneOf, Parameter, Several
from ui.figures.activation_charts import ENDS, LABELS
from ui.language import N_
from ui.limits import PUPILS

EVERYWHERE = ""
"""The page of a setting that all pages have."""
OWN = "own"
GATE_STARTS = {**PERCEPTRONS, "XOR": PERCEPTRONS["AND"], OWN: PERCEPTRONS["OR"]}
"""The numbers that a gate starts from; the last two have none in the book."""
ANY, WRONG = "any", "wrong"
ANYTHING = {ANY: N_("any")}
KINDS_OF_POINTS = {"Moons": N_("Moons"), "Circles": N_("Circles"), "Spirals": N_("Spirals")}
FIRST_WEIGHTS = {"zero": N_("zero")}
DIGITS = tuple(map(str, range(10)))
BOOK = {name: read_only(array) for name, array in {"X": np.array([1.0, 0.5]), **init_network()}.items()}
"""The numbers of the book's small network, section 3.4.3."""
LARGEST = 1e50
"""The largest number of the toy network: products through three layers stay finite."""
MOST_LINKED = CANVAS // 28
"""The most digits in a link: they lie side by side on the paper."""
HIDDEN = ("sigmoid", "relu", "tanh", "identity_function")
BENDS = ("sigmoid", "tanh", "relu")
OUTPUT = ("identity_function", "softmax")
SHORT = {"identity_function": N_("identity"), "sigmoid": N_("sigmoid"), "softmax": N_("softmax")}

SHAPES = (*((n,) for n in range(1, 5)), *itertools.product(range(1, 5), repeat=2))
GRID = Matrix(SHAPES, 9999.0)
FACTORS = {
    name: read_only(array.astype(float))
    for name, array in zip(("A", "B", "bias"), next(iter(PRODUCTS.values())), strict=True)
}
"""The matrices at first."""
ROWS = tuple(f"{x1} {x2}" for x1, x2 in INPUTS)
PUSHES = {"shift": N_("Shift"), "turn": N_("Turn"), "size": N_("Size"), "greys": N_("Greys")}
PARTS = (10, 100, 1000, 10_000)
"""How many images are counted at once."""
ORDERS = {"most-sure": N_("most sure first"), "least-sure": N_("least sure first")}
ETAS = (0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
SHAPES_TO_LEARN = {"784-50-10": (784, 50, 10), "784-50-100-10": (784, 50, 100, 10)}
"""The digit networks that can be trained."""
RATES = (1e-10, 0.001, 0.01, 0.1, 0.5, 1, 1.1, 10)
SHEETS = {"forward": N_("A forward pass"), "gates": N_("Gates to design"), "products": N_("Matrix products")}
"""The kinds of worksheets."""
STEPS = ("X", *(f"{letter}{layer}" for layer in range(1, 5) for letter in "AZ"), "Y")


def _of_gate(place: int) -> float:
    """Return a number that the gate which is set starts from."""
    perceptron = GATE_STARTS[st.session_state.get("gate") or "AND"]
    return float((*perceptron.weights, perceptron.bias)[place])


def _each(kind: Kind, **starts: object) -> list[tuple[str, Kind, object]]:
    """Return a row for each of some settings of one kind."""
    return [(name, kind, start) for name, start in starts.items()]


def _choice(name: str, **labels: str) -> tuple[str, Kind, object]:
    """Return a row for one of some options, by what the screen calls them; the first is the start value."""
    return name, OneOf(tuple(labels), labels), next(iter(labels))


def _rows(page: str, *rows: tuple[Any, ...]) -> list[Parameter]:
    return [Parameter(page, *row) for row in rows]


SWITCH = Kind()
ROUNDED = Number(-2.0, 2.0, digits=2)
UP_TO_10 = Number(-10.0, 10.0)
UP_TO_2 = Number(-2.0, 2.0)
UP_TO_1 = Number(-1.0, 1.0, digits=2)

PARAMETERS = {
    (parameter.page, parameter.name): parameter
    for parameter in (
        *_rows(EVERYWHERE, ("predict", SWITCH, False), ("own", SWITCH, False)),
        *_rows("home", ("ink", Drawings(MOST_LINKED)), ("turn", Number(0, 9), 0)),
        *_rows(
            "gates",
            ("gate", OneOf((*TRUTH_TABLES, OWN), {OWN: N_("your own")}), "AND"),
            ("fires", Several(ROWS), ["0 1"]),
            *((name, ROUNDED, partial(_of_gate, place)) for place, name in enumerate(("w1", "w2", "b"))),
            ("row", OneOf(ROWS), "1 1"),
            ("signals", OneOf(ROWS), "1 1"),
            _choice("two_layers_view", drawing=N_("Drawing"), planes=N_("Planes")),
            *_each(UP_TO_1, v1=0.5, v2=0.5, theta=0.7),
        ),
        *_rows(
            "activations",
            ("curves", Several(tuple(LABELS), LABELS), ["step_function", "sigmoid", "relu"]),
            ("x", Number(*ENDS), 1.0),
            ("k", Number(0.5, 50.0, 0.5), 1.0),
            ("sh", OneOf(tuple(LABELS), LABELS), "sigmoid"),
            *_each(UP_TO_10, sw1=0.5, sw2=0.5, sb=-0.7),
            *_each(UP_TO_2, c1=1.0, c2=-1.0, c3=1.5),
            ("ch", OneOf(tuple(LABELS), LABELS), "identity_function"),
            *_each(UP_TO_10, a1=0.3, a2=2.9, a3=4.0),
            ("plus", Number(-1000.0, 1000.0, 1.0), 0.0),
        ),
        *_rows(
            "matrices",
            *_each(GRID, **FACTORS),
            ("i", Number(1, 4), 1),
            ("j", Number(1, 4), 1),
            ("images", OneOf((1, 100)), 100),
            *_each(Number(-3, 3), x1=1, x2=2),
            ("neuron", OneOf((1, 2, 3)), 1),
        ),
        *_rows(
            "forward",
            ("step", OneOf(STEPS), "X"),
            ("h", OneOf(HIDDEN, SHORT), HIDDEN[0]),
            ("out", OneOf(OUTPUT, SHORT), OUTPUT[0]),
            ("of", Number(0, 9999, also=("drawing",)), "drawing"),
            ("ink", Drawings(1)),
            ("alone", OneOf(tuple(f"{n} {j}" for n in (1, 2, 3) for j in range(len(BOOK[f"b{n}"]))))),
            ("from", OneOf((1, 2)), 2),
            ("to", OneOf((1, 2, 3)), 1),
            ("pace", Number(0.5, 10.0, 0.5), 1.5),
            ("array", OneOf(tuple(BOOK)), "W1"),
            ("erased", Number(0, 100), 20),
            *((f"n{layer}", Number(0, NEURONS_A_LAYER - 1)) for layer in range(1, 5)),
            *((name, Matrix((each.shape,), LARGEST), each) for name, each in BOOK.items()),
        ),
        *_rows(
            "draw",
            ("ink", Drawings(MOST_LINKED)),
            ("pen", Number(12, 30), 20),
            ("which", Number(0, 99), 0),
            _choice("stages", digit=N_("the digit"), ink=N_("the ink")),
            *_each(SWITCH, normalize=False, flatten=False, one_hot_label=False),
        ),
        *_rows(
            "evaluate",
            _choice("loops", race=N_("The two loops"), shapes=N_("Shapes"), sizes=N_("Batch sizes")),
            _choice(
                "doubt", threshold=N_("A threshold"), honest=N_("Is it honest?"), bar=N_("A bar on the score")
            ),
            _choice("push", **PUSHES),
            ("counted", OneOf(PARTS), 100),
            ("batch", Number(1, 10_000), 100),
            ("slow", SWITCH, False),
            ("threshold", Number(0.0, 1.0, 0.01), NOT_SURE),
            *_each(Number(-10.0, 10.0, 0.5), push_right=0.0, push_down=0.0),
            ("push_turn", Number(-180.0, 180.0, 1.0), 0.0),
            ("push_slant", Number(-1.0, 1.0, 0.05), 0.0),
            ("push_size", Number(0.4, 1.6, 0.05), 1.0),
            ("push_thickness", Number(-2.0, 3.0, 0.25), 0.0),
            ("push_noise", Number(0.0, 1.0, 0.05), 0.0),
            ("push_contrast", Number(0.0, 2.0, 0.1), 1.0),
            ("curve", OneOf(tuple(vars(Distortion()))), "right"),
            *_each(SWITCH, push_inverted=False, prepared=False),
            ("truth", OneOf((ANY, *DIGITS), ANYTHING), ANY),
            ("answer", OneOf((WRONG, ANY, *DIGITS), ANYTHING | {WRONG: N_("a wrong one")}), WRONG),
            ("order", OneOf(tuple(ORDERS), ORDERS), "most-sure"),
            ("gallery", Number(1, 2000), 1),
        ),
        *_rows(
            "loss",
            _choice(
                "said", first=N_("the book’s first"), second=N_("the book’s second"), mine=N_("my drawing")
            ),
            ("meant", OneOf(DIGITS), "2"),
            ("right", Number(0.0, 1.0, 0.01, digits=2)),
            _choice("entropy_view", curve=N_("curve"), bars=N_("bars")),
            ("weight_move", Number(-2.0, 2.0, 0.05, digits=2), 0.0),
            ("place", Number(-10.0, 20.0, 0.5), 5.0),
            ("small_step", OneOf(tuple(range(-17, 1))), -4),
            _choice("slope_view", curve=N_("curve"), errors=N_("errors")),
            *_each(OneOf(RATES), hollow_rate=0.1, xor_rate=0.1),
            _choice("xor_start", slope=N_("a slope"), plain=N_("a plain"), valley=N_("another valley")),
            _choice("simple_view", push=N_("one push"), slopes=N_("all slopes"), loss=N_("loss")),
            ("simple_steps", Number(0, 200), 0),
            ("pushed", OneOf(tuple(f"W[{i}, {k}]" for i in range(2) for k in range(3))), "W[0, 0]"),
        ),
        *_rows(
            "backprop",
            _choice("basket", apples=N_("apples"), both=N_("apples and oranges")),
            ("goes_back", SWITCH, False),
            ("node", OneOf(tuple(node.name for node in (*FRUIT, *neuron_graph(0, 0, 0, 0)) if node.inputs))),
            ("back_step", Number(0, 15), 0),
            *((f"back{layer}", Number(0, NEURONS_A_LAYER - 1)) for layer in range(1, 5)),
            _choice("back_net", toy=N_("the book’s network"), digit=N_("the digit network")),
            ("back_meant", OneOf(DIGITS), "3"),
            *_each(UP_TO_2, bx=1.0, bw=0.5, bb=0.0),
            ("bh", OneOf(BENDS, LABELS), "sigmoid"),
            ("ba", Number(-6.0, 6.0), 1.0),
            ("back_input", OneOf((1, 2)), 1),
            *_each(UP_TO_1, d1=0.5, d2=-1.0, d3=0.2),
        ),
        *_rows(
            "learn",
            ("points", OneOf(tuple(POINTS), KINDS_OF_POINTS), "XOR"),
            ("hidden", OneOf((0, 1, 2, 3)), 1),
            ("neurons", OneOf((2, 4, 6, 8)), 4),
            *_each(OneOf(BENDS, LABELS), bend="tanh", digit_bend="sigmoid"),
            *_each(OneOf(INITIAL, FIRST_WEIGHTS), start="Xavier", digit_start="Xavier"),
            *_each(OneOf(tuple(OPTIMIZERS)), optimizer="SGD", digit_optimizer="SGD"),
            *_each(OneOf(ETAS), eta=0.1, digit_eta=0.1),
            ("mini", OneOf((1, 5, 10, 20, 50, 200)), 10),
            ("shape", OneOf(tuple(SHAPES_TO_LEARN)), next(iter(SHAPES_TO_LEARN))),
            ("seed", OneOf((1, 2, 3)), 1),
            _choice("brush", orange=N_("orange"), blue=N_("blue"), rub=N_("rub out")),
            _choice("sheet", weights=N_("weights"), change=N_("last change")),
            ("handful", Number(0, 19), 0),
            _choice("history", pictures=N_("Pictures"), errors=N_("Errors"), loss=N_("Loss")),
        ),
        *_rows(
            "teach",
            ("sheets", Several(tuple(SHEETS), SHEETS), list(SHEETS)),
            ("pupils", Number(1, PUPILS), 30),
            ("first_sheet", Number(1, 9999), 1),
        ),
    )
}
"""All settings by page and name."""
