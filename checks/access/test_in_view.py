"""On a laptop, a projector and a phone one sees what one moves together with what it changes."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from checks.access.pairs import DRAWN, PAIRS, Pairs
from tests.support.drawing_hand import settled

SIZES = {"laptop": (1280, 800), "projector": (1920, 1080), "phone": (360, 740)}
BETWEEN = (641, 800, 820, 1000, 1140)
"""Widths where figures stand in narrow columns, beside the menu and without it."""
IN_VIEW = Path(__file__).with_name("in_view.js").read_text(encoding="utf-8")
STAYS = f"""async pairs => {{
    const look = () => ({IN_VIEW})(pairs), end = Date.now() + 60_000;
    for (let before = look(); ; ) {{
        await new Promise(done => setTimeout(done, 300)); // a chart follows its column some frames later
        const now = look();
        if ((before.fine && now.fine) || Date.now() > end) return now;
        before = now;
    }}
}}"""

ENDS = """async ([names, bottom]) => {
    const ends = () => names.map(name => document.querySelector(name).getBoundingClientRect().bottom);
    const end = Date.now() + 30_000; // styles and formulas come later than the words
    while (Math.max(...ends()) > bottom && Date.now() < end) await new Promise(done => setTimeout(done, 100));
    return ends();
}"""


def opened(browser: Browser, server: str, address: str, size: tuple[int, int]) -> Page:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(server + address)
    expect(page.locator("h1").first).to_be_visible(timeout=60_000)
    settled(page)
    return page


def look(page: Page, pairs: Pairs) -> dict[str, object]:
    """Return what is wrong, when nothing is or after a minute: pictures come later than the words."""
    return page.evaluate(STAYS, pairs)  # type: ignore[no-any-return]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", PAIRS, ids=lambda address: address[:32])
def test_what_one_moves_and_what_it_changes_fit_the_window_and_nothing_is_cut(
    browser: Browser, server: str, address: str, size: str
) -> None:
    page = opened(browser, server, address, SIZES[size])
    found = look(page, PAIRS[address])
    page.close()
    assert found["fine"], found


@pytest.mark.parametrize("address", PAIRS, ids=lambda address: address[:32])
def test_between_phone_and_laptop_no_text_in_figures_is_small_and_nothing_is_cut(
    browser: Browser, server: str, address: str
) -> None:
    page = opened(browser, server, address, (1280, 800))
    look(page, [])
    found = {}
    for width in BETWEEN:
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = look(page, [])
    page.close()
    assert all(each["fine"] for each in found.values()), found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("/", [".st-key-home-paper", ".st-key-prediction"]),
        ("/gates", [".st-key-weighing_diagram", ".st-key-signals", ".st-key-theta"]),
        ("/activations", [".st-key-x", ".st-key-plot-curves"]),
        ("/matrices", [".st-key-layer_table", ".st-key-x1", ".st-key-neuron"]),
        (
            "/loss",
            ["[data-testid=stMetric]", "[class*=st-key-p-]", ".st-key-ten_bars"],
        ),
        ("/draw", [".st-key-paper", ".st-key-desk-answer [data-testid=stAlert]"]),
        (f"/draw?{DRAWN}", [".st-key-paper", ".st-key-prediction"]),
        ("/forward", [".st-key-step-on", ".st-key-toy_diagram", ".st-key-sums h3"]),
        ("/forward?step=A1", [".st-key-step-on", ".st-key-toy_diagram", ".st-key-sums p:last-child"]),
        ("/forward?step=A2", [".st-key-step-on", ".st-key-toy_diagram", ".st-key-sums p:last-child"]),
        (
            "/forward?at=digit-network&step=A1",
            [".st-key-step-on", ".st-key-digit_diagram", ".st-key-sums h3"],
        ),
    ],
    ids=[
        "home",
        "gates",
        "activations",
        "matrices",
        "loss",
        "draw",
        "drawn",
        "toy",
        "toy-A1",
        "toy-A2",
        "digit",
    ],
)
def test_the_picture_comes_first(
    browser: Browser, server: str, address: str, first: list[str], size: str
) -> None:
    """What one came for is in the window as the page opens, on a projector and a laptop and on a phone."""
    page = opened(browser, server, address, SIZES[size])
    for name in first:
        expect(page.locator(name).first).to_be_visible(timeout=60_000)
    ends = page.evaluate(ENDS, [first, SIZES[size][1]])
    page.close()
    assert max(ends) <= SIZES[size][1], dict(zip(first, ends, strict=True))


def test_on_a_phone_the_answer_stands_between_paper_and_buttons(browser: Browser, server: str) -> None:
    page = opened(browser, server, f"/draw?{DRAWN}", SIZES["phone"])
    names = (".st-key-paper", ".st-key-prediction", ".st-key-buttons")
    places = [page.locator(name).first for name in names]
    for place in places:
        expect(place).to_be_visible(timeout=60_000)
    boxes = [place.bounding_box() for place in places]
    page.close()
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == len(names)
    assert tops == sorted(tops)
