"""Run targets on what is kept: ``python -m checks.fuzz.replay picture``, or all without a name."""

import sys
from pathlib import Path

from checks.fuzz import guard
from checks.fuzz.targets import TARGETS

CORPUS = Path(__file__).resolve().parent.parent.parent / "tests" / "corpus"


def main(*names: str) -> None:
    """Run each named target on its folder of the corpus; the first finding ends it."""
    guard.install()
    for name in names or TARGETS:
        inputs = [(path, path.read_bytes()) for path in sorted((CORPUS / name).iterdir())]
        for path, data in inputs:
            try:
                guard.watched(TARGETS[name], data)
            except BaseException:
                sys.stderr.write(f"{name}: {path.name}\n")
                raise
        sys.stdout.write(f"{name}: {len(inputs)} inputs\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
