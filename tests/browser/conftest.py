"""A running app and a real Chromium for the tests in this folder."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser.helpers import free_port
from tools.chromium import find

ROOT = Path(__file__).resolve().parent.parent.parent
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Streamlit asks for these below the page's own address first: https://github.com/streamlit/streamlit/issues/7074
KNOWN_404 = ("/_stcore/health", "/_stcore/host-config")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app as `make run` does; yield its address; its log must hold no error."""
    port, log = free_port(), tmp_path_factory.mktemp("server") / "log"
    command = [sys.executable, str(ROOT / "tools/run.py"), "--server.headless=true"]
    with log.open("w") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=subprocess.STDOUT, env=os.environ | {"PORT": str(port)}
        )
    address = f"http://localhost:{port}"
    try:
        _wait_for(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait()
    text = log.read_text()
    assert "Traceback" not in text, text
    assert "Error" not in text, text


def _wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address + "/_stcore/health", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The app did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each test gets a profile of its own in it."""
    path = find()
    if path is None:
        pytest.fail("The browser tests need Chromium: run `make test`, which installs it.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


def _watched(context: BrowserContext) -> Iterator[Page]:
    """Yield a page of a new profile; afterwards its console must hold no error."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        # A picture that a newer one has replaced may be gone before the browser has asked for it.
        replaced = "/media/" in url or "Image source error" in message.text
        known = url.endswith(KNOWN_404) or replaced
        if message.type == "error" and not known:
            errors.append(message.text)

    context.on("console", note)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert not errors, errors


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a desktop, 1280 pixels wide."""
    yield from _watched(browser.new_context(viewport={"width": 1280, "height": 900}))


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone, 360 pixels wide, touched by a finger."""
    yield from _watched(
        browser.new_context(
            viewport={"width": 360, "height": 740}, device_scale_factor=2, has_touch=True, is_mobile=True
        )
    )
