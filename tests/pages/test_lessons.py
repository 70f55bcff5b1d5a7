"""Pages that are lessons: they tell the prose all that it asks for, and say nothing of their own."""

import ast
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import ROOT
from ui.address.settings import EVERYWHERE, PARAMETERS
from ui.course import BESIDE, COURSE, page_at
from ui.lessons import read_lesson
from ui.teach.plans import plan_parts

MOST_WORDS = 14
"""A longer text in the code is prose: labels and alternative texts are shorter."""


def code_of(page: str) -> list[Path]:
    return [ROOT / f"pages/{page}.py", *sorted((ROOT / "ui" / page).rglob("*.py"))]


def docstrings(tree: ast.AST) -> set[int]:
    """Return where the strings stand that only readers of the code see."""
    return {
        node.value.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def said(path: Path) -> list[str]:
    """Return the texts in a file; docstrings and code apart: CSS and JavaScript have braces, Python has #."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = docstrings(tree)
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.lineno not in hidden
        and not set("{#") & set(node.value)
    ]


def test_a_page_shows_no_prose_from_elsewhere() -> None:
    paths = [path for page in (*COURSE, *BESIDE) for path in code_of(page.url)]
    long = [(path.name, text) for path in paths for text in said(path) if len(text.split()) > MOST_WORDS]
    assert long == []


LINKS = sorted({part.link for plan in read_lesson("teach").sections for part in plan_parts(plan)})


@pytest.mark.parametrize("link", LINKS)
def test_a_link_for_teachers_opens_the_state_that_it_says(link: str) -> None:
    parts = urlsplit(link)
    settings = parse_qs(parts.query)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page = parts.path.strip("/")
    for name, texts in settings.items():
        app.query_params[name] = texts
    if page:
        app.switch_page(page_at(page).file)
    app.run()
    assert not app.exception
    assert not app.error
    for name, texts in settings.items():
        if name == "at" and (page, name) not in PARAMETERS:
            assert texts[0] in [section.name for section in read_lesson(page or "home").sections]
            continue
        row = PARAMETERS.get((page or "home", name)) or PARAMETERS[EVERYWHERE, name]
        if name in app.session_state:
            held = app.session_state[name]
            assert (held if isinstance(held, str) else row.kind.write(held)) in (texts, texts[0]), name
    assert app.session_state["predict"] is ("predict" in settings)
