"""The page on the test set: server time of one slider move, all 10 000 images, median of five.

Run it alone with ``python -m benchmarks.evaluate_page``.
"""

import time
from collections.abc import Callable
from functools import partial
from statistics import median

from nncore import Array, Distortion, Network, Progress, load_mnist, load_network, read, read_distorted

MOVES = {
    "shift": Distortion(right=3),
    "rotate": Distortion(turn=15),
    "scale": Distortion(size=0.8),
    "shear": Distortion(slant=0.3),
    "thickness +3": Distortion(thickness=3),
    "noise": Distortion(noise=0.3),
    "contrast": Distortion(contrast=0.5),
    "invert": Distortion(inverted=True),
    "all at once": Distortion(3, 3, 15, 0.8, 0.3, 3, 0.5, 0.3, True),
}


def main() -> None:
    """Print the time of each move, without and with the preparation, and the largest."""
    _, (x, t) = load_mnist()
    network, images = load_network(), x.reshape(-1, 28, 28)
    print(f"reading 10 000 images: {milliseconds(partial(read, network, x, t)):.0f} ms")
    slowest = 0.0
    for name, by in MOVES.items():
        times = [milliseconds(partial(_read, network, images, t, by, prepared)) for prepared in (False, True)]
        print(f"{name:>13}: {times[0]:4.0f} ms, prepared again {times[1]:4.0f} ms")
        slowest = max(slowest, *times)
    print(f"largest server time for one slider move: {slowest:.0f} ms")


def _read(network: Network, images: Array, t: Array, by: Distortion, prepared: bool) -> list[Progress]:
    return list(read_distorted(network, images, t, by, prepared=prepared))


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median time of a piece of work, done five times."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return 1000 * (time.perf_counter() - start)

    return median(once() for _ in range(5))


if __name__ == "__main__":
    main()
