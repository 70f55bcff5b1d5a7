"""Worksheets: their numbers against sums done by hand, and against plain Python."""

import itertools
from collections.abc import Sequence

import numpy as np
from hypothesis import given

from nncore import GATES, INPUTS
from tests.support.worksheet_files import SEEDS, files, tree_of, words_of
from ui.teach.worksheets.gate_exercises import bias_range, conditions, make_design
from ui.teach.worksheets.pass_exercises import make_pass
from ui.teach.worksheets.product_exercises import make_products


def sections(text: str) -> list[str]:
    return [words_of(section) for section in tree_of(text).iter("section")]


def test_a_forward_pass_comes_out_as_by_hand() -> None:
    """Sheet 7: X = (1, 2); each sum of its columns and biases was done on paper."""
    first, second, output = sections(files(7, kinds=("forward",))[1])
    for line in ("−1·1+2·2−1 2 2", "−1·1−0.5·2−2 −4 0", "2·1+0.5·2−0.5 2.5 2.5"):
        assert line.replace(" ", "") in first.replace(" ", "")
    for line in ("−2·2−2·0−1·2.5−1 −7.5 0", "2·2−1·0−1·2.5+1 2.5 2.5"):
        assert line.replace(" ", "") in second.replace(" ", "")
    for line in ("−2·0−2·2.5+1 −4 −4", "−1·0+2·2.5−0.5 4.5 4.5"):
        assert line.replace(" ", "") in output.replace(" ", "")
    assert "Output 2 is larger, by 8.5." in output


@given(seed=SEEDS)
def test_every_number_of_a_forward_pass_is_whole_or_a_half(seed: int) -> None:
    made = make_pass(seed)
    numbers = np.concatenate([np.ravel(step.value) for step in made.trace])
    assert (numbers * 2 == np.round(numbers * 2)).all()
    assert np.abs(numbers).max() <= 12
    x = made.x.tolist()
    for layer in (1, 2, 3):  # in plain Python, a column a neuron
        columns = zip(*made.network[f"W{layer}"].tolist(), strict=True)
        pairs = zip(columns, made.network[f"b{layer}"].tolist(), strict=True)
        sums = [sum(w * v for w, v in zip(column, x, strict=True)) + b for column, b in pairs]
        assert made.trace[f"A{layer}"].tolist() == sums
        assert layer > 1 or sum(a < 0 for a in sums) == 1
        x = sums if layer == 3 else [max(0.0, a) for a in sums]
    assert made.trace.Y.tolist() == x
    assert len(set(x)) == 2


def answers_of(weights: Sequence[float], b: float) -> tuple[int, ...]:
    """Return what a neuron answers, in plain Python."""
    w1, w2 = weights
    return tuple(int(w1 * x1 + w2 * x2 + b > 0) for x1, x2 in ((0, 0), (1, 0), (0, 1), (1, 1)))


GRID = [step / 2 for step in range(-8, 9)]
MADE_BY_ONE = {answers_of((w1, w2), b) for w1, w2, b in itertools.product(GRID, repeat=3)}


@given(seed=SEEDS)
def test_every_gate_is_what_its_answer_says(seed: int) -> None:
    design = make_design(seed)
    (named, first), (given, second) = design.named, design.given
    for name, neuron in ((named, first), (given, second)):
        assert answers_of(neuron.weights, neuron.bias) == tuple(GATES[name](*x) for x in INPUTS)
    for wanted, neuron in (design.designed, design.possible):
        assert answers_of(neuron.weights, neuron.bias) == wanted
    assert design.impossible not in MADE_BY_ONE
    low, high = bias_range(second.weights, [GATES[given](*x) for x in INPUTS])
    for b in (step / 8 for step in range(-40, 41)):
        makes = answers_of(second.weights, b) == tuple(GATES[given](*x) for x in INPUTS)
        assert makes == (low < b <= high)


def test_the_conditions_tell_who_is_a_gate() -> None:
    for wanted in MADE_BY_ONE:
        signs = [condition.rpartition(" ")[0].rpartition(" ")[2] for condition in conditions(wanted)]
        assert signs == [">" if t else "≤" for t in wanted]
        assert [condition.count("w1") for condition in conditions(wanted)] == [0, 1, 0, 1]
        assert [condition.count("w2") for condition in conditions(wanted)] == [0, 0, 1, 1]


@given(seed=SEEDS)
def test_products_are_short_and_one_pair_has_none(seed: int) -> None:
    made = make_products(seed)
    fits = [np.shape(A)[-1] == len(B) for A, B in made.pairs]
    assert fits.count(False) == 1
    assert fits.index(False) == made.misfit
    (X, W, b), (A, B) = made.layer, made.missing
    for value in (*(X @ W + b), *np.ravel(made.whole[0] @ made.whole[1])):
        assert value * 2 == round(value * 2)
        assert abs(value) < 100
    other = 1 - made.k
    rest = (A @ B)[made.i, made.j] - A[made.i, other] * B[other, made.j]
    assert rest / B[made.k, made.j] == A[made.i, made.k]
