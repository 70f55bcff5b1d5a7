"""A few numbers for whoever runs the course, at /metrics in OpenMetrics form, beside Streamlit's own.

Both are closed unless `SETTING` names a word; whoever brings it may read: ``Authorization: Bearer <word>``.
"""

import secrets
import time
from bisect import bisect_left
from collections.abc import Iterator

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui.counts import ERRORS, REFUSALS, STROKES, UPLOADS
from ui.work import LINE, TEMPO

SETTING = "GATES_METRICS_TOKEN"
"""The environment variable with the word that opens them."""
OWN, STREAMLITS = "/metrics", "/_stcore/metrics"
TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8"
SECONDS = (0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
STARTED = time.time()
SHORT = 200
"""Bytes. The end of a run is said in fewer."""


class Answers:
    """How long visitors wait, from what they ask to the end of the run that answers it."""

    def __init__(self) -> None:
        self.visits = self.open = 0
        self.total = 0.0
        self.counts = [0] * (len(SECONDS) + 1)

    def note(self, seconds: float) -> None:
        """Count an answer."""
        self.total += seconds
        self.counts[bisect_left(SECONDS, seconds)] += 1


ANSWERS = Answers()


class Asked:
    """What one visitor has asked for and not been answered yet.

    Streamlit may answer several questions by one run: what is asked before the last answer is not timed.
    """

    def __init__(self) -> None:
        self._since: float | None = None

    def ask(self) -> None:
        """Note a question."""
        if self._since is None:
            self._since = time.perf_counter()

    def look(self, data: bytes) -> None:
        """Look at what is sent to the visitor: at the end of a run the question is answered."""
        if self._since is not None and len(data) < SHORT:
            message = ForwardMsg.FromString(data)
            early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
            if message.WhichOneof("type") == "script_finished" and message.script_finished != early:
                ANSWERS.note(time.perf_counter() - self._since)
                self._since = None


class Figures:
    """Tell the numbers to who may know them, and count who comes.

    Parameters
    ----------
    app : ASGIApp
        What answers all else.
    word : str
        That opens them; empty for nobody.
    """

    def __init__(self, app: ASGIApp, word: str) -> None:
        self._app, self._word = app, word

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._count(scope, receive, send)
        elif scope["type"] == "http" and scope["path"].endswith(OWN):
            await self._tell(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _count(self, scope: Scope, receive: Receive, send: Send) -> None:
        ANSWERS.visits += 1
        ANSWERS.open += 1
        try:
            await self._app(scope, receive, send)
        finally:
            ANSWERS.open -= 1

    async def _tell(self, scope: Scope, receive: Receive, send: Send) -> None:
        said = Headers(scope=scope).get("authorization", "").encode()
        base = "/" + config.get_option("server.baseUrlPath").strip("/")
        if not self._word or not secrets.compare_digest(said, f"Bearer {self._word}".encode()):
            await PlainTextResponse("Not found", 404)(scope, receive, send)
        elif scope["path"] == base.rstrip("/") + OWN:
            await PlainTextResponse(told(), media_type=TYPE)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def told() -> str:
    """Return all numbers in OpenMetrics form."""
    return "".join(line + "\n" for line in (*_lines(), "# EOF"))


def _lines() -> Iterator[str]:
    yield from _one("visitors", "gauge", "Open pages.", ANSWERS.open)
    yield from _one("visits", "counter", "Pages opened since the start.", ANSWERS.visits)
    yield from _one("strokes", "counter", "Strokes drawn.", STROKES.value)
    yield from _one("uploads", "counter", "Files taken.", UPLOADS.value)
    yield from _one("refusals", "counter", "What was not taken.", REFUSALS.value)
    yield from _one("errors", "counter", "Errors that nobody expected.", ERRORS.value)
    yield from _one("waiting", "gauge", "Visitors whose heavy work waits for others'.", LINE.waiting())
    yield from _one("training", "gauge", "Networks that learn.", TEMPO.count())
    yield "# TYPE process_start_time_seconds gauge"
    yield f"process_start_time_seconds {STARTED:.0f}"
    name, so_far = "gates_answer_seconds", 0
    yield f"# TYPE {name} histogram"
    yield f"# UNIT {name} seconds"
    yield f"# HELP {name} From a visitor's act to the end of the run that answers it."
    for most, count in zip((*map(str, SECONDS), "+Inf"), ANSWERS.counts, strict=True):
        so_far += count
        yield f'{name}_bucket{{le="{most}"}} {so_far}'
    yield f"{name}_count {so_far}"
    yield f"{name}_sum {ANSWERS.total:.6f}"


def _one(name: str, kind: str, meaning: str, value: int) -> Iterator[str]:
    yield f"# TYPE gates_{name} {kind}"
    yield f"# HELP gates_{name} {meaning}"
    yield f"gates_{name}{'_total' if kind == 'counter' else ''} {value}"
