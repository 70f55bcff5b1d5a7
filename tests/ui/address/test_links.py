"""Whatever a link says: the page runs, names what it does not take, and shows none of it as markup."""

import ast
import re
import string
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import opened
from ui.address import bare, bound, told
from ui.address.settings import EVERYWHERE, PARAMETERS, Parameter
from ui.course import BESIDE, COURSE, stop_at

ROOT = Path(__file__).resolve().parent.parent.parent.parent
CODE = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]
MARKUP = [
    "x</style><div style=position:fixed><form action=//a.b>",
    "![](//a.b/c.png)",
    "[click](https://a.b)",
    "<script>alert(1)</script>",
    "}*{background:url(//a.b)}",
    "https://a.b www.a.b a@b.cd",
    "$x^2$ :red[y] :smile: **z**",
    "a\x00b\u202ec\u2066*d*",
]
NONSENSE = [
    "",
    "x" * 5000,
    "9" * 4301,
    "inf",
    "nan",
    "1e999",
    "-1e308",
    "../../etc/passwd",
    "\ufffd\ufffd",  # what Streamlit makes of halves of surrogate pairs
    "٣٧",
    "1_0",
    ["1", "2", "3"],
    ["", "AND", "<b>"],
]


PAGES = [stop.url for stop in (*COURSE, *BESIDE)]
WITH_SETTINGS = [page for page in PAGES[1:] if any(row.page == page for row in PARAMETERS.values())]


def rows_of(page: str) -> list[Parameter]:
    return [row for row in PARAMETERS.values() if row.page in (page, EVERYWHERE)]


def visited(page: str, said: dict[str, str | list[str]]) -> AppTest:
    """Open the app by a link to a page."""
    app = opened() if page != COURSE[0].url else AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params.update(said)
    file = stop_at(page).file
    return (app.switch_page(file) if page != COURSE[0].url else app).run()


def messages(app: AppTest) -> Iterator[bytes]:
    """Everything that the browser is told to show."""
    for block in app._tree.children.values():
        for node in block:
            if hasattr(node, "proto") and hasattr(node.proto, "SerializeToString"):
                yield node.proto.SerializeToString()


def unescaped(sentence: str) -> str:
    """A sentence without what is escaped in it."""
    return re.sub(rf"\\[{re.escape(string.punctuation)}]", "", sentence)


@pytest.mark.parametrize("turn", range(len(MARKUP)))
@pytest.mark.parametrize("page", WITH_SETTINGS)
def test_no_markup_of_a_link_is_shown_as_markup(page: str, turn: int) -> None:
    rows = [row for row in rows_of(page) if row.page != EVERYWHERE]
    said = {row.name: MARKUP[(place + turn) % len(MARKUP)] for place, row in enumerate(rows)}
    app = visited(page, said)
    assert not app.exception
    assert len(app.error) == len(rows)
    told_again = re.findall("= “(.*)”, but", "\n".join(error.value for error in app.error))
    assert len(told_again) >= len(rows) - 1
    assert not set(unescaped(" ".join(told_again))) & set(string.punctuation)
    seen = list(messages(app))
    assert len(seen) > 5
    for text in MARKUP:
        assert not any(text.encode() in message for message in seen), text
    assert not set(said) & set(app.query_params)


@pytest.mark.parametrize("turn", range(len(NONSENSE)))
@pytest.mark.parametrize("page", WITH_SETTINGS)
def test_nonsense_is_named_and_left_out(page: str, turn: int) -> None:
    rows = [row for row in rows_of(page) if row.page != EVERYWHERE]
    said = {row.name: NONSENSE[(place + turn) % len(NONSENSE)] for place, row in enumerate(rows)}
    app = visited(page, said)
    assert not app.exception
    refused = [row for row in rows if row.kind.read(texts_of(said[row.name])) is None]
    sentences = [error.value for error in app.error]
    for row in refused:
        assert row.name not in app.query_params
        assert sum(f"`{row.name}`" in one or "no drawing" in one for one in sentences) >= 1, row.name


def texts_of(said: str | list[str]) -> list[str]:
    return [said] if isinstance(said, str) else said


@pytest.mark.parametrize("text", [*MARKUP, "", "maybe"])
def test_what_all_pages_have_is_settled_on_the_first(text: str) -> None:
    app = visited("home", {"predict": text})
    assert not app.exception
    assert "`predict`" in app.error[0].value
    assert not app.toggle(key="predict").value


def test_what_fits_is_taken_as_it_is_and_without_a_word() -> None:
    for page in PAGES:
        rows = [row for row in rows_of(page) if row.default is not None]
        app = visited(page, {row.name: row.kind.write(row.default) for row in rows})
        assert not app.exception
        assert not app.error


@pytest.mark.parametrize(
    ("page", "said", "sentence"),
    [
        (
            "evaluate",
            {"batch": "1e999"},
            "`batch` = “1e999”, but it takes whole numbers from 1 to 10000: 100",
        ),
        ("evaluate", {"section": ""}, "leaves `section` empty"),
        ("gates", {"w1": "2.5"}, "`w1` = “2\\.5”, but it takes numbers from −2 to 2: the gate’s own number"),
        ("forward", {"net": "digit", "of": "10000"}, "“drawing” or whole numbers from 0 to 9999"),
        ("forward", {"net": "digit", "of": "3", "step": "A1", "n1": "50"}, "whole numbers from 0 to 49"),
        ("forward", {"step": "A4"}, "`step` = “A4”"),
        ("matrices", {"i": "4"}, "`i` = “4”, but it takes whole numbers from 1 to 2: 1 is used"),
    ],
)
def test_a_link_that_does_not_fit_is_told_what_does(page: str, said: dict[str, str], sentence: str) -> None:
    app = visited(page, dict(said))
    assert not app.exception
    assert [sentence in error.value for error in app.error] == [True]
    assert not app.run().error


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_address_is_read_by_its_one_home(path: Path) -> None:
    home = path.relative_to(ROOT).as_posix().startswith("ui/address/")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert home or node.attr not in {"query_params", "query_string"}, node.lineno
        if isinstance(node, ast.keyword):
            assert home or node.arg != "bind", node.lineno
        if isinstance(node, ast.Constant):
            assert home or node.value not in ("bind", "query-params"), node.lineno


@pytest.mark.parametrize("use", [bound, bare, told])
def test_what_is_not_in_the_table_is_not_read(use: Callable[[str, str], object]) -> None:
    with pytest.raises(KeyError):
        use("gates", "of")
