"""Explanations add up to the last digit shown, and the pixels blamed are those that count."""

from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import (
    Layer,
    Network,
    balance,
    contributions,
    init_network,
    load_images,
    load_network,
    occlude,
    occlusion_curve,
    predict,
    saliency,
    strongest_path,
    terms,
)


def random_network(seed: int, sizes: tuple[int, ...], h: str) -> tuple[Network, np.ndarray]:
    """A network with weights of several sizes, and an input of which some numbers are 0."""
    rng = np.random.default_rng(seed)
    layers = [
        Layer(rng.normal(0, 10 ** rng.uniform(-3, 2), (n, m)), rng.normal(0, 3, m), h)
        for n, m in pairwise(sizes)
    ]
    return Network(layers), rng.uniform(-1, 2, sizes[0]) * rng.integers(0, 2, sizes[0])


@given(
    st.integers(0, 10**6),
    st.lists(st.integers(1, 12), min_size=2, max_size=4),
    st.sampled_from(["sigmoid", "relu", "tanh", "identity_function"]),
    st.integers(0, 8),
)
def test_what_is_shown_adds_up(seed: int, sizes: list[int], h: str, most: int) -> None:
    network, x = random_network(seed, tuple(sizes), h)
    trace = network.forward(x)
    for layer in range(1, len(sizes)):
        for neuron in range(sizes[layer]):
            parts = terms(network, trace, layer, neuron, most)
            shown = [term.product for term in parts.terms] + [parts.rest, parts.bias]
            assert sum(shown, Decimal()) == parts.total
            assert str(parts.total).lstrip("-") == f"{abs(trace[f'A{layer}'][neuron]):.3f}"
            assert len(parts.terms) + parts.others + parts.blank == sizes[layer - 1]
            assert len(parts.terms) == min(most, np.count_nonzero(trace[2 * layer - 2].value))


def test_for_and_against_by_hand() -> None:
    network = Network([Layer(np.array([[2.0], [-3.0], [5.0], [7.0]]), np.array([0.25]))])
    sides = balance(network, network.forward([1.0, 1.5, 0.0, 0.1]), 1, 0)
    assert (sides.pros, sides.cons) == (2, 1)
    assert list(map(str, (sides.pro, sides.con, sides.bias, sides.total))) == [
        "2.700",
        "-4.500",
        "0.250",
        "-1.550",
    ]


def test_terms_are_the_heaviest_and_never_blank() -> None:
    network = Network([Layer(np.array([[9.0], [-2.0], [1.0], [0.1]]), np.zeros(1))])
    parts = terms(network, network.forward([0.0, 1.0, 1.0, 1.0]), 1, 0, most=2)
    assert [term.index for term in parts.terms] == [1, 2]
    assert (parts.others, parts.blank, str(parts.rest)) == (1, 1, "0.100")


def test_contributions_and_bias_are_the_sum() -> None:
    network = load_network()
    trace = network.forward(load_images("test")[0][3].ravel() / 255)
    for layer in (1, 2, 3):
        total = contributions(network, trace, layer, 7).sum() + network[f"b{layer}"][7]
        assert total == pytest.approx(trace[f"A{layer}"][7], abs=1e-4)


def test_strongest_path_ends_at_the_answer() -> None:
    network = init_network()
    trace = network.forward([1.0, 0.5])
    # y2 wins; to it z2 adds 0.771·0.4 = 0.308 and z1 0.188; to that neuron z3 adds 0.450, the most.
    assert strongest_path(network, trace) == (2, 1, 1)


def test_saliency_is_the_score_itself_in_a_linear_network() -> None:
    rng = np.random.default_rng(5)
    layers = [Layer(rng.normal(size=(n, m)), np.zeros(m), "identity_function") for n, m in ((6, 4), (4, 3))]
    network, x = Network(layers), rng.normal(size=6)
    assert saliency(network, x, 1).sum() == pytest.approx(network.forward(x)["A2"][1])


def test_erasing_erases_one_more_pixel_each_time() -> None:
    network = init_network()
    lines = occlusion_curve(network, [1.0, 0.5], [1, 0])
    for row, x in zip(lines, ([1.0, 0.5], [1.0, 0.0], [0.0, 0.0]), strict=True):
        np.testing.assert_allclose(row, predict(network, x))


def test_the_pixels_blamed_count_more_than_others() -> None:
    """Erasing what saliency names hurts the answer more than erasing as many others, on 100 images."""
    network, rng = load_network(), np.random.default_rng(0)
    blamed, others = [], []
    for image in load_images("test")[0][:100]:
        x = image.ravel().astype(np.float32) / 255
        answer = int(predict(network, x).argmax())
        order = np.argsort(-saliency(network, x, answer))[:20]
        blamed.append(predict(network, occlude(x, order))[answer])
        others.append(predict(network, occlude(x, rng.permutation(np.flatnonzero(x))[:20]))[answer])
    assert np.mean(blamed) < np.mean(others) - 0.2
