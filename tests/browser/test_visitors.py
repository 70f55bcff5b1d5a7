"""Visitors do not see each other's things, and a lost network or a dead server loses nobody's drawing."""

import re
import signal
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.support.drawing_hand import (
    DIGITS,
    button,
    draw,
    expect_another_address,
    expect_answer,
    expect_ink,
    go_to,
    link_of,
    open_paper,
    settled,
    visit,
    write,
)
from tests.support.lesson_page import answer_check, expect_done
from tests.support.weights_files import constant_network
from tools.serving import free_port, serving

IN_3, IN_7 = (7, 7.2), (4.9, 7)
"""A place that is dark in the one digit and light in the other."""
LINE = [[(2, 9.3), (8, 9.3)]]


def expect_own(page: Page, mine: tuple[float, float], not_mine: tuple[float, float]) -> None:
    """Wait until the paper shows one's own digit and not the other's."""
    expect_ink(page, mine)
    expect_ink(page, not_mine, there=False)


def test_two_visitors_have_their_own_drawing_and_network(page: Page, browser: Browser, server: str) -> None:
    other = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    open_paper(page, server)
    write(page, 3)
    visit(other, server + "/evaluate?at=own-network")
    file = {"name": "always5.npz", "mimeType": "application/octet-stream", "buffer": constant_network(5)}
    other.locator("input[type=file]").set_input_files(file)
    expect(other.get_by_text("of the test images correctly")).to_be_visible()
    go_to(settled(other), "draw")
    expect(button(other, "undo")).to_be_disabled()
    draw(other, DIGITS[7])
    expect_answer(other, 5)  # as that network answers to everything
    draw(page, LINE)
    expect_ink(page, (5, 9.3))
    button(page, "undo").click()
    expect_ink(page, (5, 9.3), there=False)
    expect_answer(page, 3)
    expect_own(page, IN_3, IN_7)
    expect_own(other, IN_7, IN_3)
    assert "always5" not in page.content()
    other.context.close()


def test_two_tabs_have_a_drawing_each_and_one_list_of_marks(page: Page, server: str) -> None:
    visit(page, server)
    other = page.context.new_page()
    visit(other, server)
    page.bring_to_front()  # what is hidden draws no frames
    write(page, 3)
    settled(page).locator(".st-key-next button").click()
    answer_check(page, "pixels-of-a-picture", "784")
    expect_done(page, 1)
    other.bring_to_front()
    expect_done(other, 1)
    write(other, 7)
    expect_own(other, IN_7, IN_3)
    page.bring_to_front()
    settled(page).locator(".st-key-back button").click()
    expect_own(page, IN_3, IN_7)
    expect_answer(page, 3)


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
    write(page, 4)
    link = link_of(page)
    sockets[0].close(code=1012, reason="a tunnel")
    page.wait_for_function("() => sockets === 2")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
    draw(settled(page), LINE)
    expect_another_address(page, link)
    button(page, "undo").click()
    page.wait_for_url(link)
    expect_answer(page, 4)
    expect_ink(page, (5, 5.5))
    assert len(sockets) == 2


def test_a_server_that_is_killed_and_started_again_has_the_drawing_back(
    browser: Browser, tmp_path: Path
) -> None:
    port = free_port()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()  # an unwatched one: its console says that the server was away
    with serving(tmp_path / "log", port) as (address, server):
        visit(page, f"{address}/gates?gate=OR")  # the first visitor of all comes by a link
        expect(page).to_have_title(re.compile("Logic gates · Gates to Digits$"))
        expect(page.get_by_test_id("stSidebar")).to_have_css("width", "220px")  # not 300
        go_to(page, "draw")
        draw(page, DIGITS[7], size=0.5)
        expect_answer(page, 7)
        link = link_of(page)
        server.send_signal(signal.SIGKILL)
        server.wait()
    with serving(tmp_path / "log", port):
        expect_ink(page, IN_7)  # a drawing of the address lies in the middle of the paper
        expect_answer(settled(page), 7)
        draw(page, LINE)
        expect_another_address(page, link)
        button(page, "undo").click()
        page.wait_for_url(link)
        expect_ink(page, (5, 9.3), there=False)
        context.close()
    assert "Traceback" not in (tmp_path / "log").read_text()
