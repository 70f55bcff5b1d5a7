"""What the server says goes out at once, however little it is.

Streamlit 1.67 binds its socket without naming TCP, and asyncio turns off Nagle's algorithm (RFC 896) only
where TCP is named: each answer but the first would wait until the browser has acknowledged the one before,
which takes it 40 ms.
"""

import socket

import uvicorn


def send_at_once() -> None:
    """Have every server that starts from now on turn off Nagle's algorithm, for all its connections."""
    startup = uvicorn.Server.startup

    async def prompt(self: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
        for each in sockets or ():  # an accepted connection has the settings of the socket that listened
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await startup(self, sockets)

    uvicorn.Server.startup = prompt  # type: ignore[method-assign]
