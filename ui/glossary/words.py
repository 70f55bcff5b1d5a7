"""Every term of the course, each letter of its formulas, and a search that finds terms and sections."""

import streamlit as st

from ui.address import page_link
from ui.components.markup import Safe, css, fill, joined, show_written, style
from ui.course import COURSE
from ui.glossary_file import Entry, read_letters
from ui.language import _, language
from ui.page import foot, title_of
from ui.texts import glossary, lesson, meanings
from ui.widgets.prose import READING, prose, written

LOOK = """
.st-key-words h2 {font-size: 1.2rem; padding: .75rem 0 0}
.st-key-words p {margin-bottom: .25rem}
.st-key-letters :is(td, th) {padding: .2rem .5rem; vertical-align: top}
"""
MOST_SECTIONS = 8


def show_words() -> None:
    """Show the search, the letters of formulas, and the terms and sections that are found."""
    title_of("glossary")
    style(css(LOOK))
    sought = st.text_input(
        _("Search words and sections"), key="sought", width=READING, autocomplete="off"
    ).strip()
    with st.expander(_("One letter, one meaning"), width=READING), st.container(key="letters"):
        prose(read_letters(language()))
    if sought:
        _show_sections(sought.lower())
    found = _words_with(sought.lower())
    with st.container(key="words", width=READING):
        show_written(joined([_described(entry) for entry in found]))
    if not found:
        st.caption(_("No word of the course has “{sought}”.").format(sought=sought))
    foot()


def _show_sections(sought: str) -> None:
    """Link to the sections that are about what is sought: by headings first, then by what they say."""
    sections = [(page, section) for page in COURSE for section in lesson(page.url).sections]
    headed = [each for each in sections if sought in f"{each[1].heading} {each[1].short}".lower()]
    about = [each for each in sections if each not in headed and sought in each[1].parts[0].text.lower()]
    for page, section in [*headed, *about][:MOST_SECTIONS]:
        label = f"{page.title}: {section.heading}"
        page_link(page.file, label=label, icon=page.icon, query_params=[("at", section.name)])


def _words_with(sought: str) -> list[Entry]:
    """Return the entries that have some letters in them, those first in whose name a word begins so."""
    found = [each for each in glossary().values() if sought in f"{_names(each)} {each.text}".lower()]
    return sorted(found, key=lambda each: (f" {sought}" not in _names(each), each.order))


def _names(entry: Entry) -> str:
    return " ".join(["", entry.term, *entry.also]).lower()


def _described(entry: Entry) -> Safe:
    """Return a term with its meaning and links to the related ones: all terms are one element."""
    related = ", ".join(f"[{word}](#{meanings()[word.lower()].anchor})" for word in entry.see)
    text = _("{text} See: {related}").format(text=entry.text, related=related) if related else entry.text
    return fill(
        '<h2 id="$anchor">$term</h2>\n\n$text\n\n',
        anchor=css("$anchor", anchor=entry.anchor),
        term=entry.term,
        text=written(text, {}),
    )
