"""Pictures of our own SVG: their words are as large as matplotlib writes them, and cannot break out."""

import re
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


def test_each_sign_stands_once_and_is_drawn_as_often_as_it_is_written() -> None:
    drawing = Drawing(DARK, 100)
    drawing.text((50, 50), "abba")
    root = fromstring(drawing.source())  # noqa: S314, it is ours
    kept = {path.get("id"): path.get("d") or "" for path in root.iter(SVG + "path")}
    assert set(kept) == {"u61", "u62"}
    assert [use.get("href") for use in root.iter(SVG + "use")] == ["#u61", "#u62", "#u62", "#u61"]
    for sign, path in zip("ab", (kept["u61"], kept["u62"]), strict=True):
        box = TextPath((0, 0), sign, size=100).get_extents()
        numbers = [float(each) for each in re.findall(r"-?\d+\.\d", path)]
        assert max(numbers[1::2]) == pytest.approx(box.y1, abs=2)
        assert min(numbers[0::2]) == pytest.approx(box.x0, abs=2)


def test_words_stay_words() -> None:
    drawing = Drawing(DARK, 100)
    drawing.text((50, 50), '"/><script>', on_paper=True, turned=True)
    root = fromstring(drawing.source())  # noqa: S314, it is ours
    assert next(part.get("aria-label") for part in root.iter(SVG + "g")) == '"/><script>'
    assert not list(root.iter(SVG + "script"))
