"""What a screen reader says when it has finished its sentence: announce.js puts it into the page."""

from pathlib import Path

from ui.components.markup import run_script

SCRIPT = Path(__file__).with_suffix(".js")


def announce(text: str, *, quiet: bool = False) -> None:
    """Let a screen reader say a text as soon as it changes; if quiet, not when it comes with the page."""
    run_script(SCRIPT, said=text, quiet=quiet)
