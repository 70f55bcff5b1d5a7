"""A class joins: the code leads phones to the page as the teacher sees it at that moment."""

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import settled


def test_join_shows_this_page_with_what_was_set_since_it_was_opened(page: Page, server: str) -> None:
    public = server.replace("localhost", "school.localhost")  # as behind a proxy: no name for oneself
    page.goto(f"{public}/gates?gate=NAND")
    settled(page).get_by_text("Predict first", exact=True).click()
    expect(page.get_by_role("switch", name="Predict first")).to_be_checked()
    settled(page).get_by_role("button", name="Join").click()
    dialog = page.get_by_role("dialog")
    address = public.removeprefix("http://") + "/gates?predict=true&gate=NAND"
    expect(dialog.get_by_role("link", name=address)).to_be_visible()
    code = dialog.get_by_role("img", name="QR code")
    expect(code).to_be_visible()
    box = code.bounding_box()
    assert box is not None
    assert box["width"] == box["height"] > 550
    assert box["y"] + box["height"] < 900
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_step_by_itself_is_joined_by_itself(page: Page, server: str) -> None:
    public = server.replace("localhost", "school.localhost")
    page.goto(f"{public}/matrices?only=product")
    settled(page).get_by_role("button", name="Join").click()
    address = public.removeprefix("http://") + "/matrices?only=product"
    expect(page.get_by_role("dialog").get_by_role("link", name=address)).to_be_visible()
