"""A network that a visitor brought: its name is shown as it is, and one that is gone is missed."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.support.drawing_hand import settled
from tests.support.uploading import FOREIGN
from tests.support.weights_files import npz, random_arrays
from tools.serving import free_port, serving

LONG = 30_000
SECTION = "/evaluate?section=own-network"


def bring(page: Page, name: str) -> None:
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": npz(**random_arrays())}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_test_id("stAlert").get_by_text("of the test images correctly")).to_be_visible(
        timeout=LONG
    )
    settled(page)


def test_the_name_of_a_file_is_shown_as_it_is(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server + SECTION)
    settled(page)
    bring(page, FOREIGN.replace("/", "-"))  # no file has a slash in its name, on any computer
    bring(page, "a](b) **c**.npz")
    expect(page.get_by_test_id("stAlert").get_by_text("a](b) **c**.npz")).to_be_visible()
    assert not [url for url in asked if "evil" in url]


def test_after_a_restart_a_network_is_missed_and_brought_again(browser: Browser, tmp_path: Path) -> None:
    context, port = browser.new_context(), free_port()
    page = context.new_page()  # an unwatched one: its console says that the server was away
    with serving(tmp_path / "log", port) as (address, process):
        page.goto(address + SECTION)
        settled(page)
        bring(page, "mine.npz")
        page.get_by_test_id("stSidebarNavLink").get_by_text("Draw a digit").click()
        expect(page.get_by_text("Your network is in use")).to_be_visible(timeout=LONG)
        settled(page)
        process.kill()
        process.wait()
    with serving(tmp_path / "log", port):
        page.reload()
        expect(page.get_by_text("Only they have it")).to_be_visible(timeout=LONG)
        expect(page.get_by_text("Your network is in use")).to_have_count(0)
        page.get_by_text("Bring it again").click()
        expect(page.locator("input[type=file]")).to_be_attached(timeout=LONG)
        settled(page)
        bring(page, "mine.npz")
        expect(page.get_by_text("Only they have it")).to_have_count(0)
    context.close()


def test_back_leads_to_the_page_before_with_a_network_in_use(page: Page, server: str) -> None:
    page.goto(server + SECTION)
    settled(page)
    bring(page, "mine.npz")
    for name in ("Draw a digit", "Logic gates"):
        page.get_by_test_id("stSidebarNavLink").get_by_text(name).click()
        expect(page.get_by_test_id("stMain").get_by_text(name + " · ")).to_be_visible(timeout=LONG)
        settled(page)
    for name in ("Draw a digit", "The test set"):
        page.go_back()
        expect(page.get_by_test_id("stMain").get_by_text(name + " · ")).to_be_visible(timeout=LONG)
        settled(page)
