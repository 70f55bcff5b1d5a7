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
"""This many more threads are no growth: runs that happen to be under way."""
ERROR = re.compile(r"\berror\b|Traceback|Exception", re.IGNORECASE)
PAGE = Path(__file__).with_name("soak_template.md").read_text(encoding="utf-8")


@dataclass
class Record:
    """What came of it: minute, megabytes and threads at each look, and what went wrong for visitors."""

    samples: list[tuple[float, float, int]]
    complaints: list[str]
    cpu: float = 0

    def early_and_late(self, column: int) -> tuple[float, float]:
        """Return the medians of memory (1) or threads (2): in the first fifth once warm, and in the last."""
        t, y = np.array(self.samples)[:, [0, column]].T
        begin, end = min(max(WARM_UP, t[-1] / 6), t[-1] / 2), t[-1]
        fifth = (end - begin) / 5
        early, late = y[(t > begin) & (t <= begin + fifth)], y[t > end - fifth]
        return float(np.median(early)), float(np.median(late))

    def faults(self, log: str) -> Iterator[str]:
        """Yield what does not hold, a sentence each."""
        for what, times in Counter(self.complaints).items():
            yield f"{times} visitors met {what}"
        early, late = self.early_and_late(1)
        if late > (1 + MOST_GROWTH) * early:
            yield f"Memory grows from {early:.0f} to {late:.0f} MB."
        early, late = self.early_and_late(2)
        if late > early + MORE_THREADS:
            yield f"Threads grow from {early:.0f} to {late:.0f}."
        yield from (f"The log holds: {line}" for line in log.splitlines() if ERROR.search(line))

    def page(self, faults: list[str]) -> str:
        """Return the report, in Markdown."""
        minutes = self.samples[-1][0]
        return PAGE.format(
            minutes=minutes,
            verdict="\n".join(faults) or "Memory and threads are flat, and the log has no error.",
            memory=self.early_and_late(1),
            threads=self.early_and_late(2),
            seats=SEATS,
            cores=self.cpu / (60 * minutes),
            warm_up=WARM_UP,
            growth=MOST_GROWTH,
            more=MORE_THREADS,
            when=time.strftime("%d %B %Y"),
            cpus=os.cpu_count(),
        )


async def held(address: str, pid: int, minutes: float) -> Record:
    """Let a class work, and measure every few seconds."""
    record, traces = Record([], []), load_traces()
    seats = [
        asyncio.create_task(sit(address, np.random.default_rng(seat), traces, record.complaints))
        for seat in range(SEATS)
    ]
    start, used = time.monotonic(), cpu_seconds(pid)
    while (minute := (time.monotonic() - start) / 60) < minutes:
        await asyncio.sleep(EVERY)
        record.samples.append((minute, megabytes(pid), threads(pid)))
    record.cpu = cpu_seconds(pid) - used
    for seat in seats:
        seat.cancel()
    await asyncio.gather(*seats, return_exceptions=True)
    return record


def main() -> None:
    """Serve, let the class work, report, and end with what does not hold."""
    minutes = float(os.environ.get("MINUTES") or 60)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that the server is stopped too
    with TemporaryDirectory() as folder:
        log = Path(folder, "log")
        with serving(log, GATES_WARM="1") as (address, process):
            sys.stderr.write(f"{SEATS} visitors at {address} for {minutes:g} minutes …\n")
            record = asyncio.run(held(address, process.pid, minutes))
        faults = list(record.faults(log.read_text()))
    sys.stdout.write(record.page(faults))
    sys.exit("\n".join(faults) or 0)


if __name__ == "__main__":
    main()
