"""The drawing in the address: a link to it opens the page with the same picture and the same answer."""

from collections.abc import Sequence

import streamlit as st

from nncore import Preparation
from ui.address import fell, linked_with, put, value_of
from ui.address.packed import pack_row
from ui.address.settings import MOST_LINKED
from ui.language import _
from ui.state.drawing import current_drawing, greys_of, linked_sheet
from ui.state.picture import was_brought

NAME = "ink"


def open_link(page: str) -> None:
    """Put the drawing of a link on the paper if that is still unused; say so if it was never prepared.

    From then on the paper is the visitor's: the address follows it, and never the other way round.
    """
    if linked_with(page, NAME) is None or was_brought() or not current_drawing().is_unused:
        return
    sheet = linked_sheet(value_of(page, NAME))
    if sheet is None:
        fell(NAME)
    else:
        current_drawing().put(sheet)


def follow(page: str, digits: Sequence[Preparation]) -> None:
    """Let the address follow what a page shows, so that a reload or a link brings it back."""
    put(page, ink=_packed(digits) or None)


def too_many(count: int) -> str:
    """Return what to say where there are more digits than a link can carry."""
    return _("The link carries the first {most} of {count} digits.").format(most=MOST_LINKED, count=count)


def link_to(digits: Sequence[Preparation]) -> str:
    """Return the address of the page on drawing with these digits in it."""
    page = (st.context.url or "/draw").partition("?")[0]
    return f"{page}?{NAME}={_packed(digits)}"


def _packed(digits: Sequence[Preparation]) -> str:
    return pack_row(map(greys_of, digits[:MOST_LINKED])) if digits else ""
