"""Honest confidence: the calibration error by hand, and that of the weights that ship."""

import numpy as np
import pytest

from nncore import Predictions, accuracy, load_mnist, load_network, read
from nncore.evaluation.metrics import expected_calibration_error
from training.strokes import WRITERS, load_traces, render_prepared

MNIST_FLOOR = 0.988
DRAWINGS_FLOOR = 0.98


def test_the_calibration_error_of_a_case_worked_by_hand():
    # Bin 0.6-0.7: two answers at 65 %, one right: gap 0.15. Bin 0.9-1: two at 95 %, both right: 0.05.
    y = np.array([[0.65, 0.35], [0.35, 0.65], [0.95, 0.05], [0.05, 0.95]])
    predictions = Predictions(y, np.array([0, 0, 0, 1]))
    assert expected_calibration_error(predictions) == pytest.approx((2 * 0.15 + 2 * 0.05) / 4)


def test_the_shipped_weights_read_mnist():
    network = load_network()
    x, t = load_mnist()[1]
    assert network.sizes == (784, 50, 100, 10)
    assert [layer.h for layer in network.layers] == ["sigmoid", "sigmoid", "softmax"]
    assert accuracy(network, x, t, 1000) >= MNIST_FLOOR
    assert expected_calibration_error(read(network, x, t)) <= 0.02


def test_the_shipped_weights_read_drawings_of_people_they_have_never_seen():
    traces = load_traces().written_by(WRITERS["test"])
    rows = range(0, len(traces), 4)
    x = np.array([render_prepared(traces.strokes[row], (12, 20, 28)[row % 3], 150).ravel() for row in rows])
    assert accuracy(load_network(), x, traces.labels[::4]) >= DRAWINGS_FLOOR
