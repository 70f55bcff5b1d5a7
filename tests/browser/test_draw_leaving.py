"""The paper while another page is looked at: its drawing is kept, and what watches it goes with it."""

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import (
    DIGITS,
    answer,
    button,
    draw,
    expect_ink,
    link_of,
    open_paper,
    paper,
    prediction,
)


def go_away(page: Page) -> None:
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Start here").click()
    expect(page.get_by_role("heading", name="How does a machine read a digit?")).to_be_visible()


def come_back(page: Page) -> None:
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Draw a digit").click()
    paper(page)


def test_the_drawing_outlives_a_visit_to_another_page(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[4])
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)
    go_away(page)
    come_back(page)
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)
    expect_ink(page, (5, 5.5))
    link = link_of(page)
    draw(page, [[(2, 9.3), (8, 9.3)]])
    page.wait_for_function("link => location.href !== link", arg=link)  # once it is read
    expect_ink(page, (5, 9.3))
    button(page, "undo").click()
    expect_ink(page, (5, 9.3), there=False)
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)


WATCHERS = """
window.watchers = new Set();
const { observe, disconnect } = MutationObserver.prototype;
MutationObserver.prototype.observe = function (target, options) {
    if (target === document.body) watchers.add(this);
    return observe.call(this, target, options);
};
MutationObserver.prototype.disconnect = function () {
    watchers.delete(this);
    return disconnect.call(this);
};
"""


def test_who_watches_the_paper_goes_with_it(page: Page, server: str) -> None:
    page.add_init_script(WATCHERS)
    open_paper(page, server)
    count = "watchers.size"
    with_paper = page.evaluate(count)
    for _ in range(2):
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Logic gates").click()  # which has no paper
        page.wait_for_function("before => watchers.size < before", arg=with_paper)
        come_back(page)
        assert page.evaluate(count) == with_paper
    page.locator(".st-key-canvas").hover()
    toolbar = page.locator(".st-key-canvas .dc-toolbar")
    expect(toolbar).to_be_attached()
    expect(toolbar).to_be_hidden()
