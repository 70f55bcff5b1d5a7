"""Every figure of speed and memory in one table: ``python -m benchmarks.speed``, twelve minutes at most.

The waits of a class are those of a machine that does nothing else; processor time and memory bear company.
"""

import sys
import time
from collections.abc import Callable

from benchmarks import growth, in_browser, predicting, starting
from benchmarks.classroom import class_figures, stroke_figures
from benchmarks.table import Figure, save, show
from tools.serving import ROOT

VISITORS, SECONDS = 60, 120.0
PARTS: dict[str, Callable[[], list[Figure]]] = {
    "a stroke": stroke_figures,
    "a class": lambda: class_figures(VISITORS, SECONDS),
    "predict": predicting.figures,
    "imports": starting.import_figures,
    "in a browser": in_browser.figures,
    "growth": growth.figures,
}


def main() -> None:
    """Measure all of it, tell on stderr what is being measured, and print the table."""
    found: list[Figure] = []
    start = time.monotonic()
    for name, measure in PARTS.items():
        sys.stderr.write(f"{time.monotonic() - start:4.0f} s  {name} …\n")
        found += measure()
        save(found, growth.FOLDER / "speed.json")
    show(found)
    print(f"\n{(growth.FOLDER / 'speed.json').relative_to(ROOT)} holds the same, its folder the plots.")


if __name__ == "__main__":
    main()
