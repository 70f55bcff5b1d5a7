"""What the server says is not held back until a browser has acknowledged what came before."""

import subprocess
import sys

from tools.serving import ROOT

ACCEPT = """
import asyncio, socket
import uvicorn
import serve

async def accept():
    async def nothing(scope, receive, send): ...
    server = uvicorn.Server(uvicorn.Config(nothing, lifespan="off", log_level="error"))
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    listening = socket.create_server(("127.0.0.1", 0))
    as_streamlit_binds = socket.socket(listening.family, listening.type, 0, listening.detach())
    await server.startup([as_streamlit_binds])
    _, writer = await asyncio.open_connection(*as_streamlit_binds.getsockname())
    while not server.server_state.connections:
        await asyncio.sleep(0)
    (connection,) = server.server_state.connections
    accepted = connection.transport.get_extra_info("socket")
    print("no delay:", accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

asyncio.run(accept())
"""


def test_nothing_waits_for_an_acknowledgement() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ACCEPT], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.stdout == "no delay: 1\n", done.stdout + done.stderr
