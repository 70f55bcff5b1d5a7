"""What stands at the axes and in the legends of charts, and in code, can be read, in both themes."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.support.drawing_hand import settled

SLOWLY = 60_000
"""Milliseconds: Vega comes with a library of its own."""
ENOUGH = 4.5
LABELS = """() => {
    const paper = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
    const texts = document.querySelectorAll(".stVegaLiteChart svg.marks [class*=role-] text");
    return [...texts].filter(text => text.textContent.trim() && text.checkVisibility()).map(text => {
        let seen = 1;
        for (let part = text; part.matches("svg *"); part = part.parentElement)
            seen *= getComputedStyle(part).opacity * (part === text ? getComputedStyle(part).fillOpacity : 1);
        return [text.textContent, getComputedStyle(text).fill, seen, paper];
    });
}"""
"""Each label's text, colour, share of it that is seen, and what it stands on."""
CODE = """() => [...document.querySelectorAll("pre .token")].map(token => {
    let under = token;
    while (getComputedStyle(under).backgroundColor === "rgba(0, 0, 0, 0)") under = under.parentElement;
    return [token.textContent, getComputedStyle(token).color, 1, getComputedStyle(under).backgroundColor];
})"""
STYLED = "() => [...document.querySelectorAll('style')].some(each => each.textContent.includes('.meaning'))"
"""Whether the style of lessons is there: it comes later than the words."""
PUSH = urlencode({"section": "How far can you push?"})


def luminance(colour: list[float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, share: float, paper: str) -> float:
    """Return the contrast by WCAG's formula, of an ink that lets some of the paper through."""
    fore, back = ([int(c) / 255 for c in re.findall(r"\d+", colour)[:3]] for colour in (ink, paper))
    mixed = [share * f + (1 - share) * b for f, b in zip(fore, back, strict=True)]
    low, high = sorted((luminance(mixed), luminance(back)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("address", "charts"),
    [("gates", 1), (f"evaluate?{PUSH}", 1), ("learn", 1)],
    ids=lambda value: str(value)[:12],
)
def test_labels_of_charts_stand_out(page: Page, server: str, address: str, charts: int, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto(f"{server}/{address}")
    expect(page.locator(".stVegaLiteChart svg.marks").nth(charts - 1)).to_be_attached(timeout=SLOWLY)
    settled(page)
    labels = page.evaluate(LABELS)
    assert len(labels) >= 4
    faint = {text: colour for text, colour, seen, paper in labels if contrast(colour, seen, paper) < ENOUGH}
    assert not faint


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_colour_of_code_stands_out(page: Page, server: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto(f"{server}/matrices")
    expect(settled(page).locator("pre .token.number").first).to_be_attached(timeout=SLOWLY)
    page.wait_for_function(STYLED)
    tokens = page.evaluate(CODE)
    faint = {text: colour for text, colour, seen, paper in tokens if contrast(colour, seen, paper) < ENOUGH}
    assert not faint


def test_a_saved_chart_has_the_colours_of_the_page(page: Page, server: str, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{server}/gates?only=let-it-learn")
    expect(page.locator(".stVegaLiteChart svg.marks")).to_be_attached(timeout=SLOWLY)
    settled(page).get_by_role("button", name="Take away").click()
    shown = [colour for _, colour, _, _ in page.evaluate(LABELS)]
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as SVG: The mistakes in each pass").click()
    saving.value.save_as(tmp_path / "chart.svg")
    page.goto((tmp_path / "chart.svg").as_uri())
    alone = page.evaluate(
        "() => [...document.querySelectorAll('[class*=role-] text')].filter(text => text.textContent.trim())"
        ".map(text => getComputedStyle(text).fill)"
    )
    assert alone == shown
