"""The report of a run: all samples as CSV, the curve as a picture, and a page that says how it was done."""

import csv
import os
import platform
from collections.abc import Sequence
from dataclasses import astuple, fields
from importlib.metadata import version
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from checks.soak.judge import MORE_THREADS, MOST_GROWTH, WARM_UP, Sample, growth, warm_after
from ui.theme import LIGHT

PAGE = """# {minutes:.0f} minutes of class work

{verdict}

![The server's memory, threads and sessions over the time](soak.svg)

| | minutes {warm:.3g} to {early:.3g} | last {fifth:.2g} minutes | a straight line rises by |
|---|---|---|---|
| memory, median | {memory.early:.0f} MB | {memory.late:.0f} MB | {memory.rise:+.1f} MB |
| threads, median | {threads.early:.0f} | {threads.late:.0f} | {threads.rise:+.1f} |

`make soak` has made this page. {seats} visitors at a time drew digits as real people wrote them, stepped
through the networks, moved sliders, changed pages, and uploaded pictures and weights; {visits} came in all.
After a few of these things each left, half of them without goodbye, and another one came. The server took
{cores:.2f} of a core, and {most} sessions were open at most.

The first {warm:.3g} minutes are warm-up and not judged: a sixth of the time, {warm_up:.0f} minutes at least.
It holds if, of what is left, neither the median of the last fifth is above that of the first nor the line
rises by more than {growth:.0%} of the memory or {more} threads, and if the log has no error.

Measured every {every:.0f} seconds ([all samples](soak.csv)) on {system} with {cpus} cores, Python {python},
Streamlit {streamlit}, NumPy {numpy}.
"""


def write_report(
    folder: Path, samples: Sequence[Sample], found: Sequence[str], *, seats: int, visits: int
) -> None:
    """Write soak.csv, soak.svg and soak.md."""
    with (folder / "soak.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(field.name for field in fields(Sample))
        writer.writerows([round(value, 3) for value in astuple(sample)] for sample in samples)
    draw(samples, folder / "soak.svg")
    (folder / "soak.md").write_text(page(samples, found, seats=seats, visits=visits), encoding="utf-8")


def page(samples: Sequence[Sample], found: Sequence[str], *, seats: int, visits: int) -> str:
    """Return the page that says what came of it, in Markdown."""
    first, last = samples[0], samples[-1]
    span = last.minutes - first.minutes
    warm = warm_after(last.minutes)
    fifth = (last.minutes - warm) / 5
    return PAGE.format(
        minutes=last.minutes,
        verdict="\n".join(found) or "Memory and threads are flat, and the log has no error.",
        warm=warm,
        early=warm + fifth,
        fifth=fifth,
        warm_up=WARM_UP,
        memory=growth(samples, "megabytes"),
        threads=growth(samples, "threads"),
        seats=seats,
        visits=visits,
        cores=(last.cpu_seconds - first.cpu_seconds) / (60 * span),
        most=max(sample.sessions for sample in samples),
        growth=MOST_GROWTH,
        more=MORE_THREADS,
        every=60 * span / (len(samples) - 1),
        system=platform.system(),
        cpus=os.cpu_count(),
        python=platform.python_version(),
        streamlit=version("streamlit"),
        numpy=version("numpy"),
    )


def draw(samples: Sequence[Sample], path: Path) -> None:
    """Draw the curves, memory above, threads and sessions below, on the paper of the course."""
    style: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "soak",
        "font.family": "sans-serif",
        "text.color": LIGHT.ink,
    }
    with mpl.rc_context(style):
        figure = Figure((8, 5), facecolor=LIGHT.paper, layout="constrained")
        above, below = figure.subplots(2, 1, sharex=True)
        minutes = [sample.minutes for sample in samples]
        above.plot(minutes, [sample.megabytes for sample in samples], color=LIGHT.primary)
        above.set(ylabel="memory in MB", ylim=(0, None))
        below.plot(minutes, [sample.threads for sample in samples], color=LIGHT.primary, label="threads")
        below.plot(minutes, [sample.sessions for sample in samples], color="#E8590C", label="open sessions")
        below.set(xlabel="minutes", ylim=(0, None))
        below.legend(frameon=False)
        for axes in (above, below):
            axes.set_facecolor(LIGHT.paper)
            axes.axvspan(0, warm_after(minutes[-1]), color="#F3F1EA", zorder=0)
            axes.spines[["top", "right"]].set_visible(False)
        figure.savefig(path, metadata={"Date": None})
