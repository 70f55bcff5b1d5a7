"""Where one arrives: at the top of another page, or, by an old link, at the beat that it means."""

from ui.components.inside import MAIN
from ui.components.markup import Safe, run_script, script

BEGIN = """
{
    const main = document.querySelector($main), before = main.dataset.page;
    main.dataset.page = $page;
    if (before !== undefined && before !== $page && !location.hash) main.scrollTo(0, 0);
}
"""
"""Streamlit scrolls nowhere: one stays where the page before was left, if it is gone only after that."""

ARRIVE = """document.getElementById($anchor)?.scrollIntoView();"""
"""Run once, as long as the anchor stays the same: whoever scrolls on is left in peace."""


def begin_at_the_top(page: str) -> Safe:
    """Return what brings the top of a page into view, once one has come to it from another."""
    return script(BEGIN, main=MAIN, page=page)


def arrive_at(anchor: str) -> None:
    """Bring a heading of the page into view, once it is there."""
    run_script(ARRIVE, anchor=anchor)
