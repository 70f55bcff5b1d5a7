"""All pictures and tables of a page can be saved, and the files hold what the page shows."""

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from nncore import softmax
from tests.support.drawing_hand import settled
from ui.theme import DARK

SLOWLY = 60_000
"""Milliseconds: Vega comes with a library of its own."""
SHOWN = """() => [...document.querySelectorAll(
        "[data-testid=stBidiComponentIsolated], [data-testid=stImage] img, .stVegaLiteChart svg.marks")]
    .map(part => part.shadowRoot ? part.shadowRoot.querySelector(".diagram svg") : part)
    .filter(picture => picture?.getClientRects().length)
    .map(picture => { const box = picture.getBoundingClientRect(); return [box.width, box.height]; })"""
"""The sizes of all pictures on the page, in its order."""


def saved(page: Page, kind: str) -> dict[str, bytes]:
    """Save all files of a kind; return them by their names."""
    files = {}
    buttons = page.get_by_role("button", name=re.compile(f"^Save as {kind}:"))
    expect(buttons.first).to_be_visible()  # the list is made as it is opened
    for button in buttons.all():
        with page.expect_download() as saving:
            button.click()
        files[saving.value.suggested_filename] = Path(saving.value.path()).read_bytes()
    return files


def take_away(page: Page, address: str, charts: int) -> None:
    """Open a page, wait for its charts, and open the list."""
    page.goto(address)
    expect(page.locator(".stVegaLiteChart svg.marks")).to_have_count(charts, timeout=SLOWLY)
    settled(page).get_by_role("button", name="Take away").click()
    expect(page.get_by_role("button", name=re.compile("^Save as CSV:")).first).to_be_visible()


def test_pictures_are_sharp_and_drawings_stand_by_themselves(page: Page, server: str) -> None:
    page.emulate_media(color_scheme="dark")
    take_away(page, f"{server}/gates", 1)
    shown = page.evaluate(SHOWN)
    pictures, drawings = saved(page, "PNG"), saved(page, "SVG")
    assert len(pictures) == len(drawings) == len(shown) >= 6
    assert [name.removesuffix(".png") for name in pictures] == [name[:-4] for name in drawings]
    assert all(name.startswith("gates-") for name in pictures)
    sizes = []
    for file in pictures.values():
        picture = Image.open(io.BytesIO(file)).convert("RGB")
        assert picture.getpixel((1, 1)) == tuple(bytes.fromhex(DARK.paper[1:]))
        colours = picture.getcolors(1 << 20)
        assert colours is not None
        assert len(colours) > 20
        sizes.append(picture.size)
    for (width, height), (wide, high) in zip(sizes, shown, strict=True):
        assert width >= 2 * wide - 1
        assert height >= 2 * min(high, wide) - 1
    for file in drawings.values():
        source = file.decode()
        root = ElementTree.fromstring(source)  # noqa: S314
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert not re.search(r"var\(|https?://(?!www\.w3\.org/)|url\((?!data:|#|&quot;#|\"#)", source)
        if "<text" in source:
            assert re.search(
                r'@font-face\{font-family:"Source Sans";[^}]*url\(data:font/woff2;base64,', source
            )


def test_no_name_of_a_file_stops_in_mid_phrase_and_a_beat_has_a_list_as_high_as_its_rows(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/gates?only=three-numbers")
    expect(page.get_by_role("img", name="The four inputs as points")).to_be_visible()
    settled(page).get_by_role("button", name="Take away").click()
    expect(page.get_by_role("button", name=re.compile("^Save as CSV:")).first).to_be_visible()
    names = [*saved(page, "SVG"), *saved(page, "CSV")]
    assert names == [
        "gates-three-numbers-the-four-inputs-as-points.svg",
        "gates-three-numbers-picture.svg",
        "gates-three-numbers-table.csv",
    ]
    boxes = [page.get_by_test_id("stPopoverBody").bounding_box()]
    boxes.append(page.get_by_role("group", name="Pictures and tables of this page").bounding_box())
    body, rows = (box for box in boxes if box)
    assert body["height"] < rows["height"] + 60


def test_a_table_is_saved_with_the_numbers_that_are_shown(page: Page, server: str) -> None:
    take_away(page, f"{server}/activations?only=last-layer&a1=-1&a2=2.5&a3=4", 0)
    files = saved(page, "CSV")
    file = next(text for name, text in files.items() if name.startswith("activations-last-layer-table"))
    head, *rows, total = csv.reader(io.StringIO(file.decode()))
    assert [head[0], head[-1], total[0], len(rows)] == ["a", "÷ sum", "sum", 3]
    numbers = np.array([[float(cell) for cell in row] for row in rows])
    np.testing.assert_allclose(numbers[:, 0], [-1, 2.5, 4])
    np.testing.assert_allclose(numbers[:, -1], softmax(np.array([-1, 2.5, 4])), rtol=1e-4)
    bars = dict(csv.reader(io.StringIO(files["activations-last-layer-probabilities.csv"].decode())))
    assert [float(bars[name]) for name in ("a1", "a2", "a3")] == pytest.approx(numbers[:, -1], abs=1e-4)
    shown = page.locator(".st-key-beat-last-layer table").first.inner_text().replace("−", "-")
    assert [row.split("\t") for row in shown.split("\n") if "\t" in row][1:4] == rows


def test_a_picture_of_pixels_keeps_its_squares(page: Page, server: str) -> None:
    page.goto(server)
    expect(page.get_by_alt_text("A handwritten digit from the test set")).to_be_visible(timeout=SLOWLY)
    settled(page).get_by_role("button", name="Take away").click()
    (file,) = saved(page, "PNG").values()
    picture = np.asarray(Image.open(io.BytesIO(file)).convert("RGB"))
    assert len(picture) >= 2 * 240
    within = picture[20:-20, 20:-20]  # without the frame: 20 pixels for each of the 28
    squares = within.reshape(26, 20, 26, 20, 3)
    assert (squares == squares[:, :1, :, :1]).all()
    assert len(np.unique(squares[:, 0, :, 0].reshape(-1, 3), axis=0)) > 10
