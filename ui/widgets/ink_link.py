"""The drawing in the address: a link to it opens the page with the same picture and the same answer.

The tab of the browser keeps it too, so that a page that is opened by its address begins with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import streamlit as st

from nncore import Preparation
from ui.address import linked_with, parameter, put, value_of
from ui.address.packed import pack_row
from ui.address.settings import MOST_LINKED
from ui.components.storage import keep
from ui.language import _
from ui.session import state_of
from ui.state.drawing import current_drawing, greys_of, pixel_sheet
from ui.state.picture import was_brought

NAME = "ink"


@dataclass
class InkState:
    """Whether the tab's drawing is this visit's: from the first stroke on, or once it was told."""

    is_ours: bool = False


def open_link(page: str) -> None:
    """Put the drawing of a link on the paper if that is still unused.

    From then on the paper is the visitor's: the address follows it, and never the other way round.
    """
    if linked_with(page, NAME) is None or was_brought() or not current_drawing().is_unused:
        return
    current_drawing().put(pixel_sheet(value_of(page, NAME)))


def follow(page: str, digits: Sequence[Preparation]) -> None:
    """Let the address and the tab follow what a page shows, so that a reload or a link brings it back."""
    greys, state = [greys_of(digit) for digit in digits[:MOST_LINKED]], state_of("ink", InkState)
    put(page, ink=np.array(greys) if greys else None)
    state.is_ours = state.is_ours or bool(greys) or not current_drawing().is_unused
    take = partial(_take_over, page)
    keep("ink", pack_row(greys), take, told=state.is_ours, lasts=False, key=f"{page}-ink")


def _take_over(page: str, found: str, _kept: bool) -> None:
    """Put what the tab held on the paper, if nobody has drawn since; nonsense leaves it blank."""
    state = state_of("ink", InkState)
    if state.is_ours:
        return
    state.is_ours = True
    images = parameter(page, NAME).kind.read([found])
    if images is not None and current_drawing().is_unused and not was_brought():
        current_drawing().put(pixel_sheet(images))


def too_many(count: int) -> str:
    """Return what to say where there are more digits than a link can carry."""
    return _("The link carries the first {most} of {count} digits.").format(most=MOST_LINKED, count=count)


def link_to(digits: Sequence[Preparation]) -> str:
    """Return the address of the page on drawing with these digits in it."""
    page = (st.context.url or "/draw").partition("?")[0]
    return f"{page}?{NAME}={pack_row(map(greys_of, digits[:MOST_LINKED]))}"
