"""What somebody at a browser waits for, beside the least that a page can do: in Chromium, one visitor.

Run it alone with ``python -m benchmarks.in_browser``; `tools/chromium.py` says where one is looked for.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.amount import WHOLE, Amount
from benchmarks.classroom import CANVAS_FLOOR, LOG, SLIDER_FLOOR
from benchmarks.table import Figure, figure, missing, show
from tools.chromium import ARGUMENTS, find
from tools.serving import serving
from ui.course import COURSE
from ui.resources import lesson

LONG = 60_000
CANVAS = ".st-key-canvas canvas.upper-canvas"
WATCH = """selector => {
    window.benchWatcher?.disconnect();
    window.benchLast = window.benchStart = 0;
    const begin = () => { window.benchStart = performance.now(); };
    for (const kind of ["pointerup", "click", "keydown"]) window.addEventListener(kind, begin, true);
    window.benchWatcher = new MutationObserver(() => { window.benchLast = performance.now(); });
    const all = { childList: true, subtree: true, characterData: true, attributes: true };
    window.benchWatcher.observe(document.querySelector(selector), all);
}"""
# Milliseconds from the deed to the last change, once nothing has changed for a while and no script runs.
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
GATES, CURVE, DIGITS = "/gates?at=three-numbers", "/activations?at=soft-step", "/forward?at=digit-network"
QUIET = 400
"""Milliseconds: longer than the canvas waits before it reports."""


def settle(page: Page) -> None:
    """Wait until no script runs."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=LONG)


def wait_after(page: Page, selector: str, deed: Callable[[], None]) -> float:
    """Return the milliseconds from a deed until what is in an element has changed and rests; else NaN."""
    page.evaluate(WATCH, selector)
    deed()
    taken = page.evaluate(RESTS, QUIET)
    return float("nan") if taken is None else float(taken)


def strokes(page: Page, address: str, count: int) -> list[float]:
    """Return the milliseconds from pen-up until all of the new answer is shown."""
    page.goto(address)
    canvas = page.locator(CANVAS)
    canvas.wait_for(timeout=LONG)
    settle(page)
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None  # noqa: S101, it is there
    taken = []
    for number in range(count + 1):
        x = box["x"] + 40 + 200 * (number % 8) / 8

        def draw(x: float = x, y: float = 60.0 + 20 * (number % 5)) -> None:
            page.mouse.move(x, box["y"] + y)
            page.mouse.down()
            page.mouse.move(x + 8, box["y"] + y + 80, steps=4)
            page.mouse.up()

        taken.append(wait_after(page, "[data-testid=stMainBlockContainer]", draw))
    return taken[1:]  # the first one marks a check as done, and the whole page is drawn


def slider_moves(page: Page, address: str, key: str, count: int) -> list[float]:
    """Return the milliseconds from a key on a slider until the page has changed."""
    page.goto(address)
    slider = page.locator(f".st-key-{key}").get_by_role("slider")
    slider.wait_for(timeout=LONG)
    settle(page)
    slider.focus()
    keys = ["ArrowRight", "ArrowLeft"] * count
    return [
        wait_after(page, "[data-testid=stMainBlockContainer]", lambda key=key: page.keyboard.press(key))  # type: ignore[misc]
        for key in keys[: count + 1]
    ][1:]


def steps(page: Page, address: str, count: int) -> list[float]:
    """Return the milliseconds of one step of the viewer, there and back."""
    page.goto(address)
    page.locator(".st-key-step-on button").wait_for(timeout=LONG)
    settle(page)
    taken = []
    for number in range(count + 1):
        key = "step-on" if number % 4 < 2 else "step-back"
        click = page.locator(f".st-key-{key} button").click
        taken.append(wait_after(page, "[data-testid=stMainBlockContainer]", click))
    return taken[1:]


def sections(page: Page, address: str, count: int) -> list[float]:
    """Return the milliseconds from Next, or Back, until the other section of the page rests."""
    page.goto(address)
    page.locator(".st-key-next button").wait_for(timeout=LONG)
    settle(page)
    clicks = [page.locator(f".st-key-{key} button").click for key in ("next", "back")]
    return [wait_after(page, "[data-testid=stMain]", clicks[n % 2]) for n in range(count + 1)][1:]


def elements(page: Page, address: str) -> list[float]:
    """Return how many elements each section of each page has on its screen, the sidebar's included."""
    found = []
    for entry in COURSE:
        for section in lesson(entry.url).sections:
            page.goto(f"{address}/{entry.url}?at={section.name}")
            page.locator(".st-key-foot").wait_for(timeout=LONG)
            settle(page)
            found.append(float(page.get_by_test_id("stElementContainer").count()))
    return found


def page_changes(page: Page, address: str, names: tuple[str, ...], count: int) -> list[float]:
    """Return the milliseconds from a click in the menu until the other page rests."""
    page.goto(address)
    settle(page)
    links = page.get_by_test_id("stSidebarNavLink")
    taken = []
    for number in range(count + 1):
        link = links.filter(has_text=names[number % len(names)])
        taken.append(wait_after(page, "[data-testid=stMain]", link.click))
    return taken[1:]


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


@contextmanager
def chromium() -> Iterator[Browser | None]:
    """Start a Chromium, if there is one."""
    path = find()
    with sync_playwright() if path else nullcontext() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=ARGUMENTS) if playwright else None


def figures(amount: Amount) -> list[Figure]:
    """Return all of them, each beside its floor."""
    moves = amount.moves
    LOG.parent.mkdir(exist_ok=True)
    with chromium() as browser:
        if browser is None:
            return [missing("all in a browser", "not installed: Chromium", reach="to be measured")]
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        with serving(LOG, script=CANVAS_FLOOR) as (address, _):
            canvas = figure(
                "pen-up to all shown, the canvas alone", strokes(page, address, amount.strokes), "ms"
            )
        with serving(LOG, script=SLIDER_FLOOR) as (address, _):
            slider = figure("a slider alone", slider_moves(page, address, "w1", moves), "ms")
            menu = figure("to an empty page", page_changes(page, address, ("Second", "First"), moves), "ms")
        with serving(LOG) as (address, _):
            drawn = strokes(page, address + "/draw", amount.strokes)
            ours = [
                canvas,
                figure("pen-up to all shown, /draw", drawn, "ms", floor=canvas, most_ratio=1.15),
                slider,
            ]
            measured = {
                "a slider on /gates": (slider_moves(page, address + GATES, "w1", moves), 2.7),
                "a slider on /activations": (slider_moves(page, address + CURVE, "x", moves), 2.7),
                "a step on /forward": (steps(page, address + "/forward", moves), 3.0),
                "a step on /forward, digits": (steps(page, address + DIGITS, moves), 4.0),
            }
            ours += [
                figure(name, each, "ms", floor=slider, most_ratio=most)
                for name, (each, most) in measured.items()
            ]
            ours.append(figure("Next within a page", sections(page, address + GATES, moves), "ms", most=90))
            pages = page_changes(page, address, ("Logic gates", "Matrix products", "Draw a digit"), moves)
            ours += [menu, figure("page to page", pages, "ms", floor=menu, most=160)]
            counts = elements(page, address)
            ours += [
                figure("elements on a screen, the median", counts, "", most=30),
                figure("elements on a screen, at most", [max(counts)], "", most=40),
            ]
        least = figure(
            "start to canvas, one page",
            [start_to_canvas(browser, CANVAS_FLOOR, "") for _ in range(amount.starts)],
            "s",
        )
        whole = [start_to_canvas(browser, None, "/draw") for _ in range(amount.starts)]
        return [*ours, least, figure("start to canvas, the course", whole, "s", floor=least, most_ratio=1.4)]


if __name__ == "__main__":
    show(figures(WHOLE))
