"""Weights files for tests: good ones, changed ones, and what is asked of a refusal."""

import io
import re
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from nncore import Network, WeightsError, load_network

SHAPES = {"W1": (784, 5), "b1": (5,), "W2": (5, 7), "b2": (7,), "W3": (7, 10), "b3": (10,)}


def good_arrays(dtype: Any = np.float32) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    return {key: rng.normal(size=shape).astype(dtype) for key, shape in SHAPES.items()}


def random_arrays(
    hidden: tuple[int, int] = (20, 30), dtype: Any = np.float32, scale: float = 1.0
) -> dict[str, np.ndarray]:
    """The six arrays of a network with so many hidden neurons."""
    rng, arrays = np.random.default_rng(4), {}
    for n, shape in enumerate(pairwise((784, *hidden, 10)), start=1):
        arrays[f"W{n}"] = rng.normal(scale=scale, size=shape).astype(dtype)
        arrays[f"b{n}"] = rng.normal(size=shape[1]).astype(dtype)
    return arrays


def npz(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def load(content: bytes) -> Network:
    return load_network(io.BytesIO(content))


def refused(content: bytes) -> str:
    """The message with which a file is refused: always one sentence, always ours."""
    with pytest.raises(WeightsError) as caught:
        load(content)
    return one_sentence(caught.value)


def one_sentence(error: WeightsError) -> str:
    message = str(error)
    assert isinstance(error, ValueError)
    assert message.isprintable()  # one line, too
    assert 20 < len(message) < 250
    assert message.endswith(".")
    assert not re.search(r"[.!?]\s+[A-Z]", message), "more than one sentence"
    return message


def assert_same(network: Network, arrays: dict[str, np.ndarray]) -> None:
    for key, array in arrays.items():
        np.testing.assert_array_equal(network[key], array.astype(np.float32))
        assert network[key].dtype == np.float32
        assert not network[key].flags.writeable
    assert [layer.h for layer in network.layers][-1] == "softmax"


def changed(**changes: Any) -> dict[str, Any]:
    return {key: value for key, value in (good_arrays() | changes).items() if value is not None}


def constant_network(digit: int) -> bytes:
    """A network that answers the same digit whatever it sees."""
    file = io.BytesIO()
    b3 = np.where(np.arange(10) == digit, 9.0, 0.0)
    np.savez(
        file,
        W1=np.zeros((784, 5)),
        b1=np.zeros(5),
        W2=np.zeros((5, 6)),
        b2=np.zeros(6),
        W3=np.zeros((6, 10)),
        b3=b3,
    )
    return file.getvalue()
