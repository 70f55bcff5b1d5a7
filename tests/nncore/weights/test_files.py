"""Weights files: the two formats that are read."""

import pickle

import numpy as np
import pytest

from nncore import load_network
from nncore.weights.files import network_from_arrays
from tests.support.weights_files import SHAPES, assert_same, good_arrays, load, npz


def test_our_weights_have_the_shapes_of_the_book() -> None:
    network = load_network()
    shapes = [(784, 50), (50,), (50, 100), (100,), (100, 10), (10,)]
    assert [array.shape for array in network.values()] == shapes
    assert network.sizes == (784, 50, 100, 10)
    assert repr(network) == "Network(784-50-100-10: sigmoid, sigmoid, softmax)"


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64, np.int8, np.uint16, ">f4"])
def test_npz(dtype) -> None:
    arrays = (
        good_arrays(dtype)
        if np.dtype(dtype).kind == "f"
        else {k: np.ones(s, dtype) for k, s in SHAPES.items()}
    )
    assert_same(load(npz(**arrays)), arrays)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("dtype", [np.float32, np.float64, ">f4", ">f8", np.int64, np.uint8])
def test_pickle(protocol: int, dtype) -> None:
    arrays = (
        {key: (100 * array).astype(dtype) for key, array in good_arrays(np.float64).items()}
        if np.dtype(dtype).kind != "u"
        else {
            key: np.arange(np.prod(s), dtype=np.uint16).reshape(s).astype(dtype) for key, s in SHAPES.items()
        }
    )
    assert_same(load(pickle.dumps(arrays, protocol)), arrays)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickled_arrays_in_any_memory_order(protocol: int) -> None:
    arrays = good_arrays()
    arrays["W1"] = np.asfortranarray(arrays["W1"])
    arrays["W2"] = np.repeat(arrays["W2"], 2, axis=1)[:, ::2]  # not contiguous
    arrays["W3"].setflags(write=False)
    assert_same(load(pickle.dumps(arrays, protocol)), arrays)


def test_capital_b_is_taken_for_b() -> None:
    arrays = good_arrays()
    capital = {key.upper(): value for key, value in arrays.items()}
    for content in (pickle.dumps(capital), npz(**capital)):
        assert_same(load(content), arrays)
    assert_same(network_from_arrays(capital), arrays)


def test_other_entries_are_ignored() -> None:
    arrays = good_arrays()
    extra = {"loss": np.arange(3), "note": "trained on Monday", "losses": [0.5, 0.25]}
    assert_same(load(pickle.dumps(extra | arrays)), arrays)
    assert_same(load(npz(loss=np.arange(3), **arrays)), arrays)


def test_paths_and_open_files(tmp_path) -> None:
    path = tmp_path / "mine.npz"
    path.write_bytes(npz(**good_arrays()))
    assert_same(load_network(path), good_arrays())
    assert_same(load_network(str(path)), good_arrays())
    with path.open("rb") as file:
        assert_same(load_network(file), good_arrays())
