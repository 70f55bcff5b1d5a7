"""A running app and a real Chromium for the tests in this folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    WebError,
    expect,
    sync_playwright,
)

from tests.support.once_more import once_more
from tools.chromium import ARGUMENTS, find
from tools.serving import serving

PATIENCE = 15_000
"""Milliseconds that a page has for what is expected of it: machines that run tests are often busy."""
expect.set_options(timeout=PATIENCE)
# Streamlit asks for these below the page's own address first: https://github.com/streamlit/streamlit/issues/7074
KNOWN_404 = ("/_stcore/health", "/_stcore/host-config")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    once_more(items, Path(__file__).parent)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app as `make run` does; yield its address; its log must hold no error."""
    log = tmp_path_factory.mktemp("server") / "log"
    with serving(log) as (address, _):
        yield address
    text = log.read_text()
    assert "Traceback" not in text, text
    assert not [line for line in text.splitlines() if "Error" in line and " refusal: " not in line], text


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's own file."""
    path = find()
    if path is None:
        pytest.fail("The browser tests need Chromium: run `make test`, which installs it.")
    return path


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """One Chromium for the strangers of all tests, each with a profile of its own."""
    started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
    yield started
    started.close()


def _keeping(playwright: Playwright, chromium: str, profile: Path, **screen: Any) -> Iterator[BrowserContext]:
    """A Chromium that keeps the app's files, so that only its first page has to read and compile them all."""
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=chromium, args=ARGUMENTS, **screen
    )
    yield context
    context.close()


@pytest.fixture(scope="session")
def desktop(
    playwright: Playwright, chromium: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser on a desktop."""
    screen = {"viewport": {"width": 1280, "height": 900}}
    yield from _keeping(playwright, chromium, tmp_path_factory.mktemp("desktop"), **screen)


@pytest.fixture(scope="session")
def handset(
    playwright: Playwright, chromium: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser on a phone."""
    screen = {"device_scale_factor": 2, "has_touch": True, "is_mobile": True}
    size = {"width": 360, "height": 740}
    yield from _keeping(playwright, chromium, tmp_path_factory.mktemp("handset"), viewport=size, **screen)


def _watched(context: BrowserContext) -> Iterator[Page]:
    """Yield a new page; afterwards its console must hold no error, and what it has kept is forgotten."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        # A picture that a newer one has replaced may be gone before the browser has asked for it.
        replaced = "/media/" in url or "Image source error" in message.text
        known = url.endswith(KNOWN_404) or replaced
        if message.type == "error" and not known:
            errors.append(message.text)

    def fail(error: WebError) -> None:
        errors.append(str(error.error))

    first = context.pages[0]  # the blank one that the browser began with
    context.on("console", note)
    context.on("weberror", fail)
    page = context.new_page()
    visited: set[str] = set()
    page.on("framenavigated", lambda frame: visited.add("/".join(frame.url.split("/")[:3])))
    yield page
    for other in context.pages[1:]:
        other.close()
    context.remove_listener("console", note)
    context.remove_listener("weberror", fail)
    forget = context.new_cdp_session(first)
    for origin in visited:
        forget.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    forget.detach()
    assert not errors, errors


@pytest.fixture
def page(desktop: BrowserContext) -> Iterator[Page]:
    """A page on a desktop, 1280 pixels wide."""
    yield from _watched(desktop)


@pytest.fixture
def phone(handset: BrowserContext) -> Iterator[Page]:
    """A page on a phone, 360 pixels wide, touched by a finger."""
    yield from _watched(handset)
