"""Hands between two people's, against what can be said of a mixture beforehand."""

import numpy as np
import pytest

from training.between import between
from training.strokes import PenTraces


def two_hands(second, writers=(1, 2), labels=(1, 1)):
    """Return the traces of two digits: a straight stroke, and another."""
    strokes = ((np.array([[0, 0], [0, 100]]),), tuple(np.array(stroke) for stroke in second))
    return PenTraces(strokes, np.array(labels), np.array(writers))


def test_a_digit_lies_on_the_line_from_one_hand_to_the_other():
    traces, rng = two_hands([[[0, 0], [20, 100]]]), np.random.default_rng(0)
    drawn = [between(traces, 0, rng) for _ in range(300)]
    feet = np.array([strokes[0][-1] for strokes in drawn if strokes is not traces.strokes[0]])
    assert len(feet) > 280  # a few times none but itself is tried
    np.testing.assert_allclose(feet[:, 1], 0.5)
    shares = feet[:, 0] / 0.1  # the other's foot is 0.1 to the right of the middle
    assert (shares.min(), shares.max()) == pytest.approx((-0.25, 0.6), abs=0.02)
    assert np.median(shares) == pytest.approx(0.175, abs=0.1)


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ([[[0, 0], [100, 0]]], {}),  # too far away
        ([[[0, 0], [20, 100]]], {"writers": (1, 1)}),  # the same hand
        ([[[0, 0], [20, 100]]], {"labels": (1, 7)}),  # another digit
        ([[[0, 0], [20, 50]], [[20, 50], [20, 100]]], {}),  # another number of strokes
    ],
)
def test_where_no_other_writes_it_alike_a_digit_stays_as_it_is(second, told):
    traces = two_hands(second, **told)
    for seed in range(20):
        assert between(traces, 0, np.random.default_rng(seed)) is traces.strokes[0]
