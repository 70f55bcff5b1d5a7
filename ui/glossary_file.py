"""The glossary, `lessons/<language>/glossary.md`: one section for each term, read into plain data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import name, normalize
from urllib.parse import quote

from ui.lessons import read_prose

FIELD = re.compile(r"^(also|see|reading): *(.+)$", re.M)
VOICED = {0x3099: None, 0x309A: None}
"""The marks of voiced sounds, which the order of kana ignores."""
HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
"""The hiragana for each katakana."""
VOWELS = dict(zip("AIUEO", "あいうえお", strict=True))


@dataclass(frozen=True)
class Entry:
    """A term, what it means, the other forms in which it occurs, and related terms.

    `reading` is the pronunciation of a term in kanji, in kana.
    """

    term: str
    text: str
    also: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    reading: str = ""

    @property
    def anchor(self) -> str:
        """Its place on the page of all terms, in ASCII."""
        return re.sub(r"[^a-z0-9]+", "-", quote(self.term.lower(), safe=" ").lower())

    @property
    def order(self) -> str:
        """Its place in the alphabet: 가나다 as their signs are numbered, Japanese by its kana."""
        letters = normalize("NFD", (self.reading or self.term).lower()).translate(VOICED)
        return re.sub("(.)ー", _lengthened, letters.translate(HIRAGANA))


def _lengthened(match: re.Match[str]) -> str:
    """Return a kana followed by its vowel, as long sounds are ordered."""
    return match[1] + VOWELS.get(name(match[1])[-1], "")


def read_letters(language: str = "en") -> str:
    """Return the text above the terms: the meaning of each letter in formulas."""
    head = read_prose("glossary", language).partition("\n## ")[0]
    return head.partition("\n")[2].strip()


def read_glossary(language: str = "en") -> dict[str, Entry]:
    """Return the entries by their terms, in lower case, in the order of the file."""
    _, *sections = re.split(r"^## ", read_prose("glossary", language), flags=re.M)
    return {entry.term.lower(): entry for entry in map(_entry, sections)}


def by_every_form(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the entries by their terms and by every other form, in lower case."""
    return {form.lower(): entry for entry in entries.values() for form in (entry.term, *entry.also)}


def _entry(section: str) -> Entry:
    term, _, body = section.partition("\n")
    fields = {key: tuple(map(str.strip, words.split(","))) for key, words in FIELD.findall(body)}
    text = " ".join(FIELD.sub("", body).split())
    reading = "".join(fields.get("reading", ()))
    return Entry(term.strip(), text, fields.get("also", ()), fields.get("see", ()), reading)
