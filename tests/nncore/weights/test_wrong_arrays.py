"""What may be wrong with the arrays of a weights file: both formats give the same sentence."""

import io
import pickle

import numpy as np
import pytest

from nncore import WeightsError, load_network
from nncore.base.limits import NEURONS_A_LAYER, UNPACKED_BYTES, WEIGHTS, WEIGHTS_BYTES
from nncore.weights.files import network_from_arrays
from tests.support.weights_files import changed, npz, random_arrays, refused

WRONG = {
    "one missing": (changed(b2=None), "b2 missing: a weights file holds"),
    "several missing": (changed(W1=None, b3=None), "W1, b3 missing"),
    "nothing": ({}, "W1, b1 missing"),
    "nan": (changed(W2=np.full((5, 7), np.nan)), "W2 holds a number that is not finite"),
    "inf": (changed(b1=np.array([1, 2, np.inf, 4, 5])), "b1 holds a number that is not finite"),
    "huge": (changed(W1=np.full((784, 5), 2e9)), "W1 holds a number beyond ±10⁹"),
    "beyond float32": (changed(b1=np.full(5, 1e300)), "b1 holds a number beyond ±10⁹"),
    "five layers": (changed(W4=np.ones((10, 9)), b4=np.ones(9), W5=np.ones((9, 10)), b5=np.ones(10)),
        "W5 is of a layer too many"),
    "layers apart": (changed(W2=np.ones((6, 7))), "W2 has 6 rows, but a row for each of 5 inputs is needed"),
    "bias too long": (changed(b1=np.ones(6)), "b1 has 6 numbers for 5 neurons"),
    "bias of two axes": (changed(b1=np.ones((1, 5))), "b1 has the shape (1, 5)"),
    "weights of one axis": (changed(W3=np.ones(70)), "W3 has the shape (70,)"),
    "scalar": (changed(W1=np.array(1.0)), "W1 has the shape ()"),
    "not 784 in": (changed(W1=np.ones((783, 5))), "W1 has 783 rows, but a row for each of 784 inputs"),
    "not 10 out": (changed(W3=np.ones((7, 9)), b3=np.ones(9)), "The last layer has 9 neurons"),
    "unknown activation": (changed(activation=np.array("gelu")), "The hidden activation"),
    "activation of two lines": (changed(activation=np.array("a\nb")), "The hidden activation"),
    "bar that is not finite": (changed(bar=np.array(np.nan)), "The bar of the network"),
    "bar that is text": (changed(bar=np.array("5")), "The bar of the network"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arrays(name: str) -> None:
    arrays, message = WRONG[name]
    assert message in refused(npz(**arrays))
    told = {key: value.item() if key in ("activation", "bar") else value for key, value in arrays.items()}
    for protocol in (0, 2, 5):
        assert message in refused(pickle.dumps(told, protocol))


@pytest.mark.parametrize("kind", [np.complex64, bool, "U3", "M8[s]", [("a", "f4")], object])
def test_arrays_of_other_things(kind) -> None:
    arrays = changed(b1=np.zeros(5, kind))
    assert "b1 is not an array of numbers" in refused(npz(**arrays))
    assert "only numbers are read" in refused(pickle.dumps(arrays))


def test_values_that_are_no_arrays() -> None:
    for value in ([0.0] * 5, "12345", 5, b"12345", {"a": 1}):
        assert "b1 is not an array of numbers" in refused(pickle.dumps(changed(b1=value)))


def test_a_network_may_not_be_larger_than_what_the_pages_can_use() -> None:
    widest = NEURONS_A_LAYER
    for hidden, sentence in (
        ((1000, widest), f"at most {WEIGHTS} are read"),
        ((5, widest + 1), f"a layer has at most {widest}"),
    ):
        with pytest.raises(WeightsError, match=sentence):
            network_from_arrays(random_arrays(hidden, np.float16))
    arrays = random_arrays() | {"W1": np.zeros((784, UNPACKED_BYTES // 784 // 8 + 1))}
    assert "unpacks to more than" in refused(npz(**arrays))
    with pytest.raises(WeightsError, match="larger than 20 MB"):
        load_network(io.BytesIO(bytes(WEIGHTS_BYTES + 1)))
