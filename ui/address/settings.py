"""Every setting that an address can hold, in one table: a row says its page, name, kind and default.

From the table follow what is read, the sentence about what does not fit, the limits of the widgets
that the address remembers, and the tests. What is not in it is not read.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nncore import (
    CANVAS,
    INITIAL,
    INPUTS,
    NEURONS_A_LAYER,
    NOT_SURE,
    OPTIMIZERS,
    POINTS,
    PRODUCTS,
    PUPILS,
    TRUTH_TABLES,
    Distortion,
)
from ui.address.arrays import Drawings, Matrix
from ui.address.kinds import Kind, Number, OneOf, Several, Span, Switch, Whole
from ui.figures.activation_charts import LABELS
from ui.lessons import pages
from ui.resources import lesson

EVERYWHERE = ""
"""The page of a setting that all pages have."""
OWN = "your own"
ANY, WRONG = "any", "a wrong one"
DIGITS = tuple(map(str, range(10)))
TOY_SHAPES = {"X": (2,), "W1": (2, 3), "b1": (3,), "W2": (3, 2), "b2": (2,), "W3": (2, 2), "b3": (2,)}
LARGEST_BATCH = 10_000
"""The largest batch: all images of the test set at once."""
LARGEST = 1e50
"""The largest number of the toy network: products through three layers stay finite."""
MOST_LINKED = CANVAS // 28
"""So many digits a link can carry: they lie side by side on the paper."""
HIDDEN = ("sigmoid", "relu", "tanh", "identity_function")
BENDS = ("sigmoid", "tanh", "relu")
OUTPUT = ("identity_function", "softmax")
DISTORTIONS = {
    "right": (-10.0, 10.0),
    "down": (-10.0, 10.0),
    "turn": (-180.0, 180.0),
    "size": (0.4, 1.6),
    "slant": (-1.0, 1.0),
    "thickness": (-2.0, 3.0),
    "noise": (0.0, 1.0),
    "contrast": (0.0, 2.0),
}
"""How far a picture can be distorted, by the fields of `Distortion`."""

SHAPES = (*((n,) for n in range(1, 5)), *itertools.product(range(1, 5), repeat=2))
GRID = Matrix(SHAPES, 9999.0)
MOST_INPUT = 3
"""How far the inputs of three neurons go."""
ACTIVATION = OneOf(tuple(LABELS), LABELS)
ROWS = tuple(f"{x1} {x2}" for x1, x2 in INPUTS)
SECTIONS = (
    "One or many",
    "Mistakes",
    "I don’t know",
    "How far can you push?",
    "Your own network",
)
MY_DRAWING = "my drawing"
SAID = ("the book’s first", "the book’s second", MY_DRAWING)
"""Whose answer is judged."""
PAINTED = "my own"
"""The points that the visitor paints."""
ETAS = (0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
SHAPES_TO_LEARN = {"784-50-10": (784, 50, 10), "784-50-100-10": (784, 50, 100, 10)}
"""The digit networks that can be trained."""
BASKETS = ("apples", "apples and oranges")
WALKED_BACK = ("the book’s network", "the digit network")
RATES = (1e-10, 0.001, 0.01, 0.1, 0.5, 1.0, 1.1, 10.0)
SHEETS = {"forward": "A forward pass", "gates": "Gates to design", "products": "Matrix products"}
"""The kinds of worksheets."""
BEATS = tuple((page, tuple(beat.name for beat in lesson(page).beats)) for page in pages())
STEPS = ("X", *(f"{letter}{layer}" for layer in range(1, 5) for letter in "AZ"), "Y")


@dataclass(frozen=True)
class Parameter:
    """One setting: where it is, what it takes, what there is without it, and how a sentence says that."""

    page: str
    name: str
    kind: Kind
    default: Any = None
    instead: str = ""

    def refusal(self, texts: Sequence[str], kind: Kind | None = None) -> str:
        """Say in Markdown that a link's texts do not fit; `kind` is narrower where the page knows more."""
        default = f"{self.kind.words(self.default)} is used instead" if self.default is not None else ""
        return (kind or self.kind).refusal(self.name, texts, self.instead or default or "it is left out")


def _rows(page: str, *rows: tuple[Any, ...]) -> list[Parameter]:
    return [Parameter(page, *row) for row in rows]


ROUNDED = Number(-2.0, 2.0, digits=2)
UP_TO_10 = Number(-10.0, 10.0)
UP_TO_2 = Number(-2.0, 2.0)
UP_TO_1 = Number(-1.0, 1.0, digits=2)
ITS_OWN = "the gate’s own number is used instead"
STRONGEST = "the one that weighs most is shown instead"
BY_THE_BOOK = "the book’s numbers stand in for it"
DRAW_ANEW = "Ask for it again, or draw a digit"

PARAMETERS = {
    (parameter.page, parameter.name): parameter
    for parameter in (
        *_rows(EVERYWHERE, ("predict", Switch(), False), ("own", Switch(), False)),
        *_rows("home", ("ink", Drawings(MOST_LINKED), None, DRAW_ANEW)),
        *_rows(
            "gates",
            ("gate", OneOf((*TRUTH_TABLES, OWN)), "AND"),
            ("fires", Several(ROWS), ["0 1"]),
            ("w1", ROUNDED, None, ITS_OWN),
            ("w2", ROUNDED, None, ITS_OWN),
            ("b", ROUNDED, None, ITS_OWN),
            ("row", OneOf(ROWS), "1 1"),
            ("signals", OneOf(ROWS), "1 1"),
            *((name, UP_TO_1, value) for name, value in (("v1", 0.5), ("v2", 0.5), ("theta", 0.7))),
        ),
        *_rows(
            "activations",
            ("part", OneOf(("Curves", "Two inputs", "Why not linear?", "Softmax"))),
            ("curves", Several(tuple(LABELS), LABELS), ["step_function", "sigmoid", "relu"]),
            ("at", UP_TO_10, 1.0),
            ("k", Number(0.5, 50.0), 1.0),
            ("range", Span(UP_TO_10), (-5.0, 5.0)),
            ("sh", ACTIVATION, "sigmoid"),
            *((name, UP_TO_10, value) for name, value in (("sw1", 0.5), ("sw2", 0.5), ("sb", -0.7))),
            *((name, UP_TO_2, value) for name, value in (("c1", 1.0), ("c2", -1.0), ("c3", 1.5))),
            ("ch", ACTIVATION, "identity_function"),
            *((name, UP_TO_10, value) for name, value in (("a1", 0.3), ("a2", 2.9), ("a3", 4.0))),
            ("plus", Number(-1000.0, 1000.0), 0.0),
        ),
        *_rows(
            "matrices",
            *zip(("A", "B", "bias"), itertools.repeat(GRID), next(iter(PRODUCTS.values())), strict=False),
            ("i", Whole(1, 4), 1),
            ("j", Whole(1, 4), 1),
            ("images", OneOf((1, 100)), 100),
            *((name, Whole(-MOST_INPUT, MOST_INPUT), value) for name, value in (("x1", 1), ("x2", 2))),
            ("neuron", OneOf((1, 2, 3)), 1),
        ),
        *_rows(
            "forward",
            ("net", OneOf(("toy", "digit")), "toy"),
            ("step", OneOf(STEPS), "X"),
            ("h", OneOf(HIDDEN), HIDDEN[0]),
            ("out", OneOf(OUTPUT), OUTPUT[0]),
            ("of", Whole(0, 9999, ("drawing",)), "drawing"),
            ("ink", Drawings(1), None, DRAW_ANEW),
            ("batch", OneOf(("batch",)), None, "one image is shown"),
            *((f"n{layer}", Whole(0, NEURONS_A_LAYER.most - 1), None, STRONGEST) for layer in range(1, 5)),
            *((name, Matrix((shape,), LARGEST), None, BY_THE_BOOK) for name, shape in TOY_SHAPES.items()),
        ),
        *(Parameter(page, "only", OneOf(beats), None, "the whole page is shown") for page, beats in BEATS),
        *_rows(
            "draw",
            ("ink", Drawings(MOST_LINKED), None, DRAW_ANEW),
            *((name, Switch(), False) for name in ("normalize", "flatten", "one_hot_label")),
        ),
        *_rows(
            "evaluate",
            ("section", OneOf(SECTIONS), SECTIONS[0]),
            ("batch", Whole(1, LARGEST_BATCH), 100),
            ("threshold", Number(0.0, 1.0), NOT_SURE),
            *(
                (f"push_{name}", Number(*ends), float(getattr(Distortion(), name)))
                for name, ends in DISTORTIONS.items()
            ),
            ("push_inverted", Switch(), False),
            ("prepared", Switch(), False),
            ("truth", OneOf((ANY, *DIGITS)), ANY),
            ("answer", OneOf((WRONG, ANY, *DIGITS)), WRONG),
            ("order", OneOf(("most sure first", "least sure first")), "most sure first"),
        ),
        *_rows(
            "learn",
            ("said", OneOf(SAID), SAID[0]),
            ("meant", OneOf(DIGITS), "2"),
            ("place", Number(-10.0, 20.0), 5.0),
            ("basket", OneOf(BASKETS), BASKETS[0]),
            ("back_net", OneOf(WALKED_BACK), WALKED_BACK[0]),
            ("back_meant", OneOf(DIGITS), "3"),
            ("points", OneOf((*POINTS, PAINTED)), "XOR"),
            ("hidden", OneOf((0, 1, 2, 3)), 1),
            ("neurons", OneOf((2, 4, 6, 8)), 4),
            ("bend", OneOf(BENDS, LABELS), "tanh"),
            ("start", OneOf(INITIAL), "Xavier"),
            ("optimizer", OneOf(tuple(OPTIMIZERS)), "SGD"),
            ("eta", OneOf(ETAS), 0.1),
            ("mini", OneOf((1, 5, 10, 20, 50, 200)), 10),
            ("shape", OneOf(tuple(SHAPES_TO_LEARN)), next(iter(SHAPES_TO_LEARN))),
            ("digit_bend", OneOf(BENDS, LABELS), "sigmoid"),
            ("digit_start", OneOf(INITIAL), "Xavier"),
            ("digit_optimizer", OneOf(tuple(OPTIMIZERS)), "SGD"),
            ("digit_eta", OneOf(ETAS), 0.1),
            ("seed", OneOf((1, 2, 3)), 1),
        ),
        *_rows(
            "teach",
            ("sheets", Several(tuple(SHEETS), SHEETS), list(SHEETS)),
            ("pupils", Whole(1, PUPILS.most), 30),
            ("first_sheet", Whole(1, 9999), 1),
        ),
    )
}
"""All settings by page and name."""


def parameter(page: str, name: str) -> Parameter:
    """Return a setting of a page, or one that all pages have."""
    return PARAMETERS.get((EVERYWHERE, name)) or PARAMETERS[page, name]


def options(page: str, name: str) -> tuple[Any, ...]:
    """Return what a setting that is one of a closed set can be."""
    kind = parameter(page, name).kind
    return kind.options if isinstance(kind, OneOf) else ()


def of_page(page: str) -> list[Parameter]:
    """Return the settings that a page has, with those that all have."""
    return [row for row in PARAMETERS.values() if row.page in (page, EVERYWHERE)]


def starts(page: str) -> dict[str, Any]:
    """Return what the widgets of a page hold at first, by their keys."""
    rows = [row for row in PARAMETERS.values() if row.page == page and row.name != "only"]
    return {row.name: row.kind.held(row.default) for row in rows}


def bare(page: str, name: str) -> dict[str, Any]:
    """Return the arguments by which a widget of Streamlit is remembered in the address."""
    return {"key": parameter(page, name).name, "bind": "query-params"}


def bound(page: str, name: str) -> dict[str, Any]:
    """Return the arguments of a widget that the address remembers: options or ends, and the default."""
    row = parameter(page, name)
    return bare(page, name) | row.kind.widget(row.default)
