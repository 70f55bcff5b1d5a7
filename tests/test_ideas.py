"""The table of the book's ideas against the lessons: where each is said, word for word."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LESSONS = ROOT / "lessons" / "en"
TABLE = (ROOT / "docs" / "ideas.md").read_text(encoding="utf-8")
BESIDE = {"glossary", "teach", "worksheets"}
"""The files of lessons that are no pages of the course."""
FOLDED = re.compile(r"^### (?:more|try): .*?(?=^### |\Z)", re.M | re.S)
"""What is seen only when somebody opens it."""


def sections() -> dict[str, str]:
    """Return the text of every section of the course that stands in sight, by page and name."""
    files = [file for file in LESSONS.glob("*.md") if file.stem not in BESIDE]
    return {
        f"{file.stem} · {text.partition(':')[0]}": " ".join(FOLDED.sub("", text).split())
        for file in files
        for text in re.split("^## ", file.read_text(encoding="utf-8"), flags=re.M)[1:]
    }


def ideas() -> Iterator[tuple[str, str]]:
    """Yield the place and the sentence of every idea."""
    for line in TABLE.splitlines():
        cells = [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 3 and cells[0] != "Idea" and set(cells[0]) != {"-"}:
            yield cells[1], " ".join(cells[2].split())


def test_every_idea_is_said_where_the_table_says() -> None:
    said, found = sections(), list(ideas())
    assert len(found) > 100
    assert not [(place, sentence) for place, sentence in found if sentence not in said.get(place, "")]


def test_every_section_has_an_idea_or_is_known_to_be_ours() -> None:
    ours = set(re.findall(r"^- (\w+ · [\w-]+):", TABLE, re.M))
    assert {place for place, _ in ideas()} | ours == set(sections())
    assert not ours & {place for place, _ in ideas()}
