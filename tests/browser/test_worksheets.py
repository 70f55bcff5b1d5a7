"""Worksheets on paper: printed to PDF in Chromium, on A4 and on Letter."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.drawing_hand import settled
from ui.teach.worksheets.printed import KINDS, Made, Order

SEEDS = tuple(range(1, 13))
PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height in millimetres."""
MARGINS = (15.0, 13.0)
"""At the sides, at top and bottom."""
PIXELS = 96 / 25.4
"""CSS has so many to a millimetre."""
MEASURE = """() => {
    const all = names => [...document.querySelectorAll(names)];
    const tall = names => Math.max(...all(names).map(e => e.getBoundingClientRect().height));
    const boxes = all("article, section, table, math, p, h1, h2, h3");
    return {
        right: Math.max(...boxes.map(box => box.getBoundingClientRect().right)),
        left: Math.min(...boxes.map(box => box.getBoundingClientRect().left)),
        scroll: document.documentElement.scrollWidth,
        sheet: tall("article"), exercise: tall("section"),
        unbroken: all("section").every(e => getComputedStyle(e).breakInside === "avoid"),
        // A line is as wide as its cell: a formula that is wider would run into the next one.
        spilled: all("td, th").filter(e => e.scrollWidth > e.clientWidth + 1).length,
    };
}"""


@pytest.fixture(scope="module")
def made() -> Made:
    *_, last = Order(tuple(KINDS), SEEDS, "https://gates-to-digits.school.example/").make()
    return last


def count_pages(page: Page, paper: str) -> int:
    """Print, and count the pages of the PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def printed(page: Page, text: str, folder: Path, paper: str) -> tuple[int, dict[str, float]]:
    """Open a file as a teacher would, print it, and return how many pages it takes and what it measures."""
    width, height = (
        int((size - 2 * edge) * PIXELS) for size, edge in zip(PAPERS[paper], MARGINS, strict=True)
    )
    file = folder / "file.html"
    file.write_text(text, encoding="utf-8")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    measures: dict[str, float] = page.evaluate(MEASURE)
    pages = count_pages(page, paper)
    assert measures["left"] >= 0
    assert max(measures["right"], measures["scroll"]) <= width
    assert measures["unbroken"]
    assert measures["exercise"] < height
    assert not measures["spilled"]
    return pages, measures | {"height": height}


@pytest.mark.parametrize("paper", PAPERS)
def test_each_sheet_is_a_page_and_nothing_is_cut(page: Page, made: Made, tmp_path: Path, paper: str) -> None:
    pages, measures = printed(page, made.worksheets, tmp_path, paper)
    assert measures["sheet"] <= measures["height"]
    assert pages == len(KINDS) * len(SEEDS)
    page.add_style_tag(content="section {display: none}")
    assert count_pages(page, paper) == pages, "a short sheet lets the next one begin on its page"


@pytest.mark.parametrize("paper", PAPERS)
def test_answers_are_cut_between_exercises_alone(page: Page, made: Made, tmp_path: Path, paper: str) -> None:
    pages, measures = printed(page, made.answers, tmp_path, paper)
    whole = page.evaluate("document.documentElement.scrollHeight") / measures["height"]
    assert measures["exercise"] < measures["height"] / 3  # so at most a third of a page is left empty
    assert whole <= pages <= whole * 1.5 + 1


def test_formulas_are_set_as_mathematics(page: Page, made: Made, tmp_path: Path) -> None:
    """Matrices have rows above each other, an index is small and low, and fields stand free to write in."""
    printed(page, made.worksheets, tmp_path, "A4")
    rows = page.locator("mtable").nth(1).locator("mtr")
    tops = [row.bounding_box() for row in rows.all()]
    assert len(tops) == 2
    assert tops[0]
    assert tops[1]
    assert tops[1]["y"] >= tops[0]["y"] + tops[0]["height"] - 1
    letter, index = (page.locator(f"msub > {tag}").first.bounding_box() for tag in ("mi", "mn"))
    assert letter
    assert index
    assert index["x"] >= letter["x"] + letter["width"] - 1
    assert index["y"] + index["height"] > letter["y"] + letter["height"]
    field = page.locator("mspace").first.bounding_box()
    assert field
    assert field["width"] > 30
    assert field["height"] > 18


def test_a_teacher_takes_both_files_along(page: Page, server: str) -> None:
    page.goto(f"{server}/teach?pupils=2&first_sheet=7")
    settled(page)
    page.get_by_role("tab", name="Worksheets").click()
    page.get_by_role("button", name="Make the sheets").click()
    texts = {}
    for name in ("worksheets", "answers"):
        button = page.get_by_role("button", name=f"Download the {name}")
        expect(button).to_be_visible()
        with page.expect_download() as download:
            button.click()
        assert download.value.suggested_filename == f"gates-to-digits-{name}-7-8.html"
        texts[name] = Path(download.value.path()).read_text(encoding="utf-8")
    assert "Sheet 8" in texts["worksheets"]
    assert f'href="{server}/gates?gate=' in texts["answers"]


def test_a_link_of_the_answers_opens_what_it_is_about(page: Page, server: str) -> None:
    *_, made = Order(("gates",), (7,), f"{server}/").make()
    page.set_content(made.answers)
    page.get_by_role("link").nth(2).click()
    shown = settled(page)
    expect(shown.get_by_text("4 of 4 rows right: this neuron is your gate.")).to_be_visible()
