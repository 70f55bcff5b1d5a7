"""A page of another site gets nothing, and no host outside is ever asked about it."""

from collections.abc import Iterator

import pytest
from streamlit import config
from websockets.exceptions import InvalidStatus

from server.origin import is_allowed
from tests.server.conftest import Server, run

FOREIGN = [
    "https://evil.example",
    "http://localhost.evil.example",
    "null",
    "file://",
    "chrome-extension://abcdef",
    "http://[::1",
    "http://localhost:1",
    "",
]


def outside(lines: list[str]) -> list[str]:
    """Return what was asked of the network."""
    return [line for line in lines if line.startswith(("socket.connect", "socket.get", "socket.send"))]


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_page_gets_nothing_and_nobody_is_asked(server: Server, origin: str) -> None:
    before = len(server.audit.read_text())
    with pytest.raises(InvalidStatus) as refused:
        server.socket(additional_headers={"Origin": origin})
    assert outside(server.since(before)) == []
    assert refused.value.response.status_code == 403
    for path in ("/_stcore/health", "/_stcore/host-config", "/media/none.png", "/_stcore/metrics"):
        assert server.ask(path, Origin=origin).status == 403
    assert server.ask("/_stcore/upload_file/a/b", "PUT", b"", Origin=origin).status == 403
    assert outside(server.since(before)) == []
    assert "refusal: websocket, a page of another site asked" in server.log.read_text()


def test_two_origins_are_not_better_than_one(server: Server) -> None:
    with pytest.raises(InvalidStatus):
        server.socket(additional_headers=[("Origin", server.address), ("Origin", "https://evil.example")])


@pytest.mark.parametrize("host", ["course.school.example", "192.0.2.7:8501"])
def test_its_own_page_is_answered_by_whatever_name_and_nobody_is_asked(server: Server, host: str) -> None:
    before = len(server.audit.read_text())
    assert server.ask("/_stcore/health", Host=host, Origin=f"https://{host}").status == 200
    with server.socket(origin=server.address) as socket:
        assert run(socket, "gates")
    assert outside(server.since(before)) == []


@pytest.fixture
def settings() -> Iterator[None]:
    """Put what a test sets back as it was."""
    names = ("server.corsAllowedOrigins", "server.enableCORS")
    before = [(name, config.get_option(name), config.get_where_defined(name)) for name in names]
    yield
    for name, value, where in before:
        config.set_option(name, value, where)


@pytest.mark.usefixtures("settings")
def test_behind_a_proxy_the_settings_say_who_may() -> None:
    public, inside = "https://course.school.example", "gates:8501"
    assert not is_allowed(public, inside)
    config.set_option("server.corsAllowedOrigins", [public])
    assert is_allowed(public, inside)
    assert not is_allowed("https://evil.example", inside)
    config.set_option("server.corsAllowedOrigins", [])
    assert not is_allowed(public, inside)
    config.set_option("server.enableCORS", False)
    assert is_allowed("https://evil.example", inside)
