"""Streamlit's figures are closed to everybody but who brings the word."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Scope

from server.metrics import METRICS, ClosedMetrics
from tests.support.running import awaited


def status(path: str, word: str, said: str | None) -> int:
    """Ask for a path, where a word opens the figures and somebody says something."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"authorization", said.encode())] if said is not None else []
    scope: Scope = {"type": "http", "method": "GET", "path": path, "headers": headers}
    awaited(ClosedMetrics(PlainTextResponse("Streamlit's"), word)(scope, None, send))  # type: ignore[arg-type]
    return int(sent[0]["status"])


@pytest.mark.parametrize("path", [METRICS, "/digits" + METRICS])
@pytest.mark.parametrize(
    ("word", "said"), [("", None), ("", "Bearer "), ("a", None), ("a", "Bearer b"), ("a", "a")]
)
def test_who_has_not_the_word_finds_nothing(path: str, word: str, said: str | None) -> None:
    assert status(path, word, said) == 404


def test_who_has_it_reads_them_and_all_else_is_open() -> None:
    assert status(METRICS, "a", "Bearer a") == 200
    assert status("/draw", "a", None) == 200
