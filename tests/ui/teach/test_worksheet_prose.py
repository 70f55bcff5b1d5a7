"""The prose of worksheets: it asks for all that there is."""

import re

from tests.support.reading import bold_terms
from ui.address.settings import SHEETS
from ui.lessons import placeholders
from ui.teach.worksheets.printed import KINDS
from ui.teach.worksheets.worksheet_prose import read_worksheets

PROSE = read_worksheets()


def test_the_prose_asks_for_all_that_there_is_and_no_more() -> None:
    assert set(PROSE.sheets) == set(KINDS) == set(SHEETS)
    for name, sheet in PROSE.sheets.items():
        made = KINDS[name](1)
        texts = [sheet.opening, *(text for task in sheet.tasks for text in (task.text, task.answer))]
        assert set().union(*map(placeholders, texts)) == set(made.values), name
        assert [task.name for task in sheet.tasks] == list(made.links)
        assert not any(map(bold_terms, texts)), "paper has no glossary"
        assert not re.search(r"[<>&$`*]", " ".join(texts)), "paper has no Markdown"
