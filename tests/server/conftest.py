"""The running server, and a client that says what a browser says, or what none would."""

import http.client
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tools.serving import ROOT, answers, free_port, serving, started, wait_until

PATIENCE = 60
WATCH = """
import os, sys

def watch(event, args):
    if event.startswith("socket."):
        os.write(file, f"{event} {args[1:] if event == 'socket.connect' else args}\\n".encode())
    elif event == "import" or event == "open" and "/assets/" in str(args[0]):
        os.write(file, f"{event} {args[0]}\\n".encode())

file = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
sys.addaudithook(watch)
"""
"""Runs in the server before anything else: an audit hook notes what it imports, opens and connects to."""


@dataclass(frozen=True)
class Server:
    """The course as `make run` serves it: its address, its process, its log, and what an audit hook saw."""

    address: str
    process: int
    log: Path
    audit: Path

    def since(self, start: int) -> list[str]:
        """Return what the audit hook has seen since its file had this length."""
        return self.audit.read_text()[start:].splitlines()

    def ask(
        self, path: str, method: str = "GET", body: object = None, **headers: str
    ) -> http.client.HTTPResponse:
        """Send one request and return the answer, read to its end."""
        return ask(self.address, path, method, body, **headers)

    def read(self, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        """Send one request and return the answer, and what it holds."""
        with closing(
            http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)
        ) as connection:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer, answer.read()

    def socket(self, **options: Any) -> ClientConnection:
        """Open a WebSocket as a page does."""
        return socket_to(self.address, **options)


def ask(
    address: str, path: str, method: str = "GET", body: object = None, **headers: str
) -> http.client.HTTPResponse:
    """Send one request and return the answer, read to its end."""
    with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)) as connection:
        connection.request(method, path, body, headers)  # type: ignore[arg-type]
        answer = connection.getresponse()
        answer.read()
        return answer


def socket_to(address: str, **options: Any) -> ClientConnection:
    """Open a WebSocket as a page does."""
    url = address.replace("http", "ws", 1) + "/_stcore/stream"
    protocols = [Subprotocol("streamlit")]
    return connect(url, subprotocols=protocols, max_size=None, open_timeout=PATIENCE, **options)


def run(socket: ClientConnection, page: str = "") -> list[ForwardMsg]:
    """Ask for a run of a page, and return all that came until it was over."""
    message = BackMsg()
    message.rerun_script.page_name = page
    socket.send(message.SerializeToString())
    came: list[ForwardMsg] = []
    while not came or came[-1].WhichOneof("type") != "script_finished":
        came.append(ForwardMsg.FromString(socket.recv(timeout=PATIENCE, decode=False)))
    return came


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start it; at the end its log must hold no traceback."""
    folder = tmp_path_factory.mktemp("server")
    log, audit = folder / "log", folder / "audit"
    (folder / "sitecustomize.py").write_text(WATCH.replace("LOG", repr(str(audit))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        with serving(log) as (address, process):
            yield Server(address, process.pid, log, audit)
    assert "Traceback" not in log.read_text(), log.read_text()


LAUNCH = """
import os, sys
sys.path.insert(0, {root!r})
import streamlit as st
from starlette.middleware import Middleware
from server.errors import answer_error, log_once
from server.start import show_log
from server.uploads import UploadLimits
show_log()
log_once()
app = st.App("page.py", middleware=[Middleware(UploadLimits)], on_script_error=answer_error)
"""


@contextmanager
def serving_page(folder: Path, source: str) -> Iterator[Server]:
    """Serve a page of a test's own, with what stands behind it in `serve.py`."""
    (folder / "page.py").write_text(source)
    (folder / "launch.py").write_text(LAUNCH.format(root=str(ROOT)))
    (folder / ".streamlit").symlink_to(ROOT / ".streamlit")
    port, log = free_port(), folder / "log"
    command = [sys.executable, "-m", "streamlit", "run", "launch.py", f"--server.port={port}"]
    with started([*command, "--server.headless=true"], log, {}, folder) as process:
        wait_until(lambda: answers(port), log, process)
        yield Server(f"http://localhost:{port}", process.pid, log, folder / "audit")


def texts(came: list[ForwardMsg]) -> list[str]:
    """Return what a run has shown as Markdown and in boxes."""
    elements = [message.delta.new_element for message in came if message.WhichOneof("type") == "delta"]
    return [element.markdown.body or element.alert.body for element in elements]
