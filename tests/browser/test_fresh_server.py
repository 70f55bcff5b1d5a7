"""A server whose first visitor opens a link to a page, not the start of the course."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tools.serving import serving


@pytest.mark.parametrize("address", ["/gates?gate=OR", "/gates?only=one-line"])
def test_the_first_visitor_may_come_by_a_link_to_a_page(address: str, page: Page, tmp_path: Path) -> None:
    with serving(tmp_path / "log") as (server, _):
        page.goto(server + address)
        if "only" in address:
            expect(page.get_by_text("The whole page")).to_be_visible()
            expect(page.get_by_role("heading", level=1)).to_have_count(1)
        else:
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect(page.get_by_test_id("stSidebarLogo")).to_be_visible()
        link = page.get_by_test_id("stSidebarNavLink")
        expect(link.filter(has_text="Logic gates")).to_be_attached()
        expect(link).to_have_count(8)
        expect(page).to_have_url(server + address)
        expect(page).to_have_title(re.compile("Logic gates · Gates to Digits$"))
        page.goto("about:blank")  # before the server goes
