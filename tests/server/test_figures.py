"""The figures for whoever runs the course: in OpenMetrics form, right, and closed to everybody else."""

import asyncio
from collections.abc import Mapping

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from server import figures
from server.figures import Answers, Asked, Figures, told

END = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()


def numbers() -> Mapping[str, float]:
    """What is told, read by Prometheus's own parser."""
    families = text_string_to_metric_families(told())
    samples = [sample for family in families for sample in family.samples]
    return {s.name + s.labels.get("le", ""): s.value for s in samples}


def ask(path: str, word: str, said: str | None) -> tuple[int, bytes]:
    """Ask for a path, where a word opens the figures and somebody says something."""
    got: list[tuple[int, bytes]] = []
    status = 0

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("Streamlit's")(scope, receive, send)

    async def send(message):
        nonlocal status
        status = message.get("status", status)
        got.append((status, message.get("body", b"")))

    async def receive():
        return {"type": "http.request"}

    headers = [(b"authorization", said.encode())] if said else []
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers}
    asyncio.run(Figures(streamlit, word)(scope, receive, send))
    return got[-1]


@pytest.mark.parametrize("path", ["/metrics", "/_stcore/metrics", "/digits/metrics"])
@pytest.mark.parametrize(
    ("word", "said"), [("", None), ("", "Bearer "), ("a", None), ("a", "Bearer b"), ("a", "a")]
)
def test_who_has_not_the_word_finds_nothing(path: str, word: str, said: str | None) -> None:
    assert ask(path, word, said)[0] == 404


def test_who_has_it_reads_ours_and_streamlits() -> None:
    assert ask("/metrics", "a", "Bearer a") == (200, told().encode())
    assert ask("/_stcore/metrics", "a", "Bearer a") == (200, b"Streamlit's")
    assert ask("/draw", "a", None) == (200, b"Streamlit's")


def test_the_time_to_an_answer_counts_in_its_bucket_and_all_above(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([10.0, 10.25, 20.0, 23.0])
    monkeypatch.setattr(figures, "ANSWERS", Answers())
    monkeypatch.setattr("time.perf_counter", lambda: next(clock))
    asked = Asked()
    asked.look(END)  # the end of a run that nobody asked for
    for _ in range(2):
        asked.ask()
        asked.look(ForwardMsg().SerializeToString())
        asked.look(END)
    seen = numbers()
    assert [seen[f"gates_answer_seconds_bucket{most}"] for most in ("0.2", "0.3", "2.0", "5.0", "+Inf")] == [
        0,
        1,
        1,
        2,
        2,
    ]
    assert seen["gates_answer_seconds_sum"] == pytest.approx(3.25)
