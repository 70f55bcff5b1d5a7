"""`make firefox`: a digit drawn and read, the walk walked, sections changed by keys, Join opened, in Firefox.

It needs Firefox (Debian's: ``apt-get install firefox-esr``), and is driven through Marionette, which every
Firefox speaks: over a socket, ``length:[kind, number, command, parameters]``. No driver is needed.
"""

import json
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.support.drawing_hand import DIGITS
from tools.serving import free_port, serving, started

PATIENCE = 60
"""Seconds until something must be seen."""
ALT, TO_THE_RIGHT = "\ue00a", "\ue014"
"""Two keys, by WebDriver's names."""
FIND = """
const deep = root => [...root.querySelectorAll("*")].flatMap(
    each => each.shadowRoot ? [each, ...deep(each.shadowRoot)] : [each]);
const found = deep(document).find(each => each.matches(arguments[0]) && each.checkVisibility()
    && each.textContent.includes(arguments[1]));
if (!found) return null;
found.scrollIntoView({ block: "center" });
const { x, y, width, height } = found.getBoundingClientRect();
return { x, y, width, height };
"""


class Firefox:
    """A Firefox that does what a hand does."""

    def __init__(self, port: int) -> None:
        self._file = _connected(port).makefile("rwb")
        self._read()
        self._ask("WebDriver:NewSession")

    def open(self, address: str) -> None:
        """Go to a page."""
        self._ask("WebDriver:Navigate", url=address)

    def place(self, selector: str, words: str = "") -> dict[str, float] | None:
        """Return where the first element of a selector with some words in it is seen, or None."""
        return self._ask("WebDriver:ExecuteScript", script=FIND, args=[selector, words])["value"]  # type: ignore[no-any-return]

    def wait(self, selector: str, words: str = "") -> dict[str, float]:
        """Wait until it is seen, in one place for half a second."""
        deadline, last = time.monotonic() + PATIENCE, None
        while time.monotonic() < deadline:
            here = self.place(selector, words)
            if here and here == last:
                return here
            last = here
            time.sleep(0.5)
        raise SystemExit(f"Firefox does not show {selector} {words}")

    def click(self, selector: str, words: str = "") -> None:
        """Click its middle."""
        place = self.wait(selector, words)
        self.stroke([(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)])

    def stroke(self, points: list[tuple[float, float]]) -> None:
        """Press at the first point, go to the others, and let go."""
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 40} for x, y in points]
        down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        hand = {"type": "pointer", "id": "hand", "actions": [moves[0], down, *moves[1:], up]}
        self._ask("WebDriver:PerformActions", actions=[hand])

    def press(self, *keys: str) -> None:
        """Press keys, the first of them held until the last is pressed, and let them go."""
        steps = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp") for key in keys]
        self._ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": steps}])

    def _ask(self, command: str, **parameters: Any) -> Any:
        text = json.dumps([0, 1, command, parameters]).encode()
        self._file.write(f"{len(text)}:".encode() + text)
        self._file.flush()
        _, _, error, result = self._read()
        if error:
            raise SystemExit(f"{command}: {error['message']}")
        return result

    def _read(self) -> Any:
        size = b"".join(iter(lambda: self._file.read(1), b":"))
        return json.loads(self._file.read(int(size)))


def _connected(port: int) -> socket.socket:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError):
            return socket.create_connection(("localhost", port), timeout=PATIENCE)
        time.sleep(0.2)
    raise SystemExit("Firefox does not answer.")


@contextmanager
def firefox(path: str) -> Iterator[Firefox]:
    """Start a Firefox with a profile of its own; end it."""
    port = free_port()
    with TemporaryDirectory() as profile:
        Path(profile, "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
        command = [path, "--headless", "--marionette", "--no-remote", "--profile", profile]
        with started(command, Path(profile, "log"), {}):
            yield Firefox(port)


def draws(browser: Firefox, server: str) -> None:
    """Draw a 3; it is read."""
    browser.open(f"{server}/draw")
    paper = browser.wait("canvas.upper-canvas")
    for stroke in DIGITS[3]:
        browser.stroke(
            [(paper["x"] + x / 10 * paper["width"], paper["y"] + y / 10 * paper["height"]) for x, y in stroke]
        )
    browser.wait(".st-key-prediction", "3")


def walks(browser: Firefox, server: str) -> None:
    """Step on by a click and by a key."""
    browser.open(f"{server}/forward")
    browser.wait(".st-key-sums h2", "X")
    browser.click(".st-key-step-on button")
    browser.wait(".st-key-sums h2", "A1")
    browser.press(TO_THE_RIGHT)
    browser.wait(".st-key-sums h2", "Z1")


def goes_on(browser: Firefox, server: str) -> None:
    """Go on by Alt+N, to the next page too, and back by Alt+P."""
    browser.open(f"{server}/gates?at=not-xor")
    for key, heading in zip("nnnppp", ("Two", "Let", "After", "Let", "Two", "Why"), strict=True):
        browser.wait(".st-key-next button")
        browser.press(ALT, key)
        browser.wait("h1", heading)


def joins(browser: Firefox, server: str) -> None:
    """Open the way for phones."""
    browser.open(f"{server}/gates")
    browser.click("button", "Join by phone")
    browser.wait("[data-testid=stDialog] [data-testid=stImage], [data-testid=stDialog] svg")


def main() -> None:
    """Do all of them."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        sys.exit("There is no Firefox: install it (Debian: apt-get install firefox-esr).")
    with (
        TemporaryDirectory() as folder,
        serving(Path(folder, "log")) as (server, _),
        firefox(path) as browser,
    ):
        for task in (draws, walks, goes_on, joins):
            task(browser, server)
            sys.stdout.write(f"Firefox: {task.__doc__}\n")


if __name__ == "__main__":
    main()
