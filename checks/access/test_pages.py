"""axe-core finds nothing serious in any page, in either theme, on a desktop or a phone."""

from pathlib import Path
from urllib.parse import urlencode

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.drawing_hand import settled
from ui.address import pack
from ui.course import BESIDE, COURSE
from ui.resources import test_set as digits

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = {"serious", "critical"}
LOOK = """async grave => {
    const end = Date.now() + 30_000; // what has just come fades in, and our style may come after it
    for (;;) {
        const { violations } = await axe.run(document);
        if (Date.now() > end || !violations.some(each => grave.includes(each.impact))) return violations;
        await new Promise(done => setTimeout(done, 200));
    }
}"""
OF_STREAMLIT: dict[str, str] = {}
"""What is Streamlit's own and out of our reach, by axe's rule: the issue that tells of it upstream.

As of 1.67 and axe 4.12 there is nothing grave in this list.
"""
SIZES = {"desktop": (1280, 800), "phone": (360, 740)}
DRAWN = urlencode({"ink": pack(digits()[0][0])})
STATES = [
    *(f"/{page.url}" if page is not COURSE[0] else "/" for page in (*COURSE, *BESIDE)),
    f"/draw?{DRAWN}",
    "/forward?at=digit-network&step=A1",
    "/forward?at=digit-network&step=Y",
    "/forward?predict=true&step=Y",
    "/gates?only=one-line",
    *(f"/evaluate?at={name}" for name in ("mistakes", "i-dont-know", "pushing")),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state[:32])
def test_nothing_serious_or_critical_is_found(
    browser: Browser, server: str, state: str, size: str, theme: str
) -> None:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
    page.goto(server + state)
    expect(page.locator("h2").first).to_be_visible(timeout=60_000)
    settled(page)
    found = grave(page)
    page.close()
    assert not {rule: nodes for rule, nodes in found.items() if rule not in OF_STREAMLIT}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("state", "opened"),
    [("/draw", "Draw with the keys"), ("/activations", "Curves as a table")],
)
def test_nothing_either_in_what_one_opens(
    browser: Browser, server: str, state: str, opened: str, theme: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=theme)
    page.goto(server + state)
    expect(page.locator("h2").first).to_be_visible(timeout=60_000)
    settled(page).get_by_text(opened).first.click()
    inside = {
        "Draw with the keys": page.get_by_role("grid"),
        "Curves as a table": page.get_by_role("table", name="Curves"),
    }
    expect(inside[opened]).to_be_visible(timeout=60_000)
    found = grave(settled(page))
    page.close()
    assert not found


def grave(page: Page) -> dict[str, list[str]]:
    """What axe calls serious or critical: the elements by the rule that they break."""
    page.evaluate(AXE)
    violations = page.evaluate(LOOK, sorted(GRAVE))
    return {
        violation["id"]: [f"{node['html'][:200]}: {node['failureSummary']}" for node in violation["nodes"]]
        for violation in violations
        if violation["impact"] in GRAVE
    }
