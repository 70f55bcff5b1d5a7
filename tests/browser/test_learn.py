"""The page on learning in a browser: the keys of the walk back, and a training that ends with its page."""

import re

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import settled


def steps(page: Page) -> int:
    words = page.locator(".st-key-beat-playground").inner_text()
    found = re.search(r"After step (\d+)", words)
    return int(found[1]) if found else 0


def test_arrow_keys_walk_back_and_forth(page: Page, server: str) -> None:
    page.goto(server + "/learn?only=walk-back")
    settled(page)
    beat = page.locator(".st-key-beat-walk-back")
    expect(beat).to_contain_text("the walk is at dA3")
    page.locator("h2").click()
    for key, symbol in (("ArrowLeft", "dW3"), ("ArrowLeft", "db3"), ("ArrowRight", "dW3")):
        page.keyboard.press(key)
        expect(beat).to_contain_text(f"the walk is at {symbol}")


def test_who_chose_a_network_by_pointer_walks_on_by_keys_and_each_press_counts(
    page: Page, server: str
) -> None:
    page.goto(server + "/learn?only=walk-back")
    settled(page)
    beat = page.locator(".st-key-beat-walk-back")
    page.get_by_role("radio", name="the digit network").click()
    expect(beat).to_contain_text("No drawing yet")
    settled(page)
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    expect(beat).to_contain_text("the walk is at dA2")
    beat.get_by_role("button", name="db1", exact=True).click()
    expect(beat).to_contain_text("the walk is at db1")


def test_points_are_painted_by_one_stroke(page: Page, server: str) -> None:
    page.goto(server + "/learn?only=playground&points=my+own")
    settled(page)
    svg = page.locator(".st-key-answers svg")
    svg.scroll_into_view_if_needed()
    box = svg.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 0.5 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 0.6 * box["height"], steps=20)
    page.mouse.up()
    points = "svg => svg.querySelectorAll('g.box').length"
    page.wait_for_function(f"svg => ({points})(svg) > 4", arg=svg.element_handle())
    drawn = svg.evaluate(points)
    svg.locator("[tabindex='0']").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"([svg, n]) => ({points})(svg) === n", arg=[svg.element_handle(), drawn + 4])


def test_a_training_shows_its_loss_fall_and_stands_still_when_its_page_is_left(
    page: Page, server: str
) -> None:
    page.goto(server + "/learn?points=XOR&optimizer=Adam&eta=0.03")
    settled(page)
    page.locator(".st-key-plane_play button").click()
    page.wait_for_function(
        """() => Number(/After step (\\d+)/.exec(
            document.querySelector(".st-key-beat-playground").innerText)?.[1]) >= 20"""
    )
    page.get_by_role("link", name="The test set").first.click()
    settled(page)
    page.get_by_role("link", name="How it learns").first.click()
    settled(page)
    expect(page.locator(".st-key-plane_play button")).to_be_enabled()
    before = steps(page)
    assert before >= 20
    page.locator(".st-key-plane_step button").click()
    expect(page.locator(".st-key-beat-playground")).to_contain_text(f"After step {before + 1}")


def test_no_word_of_the_page_leaves_a_phone(phone: Page, server: str) -> None:
    phone.goto(server + "/learn")
    settled(phone)
    wide = phone.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth; }"
    )
    assert wide <= 1
