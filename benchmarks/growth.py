"""How figures grow: the server with its visitors, arithmetic with the images; plots, and memory.

Run it alone with ``python -m benchmarks.growth``.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure as Plot

from benchmarks.amount import WHOLE, Amount
from benchmarks.classroom import LOG, drawing, held
from benchmarks.replay import TimedVisitor, recorded_strokes, send
from benchmarks.table import Figure, figure, show
from nncore import Distortion, distort, load_images, load_network, predict, read
from tools.process import megabytes
from tools.serving import ROOT, serving

FOLDER = ROOT / ".cache" / "bench"
PUSH = Distortion(right=2, turn=10)


def images_figures(counts: Sequence[int]) -> list[Figure]:
    """Return how long so many images take to read, to distort and to evaluate; draw it."""
    images, labels = load_images("train")
    x, network = images.reshape(-1, 784).astype(np.float32) / 255, load_network()
    taken: dict[str, list[float]] = {"predict": [], "distort": [], "evaluate": []}
    for count in counts:
        some = x[:count]
        work: dict[str, Callable[[], object]] = {
            "predict": partial(predict, network, some),
            "distort": partial(distort, some.reshape(-1, 28, 28), PUSH, np.random.default_rng(0)),
            "evaluate": partial(read, network, some, labels[:count]),
        }
        for name, each in work.items():
            each()  # the first call is slower
            times = []
            for _ in range(3 if count > 10_000 else 7):
                start = time.perf_counter()
                each()
                times.append(1000 * (time.perf_counter() - start))
            taken[name].append(float(np.median(times)))
    draw("images", counts, taken, "images", "milliseconds")
    return [
        figure(f"{name} of {count} images", [value], "ms")
        for name, values in taken.items()
        for count, value in zip(counts, values, strict=True)
    ]


def visitors_figures(amount: Amount) -> list[Figure]:
    """Return what a stroke takes as a class grows, how long it waits, and the memory; draw it."""
    LOG.parent.mkdir(exist_ok=True)
    seat, seconds, classes = drawing(), amount.lesson, amount.classes
    with serving(LOG, GATES_WARM="1") as (address, process):
        asyncio.run(held(address, process.pid, [seat(0)], seconds))  # what all share is there
        alone = megabytes(process.pid)
        lessons = [
            asyncio.run(held(address, process.pid, [seat(number) for number in range(count)], seconds))
            for count in classes
        ]
        before, after = asyncio.run(one_for_long(address, process.pid, *amount.long))
    found = [
        figure(f"a stroke, {n} visitors", [each.each], "ms CPU")
        for n, each in zip(classes, lessons, strict=True)
    ]
    ends = [[1000 * end for end in each.times.end] for each in lessons]
    found += [figure(f"to its end, {n} visitors", each, "ms") for n, each in zip(classes, ends, strict=True)]
    curves = {
        "processor, a stroke": [each.each for each in lessons],
        "to its end, median": [float(np.median(each)) for each in ends],
        "to its end, p95": [float(np.percentile(each, 95)) for each in ends],
    }
    draw("visitors", classes, curves, "visitors, a stroke every 3 s each", "milliseconds")
    strokes, changes = amount.long
    further = (lessons[-1].megabytes - alone) / (classes[-1] - 1)
    return [
        *found,
        figure("memory for each further visitor", [further], "MB", most=3),
        figure(f"memory grown by {strokes} strokes, {changes} page changes", [after - before], "MB", most=5),
    ]


async def one_for_long(address: str, pid: int, many: int, changes: int) -> tuple[float, float]:
    """Return the megabytes before and after many strokes and page changes of one visitor."""
    strokes = recorded_strokes()
    async with TimedVisitor(address) as visitor:

        async def work(times: int, changes: int) -> None:
            await visitor.open("draw")
            for number in range(times):
                await send(visitor, strokes[number % len(strokes)])
            for number in range(changes):
                await visitor.go(("gates", "matrices", "draw")[number % 3])

        await work(120, 12)  # as much as can be undone, and each page once
        before = megabytes(pid)
        await work(many, changes)
        return before, megabytes(pid)


def draw(name: str, x: Sequence[float], curves: Mapping[str, Sequence[float]], across: str, up: str) -> Path:
    """Draw curves over one another, both axes by powers of ten, into the folder of the figures."""
    plot = Plot(figsize=(6, 4), layout="constrained")
    axes = plot.add_subplot(xscale="log", yscale="log", xlabel=across, ylabel=up)
    for label, y in curves.items():
        axes.plot(x, y, "o-", label=label)
    axes.set_xticks(x, [f"{each:,}".replace(",", " ") for each in x])
    axes.grid(alpha=0.3)
    axes.legend()
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.png"
    plot.savefig(path, dpi=150)
    return path


def figures(amount: Amount) -> list[Figure]:
    """Return all of them."""
    return [*visitors_figures(amount), *images_figures(amount.images)]


if __name__ == "__main__":
    show(figures(WHOLE))
