"""`make soak`: an hour of class work on one server; what it takes at the end must be what it took once warm.

``MINUTES=12 make soak`` takes less. A run of an hour or more writes docs/soak.md, a shorter one says it all
on the terminal.
"""

import asyncio
import os
import platform
import re
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from checks.classwork import Class
from tools.process import cpu_seconds, megabytes, threads
from tools.serving import ROOT, serving
from training.strokes import load_traces

HOUR = 60.0
SEATS = 12
EVERY = 5.0
"""Seconds from one sample to the next."""
SHORTEST = 5.0
"""Minutes. In a shorter run next to nothing would be left to judge."""
WARM_UP = 4.0
"""Minutes at the start, at least, that are not judged: whatever is done then is done for the first time."""
MOST_GROWTH = 0.05
"""By this share memory may be larger at the end: Python gives back what it no longer needs in pieces."""
MORE_THREADS = 2
"""So many more threads are no growth: runs that happen to be under way."""
ERROR = re.compile(r"\berror\b|Traceback|Exception", re.IGNORECASE)
PAGE = """# {minutes:.0f} minutes of class work

{verdict}

| | once warm | at the end | a straight line rises by |
|---|---|---|---|
| memory, median of a fifth | {memory.early:.0f} MB | {memory.late:.0f} MB | {memory.rise:+.1f} MB |
| threads, median of a fifth | {threads.early:.0f} | {threads.late:.0f} | {threads.rise:+.1f} |

`make soak` has made this page. {seats} visitors at a time drew digits as real people wrote them, stepped
through the networks, moved sliders, changed pages, and uploaded pictures and weights; {visits} came in all.
After a few of these things each left, half of them without goodbye, and another one came. The server took
{cores:.2f} of a core.

The first sixth of the time, {warm_up:.0f} minutes at least, is warm-up and not judged. It holds if, of what
is left, neither the median of the last fifth is above that of the first nor the line rises by more than
{growth:.0%} of the memory or {more} threads, and if the log has no error.

Measured on Linux with {cpus} cores, Python {python}, Streamlit {streamlit}, NumPy {numpy}.
"""


@dataclass(frozen=True)
class Growth:
    """How a quantity went once all is warm: its median in the first and last fifth, and a line's rise."""

    early: float
    late: float
    rise: float

    @property
    def most(self) -> float:
        """By how much it has grown, by the one measure or the other."""
        return max(self.late - self.early, self.rise)


@dataclass
class Samples:
    """What the server took, a value for each moment; the seconds are of one core, since its start."""

    minutes: list[float]
    megabytes: list[float]
    threads: list[float]
    cpu_seconds: list[float]

    def add(self, minutes: float, pid: int) -> None:
        """Measure a process now."""
        self.minutes.append(minutes)
        self.megabytes.append(megabytes(pid))
        self.threads.append(threads(pid))
        self.cpu_seconds.append(cpu_seconds(pid))

    def growth(self, values: Sequence[float]) -> Growth:
        """Judge how one of the quantities went."""
        t, y = np.array(self.minutes), np.array(values)
        begin, end = max(WARM_UP, t[-1] / 6), t[-1]
        fifth, warm = (end - begin) / 5, t > begin
        slope = np.polyfit(t[warm], y[warm], 1)[0]
        early, late = y[warm & (t <= begin + fifth)], y[t > end - fifth]
        return Growth(float(np.median(early)), float(np.median(late)), float(slope * (end - begin)))


def faults(samples: Samples, log: str) -> list[str]:
    """Return what does not hold, a sentence each."""
    memory, threads = samples.growth(samples.megabytes), samples.growth(samples.threads)
    found = []
    if memory.most > MOST_GROWTH * memory.early:
        found.append(f"Memory grows by {memory.most:.0f} MB: {memory}.")
    if threads.most > MORE_THREADS:
        found.append(f"Threads grow by {threads.most:.1f}: {threads}.")
    return found + [f"The log holds: {line}" for line in log.splitlines() if ERROR.search(line)]


async def watch(course: Class, pid: int, minutes: float) -> Samples:
    """Let the class work, and measure every few seconds."""
    start, samples = time.monotonic(), Samples([], [], [], [])
    async with course:
        while time.monotonic() < start + 60 * minutes:
            await asyncio.sleep(EVERY)
            samples.add((time.monotonic() - start) / 60, pid)
    return samples


def page(samples: Samples, found: Sequence[str], visits: int) -> str:
    """Return what came of a run, in Markdown."""
    return PAGE.format(
        minutes=samples.minutes[-1],
        verdict="\n".join(found) or "Memory and threads are flat, and the log has no error.",
        memory=samples.growth(samples.megabytes),
        threads=samples.growth(samples.threads),
        seats=SEATS,
        visits=visits,
        cores=(samples.cpu_seconds[-1] - samples.cpu_seconds[0])
        / (60 * (samples.minutes[-1] - samples.minutes[0])),
        warm_up=WARM_UP,
        growth=MOST_GROWTH,
        more=MORE_THREADS,
        cpus=os.cpu_count(),
        python=platform.python_version(),
        streamlit=version("streamlit"),
        numpy=version("numpy"),
    )


def wanted() -> float:
    """Return how many minutes MINUTES asks for; an hour if it says nothing."""
    minutes = os.environ.get("MINUTES", "") or str(HOUR)
    if not re.fullmatch(r"\d+(\.\d+)?", minutes) or float(minutes) < SHORTEST:
        sys.exit(f"MINUTES must be a number from {SHORTEST:g} on, not {minutes!r}: the first are warm-up.")
    return float(minutes)


def main() -> None:
    """Serve, let the class work, report, and end with what does not hold."""
    minutes = wanted()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that the server is stopped too
    with TemporaryDirectory() as folder:
        log = Path(folder, "log")
        with serving(log, GATES_WARM="1") as (address, process):
            sys.stderr.write(f"{SEATS} visitors at {address} for {minutes:g} minutes …\n")
            course = Class(address, load_traces(), SEATS)
            samples = asyncio.run(watch(course, process.pid, minutes))
        found = [f"{times} visitors met {what}" for what, times in course.complaints.items()]
        found += faults(samples, log.read_text())
    report = page(samples, found, course.visits)
    sys.stdout.write(report)
    if minutes >= HOUR:
        (ROOT / "docs/soak.md").write_text(report, encoding="utf-8")
    sys.exit("\n".join(found) or 0)


if __name__ == "__main__":
    main()
