"""Run it with `make soak`, or for another time with `MINUTES=12 make soak`.

A run of an hour or more writes its report into docs/, a shorter one into .cache/soak/.
"""

import asyncio
import os
import secrets
import signal
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

from checks.soak.judge import SHORTEST, Sample, faults
from checks.soak.report import write_report
from nncore.images.strokes import load_traces
from server.metrics import METRICS
from tools.classroom import Class
from tools.process import cpu_seconds, megabytes, threads
from tools.serving import serving

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".cache"
HOUR = 60.0
SEATS = 12
EVERY = 5.0
"""Seconds from one sample to the next."""


def wanted(said: str) -> float:
    """Return how many minutes MINUTES asks for; an hour if it says nothing."""
    try:
        minutes = float(said or HOUR)
    except ValueError:
        minutes = 0.0
    if not SHORTEST <= minutes < float("inf"):
        raise SystemExit(
            f"MINUTES must be a number from {SHORTEST:g} on, not {said!r}: the first are warm-up."
        )
    return minutes


def measure(start: float, pid: int, address: str, word: str) -> Sample:
    """Return what the server takes now; the word opens its figures."""
    question = Request(  # noqa: S310
        f"{address}{METRICS}?families=active_sessions", headers={"Authorization": f"Bearer {word}"}
    )
    with urlopen(question) as answer:  # noqa: S310
        lines = answer.read().decode().splitlines()
    sessions = int(next(line for line in lines if line.startswith("active_sessions")).split()[1])
    minutes = (time.monotonic() - start) / 60
    return Sample(minutes, megabytes(pid), threads(pid), sessions, cpu_seconds(pid))


async def watch(course: Class, pid: int, minutes: float, word: str) -> list[Sample]:
    """Let the class work, and measure every few seconds."""
    start, samples = time.monotonic(), []
    async with course:
        while time.monotonic() < start + 60 * minutes:
            await asyncio.sleep(EVERY)
            samples.append(await asyncio.to_thread(measure, start, pid, course.address, word))
    return samples


def main() -> None:
    """Serve, let the class work, write the report, and say what does not hold."""
    minutes = wanted(os.environ.get("MINUTES", ""))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that the server is stopped too
    folder, log = ROOT / "docs" if minutes >= HOUR else CACHE / "soak", CACHE / "soak.log"
    folder.mkdir(parents=True, exist_ok=True)
    CACHE.mkdir(exist_ok=True)
    log.unlink(missing_ok=True)
    word = secrets.token_hex(16)
    with serving(log, GATES_METRICS_TOKEN=word, GATES_WARM="1") as (address, process):
        sys.stdout.write(f"{SEATS} visitors at {address} for {minutes:g} minutes …\n")
        sys.stdout.flush()
        course = Class(address, load_traces(), SEATS)
        samples = asyncio.run(watch(course, process.pid, minutes, word))
    found = [f"{times} visitors met {what}" for what, times in course.complaints.items()]
    found += faults(samples, log.read_text())
    write_report(folder, samples, found, seats=SEATS, visits=course.visits)
    sys.stdout.write(f"The report is {(folder / 'soak.md').relative_to(ROOT)}.\n")
    sys.exit("\n".join(found) or 0)


if __name__ == "__main__":
    main()
