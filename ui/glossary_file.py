"""The words of the course: `lessons/en/glossary.md`, a term a section, read into plain data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ui.lessons import FOLDER

FIELD = re.compile(r"^(also|see): *(.+)$", re.M)


@dataclass(frozen=True)
class Entry:
    """A term, what it means, the other forms in which it occurs, and related terms."""

    term: str
    text: str
    also: tuple[str, ...] = ()
    see: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Its place on the page of all terms."""
        return re.sub(r"[^a-z0-9]+", "-", self.term.lower())


def read_letters() -> str:
    """Return what stands above the terms: what each letter of a formula means."""
    head = (FOLDER / "glossary.md").read_text(encoding="utf-8").partition("\n## ")[0]
    return head.partition("\n")[2].strip()


def read_glossary() -> dict[str, Entry]:
    """Return the entries by their terms, in lower case, in the order of the file."""
    return parse_glossary((FOLDER / "glossary.md").read_text(encoding="utf-8"))


def parse_glossary(text: str) -> dict[str, Entry]:
    """Read a glossary file."""
    _, *sections = re.split(r"^## ", text, flags=re.M)
    entries = map(_entry, sections)
    return {entry.term.lower(): entry for entry in entries}


def by_every_form(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the entries by their terms and by every other form, in lower case."""
    return {form.lower(): entry for entry in entries.values() for form in (entry.term, *entry.also)}


def _entry(section: str) -> Entry:
    term, _, body = section.partition("\n")
    fields = {key: tuple(map(str.strip, words.split(","))) for key, words in FIELD.findall(body)}
    text = " ".join(FIELD.sub("", body).split())
    return Entry(term.strip(), text, fields.get("also", ()), fields.get("see", ()))
