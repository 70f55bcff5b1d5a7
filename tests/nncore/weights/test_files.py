"""Weights files: the two formats that are read, and what may be wrong with their arrays."""

import io
import pickle
import struct

import numpy as np
import pytest

from nncore import (
    Layer,
    Network,
    WeightsError,
    init_network,
    load_network,
    pickle_network,
    predict,
    random_network,
    save_network,
)
from nncore.weights.files import network_from_arrays
from tests.support.weights_files import (
    SHAPES,
    assert_same,
    changed,
    good_arrays,
    load,
    npz,
    one_sentence,
    refused,
)

# What is read


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


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_of_older_numpys(protocol: int) -> None:
    """NumPy 1 called the module numpy.core, without the underscore."""
    arrays = good_arrays()
    content = pickle.dumps(arrays, min(protocol, 3))  # these write names with newlines around, not lengths
    assert b"numpy._core.multiarray\n" in content
    assert_same(load(content.replace(b"numpy._core.multiarray\n", b"numpy.core.multiarray\n")), arrays)


def python2_array(array: np.ndarray) -> bytes:
    """An array as Python 2 pickled it in protocol 0: its bytes are a str in ASCII escapes."""
    shape = b"".join(b"I%d\n" % n for n in array.shape)
    data = b"".join(b"\\x%02x" % byte for byte in array.astype("<f4").tobytes())
    return (
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR"
        b"(I1\n(" + shape + b"tcnumpy\ndtype\n(S'f4'\nI0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntb"
        b"I00\nS'" + data + b"'\ntb"
    )


def test_a_pickle_of_python_2_written_by_hand() -> None:
    arrays = good_arrays()
    items = b"".join(b"S'%s'\n" % key.encode() + python2_array(value) + b"s" for key, value in arrays.items())
    assert_same(load(b"(d" + items + b"."), arrays)
    assert_same(load(b"(" + items.replace(b"bsS'", b"bS'")[:-1] + b"d."), arrays)  # all at once


def test_a_pickle_of_python_2_in_binary() -> None:
    """Protocol 2, where the bytes of an array are a str of bytes above 127 (BINSTRING)."""
    arrays = good_arrays()
    items = b""
    for key, array in arrays.items():
        raw = array.tobytes()
        shape = b"(" + b"".join(b"M" + struct.pack("<H", n) for n in array.shape) + b"t"
        items += (
            b"U\x02"
            + key.encode()
            + b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK\x00\x85U\x01btR"
        )
        items += (
            b"(K\x01"
            + shape
            + b"cnumpy\ndtype\nU\x02f4K\x00K\x01\x87R(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
        )
        items += b"\x89T" + struct.pack("<i", len(raw)) + raw + b"tbs"
    assert_same(load(b"\x80\x02}" + items + b"."), arrays)


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


@pytest.mark.parametrize("hidden", ["sigmoid", "relu", "tanh", "step_function", "identity_function"])
def test_round_trip(hidden: str, tmp_path) -> None:
    a = good_arrays()
    network = Network(
        [Layer(a["W1"], a["b1"], hidden), Layer(a["W2"], a["b2"], hidden), Layer(a["W3"], a["b3"], "softmax")]
    )
    x = np.random.default_rng(1).random((20, 784))
    memory = io.BytesIO()
    for place in (memory, tmp_path / "net.npz", str(tmp_path / "other.npz")):
        save_network(network, place)
        memory.seek(0)
        again = load_network(place)
        assert repr(again) == repr(network)
        assert_same(again, a)
        np.testing.assert_array_equal(predict(again, x), predict(network, x))


def test_what_would_not_come_back_the_same_is_not_saved(tmp_path) -> None:
    a = good_arrays()
    mixed = Network(
        [Layer(a["W1"], a["b1"], "relu"), Layer(a["W2"], a["b2"]), Layer(a["W3"], a["b3"], "softmax")]
    )
    for network in (init_network(), mixed, Network([mixed.layers[0]])):
        with pytest.raises(ValueError, match="can be saved"):
            save_network(network, tmp_path / "net.npz")
    assert not list(tmp_path.iterdir())


# What is wrong with the arrays: both formats give the same sentence


WRONG = {
    "one missing": (changed(b2=None), "b2 missing: the file should be"),
    "several missing": (changed(W1=None, b3=None), "W1, b3 missing"),
    "nothing": ({}, "W1, b1 missing"),
    "nan": (changed(W2=np.full((5, 7), np.nan)), "W2 holds a number that is not finite"),
    "inf": (changed(b1=np.array([1, 2, np.inf, 4, 5])), "b1 holds a number that is not finite"),
    "huge": (changed(W1=np.full((784, 5), 2e9)), "W1 holds a number beyond ±10⁹"),
    "beyond float32": (changed(b1=np.full(5, 1e300)), "b1 holds a number that is not finite"),
    "layers apart": (changed(W2=np.ones((6, 7))), "5 neurons cannot feed one of 6 inputs"),
    "bias too long": (changed(b1=np.ones(6)), "needs one bias per column"),
    "bias of two axes": (changed(b1=np.ones((1, 5))), "b1 has the shape (1, 5)"),
    "weights of one axis": (changed(W3=np.ones(70)), "W3 has the shape (70,)"),
    "scalar": (changed(W1=np.array(1.0)), "W1 has the shape ()"),
    "empty": (changed(W2=np.ones((5, 0)), b2=np.ones(0), W3=np.ones((0, 10))), "W2 has the shape (5, 0)"),
    "not 784 in": (changed(W1=np.ones((783, 5))), "784 inputs and 10 outputs, but this one is 783-5-7-10"),
    "not 10 out": (changed(W3=np.ones((7, 9)), b3=np.ones(9)), "but this one is 784-5-7-9"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arrays(name: str) -> None:
    arrays, message = WRONG[name]
    with pytest.raises(WeightsError) as caught:
        network_from_arrays(arrays)
    assert message in one_sentence(caught.value)
    assert message in refused(npz(**arrays))
    if name != "empty":  # an empty array's bytes are written by calling bytes(), which is not allowed
        for protocol in (0, 2, 5):
            assert message in refused(pickle.dumps(arrays, protocol))


@pytest.mark.parametrize("kind", [np.complex64, bool, "U3", "M8[s]", [("a", "f4")]])
def test_arrays_of_other_things(kind) -> None:
    arrays = changed(b1=np.zeros(5, kind))
    assert "b1 is not an array of numbers" in refused(npz(**arrays))
    assert "only numbers are read" in refused(pickle.dumps(arrays))


def test_values_that_are_no_arrays() -> None:
    for value in ([0.0] * 5, "12345", 5, b"12345", {"a": 1}):
        assert "b1 is not an array of numbers" in refused(pickle.dumps(changed(b1=value)))


def test_object_arrays() -> None:
    arrays = changed(b1=np.array([1, 2, 3, 4, {}], dtype=object))
    assert "b1 is not an array of numbers" in refused(npz(**arrays))
    for protocol in (0, 2, 4, 5):
        assert "only numbers are read" in refused(pickle.dumps(arrays, protocol))


@pytest.mark.parametrize("hidden", ["softmax", "gelu", "", "x" * 10_000, "a\nb"])
def test_an_unknown_hidden_activation(hidden: str) -> None:
    arrays = changed(activation=np.array(hidden))
    assert "The hidden activation" in refused(npz(**arrays))
    assert "The hidden activation" in refused(pickle.dumps(changed(activation=hidden)))


@pytest.mark.parametrize("bar", [None, 2.25, -1e9, 0])
def test_the_bar_comes_back(bar) -> None:
    network = Network(load(npz(**good_arrays())).layers, bar)
    save_network(network, file := io.BytesIO())
    file.seek(0)
    assert load_network(file).bar == bar
    assert load(pickle.dumps(changed(bar=2.5))).bar == 2.5


@pytest.mark.parametrize("bar", [np.nan, np.inf, 2e9, "5", [5.0], "x" * 10_000])
def test_a_bar_that_is_no_number(bar) -> None:
    assert "The bar of the network" in refused(pickle.dumps(changed(bar=bar)))
    assert "The bar of the network" in refused(npz(**changed(bar=np.array(bar))))


@pytest.mark.parametrize("hidden", [(), (12,), (12, 9), (12, 9, 7)])
@pytest.mark.parametrize("pickled", [False, True])
def test_a_network_of_any_depth_comes_back(hidden: tuple[int, ...], pickled: bool) -> None:
    network = random_network((784, *hidden, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    file = io.BytesIO(pickle_network(network))
    if not pickled:
        save_network(network, file := io.BytesIO())
        file.seek(0)
    back = load_network(file)
    assert back.sizes == (784, *hidden, 10)
    assert [layer.h for layer in back.layers] == [layer.h for layer in network.layers]
    for name, value in network.items():
        np.testing.assert_array_equal(back[name], value)


def test_a_layer_that_is_missing_between_is_named() -> None:
    network = random_network((784, 5, 5, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    arrays = {name: value for name, value in network.items() if name != "b2"}
    with pytest.raises(WeightsError, match="b2 missing"):
        network_from_arrays(arrays)


def test_four_hidden_layers_are_too_many() -> None:
    network = random_network((784, 5, 5, 5, 5, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    with pytest.raises(ValueError, match="three hidden layers"):
        save_network(network, io.BytesIO())
