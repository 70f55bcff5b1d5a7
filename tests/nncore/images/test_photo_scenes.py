"""Photographs that were made here of what people wrote: told from drawings, found and read."""

import numpy as np
import pytest

from benchmarks import paper_scenes
from nncore import load_network, predict, prepare
from nncore.images.drawing import drawn_ink
from tests.support.sheets import SEVEN, rng
from training.strokes import WRITERS, fit_to_canvas, load_traces, render

EVERY_KIND = pytest.mark.parametrize("kind", list(paper_scenes.KINDS))


def test_a_drawing_is_never_taken_for_a_photograph() -> None:
    traces = load_traces().written_by(WRITERS["validation"])
    for row in rng(1).choice(len(traces), 30, replace=False):
        height, x, y = rng(row).uniform((60, 60, 60), (240, 220, 220))
        picture = render(fit_to_canvas(traces.strokes[row], height, (x, y)), rng(row).uniform(3, 34))
        p = prepare(picture)
        assert p.photo is None
        np.testing.assert_array_equal(p.ink, drawn_ink(picture))


def shared(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of two boxes' area that they have in common: 1 if they are the same, 0 if they are apart."""
    first, second = np.zeros((2, 600, 600), bool)
    for box, mask in ((one, first), (other, second)):
        mask[box[0] : box[2], box[1] : box[3]] = True
    return (first & second).sum() / (first | second).sum()


@EVERY_KIND
def test_the_found_box_is_where_the_digit_was_written(kind: str, monkeypatch) -> None:
    """Of five photographs of each kind; a box is a little wider than the strokes, as soft edges count."""
    place, written = paper_scenes.place, []
    monkeypatch.setattr(paper_scenes, "place", lambda *told: written.append(place(*told)) or written[-1])
    for seed in range(5):
        same, again = (paper_scenes.KINDS[kind](SEVEN, rng(seed), 320) for _ in range(2))
        np.testing.assert_array_equal(same, again)
        found = prepare(same).box
        assert shared(found, written[-1].box) > 0.6, (found, written[-1].box)


def test_photographs_are_read_nearly_as_well_as_drawings() -> None:
    traces = load_traces().written_by(WRITERS["validation"])
    right, clean = [], []
    network = load_network()
    for k, row in enumerate(rng(5).choice(len(traces), 44, replace=False)):
        kind = list(paper_scenes.KINDS)[k % len(paper_scenes.KINDS)]
        photo = prepare(paper_scenes.KINDS[kind](traces.strokes[row], rng(k), 320)).pixels
        drawn = prepare(render(fit_to_canvas(traces.strokes[row], 150), 16)).pixels
        right.append(predict(network, photo.ravel()).argmax() == traces.labels[row])
        clean.append(predict(network, drawn.ravel()).argmax() == traces.labels[row])
    assert np.mean(right) >= np.mean(clean) - 0.1, (np.mean(right), np.mean(clean))
