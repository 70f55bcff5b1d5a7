"""Who may talk to the server from a page: the course's own page, and those that the settings name.

A browser says in `Origin` which site's script is asking. Streamlit checks it too, but for a foreign one it
asks a host outside for this machine's own address, and everybody waits meanwhile. So it is decided here, and
Streamlit never sees the header.
"""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from ui.log import log_refusal


def is_allowed(origin: str, host: str | None) -> bool:
    """Return whether a page of this origin may talk to the server that was called by this host and port.

    Behind a proxy `Host` must be the public one, or the public origin, such as ``https://school.example``,
    be in Streamlit's own setting ``server.corsAllowedOrigins``.
    """
    own = {f"http://{host}", f"https://{host}"}
    return not config.get_option("server.enableCORS") or origin in own.union(
        config.get_option("server.corsAllowedOrigins")
    )


class OwnOrigin:
    """Refuse what a page of another site asks, over HTTP or a WebSocket."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(raw=scope.get("headers", []))
        if all(is_allowed(origin, headers.get("host")) for origin in headers.getlist("origin")):
            if "headers" in scope:
                scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"origin"]}
            await self._app(scope, receive, send)
            return
        log_refusal(scope["type"], "a page of another site asked")
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse("This address answers its own page only.", 403)(scope, receive, send)
