"""Whoever has only a page's link sees what it is: its name, what it is about, and a picture."""

import io
from html.parser import HTMLParser

import pytest
from PIL import Image

from server.front import PICTURES
from tests.server.conftest import Server
from ui.brand import PREVIEW_SIZE
from ui.course import BESIDE, COURSE

PAGES = (*COURSE, *BESIDE)


class Head(HTMLParser):
    """What a chat reads of a page: its title, and what its meta tags say."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_title = tag == "title"
        there = dict(attrs)
        name = there.get("name") or there.get("property")
        if tag == "meta" and name:
            assert name not in self.said
            self.said[name] = there["content"] or ""

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.said["title"] = self.said.get("title", "") + data.strip()


def head(server: Server, path: str, **headers: str) -> dict[str, str]:
    answer, content = server.read(path, **headers)
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "no-cache"
    return Head(content.decode()).said


def test_each_page_has_its_own_head(server: Server) -> None:
    heads = [head(server, f"/{page.url if n else ''}") for n, page in enumerate(PAGES)]
    for page, said in zip(PAGES, heads, strict=True):
        assert "Gates to Digits" in said["title"]
        assert said["og:title"] == said["title"]
        assert said["og:description"] == said["description"]
        assert page.question in said["title"] + said["description"]
        assert len(said["title"]) <= 60
        assert 20 < len(said["description"]) <= 200
    assert (
        len({said["title"] for said in heads}) == len({said["description"] for said in heads}) == len(PAGES)
    )


def test_the_rest_of_the_page_is_streamlits(server: Server) -> None:
    ours, theirs = (server.read(path)[1].decode() for path in ("/gates", "/no-such-page"))
    assert "<title>Streamlit</title>" in theirs
    before, after = theirs.split("<title>Streamlit</title>")
    assert ours.startswith(before)
    assert ours.endswith(after)


def test_the_picture_is_at_the_address_that_a_page_gives(server: Server) -> None:
    address = head(server, "/gates?gate=OR")["og:image"]
    assert address == f"{server.address}/preview.png"
    answer, content = server.read("/preview.png")
    assert answer.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(content)).size == PREVIEW_SIZE


def test_behind_a_proxy_it_is_the_public_address(server: Server) -> None:
    public = {"Host": "digits.school.example", "X-Forwarded-Proto": "https"}
    assert head(server, "/", **public)["og:image"] == "https://digits.school.example/preview.png"


def test_no_host_that_is_named_breaks_out_of_its_place(server: Server) -> None:
    said = head(server, "/", Host='a.example"><script>alert(1)</script>')
    assert "twitter:card" in said
    assert said["og:image"].endswith("/preview.png")


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_one(name: str, server: Server) -> None:
    answer, content = server.read(f"/{name}")
    assert answer.status == 200
    Image.open(io.BytesIO(content)).verify()


@pytest.mark.parametrize(
    ("path", "headers", "code"),
    [
        ("/gates?lang=ko", {"Accept-Language": "ja"}, "ko"),
        ("/gates", {"Accept-Language": "ja-JP,ja;q=0.9,en;q=0.8"}, "ja"),
        ("/gates", {"Accept-Language": "ja", "Cookie": "gates_language=ko"}, "ko"),
        ("/gates?lang=%22onload", {"Accept-Language": "fr"}, "en"),
        ("/gates", {}, "en"),
    ],
)
def test_a_page_says_in_which_language_it_is(server: Server, path, headers, code) -> None:
    _, content = server.read(path, **headers)
    assert f'<html lang="{code}">' in content.decode()
