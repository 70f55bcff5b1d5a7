"""The drawing in the address: a link to it opens the page with the same picture and the same answer.

Streamlit's own way to write the address, `st.query_params`, adds a step to the browser's history
each time: after a digit of three strokes, Back would have to be pressed four times to leave the
page. So a line of JavaScript replaces the address instead; the next run of the script is told it.
"""

import time
from collections.abc import Sequence

import streamlit as st

from nncore import Preparation
from ui.address import pack_row, parameter, told
from ui.address.settings import MOST_LINKED
from ui.components.markup import run_script
from ui.course import BESIDE, COURSE
from ui.state.drawing import current_drawing, greys_of, linked_sheet
from ui.state.picture import was_brought

NAME = "ink"
TOO_MANY = f"The link carries the first {MOST_LINKED} of {{}} digits."
"""What to say where there are more than that."""
# A script runs only where the browser has not the very same one yet; a run that a click cut short may
# have left an older one there. So each has a mark of its own.
FOLLOW = """
{
    // $mark
    const [name, ink, page, ...others] = $said;
    const url = new URL(location), last = url.pathname.replace(/\\/$$/, "").split("/").at(-1);
    if (others.includes(last) ? last === page : page === others[0]) {
        if (ink) url.searchParams.set(name, ink);
        else url.searchParams.delete(name);
        if (url.href !== location.href) history.replaceState(history.state, "", url);
    }
}
"""
"""The first page has no name in the address, but perhaps that of a folder in which all stand."""


def open_link(page: str) -> None:
    """Put the drawing of a link on the paper if that is still unused; say so if it was never prepared.

    From then on the paper is the visitor's: the address follows it, and never the other way round.
    """
    images = told(page, NAME)
    if images is None or was_brought() or not current_drawing().is_unused:
        return
    sheet = linked_sheet(images)
    if sheet is None:
        st.error(parameter(page, NAME).refusal([]), icon=":material/link_off:")
    else:
        current_drawing().put(sheet)


def follow(page: str, digits: Sequence[Preparation]) -> None:
    """Let the address follow what a page shows, so that a reload or a link brings it back."""
    names = [stop.url for stop in (*COURSE, *BESIDE)]
    run_script(FOLLOW, mark=time.monotonic_ns(), said=[NAME, _packed(digits), page, *names])


def link_to(digits: Sequence[Preparation]) -> str:
    """Return the address of the page on drawing with these digits in it."""
    page = (st.context.url or "/draw").partition("?")[0]
    return f"{page}?{NAME}={_packed(digits)}"


def _packed(digits: Sequence[Preparation]) -> str:
    return pack_row(map(greys_of, digits[:MOST_LINKED])) if digits else ""
