"""The end of the server: it waits for no visitor's connection longer than a moment."""

import asyncio
import signal
from types import FrameType

import uvicorn

GRACE = 3
"""Seconds that answers under way have left once the server is told to stop."""


def stop_in_time() -> None:
    """Close all connections that are still open a moment after the process is told to stop.

    By itself the server waits for ever: for a visitor who does not take an answer, and for a connection
    that a browser opened just then and asks nothing on.
    """
    for told in (signal.SIGINT, signal.SIGTERM):
        _close_after(told)


def _close_after(told: signal.Signals) -> None:
    stop, loop = signal.getsignal(told), asyncio.get_running_loop()
    # Streamlit hands out neither the server nor its settings: the signal's handler is the one way to it.
    server = getattr(stop, "__self__", None)
    if not isinstance(server, uvicorn.Server):
        return

    def stop_and_close(number: int, frame: FrameType | None) -> None:
        server.handle_exit(number, frame)
        loop.call_soon_threadsafe(loop.call_later, GRACE, _close, server)

    signal.signal(told, stop_and_close)


def _close(server: uvicorn.Server) -> None:
    for connection in list(server.server_state.connections):
        connection.transport.abort()
