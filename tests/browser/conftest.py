"""A running app and a real Chromium for the tests in this folder."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    ViewportSize,
    WebError,
    expect,
    sync_playwright,
)

from tools.programs import CHROMIUM_ARGUMENTS, find_chromium
from tools.serving import serving

PATIENCE = 30_000
"""Milliseconds that a page has for what is expected of it: machines that run tests are often busy."""
expect.set_options(timeout=PATIENCE)
# Streamlit asks for these below the page's own address first: https://github.com/streamlit/streamlit/issues/7074
KNOWN_404 = ("/_stcore/health", "/_stcore/host-config")


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
    path = find_chromium()
    if path is None:
        pytest.fail("The browser tests need Chromium: run `make test`, which installs it.")
    return path


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """One Chromium for the strangers of all tests, each in a context of their own."""
    started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
    yield started
    started.close()


def watched(context: BrowserContext) -> Iterator[Page]:
    """Yield a page of a new stranger; afterwards the console of all their pages must hold no error."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        # A picture that a newer one has replaced may be gone before the browser has asked for it.
        replaced = "/media/" in url or "Image source error" in message.text
        known = url.endswith(KNOWN_404) or replaced
        if message.type == "error" and not known:
            errors.append(f"{message.page and message.page.url}: {message.text}")

    def fail(error: WebError) -> None:
        errors.append(str(error.error))

    context.set_default_timeout(PATIENCE)
    context.on("console", note)
    context.on("weberror", fail)
    yield context.new_page()
    context.close()
    assert not errors, errors


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a desktop, 1280 pixels wide."""
    yield from watched(browser.new_context(viewport={"width": 1280, "height": 900}))


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone, 360 pixels wide, touched by a finger."""
    size: ViewportSize = {"width": 360, "height": 740}
    yield from watched(
        browser.new_context(viewport=size, device_scale_factor=2, has_touch=True, is_mobile=True)
    )
