"""Matrix products to fill in, one with a number missing, one that does not exist, and a layer of neurons."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nncore import Array, inner_sizes, layer_sums, matrix_product
from ui.address import settings_of
from ui.components.markup import Safe, fill, joined
from ui.language import _
from ui.numbers import added, factor, number
from ui.teach.worksheets.mathml import BLANK, maths
from ui.teach.worksheets.pieces import GAP, Exercises, dice, side_by_side, with_caption
from ui.widgets.links import address_of

MatrixShape = tuple[int, ...]

NUMBERS = (-2, -1, 0, 1, 2, 3, 4, 5)
NOT_ZERO = (-2, -1, 1, 2, 3, 4)
HALVES = (-1.5, -0.5, 0.5, 1.5)
FIT: tuple[tuple[MatrixShape, MatrixShape], ...] = (
    ((3, 2), (2, 2)),
    ((2, 2), (2, 3)),
    ((2,), (2, 3)),
    ((2, 3), (3, 2)),
)
DO_NOT_FIT: tuple[tuple[MatrixShape, MatrixShape], ...] = (
    ((2, 3), (2, 2)),
    ((3, 2), (3, 2)),
    ((2, 2), (3, 2)),
    ((2, 3), (2, 3)),
)


@dataclass(frozen=True, eq=False)
class Products:
    """The matrices of a sheet.

    Attributes
    ----------
    whole : (A (2, 3), B (3, 2))
        To be multiplied.
    missing : (A (2, 2), B (2, 2))
        Of which one number of A is missing: row i, column k. Column j of the product gives it away.
    i, k, j : int
        Where, counted from 0.
    pairs : tuple of (A, B)
        Three of which one has no product.
    layer : (X (2,), W (2, 3), b (3,))
        A layer.
    """

    whole: tuple[Array, Array]
    missing: tuple[Array, Array]
    i: int
    k: int
    j: int
    pairs: tuple[tuple[Array, Array], ...]
    layer: tuple[Array, Array, Array]

    @property
    def misfit(self) -> int:
        """Which of the pairs has no product, counted from 0."""
        return next(n for n, pair in enumerate(self.pairs) if len(set(inner_sizes(*pair))) == 2)


def make_products(seed: int) -> Products:
    """Return the matrices of a sheet."""
    rng = dice("products", seed)
    shapes = [*rng.sample(FIT, 2), rng.choice(DO_NOT_FIT)]
    rng.shuffle(shapes)
    i, k, j = (rng.randrange(2) for _ in "ikj")
    return Products(
        (_filled(rng, (2, 3)), _filled(rng, (3, 2))),
        (_filled(rng, (2, 2)), _filled(rng, (2, 2), NOT_ZERO)),
        i,
        k,
        j,
        tuple((_filled(rng, left), _filled(rng, right)) for left, right in shapes),
        (_filled(rng, (2,), NOT_ZERO), _filled(rng, (2, 3)), _filled(rng, (3,), HALVES)),
    )


def _filled(rng: random.Random, shape: MatrixShape, numbers: Sequence[float] = NUMBERS) -> Array:
    return np.reshape([rng.choice(numbers) for _ in range(int(np.prod(shape)))], shape).astype(float)


def products_exercises(seed: int) -> Exercises:
    """Return what the sheet of products says."""
    made = make_products(seed)
    words = {"a": "X", "b": "W", "product": "X W", "sums": "X W + b"}
    values = {name: maths(formula) for name, formula in words.items()}
    values |= _whole(*made.whole) | _missing(made) | _pairs(made) | _layer(*made.layer)
    links = {
        "fill-in": _link(*made.whole),
        "missing-number": _link(*made.missing),
        "which-fit": _link(*made.pairs[made.misfit]),
        "layer": _link(*made.layer),
    }
    return Exercises(values, links)


def _whole(A: Array, B: Array) -> dict[str, Safe]:
    product = matrix_product(A, B)
    words = _("Row {row} with column {column}:")
    names = [words.format(row=i + 1, column=j + 1) for i, j in np.ndindex(product.shape)]
    sums = [_dot(A[i], B[:, j]) for i, j in np.ndindex(product.shape)]
    return {
        "cells_blank": _equation(A, "·", B, "=", _open(product)),
        "cells_lines": joined([fill('<p class="write">$name</p>', name=name) for name in names]),
        "cells_done": _equation(A, "·", B, "=", product),
        "cells_sums": side_by_side(*map(maths, sums)),
    }


def _missing(made: Products) -> dict[str, Safe]:
    (A, B), i, k, j = made.missing, made.i, made.k, made.j
    product = matrix_product(A, B)
    asked, shown = A.copy(), _open(product)
    asked[i, k], shown[i, j] = BLANK, product[i, j]
    left = [factor(value) for value in A[i]]
    left[k] = "a"
    terms = [f"{one}·{factor(other)}" for one, other in zip(left, B[:, j], strict=True)]
    return {
        "missing_blank": _equation(asked, "·", B, "=", shown),
        "missing_done": _equation(A, "·", B, "=", product),
        "missing_reason": maths(f"{' + '.join(terms)} = {number(product[i, j])}, a = {number(A[i, k])}"),
    }


def _pairs(made: Products) -> dict[str, Safe]:
    fits = [n != made.misfit for n in range(len(made.pairs))]
    shapes = [
        str(matrix_product(*pair).shape) if fit else _("no product")
        for pair, fit in zip(made.pairs, fits, strict=True)
    ]
    left, right = inner_sizes(*made.pairs[made.misfit])
    return {
        "pairs_blank": _labelled(made, [GAP] * len(shapes)),
        "pairs_done": _labelled(made, shapes),
        "misfit": fill("$pair", pair=_("Pair {number}").format(number=made.misfit + 1)),
        "inner_left": maths(str(left)),
        "inner_right": maths(str(right)),
    }


def _labelled(made: Products, answers: Sequence[Safe | str]) -> Safe:
    pieces = [
        fill('$pair<p class="answer">$answer</p>', pair=maths(A, "·", B), answer=answer)
        for (A, B), answer in zip(made.pairs, answers, strict=True)
    ]
    name = _("Pair {number}")
    return side_by_side(*(with_caption(name.format(number=n), piece) for n, piece in enumerate(pieces, 1)))


def _layer(X: Array, W: Array, b: Array) -> dict[str, Safe]:
    sums = layer_sums(X, W, b)
    return {
        "layer_blank": _equation(X, "·", W, "+", b, "=", _open(sums)),
        "layer_done": _equation(X, "·", W, "+", b, "=", sums),
        "layer_sums": side_by_side(*(maths(_dot(X, W[:, j], b[j])) for j in range(len(b)))),
    }


def _equation(*parts: Array | str) -> Safe:
    return fill("<p>$formula</p>", formula=maths(*parts))


def _open(array: Array) -> Array:
    return np.full(array.shape, BLANK)


def _dot(row: Array, column: Array, bias: float | None = None) -> str:
    """Return a cell written out: 1·2 + 3·(−1) = −1."""
    terms = " + ".join(f"{factor(a)}·{factor(b)}" for a, b in zip(row, column, strict=True))
    total = matrix_product(row, column) + (bias or 0)
    return f"{terms}{'' if bias is None else f' {added(bias)}'} = {number(float(total))}"


def _link(A: Array, B: Array, bias: Array | None = None) -> str:
    last = {} if bias is None else {"bias": bias}
    return address_of("matrices", settings_of("matrices", A=A, B=B, **last))
