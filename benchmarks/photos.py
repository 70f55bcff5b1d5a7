"""How well photographs of digits are read: ``python -m benchmarks.photos [--writers validation]``.

Every digit is drawn on a clean canvas and put into a photograph of each kind that `paper` makes. The
same digits stand in rows, of which it is counted how many fall into as many pieces as were written.
"""

import argparse
import multiprocessing
import os
from collections.abc import Callable

import numpy as np

from benchmarks.drawn_digits import interval, print_table
from benchmarks.paper_scenes import KINDS, side_by_side
from nncore import Array, NothingDrawn, Preparation, load_network, predict, prepare, prepare_all
from training.strokes import WRITERS, PenTraces, Strokes, fit_to_canvas, load_traces, render

SIDE = 640
"""The longer side of a photograph, in pixels."""
PENS = (12, 20, 28)
Job = tuple[str, Strokes, int]
RowJob = tuple[str, list[Strokes], int]


def generator(kind: str, seed: int) -> np.random.Generator:
    """Return what makes this photograph and no other."""
    return np.random.default_rng([list(KINDS).index(kind), seed])


def pixels(make: Callable[[], Preparation]) -> Array:
    """Return the 784 pixels of a digit, blank if none was found."""
    try:
        return make().pixels.ravel()
    except NothingDrawn:
        return np.zeros(784, np.float32)


def clean(job: Job) -> Array:
    """Return a digit from the canvas."""
    _, strokes, seed = job
    return pixels(lambda: prepare(render(fit_to_canvas(strokes, 150), PENS[seed % len(PENS)])))


def photographed(job: Job) -> Array:
    """Return a digit from a photograph."""
    kind, strokes, seed = job
    return pixels(lambda: prepare(KINDS[kind](strokes, generator(kind, seed), SIDE)))


def row_split(job: RowJob) -> bool:
    """Whether a photographed row falls into as many digits as it has."""
    kind, digits, seed = job
    rng = generator(kind, seed)
    row = side_by_side(digits, rng, 0.1)
    try:
        return len(prepare_all(KINDS[kind](row, rng, SIDE))) == len(digits)
    except NothingDrawn:
        return False


def rows_of(kind: str, traces: PenTraces, count: int) -> list[RowJob]:
    """Return rows of 2, 3 and 4 digits, their writers mixed."""
    rng = np.random.default_rng(count)
    picks = [rng.choice(len(traces), 2 + seed % 3, replace=False) for seed in range(count)]
    return [(kind, [traces.strokes[row] for row in rows], seed) for seed, rows in enumerate(picks)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--writers", choices=list(WRITERS), default="test", help="whose digits")
    parser.add_argument("--count", type=int, default=100, help="digits, and rows, of each kind")
    options = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the two would only get in each other's way
    traces, network = load_traces().written_by(WRITERS[options.writers]), load_network()
    chosen = np.random.default_rng(0).permutation(len(traces))[: options.count]

    def share_right(x: list[Array]) -> float:
        return float((predict(network, np.array(x)).argmax(axis=1) == traces.labels[chosen]).mean())

    with multiprocessing.get_context("spawn").Pool(2) as pool:
        base = share_right(pool.map(clean, [("", traces.strokes[row], int(row)) for row in chosen]))
        table = []
        for kind in KINDS:
            jobs = [(kind, traces.strokes[row], int(row)) for row in chosen]
            read = share_right(pool.map(photographed, jobs, chunksize=4))
            split = np.mean(pool.map(row_split, rows_of(kind, traces, len(chosen)), chunksize=4))
            table.append((read, float(split)))
    n = len(chosen)
    rows = [
        [k, interval(round(r * n), n), f"{(r - base) * 100:+.1f}", interval(round(s * n), n)]
        for k, (r, s) in zip(KINDS, table, strict=True)
    ]
    read, split = np.mean(table, axis=0)
    rows.append(["**All**", f"{read:.1%}", f"{(read - base) * 100:+.1f}", f"{split:.1%}"])
    title = (
        f"{len(chosen)} digits of {options.writers} writers; drawn on the canvas {base:.1%} are read rightly"
    )
    print_table(title, ["Photograph", "Read rightly", "Points off", "Rows told apart"], rows)


if __name__ == "__main__":
    main()
