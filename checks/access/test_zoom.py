"""At 200 % and in forced colours nothing is cut or lost, and what is chosen is told not by colour alone."""

from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as TooLong

from checks.access.pairs import DRAWN, PAIRS
from checks.access.test_in_view import IN_VIEW
from tests.support.drawing_hand import settled

FORCED = Path(__file__).with_name("forced.js").read_text(encoding="utf-8")
HALF = {"width": 640, "height": 400}
"""A laptop's window of 1280×800 at 200 %."""
LOST = ("missing", "cut", "small")


def whole(page: Page, server: str, address: str) -> dict[str, object]:
    """Return what is lost of a page, when nothing is or after a minute."""
    page.goto(server + address)
    expect(page.locator("h1").first).to_be_visible(timeout=60_000)
    settled(page)
    lost = " + ".join(f"found.{name}.length" for name in LOST)
    with suppress(TooLong):
        page.wait_for_function(
            f"pairs => {{ const found = ({IN_VIEW})(pairs); return !({lost}) && found.wide <= 0; }}",
            arg=PAIRS[address],
            timeout=60_000,
        )
    found = page.evaluate(IN_VIEW, PAIRS[address])
    return {name: found[name] for name in LOST if found[name]} | ({"wide": 1} if found["wide"] > 0 else {})


@pytest.mark.parametrize("address", PAIRS, ids=lambda address: address[:32])
def test_at_twice_the_size_nothing_is_cut_or_lost(browser: Browser, server: str, address: str) -> None:
    page = browser.new_page(viewport=HALF, device_scale_factor=2)
    lost = whole(page, server, address)
    page.close()
    assert not lost


@pytest.mark.parametrize("address", PAIRS, ids=lambda address: address[:32])
def test_in_forced_colours_nothing_is_lost_and_what_is_chosen_is_told(
    browser: Browser, server: str, address: str
) -> None:
    page = browser.new_page(
        viewport={"width": 1280, "height": 800}, forced_colors="active", color_scheme="dark"
    )
    lost = whole(page, server, address)
    with suppress(TooLong):
        page.wait_for_function(f"() => !({FORCED})().length")
    unseen = page.evaluate(FORCED)
    page.close()
    assert not lost
    assert not unseen


def test_the_answer_is_told_by_more_than_its_colour(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, forced_colors="active")
    page.goto(f"{server}/draw?{DRAWN}")
    expect(page.locator(".st-key-prediction").get_by_text("7", exact=True)).to_be_visible(timeout=60_000)
    names = page.locator(".st-key-details span").filter(has_text="7")
    expect(names.first).to_have_css("font-weight", "700")
    page.close()
