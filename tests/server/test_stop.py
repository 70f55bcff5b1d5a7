"""A server that is asked to stop stops, whatever its visitors' browsers leave undone."""

import signal
import socket
from pathlib import Path
from urllib.parse import urlsplit

import streamlit

from tools.serving import serving

STATIC = Path(streamlit.__file__).parent / "static"


def largest() -> str:
    """The address of the largest file that is served: it does not fit into what lies between two sockets."""
    file = max(STATIC.rglob("*.js"), key=lambda file: file.stat().st_size)
    return file.relative_to(STATIC).as_posix()


def test_it_does_not_wait_for_who_does_not_take_an_answer(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(log) as (address, process), socket.socket(socket.AF_INET) as visitor:
        visitor.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        visitor.connect(("127.0.0.1", urlsplit(address).port))
        visitor.sendall(f"GET /{largest()} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert visitor.recv(12) == b"HTTP/1.1 200"
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
    assert "Traceback" not in log.read_text()
