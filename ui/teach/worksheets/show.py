"""The worksheets on the page for teachers: what they are about, how many, and the two files."""

from functools import partial

import streamlit as st

from ui.address import bound
from ui.address.settings import SHEETS
from ui.components.fragment import fragment
from ui.language import _, language
from ui.teach.worksheets.printed import Order
from ui.texts import lesson
from ui.widgets.links import home_address
from ui.widgets.prose import READING, prose


@fragment
def show_worksheets() -> None:
    """Show what worksheets are, and let the teacher choose them and take them along."""
    prose(lesson("worksheets").opening)
    with st.container(border=True, width=READING, key="worksheets"):
        kinds = st.pills(
            _("What should the sheets be about?"),
            **bound("teach", "sheets"),
            selection_mode="multi",
        )
        with st.container(horizontal=True):
            whole = partial(st.number_input, width=260)
            pupils = whole(_("Number of pupils"), **bound("teach", "pupils"))
            first = whole(_("Number of the first sheet"), **bound("teach", "first_sheet"))
        if kinds:
            chosen = tuple(kind for kind in SHEETS if kind in kinds)
            _offer_files(Order(chosen, range(first, first + pupils), home_address(), language()))
        else:
            st.caption(_("Choose at least one kind of sheet."))


def _offer_files(order: Order) -> None:
    """Offer the worksheets and their answers, each of which is made once somebody asks for it."""
    files = {
        "worksheets": (_("Download the worksheets"), order.worksheets),
        "answers": (_("Download the answers"), order.answers),
    }
    with st.container(horizontal=True):
        for name, (label, make) in files.items():
            st.download_button(
                label,
                make,
                f"gates-to-digits-{name}-{order.seeds[0]}-{order.seeds[-1]}.html",
                "text/html",
                on_click="ignore",
                icon=":material/download:",
            )
