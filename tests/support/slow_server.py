"""A server whose answers a test keeps back, as a busy one or a slow network does."""

import re

from playwright.sync_api import Page, WebSocketRoute


class SlowServer:
    """What stands between a page and its server; set up before the page is opened."""

    def __init__(self, page: Page) -> None:
        self._held: list[str | bytes] | None = None
        self._socket: WebSocketRoute
        page.route_web_socket(re.compile("/_stcore/stream"), self._between)

    def _between(self, socket: WebSocketRoute) -> None:
        self._socket, server = socket, socket.connect_to_server()
        server.on_message(self._pass_on)
        socket.on_message(server.send)

    def _pass_on(self, message: str | bytes) -> None:
        self._socket.send(message) if self._held is None else self._held.append(message)

    def hold(self) -> None:
        """Keep back what it says from now on."""
        self._held = []

    def release(self) -> None:
        """Let through what was kept back, and all that comes."""
        held, self._held = self._held or [], None
        for message in held:
            self._socket.send(message)
