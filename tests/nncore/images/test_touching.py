"""Digits that touch: cut apart where the network is surer of the parts, and a single one never."""

import numpy as np

from nncore import Layer, Network, load_network, predict, prepare_all
from nncore.images.touching import cuts, is_wide, parted
from training.strokes import WRITERS, fit_to_canvas, load_traces, render

PEN = 12


def pairs(count: int, seed: int):
    """Two digits of validation writers that touch, by their labels, where they are one piece of ink."""
    traces, rng = load_traces().written_by(WRITERS["validation"]), np.random.default_rng(seed)
    while count:
        rows, strokes, right = rng.choice(len(traces), 2, replace=False), [], 40.0
        for row in rows:
            digit = fit_to_canvas(traces.strokes[row], 100, (0, 0))
            points = np.concatenate(digit)[:, 0]
            strokes += [stroke + np.array([right - points.min(), 140]) for stroke in digit]
            right += np.ptp(points) + 4
        digits = prepare_all(render(strokes, PEN))
        if len(digits) == 1 and is_wide(digits[0]):
            count -= 1
            yield traces.labels[rows].tolist(), digits


def test_many_pairs_that_touch_are_cut_rightly() -> None:
    network, right = load_network(), 0
    for labels, digits in pairs(30, 1):
        found = parted(network, digits)
        right += [int(predict(network, digit.pixels.ravel()).argmax()) for digit in found] == labels
    assert right >= 15


def test_the_parts_hold_all_ink_of_the_whole() -> None:
    _, (digit,) = next(pairs(1, 2))
    for first, second in cuts(digit):
        assert first.size == second.size == digit.size
        np.testing.assert_allclose(first.ink + second.ink, digit.ink, atol=1e-6)
        assert first.box[1] < second.box[3]


def test_what_scores_less_in_parts_stays_whole() -> None:
    _, digits = next(pairs(1, 2))
    much_ink = Network([Layer(np.ones((784, 10)), np.zeros(10), "softmax")])
    little_ink = Network([Layer(-np.ones((784, 10)), np.zeros(10), "softmax")])
    assert sum(len(parted(network, digits)) for network in (much_ink, little_ink)) > 2
    constant = Network([Layer(np.zeros((784, 10)), np.zeros(10), "softmax")])
    assert parted(constant, digits) == digits
