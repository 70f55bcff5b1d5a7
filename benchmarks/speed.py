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
from pathlib import Path

from benchmarks import growth, in_browser, predicting, starting
from benchmarks.amount import QUICK, WHOLE, Amount
from benchmarks.classroom import class_figures, stroke_figures
from benchmarks.table import Figure, failed, in_markdown, save, show
from nncore.base.whole_file import whole_file
from tools.serving import ROOT

PARTS: dict[str, Callable[[Amount], list[Figure]]] = {
    "a stroke": lambda amount: stroke_figures(amount.alone),
    "a class": lambda amount: class_figures(amount.visitors, amount.seconds),
    "predict": lambda amount: predicting.figures(amount.rounds),
    "imports": lambda amount: starting.import_figures(amount.rounds),
    "in a browser": in_browser.figures,
    "growth": growth.figures,
}
BEGIN, END = "<!-- what python -m benchmarks.speed printed -->\n", "<!-- until here -->\n"


def measured(amount: Amount) -> list[Figure]:
    """Measure all of it, and tell on stderr what is being measured; what fails is a line of the table."""
    found: list[Figure] = []
    start = time.monotonic()
    for name, measure in PARTS.items():
        sys.stderr.write(f"{time.monotonic() - start:4.0f} s  {name} …\n")
        try:
            found += measure(amount)
        except KeyboardInterrupt as error:
            found.append(failed(name, error))
            break
        except Exception as error:  # the other parts are to be seen all the same
            found.append(failed(name, error))
        save(found, growth.FOLDER / "speed.json")
    return found


def write(found: Sequence[Figure], path: Path) -> None:
    """Write the table into a page, between its two marks."""
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise SystemExit(f"{path} lacks the lines {BEGIN.strip()} and {END.strip()} to write between.")
    system = f"{platform.system()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    table = f"\nOn {time.strftime('%d %B %Y')}: {system}.\n\n{in_markdown(found)}\n"
    with whole_file(path) as file:
        file.write((before + BEGIN + table + END + after).encode())


def main(arguments: Sequence[str] = ()) -> bool:
    """Measure, print the table, and return whether all is reached that was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="see in two minutes that all of it runs")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the table into docs/speed.md too")
    told = parser.parse_args(arguments)
    if told.quick and told.write:
        parser.error("figures of a quick run are not to be written down.")
    found = measured(QUICK if told.quick else WHOLE)
    show(found)
    print(f"\n{os.path.relpath(growth.FOLDER / 'speed.json', ROOT)} holds the same, its folder the plots.")
    if told.write:
        write(found, told.write)
    return all(each.reached is not False for each in found)


if __name__ == "__main__":
    sys.exit(not main(sys.argv[1:]))
