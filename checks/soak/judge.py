"""Whether a run holds: neither memory nor threads may grow once all is warm, and the log has no error."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

WARM_UP = 4.0
"""Minutes at the start, at least, that are not judged: whatever is done then is done for the first time."""
SHORTEST = WARM_UP + 1
"""Minutes. In a shorter run next to nothing would be left to judge."""
MOST_GROWTH = 0.05
"""By this share memory may be larger at the end: Python gives back what it no longer needs in pieces."""
MORE_THREADS = 2
"""So many more threads are no growth: runs that happen to be under way."""
ERROR = re.compile(r"\berror\b|Traceback|Exception", re.IGNORECASE)


@dataclass(frozen=True)
class Sample:
    """What the server took at one moment; `cpu_seconds` since its start, of one core."""

    minutes: float
    megabytes: float
    threads: int
    sessions: int
    cpu_seconds: float


@dataclass(frozen=True)
class Growth:
    """How a quantity went once all is warm.

    Attributes
    ----------
    early : float
        Its median in the first fifth of that time.
    late : float
        Its median in the last fifth.
    rise : float
        What a straight line (least squares) through all of it rises on its whole way.
    """

    early: float
    late: float
    rise: float

    @property
    def most(self) -> float:
        """By how much it has grown, by the one measure or the other."""
        return max(self.late - self.early, self.rise)


def warm_after(minutes: float) -> float:
    """Return how many minutes of a run of so many are warm-up: a sixth, and at least `WARM_UP`."""
    return max(WARM_UP, minutes / 6)


def growth(samples: Sequence[Sample], name: str) -> Growth:
    """Judge how one of the quantities that were measured went."""
    t = np.array([sample.minutes for sample in samples])
    y = np.array([getattr(sample, name) for sample in samples], float)
    begin, end = warm_after(t[-1]), t[-1]
    fifth = (end - begin) / 5
    warm = t > begin
    slope = np.polyfit(t[warm], y[warm], 1)[0]
    early, late = y[warm & (t <= begin + fifth)], y[t > end - fifth]
    return Growth(float(np.median(early)), float(np.median(late)), float(slope * (end - begin)))


def faults(samples: Sequence[Sample], log: str) -> list[str]:
    """Return what does not hold, a sentence each."""
    memory, threads = growth(samples, "megabytes"), growth(samples, "threads")
    found = []
    if memory.most > MOST_GROWTH * memory.early:
        found.append(f"Memory grows by {memory.most:.0f} MB: {memory}.")
    if threads.most > MORE_THREADS:
        found.append(f"Threads grow by {threads.most:.1f}: {threads}.")
    return found + [f"The log holds: {line}" for line in log.splitlines() if ERROR.search(line)]
