"""No value breaks out of the HTML, CSS and JavaScript of ours, and there is no other way to them."""

import ast
import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.components.markup import css, fill, marked_up
from ui.plain import plain

ROOT = Path(__file__).resolve().parent.parent.parent.parent
CODE = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]
HOME = "ui/components/markup.py"
TEMPLATES = {"css", "fill"}
MADE_BY_HAND = {"Safe", "Markup"}
HOSTILE = [
    "x</style><img src=x>",
    "red;background:url(//a.b)",
    "a{b}",
    "",
    "x,y",
    "\\3c",
    "ä",
    "1/**/",
    "a:b",
]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_value_of_css_is_more_than_a_word() -> None:
    for value in HOSTILE:
        with pytest.raises(ValueError, match="one word"):
            css("a { color: $value }", value=value)


def test_text_in_html_stays_text() -> None:
    for value in HOSTILE:
        assert not re.search(r"<(?!/?p>)", fill("<p>$value</p>", value=value))
        with pytest.raises(ValueError, match="within a tag"):
            fill('<p style="$value">x</p>', value=value)


def test_no_value_of_a_lesson_is_html() -> None:
    text = "A **word** of {name}, `{name}`."
    value = "<button popovertarget=x>**bold**</button>"
    shown = marked_up(text, {"name": value}, lambda word: fill("<i>$word</i>", word=word))
    assert shown == ("A <i>word</i> of &lt;button popovertarget=x&gt;<i>bold</i>&lt;/button&gt;, `{name}`.")


def test_no_line_breaks_between_a_word_and_its_ending() -> None:
    shown = marked_up(
        "**값**은 $a$의 **합**, $b$. \\$c\\$는", {}, lambda word: fill("<b>$word</b>", word=word)
    )
    assert shown == (
        '<span class="whole"><b>값</b>은</span> <span class="whole">$a$의</span> '
        '<span class="whole"><b>합</b>,</span> <span class="whole">$b$.</span> \\$c\\$는'
    )


@pytest.mark.parametrize("said", ["R&D <1>.npz", "a\\&b", "&lt;", "*a* <b>"])
def test_what_a_stranger_said_is_read_as_it_was_said(said: str) -> None:
    """It comes as plain text for Markdown; a backslash before an entity would show the entity's letters."""
    shown = marked_up("{name}", {"name": plain(said)}, lambda word: fill("$word", word=word))
    assert not set(re.sub(r"\\.|&(amp|lt|gt);", "", shown)) & set("<>&*")
    assert html.unescape(re.sub(r"\\(.)", r"\1", str(shown))).replace("\u2060", "") == said
    assert not re.search(r"(?<!\\)(\\\\)*\\&", shown)


def test_the_data_of_a_script_are_literals_and_cannot_end_the_script(tmp_path: Path) -> None:
    file = tmp_path / "script.js"
    file.write_text("const { both } = data;\n", encoding="utf-8")

    def page(file) -> None:  # type: ignore[no-untyped-def]
        from ui.components.markup import run_script

        run_script(file, both=["</script><b>", '"; alert(1)'], number=3)

    app = AppTest.from_function(page, args=(file,)).run()
    (body,) = [element.proto.body for element in app.get("html")]
    data = r'{"both": ["\u003c/script>\u003cb>", "\"; alert(1)"], "number": 3}'
    assert body == f"<script>(data => {{\nconst {{ both }} = data;\n}})({data})</script>"


def test_no_script_has_what_could_begin_a_tag() -> None:
    scripts = sorted((ROOT / "ui").rglob("*.js"))
    assert scripts
    assert [path for path in scripts if re.search(r"<[/!\w]", path.read_text(encoding="utf-8"))] == []


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def constants(tree: ast.Module) -> set[str]:
    """Return the names that a file gives to strings at its top, once."""
    given = (
        node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    )
    found = [target.id for node in given for target in node.targets if isinstance(target, ast.Name)]
    return {name for name in found if found.count(name) == 1}


def is_wrong(node: ast.AST, literals: set[str]) -> bool:
    """Whether it does with HTML what its home alone may, or has a template that is no literal."""
    if not isinstance(node, ast.Call):
        return isinstance(node, ast.Attribute) and node.attr == "html"
    if "unsafe_allow_html" in {keyword.arg for keyword in node.keywords} or name_of(node) in MADE_BY_HAND:
        return True
    template = node.args[0] if name_of(node) in TEMPLATES else None
    return template is not None and not (
        isinstance(template, ast.Constant) or getattr(template, "id", "") in literals
    )


def test_html_is_shown_by_its_one_home_and_from_literals() -> None:
    """`show` and `style` take what `css` and `fill` made: mypy holds that."""
    trees = {relative(path): ast.parse(path.read_text(encoding="utf-8")) for path in CODE}
    known = {path: constants(tree) for path, tree in trees.items()}
    wrong = {path for path, tree in trees.items() for node in ast.walk(tree) if is_wrong(node, known[path])}
    assert wrong == {HOME}
