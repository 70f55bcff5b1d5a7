"""What the benchmarks of reading share: options, two processes, pictures, shares, a table."""

import argparse
import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from typing import TypeVar

import numpy as np

from benchmarks import paper_scenes, pencil_scenes
from nncore import Array, Network, NothingDrawn, Preparation, load_network, prepare
from training.strokes import WRITERS, PenTraces, Strokes, fit_to_canvas, load_traces, render

Job = TypeVar("Job")
Result = TypeVar("Result")
PENS = (12, 20, 28)
KINDS = paper_scenes.KINDS | pencil_scenes.KINDS


def options_of(about: str | None, count: int = 0) -> tuple[Network, PenTraces, int]:
    """Return the network, the writers' digits and the number of pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=(about or "").splitlines()[0])
    parser.add_argument("--weights", help="another weights file instead of ours")
    parser.add_argument("--writers", choices=list(WRITERS), default="test", help="whose digits")
    if count:
        parser.add_argument("--count", type=int, default=count, help="how many pictures of each kind")
    options = parser.parse_args()
    network = load_network(options.weights) if options.weights else load_network()
    return network, load_traces().written_by(WRITERS[options.writers]), getattr(options, "count", 0)


def in_two(work: Callable[[Job], Result], jobs: Iterable[Job]) -> list[Result]:
    """Return what two processes make of some jobs, in their order."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the two would only get in each other's way
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return pool.map(work, jobs, chunksize=8)


def pixels(make: Callable[[], Preparation]) -> Array:
    """Return the 784 pixels of a digit, blank if none was found."""
    try:
        return make().pixels.ravel()
    except NothingDrawn:
        return np.zeros(784, np.float32)


def drawing(job: tuple[Strokes, int]) -> Array:
    """Return strokes as they are read from the middle of the canvas, (784,); the number chooses the pen."""
    strokes, number = job
    return pixels(lambda: prepare(render(fit_to_canvas(strokes, 150), PENS[number % len(PENS)])))


def photograph(job: tuple[str, Strokes, Sequence[int], int]) -> Array:
    """Return strokes as they are read from a photograph of a kind, its seed and its longer side given."""
    kind, strokes, seed, side = job
    rng = np.random.default_rng(seed)
    return pixels(lambda: prepare(KINDS[kind](strokes, rng, side)))


def share(right: Array) -> str:
    """Return how large a share is, and between which two it lies with 95 % certainty (Wilson, 1927)."""
    z, p, n = 1.96, float(np.mean(right)), np.size(right)
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{p:.1%} ({max(middle - reach, 0):.1%} to {min(middle + reach, 1):.1%})"


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table."""
    print(f"\n{title}\n\n| " + " | ".join(heads) + " |\n|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(row) + " |")
