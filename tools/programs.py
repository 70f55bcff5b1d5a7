"""Programs beside Python, a Chromium and HAProxy: find one, else install it, else say what to install.

``python -m tools.programs chromium haproxy`` makes sure of both.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""No sandbox, for a container, and nothing that asks a network."""
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = os.pathsep.join(("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
"""Where HAProxy is on systems that do not have it on the PATH."""


def find_chromium() -> str | None:
    """Return the path of a Chromium: $CHROMIUM, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUMS)), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find_haproxy() -> str | None:
    """Return the path of HAProxy, which goes before several processes: $HAPROXY, or one that is installed."""
    return os.environ.get("HAPROXY") or shutil.which("haproxy") or shutil.which("haproxy", path=PLACES)


NEEDED: dict[str, tuple[Callable[[], str | None], str]] = {
    "chromium": (find_chromium, "The browser tests need Chromium: install it, or set CHROMIUM=/path/to/it."),
    "haproxy": (
        find_haproxy,
        "These tests need HAProxy 2.6 or newer: install it, or set HAPROXY=/path/to/it.",
    ),
}
"""What finds each of them, by its name in Debian, and the sentence if there is none."""


def install(package: str) -> None:
    """Try to install a package of Debian or Ubuntu, or Playwright's own Chromium, and say so on stderr."""
    if shutil.which("apt-get"):
        sys.stderr.write(f"Installing Debian's {package} …\n")
        apt = [*([] if os.geteuid() == 0 else ["sudo", "-n"]), "apt-get", "-qq"]
        for words in (["update"], ["install", "-y", "--no-install-recommends", package]):
            subprocess.run([*apt, *words], check=False)
    if package == "chromium" and find_chromium() is None:
        sys.stderr.write("Downloading Playwright's Chromium …\n")
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main(names: list[str]) -> None:
    """Make sure that the named programs are there, or stop with one sentence."""
    for name in names:
        find, sentence = NEEDED[name]
        if find() is None:
            install(name)
        if find() is None:
            raise SystemExit(sentence)


if __name__ == "__main__":
    main(sys.argv[1:])
