"""A matrix as text: it goes there and back, and nonsense is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ui.address import as_text
from ui.address.settings import GRID, SHAPES
from ui.widgets.matrix_editor import resized


@given(st.sampled_from(SHAPES).flatmap(lambda shape: arrays(float, shape, elements=st.integers(-9999, 9999))))
def test_text_there_and_back(array: np.ndarray) -> None:
    back = GRID.value(as_text(array))
    assert back is not None
    assert back.shape == array.shape
    np.testing.assert_array_equal(back, array)


def test_text_reads_as_people_write() -> None:
    assert as_text(np.array([[1, 2], [3, 4.5]])) == "1,2;3,4.5"
    assert as_text(np.array([1, 2])) == "1,2"
    assert as_text(np.array([[1, 2]])) == "1,2;"
    assert GRID.value(" 1 , 2 ; 3 , 4 ").tolist() == [[1, 2], [3, 4]]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ";",
        "1,2;3",
        "x",
        "nan",
        "1,inf",
        "1e308",
        "1,,2",
        "1,2,3,4,5",
        "1;2;3;4;5",
        "\0",
        "1" + ",1" * 5000,
    ],
)
def test_nonsense_is_no_matrix(text: str) -> None:
    assert GRID.value(text) is None


def test_a_new_shape_keeps_the_numbers_that_fit() -> None:
    A = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert resized(A, (3, 1)).tolist() == [[1], [3], [0]]
    assert resized(A, (1, 3)).tolist() == [[1, 2, 0]]
    assert resized(A, (2,)).tolist() == [1, 2]
    assert resized(np.array([1.0, 2.0]), (2, 1)).tolist() == [[1], [2]]
    assert resized(np.array([[1.0], [2.0]]), (2,)).tolist() == [1, 2]
