"""What browser tests share: waiting for the app, and drawing on its canvas as a hand would."""

import itertools
import re
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from ui.brand import tab_title
from ui.course import page_at

Point = tuple[float, float]
A_DIGIT = re.compile(r"\d")

# One way of writing each digit, in tenths of the canvas; a digit is a list of strokes.
DIGITS: dict[int, list[list[Point]]] = {
    0: [[(5, 1.5), (3, 2.5), (2.5, 5), (3, 7.5), (5, 8.5), (7, 7.5), (7.5, 5), (7, 2.5), (5, 1.5)]],
    1: [[(5, 1.5), (5, 8.5)]],
    2: [[(3, 3), (4, 1.8), (6, 1.7), (7, 3), (6.5, 4.5), (4.5, 6.5), (3, 8.3), (5, 8.3), (7.3, 8.3)]],
    3: [[(3, 2), (5, 1.5), (6.8, 2.5), (6.5, 4), (4.8, 4.8), (6.8, 5.8), (7, 7.2), (5.2, 8.4), (3, 8)]],
    4: [[(4, 1.5), (3, 5.5), (7, 5.5)], [(6.5, 2), (6.3, 8.5)]],
    5: [[(4, 1.7), (3.6, 4.5), (5.5, 4.3), (7, 5.5), (6.8, 7.5), (5, 8.5), (3, 8)], [(4, 1.7), (7, 1.6)]],
    6: [[(6, 1.5), (4, 3.5), (3, 6), (3.5, 8), (5, 8.5), (6.5, 7.8), (6.6, 6.3), (5.2, 5.5), (3.4, 6.5)]],
    7: [[(3, 2), (7, 2), (5.5, 5), (4.5, 8.5)]],
    8: [
        [
            (6.5, 2.5),
            (5, 1.5),
            (3.5, 2.5),
            (4, 4),
            (6, 5.5),
            (6.7, 7),
            (5, 8.5),
            (3.4, 7.2),
            (4, 5.7),
            (6, 4.2),
            (6.5, 2.5),
        ]
    ],
    9: [[(6.5, 3), (5, 1.7), (3.6, 3), (4, 4.6), (5.5, 4.8), (6.5, 3.2), (6.5, 5.5), (6, 8.5)]],
}


def visit(page: Page, address: str) -> Page:
    """Open a page of the app and wait until it is drawn."""
    page.goto(address)
    return settled(page)


def settled(page: Page) -> Page:
    """Wait until a page has its headline and no script is running; return it."""
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
    return page


def go_to(page: Page, url: str) -> None:
    """Go to another page by the table of contents, and wait until it is drawn."""
    page.get_by_test_id("stSidebarNavLink").filter(has_text=page_at(url).title).click()
    expect_page(page, url)


def expect_page(page: Page, url: str) -> None:
    """Wait until this page is the one that is shown, and drawn."""
    expect(page).to_have_title(re.compile(re.escape(tab_title(page_at(url))) + "$"))
    settled(page)


def prediction(page: Page) -> Locator:
    """Return the place where the answer stands."""
    return page.locator(".st-key-prediction")


def expect_answer(page: Page, digits: int) -> None:
    """Wait until this is the answer, which stands first in its place."""
    expect(prediction(page).locator("span").first).to_have_text(str(digits))


def paper(page: Page) -> Locator:
    """Return the canvas, once it takes strokes and is in view, clear of the page's header."""
    canvas = page.locator(".st-key-canvas canvas.upper-canvas")
    expect(canvas).to_be_visible()
    canvas.evaluate(
        "canvas => canvas.getBoundingClientRect().top < 60 && canvas.scrollIntoView({block: 'center'})"
    )
    canvas.hover()
    while canvas.evaluate("canvas => canvas.style.cursor") != "crosshair":  # as it is once it has its pen
        canvas.hover()
    return canvas


def corner_of(page: Page) -> tuple[float, float, float]:
    """Return where the paper begins on the screen, left and top, and how large a tenth of it is."""
    box = paper(page).bounding_box()
    assert box is not None
    return box["x"], box["y"], box["width"] / 10


def draw(page: Page, strokes: Sequence[Sequence[Point]], size: float = 1.0, at: Point = (0.0, 0.0)) -> None:
    """Draw strokes with the mouse; `size` scales them and `at` moves them, in tenths of the canvas."""
    left, top, unit = corner_of(page)
    mouse = paper(page).page.mouse
    for stroke in strokes:
        points = [(left + (x * size + at[0]) * unit, top + (y * size + at[1]) * unit) for x, y in stroke]
        mouse.move(*points[0])
        mouse.down()
        for point in points[1:]:
            mouse.move(*point, steps=4)
        mouse.up()


def draw_by_touch(page: Page, strokes: Sequence[Sequence[Point]]) -> None:
    """Draw strokes with a finger."""
    left, top, unit = corner_of(page)
    for stroke in strokes:
        _touch(page, [(left + x * unit, top + y * unit) for x, y in _dense(stroke)])


def drag(page: Page, start: Point, end: Point) -> None:
    """Move the mouse from one place on the screen to another, its button held."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=5)
    page.mouse.up()


def drag_by_touch(page: Page, start: Point, end: Point) -> None:
    """Move a finger from one place on the screen to another."""
    _touch(page, _dense([start, end]))


def _touch(page: Page, path: Sequence[Point]) -> None:
    """Let a finger go along a path, through the browser's own touch events."""
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *points: Point) -> None:
        places = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    touch("touchStart", path[0])
    for point in path[1:]:
        touch("touchMove", point)
    touch("touchEnd")


def _dense(stroke: Sequence[Point], steps: int = 4) -> list[Point]:
    points = [stroke[0]]
    for (x0, y0), (x1, y1) in itertools.pairwise(stroke):
        points += [(x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps) for k in range(1, steps + 1)]
    return points


def button(page: Page, key: str) -> Locator:
    """Our own button under the canvas (the canvas has others with the same names)."""
    return page.locator(f".st-key-{key} button")


def open_paper(page: Page, server: str) -> None:
    """Open the page on drawing, its paper blank and ready."""
    visit(page, server + "/draw")
    paper(page)


def write(page: Page, digit: int) -> None:
    """Draw a digit with the mouse and wait until it is read."""
    draw(page, DIGITS[digit])
    expect_answer(page, digit)


def clear(page: Page) -> None:
    """Clear the paper, and wait until ink and answer have gone."""
    button(page, "clear").click()
    expect_blank(page)
    expect(prediction(page)).not_to_have_text(A_DIGIT)


def expect_ink(page: Page, at: tuple[float, float], *, there: bool = True) -> None:
    """Wait until the canvas is dark (or light) at a place, given in tenths of its side."""
    page.wait_for_function(
        """([x, y, there]) => {
            const host = document.querySelector(".st-key-canvas [data-testid=stBidiComponentIsolated]");
            const canvas = host?.shadowRoot?.querySelector("canvas.dc-canvas.lower-canvas");
            if (!canvas) return false;
            const [left, top] = [x * canvas.width / 10, y * canvas.height / 10];
            return canvas.getContext("2d").getImageData(left, top, 1, 1).data[0] < 128 === there;
        }""",
        arg=[*at, there],
    )


def expect_blank(page: Page) -> None:
    """Wait until there is no ink on the canvas."""
    page.wait_for_function(
        """() => {
            const host = document.querySelector(".st-key-canvas [data-testid=stBidiComponentIsolated]");
            const canvas = host?.shadowRoot?.querySelector("canvas.dc-canvas.lower-canvas");
            if (!canvas) return false;
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            return data.every((value, i) => i % 4 || value > 128);
        }"""
    )


def link_of(page: Page) -> str:
    """The address, once it holds the drawing on the paper."""
    page.wait_for_function("() => location.search.includes('ink=')")  # no expression: the page forbids eval
    settled(page)
    return here(page)


def here(page: Page) -> str:
    """The address as the browser has it: what Playwright remembers of it may be older."""
    address: str = page.evaluate("location.href")
    return address


def expect_another_address(page: Page, before: str) -> None:
    """Wait until what was done is in the address."""
    page.wait_for_function("before => location.href !== before", arg=before)
