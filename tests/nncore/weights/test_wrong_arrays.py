"""What may be wrong with the arrays of a weights file: both formats give the same sentence."""

import pickle

import numpy as np
import pytest

from nncore import WeightsError, random_network
from nncore.weights.files import network_from_arrays
from tests.support.weights_files import changed, npz, one_sentence, refused

WRONG = {
    "one missing": (changed(b2=None), "b2 missing: the file should be"),
    "several missing": (changed(W1=None, b3=None), "W1, b3 missing"),
    "nothing": ({}, "W1, b1 missing"),
    "nan": (changed(W2=np.full((5, 7), np.nan)), "W2 holds a number that is not finite"),
    "inf": (changed(b1=np.array([1, 2, np.inf, 4, 5])), "b1 holds a number that is not finite"),
    "huge": (changed(W1=np.full((784, 5), 2e9)), "W1 holds a number beyond ±10⁹"),
    "beyond float32": (changed(b1=np.full(5, 1e300)), "b1 holds a number beyond ±10⁹"),
    "five layers": (changed(W4=np.ones((10, 9)), b4=np.ones(9), W5=np.ones((9, 10)), b5=np.ones(10)),
        "W5 is of a layer too many"),
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


@pytest.mark.parametrize("bar", [np.nan, np.inf, 2e9, "5", [5.0], "x" * 10_000])
def test_a_bar_that_is_no_number(bar) -> None:
    assert "The bar of the network" in refused(pickle.dumps(changed(bar=bar)))
    assert "The bar of the network" in refused(npz(**changed(bar=np.array(bar))))


def test_a_layer_that_is_missing_between_is_named() -> None:
    network = random_network((784, 5, 5, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    arrays = {name: value for name, value in network.items() if name != "b2"}
    with pytest.raises(WeightsError, match="b2 missing"):
        network_from_arrays(arrays)
