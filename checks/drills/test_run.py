"""Where little is given (no home, nothing to write to, a broken asset) the app runs, or says why not."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from checks.drills.conftest import STATES, damage, sentence_for, without_rights
from tools.serving import answers, free_port


@contextmanager
def running(folder: Path, **environment: str | None) -> Iterator[Callable[[], str]]:
    """Do `make run` as far as the app answers; give what tells its output so far."""
    port, log = free_port(), folder.parent / "log"
    own = os.environ | {"PORT": str(port)} | environment
    with log.open("wb") as file:
        process = subprocess.Popen(
            without_rights(["make", "run"]),
            cwd=folder,
            env={name: value for name, value in own.items() if value is not None},
            stdout=file,
            stderr=file,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    try:
        while not answers(port):
            assert process.poll() is None, log.read_text()
            assert "Traceback" not in log.read_text()
            time.sleep(0.1)
        yield log.read_text
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)


@pytest.mark.parametrize("home", [None, "/nonexistent", "/dev/null"])
def test_no_home_folder(home: str | None, installed: Path) -> None:
    with running(installed, HOME=home) as output:
        assert "rror" not in output()
    assert "Traceback" not in output()


def test_a_checkout_that_cannot_be_written_to_still_runs(installed: Path) -> None:
    folders = [path for path in (installed, *installed.rglob("*")) if path.is_dir() and not path.is_symlink()]
    for folder in folders:
        folder.chmod(0o555)
    with running(installed) as output:
        pass
    for folder in folders:
        folder.chmod(0o755)
    assert "Traceback" not in output()


@pytest.mark.parametrize("state", STATES)
def test_a_broken_asset_is_one_line_of_the_terminal(state: str, installed: Path) -> None:
    broken = ("weights.npz", "fonts/SourceSans3-Bold.otf")
    for name in broken:
        damage(installed / "assets" / name, state)
    with running(installed) as output:
        pass
    assert [output().count(sentence_for(name, state)) for name in broken] == [1, 1]
    assert "Traceback" not in output()


def test_training_where_nothing_can_be_written(installed: Path, say: Callable[..., str]) -> None:
    for folder in (installed, installed / "assets"):
        folder.chmod(0o555)
    sentence = say(without_rights(["make", "train"]), installed)
    for folder in (installed, installed / "assets"):
        folder.chmod(0o755)
    assert sentence == f"{installed}/.cache cannot be written to: train in a checkout of your own."


def test_streamlit_by_itself_shows_the_same_course(installed: Path) -> None:
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.headless=true",
        f"--server.port={port}",
    ]
    process = subprocess.Popen(
        command, cwd=installed, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    while process.poll() is None and not answers(port):
        time.sleep(0.1)
    process.terminate()
    assert "Traceback" not in process.communicate(timeout=30)[0]
