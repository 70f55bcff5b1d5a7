"""Every term of the course with what it means."""

import streamlit as st

from ui.components.markup import css, style
from ui.page import foot, title_of
from ui.resources import glossary, meanings
from ui.widgets.prose import prose


def show_words() -> None:
    """Show the terms from A to Z, each with the related ones."""
    title_of("glossary")
    style(css("h2 {font-size: 1.2rem}"))
    for entry in sorted(glossary().values(), key=lambda entry: entry.term.lower()):
        st.header(entry.term, anchor=entry.anchor)
        related = ", ".join(f"[{word}](#{meanings()[word.lower()].anchor})" for word in entry.see)
        prose(f"{entry.text}\n\nSee: {related}" if related else entry.text)
    foot()
