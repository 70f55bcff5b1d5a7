"""What a screen reader is told: formulas as words, and the answer when it changes."""

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import DIGITS, draw, paper, settled

SLOWLY = 60_000
"""Milliseconds: formulas come last, with a library of their own."""


def test_formulas_have_names_in_words(page: Page, server: str) -> None:
    page.goto(f"{server}/gates")
    name = "a equals w 1 x 1 plus w 2 x 2 plus b"
    expect(page.locator(f"[role=math][aria-label='{name}']").first).to_be_attached(timeout=SLOWLY)
    page.goto(f"{server}/forward?only=wire-names")
    choice = settled(page).get_by_role("radio", name="w of layer 2, 31")
    expect(choice).to_be_attached(timeout=SLOWLY)


def test_the_answer_is_announced_when_it_changes(page: Page, server: str) -> None:
    page.goto(server)
    paper(settled(page))
    said = page.locator("#announced[role=status]")
    draw(page, DIGITS[3])
    expect(said).to_contain_text("The answer: 3")
    settled(page).get_by_role("button", name="Clear", exact=True).click()
    expect(said).to_have_text("The paper is empty.")
    draw(page, DIGITS[3])
    expect(said).to_contain_text("The answer: 3")
