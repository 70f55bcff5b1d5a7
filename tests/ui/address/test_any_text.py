"""Any text at all, as a setting of a link, a matrix or a drawing: a value of its kind, or none."""

import zlib
from base64 import urlsafe_b64encode

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.base.budget import ADDRESS_CHARACTERS, MATRIX_NUMBERS, NUMBER_CHARACTERS
from ui.address import PARAMETERS, from_text, pack, parameter, unpack, unpack_row
from ui.address.kinds import OneOf
from ui.address.settings import EVERYWHERE, GRID, MOST_LINKED

ROWS = list(PARAMETERS.values())
WILD = st.text(st.characters(exclude_categories=()), max_size=60)  # halves of surrogate pairs, too
FEW = st.sampled_from(["٣٧", "1_0", "+5", "-0"])
NUMBERS = st.one_of(st.floats().map(repr), st.integers().map(str), st.integers(-20, 20).map(str), FEW)
KNOWN = [row for row in ROWS if row.start is not None]
OPTIONS = st.sampled_from(sorted({text for row in KNOWN for text in row.kind.write(row.start)}))
MATRICES = st.lists(st.lists(NUMBERS, max_size=5).map(",".join), max_size=5).map(";".join)
PACKED = st.binary(max_size=900).map(lambda data: urlsafe_b64encode(zlib.compress(data)).decode().rstrip("="))
TEXTS = st.lists(st.one_of(WILD, NUMBERS, OPTIONS, MATRICES, PACKED), min_size=1, max_size=3)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.page or 'all'}-{row.name}")
@given(texts=TEXTS)
def test_a_setting_is_a_value_of_its_kind_or_none(row, texts: list[str]) -> None:  # type: ignore[no-untyped-def]
    held = row.kind.read(texts)
    if held is not None:
        written = row.kind.write(held)
        again = row.kind.read(written)
        assert row.kind.write(again) == written
        assert again == (pytest.approx(held, rel=1e-11) if isinstance(held, float | tuple) else held)


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: f"{row.page or 'all'}-{row.name}")
def test_a_start_value_is_a_value_of_its_kind_in_ascii(row) -> None:  # type: ignore[no-untyped-def]
    written = row.kind.write(row.start)
    assert row.kind.read(written) == row.start
    assert all(map(str.isascii, written))


def test_options_are_ids_in_ascii() -> None:
    kinds = [row.kind for row in ROWS if isinstance(row.kind, OneOf)]
    assert len(kinds) > 20
    for kind in kinds:
        assert all(str(option).isascii() for option in kind.options)


@given(st.one_of(WILD, MATRICES))
def test_a_typed_matrix_fits_the_grid_or_is_none(text: str) -> None:
    array = GRID.value(text)
    if array is not None:
        assert array.shape in GRID.shapes
        assert np.isfinite(array).all()


@given(st.one_of(WILD, PACKED, st.binary(max_size=60).map(lambda data: urlsafe_b64encode(data).decode())))
def test_a_packed_drawing_is_28_by_28_or_none(text: str) -> None:
    image = unpack(text)
    assert image is None or (image.shape == (28, 28) and image.dtype == np.uint8)


def test_what_is_one_too_many_is_refused_and_one_less_is_taken() -> None:
    noise = [np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8) for seed in range(MOST_LINKED)]
    longest = ".".join(map(pack, noise))
    assert 0.9 * ADDRESS_CHARACTERS.most < len(longest) <= ADDRESS_CHARACTERS.most
    ink = parameter("draw", "ink").kind
    assert ink.value(longest).shape == (MOST_LINKED, 28, 28)
    assert ink.read([longest]) == longest
    assert ink.read([longest + "=" * (ADDRESS_CHARACTERS.most + 1 - len(longest))]) is None
    number = parameter("activations", "x").kind
    assert number.read(["1." + "0" * (NUMBER_CHARACTERS.most - 2)]) == 1
    assert number.read(["1." + "0" * (NUMBER_CHARACTERS.most - 1)]) is None
    assert from_text(",".join(["1"] * MATRIX_NUMBERS.most)) is not None
    assert from_text(",".join(["1"] * (MATRIX_NUMBERS.most + 1))) is None


def test_a_bomb_is_not_unpacked() -> None:
    bomb = urlsafe_b64encode(zlib.compress(bytes(7_000_000), 9)).decode().rstrip("=")
    assert len(bomb) < ADDRESS_CHARACTERS.most
    assert unpack(bomb) is None
    assert unpack_row(".".join([bomb] * 3), 10) is None


def test_names_are_the_pages_own_or_everybodys() -> None:
    shared = {name for page, name in PARAMETERS if page == EVERYWHERE}
    assert not shared & {name for page, name in PARAMETERS if page != EVERYWHERE}
