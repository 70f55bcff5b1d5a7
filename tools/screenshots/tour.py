"""The moving picture of the README: a digit is drawn and read, and its numbers go through the network."""

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from nncore import CANVAS
from training.strokes import fit_to_canvas, load_traces
from ui.inside import RESTS

WINDOW, SIZE = {"width": 1280, "height": 800}, (960, 600)
"""The window for which a section is made, and the picture's size, in pixels."""
DIGIT = 3
STEPS = ("A1", "Z1", "A2", "Z2", "A3", "Y")
PEN, LOOK, LAST = 70, 1100, 3000
"""Milliseconds that a frame stays: while the pen moves, at each step, and at the end."""
Frame = tuple[Image.Image, int]


def make_tour(browser: Browser, address: str, file: Path) -> None:
    """Write it as an animated WebP."""
    page = browser.new_page(viewport=WINDOW)  # type: ignore[arg-type]
    pictures, milliseconds = zip(*_frames(page, address), strict=True)
    page.close()
    pictures[0].save(
        file, save_all=True, append_images=pictures[1:], duration=milliseconds, loop=0, quality=70, method=6
    )


def _frames(page: Page, address: str) -> Iterator[Frame]:
    page.goto(f"{address}/draw")
    canvas = page.locator(".st-key-canvas canvas.upper-canvas")
    canvas.wait_for()
    _rest(page)
    yield _frame(page, LOOK)
    yield from _drawing(page)
    page.locator(".st-key-prediction").get_by_text(str(DIGIT), exact=True).first.wait_for()
    _rest(page)
    yield _frame(page, 2 * LOOK)
    page.get_by_role("link", name="Step through my drawing").click()
    page.locator(".st-key-sums h2").get_by_text("X", exact=True).wait_for()
    _rest(page)
    yield _frame(page, LOOK)
    for step in STEPS:
        page.locator(".st-key-step-on button").click()
        page.locator(".st-key-sums h2").get_by_text(step, exact=True).wait_for()
        _rest(page)
        yield _frame(page, LAST if step == STEPS[-1] else LOOK)


def _drawing(page: Page) -> Iterator[Frame]:
    """Draw the digit as somebody once wrote it, with a frame every few points."""
    traces = load_traces()
    number = int((traces.labels == DIGIT).nonzero()[0][0])
    box = page.locator(".st-key-canvas canvas.upper-canvas").bounding_box()
    assert box is not None  # noqa: S101, it is there
    scale = box["width"] / CANVAS
    for stroke in fit_to_canvas(traces.strokes[number], 0.65 * CANVAS):
        places = [(box["x"] + x * scale, box["y"] + y * scale) for x, y in stroke]
        page.mouse.move(*places[0])
        page.mouse.down()
        for n, place in enumerate(places):
            page.mouse.move(*place, steps=2)
            if n % 3 == 0:
                yield _frame(page, PEN)
        page.mouse.up()
        yield _frame(page, PEN)


def _rest(page: Page) -> None:
    """Let the page come to rest: nothing runs, and what moves in it has arrived."""
    page.wait_for_timeout(300)
    page.locator(RESTS).wait_for()
    page.wait_for_timeout(900)


def _frame(page: Page, milliseconds: int) -> Frame:
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return picture.resize(SIZE, Image.Resampling.LANCZOS), milliseconds
