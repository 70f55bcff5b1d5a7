"""The prose of worksheets: it asks for all that there is."""

import re

from tests.support.reading import bold_terms
from ui.address.settings import SHEETS
from ui.lessons import placeholders, read_lesson
from ui.teach.worksheets.printed import ANSWERED, KINDS

PROSE = read_lesson("worksheets")


def test_the_prose_asks_for_all_that_there_is_and_no_more() -> None:
    assert {sheet.name for sheet in PROSE.sections} == set(KINDS) == set(SHEETS)
    for sheet in PROSE.sections:
        made, (_opening, *tasks) = KINDS[sheet.name](1), sheet.parts
        texts = [text for part in sheet.parts for text in part.text.split(ANSWERED)]
        assert set().union(*map(placeholders, texts)) == set(made.values), sheet.name
        assert [task.kind for task in tasks] == list(made.links)
        assert all(ANSWERED in task.text for task in tasks)
        assert not any(map(bold_terms, texts)), "paper has no glossary"
        assert not re.search(r"[<>&$`*]", " ".join(texts)), "paper has no Markdown"
