"""The choice of the language in the sidebar, which the browser remembers."""

import streamlit as st

from ui.language import CHOICE, COOKIE, LANGUAGES, _, language

CHOSEN = "language was chosen"


def choose_language() -> None:
    """Show the languages by their own names; page, section and settings stay."""
    language()  # so that the session has one
    st.segmented_control(
        _("Language"),
        LANGUAGES,
        key=CHOICE,
        persist_state="session",
        required=True,
        format_func=lambda code: LANGUAGES[code].name,
        label_visibility="collapsed",
        on_change=lambda: st.session_state.update({CHOSEN: True}),
    )


def cookie() -> str:
    """Return the cookie by which the browser remembers the language, once it was chosen."""
    return f"{COOKIE}={language()}" if CHOSEN in st.session_state else ""
