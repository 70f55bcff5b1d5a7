"""How well drawings of strangers are read: ``python -m benchmarks.drawn_digits [--weights FILE]``.

The drawings are those of eight writers of the UCI pen digits whom training has never seen, each
digit with three pens at two sizes, anywhere on the canvas, through the whole path of a visitor's
drawing: canvas pixels, preparation, network. Needs a minute or two.
"""

import argparse
import multiprocessing
import os
from collections.abc import Sequence
from math import sqrt

import numpy as np

from benchmarks.hands import letters
from nncore import (
    CANVAS,
    Array,
    NothingDrawn,
    Predictions,
    is_sure,
    load_mnist,
    load_network,
    predict,
    prepare,
    read,
)
from nncore.evaluation.metrics import expected_calibration_error
from nncore.images.framing import SIZE, resize
from nncore.network import Network
from training.doubtful import UPSIDE_DOWN, scribble
from training.strokes import WRITERS, PenTraces, Strokes, fit_to_canvas, load_traces, render
from training.synthetic import TEMPLATES, deform, strokes_of

PENS = (12, 20, 28)
HEIGHTS = (110, 190)
"""The longer side of a digit in pixels, without the pen's width."""
NEVER_SEEN = ("Greek letters", "Cyrillic letters", "Kana")
"""Of the benchmark's own alphabets those of which training has no sign in any hand."""


def on_canvas(job: tuple[Strokes, int, int, int]) -> tuple[Array, Array]:
    """Return a drawing as the network reads it, prepared and simply shrunk, (784,) each."""
    strokes, pen, height, seed = job
    margin = (height + pen) / 2 + 1
    x, y = np.random.default_rng(seed).uniform(margin, CANVAS - margin, 2)
    try:
        prepared = prepare(render(fit_to_canvas(strokes, height, (x, y)), pen, smooth=3))
    except NothingDrawn:
        return np.zeros(SIZE * SIZE, np.float32), np.zeros(SIZE * SIZE, np.float32)
    return prepared.pixels.ravel(), resize(prepared.ink, SIZE, SIZE).ravel()


def draw_all(jobs: Sequence[tuple[Strokes, int, int, int]]) -> tuple[Array, Array]:
    """Return all drawings, prepared and shrunk, (n, 784) each, made by two processes."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the two would only get in each other's way
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        prepared, shrunk = zip(*pool.imap(on_canvas, jobs, chunksize=100), strict=True)
    return np.array(prepared), np.array(shrunk)


def drawings_of(traces: PenTraces) -> tuple[Array, Array]:
    """Return every digit with every pen at every size, prepared and shrunk: (digits, 6, 784)."""
    jobs = [
        (strokes, pen, height, row)
        for row, strokes in enumerate(traces.strokes)
        for pen in PENS
        for height in HEIGHTS
    ]
    prepared, shrunk = draw_all(jobs)
    shape = (len(traces), len(PENS) * len(HEIGHTS), SIZE * SIZE)
    return prepared.reshape(shape), shrunk.reshape(shape)


def answers(network: Network, x: Array) -> Array:
    """Return the probabilities for images (digits, 6, 784): (digits, 6, 10)."""
    return predict(network, x.reshape(-1, SIZE * SIZE)).reshape(*x.shape[:2], 10)


def print_table(title: str, heads: list[str], rows: list[list[str]]) -> None:
    """Print a Markdown table."""
    print(f"\n{title}\n\n| " + " | ".join(heads) + " |\n|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(row) + " |")


def interval(right: int, total: int) -> str:
    """Return a share and its 95 % interval in words."""
    z, p = 1.96, right / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    reach = z * sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return f"{p:.1%} ({max(middle - reach, 0):.1%} to {min(middle + reach, 1):.1%})"


def summary(name: str, network: Network, x: Array, plain: Array, labels: Array) -> list[str]:
    """Return one row: by pen, mean, steadiness, plain shrinking, calibration on drawings and MNIST."""
    y = answers(network, x)
    p = y.argmax(axis=2)
    right = p == labels[:, np.newaxis]
    pens = [right[:, 2 * k : 2 * k + 2].mean() for k in range(len(PENS))]
    steady = (p == p[:, :1]).all(axis=1).mean()
    naive = (answers(network, plain).argmax(axis=2) == labels[:, np.newaxis]).mean()
    ece = expected_calibration_error(Predictions(y.reshape(-1, 10), np.repeat(labels, x.shape[1])))
    images, digits = load_mnist()[1]
    ece_mnist = expected_calibration_error(read(network, images, digits))
    return [name, *(f"{share:.2%}" for share in (*pens, right.mean(), steady, naive, ece, ece_mnist))]


def details(network: Network, x: Array, traces: PenTraces) -> None:
    """Print accuracy by digit and by writer, and the confusion matrix."""
    p = answers(network, x).argmax(axis=2)
    right = p == traces.labels[:, np.newaxis]
    for title, kinds in (("By digit", traces.labels), ("By writer", traces.writers)):
        groups = {str(kind): right[kinds == kind] for kind in sorted(set(kinds.tolist()))}
        rows = [[name, str(each.size), interval(int(each.sum()), each.size)] for name, each in groups.items()]
        print_table(title, [title[3:].title(), "Drawings", "Read rightly"], rows)
    confusion = np.zeros((10, 10), int)
    np.add.at(confusion, (np.repeat(traces.labels, p.shape[1]), p.ravel()), 1)
    heads = ["Drawn \\ read", *map(str, range(10))]
    print_table("Confusion", heads, [[str(d), *map(str, confusion[d])] for d in range(10)])


def no_digits(traces: PenTraces) -> dict[str, list[list[Array]]]:
    """Return the strokes of what is no digit, by kind."""
    rng = np.random.default_rng(2024)
    by_script = letters(12, seed=2024)
    turned = [s for s, d in zip(traces.strokes, traces.labels, strict=True) if d in UPSIDE_DOWN]
    return {
        "Scribbles": [scribble(rng) for _ in range(400)],
        "Letters and pictures, kinds seen in training": [
            deform(strokes_of(template), rng, 1.5) for template in TEMPLATES for _ in range(5)
        ],
        "Greek, Cyrillic and kana, which training never sees": [
            sign for script in NEVER_SEEN for sign in by_script[script]
        ],
        "3, 4 and 7 upside down": [[-stroke for stroke in strokes] for strokes in turned],
    }


def confidence(network: Network, x: Array, traces: PenTraces) -> None:
    """Print how often the network is sure of digits, and of what is none."""
    y = answers(network, x)
    sure = is_sure(network, x.reshape(-1, SIZE * SIZE)).reshape(y.shape[:2])
    right = (y.argmax(axis=2) == traces.labels[:, np.newaxis])[sure].mean()
    rows = [["Digits", str(sure.size), f"{interval(int(sure.sum()), sure.size)}, {right:.2%} of them right"]]
    for kind, drawings in no_digits(traces).items():
        jobs = [(strokes, PENS[k % 3], HEIGHTS[k % 2], k) for k, strokes in enumerate(drawings)]
        doubtful = is_sure(network, draw_all(jobs)[0])
        rows.append([kind, str(len(doubtful)), interval(int(doubtful.sum()), len(doubtful))])
    print_table("Presented as sure", ["Drawings", "How many", "Sure"], rows)


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", help="another weights file to set beside ours")
    parser.add_argument("--writers", choices=list(WRITERS), default="test", help="whose drawings")
    options = parser.parse_args()
    traces = load_traces().written_by(WRITERS[options.writers])
    x, plain = drawings_of(traces)
    print(f"{x.shape[0] * x.shape[1]} drawings: {len(traces)} digits, {len(PENS)} pens, {len(HEIGHTS)} sizes")
    ours = load_network()
    rows = [summary("Ours", ours, x, plain, traces.labels)]
    if options.weights:
        other = load_network(options.weights)
        rows.append(summary(f"`{options.weights}`", other, x, plain, traces.labels))
    heads = ["Network", *(f"{pen} px" for pen in PENS), "Mean", "Steady", "Plain shrinking"]
    print_table("Drawings read rightly", [*heads, "ECE drawings", "ECE MNIST"], rows)
    details(ours, x, traces)
    confidence(ours, x, traces)


if __name__ == "__main__":
    main()
