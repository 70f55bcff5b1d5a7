"""What a learner has done, and what becomes of it: kept in the browser, taken along as a file, forgotten."""

import streamlit as st

from ui.components.kept_marks import are_kept
from ui.language import N_, _
from ui.state.marks import forget_marks, marks, marks_state
from ui.texts import check_names
from ui.widgets.checks_done import checks_done, today

KEPT = N_("Your marks are kept in this browser, and nowhere else.")
GONE = N_("This browser keeps nothing for this site: your marks last for this visit only.")
MOST_LETTERS = 80
"""So long a name on the sheet may be."""


def show_my_marks() -> None:
    """Offer the file to take along, with how many checks are done, and a button that forgets it all."""
    marks_state().shown = done = marks()
    name = _("My sheet: {count} done").format(count=len(done)) if done else _("My sheet")
    with st.popover(name, icon=":material/task_alt:"):
        count = _("{done} of {all} checks are done.").format(done=len(done), all=len(check_names()))
        kept = _(KEPT if are_kept() else GONE)
        st.markdown(f"{count} {kept}" if done else kept)
        offer_file("sidebar")
        st.button(_("Forget my marks"), icon=":material/delete:", on_click=forget_marks, disabled=not done)


def offer_file(place: str) -> None:
    """Let the learner take along what was done, under a name typed by themselves.

    Parameters
    ----------
    place : str
        Where on the page this stands; it can stand in more than one.
    """
    name = st.text_input(_("Your name, for the sheet"), autocomplete="off", key=f"name-{place}", width=320)
    st.download_button(
        _("A sheet to take along"),
        checks_done(name.strip()[:MOST_LETTERS], marks(), today()),
        file_name=f"gates-to-digits-{today()}.html",
        mime="text/html",
        icon=":material/download:",
        on_click="ignore",
        key=f"sheet-{place}",
    )
