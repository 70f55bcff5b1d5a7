"""Every language says all that English does: each text, section, choice, live value and formula."""

import pytest

from tools.languages import as_mo, po_file, read_catalogue
from tools.lesson_pairs import lesson_differences
from ui.language import ENGLISH, LANGUAGES

OTHERS = [code for code in LANGUAGES if code != ENGLISH]


@pytest.mark.parametrize("code", OTHERS)
def test_what_gettext_reads_is_what_translators_wrote(code) -> None:
    compiled = po_file(code).with_suffix(".mo").read_bytes()
    assert compiled == as_mo(read_catalogue(code)), "run make languages"


@pytest.mark.parametrize("code", OTHERS)
def test_lessons_differ_in_nothing_but_words(code) -> None:
    translated = [line for line in lesson_differences(code) if not line.endswith("is missing")]
    assert translated == []
