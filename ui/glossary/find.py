"""What a search finds: terms, and sections of the course."""

from itertools import islice

from ui.course import COURSE
from ui.glossary_file import Entry
from ui.lessons import Section
from ui.texts import glossary, lesson

MOST_SECTIONS = 8
MISSING = 3
"""The place of an entry that has nothing of what is sought."""


def words_with(sought: str) -> list[Entry]:
    """Return the entries that have some letters in them: from A to Z, those named so first."""
    sought = sought.lower()
    found = [entry for entry in glossary().values() if _place(entry, sought) < MISSING]
    return sorted(found, key=lambda entry: (_place(entry, sought), entry.order))


def _place(entry: Entry, sought: str) -> int:
    """Return how far up an entry belongs: its name begins so, has it in it, or what it says has it."""
    names = [name.lower() for name in (entry.term, *entry.also)]
    if any(name.startswith(sought) for name in names):
        return 0
    if any(sought in name for name in names):
        return 1
    return 2 if sought in entry.text.lower() else MISSING


def sections_with(sought: str) -> list[tuple[str, Section]]:
    """Return the sections about something, with their pages: by headings first, then by what they say."""
    sought = sought.lower()
    sections = [(page.url, section) for page in COURSE for section in lesson(page.url).sections]
    headed = [each for each in sections if sought in f"{each[1].heading} {each[1].short}".lower()]
    told = (each for each in sections if each not in headed and sought in each[1].parts[0].text.lower())
    return list(islice([*headed, *told], MOST_SECTIONS))
