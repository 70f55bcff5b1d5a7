"""Three processes behind a real HAProxy, with the configuration that deploy/ ships, and a Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from checks.proxy.farm import Farm, farm
from tests.browser.conftest import PATIENCE, browser, chromium, playwright

__all__ = ["browser", "chromium", "playwright"]

LONG = 60_000
"""Milliseconds that a page has: what is tried here is whether it comes, not how quickly."""

WORD = "for-the-tests"
"""What opens the figures of a process."""


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


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that takes its time."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, ignore_https_errors=True)
    context.set_default_timeout(LONG)
    expect.set_options(timeout=LONG)
    yield context.new_page()
    context.close()
    expect.set_options(timeout=PATIENCE)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where a farm of a test's own writes."""
    return tmp_path / "log"
