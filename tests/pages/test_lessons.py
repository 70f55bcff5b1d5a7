"""Pages that are lessons: they tell the prose all that it asks for, and say nothing of their own."""

import ast
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import ROOT, opened, text_of
from ui.address.settings import EVERYWHERE, PARAMETERS
from ui.course import BESIDE, page_at
from ui.lessons import PLACEHOLDER, VERBATIM, read_lesson
from ui.teach.plans import plan_parts

CONVERTED = [
    "home",
    "learn",
    "loss",
    "backprop",
    "matrices",
    "gates",
    "activations",
    "forward",
    "draw",
    "evaluate",
]
"""The pages whose prose is in lessons/. A page that is converted is added here, and nothing else."""
WHOLE = [
    page for page in CONVERTED if "show_page(" not in (ROOT / page_at(page).file).read_text(encoding="utf-8")
]
"""Those that show all their sections at once."""
MOST_WORDS = 14
"""A longer text in the code is prose: labels and alternative texts are shorter."""


def code_of(page: str) -> list[Path]:
    return [ROOT / f"pages/{page}.py", *sorted((ROOT / "ui" / page).rglob("*.py"))]


@pytest.mark.parametrize("page", WHOLE)
def test_every_placeholder_is_known_and_every_beat_shown(page: str) -> None:
    """`show_lesson` raises for each live value and mistaken number that an instrument does not tell."""
    app = opened(page_at(page).file)
    assert not app.exception
    headings = [section.heading for section in read_lesson(page).sections]
    assert [header.value for header in app.main.header] == headings
    said = VERBATIM.sub("", text_of(app).replace("{`", "").partition("<style>")[0])
    assert PLACEHOLDER.findall(said) == []


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
    paths = [path for page in [*CONVERTED, *(entry.url for entry in BESIDE)] for path in code_of(page)]
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
