"""Each way in which a start fails ends in one sentence that says what to do."""

import shutil
import socket
import sys
from pathlib import Path

from checks.drills.conftest import says

NO_NETWORK = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "NO_PROXY": ""}


def test_an_old_python(fresh: Path, tmp_path: Path) -> None:
    old = tmp_path / "python3.10"
    old.write_text(
        f"#!{sys.executable}\nimport sys\nsys.version_info = (3, 10, 4, 'final', 0)\nexec(sys.argv[2])"
    )
    old.chmod(0o755)
    (sentence,) = says(["make", f"PYTHON={old}", "run"], fresh)
    assert sentence.startswith("Gates to Digits needs Python 3.11 or newer: this is Python 3.10.")
    assert "make PYTHON=" in sentence
    assert not (fresh / ".venv").exists()


def test_no_network_at_the_first_start(fresh: Path, tmp_path: Path) -> None:
    own = {"HOME": str(tmp_path), "PIP_CONFIG_FILE": "/dev/null", "PIP_NO_CACHE_DIR": "1"}
    (sentence,) = says(["make", "run"], fresh, **NO_NETWORK, **own)
    assert sentence.startswith("Nothing could be fetched: connect to the internet")


def test_a_port_in_use(installed: Path) -> None:
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        (sentence,) = says(["make", "run"], installed, PORT=str(port))
    assert sentence == f"Port {port} is taken or not yours to take: choose another, or none, with PORT."


def test_no_chromium(installed: Path, tmp_path: Path) -> None:
    """Nor can any be fetched: what the download says comes first, our sentence last."""
    (tmp_path / "bin").mkdir()
    for name in ("make", "sh"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    nowhere = {"PATH": str(tmp_path / "bin"), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path), "CHROMIUM": ""}
    *_, sentence = says(["make", "screenshots"], installed, **NO_NETWORK, **nowhere)
    assert sentence == "The browser tests need Chromium: install it, or set CHROMIUM=/path/to/it."
