"""Matrix products against the lecture notes' printed output and sums worked by hand."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import PRODUCTS, inner_sizes, layer_sums, matrix_product, shown_sums

PRINTED: dict[str, object] = {
    "(2, 2) @ (2, 2)": [[19, 22], [43, 50]],
    "(3, 2) @ (2, 4)": [[11, 14, 17, 20], [23, 30, 37, 44], [35, 46, 57, 68]],
    "(3, 2) @ (2,)": [23, 53, 83],
    "(2,) @ (2, 3)": [5, 11, 17],
    "One gate": [0.3],
}


@pytest.mark.parametrize("name", PRODUCTS)
def test_the_lecture_notes_examples(name: str) -> None:
    A, B, b = PRODUCTS[name]
    np.testing.assert_allclose(layer_sums(A, B, b), np.array(PRINTED[name]))
    assert name in (f"{A.shape} @ {B.shape}", "One gate")


def test_shapes_that_do_not_fit_are_refused_in_numpys_words() -> None:
    with pytest.raises(
        ValueError, match=r"shapes \(2,3\) and \(2,2\) not aligned: 3 \(dim 1\) != 2 \(dim 0\)"
    ):
        matrix_product(np.ones((2, 3)), np.ones((2, 2)))
    assert inner_sizes(np.ones((2, 3)), np.ones((2, 2))) == (3, 2)
    assert inner_sizes(np.ones(3), np.ones(2)) == (3, 2)


decimals = st.decimals(-9999, 9999, places=4).map(lambda d: d.normalize())
terms = st.lists(st.tuples(decimals, decimals), min_size=1, max_size=4)


@given(terms, decimals)
def test_shown_sums_are_those_of_decimal_arithmetic(pairs: list[tuple[Decimal, Decimal]], b: Decimal) -> None:
    exact = sum((x * w for x, w in pairs), start=b)
    x, w = np.array(pairs, dtype=float).T
    shown = float(shown_sums(x, w, float(b)))
    size = max(abs(b) + sum(abs(x * w) for x, w in pairs), Decimal(1))
    assert shown == pytest.approx(float(exact), rel=1e-15, abs=6e-15 * float(size))
    assert (shown == 0) >= (exact == 0)


def test_no_dust_is_left_where_the_terms_cancel() -> None:
    assert 0.1 * 3 + 0.3 * -1 != 0
    assert shown_sums([0.1, 0.3], [[3], [-1]]).tolist() == [0]
    assert str(shown_sums([[-1, 1]], [[0.0], [0.0]])) == "[[0.]]"
    assert shown_sums([1, 1], [[0.1], [0.2]], [-0.3]).tolist() == [0]
