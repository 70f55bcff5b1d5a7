"""The parts of a page that are drawn anew from time to time: the server says which, a browser asks."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from websockets.exceptions import ConnectionClosed


class Timers:
    """Ask for some fragments again and again.

    Parameters
    ----------
    ask : callable
        Asks for the fragment of this name once.
    """

    def __init__(self, ask: Callable[[str], Awaitable[None]]) -> None:
        self._ask = ask
        self._running: dict[str, asyncio.Task[None]] = {}

    def start(self, fragment: str, interval: float) -> None:
        """Ask for a fragment every so many seconds from now on."""
        if fragment in self._running:
            self.stop(fragment)
        self._running[fragment] = asyncio.create_task(self._tick(fragment, interval))

    def stop(self, *fragments: str) -> None:
        """Ask for these no more, or for none at all."""
        for fragment in fragments or list(self._running):
            if timer := self._running.pop(fragment, None):
                timer.cancel()

    async def _tick(self, fragment: str, interval: float) -> None:
        with suppress(ConnectionClosed):
            while True:
                await asyncio.sleep(interval)
                await self._ask(fragment)
