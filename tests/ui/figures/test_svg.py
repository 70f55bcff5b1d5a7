"""Pictures of our own SVG: their words are as large as matplotlib writes them, and cannot break out."""

from xml.etree.ElementTree import fromstring

import pytest
from matplotlib.textpath import TextPath

from ui.figures.svg import Drawing, width_of
from ui.theme import DARK

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("text", ["0.5·x1 + 0.5·x2 − 0.7 = 0", "fires here everywhere", "s1:  −1"])
def test_a_text_is_as_wide_as_matplotlib_writes_it(text: str) -> None:
    whole = TextPath((0, 0), text, size=12).get_extents().width
    assert width_of(text) == pytest.approx(whole, abs=2)  # but for the room beside the first and last sign


def test_words_stay_words() -> None:
    drawing = Drawing(DARK, 100)
    drawing.text((50, 50), '"/><script>', on_paper=True, turned=True)
    root = fromstring(drawing.source())  # noqa: S314, it is ours
    assert next(part.get("aria-label") for part in root.iter(SVG + "g")) == '"/><script>'
    assert not list(root.iter(SVG + "script"))
