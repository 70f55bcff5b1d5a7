"""Find HAProxy, which goes before several processes; for tests install it, else say what to install."""

import os
import shutil

from tools.debian import install

PLACES = os.pathsep.join(("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
"""Where it is on systems that do not have it on the PATH."""


def find() -> str | None:
    """Return the path of HAProxy: $HAPROXY, or one that is installed."""
    return os.environ.get("HAPROXY") or shutil.which("haproxy") or shutil.which("haproxy", path=PLACES)


def main() -> None:
    """Make sure that there is HAProxy, or stop with one sentence."""
    if find() is None:
        install("haproxy")
    if find() is None:
        raise SystemExit("These tests need HAProxy 2.6 or newer: install it, or set HAPROXY=/path/to/it.")


if __name__ == "__main__":
    main()
