"""Who talks fast is made to wait, and nobody else is."""

import asyncio
import os
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from nncore.base.budget import MESSAGES_A_SECOND, MESSAGES_AT_ONCE, Limit
from server import pace
from server.pace import Pace
from tests.server.conftest import Server, run
from tests.support.running import awaited

SCOPE: Scope = {"type": "websocket"}


def test_who_talks_fast_waits_and_loses_nothing() -> None:
    extra = 6
    numbers = iter(range(MESSAGES_AT_ONCE.most + extra))
    taken: list[tuple[int, float]] = []

    async def receive() -> Message:
        return {"type": "websocket.receive", "number": next(numbers)}

    async def app(_: Scope, receive: Receive, __: Send) -> None:
        for _turn in range(MESSAGES_AT_ONCE.most + extra):
            message = await receive()
            taken.append((message["number"], asyncio.get_running_loop().time()))

    awaited(Pace(app)(SCOPE, receive, _silent))
    assert [number for number, _ in taken] == list(range(MESSAGES_AT_ONCE.most + extra))
    start, times = taken[0][1], [time for _, time in taken]
    earliest = (extra - 1) / MESSAGES_A_SECOND.most
    assert times[-1] - start >= earliest - 0.01


def test_no_more_connections_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "CONNECTIONS", Limit(2, "connections", "two are enough here"))
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def at_a_time(count: int) -> None:
        end = asyncio.Event()

        async def app(*_: object) -> None:
            await end.wait()

        limited = Pace(app)
        for _ in range(2):  # what has ended makes room again
            end.clear()
            tasks = [asyncio.create_task(limited(SCOPE, _never, send)) for _ in range(count)]
            await asyncio.sleep(0)
            end.set()
            await asyncio.gather(*tasks)

    awaited(at_a_time(2))
    assert not sent
    awaited(at_a_time(3))
    assert sent == [{"type": "websocket.close", "code": 1013}] * 2


def test_who_hangs_up_is_heard_no_more() -> None:
    """What they still had to say is not passed on, and the answers to it go nowhere, without an error."""
    heard = []

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": b""}

    async def send(_: Message) -> None:
        raise OSError

    async def app(_: Scope, receive: Receive, send: Send) -> None:
        for _turn in range(2):
            heard.append((await receive())["type"])
            await send({"type": "websocket.send", "bytes": b""})

    awaited(Pace(app)(SCOPE, receive, send))
    assert heard == ["websocket.receive", "websocket.disconnect"]


async def _silent(message: Message) -> None: ...


async def _never() -> Message:
    return {"type": "websocket.disconnect"}


def cpu_seconds(pid: int) -> float:
    """Return what a process has used of one core, all threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_two_hundred_messages_at_once_hold_nobody_up(server: Server) -> None:
    """Two runs for another visitor take 0.5 seconds of a core; with Streamlit's fast reruns 6.7."""
    message = BackMsg()
    message.rerun_script.page_name = "gates"
    with server.socket() as flood, server.socket() as other:
        run(flood, "gates")
        run(other, "gates")
        before = cpu_seconds(server.process)
        for _ in range(200):
            flood.send(message.SerializeToString())
        run(other, "gates")
        run(other, "gates")
        assert cpu_seconds(server.process) - before < 3 * 0.5
