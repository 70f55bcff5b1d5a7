"""The marks of a learner: kept in the browser, saved as a file, or forgotten."""

import streamlit as st

from ui.components.kept_marks import are_kept
from ui.language import N_, _
from ui.state.marks import forget_marks, marks
from ui.texts import check_names
from ui.widgets.checks_done import checks_done, today

KEPT = N_("Your marks are kept in this browser, and nowhere else.")
GONE = N_("This browser keeps nothing for this site: your marks last for this visit only.")
MOST_LETTERS = 80
"""The longest name on the sheet."""


def show_my_marks() -> None:
    """Show how many checks are done, a button that saves them as a file, and one that forgets them."""
    done = marks()
    name = _("My sheet: {count} done").format(count=len(done)) if done else _("My sheet")
    with st.popover(name, icon=":material/task_alt:"):
        count = _("{done} of {all} checks are done.").format(done=len(done), all=len(check_names()))
        kept = _(KEPT if are_kept() else GONE)
        st.markdown(f"{count} {kept}" if done else kept)
        offer_file("sidebar")
        st.button(_("Forget my marks"), icon=":material/delete:", on_click=forget_marks, disabled=not done)


def offer_file(place: str) -> None:
    """Let the learner save the checks done under a name of their own.

    Parameters
    ----------
    place : str
        Its place on the page, where it can stand more than once.
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
