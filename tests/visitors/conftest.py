"""A running app for visitors without a browser, most of whom mean it harm."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools.serving import serving

WORD = "a-word"
"""It opens the figures."""
EXPLAINED = re.compile(r" error [0-9a-f]{6}: |Failed to deserialize component state")
"""What the line before a traceback says: the number shown on the page, or what Streamlit makes of no JSON."""


@dataclass(frozen=True)
class App:
    """The running app: its address, its process, its log."""

    address: str
    pid: int
    log: Path


@pytest.fixture(scope="package")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Start the app, with its assets read; afterwards its log must hold no error without a number."""
    log = tmp_path_factory.mktemp("visitors") / "log"
    with serving(log, GATES_METRICS_TOKEN=WORD, GATES_WARM="1") as (address, process):
        yield App(address, process.pid, log)
    text = log.read_text()
    assert not unexplained(text), text


def unexplained(log: str) -> list[str]:
    """Return the lines of a log that begin a traceback, and are not of an error with a number."""
    lines = log.splitlines()
    starts = [row for row, line in enumerate(lines) if "Traceback" in line]
    return [lines[row] for row in starts if not EXPLAINED.search(lines[row - 1])]
