"""The prose of worksheets: it asks for all that there is, and keeps to its format."""

import re

import pytest

from tests.support.reading import bold_terms
from ui.address.settings import SHEETS
from ui.lessons import LessonError, placeholders
from ui.teach.worksheets.printed import KINDS
from ui.teach.worksheets.worksheet_prose import parse_worksheets, read_worksheets

PROSE = read_worksheets()
SAMPLE = """# Title

Opening.

## one: A sheet

Know {this}.

### task: Do it

Asked.

#### Answer

So.
"""


def test_the_prose_asks_for_all_that_there_is_and_no_more() -> None:
    assert set(PROSE.sheets) == set(KINDS) == set(SHEETS)
    for name, sheet in PROSE.sheets.items():
        made = KINDS[name](1)
        texts = [sheet.opening, *(text for task in sheet.tasks for text in (task.text, task.answer))]
        assert set().union(*map(placeholders, texts)) == set(made.values), name
        assert [task.name for task in sheet.tasks] == list(made.links)
        assert not any(map(bold_terms, texts)), "paper has no glossary"
        assert not re.search(r"[<>&$`*]", " ".join(texts)), "paper has no Markdown"


def test_what_does_not_keep_to_the_format_is_refused() -> None:
    for old, new in (
        ("# Title", "Title"),
        ("## one: A sheet", "## A sheet"),
        ("### task: Do it", "### Do it"),
        ("Asked.", ""),
        ("So.", ""),
        ("#### Answer", "#### Solution"),
    ):
        with pytest.raises(LessonError):
            parse_worksheets(SAMPLE.replace(old, new, 1))
