"""The paper for the keys in a browser: switched to, gone about on, and filled, all without a pointer."""

from collections.abc import Iterable
from itertools import pairwise

from playwright.sync_api import Locator, Page, expect

Cell = tuple[int, int]
IS_INK = """() => {
    let place = document.activeElement;
    while (place.shadowRoot) place = place.shadowRoot.activeElement;
    const cell = place.getRootNode().getElementById(place.getAttribute("aria-activedescendant"));
    return cell.getAttribute("aria-label").endsWith("ink");
}"""


def grid_of(page: Page) -> Locator:
    return page.get_by_role("grid", name="Paper of 28 by 28 pixels")


def switch_to_keys(page: Page) -> None:
    """Reach the switch with Tab and press it: the paper for the keys has the focus then."""
    switch = page.locator(".st-key-by_keys input")
    expect(switch).to_be_attached()
    for _ in range(80):
        if switch.evaluate("it => document.activeElement === it"):
            break
        page.keyboard.press("Tab")
    expect(switch).to_be_focused()
    page.keyboard.press("Space")
    expect(grid_of(page)).to_be_focused()


def go_to_cell(page: Page, goal: Cell) -> None:
    """Move by arrow keys from where the paper says that the keys are."""
    said = grid_of(page).get_attribute("aria-activedescendant") or ""
    here = [int(number) for number in said.split("-")[1:]]
    for axis, (back, on) in enumerate((("ArrowUp", "ArrowDown"), ("ArrowLeft", "ArrowRight"))):
        way = goal[axis] - here[axis]
        for _ in range(abs(way)):
            page.keyboard.press(on if way > 0 else back)


def ink(page: Page, corners: Iterable[Cell]) -> None:
    """Fill lines from corner to corner, pixel by pixel."""
    for (top, left), (bottom, right) in pairwise(corners):
        steps = max(abs(bottom - top), abs(right - left))
        for k in range(steps + 1):
            cell = round(top + k * (bottom - top) / steps), round(left + k * (right - left) / steps)
            go_to_cell(page, cell)
            if not page.evaluate(IS_INK):
                page.keyboard.press("Space")
