"""Which beat of the page is shown between the first and the last: one at a time, for some are heavy."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from ui.address import bound, linked_with, only_beat
from ui.address.settings import SECTIONS
from ui.components.arrive import arrive_at
from ui.evaluate.bring_network import bring_your_own
from ui.evaluate.doubt import i_dont_know
from ui.evaluate.evaluate_state import evaluate_state
from ui.evaluate.loops import one_or_many
from ui.evaluate.mistakes import mistakes
from ui.evaluate.pushing import pushing
from ui.evaluate.summary import accuracy_is_told
from ui.resources import lesson
from ui.widgets.lesson import Instrument, show_beats

BEATS: Mapping[str, Instrument] = {
    "one-or-many": one_or_many,
    "mistakes": mistakes,
    "i-dont-know": i_dont_know,
    "pushing": pushing,
    "own-network": bring_your_own,
}
"""The beats that are chosen among, in the order of their choice."""
BROUGHT = "own-network"
"""The section that tells nothing that is to be guessed first."""
ALONE = [name for name in BEATS if name != "own-network"]  # which changes the sidebar, and all that is read


def show_sections() -> None:
    """Show the choice of a section, its beat, and the way to the next; or the beat that stands alone."""
    if only_beat("evaluate"):
        show_beats("evaluate", BEATS, alone=ALONE)
        return
    section = str(
        st.segmented_control(
            "Section",
            **bound("evaluate", "section"),
            required=True,
            label_visibility="collapsed",
        )
        or next(iter(SECTIONS))
    )
    if not accuracy_is_told() and section != BROUGHT:
        st.info("Guess first, then see: this section tells the answer.", icon=":material/psychology:")
        return
    show_beats("evaluate", {section: BEATS[section]}, alone=ALONE)
    _show_next(section)
    if section in (evaluate_state().gone_on_to, linked_with("evaluate", "section")):
        arrive_at(section)


def _show_next(section: str) -> None:
    names = list(BEATS)
    place = names.index(section) + 1
    if place < len(names):
        heading = lesson("evaluate")[names[place]].heading
        st.button(
            f"Next: {heading}",
            key="next_section",
            icon=":material/arrow_downward:",
            on_click=partial(_go_on_to, names[place]),
        )


def _go_on_to(section: str) -> None:
    st.session_state.section = evaluate_state().gone_on_to = section
