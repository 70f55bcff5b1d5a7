"""The prose of the course in the visitor's language: read once, and shared by all visitors."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ui.glossary_file import Entry, by_every_form, read_glossary
from ui.language import by_language
from ui.lessons import Lesson, Question, pages, read_lesson, read_prose


@by_language
def lesson(language: str, page: str) -> Lesson:
    """Return the prose of a page."""
    return read_lesson(page, language)


@by_language
def headline(language: str, page: str) -> str:
    """Return the headline of a page, which need not be a lesson."""
    return read_prose(page, language).partition("\n")[0].removeprefix("# ")


@by_language
def changes(language: str) -> str:
    """Return the changes of each version, without the headline."""
    return read_prose("changes", language).partition("\n")[2]


@by_language
def checks(language: str) -> Mapping[str, Question]:
    """Return all checks of the course by their names."""
    sections = (section for page in pages() for section in read_lesson(page, language).sections)
    return MappingProxyType({check.name: check for section in sections for check in section.checks})


@cache
def check_names() -> frozenset[str]:
    """Return the names of all checks of the course."""
    return frozenset(checks())


@by_language
def glossary(language: str) -> Mapping[str, Entry]:
    """Return the glossary by its terms."""
    return MappingProxyType(read_glossary(language))


@by_language
def meanings(language: str) -> Mapping[str, Entry]:
    """Return the glossary by all forms of its terms."""
    return MappingProxyType(by_every_form(read_glossary(language)))


@by_language
def guesses(language: str) -> Mapping[str, Question]:
    """Return all predictions of the course by their names."""
    sections = (section for page in pages() for section in read_lesson(page, language).sections)
    parts = (part for section in sections for part in section.of("predict"))
    return MappingProxyType({part.title: part.question for part in parts if part.question})
