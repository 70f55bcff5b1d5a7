"""A copy of the checkout to break: what one has after `git clone` and a first `make run`."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def copy(to: Path) -> Path:
    """Copy the checkout as it is on the disk, without what git ignores."""
    list_files = ["git", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(list_files, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(lambda name: (ROOT / name).is_file(), listed.stdout.splitlines()):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, to / name)
    return to


@pytest.fixture(autouse=True)
def by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a `make` not know that it runs within another, which would have it say more."""
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A checkout in which nothing has been installed."""
    return copy(tmp_path / "checkout")


@pytest.fixture
def installed(fresh: Path) -> Path:
    """A checkout in which the app runs: it borrows the packages of the environment that runs the drill."""
    (fresh / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (fresh / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    for stamp in (".run", ".dev"):
        (fresh / ".venv" / stamp).touch()
    return fresh


@pytest.fixture
def repository(installed: Path) -> Path:
    """A checkout in which the app runs and git can restore the assets."""
    git = ["git", "-c", "user.name=drill", "-c", "user.email=drill@example.org"]
    for command in (["init", "--quiet"], ["add", "assets"], ["commit", "--quiet", "--message", "As shipped"]):
        subprocess.run([*git, *command], cwd=installed, check=True)
    return installed


@pytest.fixture
def say() -> Callable[..., str]:
    """Run a command that must fail; give the one line that it says."""

    def run(command: list[str], folder: Path, **environment: str | None) -> str:
        own = {name: value for name, value in (os.environ | environment).items() if value is not None}
        done = subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, timeout=280)
        lines = [line for line in done.stderr.splitlines() if not line.startswith(("make: ", "Installing "))]
        assert done.returncode != 0
        assert len(lines) == 1, done.stdout + done.stderr
        return lines[0]

    return run


def without_rights(command: list[str]) -> list[str]:
    """Return a command that minds the rights of files, even where root runs it."""
    if os.geteuid():
        return command
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--", *command]


def damage(asset: Path, state: str) -> None:
    """Bring a file of assets/ into a bad state."""
    if state == "unreadable":
        asset.chmod(0)
        return
    content = asset.read_bytes()
    asset.unlink()
    if state == "truncated":
        asset.write_bytes(content[: len(content) // 2])
    elif state == "of the wrong hash" and asset.suffix != ".npz":
        asset.write_bytes(content[::-1])
    elif state == "of the wrong hash":
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(asset, "w") as new:
            for name in reversed(old.namelist()):  # the same arrays, so that nothing but the hash tells
                new.writestr(name, old.read(name))


STATES = {
    "missing": "missing",
    "truncated": "damaged",
    "of the wrong hash": "damaged",
    "unreadable": "unreadable",
}
"""Bad states, and what the sentence calls each."""


def sentence_for(name: str, state: str) -> str:
    """Return what the user is told of an asset in a bad state."""
    mend = (
        "let everybody read it with `chmod a+r"
        if state == "unreadable"
        else "restore it with `git checkout --"
    )
    return f"assets/{name} is {STATES[state]}: {mend} assets/{name}`."
