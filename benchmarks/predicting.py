"""`predict` beside its three bare products and PyTorch: ``python -m benchmarks.predicting``.

PyTorch is no part of the course: ``pip install -r requirements-bench.txt``. If it is there, the ten lines
that /forward shows of it are run as well, and held against our answers.
"""

import importlib.util
from collections.abc import Callable
from contextlib import chdir
from functools import partial
from timeit import Timer
from typing import Any

import numpy as np

from benchmarks.table import Figure, in_markdown
from nncore import Array, Network, load_mnist, load_network, predict
from tools.serving import ROOT
from ui.forward.program import IN_PYTORCH

SIZES = {1: 3.0, 100: 1.7, 1000: 1.7, 10_000: 1.7}
"""How many images at once, and how many times as long as the bare products it may take."""
TURN = 0.005
"""Seconds that a turn takes at least."""
Reader = Callable[[Array], object]


def bare_products(network: Network) -> Reader:
    """Return what does the products of matrices alone."""
    W1, W2, W3 = (layer.W for layer in network.layers)
    return lambda x: x @ W1 @ W2 @ W3


def in_torch() -> Any:
    """Return the network of the ten lines, for any number of images; None without PyTorch."""
    if importlib.util.find_spec("torch") is None:
        return None
    known: dict[str, Any] = {}
    with chdir(ROOT):
        exec(IN_PYTORCH, known)  # noqa: S102
    return known["network"].eval()


def torch_reader(model: Any) -> Reader:
    """Return what reads images with it, as quickly as it can."""
    import torch

    def read(x: Array) -> Array:
        with torch.inference_mode():
            return model(torch.from_numpy(np.atleast_2d(x))).numpy()

    return read


def milliseconds(readers: dict[str, Reader], x: Array, turns: int) -> dict[str, list[float]]:
    """Return how long each takes, in short turns there and back: what else runs here slows all down."""
    timers = {name: Timer(partial(read, x)) for name, read in readers.items()}
    calls = {name: 1 + int(10 * TURN / timer.timeit(10)) for name, timer in timers.items()}
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for turn in range(turns):
        for name in list(readers)[:: -1 if turn % 2 else 1]:
            taken[name].append(1000 * timers[name].timeit(calls[name]) / calls[name])
    return taken


def figures(turns: int = 80) -> list[Figure]:
    """Return the times of `predict` for each size, beside the products and beside PyTorch's."""
    network, (_, (images, _)), model = load_network(), load_mnist(), in_torch()
    readers: dict[str, Reader] = {
        "bare products": bare_products(network),
        "predict": lambda x: predict(network, x),
    }
    found = []
    for size, most in SIZES.items():
        x = images[0] if size == 1 else images[:size]
        taken = milliseconds(readers, x, turns)
        floor = Figure(f"bare products of {size}", taken["bare products"], "ms")
        found += [floor, Figure(f"predict of {size}", taken["predict"], "ms", floor=floor, times=most)]
        if model:  # by itself: its threads go on for a moment, on the cores of whoever comes next
            times = milliseconds({"PyTorch": torch_reader(model)}, x, turns)["PyTorch"]
            peer = Figure(f"PyTorch of {size}", times, "ms")
            found.append(Figure(f"predict of {size}", taken["predict"], "ms", floor=peer, times=1))
    return found


def agreement() -> str:
    """Return by how much PyTorch's probabilities differ from ours on the test set."""
    if (model := in_torch()) is None:
        return "PyTorch: not run (pip install -r requirements-bench.txt)"
    x = load_mnist()[1][0]
    theirs, ours = np.asarray(torch_reader(model)(x)), predict(load_network(), x)
    same = int((ours.argmax(axis=1) == theirs.argmax(axis=1)).sum())
    return f"The ten lines of PyTorch: {same} of {len(x)} answers are ours, probabilities differ by " + (
        f"{np.abs(ours - theirs).max():.1e} at most"
    )


if __name__ == "__main__":
    print(in_markdown(figures()), agreement(), sep="\n")
