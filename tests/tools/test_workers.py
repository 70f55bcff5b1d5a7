"""How many processes are asked for, and what is said where that cannot be."""

import pytest

from tools import haproxy, workers


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAPROXY", "/opt/haproxy")


def test_one_process_by_default_and_so_many_as_are_asked_for() -> None:
    assert workers.wanted({}) == workers.wanted({"WORKERS": ""}) == 0
    assert workers.wanted({"WORKERS": "4"}) == 4


@pytest.mark.parametrize("said", ["0", "-1", "two", "1.5", "65"])
def test_no_such_number(said: str) -> None:
    with pytest.raises(SystemExit, match=r"^WORKERS must be a number from 1 to 64, not "):
        workers.wanted({"WORKERS": said})


def test_where_there_is_no_haproxy_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HAPROXY")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(haproxy, "PLACES", "")
    with pytest.raises(SystemExit, match="install the package haproxy"):
        workers.wanted({"WORKERS": "4"})
