"""What a link says is shown as it is: no element, no picture, no request comes of it; and Back leads away."""

import re
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import settled
from ui.address import PARAMETERS

# Each fits what a sentence shows of a link, 24 characters.
HOSTILE = [
    "![](//127.0.0.1:9/p.png)",
    "[here](//127.0.0.1:9/a)",
    "https://evil.example/a",
    "www.evil.example/page",
    "write to me@evil.example",
    "<https://evil.example>",
    "<img src=//127.0.0.1:9>",
    "<b>x</b><script>y</b>",
    "**a** _b_ ~~c~~ `d`",
    "$x^2$ $$y$$ \\(z\\)",
    ":red[a] :smile: :+1:",
    ":material/home: :small[a]",
    "&lt;b&gt; &amp; &#58;",
    "[^1] [a]: http://b.cd",
    "a -> b <-> c -- d ~= e",
    "```x``` ~~~y~~~ - [ ]",
    "::video[x]{src=y}",
    "</style><style>*{x:y}",
]
NAMES = [name for page, name in PARAMETERS if page == "activations" and name != "only"]
PLAIN = {"P", "CODE"}
"""The elements that our own sentences are made of: a paragraph, and the name of a setting."""


def test_what_a_link_says_comes_to_nothing(page: Page, server: str) -> None:
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url))
    said = dict(zip(NAMES, HOSTILE, strict=False))
    page.goto(f"{server}/activations?{urlencode(said)}")
    settled(page)
    boxes = page.get_by_test_id("stAlertContentError").get_by_test_id("stMarkdownContainer")
    expect(boxes).to_have_count(len(said))
    shown = boxes.evaluate_all(
        "boxes => boxes.map(box => [box.textContent, [...box.querySelectorAll('*')].map(e => e.tagName)])"
    )
    for text, (seen, elements) in zip(said.values(), shown, strict=True):
        assert f"“{text[:23]}" in seen.replace("\u2060", "")
        assert set(elements) <= PLAIN
    assert page.locator("form[action]").count() == 0
    assert [url for url in foreign if not url.startswith(("data:", "blob:", server))] == []


def test_back_leaves_a_page_whose_link_was_mended(page: Page, server: str) -> None:
    page.goto(f"{server}/activations")
    settled(page)
    page.goto(f"{server}/gates?w1=99&w2=0.1234")
    settled(page)
    expect(page.get_by_test_id("stAlertContentError")).to_contain_text("numbers from −2 to 2")
    expect(page).to_have_url(re.compile(r"/gates\?w2=0\.12$"))
    page.go_back()  # to the address as it came, which is mended again
    expect(page).to_have_url(re.compile(r"/gates\?w2=0\.12"))
    settled(page)
    page.go_back()
    expect(page).to_have_url(re.compile("/activations$"))


def test_another_page_begins_at_its_top_and_the_table_of_contents_shows_its_focus(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/activations")
    settled(page)
    # As if the page before were still there when the next one comes.
    page.add_style_tag(content="[data-testid=stMainBlockContainer] {min-height: 8000px}")
    page.get_by_role("link", name="On to a whole layer in one line").click()
    expect(page.get_by_role("heading", name="How do a hundred neurons fit in one line?")).to_be_in_viewport()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollTop") == 0
    main.evaluate("main => main.scrollTo(0, 700)")
    page.locator(".st-key-images button").first.click()  # the same page anew
    assert settled(page).get_by_test_id("stMain").evaluate("main => main.scrollTop") > 0

    link = page.get_by_test_id("stSidebarNav").get_by_role("link", name="Logic gates")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Start here").focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("outline-style", "solid")
