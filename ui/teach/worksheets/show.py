"""The worksheets on the page for teachers: what they are about, how many, and the two files."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from nncore import PUPILS
from ui.address import bound, put, value_of
from ui.address.settings import LAST_SHEET, SHEETS
from ui.components.fragment import fragment
from ui.language import _, language
from ui.session import state_of
from ui.teach.worksheets.printed import Made, Order
from ui.teach.worksheets.worksheet_prose import read_worksheets
from ui.widgets.links import home_address
from ui.widgets.number_field import Range, number_field, show_refusal
from ui.widgets.prose import READING, prose
from ui.work import forget, show_work, work


@dataclass
class TeachState:
    """What the page remembers: the sheets that are made, and whether others are wanted."""

    order: Order | None = None
    wanted: bool = False


def _state() -> TeachState:
    return state_of("teach", TeachState)


@fragment
def show_worksheets() -> None:
    """Show what worksheets are, and let the teacher choose them, have them made, and take them along."""
    prose(read_worksheets(language()).opening)
    state = _state()
    with st.container(border=True, width=READING, key="worksheets"):
        order = _choose()
        if order:
            st.button(_("Make the sheets"), type="primary", icon=":material/print:", on_click=_ask)
            if state.wanted:
                state.order, state.wanted = order, False
        if order and state.order == order:
            _show_files(order)
        else:
            forget("worksheets")


def _ask() -> None:
    """Take down that sheets are wanted; which ones is known once the fields have been read."""
    _state().wanted = True


def _choose() -> Order | None:
    """Show the controls; return what they are set to, if it fits."""
    kinds = st.pills(
        _("What should the sheets be about?"),
        **bound("teach", "sheets"),
        selection_mode="multi",
    )
    with st.container(horizontal=True):
        pupils = _whole(_("Number of pupils"), "pupils", PUPILS)
        first = _whole(_("Number of the first sheet"), "first_sheet", LAST_SHEET)
    if not kinds:
        st.caption(_("Choose at least one kind of sheet."))
        return None
    chosen = tuple(kind for kind in SHEETS if kind in kinds)
    return Order(chosen, tuple(range(first, first + pupils)), home_address(), language())


def _whole(label: str, name: str, most: int) -> int:
    """Show a field for a whole number from 1 on; return the number."""
    held = int(value_of("teach", name))
    fits = Range(f"“{label}”", 1, most, whole=True)
    number_field(label, held, fits, partial(_take, name), key=f"field-{name}", width=260)
    show_refusal(fits.whose)
    return held


def _take(name: str, value: float) -> None:
    put("teach", **{name: int(value)})


def _show_files(order: Order) -> None:
    made: Made | None = work("worksheets", order, order.make).last
    if made and made.answers:
        span = f"{order.seeds[0]}-{order.seeds[-1]}"
        with st.container(horizontal=True):
            _download(
                _("Download the worksheets"), made.worksheets, f"gates-to-digits-worksheets-{span}.html"
            )
            _download(_("Download the answers"), made.answers, f"gates-to-digits-answers-{span}.html")
    elif made:
        st.progress(made.share, _("Making the sheets"))
    show_work("worksheets")


def _download(label: str, text: str, file_name: str) -> None:
    icon = ":material/download:"
    st.download_button(label, text, file_name, "text/html", on_click="ignore", icon=icon)
