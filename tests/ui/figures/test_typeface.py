"""Figures are written in the page's own typefaces, and those have every sign that figures use."""

import ast
import io
import warnings
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont

from nncore.base.assets import ASSETS, AssetError
from tools.languages import forms, read_catalogue
from ui.figures import typeface
from ui.language import LANGUAGES

ROOT = ASSETS.parent


def signs() -> str:
    """All signs in texts of the figures' modules, of what writes numbers, and of the pages that name axes."""
    folders = ("ui/figures", "ui/matrices", "ui/gates", "ui/activations", "ui/evaluate")
    files = [ROOT / "ui/numbers.py", *(path for folder in folders for path in (ROOT / folder).glob("*.py"))]
    trees = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    docstrings = {id(node.value) for node in trees if isinstance(node, ast.Expr)}
    texts = (n.value for n in trees if isinstance(n, ast.Constant) and id(n) not in docstrings)
    found = {sign for text in texts if isinstance(text, str) for sign in text}
    return "".join(sorted(found | set(map(chr, range(32, 127))) - set("\n\t\\$")))


def draw(text: str, **look: str | list[str]) -> None:
    """Draw a text: what the typeface lacks is a warning, and so an error here."""
    typeface.use_typefaces()
    figure = Figure()
    figure.text(0, 0.5, text, **look)
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # in a run that lets warnings pass, too
        figure.savefig(io.BytesIO())


def test_every_sign_is_in_each_typeface_and_each_face_is_the_file_that_ships() -> None:
    typeface.use_typefaces()
    assert {"−", "≈", "·", "×", "⁻", "₁", "\N{NARROW NO-BREAK SPACE}"} <= set(signs())
    for look, face in (({}, "Regular"), ({"weight": "bold"}, "Bold"), ({"style": "italic"}, "It")):
        draw(signs(), **look)
        for kind in ("sans-serif", "serif"):
            found = Path(findfont(FontProperties(family=[kind], **look), fallback_to_default=False))
            assert found.parent == ASSETS / "fonts"
            assert found.stem.endswith(f"-{face}")


@pytest.mark.parametrize("code", [code for code, kind in LANGUAGES.items() if kind.figures])
def test_every_word_of_the_interface_can_be_drawn(code) -> None:
    """Run assets/make_fonts.py if it cannot."""
    said = "".join(text for message in read_catalogue(code) for text in forms(message.string) if message.id)
    assert len(set(said)) > 300
    words = "".join(sorted(set(said) - set("\n\\$")))
    draw(words)
    draw(words, family=typeface.HEADLINE)


def test_a_broken_file_is_logged_and_matplotlibs_own_typeface_stays(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sentence = "A typeface is missing."
    monkeypatch.setattr(typeface, "asset_path", lambda _: (_ for _ in ()).throw(AssetError(sentence)))
    typeface.use_typefaces()
    assert sentence in caplog.text
