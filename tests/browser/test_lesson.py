"""A lesson in a browser: marks that it keeps, words that explain themselves, a beat by itself."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.drawing_hand import settled

PLACE = "gates-to-digits marks"
LESSONS = Path(__file__).resolve().parents[2] / "lessons" / "en"
CHECKS = sum(file.read_text(encoding="utf-8").count("\n### check ") for file in LESSONS.glob("*.md"))
DONE = f"Checks done: {{}} of {CHECKS}"


def done(page: Page, count: int) -> None:
    expect(page.get_by_test_id("stSidebar").get_by_text(DONE.format(count))).to_be_attached()


def answer(page: Page, check: str, text: str) -> None:
    field = page.locator(f".st-key-check-{check}").get_by_label("Your answer")
    field.fill(text)
    field.press("Enter")


def stored(page: Page) -> str | None:
    return page.evaluate("place => localStorage.getItem(place)", PLACE)


def test_marks_stay_over_a_reload_and_are_forgotten_by_the_button(page: Page, server: str) -> None:
    page.goto(server)
    settled(page)
    answer(page, "pixels-of-a-picture", "7 84")
    done(page, 1)
    expect(page.get_by_test_id("stSidebarNav")).to_contain_text("Start here · 1 of 5")
    page.wait_for_function("place => localStorage.getItem(place)", arg=PLACE)
    assert json.loads(stored(page) or "") == ["pixels-of-a-picture"]
    page.reload()
    settled(page)
    done(page, 1)
    expect(page.locator(".st-key-check-pixels-of-a-picture")).to_contain_text("Done")
    page.get_by_text(DONE.format(1)).click()
    page.get_by_role("button", name="Forget my marks").click()
    done(page, 0)
    page.wait_for_function("place => localStorage.getItem(place) === null", arg=PLACE)
    page.reload()
    settled(page)
    done(page, 0)


@pytest.mark.parametrize(
    ("garbage", "count"),
    [
        ("not JSON", 0),
        ('{"make-nand": true}', 0),
        ('["no-such-check", 7, null, "<b>", "make-nand"]', 1),
    ],
)
def test_garbage_in_the_browser_is_ignored(page: Page, server: str, garbage: str, count: int) -> None:
    page.add_init_script(
        f"if (!window.once) {{ window.once = 1; localStorage.setItem({PLACE!r}, {garbage!r}) }}"
    )
    page.goto(server)
    settled(page)
    done(page, count)
    answer(page, "pixels-of-a-picture", "784")
    done(page, count + 1)


def test_another_tab_hears_of_a_mark(page: Page, server: str) -> None:
    page.goto(server)
    settled(page)
    other = page.context.new_page()
    other.goto(server)
    settled(other)
    answer(page, "pixels-of-a-picture", "784")
    done(page, 1)
    done(other, 1)


def test_without_storage_the_page_says_that_marks_last_for_this_visit(page: Page, server: str) -> None:
    page.add_init_script(
        "for (const name of ['setItem', 'getItem', 'removeItem'])"
        f" Storage.prototype[name] = (was => function (key, ...rest) {{"
        f" if (String(key).startsWith({PLACE!r})) throw new DOMException('no', 'SecurityError');"
        " return was.call(this, key, ...rest) })(Storage.prototype[name])"
    )
    page.goto(server)
    settled(page)
    expect(page.get_by_test_id("stSidebar")).to_contain_text("your marks last for this visit only")
    answer(page, "pixels-of-a-picture", "784")
    done(page, 1)


def test_a_bold_word_never_looks_like_a_button_while_the_page_loads(page: Page, server: str) -> None:
    held: list[Route] = []
    page.route("**/Html.*.js", lambda route: held.append(route))  # with what brings the styles of a page
    page.goto(f"{server}/gates")
    word = page.locator(".term").first
    expect(word).to_be_visible(timeout=30_000)
    assert held
    look = "word => [getComputedStyle(word).borderTopStyle, getComputedStyle(word).backgroundColor]"
    assert word.evaluate(look) == ["none", "rgba(0, 0, 0, 0)"]
    for route in held:
        route.continue_()
    settled(page)


def test_a_bold_word_opens_by_the_keyboard_and_closes(page: Page, server: str) -> None:
    page.goto(server)
    settled(page)
    word = page.get_by_role("button", name="pixels", exact=True)
    word.focus()
    page.keyboard.press("Enter")
    meaning = page.locator("#meaning-pixels")
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("The small squares that a picture is made of")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_a_bold_word_opens_within_a_phone(phone: Page, server: str) -> None:
    phone.goto(server)
    settled(phone)
    phone.get_by_role("button", name="probability", exact=True).tap()
    meaning = phone.locator("#meaning-probability")
    expect(meaning).to_be_visible()
    box = meaning.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_wrong_answer_is_told_politely_and_can_be_changed(page: Page, server: str) -> None:
    page.goto(server)
    settled(page)
    answer(page, "pixels-of-a-picture", "56")
    check = page.locator(".st-key-check-pixels-of-a-picture")
    expect(check.get_by_role("status")).to_contain_text("You added 28 and 28.")
    answer(page, "pixels-of-a-picture", "784")
    expect(check.get_by_role("status")).to_contain_text("28 · 28 = 784")


def test_a_beat_by_itself_fits_into_another_page(page: Page, server: str) -> None:
    page.goto(f"{server}/?only=a-digit-is-read&predict=true&embed=true")
    settled(page)
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_role("heading", level=2)).to_have_text(["A digit is read"])
    page.get_by_test_id("stButtonGroup").get_by_text("7", exact=True).click()
    expect(page.get_by_text("You said 7.")).to_be_visible()
    assert "only=a-digit-is-read" in page.url
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="The whole page").click()
    whole = settled(opened.value)
    expect(whole.get_by_role("heading", level=1)).to_be_visible()
    expect(whole.get_by_role("switch", name="Predict first")).to_be_checked()
    assert "only=" not in whole.url


def test_a_teacher_opens_a_state_beside_the_plan(page: Page, server: str) -> None:
    page.goto(server)
    settled(page)
    page.get_by_role("link", name="For teachers").click()
    settled(page)
    with page.context.expect_page() as opened:
        page.get_by_role("tabpanel").get_by_role("link", name="Show this").nth(1).click()
    shown = settled(opened.value)
    expect(shown.get_by_role("heading", level=2)).to_have_text("Three numbers make a gate")
    expect(shown.get_by_role("radio", name="AND", exact=True)).to_be_checked()
    assert "predict=true" in shown.url


@pytest.mark.parametrize("beside", ["teach", "glossary", "changes"])
def test_headlines_beside_the_course_stand_as_high_as_on_the_first_page(
    page: Page, server: str, beside: str
) -> None:
    page.goto(f"{server}/{beside}")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_test_id("stMainBlockContainer")).to_have_css("padding-top", "64px")


def test_the_code_comes_when_it_is_asked_for_and_stays_open(page: Page, server: str) -> None:
    page.goto(f"{server}/gates?only=three-numbers")
    settled(page)
    code = page.locator(".st-key-beat-three-numbers").get_by_test_id("stCode")
    expect(code).to_have_count(0)
    page.get_by_text("The code that just ran").click()
    expect(code.first).to_contain_text("def weighted_sum")
    page.locator(".st-key-w1").get_by_role("slider").press("ArrowRight")
    expect(page.locator(".st-key-beat-three-numbers table").first).to_contain_text("0.6·1")
    expect(code.first).to_be_visible()
