"""A visitor without a browser, who speaks Streamlit's own protocol over the WebSocket.

It keeps what a browser keeps of a page (elements, widgets, address), as far as this app needs it: a test
can press, move, draw and upload as a person would, sixty at once in one process.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self
from urllib.parse import urljoin

import urllib3
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from urllib3.exceptions import HTTPError
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
    server, query : str
        The app's address, such as http://localhost:8501, and the parameters of the page's.
    screen : Screen
        What the page shows.
    pages, cookies : dict
        The pages of the app (path → hash), and what the server, or a proxy before it, has given to keep.
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
        self._news = asyncio.Event()
        self._places: asyncio.Future[Any]
        self.socket: ClientConnection
        self._reader: asyncio.Task[None]

    async def __aenter__(self) -> Self:
        """Connect, as a browser does before it asks for a page."""
        if (status := await self.ask("GET", f"{self.server}/_stcore/health")) != 200:
            raise ConnectionError(f"The server answered {status}.")
        said = ("streamlit", self.cookies.get(XSRF, "none"), self.session)
        self.socket = await connect(
            self.server.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[Subprotocol(part) for part in said if part],
            additional_headers=self.headers(),
            origin=Origin(self.server),
            compression=None,
            max_size=None,
            ping_interval=None,  # no browser asks whether a busy server is still there
        )
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the tab."""
        self._stop()
        await self.socket.close()
        await self._reader

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
                with suppress(OSError, HTTPError, InvalidHandshake):
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

        A slider takes a number, a choice (a slider over options, too) the words of an option, a canvas
        its report.
        """
        part = self.screen.find(name)
        await self.say(widget_state(part, value), fragment=part.fragment)

    async def press(self, name: str) -> None:
        """Press the button with this key or label."""
        part = self.screen.find(name)
        await self.say(WidgetState(id=part.content.id, trigger_value=True), fragment=part.fragment)

    async def say(self, *states: WidgetState, fragment: str = "") -> None:
        """Send states of some widgets, true or forged, and wait for the run that they bring."""
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
        address, more = urljoin(self.server, address), more | {"headers": self.headers()}
        with urllib3.PoolManager(retries=False, timeout=PATIENCE) as http:
            answer = await asyncio.to_thread(http.request, method, address, **more)
        pairs = (line.partition(";")[0].partition("=") for line in answer.headers.getlist("Set-Cookie"))
        self.cookies |= {name: value for name, _, value in pairs}
        return answer.status

    def headers(self) -> dict[str, str]:
        """Return what a browser says of its cookies."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": cookies, "X-Xsrftoken": self.cookies.get(XSRF, "")} if cookies else {}

    async def upload_urls(self, filename: str) -> Any:
        """Ask where a file may be uploaded to."""
        request = BackMsg()
        request.file_urls_request.file_names.append(filename)
        request.file_urls_request.session_id = self.session
        self._places = asyncio.Future()
        await self.socket.send(request.SerializeToString())
        return (await asyncio.wait_for(self._places, PATIENCE))[0]

    async def until(self, condition: Callable[[Screen], object]) -> None:
        """Wait until the page, at the end of a run, fulfils a condition; it redraws itself meanwhile."""
        async with asyncio.timeout(PATIENCE):
            while not condition(self.screen):
                if self._reader.done():
                    raise ConnectionError(f"The connection has ended: {self.socket.close_code}.")
                self._news.clear()
                await self._news.wait()

    async def _run(self, client: ClientState, *extra: WidgetState) -> None:
        """Ask for a run, and wait until it has ended, or one of the whole page that began afterwards.

        A fragment that asks by itself may have another run of its own before.
        """
        asked, fragment = self.screen.run, client.fragment_id
        await self._ask(client, *extra)
        await self.until(
            lambda screen: max(screen.runs[""], screen.runs.get(fragment, 0)) > asked and not self._running
        )

    async def _ask(self, client: ClientState, *extra: WidgetState) -> None:
        client.query_string = self.query
        client.context_info.url = self.server
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

        self._stop(fragment)
        self._timers[fragment] = asyncio.create_task(tick())

    def _stop(self, *fragments: str) -> None:
        """Ask for these no more, or for none at all."""
        for fragment in fragments or list(self._timers):
            if timer := self._timers.pop(fragment, None):
                timer.cancel()

    async def _read(self) -> None:
        """Take in what the server says until the connection ends."""
        with suppress(ConnectionClosed):
            async for data in self.socket:
                self._take(ForwardMsg.FromString(data))
        self._stop()
        self._news.set()

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
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
            self._places.set_result(message.file_urls_response.file_urls)
        elif kind == "auto_rerun":
            self._start(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "stop_auto_rerun":
            self._stop(*message.stop_auto_rerun.fragment_ids)

    def _begin(self, message: ForwardMsg) -> None:
        fragments = tuple(message.metadata.run.fragment_ids)
        self.session = message.new_session.initialize.session_id
        self._running, self.page = True, message.new_session.page_script_hash
        if not fragments:
            self._stop()
        self.screen.begin(fragments)

    def _end(self, status: int) -> None:
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return  # another run follows
        self._running = False
        self.screen.end()
        there = {part.content.id for part in self.screen.widgets()}
        self._values = {name: state for name, state in self._values.items() if name in there}
        self._news.set()
