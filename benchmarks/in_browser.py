"""What somebody at a browser waits for, beside the least that a page can do: in Chromium, one visitor.

Run it alone with ``python -m benchmarks.in_browser``; `tools/programs.py` says where one is looked for.
"""

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count, cycle, islice

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.classroom import CANVAS_FLOOR, LOG, SLIDER_FLOOR
from benchmarks.table import Figure, in_markdown
from tools.programs import CHROMIUM_ARGUMENTS, find_chromium
from tools.serving import serving
from ui.course import COURSE
from ui.inside import RESTS as NOT_RUNNING
from ui.texts import lesson

LONG = 60_000
QUIET = 400
"""Milliseconds: longer than the canvas waits before it reports."""
CANVAS = ".st-key-canvas canvas.upper-canvas"
NEXT, BACK = ".st-key-next button", ".st-key-back button"
ON, OFF = ".st-key-step-on button", ".st-key-step-back button"
# From the deed to the last change, once nothing has changed for a while and no script runs.
WATCH = """() => {
    window.bench?.disconnect();
    window.benchLast = window.benchStart = 0;
    const begin = () => { window.benchStart = performance.now(); };
    for (const kind of ["pointerup", "click", "keydown"]) window.addEventListener(kind, begin, true);
    window.bench = new MutationObserver(() => { window.benchLast = performance.now(); });
    const all = { childList: true, subtree: true, characterData: true, attributes: true };
    window.bench.observe(document.querySelector("[data-testid=stMain]"), all);
}"""
RESTS = """quiet => new Promise(resolve => {
    const begun = performance.now();
    const check = () => {
        const now = performance.now();
        const rests = document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning";
        const changed = window.benchLast > window.benchStart && now - window.benchLast > quiet;
        if (rests && changed) resolve(window.benchLast - window.benchStart);
        else if (now - begun > 20000) resolve(NaN);
        else setTimeout(check, 10);
    };
    check();
})"""
Deed = Callable[[], None]


def opened(page: Page, address: str, ready: str) -> None:
    """Open a page, and wait until an element is there and no script runs."""
    page.goto(address)
    page.locator(ready).first.wait_for(timeout=LONG)
    page.locator(NOT_RUNNING).wait_for(timeout=LONG)


def waits(page: Page, deeds: Sequence[Deed], often: int) -> list[float]:
    """Return the milliseconds from each deed until the page has changed and rests, else NaN.

    The first is not counted: it may mark a check as done, and then the whole page is drawn.
    """
    taken = []
    for deed in islice(cycle(deeds), often + 1):
        page.evaluate(WATCH)
        deed()
        milliseconds = page.evaluate(RESTS, QUIET)
        taken.append(float("nan") if milliseconds is None else float(milliseconds))
    return taken[1:]


def clicks(page: Page, *selectors: str) -> list[Deed]:
    """Return the clicks on some elements."""
    return [page.locator(selector).click for selector in selectors]


def strokes(page: Page, address: str, often: int) -> list[float]:
    """Return the milliseconds from pen-up until all of the new answer is shown."""
    opened(page, address, CANVAS)
    canvas, numbers = page.locator(CANVAS), count()
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box() or {"x": 0, "y": 0}

    def draw() -> None:
        number = next(numbers)
        x, y = box["x"] + 40 + 25 * (number % 8), box["y"] + 60 + 20 * (number % 5)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 8, y + 80, steps=4)
        page.mouse.up()

    return waits(page, [draw], often)


def slider_moves(page: Page, address: str, key: str, often: int) -> list[float]:
    """Return the milliseconds from a key on a slider until the page has changed."""
    opened(page, address, f".st-key-{key} >> role=slider")
    press = page.locator(f".st-key-{key} >> role=slider").press
    return waits(page, [partial(press, "ArrowRight"), partial(press, "ArrowLeft")], often)


def page_changes(page: Page, address: str, names: Sequence[str], often: int) -> list[float]:
    """Return the milliseconds from a click in the menu until the other page rests."""
    opened(page, address, "[data-testid=stSidebarNavLink]")
    links = page.get_by_test_id("stSidebarNavLink")
    return waits(page, [links.filter(has_text=name).click for name in names], often)


def start_to_canvas(browser: Browser, script: str | None, path: str) -> float:
    """Return the seconds from the start of a server until one can draw."""
    start = time.perf_counter()
    with serving(LOG, script=script) as (address, _):
        page = browser.new_page()
        page.goto(address + path)
        page.locator(CANVAS).wait_for(timeout=LONG)
        seconds = time.perf_counter() - start
        page.close()
    return seconds


def elements(page: Page, address: str) -> list[float]:
    """Return how many elements each section of each page has on its screen, the sidebar's included."""
    found = []
    for entry in COURSE:
        for section in lesson(entry.url).sections:
            opened(page, f"{address}/{entry.url}?at={section.name}", ".st-key-foot")
            found.append(float(page.get_by_test_id("stElementContainer").count()))
    return found


def of_floors(page: Page, often: int) -> list[Figure]:
    """Return what the least that a page can do takes: a canvas, a slider, an empty page."""
    with serving(LOG, script=CANVAS_FLOOR) as (address, _):
        drawn = Figure("pen-up to all shown, the canvas alone", strokes(page, address, often), "ms")
    with serving(LOG, script=SLIDER_FLOOR) as (address, _):
        slider = Figure("a slider alone", slider_moves(page, address, "w1", often), "ms")
        menu = Figure("to an empty page", page_changes(page, address, ("Second", "First"), often), "ms")
    return [drawn, slider, menu]


def of_the_course(page: Page, often: int, drawn: Figure, slider: Figure, menu: Figure) -> list[Figure]:
    """Return what the course takes, each beside its floor."""

    def steps(query: str) -> list[float]:
        opened(page, f"{address}/forward{query}", ON)
        return waits(page, clicks(page, ON, ON, OFF, OFF), often)

    def sections() -> list[float]:
        opened(page, f"{address}/gates?at=three-numbers", NEXT)
        return waits(page, clicks(page, NEXT, BACK), often)

    with serving(LOG) as (address, _):
        gates, curve = f"{address}/gates?at=three-numbers", f"{address}/activations?at=soft-step"
        names = ("Logic gates", "Matrix products", "Draw a digit")
        found = [
            Figure(
                "pen-up to all shown, /draw", strokes(page, f"{address}/draw", often), "ms", drawn, times=1.15
            ),
            Figure("a slider on /gates", slider_moves(page, gates, "w1", often), "ms", slider, times=2.7),
            Figure(
                "a slider on /activations", slider_moves(page, curve, "x", often), "ms", slider, times=2.7
            ),
            Figure("a step on /forward", steps(""), "ms", slider, times=3),
            Figure("a step on /forward, digits", steps("?at=digit-network"), "ms", slider, times=4),
            Figure("Next within a page", sections(), "ms", most=90),
            Figure("page to page", page_changes(page, address, names, often), "ms", menu, most=160),
        ]
        counts = elements(page, address)
    return [
        *found,
        Figure("elements on a screen, the median", counts, "", most=30),
        Figure("elements on a screen, at most", counts, "", most=40, percentile=100),
    ]


def figures(often: int = 15, starts: int = 5) -> list[Figure]:
    """Return all of them, each beside its floor; none without a Chromium."""
    if (path := find_chromium()) is None:
        return [Figure("all in a browser: there is no Chromium", [], "", most=0)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        floors = of_floors(page, often)
        ours = of_the_course(page, often, *floors)
        least, whole = (
            [start_to_canvas(browser, script, way) for _ in range(starts)]
            for script, way in ((CANVAS_FLOOR, ""), (None, "/draw"))
        )
        start = Figure("start to canvas, one page", least, "s")
        return [*floors, *ours, start, Figure("start to canvas, the course", whole, "s", start, times=1.4)]


if __name__ == "__main__":
    print(in_markdown(figures(*map(int, sys.argv[1:]))))
