"""Streamlit's own figures, for whoever runs the course: closed unless `SETTING` names a word for them."""

import secrets

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

SETTING = "GATES_METRICS_TOKEN"
"""The environment variable with the word, which is brought as ``Authorization: Bearer <word>``."""
METRICS = "/_stcore/metrics"


class ClosedMetrics:
    """Answer without the word as if there were no figures; an empty word opens them to nobody."""

    def __init__(self, app: ASGIApp, word: str) -> None:
        self._app, self._word = app, word

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith(METRICS):
            brought = Headers(scope=scope).get("authorization", "").encode()
            if not self._word or not secrets.compare_digest(brought, f"Bearer {self._word}".encode()):
                await PlainTextResponse("Not found", 404)(scope, receive, send)
                return
        await self._app(scope, receive, send)
