"""In a real browser: a fail-over, a path of one's own, TLS, and a learning platform's frame."""

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from checks.proxy.conftest import WORD
from checks.proxy.farm import Farm, farm
from tests.support.drawing_hand import button, clear, expect_answer, go_to, prediction, settled, write
from tests.support.weights_files import npz, random_arrays
from tests.visitors.beside import on_canvas
from tools.pen import png

NETWORK = {"name": "mine.npz", "mimeType": "application/octet-stream", "buffer": npz(**random_arrays())}
PICTURE = {"name": "seven.png", "mimeType": "image/png", "buffer": png(on_canvas(7))}
CHOICES = "input[type=file]"


def clear_once_it_answers(page: Page, digit: int) -> None:
    """Clear the paper, which has this digit, as somebody does who sees that a click brought nothing.

    A click that comes before the page has found another process is lost; the digit is there all the time.
    """
    with suppress(AssertionError):
        button(page, "clear").click()
        expect(prediction(page)).not_to_have_text(re.compile(rf"^\s*{digit}"), timeout=20_000)
        return
    expect_answer(page, digit)
    clear(settled(page))


def cookies(page: Page) -> dict[str, str]:
    """The cookies of a page's context."""
    return {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}  # type: ignore[typeddict-item]


def process_of(course: Farm, page: Page) -> int:
    """The process that serves a page: one that was ended is soon started again under its name."""
    return course.processes()[course.who_serves(cookies(page))]


def test_drawing_and_address_are_back_after_a_process_is_killed(course: Farm, page: Page) -> None:
    page.goto(course.address + "/evaluate?at=own-network")
    settled(page)
    page.locator(CHOICES).set_input_files(NETWORK)  # type: ignore[arg-type]
    expect(page.get_by_test_id("stAlert").get_by_text("of the test images correctly")).to_be_visible()
    go_to(page, "draw")
    expect(page.get_by_text("Your network is in use")).to_be_visible()
    settled(page)
    expect(page).to_have_url(re.compile("own=true"))
    served = process_of(course, page)

    os.kill(served, signal.SIGKILL)
    expect(page.get_by_text("Only they have it")).to_be_visible()
    assert process_of(course, page) != served

    page.goto(course.address + "/draw")
    write(page, 4)
    expect(page).to_have_url(re.compile("ink="))
    settled(page)
    address = page.url
    course.wait()
    served = process_of(course, page)
    os.kill(served, signal.SIGKILL)
    clear_once_it_answers(page, 4)
    assert page.url.partition("?")[0] == address.partition("?")[0]
    page.goto(address)
    expect_answer(page, 4)
    clear(settled(page))
    write(page, 7)
    assert process_of(course, page) != served


def test_a_path_of_ones_own(page: Page, log: Path) -> None:
    own = {"STREAMLIT_SERVER_BASE_URL_PATH": "digits", "GATES_BASE": "/digits", "GATES_METRICS_TOKEN": WORD}
    with farm(log, 2, **own) as there:
        page.goto(there.address + "/digits/draw")
        write(page, 4)
        expect(page).to_have_url(re.compile("/digits/draw.*ink="))
        button(page, "bring").click()
        page.get_by_test_id("stDialog").locator(CHOICES).set_input_files(PICTURE)  # type: ignore[arg-type]
        expect_answer(page, 7)
        go_to(page, "gates")
        expect(page).to_have_url(re.compile("/digits/gates"))
        settled(page)
        word = {"Authorization": f"Bearer {WORD}"}
        assert page.request.get(there.address + "/digits/_stcore/metrics", headers=word).status == 404
        page.goto("about:blank")


@contextmanager
def platform(inside: str) -> Iterator[str]:
    """Serve a page of another site that shows an address in a frame; give its own address."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = (
                f'<!doctype html><title>A platform</title><iframe src="{inside}" width="1200" height="800">'
            )
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for localhost with its key, in one file as HAProxy takes it."""
    key, certificate, both = (tmp_path / name for name in ("key", "certificate", "both.pem"))
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout"
    subprocess.run([*command.split(), key, "-out", certificate], check=True, capture_output=True)
    both.write_bytes(certificate.read_bytes() + key.read_bytes())
    return both


def test_behind_tls_and_in_a_frame_of_another_site(page: Page, log: Path, certificate: Path) -> None:
    """Cookies of ours are those of a third party there: the upload shows that both come along."""
    settings = {
        "GATES_BIND": f":{{port}} ssl crt {certificate} alpn h2,http/1.1",
        "GATES_COOKIE": "secure attr SameSite=None attr Partitioned",
        "GATES_FRAME_ANCESTORS": "http://127.0.0.1:*",
        "STREAMLIT_SERVER_XSRF_COOKIE_SAME_SITE": "none",
    }
    with farm(log, 2, **settings) as there:
        address = there.address.replace("http", "https", 1)
        page.goto(address + "/draw")
        write(page, 4)
        with platform(address + "/draw?embed=true") as site:
            page.goto(site)
            frame = page.frame_locator("iframe")
            write(frame, 2)
            button(frame, "bring").click()
            with page.expect_response(lambda answer: answer.request.method == "PUT") as answer:
                frame.get_by_test_id("stDialog").locator(CHOICES).set_input_files(PICTURE)  # type: ignore[arg-type]
            assert answer.value.status == 204, answer.value.request.all_headers()
            expect_answer(frame, 7)
            page.goto("about:blank")


def test_no_other_site_shows_it_in_a_frame_by_default(course: Farm, page: Page) -> None:
    with (
        platform(course.address + "/gates?embed=true") as site,
        page.expect_event("console", lambda message: "frame-ancestors" in message.text),
    ):
        page.goto(site)
