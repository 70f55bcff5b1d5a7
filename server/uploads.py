"""How much of what visitors upload is kept, and how many may upload at once.

Streamlit takes a file under any name that a visitor with a session makes up, and keeps it until the session
ends. The course reads a file a moment after it came, so the oldest can go.
"""

import asyncio
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime

from server.limits import (
    UPLOAD_PAUSE,
    UPLOAD_SECONDS,
    UPLOADED_BYTES,
    UPLOADS_A_SESSION,
    UPLOADS_AT_ONCE,
)
from ui.log import log_refusal

Place = tuple[str, str]
"""A file's place: the id of its session and its own."""


class UploadLimits:
    """Take few uploads at once and none that stalls or takes for ever; keep the newest files only."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._under_way: list[str] = []
        self._kept: list[Place] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "").partition("/upload_file/")[2]
        if scope.get("method") != "PUT" or not path:
            await self._app(scope, receive, send)
            return
        session, _, file = path.partition("/")
        under_way = self._under_way
        if under_way.count(session) >= UPLOADS_A_SESSION or len(under_way) >= UPLOADS_AT_ONCE:
            log_refusal("an upload", "too many at once")
            await PlainTextResponse("Too many uploads at once.", 429)(scope, receive, send)
            return
        under_way.append(session)
        try:
            if await self._status(scope, receive, send) == 204:
                self._keep((session, file))
        finally:
            under_way.remove(session)

    async def _status(self, scope: Scope, receive: Receive, send: Send) -> int:
        """Pass the file to Streamlit, if it comes whole and in time; return the status of the answer."""
        status = 0

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                if status == 413:  # else the rest would still be read, and thrown away
                    MutableHeaders(scope=message)["Connection"] = "close"
            await send(message)

        async def receive_without_a_pause() -> Message:
            return await asyncio.wait_for(receive(), UPLOAD_PAUSE)

        try:
            async with asyncio.timeout(UPLOAD_SECONDS):
                await self._app(scope, receive_without_a_pause, send_and_note)
        except TimeoutError:
            log_refusal("an upload", "too slow")
            if not status:
                await PlainTextResponse("Too slow.", 408)(scope, receive, send_and_note)
        except ClientDisconnect:
            log_refusal("an upload", "broken off")
        return status

    def _keep(self, place: Place) -> None:
        """Note a file that came, and drop the oldest beyond the limit."""
        files: Any = runtime.get_instance().uploaded_file_mgr  # which keeps them in memory

        def size(place: Place) -> int:
            return sum(len(kept.data) for kept in files.get_files(place[0], [place[1]]))

        self._kept = [kept for kept in (*self._kept, place) if size(kept)]
        while sum(map(size, self._kept)) > UPLOADED_BYTES:
            files.remove_file(*self._kept.pop(0))
