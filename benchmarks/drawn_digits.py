"""How well drawings of strangers are read: ``python -m benchmarks.drawn_digits [--weights FILE]``.

The drawings are those of eight writers of the UCI pen digits whom training has never seen, each
digit with three pens at two sizes, anywhere on the canvas, through the whole path of a visitor's
drawing: canvas pixels, preparation, network. Needs a minute or two.
"""

from collections.abc import Sequence

import numpy as np

from benchmarks.hands import letters
from benchmarks.reading import PENS, in_two, options_of, print_table, share
from nncore import CANVAS, Array, Network, NothingDrawn, Predictions, is_sure, predict, prepare
from nncore.evaluation.metrics import expected_calibration_error
from nncore.images.framing import SIZE, resize
from training.doubtful import UPSIDE_DOWN, scribble
from training.strokes import PenTraces, Strokes, fit_to_canvas, render

HEIGHTS = (110, 190)
"""The longer side of a digit in pixels, without the pen's width."""
NEVER_SEEN = ("Greek letters", "Cyrillic letters", "Kana")
"""Of the benchmark's own alphabets those of which training has no sign in any hand."""
Job = tuple[Strokes, int, int, int]


def on_canvas(job: Job) -> tuple[Array, Array]:
    """Return a drawing as the network reads it, prepared and simply shrunk, (784,) each."""
    strokes, pen, height, seed = job
    margin = (height + pen) / 2 + 1
    x, y = np.random.default_rng(seed).uniform(margin, CANVAS - margin, 2)
    try:
        prepared = prepare(render(fit_to_canvas(strokes, height, (x, y)), pen, smooth=3))
    except NothingDrawn:
        return np.zeros(SIZE * SIZE, np.float32), np.zeros(SIZE * SIZE, np.float32)
    return prepared.pixels.ravel(), resize(prepared.ink, SIZE, SIZE).ravel()


def drawings_of(traces: PenTraces) -> tuple[Array, Array]:
    """Return every digit with every pen at every size, prepared and shrunk: (digits × 6, 784)."""
    ways = [(pen, height) for pen in PENS for height in HEIGHTS]
    prepared, shrunk = zip(
        *in_two(on_canvas, [(s, *way, row) for row, s in enumerate(traces.strokes) for way in ways]),
        strict=True,
    )
    return np.array(prepared), np.array(shrunk)


def reading(network: Network, x: Array, plain: Array, traces: PenTraces) -> None:
    """Print what share is read, by pen and by writer, how steadily, and how well its certainty fits."""
    y, labels = predict(network, x), np.repeat(traces.labels, len(PENS) * len(HEIGHTS))
    answers = y.argmax(axis=1).reshape(len(traces), -1)
    right = answers == traces.labels[:, np.newaxis]
    pens = [right[:, 2 * k : 2 * k + 2].mean() for k in range(len(PENS))]
    steady = (answers == answers[:, :1]).all(axis=1).mean()
    naive = (predict(network, plain).argmax(axis=1) == labels).mean()
    error = expected_calibration_error(Predictions(y, labels))
    heads = ["All", *(f"{pen} px" for pen in PENS), "All six alike", "Plainly shrunk", "Calibration error"]
    row = [f"{each:.2%}" for each in (right.mean(), *pens, steady, naive, error)]
    print_table(f"{right.size} drawings by strangers", heads, [row])
    rows = [[str(who), share(right[traces.writers == who])] for who in np.unique(traces.writers)]
    print_table("By writer", ["Writer", "Read rightly"], rows)


def no_digits(traces: PenTraces) -> dict[str, Sequence[Strokes]]:
    """Return the strokes of what is no digit, by kind."""
    rng = np.random.default_rng(2024)
    by_script = letters(12, seed=2024)
    turned = [s for s, d in zip(traces.strokes, traces.labels, strict=True) if d in UPSIDE_DOWN]
    return {
        "Scribbles": [scribble(rng) for _ in range(400)],
        "Greek, Cyrillic and kana, which training never sees": [
            sign for script in NEVER_SEEN for sign in by_script[script]
        ],
        "3, 4 and 7 upside down": [[-stroke for stroke in strokes] for strokes in turned],
    }


def certainty(network: Network, x: Array, traces: PenTraces) -> None:
    """Print how often the network is sure of digits, and of what is none."""
    rows = [["Digits", str(len(x)), share(is_sure(network, x))]]
    for kind, signs in no_digits(traces).items():
        jobs = [(strokes, PENS[k % 3], HEIGHTS[k % 2], k) for k, strokes in enumerate(signs)]
        drawn = np.array([prepared for prepared, _ in in_two(on_canvas, jobs)])
        rows.append([kind, str(len(drawn)), share(is_sure(network, drawn))])
    print_table("Presented as sure", ["Drawings", "How many", "Sure"], rows)


def main() -> None:
    """Print all tables."""
    network, traces, _ = options_of(__doc__)
    x, plain = drawings_of(traces)
    reading(network, x, plain, traces)
    certainty(network, x, traces)


if __name__ == "__main__":
    main()
