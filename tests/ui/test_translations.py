"""Every language says all that English does: each text, section, choice, live value and formula."""

import ast
from collections.abc import Iterator

import pytest

from tools.languages import PLACES, ROOT, as_mo, collected, po_file, read_catalogue, word_differences
from tools.lesson_pairs import lesson_differences
from ui.language import ENGLISH, LANGUAGES

OTHERS = [code for code in LANGUAGES if code != ENGLISH]


@pytest.mark.parametrize("code", OTHERS)
def test_what_gettext_reads_is_what_translators_wrote(code) -> None:
    compiled = po_file(code).with_suffix(".mo").read_bytes()
    assert compiled == as_mo(read_catalogue(code)), "run make languages"


@pytest.mark.parametrize("code", OTHERS)
def test_a_translator_has_nothing_left_to_do(code) -> None:
    """Each text, section, choice, live value and formula is there; `make languages` lists the same."""
    assert word_differences(code) == []
    assert lesson_differences(code) == []


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_translated_that_nobody_says(code) -> None:
    said = {message.id for message in collected()}
    assert [message.id for message in read_catalogue(code) if message.id not in said] == []


def test_texts_are_whole_before_they_are_translated() -> None:
    """What is put together before, or while a module is imported, is in no catalogue, or in one language."""
    wrong = []
    for path in sorted({path for place in PLACES for path in ROOT.glob(place)}):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        named = [call for call in calls if getattr(call.func, "id", "") in ("_", "N_", "ngettext")]
        strings = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        within = {id(node) for string in strings for node in ast.walk(string)}  # where Babel finds nothing
        texts = [call.args[0] for call in named if isinstance(call.args[0], ast.Constant | ast.JoinedStr)]
        wrong += [f"{path.name}:{text.lineno}" for text in texts if id(text) in within]
        wrong += [
            f"{path.name}:{call.lineno}" for call in _at_import(tree) if getattr(call.func, "id", "") == "_"
        ]
    assert wrong == []


def _at_import(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that are made when a module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from _at_import(child)
