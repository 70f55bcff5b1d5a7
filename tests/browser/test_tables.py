"""Every chart of the course has its numbers as a table beside it, which is saved as it is shown."""

import csv
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.support.drawing_hand import settled
from ui.numbers import PLAIN

SLOWLY = 60_000
"""Milliseconds: Vega comes with a library of its own."""
WITH_CHARTS = {
    "/activations": 3,
    "/gates": 5,
    "/learn": 11,
    "/forward?net=digit&step=A1": 1,
    "/forward?net=digit&step=A2": 1,
    "/forward?net=digit&step=Y": 5,
    **{
        f"/evaluate?{urlencode({'section': name})}": least
        for name, least in (("Mistakes", 2), ("I don’t know", 3), ("How far can you push?", 1))
    },
}
"""Pages with so many charts at least, if all has loaded."""
PLANES = (
    "^The four",
    "^Two lines",
    "^The same inputs",
    "^The plane of",
    "^It found",
    "^The pixels that pushed",
)
"""How the names of pictures begin that are planes of numbers."""
# A chart is one of Vega-Lite's, or a diagram of ours with a curve in it; the photograph on Draw is none.
CHARTS = """() => {
    const plots = [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
        .filter(host => host.shadowRoot?.querySelector(".curve"));
    const charts = [...document.querySelectorAll(".stVegaLiteChart"), ...plots];
    const place = chart => chart.closest("[data-testid=stElementContainer]");
    const has = chart => place(chart).nextElementSibling?.matches("[class*=st-key-table-]");
    const table = "[class*=st-key-table-]", images = document.querySelectorAll("[data-testid=stImage] img");
    const planes = [...images].filter(({ alt }) => new RegExp("PLANES").test(alt));
    const below = (part, levels = 5) => part && levels && (
        part.matches(`:has(~ ${table})`) || below(part.parentElement, levels - 1));
    const name = chart => (chart.shadowRoot ?? chart).querySelector("svg")?.getAttribute("aria-label");
    const without = [...charts.filter(chart => !has(chart)).map(name),
        ...planes.filter(plane => !below(place(plane))).map(plane => plane.alt)];
    return { count: charts.length + planes.length, without };
}""".replace("PLANES", "|".join(PLANES))


@pytest.mark.parametrize("address", WITH_CHARTS, ids=lambda address: address[:40])
def test_every_chart_has_its_table(page: Page, server: str, address: str) -> None:
    page.goto(server + address)
    expect(page.locator("h2").first).to_be_visible(timeout=SLOWLY)
    settled(page)
    least = WITH_CHARTS[address]
    page.wait_for_function(f"() => ({CHARTS})().count >= {least}", timeout=SLOWLY)
    assert page.evaluate(CHARTS)["without"] == []


def test_what_is_saved_is_what_is_shown(page: Page, server: str, tmp_path: Path) -> None:
    page.goto(f"{server}/activations")
    settled(page).get_by_role("button", name="Curves as a table").click()
    table = page.get_by_role("table", name="Curves")
    expect(table.get_by_role("row")).to_have_count(102, timeout=SLOWLY)
    shown = [row.split("\t") for row in table.evaluate("table => table.innerText").split("\n") if "\t" in row]
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as CSV").click()
    assert saving.value.suggested_filename == "curves.csv"
    path = tmp_path / "curves.csv"
    saving.value.save_as(path)
    head, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    assert [head, len(rows)] == [shown[0], len(shown) - 1]
    for saved, seen in zip(rows, shown[1:], strict=True):
        numbers = [float(text.replace("·10", "e").translate(PLAIN)) for text in seen]
        assert [float(text) for text in saved] == pytest.approx(numbers, rel=1e-5, abs=1e-12)
    middle = next(row for row in rows if float(row[0]) == 0)
    assert middle == ["0.0", "0", "0.5", "0.0"]  # step, sigmoid and ReLU at 0
