"""The script that counts clicks, by itself: a click is told though the page is drawn anew just then."""

from playwright.sync_api import Page

from tests.support.app import ROOT
from ui.components.clicks import new_clicks

PAGE = '<div class="st-key-undo"><button>Undo</button></div><div id="script"></div>'
DRAW = """async source => {
    const told = [];
    const count = (await import("data:text/javascript," + encodeURIComponent(source))).default;
    const draw = () => count({
        data: { names: ["undo"], keys: {} },
        parentElement: document.querySelector("#script"),
        setStateValue: (name, value) => told.push(value),
    });
    const button = document.querySelector("button");
    draw();
    button.click();
    button.click();
    draw();  // as each run of the page does
    button.click();
    return told;
}"""


def test_no_click_is_forgotten_when_the_page_is_drawn_anew(page: Page) -> None:
    page.set_content(PAGE)
    told = page.evaluate(DRAW, (ROOT / "ui/components/clicks.js").read_text(encoding="utf-8"))
    first, *_, last = told  # of what waits for the same run only the last is heard
    assert new_clicks(first, None, "undo") == 1
    assert new_clicks(last, first, "undo") == 2
    assert new_clicks(last, None, "undo") == 3
