"""Announcements for screen readers: announce.js puts them into a live region of the page."""

from pathlib import Path

from ui.components.markup import run_script

SCRIPT = Path(__file__).with_suffix(".js")


def announce(text: str, *, quiet: bool = False) -> None:
    """Let a screen reader say a text when it changes; if quiet, not when the page is loaded with it."""
    run_script(SCRIPT, said=text, quiet=quiet)
