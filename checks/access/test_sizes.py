"""A section is one screen of a laptop; and on no window is anything cut, lost, small, or out of colour."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from checks.access.screens import SCREENS, SCROLLS, SECTIONS, TRANSLATED
from tests.support.drawing_hand import visit
from tests.support.on_screen import english_in

LOOK, FORCED = (
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("look.js", "forced.js")
)
LAPTOP = (1280, 800)
SIZES = ((1920, 1080), (1140, 800), (820, 800), (641, 800), (360, 740), (640, 400))
"""A projector, columns that are narrow with the menu and without it, a phone, a laptop at 200 %."""
STAYS = f"""async oneScreen => {{
    const look = () => ({LOOK})(oneScreen), end = Date.now() + 15_000; // pictures come later than the words
    for (let before = look(); ; ) {{
        await new Promise(done => setTimeout(done, 300)); // a chart follows its column some frames later
        const now = look();
        if ((!before.length && !now.length) || Date.now() > end) return now;
        before = now;
    }}
}}"""
WORDS = """() => {
    const app = document.querySelector("[data-testid=stApp]"), words = [];
    const texts = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const around = texts.currentNode.parentElement;
        const icon = getComputedStyle(around).fontFamily.includes("Material");
        if (!icon && !around.closest("code, pre, .katex, script, style")) words.push(texts.currentNode.data);
    }
    return words;
}"""
"""All words on the screen, those of pictures too, without formulas, code and icons."""
STREAMLITS = set("Skip to main content Upload MB per file".split())  # noqa: SIM905, they cannot be translated


@pytest.fixture(scope="module")
def laptop(browser: Browser) -> Iterator[BrowserContext]:
    """One browser for all rows, so that only the first loads Streamlit's files."""
    context = browser.new_context(viewport={"width": LAPTOP[0], "height": LAPTOP[1]})
    yield context
    context.close()


@pytest.fixture
def tab(laptop: BrowserContext) -> Iterator[Page]:
    """A tab of it."""
    page = laptop.new_page()
    yield page
    page.close()


def wrong(page: Page, size: tuple[int, int], *, one_screen: bool = False) -> list[str]:
    """Return what is wrong at a size, as soon as nothing is, or after a while."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    return [f"{size}: {each}" for each in page.evaluate(STAYS, one_screen)]


@pytest.mark.parametrize("screen", [*SCREENS, *TRANSLATED], ids=lambda screen: screen[:60])
def test_a_section_is_one_screen_and_nothing_is_cut_or_small(tab: Page, server: str, screen: str) -> None:
    visit(tab, server + screen)
    section = screen.partition("&lang=")[0]
    found = wrong(tab, LAPTOP, one_screen=section in SECTIONS and section not in SCROLLS)
    found += [each for size in SIZES for each in wrong(tab, size)]
    assert not found


@pytest.mark.parametrize("screen", TRANSLATED, ids=lambda screen: screen[:60])
def test_no_english_is_left_in_the_browser(tab: Page, server: str, screen: str) -> None:
    shown = visit(tab, server + screen).evaluate(WORDS)
    assert english_in(shown) - STREAMLITS == set()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen[:40])
def test_in_forced_colours_what_is_chosen_is_told(tab: Page, server: str, screen: str) -> None:
    tab.emulate_media(forced_colors="active", color_scheme="dark")
    visit(tab, server + screen).wait_for_function(f"() => !({FORCED})().length", timeout=30_000)


def test_few_sections_scroll() -> None:
    assert set(SCROLLS) <= set(SECTIONS)
    assert len(SCROLLS) <= 3
