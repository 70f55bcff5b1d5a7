"""Where one arrives on another page: at its top."""

from ui.components.inside import MAIN
from ui.components.markup import Safe, script

BEGIN = """
{
    const main = document.querySelector($main), before = main.dataset.page;
    main.dataset.page = $page;
    if (before !== undefined && before !== $page && !location.hash) main.scrollTo(0, 0);
}
"""
"""Streamlit scrolls nowhere: one stays where the page before was left, if it is gone only after that."""


def begin_at_the_top(page: str) -> Safe:
    """Return what brings the top of a page into view, once one has come to it from another."""
    return script(BEGIN, main=MAIN, page=page)
