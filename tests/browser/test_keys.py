"""A digit drawn with the keyboard alone is read, walked through, undone, and travels with the visitor."""

import re
from collections.abc import Iterable
from itertools import pairwise

from playwright.sync_api import Locator, Page, expect

from tests.support.drawing_hand import DIGITS, answer, button, draw, link_of, prediction, settled

Cell = tuple[int, int]
SEVEN = [(6, 8), (6, 19), (13, 14), (22, 12)]
"""Row and column of its corners."""


def grid_of(page: Page) -> Locator:
    return page.get_by_role("grid", name="Paper of 28 by 28 pixels")


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until something has the focus, as nobody does with a pointer."""
    for _ in range(80):
        if goal.evaluate("goal => goal.getRootNode().activeElement === goal"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab never reaches it.")


def here(page: Page) -> Cell:
    """Return where the paper says that the keys are."""
    row, column = grid_of(page).get_attribute("aria-activedescendant").split("-")[1:]  # type: ignore[union-attr]
    return int(row), int(column)


def go_to(page: Page, goal: Cell) -> None:
    """Move by arrow keys."""
    for axis, (back, on) in enumerate((("ArrowUp", "ArrowDown"), ("ArrowLeft", "ArrowRight"))):
        way = goal[axis] - here(page)[axis]
        for _ in range(abs(way)):
            page.keyboard.press(on if way > 0 else back)


def ink(page: Page, corners: Iterable[Cell]) -> None:
    """Fill lines from corner to corner, pixel by pixel."""
    for (top, left), (bottom, right) in pairwise(corners):
        steps = max(abs(bottom - top), abs(right - left))
        for k in range(steps + 1):
            cell = round(top + k * (bottom - top) / steps), round(left + k * (right - left) / steps)
            go_to(page, cell)
            if not page.evaluate(IS_INK):
                page.keyboard.press("Space")


IS_INK = """() => {
    let place = document.activeElement;
    while (place.shadowRoot) place = place.shadowRoot.activeElement;
    const cell = place.getRootNode().getElementById(place.getAttribute("aria-activedescendant"));
    return cell.getAttribute("aria-label").endsWith("ink");
}"""


def by_keys(page: Page, address: str) -> None:
    """Open a page and switch to the paper for the keys, which has the focus then."""
    page.goto(address)
    switch = (
        settled(page)
        .get_by_role("switch", name="Draw with the keys")
        .or_(page.get_by_role("checkbox", name="Draw with the keys"))
    )
    expect(switch).to_be_attached()
    tab_to(page, switch)
    page.keyboard.press("Space")
    expect(grid_of(page)).to_be_focused()


def test_a_digit_is_drawn_with_the_keyboard_alone(page: Page, server: str) -> None:
    by_keys(page, f"{server}/draw")
    ink(page, SEVEN)
    expect(prediction(page)).to_have_text(answer(7))
    expect(page.locator("#announced[role=status]")).to_contain_text("The answer: 7")
    address = link_of(page)
    page.keyboard.press("Delete")
    expect(
        page.get_by_role("status").filter(has_text=re.compile(r"^row \d+, column \d+, paper$"))
    ).to_be_attached()
    page.keyboard.press("Control+z")
    expect(page).to_have_url(address)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-by_keys input")).to_be_focused()

    page.goto(address)  # a stranger's browser
    expect(prediction(settled(page))).to_have_text(answer(7))


def test_on_a_phone_the_whole_paper_stays_below_the_head_while_the_keys_draw(
    phone: Page, server: str
) -> None:
    by_keys(phone, f"{server}/draw")
    expect(phone.get_by_text("Ctrl+Z takes back", exact=False).first).to_be_visible()
    head = phone.get_by_test_id("stHeader").bounding_box()
    assert head is not None
    for key, scrolled in (("Tab", 0), ("Shift+ArrowRight", 350), ("Shift+ArrowDown", -2000)):
        grid_of(phone).evaluate("grid => grid.focus({ preventScroll: true })")
        phone.get_by_test_id("stMain").evaluate("(main, by) => main.scrollBy(0, by)", scrolled)
        if key != "Tab":
            phone.keyboard.press(key)
        box = grid_of(phone).bounding_box()
        assert box is not None
        assert head["y"] + head["height"] <= box["y"]
        assert box["y"] + box["height"] <= 740


def test_it_outlives_a_move_to_another_page_and_the_walk_reads_it(page: Page, server: str) -> None:
    by_keys(page, server)
    ink(page, SEVEN)
    expect(prediction(page)).to_have_text(answer(7))
    page.get_by_role("link", name="See what it saw").click()
    expect(page).to_have_url(re.compile(r"/draw\?ink="), timeout=30_000)
    expect(prediction(settled(page))).to_have_text(answer(7))
    expect(grid_of(page).get_by_role("gridcell", name="row 7, column 12, ink")).to_be_attached()
    page.get_by_role("link", name="Step through my drawing").click()
    expect(page).to_have_url(re.compile(r"/forward\?.*ink="), timeout=30_000)
    page.keyboard.press("End")
    expect(page.get_by_role("heading", name="Y", exact=False).first).to_be_visible()


def test_the_keys_go_on_with_what_a_pointer_drew_and_undo_takes_it_back(page: Page, server: str) -> None:
    page.goto(f"{server}/draw")
    draw(settled(page), DIGITS[1])
    expect(prediction(page)).to_have_text(answer(1))
    page.get_by_text("Draw with the keys").click()
    middle = grid_of(page).get_by_role("gridcell", name="row 15, column 15, ink")
    expect(middle).to_be_attached()
    grid_of(page).focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    right = grid_of(page).get_by_role("gridcell", name="row 15, column 17")
    expect(right).to_have_attribute("aria-label", "row 15, column 17, ink")
    expect(button(settled(page), "undo")).to_be_enabled()
    button(page, "undo").click()
    expect(right).to_have_attribute("aria-label", "row 15, column 17, paper")
    expect(middle).to_be_attached()
    box = right.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 45, box["y"] + 5)
    page.mouse.up()
    for column in range(17, 22):
        expect(grid_of(page).get_by_role("gridcell", name=f"row 15, column {column}, ink")).to_be_attached()
    button(settled(page), "clear").click()
    expect(prediction(page)).to_contain_text("Draw a digit")
    expect(middle).not_to_be_attached()
