"""What fuzzing begins with, one of each kind, is read: a value or our own sentence, and nothing else."""

import subprocess
import sys
from pathlib import Path

from checks.fuzz.replay import CORPUS
from checks.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parent.parent


def test_every_input_that_is_kept_ends_well() -> None:
    command = [sys.executable, "-m", "checks.fuzz.replay"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    counts = {name: len(list((CORPUS / name).iterdir())) for name in TARGETS}
    assert done.stdout == "".join(f"{name}: {count} inputs\n" for name, count in counts.items())
