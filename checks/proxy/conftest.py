"""Three processes behind a real HAProxy, with the configuration that deploy/ ships, and a Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.once_more import once_more
from tools.chromium import ARGUMENTS, find
from tools.farm import Farm, farm

LONG = 60_000
"""Milliseconds that a page has: what is tried here is whether it comes, not how quickly."""

WORD = "for-the-tests"
"""What opens the figures of a process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    once_more(items, Path(__file__).parent)


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Farm]:
    """Three processes; those that are ended come back. Their log must hold no error."""
    log = tmp_path_factory.mktemp("farm") / "log"
    with farm(log, GATES_METRICS_TOKEN=WORD, GATES_LOG="json") as there:
        yield there
    assert '"event": "error"' not in log.read_text(), log.read_text()


@pytest.fixture
def course(three: Farm) -> Farm:
    """The three, all of them ready for visitors."""
    three.wait()
    return three


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where a farm of a test's own writes."""
    return tmp_path / "log"
