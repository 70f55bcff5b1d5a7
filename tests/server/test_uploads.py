"""A visitor's uploads have an end: in bytes, in number, in time."""

import asyncio
import socket
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from urllib.parse import urlsplit

import pytest
from starlette.types import Message

from nncore.base.budget import FILES_A_SESSION, UPLOADED_BYTES, UPLOADS_A_SESSION, UPLOADS_AT_ONCE, Limit
from server import uploads
from server.uploads import UploadLimits
from tests.server.conftest import Server, run, serving_page, texts
from tests.support.running import awaited

BOUNDARY = "----file"
HEAD = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'.encode()
TAIL = f"\r\n--{BOUNDARY}--\r\n".encode()
MEGABYTE = 2**20


PAGE = """
import streamlit as st
from streamlit.runtime import get_instance
from tests.support.running import awaited
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


def test_of_made_up_files_only_the_newest_are_kept(server: Server, session: str) -> None:
    before = kept_bytes(server)
    for _ in range(FILES_A_SESSION.most + 5):
        assert upload(server, session, HEAD + b"x" * MEGABYTE + TAIL) == 204
    assert kept_bytes(server) - before == FILES_A_SESSION.most * MEGABYTE


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


def test_nobody_uploads_many_at_once(server: Server, session: str) -> None:
    address = urlsplit(server.address)
    lines = [f"{name}: {value}" for name, value in headers(server).items()]
    with ExitStack() as stack:
        for _ in range(UPLOADS_A_SESSION.most):
            half = stack.enter_context(socket.create_connection((address.hostname, address.port)))
            start = f"PUT /_stcore/upload_file/{session}/{uuid.uuid4()} HTTP/1.1\r\nHost: {address.netloc}"
            half.sendall("\r\n".join([start, *lines, "Content-Length: 1000", "", ""]).encode() + HEAD)
        statuses = [upload(server, session, HEAD + b"x" + TAIL)]
        while statuses[-1] == 204 and len(statuses) < 100:  # until both have been seen to begin
            statuses.append(upload(server, session, HEAD + b"x" + TAIL))
        assert statuses[-1] == 429
    while upload(server, session, HEAD + b"x" + TAIL) != 204:  # until both have been seen to end
        pass
    assert "refusal: an upload, too many at once" in server.log.read_text()


def test_no_upload_takes_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "UPLOAD_SECONDS", Limit(0, "seconds", "at once"))
    answers: list[Message] = []

    async def waiting(*_: object) -> None:
        await asyncio.Event().wait()

    async def send(message: Message) -> None:
        answers.append(message)

    scope = {"type": "http", "method": "PUT", "path": "/_stcore/upload_file/a/b"}
    awaited(UploadLimits(waiting)(scope, None, send))  # type: ignore[arg-type]
    assert answers[0]["status"] == 408


def test_of_all_visitors_together_the_newest_files_are_kept(server: Server) -> None:
    size = 19 * MEGABYTE
    body = HEAD + b"x" * size + TAIL
    with ExitStack() as stack:
        for _ in range(UPLOADED_BYTES.most // size // FILES_A_SESSION.most + 1):
            page = stack.enter_context(server.socket())
            session = run(page)[0].new_session.initialize.session_id
            for _ in range(FILES_A_SESSION.most):
                assert upload(server, session, body) == 204
        assert UPLOADED_BYTES.most - size < kept_bytes(server) <= UPLOADED_BYTES.most


def test_all_visitors_together_upload_so_many_at_once() -> None:
    answers: dict[str, list[Message]] = {}

    async def waiting(*_: object) -> None:
        await asyncio.Event().wait()

    async def uploading(limits: UploadLimits, session: str) -> None:
        async def send(message: Message) -> None:
            answers.setdefault(session, []).append(message)

        scope = {"type": "http", "method": "PUT", "path": f"/_stcore/upload_file/{session}/a"}
        await limits(scope, None, send)  # type: ignore[arg-type]

    async def crowd() -> None:
        limits = UploadLimits(waiting)
        names = [str(number) for number in range(UPLOADS_AT_ONCE.most + 1)]
        tasks = [asyncio.create_task(uploading(limits, name)) for name in names]
        await asyncio.wait(tasks[-1:], timeout=5)
        for task in tasks:
            task.cancel()

    awaited(crowd())
    assert {name: said[0]["status"] for name, said in answers.items()} == {str(UPLOADS_AT_ONCE.most): 429}
