"""Visitors do not see each other's things, and a lost network or a dead server loses nobody's drawing."""

import signal
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.support.drawing_hand import (
    DIGITS,
    answer,
    button,
    draw,
    expect_ink,
    link_of,
    open_paper,
    prediction,
    settled,
)
from tests.support.weights_files import constant_network
from tools.serving import free_port, serving

LONG = 30_000
IN_3, IN_7 = (7, 7.2), (4.9, 7)
"""A place that is dark in the one digit and light in the other."""
BACKGROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


def test_two_visitors_have_their_own_drawing_network_and_theme(
    page: Page, browser: Browser, server: str
) -> None:
    other = browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 900}).new_page()
    open_paper(page, server)
    draw(page, DIGITS[3])
    expect(prediction(page)).to_have_text(answer(3))
    other.goto(server + "/evaluate?section=own-network")
    settled(other)
    file = {"name": "always5.npz", "mimeType": "application/octet-stream", "buffer": constant_network(5)}
    other.locator("input[type=file]").set_input_files(file)
    expect(other.get_by_test_id("stSidebar").get_by_text("always5.npz")).to_be_visible(timeout=LONG)
    other.get_by_test_id("stSidebarNavLink").filter(has_text="Draw a digit").click()
    expect(other.get_by_role("button", name="Undo")).to_be_disabled(timeout=LONG)
    draw(other, DIGITS[7])
    expect(prediction(other)).to_have_text(answer(5))  # as that network answers to everything
    assert "always5" not in page.content()
    link = link_of(page)
    draw(page, [[(2, 9.3), (8, 9.3)]])
    page.wait_for_function("link => location.href !== link", arg=link)
    button(page, "undo").click()
    page.wait_for_url(link)
    expect(prediction(page)).to_have_text(answer(3))
    for visitor, mine, not_mine in ((page, IN_3, IN_7), (other, IN_7, IN_3)):
        expect_ink(visitor, mine)
        expect_ink(visitor, not_mine, there=False)
    assert page.evaluate(BACKGROUND) == "rgb(252, 251, 248)"
    assert other.evaluate(BACKGROUND) == "rgb(21, 23, 28)"
    other.context.close()


COUNT_SOCKETS = """
window.sockets = 0;
window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
        super(...given);
        window.sockets += 1;
    }
};
"""


def test_a_connection_that_drops_comes_back_with_the_drawing(page: Page, server: str) -> None:
    sockets: list[WebSocketRoute] = []

    def through(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server()

    page.route_web_socket("**/_stcore/stream", through)
    page.add_init_script(COUNT_SOCKETS)
    open_paper(page, server)
    draw(page, DIGITS[4])
    expect(prediction(page)).to_have_text(answer(4))
    sockets[0].close(code=1012, reason="a tunnel")
    page.wait_for_function("() => sockets === 2")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
    draw(page, [[(2, 9.3), (8, 9.3)]])
    expect_ink(page, (5, 9.3))
    button(page, "undo").click()
    expect(prediction(page)).to_have_text(answer(4), timeout=LONG)
    expect_ink(page, (5, 5.5))
    assert len(sockets) == 2


def test_a_server_that_is_killed_and_started_again_has_the_drawing_back(
    browser: Browser, tmp_path: Path
) -> None:
    port = free_port()
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    with serving(tmp_path / "log", port) as (address, server):
        open_paper(page, address)
        draw(page, DIGITS[7])
        expect(prediction(page)).to_have_text(answer(7))
        link_of(page)
        server.send_signal(signal.SIGKILL)
        server.wait()
    with serving(tmp_path / "log", port):
        expect(page.get_by_text("This drawing came with the link")).to_be_visible(timeout=LONG)
        expect(prediction(page)).to_have_text(answer(7), timeout=LONG)
        expect_ink(settled(page), IN_7)
        before = prediction(page).inner_text()
        draw(page, [[(2, 9.3), (8, 9.3)]])
        expect(prediction(page)).not_to_have_text(before, use_inner_text=True)
        button(page, "undo").click()
        expect(prediction(page)).to_have_text(before, use_inner_text=True)
        expect_ink(page, (5, 9.3), there=False)
        page.context.close()
    assert "Traceback" not in (tmp_path / "log").read_text()
