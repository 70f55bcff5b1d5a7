"""The app and the Chromium of the browser tests."""

from tests.browser.conftest import browser, chromium, playwright, server

__all__ = ["browser", "chromium", "playwright", "server"]
