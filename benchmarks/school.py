"""How many may draw at once: ``python -m benchmarks.school``, in one process, and in three behind HAProxy.

The visitors, who have no browsers, run on the same machine and take processor time from the processes: three
grow to less than three times one where the machine has no more than two processors.
"""

import asyncio
import os

import numpy as np

from benchmarks.classroom import LOG, drawing, held
from tools.programs import find_haproxy
from tools.serving import serving

SIZES = (5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 180)
"""Visitors who draw at once: each a stroke every three seconds."""
MOST = 300
"""Milliseconds that nineteen of twenty answers may take."""
SECONDS = 20


def most_at_once(processes: int) -> tuple[int, float]:
    """Return how many may draw until one answer of twenty is late, and the megabytes of the first process."""
    kept, memory, seat = 0, 0.0, drawing()
    with serving(LOG, GATES_WARM="1", WORKERS=str(processes) if processes > 1 else "") as (address, process):
        for visitors in SIZES:
            result = asyncio.run(held(address, process.pid, [seat(n) for n in range(visitors)], SECONDS))
            if result.lost or np.percentile(result.waits, 95) > MOST:
                break
            kept, memory = visitors, result.megabytes
    return kept, memory


def main() -> None:
    """Measure one process, and three where there is HAProxy."""
    alone, memory = most_at_once(1)
    print(f"one process: {alone} draw at once, p95 ≤ {MOST} ms; it takes {memory:.0f} MB then")
    if find_haproxy() is None:
        print("three processes: not measured, since they need HAProxy (install the package haproxy)")
    else:
        print(f"three processes: {most_at_once(3)[0]} draw at once, p95 ≤ {MOST} ms")
    print(f"This machine has {os.cpu_count()} processors; the visitors run on them, too.")


if __name__ == "__main__":
    main()
