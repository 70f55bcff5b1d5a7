"""What a screen reader is told: formulas as words, and the answer when it changes."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.drawing_hand import DIGITS, draw, paper, settled

SLOWLY = 60_000
"""Milliseconds: formulas come last, with a library of their own."""
CAME = """new MutationObserver(changes => {
    for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.id === "announced") window.came = node.textContent;
}).observe(document, { childList: true, subtree: true })"""
"""Notes the words with which the place for announcements comes."""


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


@pytest.mark.parametrize(
    ("address", "press", "came", "changed"),
    [
        ("/gates", ".st-key-theta", "answers 1 to 1 1", "threshold 0.8 answers 1 to 1 1"),
        ("/matrices", ".st-key-x1", "Neuron 1: 1·1 + 2·2 = 5", "Neuron 1: 2·1 + 2·2 = 6"),
    ],
    ids=["gates", "matrices"],
)
def test_what_a_neuron_says_is_announced_once_it_is_moved(
    page: Page, server: str, address: str, press: str, came: str, changed: str
) -> None:
    page.add_init_script(CAME)
    page.goto(server + address)
    said = page.locator("#announced[role=status]")
    expect(said).to_contain_text(came, timeout=SLOWLY)
    assert came in page.evaluate("came"), "words that are there when their place comes are not spoken"
    settled(page).locator(press).get_by_role("slider").press("ArrowRight")
    expect(said).to_contain_text(changed)


def test_a_neuron_in_the_table_is_chosen_by_the_keys(page: Page, server: str) -> None:
    page.goto(f"{server}/matrices")
    settled(page).get_by_role("button", name="neuron 1: 1·1").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#announced")).to_have_text("Neuron 2: 1·3 + 2·(−1) = 1")
    expect(page.get_by_role("radio", name="2", exact=True).first).to_be_checked()
