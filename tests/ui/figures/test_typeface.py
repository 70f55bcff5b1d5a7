"""Figures are written in the page's own typefaces, and those have every sign that figures use."""

import ast
import io
import warnings
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont

from nncore.base.assets import ASSETS, AssetError
from ui.figures import base, typeface
from ui.figures.shapes import batch_shapes
from ui.theme import LIGHT

ROOT = ASSETS.parent
KINDS = ("sans-serif", "serif")


def signs() -> str:
    """All signs in texts of the figures' modules, of what writes numbers, and of the pages that name axes."""
    folders = ("ui/figures", "ui/matrices", "ui/gates", "ui/activations", "ui/evaluate")
    files = [ROOT / "ui/numbers.py", *(path for folder in folders for path in (ROOT / folder).glob("*.py"))]
    trees = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    docstrings = {id(node.value) for node in trees if isinstance(node, ast.Expr)}
    texts = (n.value for n in trees if isinstance(n, ast.Constant) and id(n) not in docstrings)
    found = {sign for text in texts if isinstance(text, str) for sign in text}
    return "".join(sorted(found | set(map(chr, range(32, 127))) - set("\n\t\\$")))


def draw(text: str, **look: str) -> None:
    """Draw a text: what the typeface lacks is a warning, and so an error here."""
    figure = Figure()
    figure.text(0, 0.5, text, **look)
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # in a run that lets warnings pass, too
        figure.savefig(io.BytesIO())


@pytest.mark.parametrize("look", [{}, {"weight": "bold"}, {"style": "italic"}], ids=str)
def test_every_sign_is_in_the_typeface(look: dict[str, str]) -> None:
    assert {"−", "≈", "·", "×", "⁻", "₁", "\N{NARROW NO-BREAK SPACE}"} <= set(signs())
    draw(signs(), **look)


def test_the_headline_in_serif_has_its_signs() -> None:
    figure = batch_shapes(LIGHT, [784, 50, 10], 100)
    figure.savefig(io.BytesIO())
    assert "serif" in {kind for text in figure.axes[0].texts for kind in text.get_fontfamily()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("look", "face"), [({}, "Regular"), ({"weight": "bold"}, "Bold"), ({"style": "italic"}, "It")]
)
def test_each_face_is_the_file_that_ships(kind: str, look: dict[str, str], face: str) -> None:
    found = Path(findfont(FontProperties(family=[kind], **look), fallback_to_default=False))
    assert found.parent == ASSETS / "fonts"
    assert found.stem.endswith(f"-{face}")


def test_text_is_no_smaller_than_11_pixels_on_the_narrowest_phone() -> None:
    assert base.TEXT / 72 * 328 / base.WIDTH >= 11


def test_a_broken_file_is_logged_and_matplotlibs_own_typeface_stays(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sentence = str(AssetError(typeface.FILES[0], "missing"))
    monkeypatch.setattr(
        typeface, "asset_path", lambda name: (_ for _ in ()).throw(AssetError(name, "missing"))
    )
    typeface.use_typefaces()
    assert sentence in caplog.text
