"""A copy of the checkout to break: what one has after `git clone` and a first `make run`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tools.serving import ROOT, answers, free_port, started, wait_until


@pytest.fixture(autouse=True)
def by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a `make` not know that it runs within another, which would have it say more."""
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A checkout as it is on the disk, in which nothing has been installed."""
    list_files = ["git", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(list_files, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(lambda name: (ROOT / name).is_file(), listed.stdout.splitlines()):
        (tmp_path / "checkout" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, tmp_path / "checkout" / name)
    return tmp_path / "checkout"


@pytest.fixture
def installed(fresh: Path) -> Path:
    """A checkout in which the app runs: it borrows the packages of the environment that runs the drill."""
    (fresh / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (fresh / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    for stamp in (".run", ".dev"):
        (fresh / ".venv" / stamp).touch()
    return fresh


def says(command: Sequence[str], folder: Path, **environment: str) -> list[str]:
    """Run a command that must fail; return the lines that it says, without those of make and installing."""
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, timeout=280
    )
    assert done.returncode != 0
    return [line for line in done.stderr.splitlines() if not line.startswith(("make: ", "Installing "))]


@contextmanager
def served(command: Callable[[int], Sequence[str]], folder: Path, **environment: str) -> Iterator[str]:
    """Run a command until the app answers at its port; give the address. All it says goes into folder/log."""
    port, log = free_port(), folder / "log"
    own = {"PORT": str(port), "STREAMLIT_SERVER_PORT": str(port)} | environment
    with started(command(port), log, own, folder) as process:
        wait_until(lambda: answers(port), log, process)
        yield f"http://localhost:{port}"
