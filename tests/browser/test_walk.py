"""A stranger walks through the forward pass on the running app, by keys and by mouse."""

import re

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import expect_answer, link_of, open_paper, settled, write
from tests.support.walking import opened, step

PRESS_FIVE_TIMES = """(key) => {
    const press = () => new KeyboardEvent("keydown", { key, bubbles: true, composed: true });
    for (let time = 0; time < 5; time++) document.activeElement.dispatchEvent(press());
}"""


def press(page: Page, key: str, symbol: str) -> None:
    """Press a key and wait for the step that it leads to, and until the page is whole."""
    page.keyboard.press(key)
    expect(step(page)).to_have_text(symbol)
    settled(page)


def test_one_walks_by_keys_alone_to_the_end_and_back(page: Page, server: str) -> None:
    opened(page, server + "/forward", "X")
    for symbol in ("A1", "Z1", "A2", "Z2", "A3", "Y"):
        press(page, "ArrowRight", symbol)
    press(page, "ArrowLeft", "A3")
    expect(page).to_have_url(re.compile("step=A3"))  # which the address says when the page is whole
    page.reload()
    expect(step(page)).to_have_text("A3")


def test_keys_that_are_pressed_faster_than_the_page_answers_all_count(page: Page, server: str) -> None:
    opened(page, server + "/forward", "X")
    for key, symbol in (("ArrowRight", "A3"), ("ArrowLeft", "X")):
        settled(page).evaluate(PRESS_FIVE_TIMES, key)
        expect(step(page)).to_have_text(symbol)


def test_a_changed_weight_changes_y_and_survives_a_reload(page: Page, server: str) -> None:
    opened(page, server + "/forward?at=your-numbers&step=Y", "Y")
    code = page.get_by_test_id("stCode").first
    expect(code).to_contain_text("[0.31682708 0.69627909]")
    field = page.get_by_label("W1[0, 0]")
    field.fill("2")
    field.press("ArrowLeft")  # in a text field the arrow moves the cursor, not the walk
    field.press("Tab")
    expect(page).to_have_url(re.compile("W1=2"))
    expect(code).not_to_contain_text("0.31682708")
    expect(step(page)).to_have_text("Y")
    changed = settled(page).get_by_test_id("stCode").first.inner_text()
    page.reload()
    expect(step(page)).to_have_text("Y")
    expect(code).to_have_text(changed, use_inner_text=True)


def test_ones_own_drawing_is_walked_through_and_stays_over_a_reload(page: Page, server: str) -> None:
    open_paper(page, server)
    write(page, 4)
    link_of(page)  # what is in the address is there when one comes back to it
    page.get_by_role("link", name="Step through my drawing").click()
    expect(step(page)).to_have_text("X")
    expect(page.get_by_text("This is your drawing")).to_be_visible()
    page.locator(".st-key-strip").get_by_role("radio", name="Y").click()
    said = page.locator(".st-key-sums").get_by_test_id("stHtml").get_by_text("4", exact=True)
    expect(said).to_be_visible()
    expect(page).to_have_url(re.compile("(?=.*ink=)(?=.*step=Y)"))
    settled(page).reload()
    expect(said).to_be_visible()
    page.go_back()
    expect_answer(page, 4)


def test_a_neuron_is_pointed_at_chosen_and_left_by_the_arrows(page: Page, server: str) -> None:
    opened(page, server + "/forward?step=A1", "A1")
    svg, tip = page.locator(".st-key-toy_diagram svg"), page.locator(".st-key-toy_diagram .tip")
    expect(tip).to_be_hidden()
    neuron = svg.locator("[data-id='neuron 1 2']")
    neuron.hover()
    expect(tip).to_have_text("A1[2] = 1.1")
    neuron.click()
    expect(page).to_have_url(re.compile("alone=1"))
    expect(svg.locator("g.label")).to_have_count(3)  # two weights and the bias of this neuron alone
    svg.locator("[data-id='neuron 1 2']").focus()
    page.keyboard.press("ArrowUp")
    expect(svg.locator("[data-id='neuron 1 1']")).to_be_focused()
    expect(step(page)).to_have_text("A1")
