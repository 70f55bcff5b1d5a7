"""Every answer tells the browser what it may load, and who may show it in a frame."""

import pytest

from server.headers import SETTING, for_this_site_alone, frame_ancestors
from tests.server.conftest import Server


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/gates", 200),
        ("/_stcore/health", 200),
        ("/media/none.png", 404),
        ("/static/none.js", 200),
    ],
)
def test_every_answer_has_them(server: Server, path: str, status: int) -> None:
    answer = server.ask(path)
    assert answer.status == status
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers.get_all("Referrer-Policy") == ["no-referrer"]
    (policy,) = answer.headers.get_all("Content-Security-Policy") or []
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["object-src"] == "'none'"
    assert not [
        source for rule in rules.values() for source in rule.split() if "." in source or "*" in source
    ]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("", "'none'"),
        ("https://school.example", "https://school.example"),
        ("https://*.school.example  http://localhost:8080", "https://*.school.example http://localhost:8080"),
        ("https://a.example; script-src *\n", "https://a.example script-src *"),
    ],
)
def test_the_setting_names_who_may_show_it_in_a_frame(named: str, expected: str) -> None:
    assert frame_ancestors({SETTING: named}) == expected
    assert frame_ancestors({}) == "'none'"


@pytest.mark.parametrize(
    ("cookie", "added"),
    [
        ("_streamlit_xsrf=2|a; Path=/; SameSite=None; Secure", "; Partitioned"),
        ("_streamlit_xsrf=2|a; Path=/; SameSite=Lax", ""),
        ("other=a; Path=/; SameSite=None; Secure", ""),
    ],
)
def test_the_cookie_of_uploads_is_kept_in_a_frame(cookie: str, added: str) -> None:
    """A browser's own word on it is checks/proxy/test_browser.py: an upload in a frame of another site."""
    assert for_this_site_alone(cookie) == cookie + added


def test_cookies_are_passed_on(server: Server) -> None:
    cookies = server.ask("/_stcore/health").headers.get_all("Set-Cookie") or []
    assert [cookie for cookie in cookies if cookie.startswith("_streamlit_xsrf=")]
    assert not [cookie for cookie in cookies if "Partitioned" in cookie]
