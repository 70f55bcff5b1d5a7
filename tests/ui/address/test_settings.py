"""Any text at all, as a setting of a link, a matrix or a drawing: a value of its kind, or none."""

import zlib
from base64 import urlsafe_b64encode

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore import load_images
from ui.address import parameter
from ui.address.packed import as_text, from_text, pack, unpack, unpack_row
from ui.address.settings import EVERYWHERE, GRID, MOST_LINKED, PARAMETERS, SHAPES
from ui.limits import ADDRESS_CHARACTERS, MATRIX_CHARACTERS
from ui.widgets.matrix_editor import resized

ROWS = list(PARAMETERS.values())
KNOWN = [row for row in ROWS if row.start is not None]
WILD = st.text(st.characters(exclude_categories=()), max_size=60)  # halves of surrogate pairs, too
NUMBERS = st.one_of(st.floats().map(repr), st.integers(-20, 20).map(str), st.sampled_from(["٣٧", "1_0"]))
OPTIONS = st.sampled_from(sorted({text for row in KNOWN for text in row.kind.write(row.start)}))
MATRICES = st.lists(st.lists(NUMBERS, max_size=5).map(",".join), max_size=5).map(";".join)
PACKED = st.binary(max_size=900).map(lambda data: urlsafe_b64encode(zlib.compress(data)).decode().rstrip("="))
TEXTS = st.lists(st.one_of(WILD, NUMBERS, OPTIONS, MATRICES, PACKED), min_size=1, max_size=3)


@given(TEXTS)
def test_a_setting_is_a_value_of_its_kind_that_is_written_and_read_back_or_none(texts: list[str]) -> None:
    for row in ROWS:
        held = row.kind.read(texts)
        if held is not None:
            again = row.kind.read(row.kind.write(held))
            near = pytest.approx(held, rel=1e-11) if isinstance(held, float | np.ndarray) else held
            assert again == near, (row.page, row.name)


def test_start_values_are_values_of_their_kind_in_ascii_and_names_a_page_s_or_everybody_s() -> None:
    for row in KNOWN:
        written = row.kind.write(row.start)
        np.testing.assert_array_equal(row.kind.read(written), row.start)
        assert all(map(str.isascii, written)), (row.page, row.name)
    shared = {name for page, name in PARAMETERS if page == EVERYWHERE}
    assert not shared & {name for page, name in PARAMETERS if page != EVERYWHERE}


@given(st.sampled_from(SHAPES).flatmap(lambda shape: arrays(float, shape, elements=st.integers(-9999, 9999))))
def test_a_matrix_comes_back(array: np.ndarray) -> None:
    back = GRID.parse([as_text(array)])
    np.testing.assert_array_equal(back, array, strict=True)


@given(st.one_of(WILD, MATRICES))
def test_a_typed_matrix_fits_the_grid_or_is_none(text: str) -> None:
    array = GRID.parse([text])
    assert array is None or (array.shape in GRID.shapes and np.isfinite(array).all())


def test_a_matrix_is_read_as_people_write_and_nonsense_is_none() -> None:
    assert GRID.parse([" 1 , 2 ; 3 , 4 "]).tolist() == [[1, 2], [3, 4]]
    assert as_text(np.array([[1, 2]])) == "1,2;"  # one row is no vector
    for text in ("", ";", "1,2;3", "x", "nan", "1,inf", "1e308", "1,,2", "1,2,3,4,5", "1;2;3;4;5", "\0"):
        assert GRID.parse([text]) is None, text


def test_a_new_shape_keeps_the_numbers_that_fit() -> None:
    A = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert resized(A, (3, 1)).tolist() == [[1], [3], [0]]
    assert resized(A, (2,)).tolist() == [1, 2]
    assert resized(np.array([[1.0], [2.0]]), (2,)).tolist() == [1, 2]


@given(arrays(np.uint8, (28, 28)))
def test_a_drawing_comes_back(image: np.ndarray) -> None:
    np.testing.assert_array_equal(unpack(pack(image)), image)


@given(st.one_of(WILD, PACKED, st.binary(max_size=60).map(lambda data: urlsafe_b64encode(data).decode())))
def test_a_packed_drawing_is_28_by_28_or_none(text: str) -> None:
    image = unpack(text)
    assert image is None or (image.shape == (28, 28) and image.dtype == np.uint8)


def test_what_is_one_too_many_is_refused_and_one_less_is_taken() -> None:
    assert max(len(pack(image)) for image in load_images("test")[0][:300]) < 500
    noise = [np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8) for seed in range(MOST_LINKED)]
    longest = ".".join(map(pack, noise))
    ink = parameter("draw", "ink").kind
    assert ink.parse([longest]).shape == (MOST_LINKED, 28, 28)
    assert ink.read([longest + "=" * (ADDRESS_CHARACTERS + 1 - len(longest))]) is None
    assert from_text("1." + "0" * (MATRIX_CHARACTERS - 2)) is not None
    assert from_text("1." + "0" * (MATRIX_CHARACTERS - 1)) is None


def test_a_bomb_is_not_unpacked() -> None:
    bomb = urlsafe_b64encode(zlib.compress(bytes(7_000_000), 9)).decode().rstrip("=")
    assert len(bomb) < ADDRESS_CHARACTERS
    assert unpack(bomb) is None
    assert unpack_row(".".join([bomb] * 3), 10) is None
