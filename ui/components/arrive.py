"""The way of an old link to its place on a longer page: the beat that it means comes into view."""

from ui.components.markup import run_script

ARRIVE = """document.getElementById($anchor)?.scrollIntoView();"""
"""Run once, as long as the anchor stays the same: whoever scrolls on is left in peace."""


def arrive_at(anchor: str) -> None:
    """Bring a heading of the page into view, once it is there."""
    run_script(ARRIVE, anchor=anchor)
