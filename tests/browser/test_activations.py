"""The activations page in a real browser: hovering, moving, sharing, going back."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.drawing_hand import settled

PATIENCE = 20_000


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.get_by_role("heading", name="What does a neuron make")).to_be_visible(timeout=30_000)
    return settled(page)


def row(page: Page, curve: str) -> Locator:
    """Return the row of the table of values that belongs to a curve."""
    return page.get_by_role("row").filter(has=page.get_by_role("cell", name=curve, exact=True))


def chart(page: Page) -> Locator:
    return page.locator(".st-key-plot-curves svg")


def test_hovering_reads_all_curves_without_a_round_trip(page: Page, server: str) -> None:
    opened(page, server + "/activations")
    expect(chart(page)).to_be_visible(timeout=PATIENCE)
    page.route("**/_stcore/stream", lambda route: route.abort())
    told = page.locator(".st-key-plot-curves .tip")
    expect(told).to_be_hidden()
    chart(page).scroll_into_view_if_needed()
    box = chart(page).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.5)
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.5)
    expect(told).to_have_text(re.compile(r"x 2\.\d\nstep 1\nsigmoid 0\.8\d+\nReLU 2\.\d"))
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    expect(told).to_have_text(re.compile(r"x −2\.\d\nstep 0\nsigmoid 0\.\d+\nReLU 0"))
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] - 40)
    expect(told).to_be_hidden()
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()


def test_moving_x_changes_table_and_picture_and_a_link_restores_them(
    page: Page, browser: Browser, server: str
) -> None:
    opened(page, server + "/activations?curves=sigmoid&k=3")
    expect(row(page, "sigmoid")).to_contain_text("0.9526", timeout=PATIENCE)  # sigmoid(3)
    picture = chart(page).screenshot()
    page.locator(".st-key-at").get_by_role("slider").press("Home")
    expect(row(page, "sigmoid")).to_contain_text("9.36·10⁻¹⁴", timeout=PATIENCE)  # exp(−30)
    settled(page)
    assert chart(page).screenshot() != picture
    link = page.url
    page.reload()
    expect(row(page, "sigmoid")).to_contain_text("9.36·10⁻¹⁴", timeout=30_000)
    stranger = browser.new_page()
    opened(stranger, link)
    expect(row(stranger, "sigmoid")).to_contain_text("9.36·10⁻¹⁴", timeout=PATIENCE)
    expect(row(stranger, "step")).to_have_count(0)
    stranger.close()


def test_back_goes_to_the_page_before(page: Page, server: str) -> None:
    page.goto(server + "/")
    expect(page.get_by_role("heading", name="How does a machine read")).to_be_visible(timeout=30_000)
    settled(page)
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Activation functions").click()
    expect(row(page, "sigmoid")).to_contain_text("0.7311", timeout=PATIENCE)
    settled(page)
    page.locator(".st-key-at").get_by_role("slider").press("ArrowLeft")
    expect(row(page, "sigmoid")).to_contain_text("0.7109", timeout=PATIENCE)
    page.go_back()
    expect(page.get_by_role("heading", name="How does a machine read")).to_be_visible(timeout=PATIENCE)


def test_softmax_overflows_on_a_phone_without_scrolling_sideways(phone: Page, server: str) -> None:
    opened(phone, server + "/activations?only=last-layer")
    expect(phone.get_by_role("heading", name="What the last layer says")).to_be_in_viewport()
    phone.get_by_role("button", name="The overflow").click()
    expect(phone.get_by_role("row").filter(has_text="1010").first).to_contain_text("nan", timeout=PATIENCE)
    expect(phone.get_by_text("overflow encountered in exp")).to_be_visible()
    main = phone.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
