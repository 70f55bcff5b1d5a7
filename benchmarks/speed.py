"""Every figure of speed and memory in one table: ``python -m benchmarks.speed``, a quarter of an hour.

The waits of a class need a machine that does nothing else; processor time and memory do not.
It ends with an error if anything is not reached.
"""

import os
import platform
import sys
import time
from collections.abc import Callable

from benchmarks import in_browser, predicting
from benchmarks.classroom import class_figures, stroke_figures, training_figures
from benchmarks.table import Figure, in_markdown

PARTS: dict[str, Callable[[], list[Figure]]] = {
    "a stroke": lambda: stroke_figures(80),
    "a class": lambda: class_figures(60, 120),
    "a class that trains": lambda: training_figures(60, 60),
    "predict": predicting.figures,
    "in a browser": in_browser.figures,
}


def main() -> bool:
    """Measure, print the table, and return whether all is reached; what fails is a line of it."""
    found: list[Figure] = []
    for name, measure in PARTS.items():
        sys.stderr.write(f"{name} …\n")
        try:
            found += measure()
        except Exception as error:  # the other parts are to be seen all the same
            found.append(Figure(f"{name} failed: {error}".partition("\n")[0], [], "", most=0))
    system = f"{platform.system()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    print(f"On {time.strftime('%d %B %Y')}: {system}.\n\n{in_markdown(found)}")
    print(predicting.agreement())
    return all(each.reached is not False for each in found)


if __name__ == "__main__":
    sys.exit(not main())
