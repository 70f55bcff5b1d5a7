"""Each way in which `make run` can fail ends in one sentence that says what to do."""

import hashlib
import re
import shutil
import socket
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.drills.conftest import without_rights

Say = Callable[..., str]
NO_NETWORK = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "NO_PROXY": None}


def stub(path: Path, program: str) -> Path:
    """Make a Python that runs some lines first."""
    path.write_text(f"#!{sys.executable}\n{program}")
    path.chmod(0o755)
    return path


def test_no_python(fresh: Path, say: Say) -> None:
    sentence = say(["make", "PYTHON=python9", "run"], fresh)
    assert sentence.startswith("There is no python9: install Python 3.11 or newer")


def test_an_old_python(fresh: Path, tmp_path: Path, say: Say) -> None:
    old = stub(
        tmp_path / "python3.10", "import sys\nsys.version_info = (3, 10, 4, 'final', 0)\nexec(sys.argv[2])"
    )
    sentence = say(["make", f"PYTHON={old}", "run"], fresh)
    assert sentence.startswith("Gates to Digits needs Python 3.11 or newer: this is Python 3.10.")
    assert "make PYTHON=" in sentence
    assert not (fresh / ".venv").exists()


def test_a_python_without_its_venv_package(fresh: Path, tmp_path: Path, say: Say) -> None:
    bare = stub(
        tmp_path / "python3",
        "import runpy, sys\nsys.modules['ensurepip'], sys.argv = None, sys.argv[1:]\n"
        "if sys.argv[0] != '-c':\n    runpy.run_path(sys.argv[0], run_name='__main__')",
    )
    sentence = say(["make", f"PYTHON={bare}", "run"], fresh)
    assert re.fullmatch(
        r"Python could not make .*: install its venv package \(on Debian python3-venv\)\.", sentence
    )


def test_no_network_at_the_first_start(fresh: Path, tmp_path: Path, say: Say) -> None:
    own = {"HOME": str(tmp_path), "PIP_CONFIG_FILE": "/dev/null", "PIP_NO_CACHE_DIR": "1"}
    sentence = say(["make", "run"], fresh, **NO_NETWORK, **own)
    assert sentence.startswith("Nothing could be fetched: connect to the internet")


def test_a_package_that_is_not_the_one_of_the_lock(fresh: Path, tmp_path: Path, say: Say) -> None:
    wheel = tmp_path / "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n")
        archive.writestr(
            "tiny-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr("tiny-1.dist-info/RECORD", "")
    other = hashlib.sha256(b"other").hexdigest()
    (fresh / "requirements.lock").write_text(f"tiny==1 --hash=sha256:{other}\n")
    offline = {"PIP_CONFIG_FILE": "/dev/null", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)}
    sentence = say(["make", "run"], fresh, **offline)
    assert sentence.startswith(
        "A package is not the one that requirements.lock names, so it was not installed"
    )


def test_a_checkout_that_cannot_be_written_to(fresh: Path, say: Say) -> None:
    fresh.chmod(0o555)
    sentence = say(without_rights(["make", "run"]), fresh)
    fresh.chmod(0o755)
    assert sentence == f"{fresh} cannot be written to: copy the course into a folder of your own."


def test_an_environment_that_cannot_be_written_to(installed: Path, say: Say) -> None:
    (installed / ".venv" / ".run").unlink()
    (installed / ".venv").chmod(0o555)
    sentence = say(without_rights(["make", "run"]), installed)
    (installed / ".venv").chmod(0o755)
    assert sentence == f"{installed}/.venv cannot be written to: ask its owner to run `make run` once."


def test_an_environment_that_was_left_half_made(fresh: Path, say: Say) -> None:
    (fresh / ".venv/bin").mkdir(parents=True)
    (fresh / ".venv/bin/python").symlink_to(shutil.which("false") or "/bin/false")
    assert "run `make clean`, then try again" in say(["make", "run"], fresh)


@pytest.mark.parametrize("wanted", ["0", "65536", "http", "-1"])
def test_no_port_at_all(wanted: str, installed: Path, say: Say) -> None:
    assert say(["make", "run"], installed, PORT=wanted).startswith("PORT must be a number from 1 to 65535")


def test_a_port_in_use(installed: Path, say: Say) -> None:
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        sentence = say(["make", "run"], installed, PORT=str(port))
    assert sentence == f"Port {port} is taken or not yours to take: choose another, or none, with PORT."
