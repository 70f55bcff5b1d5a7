"""The app and the Chromium of the browser tests."""

from tests.browser.conftest import browser, server

__all__ = ["browser", "server"]
