"""What the worksheets say: `lessons/<language>/worksheets.md`, read into plain data."""

import re
from dataclasses import dataclass

from ui.lessons import read_prose


@dataclass(frozen=True)
class Task:
    """An exercise: what is asked and what is answered, paragraphs with placeholders."""

    name: str
    title: str
    text: str
    answer: str


@dataclass(frozen=True)
class SheetProse:
    """A kind of sheet: its headline, what pupils should know for it, and its tasks."""

    name: str
    title: str
    opening: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class WorksheetProse:
    """The file: its headline, what teachers should know, and the kinds of sheets by their names."""

    title: str
    opening: str
    sheets: dict[str, SheetProse]


def read_worksheets(language: str = "en") -> WorksheetProse:
    """Return what the file says."""
    head, *sections = re.split(r"^## ", read_prose("worksheets", language), flags=re.M)
    title, _, opening = head.removeprefix("# ").partition("\n")
    sheets = map(_sheet, sections)
    return WorksheetProse(title, opening.strip(), {sheet.name: sheet for sheet in sheets})


def _sheet(section: str) -> SheetProse:
    head, *tasks = re.split(r"^### ", section, flags=re.M)
    return SheetProse(*_named(head), tuple(map(_task, tasks)))


def _task(section: str) -> Task:
    asked, _, answer = section.partition("#### Answer\n")
    return Task(*_named(asked), answer.strip())


def _named(section: str) -> tuple[str, str, str]:
    """Return name, title and body of a section that begins with name: Title."""
    head, _, body = section.partition("\n")
    name, _, title = head.partition(": ")
    return name, title, body.strip()


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n{2,}", text)]
