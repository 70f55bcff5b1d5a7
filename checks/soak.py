"""`make soak`: an hour of class work on one server; what it takes at the end must be what it took once warm.

``MINUTES=12 make soak`` takes less. It prints a page in Markdown: ``make soak > docs/soak.md`` keeps it.
"""

import asyncio
import os
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from checks.classwork import sit
from tools.process import cpu_seconds, megabytes, threads
from tools.serving import serving
from training.strokes import load_traces

SEATS = 12
EVERY = 5.0
"""Seconds from one sample to the next."""
WARM_UP = 4.0
"""Minutes at the start, at least, that are not judged, but half of them at most."""
MOST_GROWTH = 0.05
"""By this share memory may be larger at the end: Python gives back what it no longer needs in pieces."""
MORE_THREADS = 2
"""So many more threads are no growth: runs that happen to be under way."""
ERROR = re.compile(r"\berror\b|Traceback|Exception", re.IGNORECASE)
PAGE = Path(__file__).with_name("soak_template.md").read_text(encoding="utf-8")


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
class Course:
    """What came of it: minute, megabytes and threads at each look, and what went wrong for visitors."""

    samples: list[tuple[float, float, int]]
    complaints: list[str]
    cpu: float = 0

    def growth(self, column: int) -> Growth:
        """Judge how memory (1) or threads (2) went."""
        t, y = np.array(self.samples)[:, [0, column]].T
        begin, end = min(max(WARM_UP, t[-1] / 6), t[-1] / 2), t[-1]
        fifth, warm = (end - begin) / 5, t > begin
        slope = np.polyfit(t[warm], y[warm], 1)[0]
        early, late = y[warm & (t <= begin + fifth)], y[t > end - fifth]
        return Growth(float(np.median(early)), float(np.median(late)), float(slope * (end - begin)))

    def faults(self, log: str) -> Iterator[str]:
        """Yield what does not hold, a sentence each."""
        for what, times in Counter(self.complaints).items():
            yield f"{times} visitors met {what}"
        memory, threads = self.growth(1), self.growth(2)
        if memory.most > MOST_GROWTH * memory.early:
            yield f"Memory grows by {memory.most:.0f} MB: {memory}."
        if threads.most > MORE_THREADS:
            yield f"Threads grow by {threads.most:.1f}: {threads}."
        yield from (f"The log holds: {line}" for line in log.splitlines() if ERROR.search(line))

    def page(self, faults: list[str]) -> str:
        """Return all that is to be told, in Markdown."""
        minutes = self.samples[-1][0]
        return PAGE.format(
            minutes=minutes,
            verdict="\n".join(faults) or "Memory and threads are flat, and the log has no error.",
            memory=self.growth(1),
            threads=self.growth(2),
            seats=SEATS,
            cores=self.cpu / (60 * minutes),
            warm_up=WARM_UP,
            growth=MOST_GROWTH,
            more=MORE_THREADS,
            when=time.strftime("%d %B %Y"),
            cpus=os.cpu_count(),
        )


async def held(address: str, pid: int, minutes: float) -> Course:
    """Let a class work, and measure every few seconds."""
    course, traces = Course([], []), load_traces()
    seats = [
        asyncio.create_task(sit(address, np.random.default_rng(seat), traces, course.complaints))
        for seat in range(SEATS)
    ]
    start, used = time.monotonic(), cpu_seconds(pid)
    while (minute := (time.monotonic() - start) / 60) < minutes:
        await asyncio.sleep(EVERY)
        course.samples.append((minute, megabytes(pid), threads(pid)))
    course.cpu = cpu_seconds(pid) - used
    for seat in seats:
        seat.cancel()
    await asyncio.gather(*seats, return_exceptions=True)
    return course


def main() -> None:
    """Serve, let the class work, report, and end with what does not hold."""
    minutes = float(os.environ.get("MINUTES") or 60)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that the server is stopped too
    with TemporaryDirectory() as folder:
        log = Path(folder, "log")
        with serving(log, GATES_WARM="1") as (address, process):
            sys.stderr.write(f"{SEATS} visitors at {address} for {minutes:g} minutes …\n")
            course = asyncio.run(held(address, process.pid, minutes))
        faults = list(course.faults(log.read_text()))
    sys.stdout.write(course.page(faults))
    sys.exit("\n".join(faults) or 0)


if __name__ == "__main__":
    main()
