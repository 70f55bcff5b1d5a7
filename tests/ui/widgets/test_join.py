"""The address that phones get: this very page, by a name of the server that means the same to them."""

from types import SimpleNamespace

import pytest

from ui.widgets import join, links
from ui.widgets.join import NotForPhones, address_for_phones, code_of, in_short

OWN = "192.0.2.7"


def visited(
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    *,
    ip: str | None = None,
    listens: str | None = None,
    proxied: bool = False,
) -> None:
    """Let the course be seen at an address, from another computer if that has an IP."""
    options = {"server.address": listens, "server.port": 8501}
    headers = {"X-Forwarded-For": "192.0.2.1"} if proxied else {}
    context = SimpleNamespace(url=url, ip_address=ip, headers=headers)
    st = SimpleNamespace(context=context, get_option=options.__getitem__)
    monkeypatch.setattr(links, "st", st)
    monkeypatch.setattr(join, "st", st)
    monkeypatch.setattr(join, "own_address", lambda: OWN)
    monkeypatch.setattr(join, "settings_now", lambda *_: [("gate", "NAND"), ("predict", "true")])
    monkeypatch.setattr(join, "here", lambda: [])


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://localhost:8505/gates", f"http://{OWN}:8505/gates"),
        ("http://127.0.0.1:8505/gates", f"http://{OWN}:8505/gates"),
        ("http://[::1]:8505/gates", f"http://{OWN}:8505/gates"),
        ("http://192.0.2.9:8505/gates", "http://192.0.2.9:8505/gates"),
        ("https://school.example/course/gates", "https://school.example/course/gates"),
    ],
)
def test_phones_get_an_address_that_is_not_themselves(
    monkeypatch: pytest.MonkeyPatch, url: str, address: str
) -> None:
    visited(monkeypatch, url)
    assert address_for_phones("gates") == f"{address}?gate=NAND&predict=true"


def test_where_phones_have_no_way_a_sentence_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    visited(monkeypatch, "http://localhost:8501/gates", listens="127.0.0.1")
    with pytest.raises(NotForPhones, match="alone"):
        address_for_phones("gates")
    visited(monkeypatch, "http://localhost:8501/gates", listens="127.0.0.1", proxied=True)
    assert OWN in address_for_phones("gates")
    visited(monkeypatch, "http://localhost:8501/gates", ip="172.17.0.1")
    with pytest.raises(NotForPhones, match="container"):
        address_for_phones("gates")
    visited(monkeypatch, "http://localhost:8501/gates")
    monkeypatch.setattr(join, "own_address", lambda: None)
    with pytest.raises(NotForPhones, match="no network"):
        address_for_phones("gates")


def test_a_drawing_in_the_address_is_not_spelled_out() -> None:
    assert in_short("http://192.0.2.7:8501/draw?predict=true&ink=aB-_9&which=1") == (
        "192.0.2.7:8501/draw?predict=true&ink=…&which=1"
    )
    assert in_short("https://school.example/gates?gate=NAND") == "school.example/gates?gate=NAND"


def test_an_address_that_no_code_holds_is_refused_in_a_sentence() -> None:
    with pytest.raises(NotForPhones, match="too long"):
        code_of("http://192.0.2.7:8501/draw?ink=" + "a" * 3000)
