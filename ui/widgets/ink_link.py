"""The drawing in the address: a link to it opens the page with the same picture and the same answer.

The browser tab keeps it too, so that a reload begins with it.
"""

from collections.abc import Sequence
from functools import partial

import numpy as np
import streamlit as st

from nncore import Preparation
from ui.address import linked_with, parameter, put, value_of
from ui.address.packed import pack_row
from ui.address.settings import MOST_LINKED
from ui.components.storage import keep
from ui.language import _
from ui.state.drawing import current_drawing, greys_of, pixel_sheet
from ui.state.picture import was_brought

NAME = "ink"
IS_OURS = "the tab has our drawing"
"""The key of whether the tab holds this visit's drawing: after the first stroke, or once it has reported."""


def open_linked_drawing(page: str) -> None:
    """Put a link's drawing on the paper if that is still unused.

    From then on the address follows the paper, never the other way round.
    """
    if linked_with(page, NAME) is None or was_brought() or not current_drawing().is_unused:
        return
    current_drawing().put(pixel_sheet(value_of(page, NAME)))


def keep_drawing(page: str, digits: Sequence[Preparation]) -> None:
    """Keep the drawing in the address and in the tab, so that a link or a reload brings it back."""
    greys = [greys_of(digit) for digit in digits[:MOST_LINKED]]
    put(page, ink=np.array(greys) if greys else None)
    is_ours = bool(st.session_state.get(IS_OURS) or greys or not current_drawing().is_unused)
    st.session_state[IS_OURS] = is_ours
    keep("ink", pack_row(greys), partial(_take_over, page), known=is_ours, lasts=False, key=f"{page}-ink")


def _take_over(page: str, found: str, _kept: bool) -> None:
    """Put the drawing that the tab held on the paper if that is still unused; ignore nonsense."""
    if st.session_state[IS_OURS]:
        return
    st.session_state[IS_OURS] = True
    images = parameter(page, NAME).kind.read([found])
    if images is not None and current_drawing().is_unused and not was_brought():
        current_drawing().put(pixel_sheet(images))


def too_many(count: int) -> str:
    """Return the sentence for more digits than a link can carry."""
    return _("The link carries the first {most} of {count} digits.").format(most=MOST_LINKED, count=count)


def link_to(digits: Sequence[Preparation]) -> str:
    """Return the address of the Draw page with these digits in it."""
    page = (st.context.url or "/draw").partition("?")[0]
    return f"{page}?{NAME}={pack_row(map(greys_of, digits[:MOST_LINKED]))}"
