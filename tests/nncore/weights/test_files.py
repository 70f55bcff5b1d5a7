"""Weights files: whatever NumPy or Python writes is read, and what is saved comes back the same."""

import io
import pickle
import struct

import numpy as np
import pytest

from nncore import Layer, Network, init_network, load_network, pickle_network, save_network
from nncore.learning.loop import random_network
from tests.support.weights_files import assert_same, good_arrays, load, npz


def test_our_weights_have_the_shape_of_the_book() -> None:
    assert repr(load_network()) == "Network(784-50-100-10: sigmoid, sigmoid, softmax)"


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64, ">f4", np.int64, np.uint8])
def test_both_formats_in_every_type_and_protocol(dtype) -> None:
    arrays = {key: (60 + 9 * array).astype(dtype) for key, array in good_arrays(np.float64).items()}
    assert_same(load(npz(**arrays)), arrays)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert_same(load(pickle.dumps(arrays, protocol)), arrays)


def test_arrays_in_any_memory_order() -> None:
    arrays = good_arrays()
    arrays["W1"] = np.asfortranarray(arrays["W1"])
    arrays["W2"] = np.repeat(arrays["W2"], 2, axis=1)[:, ::2]  # not contiguous
    for protocol in (0, 2, 5):
        assert_same(load(pickle.dumps(arrays, protocol)), arrays)


def test_capital_b_is_taken_for_b_and_other_entries_are_ignored() -> None:
    arrays = good_arrays()
    named = {key.upper(): value for key, value in arrays.items()}
    assert_same(load(npz(**named, loss=np.arange(3))), arrays)
    assert_same(load(pickle.dumps(named | {"note": "trained on Monday", "losses": [0.5, 0.25]})), arrays)


def test_pickles_of_numpy_1() -> None:
    """It called the module numpy.core, without the underscore."""
    content = pickle.dumps(good_arrays(), 2)
    assert b"numpy._core.multiarray\n" in content
    assert_same(load(content.replace(b"numpy._core.multiarray\n", b"numpy.core.multiarray\n")), good_arrays())


def python2_array(array: np.ndarray) -> bytes:
    """An array as Python 2 pickled it in protocol 2: its bytes are a str."""
    shape = b"".join(b"M" + struct.pack("<H", n) for n in array.shape)
    return (
        b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R"
        b"(K\x01("
        + shape
        + b"tcnumpy\ndtype\nU\x02f4K\x00K\x01\x87R(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
        b"\x89T" + struct.pack("<I", array.nbytes) + array.tobytes() + b"tb"
    )


def test_pickles_of_python_2() -> None:
    arrays = good_arrays()
    items = b"".join(b"U\x02" + key.encode() + python2_array(value) + b"s" for key, value in arrays.items())
    assert_same(load(b"\x80\x02}" + items + b"."), arrays)


@pytest.mark.parametrize("sizes", [(), (12,), (12, 9), (12, 9, 7)])
def test_a_network_of_any_depth_comes_back(sizes: tuple[int, ...], tmp_path) -> None:
    network = random_network((784, *sizes, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    save_network(network, tmp_path / "net.npz")
    for file in (tmp_path / "net.npz", str(tmp_path / "net.npz"), io.BytesIO(pickle_network(network))):
        back = load_network(file)
        assert repr(back) == repr(network)
        for name, value in network.items():
            np.testing.assert_array_equal(back[name], value)


@pytest.mark.parametrize("hidden", ["relu", "tanh", "step_function", "identity_function"])
@pytest.mark.parametrize("bar", [None, 0, -2.25])
def test_activation_and_bar_come_back(hidden: str, bar: float | None) -> None:
    a = good_arrays()
    first, second = Layer(a["W1"], a["b1"], hidden), Layer(a["W2"], a["b2"], hidden)
    network = Network([first, second, Layer(a["W3"], a["b3"], "softmax")], bar)
    save_network(network, file := io.BytesIO())
    back = load(file.getvalue())
    assert (repr(back), back.bar) == (repr(network), bar)


def test_what_would_not_come_back_the_same_is_not_saved(tmp_path) -> None:
    a = good_arrays()
    first, second = Layer(a["W1"], a["b1"], "relu"), Layer(a["W2"], a["b2"])
    mixed = Network([first, second, Layer(a["W3"], a["b3"], "softmax")])
    deep = random_network((784, 5, 5, 5, 5, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    for network in (init_network(), mixed, Network([first]), deep):
        with pytest.raises(ValueError, match=r"can be saved|three hidden layers"):
            save_network(network, tmp_path / "net.npz")
    assert not list(tmp_path.iterdir())
