"""Many connections, messages and broken uploads of a few cost the others nothing that they would notice."""

import asyncio
from contextlib import AsyncExitStack
from http.client import HTTPConnection
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from urllib3 import encode_multipart_formdata

from tests.visitors.beside import answers_beside
from tests.visitors.conftest import App
from tools.process import megabytes
from tools.visitor import Visitor

IDLE, FLOOD, UPLOADS = 200, 60, 20
"""The flood is as many messages again as the server takes at once (`server/pace.py`)."""


def test_two_hundred_idle_connections(app: App) -> None:
    """Opened a few at once, as they come over a network, and held while somebody draws."""

    async def attack(address: str) -> None:
        async with AsyncExitStack() as held:
            for _ in range(IDLE // 10):
                await asyncio.gather(*(held.enter_async_context(Visitor(address)) for _ in range(10)))
            async with Visitor(address) as visitor:
                await visitor.open("gates")

    memory = megabytes(app.pid)
    assert answers_beside(app.address, attack) >= 1
    assert megabytes(app.pid) < memory + 100


def test_a_flood_of_messages(app: App) -> None:
    message = BackMsg()
    message.rerun_script.page_name = "gates"

    async def attack(address: str) -> None:
        async with Visitor(address) as visitor:
            await visitor.open("gates")
            for _ in range(FLOOD):
                await visitor.socket.send(message.SerializeToString())
            await visitor.open("matrices")
            await visitor.until(lambda screen: "How do a hundred neurons fit" in screen.text())

    assert answers_beside(app.address, attack) >= 1


def break_off(visitor: Visitor, path: str) -> None:
    """Announce a file, send the half of it, and let the connection drop."""
    content, kind = encode_multipart_formdata({"file": ("a.png", b"\0" * 1_000_000)})
    headers = {"Content-Type": kind, "Content-Length": str(len(content))} | visitor.headers()
    connection = HTTPConnection(urlsplit(visitor.server).netloc)
    connection.request("PUT", path, content[: len(content) // 2], headers)
    connection.close()


def test_uploads_that_break_off(app: App) -> None:
    async def attack(address: str) -> None:
        async with Visitor(address) as visitor:
            await visitor.open("draw")
            for _ in range(UPLOADS):
                place = await visitor.upload_urls("a.png")
                await asyncio.to_thread(break_off, visitor, place.upload_url)
            await visitor.press("bring")
            assert visitor.screen.only("file_uploader")

    memory = megabytes(app.pid)
    assert answers_beside(app.address, attack) >= 1
    assert megabytes(app.pid) < memory + 100
