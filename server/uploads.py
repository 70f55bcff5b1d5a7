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
    FILES_A_SESSION,
    UPLOAD_SECONDS,
    UPLOADED_BYTES,
    UPLOADS_A_SESSION,
    UPLOADS_AT_ONCE,
)
from ui.log import log_refusal

Place = tuple[str, str]
"""A file's place: the number of its session and its own."""


class UploadLimits:
    """Let few upload at once, none for ever, and keep the newest files only."""

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

        try:
            async with asyncio.timeout(UPLOAD_SECONDS.most):
                await self._app(scope, receive, send_and_note)
        except TimeoutError:
            log_refusal("an upload", "too slow")
            if not status:
                await PlainTextResponse("Too slow.", 408)(scope, receive, send_and_note)
        except ClientDisconnect:
            log_refusal("an upload", "broken off")
        return status == 204

    def _keep(self, place: Place) -> None:
        """Note a file that came, and drop the oldest beyond the limits."""
        sizes = {place: size for place in [*self._kept, place] if (size := _size(place)) is not None}
        same = [kept for kept in sizes if kept[0] == place[0]]
        for old in same[: -FILES_A_SESSION.most]:
            _files().remove_file(*old)
            del sizes[old]
        while sum(sizes.values()) > UPLOADED_BYTES.most:
            old = next(iter(sizes))
            _files().remove_file(*old)
            del sizes[old]
        self._kept = list(sizes)


def _files() -> MemoryUploadedFileManager:
    files = runtime.get_instance().uploaded_file_mgr
    assert isinstance(files, MemoryUploadedFileManager)  # noqa: S101, st.App has no other
    return files


def _size(place: Place) -> int | None:
    """Return how many bytes of a file Streamlit keeps; None if it has none such."""
    session, file = place
    kept = _files().get_files(session, [file])
    return len(kept[0].data) if kept else None
