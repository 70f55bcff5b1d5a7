"""Every figure of speed and memory in one table: ``python -m benchmarks.speed``, a quarter of an hour.

The waits of a class need a machine that does nothing else; processor time and memory do not.
It ends with an error if anything is not reached. ``--quick`` tries all of it in two minutes; such figures
mean nothing.
"""

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks import in_browser, predicting
from benchmarks.classroom import class_figures, stroke_figures
from benchmarks.table import Figure, in_markdown

WHOLE: dict[str, Callable[[], list[Figure]]] = {
    "a stroke": lambda: stroke_figures(80),
    "a class": lambda: class_figures(60, 120),
    "predict": predicting.figures,
    "in a browser": in_browser.figures,
}
QUICK: dict[str, Callable[[], list[Figure]]] = {
    "a stroke": lambda: stroke_figures(8),
    "a class": lambda: class_figures(6, 12),
    "predict": lambda: predicting.figures(4),
    "in a browser": lambda: in_browser.figures(2),
}


def main(arguments: Sequence[str] = ()) -> bool:
    """Measure, print the table, and return whether all is reached; what fails is a line of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="see in two minutes that all of it runs")
    found: list[Figure] = []
    for name, measure in (QUICK if parser.parse_args(arguments).quick else WHOLE).items():
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
    sys.exit(not main(sys.argv[1:]))
