"""What is kept of visitors' uploads has an end."""

import uuid
from collections.abc import Iterator
from contextlib import suppress

import pytest

from server.limits import UPLOADED_BYTES
from tests.server.conftest import Server, run, serving_page, texts

BOUNDARY = "----file"
HEAD = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'.encode()
TAIL = f"\r\n--{BOUNDARY}--\r\n".encode()
MEGABYTE = 2**20


PAGE = """
import streamlit as st
from streamlit.runtime import get_instance
files = get_instance().uploaded_file_mgr.file_storage
st.write(str(sum(len(file.data) for session in files.values() for file in session.values())))
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose one page says how many bytes of uploads it keeps."""
    with serving_page(tmp_path_factory.mktemp("uploads"), PAGE) as server:
        yield server


def kept_bytes(server: Server) -> int:
    """Return how much of what was uploaded the server keeps."""
    with server.socket() as page:
        return int(texts(run(page))[0])


def headers(server: Server) -> dict[str, str]:
    """Return what a browser sends with an upload."""
    cookie = server.ask("/_stcore/health").headers["Set-Cookie"].partition(";")[0]
    return {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2],
    }


def upload(server: Server, session: str, body: object, **more: str) -> int:
    """Upload a file to a number that nobody has given out; return the answer's status."""
    path = f"/_stcore/upload_file/{session}/{uuid.uuid4()}"
    return server.ask(path, "PUT", body, **headers(server), **more).status


@pytest.fixture
def session(server: Server) -> Iterator[str]:
    """A living session."""
    with server.socket() as page:
        yield run(page)[0].new_session.initialize.session_id


def test_a_made_up_session_keeps_nothing(server: Server) -> None:
    before = kept_bytes(server)
    assert upload(server, str(uuid.uuid4()), HEAD + b"x" * MEGABYTE + TAIL) == 400
    assert kept_bytes(server) == before


def test_an_endless_body_is_cut(server: Server, session: str) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        yield HEAD
        while sent < 200 * MEGABYTE:
            sent += MEGABYTE
            yield b"x" * MEGABYTE

    before = kept_bytes(server)
    with suppress(BrokenPipeError, ConnectionResetError):  # cut off before the answer could be read
        assert upload(server, session, endless()) == 413
    assert sent < 60 * MEGABYTE
    assert kept_bytes(server) == before


def test_of_all_files_the_newest_are_kept(server: Server, session: str) -> None:
    size = 19 * MEGABYTE
    for _ in range(UPLOADED_BYTES // size + 2):
        assert upload(server, session, HEAD + b"x" * size + TAIL) == 204
    assert UPLOADED_BYTES - size < kept_bytes(server) <= UPLOADED_BYTES
