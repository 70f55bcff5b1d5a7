"""How long ``import nncore`` takes, beside what it stands on: ``python -m benchmarks.starting``."""

import subprocess
import sys

from benchmarks.amount import WHOLE
from benchmarks.table import Figure, figure, show
from tools.serving import ROOT

IMPORTS = {"import numpy, PIL.Image": None, "import nncore": 1.3, "from nncore import *": None}


def import_seconds(code: str) -> float:
    """Return how long a fresh interpreter takes for an import, its own start left out."""
    timed = f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
    done = subprocess.run(  # noqa: S603, our own two lines
        [sys.executable, "-c", timed], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def import_figures(times: int) -> list[Figure]:
    """Return the imports, taken so often in turns; with a star come all modules."""
    taken: dict[str, list[float]] = {code: [] for code in IMPORTS}
    for _ in range(times):
        for code, values in taken.items():
            values.append(1000 * import_seconds(code))
    (floor, *ours) = taken
    beside = figure(floor, taken[floor], "ms")
    return [
        beside,
        *(figure(code, taken[code], "ms", floor=beside, most_ratio=IMPORTS[code]) for code in ours),
    ]


if __name__ == "__main__":
    show(import_figures(WHOLE.rounds))
