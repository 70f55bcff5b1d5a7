"""How much of what visitors upload is kept, and how many may upload at once.

Streamlit takes a file for any number that a visitor of a living session makes up, and keeps it until the
session ends. The course has read a file a moment after it came, so that the oldest can go.
"""

import asyncio
from collections import Counter

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from nncore.base.budget import (
    UPLOAD_PAUSE,
    UPLOAD_SECONDS,
    UPLOADED_BYTES,
    UPLOADS_A_SESSION,
    UPLOADS_AT_ONCE,
)
from ui.log import log_refusal

Place = tuple[str, str]
"""A file's place: the number of its session and its own."""


class UploadLimits:
    """Let few upload at once, none stall or take for ever, and keep the newest files only."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._under_way: Counter[str] = Counter()
        self._kept: list[Place] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "PUT" or "/upload_file/" not in scope["path"]:
            await self._app(scope, receive, send)
            return
        session, _, file = scope["path"].partition("/upload_file/")[2].partition("/")
        if self._is_full(session):
            log_refusal("an upload", "too many at once")
            await PlainTextResponse("Too many uploads at once.", 429)(scope, receive, send)
            return
        self._under_way[session] += 1
        try:
            if await self._is_taken(scope, receive, send):
                self._keep((session, file))
        finally:
            self._under_way -= Counter([session])  # which forgets those who have none

    def _is_full(self, session: str) -> bool:
        at_once = self._under_way
        return at_once[session] >= UPLOADS_A_SESSION.most or at_once.total() >= UPLOADS_AT_ONCE.most

    async def _is_taken(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Let Streamlit take the file, if it comes whole and in time."""
        status = 0

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                if status == 413:  # else all the rest would still be read, and thrown away
                    MutableHeaders(scope=message)["Connection"] = "close"
            await send(message)

        async def receive_without_a_pause() -> Message:
            return await asyncio.wait_for(receive(), UPLOAD_PAUSE.most)

        try:
            async with asyncio.timeout(UPLOAD_SECONDS.most):
                await self._app(scope, receive_without_a_pause, send_and_note)
        except TimeoutError:
            log_refusal("an upload", "too slow")
            if not status:
                await PlainTextResponse("Too slow.", 408)(scope, receive, send_and_note)
        except ClientDisconnect:
            log_refusal("an upload", "broken off")
        return status == 204

    def _keep(self, place: Place) -> None:
        """Note a file that came, and drop the oldest beyond the limit."""
        self._kept = [kept for kept in (*self._kept, place) if _size(kept)]
        while sum(map(_size, self._kept)) > UPLOADED_BYTES.most:
            _files().remove_file(*self._kept.pop(0))


def _files() -> MemoryUploadedFileManager:
    files = runtime.get_instance().uploaded_file_mgr
    assert isinstance(files, MemoryUploadedFileManager)  # noqa: S101, st.App has no other
    return files


def _size(place: Place) -> int:
    """Return how many bytes of a file Streamlit keeps; 0 if it has none such."""
    session, file = place
    return sum(len(kept.data) for kept in _files().get_files(session, [file]))
