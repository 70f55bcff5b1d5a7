"""What one moves, types, points at and starts on the pages, each in one journey."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.drawing_hand import go_to, settled, visit


def sums(page: Page) -> Locator:
    """The truth table with the sums of the neuron."""
    return page.locator("table").filter(has_text="sum a").first


def test_a_slider_moves_table_picture_and_address(page: Page, server: str) -> None:
    visit(page, f"{server}/gates?at=one-line&gate=OR&w1=2&w2=2")
    table, picture = sums(page), page.locator(".st-key-plane-of-neuron svg[role=group]")
    expect(table.get_by_role("cell", name="1.5", exact=True).first).to_be_visible()
    expect(picture.get_by_text("2·x1 + 2·x2 − 0.5 = 0", exact=True)).to_be_visible()
    page.locator(".st-key-w1").get_by_role("slider").press("ArrowLeft")
    expect(table.get_by_role("cell", name="1.4", exact=True)).to_be_visible()
    expect(picture.get_by_text("1.9·x1 + 2·x2 − 0.5 = 0", exact=True)).to_be_visible()
    page.wait_for_url(re.compile(r"[?&]w1=1\.9(&|$)"))


def cell(page: Page, i: int, j: int) -> Locator:
    return page.get_by_label(f"X, row {i}, column {j}", exact=True)


def test_no_cell_is_lost_however_fast_one_types_and_nonsense_is_refused(page: Page, server: str) -> None:
    visit(page, server + "/matrices?at=product&A=0,0,0;0,0,0&B=1;1;1")
    page.get_by_role("button", name="Change X").click()
    cell(page, 1, 1).focus()
    for number in range(1, 7):
        page.keyboard.press("Control+A")
        page.keyboard.type(str(number))
        page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("A=1(,|%2C)2(,|%2C)3(;|%3B)4(,|%2C)5(,|%2C)6"))
    settled(page)
    assert [cell(page, i, j).input_value() for i in (1, 2) for j in (1, 2, 3)] == list("123456")
    cell(page, 1, 1).fill("1e308")
    cell(page, 1, 1).press("Tab")
    expect(page.get_by_text("X takes numbers from −9999 to 9999")).to_be_visible()
    expect(cell(page, 1, 1)).to_have_value("1")


def test_hovering_reads_all_curves_without_the_server(page: Page, server: str) -> None:
    visit(page, server + "/activations?at=relu-and-slopes")
    chart = page.locator(".st-key-plot-curves svg[role=group]")
    told = page.locator(".st-key-plot-curves .tip")
    chart.scroll_into_view_if_needed()
    expect(told).to_be_hidden()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.5)
    for across, words in (
        (0.7, r"a ([123](?:\.\d)?)\nstep 1\nsigmoid 0\.[789]\d+\nReLU \1"),
        (0.3, r"a −[234](\.\d)?\nstep 0\nsigmoid 0\.\d+\nReLU 0"),
    ):
        page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * 0.5)
        expect(told).to_have_text(re.compile(words))


STEPS = re.compile(r"After step ([\d\s]+) the loss of the last mini-batch")


def steps(words: Locator) -> int:
    """How many steps the small network has made, whatever parts thousands."""
    found = STEPS.search(words.inner_text())
    assert found is not None
    return int(re.sub(r"\s", "", found[1]))


def test_a_training_goes_on_by_itself_and_stands_still_once_its_page_is_left(page: Page, server: str) -> None:
    visit(page, server + "/learn?points=XOR&optimizer=Adam&eta=0.03")
    page.locator(".st-key-plane_play button").click()
    words = page.get_by_text(STEPS).first
    expect(words).to_have_text(re.compile(r"After step \d\d"))
    go_to(page, "evaluate")
    go_to(page, "learn")
    expect(page.locator(".st-key-plane_step button")).to_be_enabled()
    before, said = steps(words), words.inner_text()
    page.locator(".st-key-plane_step button").click()
    expect(words).not_to_have_text(said, use_inner_text=True)
    assert steps(words) == before + 1


def test_a_race_is_stopped_half_way_and_run_to_the_end(page: Page, server: str) -> None:
    visit(page, server + "/evaluate?at=one-or-many")
    main = page.get_by_test_id("stMain")
    page.get_by_text("Slow motion").click()
    main.get_by_role("button", name="Run both", exact=True).click()
    expect(page.get_by_text(re.compile(r"images in")).first).to_be_visible()
    stop = main.get_by_role("button", name="Stop", exact=True)
    stop.click()
    expect(stop).to_have_count(0)
    settled(page)  # the page runs once more, without the race
    expect(page.get_by_text("the same, to the last image")).to_have_count(0)
    page.get_by_text("Slow motion").click()
    expect(page.get_by_role("switch", name="Slow motion")).not_to_be_checked()
    settled(page)
    main.get_by_role("button", name="Run both", exact=True).click()
    expect(page.get_by_text("the same, to the last image")).to_be_visible()


def test_a_cell_shows_its_images_one_opens_and_back_leads_to_the_cell(page: Page, server: str) -> None:
    visit(page, server + "/evaluate?at=mistakes")
    square = page.get_by_role("button", name="Written: 4 Answered: 9")
    found = re.search(r"Images: (\d+)", square.get_attribute("aria-label") or "")
    assert found is not None
    square.click()
    expect(page).to_have_url(re.compile(r"truth=4.*answer=9|answer=9.*truth=4"))
    expect(page.get_by_text(re.compile(rf"\b{found[1]} images?\b")).first).to_be_visible()
    settled(page)
    picture = page.locator("[class*='st-key-shot-']").first
    shot = re.search(r"st-key-shot-(\d+)", picture.get_attribute("class") or "")
    assert shot is not None
    picture.click(position={"x": 40, "y": 40})
    expect(page.get_by_text(f"This is test image {shot[1]}")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"/forward\?at=digit-network&of={shot[1]}$"))
    settled(page).go_back()
    expect(page).to_have_url(re.compile(r"truth=4.*answer=9|answer=9.*truth=4"))
    expect(page.locator(f".st-key-shot-{shot[1]}")).to_be_visible()


def test_no_sum_of_a_walk_reaches_into_the_words_beside_it(page: Page, server: str) -> None:
    for step in ("A1", "A2", "A3", "Y"):
        visit(page, f"{server}/forward?step={step}")
        expect(page.locator(".st-key-sums .katex-html").last).to_be_attached()
        assert page.evaluate(
            """() => [...document.querySelectorAll(".st-key-sums")].every(place =>
                [...place.querySelectorAll(".katex-html .base")].every(part =>
                    part.getBoundingClientRect().right < place.getBoundingClientRect().right + 1))"""
        )
