"""Find a Chromium for the browser tests, else install one, else say what to install."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.debian import install

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Its arguments: no sandbox in a container, and nothing that asks a network."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> str | None:
    """Return the path of a Chromium: $CHROMIUM, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> None:
    """Make sure that there is a Chromium, Debian's or Playwright's own, or stop with one sentence."""
    if find() is None and not install("chromium"):
        sys.stderr.write("Downloading Playwright's Chromium …\n")
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if find() is None:
        raise SystemExit("The browser tests need Chromium: install it, or set CHROMIUM=/path/to/it.")


if __name__ == "__main__":
    main()
