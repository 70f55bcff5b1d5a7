"""A network that was saved comes back the same, with its bar and of any depth, or is not saved."""

import io
import pickle

import numpy as np
import pytest

from nncore import (
    Layer,
    Network,
    init_network,
    load_network,
    pickle_network,
    predict,
    random_network,
    save_network,
)
from tests.support.weights_files import assert_same, changed, good_arrays, load, npz


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


@pytest.mark.parametrize("bar", [None, 2.25, -1e9, 0])
def test_the_bar_comes_back(bar) -> None:
    network = Network(load(npz(**good_arrays())).layers, bar)
    save_network(network, file := io.BytesIO())
    file.seek(0)
    assert load_network(file).bar == bar
    assert load(pickle.dumps(changed(bar=2.5))).bar == 2.5


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


def test_four_hidden_layers_are_too_many() -> None:
    network = random_network((784, 5, 5, 5, 5, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    with pytest.raises(ValueError, match="three hidden layers"):
        save_network(network, io.BytesIO())
