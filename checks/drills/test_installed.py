"""Installed as a package, in a folder with a space, without git, read-only: it reads a digit."""

import os
import shutil
import subprocess
import sys
import sysconfig
import time
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from checks.drills.conftest import copy, without_rights
from tests.visitors.beside import walks_through
from tools.serving import answers, free_port

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `pip install .` installs, built from a checkout without git."""
    folder = tmp_path_factory.mktemp("build")
    build = [
        *PIP,
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder / "wheel"),
    ]
    subprocess.run([*build, str(copy(folder / "checkout"))], check=True)
    (wheel,) = (folder / "wheel").glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An environment that nobody can write to, with the package in it; what that needs is borrowed."""
    folder = tmp_path_factory.mktemp("a folder of one's own") / "venv"
    venv.create(folder, with_pip=False)
    install = ["--python", str(folder / "bin/python"), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*PIP, *install, str(wheel)], check=True)
    (packages,) = folder.glob("lib/*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    inside = [path for path in (packages, *packages.rglob("*")) if not path.is_symlink()]
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder
    for path in filter(Path.is_dir, inside):
        path.chmod(0o755)


@contextmanager
def started(environment: Path, log: Path, *options: str) -> Iterator[str]:
    """Run the command as far as the app answers; give its address."""
    port = free_port()
    command = without_rights([str(environment / "bin/gates-to-digits"), "--port", str(port), *options])
    command[0] = shutil.which(command[0]) or command[0]
    bare = {"PATH": "/nonexistent", "HOME": "/nonexistent"}
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd="/", env=os.environ | bare, stdout=file, stderr=file)
    try:
        while not answers(port):
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def test_nothing_lands_beside_its_own_folder(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"gates_to_digits", f"{wheel.name[:21]}.dist-info"}
    there = {name.split("/")[1] for name in names if name.startswith("gates_to_digits/")}
    code = {"app.py", "serve.py", "pages", "ui", "nncore", "server"}
    assert there == code | {"lessons", "assets", ".streamlit", "CHANGELOG.md"}


def test_it_reads_a_digit(environment: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"

    with started(environment, log, "--host", "127.0.0.1") as address:
        assert address in log.read_text()
        walks_through(address, 7)
    assert "Traceback" not in log.read_text()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--port", "http"], "--port must be a number from 1 to 65535, not 'http'."),
        (["--version"], "0."),
    ],
)
def test_what_the_command_says(options: list[str], sentence: str, environment: Path) -> None:
    command = [str(environment / "bin/gates-to-digits"), *options]
    done = subprocess.run(command, cwd="/", capture_output=True, text=True)
    assert (done.stdout + done.stderr).startswith(sentence)
    assert len((done.stdout + done.stderr).splitlines()) == 1
