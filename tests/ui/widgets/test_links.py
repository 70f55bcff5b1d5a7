"""Where links on paper begin: at the address that the browser knows."""

from types import SimpleNamespace

import pytest

from ui.widgets import links

HOMES = {
    "https://school.example/teach/?pupils=3": "https://school.example/",
    "https://school.example/course/teach?pupils=3": "https://school.example/course/",
    "https://school.example/course/": "https://school.example/course/",
    "http://192.0.2.2:8501": "http://192.0.2.2:8501/",
    "javascript:alert(1)": "http://localhost:8501/",
    "http://[": "http://localhost:8501/",
    None: "http://localhost:8501/",
}


def test_the_first_page_is_found_from_any(monkeypatch: pytest.MonkeyPatch) -> None:
    for url, home in HOMES.items():
        monkeypatch.setattr(links, "st", SimpleNamespace(context=SimpleNamespace(url=url)))
        assert links.home_address() == home


def test_an_address_holds_matrices_as_they_are_typed() -> None:
    assert links.address_of("matrices", [("A", "1,2;3,4")]) == "/matrices?A=1,2;3,4"
    assert links.address_of("gates", [("gate", "your own&<")]) == "/gates?gate=your+own%26%3C"
