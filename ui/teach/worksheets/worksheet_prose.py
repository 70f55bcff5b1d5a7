"""What the worksheets say: `lessons/<language>/worksheets.md`, read into plain data."""

import re
from dataclasses import dataclass

from ui.lessons import NAME, LessonError, read_prose

NAMED = re.compile(rf"(?P<name>{NAME.pattern}): (?P<title>\S[^\n]*)\n*(?P<body>.*)", re.S)


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
    return parse_worksheets(read_prose("worksheets", language))


def parse_worksheets(text: str) -> WorksheetProse:
    """Read a file of worksheets; raise `LessonError` for what does not keep to the format."""
    head, *sections = re.split(r"^## ", text, flags=re.M)
    title, _, opening = head.strip().partition("\n")
    if not title.startswith("# ") or not sections:
        raise LessonError("worksheets: a headline, # …, and sheets, ## name: Title.")
    sheets = map(_sheet, sections)
    return WorksheetProse(title[2:].strip(), opening.strip(), {sheet.name: sheet for sheet in sheets})


def _sheet(section: str) -> SheetProse:
    head, *tasks = re.split(r"^### ", section, flags=re.M)
    name, title, opening = _named(head)
    if not tasks:
        raise LessonError(f"worksheets: “{name}” has no task, ### name: Title.")
    return SheetProse(name, title, opening, tuple(map(_task, tasks)))


def _task(section: str) -> Task:
    asked, _, answer = section.partition("#### Answer\n")
    name, title, text = _named(asked)
    if not text or not answer.strip():
        raise LessonError(f"worksheets: “{name}” needs a text and an answer, #### Answer.")
    return Task(name, title, text, answer.strip())


def _named(section: str) -> tuple[str, str, str]:
    found = NAMED.fullmatch(section.strip())
    if not found:
        raise LessonError(f"worksheets: “{section[:40]}” should begin with a name and a title, name: Title.")
    return found["name"], found["title"], found["body"]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n{2,}", text)]
