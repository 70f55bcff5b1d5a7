"""A visitor without a browser, who speaks Streamlit's own protocol over the WebSocket.

It keeps what a browser keeps of a page (elements, widgets, address), so that a test or a benchmark
can press, move, draw and upload as a person would, sixty at once in one process. It knows as much
of the frontend as this app needs, and no more.
"""

import asyncio
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin

import urllib3
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Origin, Subprotocol

from tools.screen import Screen, Value, widget_state

PATIENCE = 60.0
"""Seconds after which a condition that does not come true is an error."""
XSRF = "_streamlit_xsrf"
"""The cookie that an upload has to repeat."""


class Visitor:
    """One visitor with an open page.

    Attributes
    ----------
    server : str
        The app's address, such as http://localhost:8501.
    screen : Screen
        What the page shows.
    query : str
        The parameters in the address.
    pages : dict
        The pages of the app: path → hash.
    cookies : dict
        What the server, or a proxy before it, has given to keep.
    """

    def __init__(self, server: str) -> None:
        self.server = server
        self.screen = Screen()
        self.query, self.page, self.session = "", "", ""
        self.pages: dict[str, str] = {}
        self.cookies: dict[str, str] = {}
        self._running = False
        self._values: dict[str, WidgetState] = {}
        self._timers: dict[str, asyncio.Task[None]] = {}
        self._answers: dict[str, asyncio.Future[Any]] = {}
        self._changed = asyncio.Condition()
        self.socket: ClientConnection
        self._reader: asyncio.Task[None]

    async def __aenter__(self) -> Self:
        """Connect, as a browser does before it asks for a page."""
        if (status := await self.ask("GET", f"{self.server}/_stcore/health")) != 200:
            raise ConnectionError(f"The server answered {status}.")
        address = self.server.replace("http", "ws", 1) + "/_stcore/stream"
        token = self.cookies.get(XSRF, "none")
        self.socket = await connect(
            address,
            subprotocols=[Subprotocol(part) for part in ("streamlit", token, self.session) if part],
            additional_headers=self.headers(),
            origin=Origin(self.server),
            compression=None,
            max_size=None,
        )
        assert self.socket.response is not None  # noqa: S101, it is connected
        self._keep(self.socket.response.headers.get_all("Set-Cookie"))
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the tab."""
        await self.leave(goodbye=True)

    async def leave(self, *, goodbye: bool) -> None:
        """Close the tab, or let the connection break off without a word."""
        self._stop()
        if not goodbye:
            self.socket.transport.abort()
        await self.socket.close()
        await self._reader

    # What a visitor does.

    async def open(self, path: str = "", query: str = "") -> None:
        """Open a page by its address, and wait until it is there."""
        self.query = query
        self._values.clear()  # a browser that opens an address has sent nothing of any widget yet
        await self._run(ClientState(page_name=path))

    async def come_back(self) -> None:
        """Connect again when the server has gone, as a browser does, and show what was on the page."""
        await self._reader
        async with asyncio.timeout(PATIENCE):
            while True:
                with suppress(OSError, InvalidHandshake):
                    await self.__aenter__()
                    break
                await asyncio.sleep(0.1)
        await self._run(ClientState(page_script_hash=self.page))

    async def go(self, path: str) -> None:
        """Go to another page by the menu."""
        self.page, self.query = self.pages[path], ""
        await self._run(ClientState(page_script_hash=self.page))

    async def put(self, name: str, value: Value) -> None:
        """Put the widget with this key or label on a value, and wait for what it brings.

        A slider takes a number or two, a toggle a bool, a choice (a slider over options, too) the words
        of an option, a canvas or another component its report.
        """
        part = self.screen.find(name)
        await self.say(widget_state(part, value), fragment=part.fragment)

    async def press(self, name: str) -> None:
        """Press the button with this key or label."""
        part = self.screen.find(name)
        await self.say(WidgetState(id=part.content.id, trigger_value=True), fragment=part.fragment)

    async def say(self, *states: WidgetState, fragment: str = "") -> None:
        """Say anything of some widgets, true or forged, and wait for the run that it brings."""
        lasting = [state for state in states if state.WhichOneof("value") != "trigger_value"]
        self._values |= {state.id: state for state in lasting}
        await self._run(ClientState(page_script_hash=self.page, fragment_id=fragment), *states)

    async def upload(self, filename: str, content: bytes) -> None:
        """Give a file to the uploader on the page, and wait for what it brings."""
        part = self.screen.only("file_uploader")
        urls = await self.upload_urls(filename)
        status = await self.ask("PUT", urls.upload_url, fields={"file": (filename, content)})
        if status != 204:
            raise OSError(f"The upload was answered by {status}.")
        state = WidgetState(id=part.content.id)
        state.file_uploader_state_value.uploaded_file_info.add(
            file_id=urls.file_id, name=filename, size=len(content), file_urls=urls
        )
        await self.say(state, fragment=part.fragment)

    async def ask(self, method: str, address: str, **more: Any) -> int:
        """Ask the server for anything over HTTP, keep the cookies that it gives, and return its status."""
        address = urljoin(self.server, address)
        with urllib3.PoolManager(retries=False, timeout=PATIENCE) as http:
            try:
                answer = await asyncio.to_thread(
                    http.request, method, address, headers=self.headers(), **more
                )
            except urllib3.exceptions.HTTPError as error:
                raise ConnectionError(str(error)) from error
        self._keep(answer.headers.getlist("Set-Cookie"))
        return answer.status

    def headers(self) -> dict[str, str]:
        """Return what a browser says of its cookies."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": cookies, "X-Xsrftoken": self.cookies.get(XSRF, "")} if cookies else {}

    def _keep(self, headers: Iterable[str]) -> None:
        """Keep the cookies that some headers called Set-Cookie give."""
        pairs = (line.partition(";")[0].partition("=") for line in headers)
        self.cookies |= {name: value for name, _, value in pairs}

    async def upload_urls(self, filename: str) -> Any:
        """Ask where a file may be uploaded to."""
        request = BackMsg()
        request.file_urls_request.request_id = str(uuid.uuid4())
        request.file_urls_request.file_names.append(filename)
        request.file_urls_request.session_id = self.session
        answer = self._answers[request.file_urls_request.request_id] = asyncio.Future()
        await self.socket.send(request.SerializeToString())
        return (await asyncio.wait_for(answer, PATIENCE)).file_urls[0]

    async def until(self, condition: Callable[[Screen], object]) -> None:
        """Wait until the page, at the end of a run, fulfils a condition; it redraws itself meanwhile."""
        async with self._changed, asyncio.timeout(PATIENCE):
            await self._changed.wait_for(lambda: condition(self.screen) or self._reader.done())
        if not condition(self.screen):
            raise ConnectionError("The server closed the connection.")

    def value(self, name: str) -> WidgetState | None:
        """Return what was said of the widget with this key or label, if anything."""
        return self._values.get(self.screen.find(name).content.id)

    # How it is said to the server.

    async def _run(self, client: ClientState, *extra: WidgetState) -> None:
        """Ask for a run, and wait until it has ended, or one of the whole page that began afterwards.

        A fragment that asks by itself may have another run of its own before.
        """
        asked, fragment = self.screen.run, client.fragment_id
        await self._ask(client, *extra)
        await self.until(
            lambda screen: (
                max(screen.runs[""], screen.runs.get(fragment, 0)) > asked and not self._running
            )
        )

    async def _ask(self, client: ClientState, *extra: WidgetState) -> None:
        client.query_string = self.query
        client.context_info.url = self.server
        client.context_info.timezone = "UTC"
        client.cached_message_hashes.extend(self.screen.messages)
        states = self._values | {state.id: state for state in extra}
        client.widget_states.widgets.extend(states.values())
        await self.socket.send(BackMsg(rerun_script=client).SerializeToString())

    def _start(self, fragment: str, interval: float) -> None:
        """Ask for a fragment every so many seconds from now on, as the server says."""

        async def tick() -> None:
            with suppress(ConnectionClosed):
                while True:
                    await asyncio.sleep(interval)
                    client = ClientState(page_script_hash=self.page, fragment_id=fragment, is_auto_rerun=True)
                    await self._ask(client)

        if fragment in self._timers:
            self._stop(fragment)
        self._timers[fragment] = asyncio.create_task(tick())

    def _stop(self, *fragments: str) -> None:
        """Ask for these no more, or for none at all."""
        for fragment in fragments or list(self._timers):
            if timer := self._timers.pop(fragment, None):
                timer.cancel()

    async def _read(self) -> None:
        """Take in what the server says until the connection ends."""
        try:
            async for data in self.socket:
                message = ForwardMsg.FromString(data)
                self._take(message, kind := str(message.WhichOneof("type")))
                if kind == "script_finished":
                    await self._tell_who_waits()
        except ConnectionClosed:
            pass
        finally:
            self._stop()
            await self._tell_who_waits()

    async def _tell_who_waits(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _take(self, message: ForwardMsg, kind: str) -> None:
        if kind in ("delta", "ref_hash"):
            self.screen.take(message)
        elif kind == "new_session":
            self._begin(message)
        elif kind == "script_finished":
            self._end(message.script_finished)
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
            self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "file_urls_response":
            answer = message.file_urls_response
            if waiting := self._answers.pop(answer.response_id, None):
                waiting.set_result(answer)
        elif kind == "auto_rerun":
            self._start(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "stop_auto_rerun":
            self._stop(*message.stop_auto_rerun.fragment_ids)

    def _begin(self, message: ForwardMsg) -> None:
        self._running = True
        self.session = message.new_session.initialize.session_id
        fragments = tuple(message.metadata.run.fragment_ids)
        self.page = message.new_session.page_script_hash
        if not fragments:
            self._stop()
        self.screen.begin(fragments)

    def _end(self, status: int) -> None:
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return  # another run follows
        self._running = False
        self.screen.end()
        there = {part.content.id: part for part in self.screen.widgets()}
        for name in [name for name in self._values if name not in there]:
            del self._values[name]
