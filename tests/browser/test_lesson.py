"""A lesson in a browser: marks that it keeps, words that explain themselves, and what a teacher opens."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.support.drawing_hand import expect_page, settled, visit
from tests.support.lesson_page import DONE, answer_check, check, expect_done
from ui.language import LANGUAGES
from ui.texts import check_names

PLACE = "gates-to-digits marks"
CLICKED = """([place, title]) => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        set.call(this, key, value);
        const links = [...document.querySelectorAll("[data-testid=stSidebarNavLink]")];
        const link = links.find(each => each.textContent.includes(title));
        if (key !== `${place}?` || window.clickedOnce || !link) return;
        window.clickedOnce = true;
        link.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        link.click();
    };
}"""
"""Clicks in the menu when the browser is about to tell its marks: it first tries whether it can keep any."""


def test_a_click_in_the_menu_is_not_lost_to_marks_that_are_told(page: Page, server: str) -> None:
    visit(page, f"{server}/?at=a-digit-is-read")
    answer_check(page, "pixels-of-a-picture", "784")
    page.wait_for_function("place => localStorage.getItem(place)", arg=PLACE)
    page.add_init_script(f"({CLICKED})({json.dumps([PLACE, 'Draw a digit'])})")
    page.goto(f"{server}/gates")
    page.wait_for_function("() => window.clickedOnce")
    expect_done(page, 1)
    expect_page(page, "draw")


def test_marks_stay_over_a_reload_and_are_forgotten_by_the_button(page: Page, server: str) -> None:
    visit(page, f"{server}/?at=a-digit-is-read")
    answer_check(page, "pixels-of-a-picture", "56")
    expect(check(page, "pixels-of-a-picture").get_by_role("status")).to_contain_text("You added 28 and 28.")
    expect_done(page, 0)
    answer_check(page, "pixels-of-a-picture", "7 84")
    expect_done(page, 1)
    page.wait_for_function("place => localStorage.getItem(place)", arg=PLACE)
    assert json.loads(page.evaluate("place => localStorage.getItem(place)", PLACE)) == ["pixels-of-a-picture"]
    page.reload()
    expect_done(page, 1)
    expect(check(page, "pixels-of-a-picture")).to_contain_text("done")
    settled(page).get_by_text(DONE.format(1)).click()
    page.get_by_role("button", name="Forget my marks").click()
    expect_done(page, 0)
    page.wait_for_function("place => localStorage.getItem(place) === null", arg=PLACE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_stays_as_tall_with_all_checks_done(page: Page, server: str, language: str) -> None:
    visit(page, f"{server}/activations?lang={language}")
    lines = page.get_by_test_id("stSidebarNavLink")
    tall = lines.evaluate_all("links => links.map(each => each.offsetHeight)")
    page.evaluate(
        "([place, names]) => localStorage.setItem(place, names)", [PLACE, json.dumps([*check_names()])]
    )
    page.reload()
    expect(lines.filter(has_text="11/11")).to_have_count(2)
    assert lines.evaluate_all("links => links.map(each => each.offsetHeight)") == tall


def test_a_bold_word_opens_by_the_keyboard_and_closes(page: Page, server: str) -> None:
    visit(page, f"{server}/?at=a-digit-is-read")
    page.get_by_role("button", name="pixels", exact=True).focus()
    page.keyboard.press("Enter")
    meaning = page.locator("#meaning-pixels")
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("The small squares that a picture is made of")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_a_teacher_opens_a_state_beside_the_plan(page: Page, server: str) -> None:
    visit(page, server + "/teach")
    with page.context.expect_page() as opened:
        page.get_by_role("tabpanel").get_by_role("link", name="Show this").nth(1).click()
    shown = settled(opened.value)
    expect(shown.get_by_role("radio", name="AND", exact=True).first).to_be_checked()
    assert "predict=true" in shown.url
